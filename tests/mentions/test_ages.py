"""Ages: a duration of years with its role, however it is printed; and numbers beside names that are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcli.mentions import find_mentions
from factcli.model.facts import Quantity

# The age in its sentence, between ⟦ ⟧: amount, unit and sign.
AGES = {
    ("46", "year", "="): [
        "Jane Doe, ⟦46⟧, runs the mill.", "The miller, Jane Doe, ⟦46⟧, of Leeds, paid.", "Jane Doe, now ⟦46⟧, left.",
        "Jane Doe (⟦46⟧) from Leeds paid.", "Doe, who is ⟦46⟧, paid.", "She was ⟦46⟧ when she drowned.",
        "She was only ⟦46⟧.", "the ⟦46-year-old⟧ miller", "He drowned at the age of ⟦46⟧.", "Doe is ⟦46 years old⟧.",
        "He died at ⟦46⟧.", "She retired at ⟦46⟧ in 1990.", "The potter turned ⟦46⟧ last week.",
        "At ⟦46⟧, she took up archery.", "The median age was ⟦46⟧.", "a man ⟦46 years of age⟧",
        "Ann Lee, ⟦46⟧; Jane Doe", "the diver, aged ⟦46⟧, surfaced", "I was ⟦46⟧ when the dam broke",
        "Doe was ⟦46⟧ when the dam broke", "It raised the pension age to ⟦46⟧.",
    ],
    ("46", "year", "~"): ["aged about ⟦46⟧"],
    ("3", "month", "="): ["a ⟦3-month-old⟧ foal", "a foal aged ⟦three months⟧", "The foal is ⟦three months old⟧."],
    ("65", "year", ">"): [
        "the ⟦over-65s⟧", "People over ⟦65⟧ ride free.", "anyone over the age of ⟦65⟧", "those above the age of ⟦65⟧",
    ],
    ("18", "year", "<"): [
        "The ⟦under-18s⟧ ride free.", "children under ⟦18⟧.", "anyone under the age of ⟦18⟧", "those under age ⟦18⟧",
    ],
    ("16", "year", ">="): ["aged ⟦16⟧ and over", "ages ⟦16⟧ and up", "aged ⟦16⟧ or older"],
}  # fmt: skip
RANGES = {
    (40, 49): ["a potter in her ⟦40s⟧", "a potter in his ⟦forties⟧", "well into their ⟦40s⟧"],
    (50, 53): ["in her ⟦early 50s⟧", "in his ⟦early fifties⟧"],
    (64, 66): ["in his ⟦mid-60s⟧"],
    (24, 29): ["in their ⟦mid-to-late 20s⟧", "in his ⟦mid to late twenties⟧"],
    (16, 24): ["aged ⟦16 to 24⟧", "those aged between ⟦16 and 24⟧", "⟦16-to-24-year-olds⟧", "⟦16-24 year olds⟧"],
}
# Several ages of one text.
LISTS = {
    "Mary, 6, and Tom, 9, fell ill.": ["6", "9"],
    "the 14- and 15-year-olds": ["14", "15"],
    "between the ages of 12 and 17": ["12", "17"],
    "raise the retirement age from 62 to 64": ["62", "64"],
    "divers in their 20s and 30s": ["20/29", "30/39"],
}
NO_AGES = [
    "Leeds, 46, Hull, 41",
    "In Texas, 25, mostly miners, were hurt.", "On Monday, 46 people came.", "In Leeds, 46, 50 and 60 per cent agreed.",
    "The shares closed at 29.", "The counter stopped at 91.", "The meeting is at 10, she said.", "At 9, she has tea.",
    "The league has Leeds, 46, and Hull, 41, with most points.", "see page 46, line 3", "Doe, 146, left",
    "She turned 180 degrees.", "He turned 40 acres into woods.", "the 1960s hits", "in the 40s",
    "England Under-21s won", "He was 5.5 up", "a 10-year bond", "over 18 km", "people over 18 miles away",
    "It was 46.", "his 40s collection", "homes under 65",
]  # fmt: skip


def ages_of(text: str) -> list[tuple[str, Quantity]]:
    found = [mention for mention in find_mentions(text) if mention.role == "age"]
    return [(mention.surface, mention.value) for mention in found if isinstance(mention.value, Quantity)]


@pytest.mark.parametrize(("said", "marked"), [(said, each) for said, texts in AGES.items() for each in texts])
def test_an_age_is_a_duration_with_its_role(said: tuple[str, str, str], marked: str) -> None:
    [(surface, value)] = ages_of(marked.replace("⟦", "").replace("⟧", ""))

    assert (value.amount, value.unit, value.comparator) == (Decimal(said[0]), *said[1:])
    assert surface == marked[marked.index("⟦") + 1 : marked.index("⟧")]


@pytest.mark.parametrize(("ends", "marked"), [(ends, each) for ends, texts in RANGES.items() for each in texts])
def test_the_decades_of_a_life_are_a_range(ends: tuple[int, int], marked: str) -> None:
    [(surface, value)] = ages_of(marked.replace("⟦", "").replace("⟧", ""))

    assert (value.lower, value.upper, value.unit) == (*ends, "year")
    assert surface == marked[marked.index("⟦") + 1 : marked.index("⟧")]


@pytest.mark.parametrize(("text", "ages"), LISTS.items())
def test_ages_side_by_side_are_told_apart(text: str, ages: list[str]) -> None:
    said = [str(value.amount) if value.amount else f"{value.lower}/{value.upper}" for _, value in ages_of(text)]

    assert said == ages


@pytest.mark.parametrize("text", NO_AGES)
def test_a_number_beside_a_name_is_not_always_an_age(text: str) -> None:
    assert ages_of(text) == []
