"""Names are found whole and cut where they end: titles, openings, weekdays and possessives are no part of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.mentions.names import find_names

CORPUS = {
    "Ada Holm": (
        "Ada Holm left.",
        "On Monday Ada Holm left.",
        "We met Ada Holm, of Vik.",
        "It is Ada Holm's boat.",
        "It is Ada Holm’s boat.",
        "Dr Ada Holm left.",
        "Dr. Ada Holm left.",
        "Mrs Ada Holm left.",
        "Foreign Secretary Ada Holm left.",
        "Former President Ada Holm left.",
        "In June Ada Holm left.",
        "Police said Ada Holm left.",
        "“Ada Holm” was painted on the hull.",
        "Yesterday Ada Holm left.",
    ),
    "J. R. Marsh": ("Then J. R. Marsh left.",),
    "Ada Holm Jr": ("Then Ada Holm Jr. left.", "Then Ada Holm, Jr., left."),
    "J.R. Marsh": ("Then J.R. Marsh left.",),
    "Jean-Luc O'Brien": ("Then Jean-Luc O'Brien left.", "It was Jean-Luc O'Brien's turn."),
    "Ludwig van der Holm": ("Then Ludwig van der Holm left.",),
    "Bank of Sund": ("Then the Bank of Sund closed.", "The Bank of Sund closed."),
    "Norling & Sons": ("Then Norling & Sons closed.",),
    "St. Olav": ("They reached St. Olav at noon.",),
    "Tariq al-Hosn": ("Then Tariq al-Hosn left.", "It was Tariq al-Hosn's turn."),
    "Kang Min-seo": ("Then Kang Min-seo left.", "In May Kang Min-seo's boat sank."),
    "Saint-Loup-du-Bois": ("They reached Saint-Loup-du-Bois at noon.",),
    "Hideko Tanabe": ("Zoologist Hideko Tanabe left.", "Painter Hideko Tanabe left."),
    "Painter Brothers": ("Painter Brothers closed.",),
    "London": ("A London-based firm left.",),
    "Zoë Ångström": ("They met Zoë Ångström.",),
    "UNESCO": ("They left UNESCO early.",),
}
NO_NAMES = (
    "On Monday in June we left.",
    "The house is shut.",
    "I think so.",
    "There were ten of them.",
    "It cost US$7m, or A$9m.",
    "A case of H5N1 or COVID-19, told by PD-1.",
    "see mail@Holm.example and https://Vik.example/Sund",
    "",
)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in CORPUS.items() for text in texts])
def test_a_name_is_found_whole(name: str, text: str) -> None:
    found = find_names(text)

    assert name in [each.name for each in found]


@pytest.mark.parametrize("text", NO_NAMES)
def test_other_capitals_are_no_names(text: str) -> None:
    assert not [name for name in find_names(text) if name.name not in {"Vik", "Sund", "Holm"}]


def test_a_title_is_told_apart_from_the_name() -> None:
    [name] = find_names("They met Foreign Secretary Ada Holm.")

    assert (name.title, name.name, name.opens) == ("Foreign Secretary", "Ada Holm", False)


def test_two_names_with_a_comma_are_two() -> None:
    assert [name.name for name in find_names("They met Ada Holm, Ben Vik and Cara Sund.")] == [
        "Ada Holm",
        "Ben Vik",
        "Cara Sund",
    ]


def test_a_name_does_not_go_on_in_the_next_sentence() -> None:
    assert [name.name for name in find_names("They met Ada Holm. Ben Vik left.")] == ["Ada Holm", "Ben Vik"]


def test_a_name_that_opens_a_sentence_says_so() -> None:
    assert [name.opens for name in find_names("Holm left. They met Vik.")] == [True, False]


@given(st.text(st.sampled_from("Ab .,'’s-&\nof the St. ÅİǅÉ—“”(12"), max_size=60))
def test_spans_are_those_of_the_words_and_come_in_order(text: str) -> None:
    names = find_names(text)

    assert [text[name.span.start : name.span.end].replace("\u00a0", " ") for name in names] == [
        name.name for name in names
    ]
    assert all(before.span.end <= after.span.start for before, after in pairwise(names))
