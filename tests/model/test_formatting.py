from __future__ import annotations

from decimal import Decimal

import pytest

from factcli.model.edtf import parse_edtf
from factcli.model.facts import Fact, Quantity, Quotation, Reference
from factcli.model.figure_style import FigureStyle, quantity_in_words, style_of
from factcli.model.formatting import date_in_words, fact_in_words, plain_value, value_in_words

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
    (Quantity(Decimal(7_000_000), "USD"), "US$7 million", "7000000 USD"),
    (Quantity(Decimal(281700000), "GBP"), "£281.7 million", "281700000 GBP"),
    (Quantity(Decimal(1234000000), "EUR"), "€1.234 billion", "1234000000 EUR"),
    (Quantity(Decimal("1.5e12"), "JPY"), "¥1.5 trillion", "1500000000000 JPY"),
    (Quantity(Decimal(-5), "GBP"), "-£5", "-5 GBP"),
    (Quantity(Decimal(-5_000_000), "GBP"), "-£5 million", "-5000000 GBP"),
    (Quantity(Decimal(5), "CHF"), "CHF 5", "5 CHF"),
    (Quantity(Decimal(2_000_000_000), "USD", per="year"), "US$2 billion a year", "2000000000 USD/year"),
    (Quantity(Decimal(12), "GBP", per="h"), "£12 an hour", "12 GBP/h"),
    (Quantity(Decimal(5), "USD", per="km"), "US$5 per km", "5 USD/km"),
    (Quantity(Decimal(3), "visit", per="person"), "3 visits per person", "3 visit/person"),
    (Quantity(Decimal(12), "death", per="100000 person"), "12 deaths per 100,000 people", "12 death/100000 person"),
    (Quantity(Decimal(50_000), "ha"), "50,000 ha", "50000 ha"),
    (Quantity(Decimal(1_500_000), "ha"), "1.5 million ha", "1500000 ha"),
    (Quantity(Decimal("12.5"), "%"), "12.5%", "12.5 %"),
    (Quantity(Decimal(3), "pp"), "3 percentage points", "3 pp"),
    (Quantity(Decimal(50), "mph"), "50 mph", "50 mph"),
    (Quantity(Decimal(161), "min"), "161 minutes", "161 min"),
    (Quantity(Decimal(1), "h"), "1 hour", "1 h"),
    (Quantity(Decimal(28), "mi"), "28 miles", "28 mi"),
    (Quantity(Decimal(3), "century"), "3 centuries", "3 century"),
    (Quantity(Decimal(85), "person"), "85 people", "85 person"),
    (Quantity(Decimal(0), "person"), "0 people", "0 person"),
    (Quantity(Decimal(3), "people"), "3 people", "3 people"),
    (Quantity(Decimal(1), "soldier"), "1 soldier", "1 soldier"),
    (Quantity(Decimal(4), "country"), "4 countries", "4 country"),
    (Quantity(Decimal(3), "match"), "3 matches", "3 match"),
    (Quantity(Decimal(9), "job application"), "9 job applications", "9 job application"),
    (Quantity(Decimal(2), "fisherman"), "2 fishermen", "2 fisherman"),
    (Quantity(Decimal(8_804_190), "person"), "8,804,190 people", "8804190 person"),
    (Quantity(Decimal(3_000_000), "person", comparator="~"), "about 3 million people", "~3000000 person"),
    (Quantity(Decimal(80), "person", comparator=">"), "more than 80 people", ">80 person"),
    (Quantity(None, "km", Decimal(3), Decimal(5)), "3–5 km", "3..5 km"),
    (Quantity(None, "USD", Decimal(5_000_000), Decimal(7_500_000)), "US$5–7.5 million", "5000000..7500000 USD"),
    (Quantity(None, "USD", Decimal(900_000), Decimal(7_000_000)), "US$900,000–7,000,000", "900000..7000000 USD"),
    (Quantity(Decimal(85)), "85", "85"),
    (Quantity(Decimal("1e999999")), "1E+999999", "1E+999999"),
]


@pytest.mark.parametrize(("edtf", "words"), DATES)
def test_a_date_is_written_in_words(edtf: str, words: str) -> None:
    assert date_in_words(parse_edtf(edtf)) == words


@pytest.mark.parametrize(("quantity", "words", "plain"), QUANTITIES)
def test_a_quantity_is_written_for_people_and_for_scripts(quantity: Quantity, words: str, plain: str) -> None:
    assert (quantity_in_words(quantity), plain_value(quantity)) == (words, plain)


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (FigureStyle("words"), ["US$7 million", "about 3.2 million people", "50,000 ha"]),
        (FigureStyle("letters"), ["US$7m", "about 3.2m people", "50,000 ha"]),
        (FigureStyle("digits"), ["US$7,000,000", "about 3,200,000 people", "50,000 ha"]),
        (
            FigureStyle("digits", "\u202f"),
            ["US$7\u202f000\u202f000", "about 3\u202f200\u202f000 people", "50\u202f000 ha"],
        ),
    ],
)
def test_a_house_has_its_style_of_figures(style: FigureStyle, words: list[str]) -> None:
    quantities = (
        Quantity(Decimal(7_000_000), "USD"),
        Quantity(Decimal(3_200_000), "person", comparator="~"),
        Quantity(Decimal(50_000), "ha"),
    )

    assert [quantity_in_words(quantity, style) for quantity in quantities] == words


@pytest.mark.parametrize(
    ("surface", "words"),
    [
        ("US$9m", "US$7m"),
        ("9bn", "US$7m"),
        ("$9,000,000", "US$7,000,000"),
        ("US$9 million", "US$7 million"),
        ("nine million dollars", "US$7 million"),
        ("9 m", "US$7m"),
        ("90,000 dollars", "US$7 million"),
    ],
)
def test_a_figure_is_written_like_the_one_beside_it(surface: str, words: str) -> None:
    assert quantity_in_words(Quantity(Decimal(7_000_000), "USD"), style_of(surface)) == words


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("person", "people"),
        ("woman", "women"),
        ("policeman", "policemen"),
        ("human", "humans"),
        ("diagnosis", "diagnoses"),
        ("monarch", "monarchs"),
        ("church", "churches"),
        ("search", "searches"),
        ("aircraft", "aircraft"),
        ("country", "countries"),
        ("day", "days"),
    ],
)
def test_a_noun_has_its_plural(one: str, many: str) -> None:
    assert quantity_in_words(Quantity(Decimal(2), one)) == f"2 {many}"


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
