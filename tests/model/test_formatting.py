from __future__ import annotations

from decimal import Decimal

import pytest

from factcli.model.edtf import parse_edtf
from factcli.model.facts import Fact, Quantity, Quotation, Reference
from factcli.model.formatting import date_in_words, fact_in_words, plain_value, quantity_in_words, value_in_words

DATES = [
    ("2019-07-18", "18 July 2019"),
    ("2015-01", "January 2015"),
    ("2019", "2019"),
    ("196X", "1960s"),
    ("18XX", "1800s"),
    ("2019-22", "summer 2019"),
    ("2019-35", "Q3 2019"),
    ("2007/2015", "2007–2015"),
    ("2019-07-19/2019-07-21", "19–21 July 2019"),
    ("2019-06-30/2019-07-02", "30 June 2019 – 2 July 2019"),
    ("2016/..", "since 2016"),
    ("../2015", "until 2015"),
    ("2019~", "about 2019"),
    ("2019?", "perhaps 2019"),
    ("XXXX-07-18", "18 July"),
    ("-0043", "44 BC"),
]
QUANTITIES = [
    (Quantity(Decimal(7_000_000), "USD"), "US$7,000,000", "7000000 USD"),
    (Quantity(Decimal(-5), "GBP"), "-£5", "-5 GBP"),
    (Quantity(Decimal(5), "CHF"), "CHF 5", "5 CHF"),
    (Quantity(Decimal(2_000_000_000), "USD", per="year"), "US$2,000,000,000 per year", "2000000000 USD/year"),
    (Quantity(Decimal(50_000), "ha"), "50,000 ha", "50000 ha"),
    (Quantity(Decimal("12.5"), "%"), "12.5%", "12.5 %"),
    (Quantity(Decimal(85), "person"), "85 people", "85 person"),
    (Quantity(Decimal(1), "soldier"), "1 soldier", "1 soldier"),
    (Quantity(Decimal(4), "country"), "4 countries", "4 country"),
    (Quantity(Decimal(3), "match"), "3 matches", "3 match"),
    (Quantity(Decimal(80), "person", comparator=">"), "more than 80 people", ">80 person"),
    (Quantity(None, "km", Decimal(3), Decimal(5)), "3–5 km", "3..5 km"),
    (Quantity(Decimal(85)), "85", "85"),
    (Quantity(Decimal("1e999999")), "1E+999999", "1E+999999"),
]


@pytest.mark.parametrize(("edtf", "words"), DATES)
def test_a_date_is_written_in_words(edtf: str, words: str) -> None:
    assert date_in_words(parse_edtf(edtf)) == words


@pytest.mark.parametrize(("quantity", "words", "plain"), QUANTITIES)
def test_a_quantity_is_written_for_people_and_for_scripts(quantity: Quantity, words: str, plain: str) -> None:
    assert (quantity_in_words(quantity), plain_value(quantity)) == (words, plain)


def test_a_quote_is_in_quote_marks_for_people_alone() -> None:
    quotation = Quotation("stronger than ever", "Mike Pompeo")

    assert (value_in_words(quotation), plain_value(quotation)) == ("“stronger than ever”", "stronger than ever")


@pytest.mark.parametrize(
    ("amount", "unit", "surface", "words"),
    [
        (25, "anniversary", "25th", "25th anniversary"),
        (2, "conference", "second", "2nd conference"),
        (11, "round", "11th", "11th round"),
        (3, "conference", "three conferences", "3 conferences"),
    ],
)
def test_a_figure_that_is_printed_as_an_ordinal_is_written_as_one(
    amount: int, unit: str, surface: str, words: str
) -> None:
    fact = Fact(
        id="x",
        kind="figure",
        statement="A statement.",
        value=Quantity(Decimal(amount), unit),
        references=(Reference("source", surface=surface),),
    )

    assert fact_in_words(fact) == words
