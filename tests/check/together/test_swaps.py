"""Two figures of a sentence that each belong to the other's fact are swapped, and the message says so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcli.check import check_text
from factcli.mentions import find_mentions
from factcli.model.facts import Fact, Quantity, Reference


def fact(id_: str, subject: str, statement: str) -> Fact:
    mention = find_mentions(statement)[0]
    references = (Reference("gazette", surface=mention.surface),)
    return Fact(id=id_, kind="figure", statement=statement, value=mention.value, subject=subject, references=references)


STORES = {
    "toll": [
        fact("killed", "Brae ferry", "The sinking of the Brae ferry killed 85 people."),
        fact("injured", "Brae ferry", "The sinking of the Brae ferry injured 300 people."),
    ],
    "trade": [
        fact("out", "Marl", "Marl exported 41,000 tonnes of wheat."),
        fact("in", "Marl", "Marl imported 12,500 tonnes of wheat."),
    ],
    "towns": [
        fact("lomar", "Lomar", "Lomar has a population of 23,400."),
        fact("brell", "Brell", "Brell has a population of 71,900."),
    ],
    "accounts": [
        fact("revenue", "Kestrel", "Kestrel had revenue of $4.2 billion."),
        fact("profit", "Kestrel", "Kestrel had a net profit of $310 million."),
    ],
}
SWAPPED = [
    ("toll", "The sinking of the Brae ferry killed 300 people and injured 85.", "300 and 85"),
    ("toll", "The sinking of the Brae ferry injured 85 people; 300 people were killed.", "85 and 300"),
    ("trade", "Marl exported 12,500 tonnes of wheat and imported 41,000 tonnes.", "12,500 tonnes and 41,000 tonnes"),
    ("towns", "The population of Lomar is 71,900 and the population of Brell is 23,400.", "71,900 and 23,400"),
    ("towns", "Lomar has a population of 71,900, while Brell has a population of 23,400.", "71,900 and 23,400"),
    (
        "accounts",
        "Kestrel had revenue of $310 million and a net profit of $4.2 billion.",
        "$310 million and $4.2 billion",
    ),
]
NOT_SWAPPED = [
    ("toll", "The sinking of the Brae ferry killed 85 people and injured 300."),
    ("toll", "Of the 300 injured and 85 dead of the Brae ferry, few were from Lomar."),
    ("towns", "Lomar has a population of 23,400, while Brell has a population of 71,900."),
    ("towns", "Lomar and Brell have populations of 23,400 and 71,900."),
    ("towns", "Lomar and Brell have a population of 23,400 and 71,900 respectively."),
    ("towns", "With 23,400 people in Lomar and 71,900 in Brell, the county is small."),
    ("towns", "In Kell 71,900 sheep and 23,400 goats were counted."),
    ("trade", "Marl exported 41,000 tonnes of wheat and imported 12,500 tonnes."),
    ("trade", "Brell exported 12,500 tonnes of wheat and imported 41,000 tonnes."),
    ("accounts", "Kestrel spent $310 million on a plant and $4.2 billion on shares."),
]


@pytest.mark.parametrize(("store", "draft", "pair"), SWAPPED)
def test_both_figures_are_contradicted_and_named(store: str, draft: str, pair: str) -> None:
    found = check_text(draft, STORES[store])

    assert [each.verdict for each in found] == ["contradicted", "contradicted"]
    assert all(each.message.endswith(f"; {pair} are swapped") for each in found)


@pytest.mark.parametrize(("store", "draft"), NOT_SWAPPED)
def test_figures_in_their_place_or_of_something_else_are_not_swapped(store: str, draft: str) -> None:
    found = check_text(draft, STORES[store])

    assert "contradicted" not in {each.verdict for each in found}
    assert not any("swapped" in each.message for each in found)


def test_a_figure_that_is_wrong_alone_is_not_called_swapped() -> None:
    (found,) = check_text("The sinking of the Brae ferry killed 300 people.", STORES["toll"])

    assert (found.verdict, "swapped" in found.message) == ("contradicted", False)


def test_the_suggestions_swap_them_back() -> None:
    found = check_text("The population of Lomar is 71,900 and the population of Brell is 23,400.", STORES["towns"])

    assert [each.suggestion for each in found] == ["23,400", "71,900"]


SLIPS = [
    ("Kestrel had revenue of $4.2 million.", "1,000 times too little: million for billion"),
    ("Kestrel had revenue of $4.2 trillion.", "1,000 times too much: trillion for billion"),
    ("Kestrel had revenue of $42 billion.", "10 times too much"),
    ("Kestrel had revenue of $420 million.", "10 times too little"),
    ("Kestrel had revenue of $4.2bn in 2020 and a net profit of $310bn.", "1,000 times too much: billion for million"),
]


@pytest.mark.parametrize(("draft", "slip"), SLIPS)
def test_a_slip_of_scale_is_named(draft: str, slip: str) -> None:
    wrong = [each for each in check_text(draft, STORES["accounts"]) if each.verdict == "contradicted"]

    assert [each.message.rpartition("; ")[2] for each in wrong] == [slip]


@pytest.mark.parametrize("draft", ["Kestrel had revenue of $4.8 billion.", "Kestrel had revenue of $2.4 billion."])
def test_other_slips_are_not_called_a_slip_of_scale(draft: str) -> None:
    (found,) = check_text(draft, STORES["accounts"])

    assert "times too" not in found.message


def test_the_same_number_of_something_else_is_unknown_and_says_of_what() -> None:
    experts = Fact(
        id="experts", kind="figure", statement="The commission of Lomar heard 12 experts.", subject="Lomar commission",
        value=Quantity(Decimal(12), "expert"), references=(Reference("gazette"),),
    )  # fmt: skip
    (found,) = check_text("The Lomar commission heard of 12 lorries.", [experts])

    assert (found.verdict, found.reason) == ("unknown", "same-number")
    assert found.message == "12 lorries: the store has 12, but of experts"


def test_a_sum_whose_currency_is_named_twice_is_left_to_the_writer() -> None:
    cost = fact("cost", "Brae ferry", "The Brae ferry cost $7 million to build.")
    (once,) = check_text("The Brae ferry cost £7m to build.", [cost])
    (twice,) = check_text("The Brae ferry cost £7m pounds to build.", [cost])

    assert once.suggestion == "US$7m"
    assert (twice.verdict, twice.suggestion) == ("contradicted", None)
