"""A suggestion says the right value in the style of the draft, or nothing."""

from decimal import Decimal

import pytest

from factcli.check.suggestions.rewriting import ways_to_say
from factcli.mentions import find_mentions
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Mention, Quantity, Quotation, Span, Value


def usd(amount: int) -> Quantity:
    return Quantity(Decimal(amount), "USD")


def counted(amount: int, noun: str) -> Quantity:
    return Quantity(Decimal(amount), noun)


STYLES: list[tuple[str, Value, str | None]] = [
    ("87 lives", counted(85, "person"), "85 lives"),
    ("two dozen experts", counted(12, "expert"), "twelve experts"),
    ("a dozen experts", counted(30, "expert"), "thirty experts"),
    ("six hundred people", counted(602, "person"), "602 people"),
    ("six hundred people", counted(800, "person"), "eight hundred people"),
    ("half a million people", counted(250_000, "person"), "250,000 people"),
    ("two million people", counted(3_400_000, "person"), "3.4 million people"),
    ("3 billion people", counted(3_000_000, "person"), "3 million people"),
    ("3 million people", counted(602, "person"), "602 people"),
    ("0.5 million people", counted(250_000, "person"), "0.25 million people"),
    ("one person", counted(3, "person"), "three people"),
    ("2 people", counted(1, "person"), "1 person"),
    ("US$8m", usd(7_000_000), "US$7m"),
    ("US$8m", usd(7_250_000), "US$7.25m"),
    ("US$8bn", usd(7_250_000), "US$7.25m"),
    ("$8 million", usd(7_000_000), "$7 million"),
    ("US$8,000,000", usd(7_000_000), "US$7,000,000"),
    ("€7m", usd(7_000_000), "US$7m"),
    ("7 million euros", usd(7_000_000), "US$7 million"),
    ("seven million euros", usd(7_000_000), "US$7 million"),
    ("twelve jobs", counted(21, "job"), "twenty-one jobs"),
    ("Twelve jobs", counted(9, "job"), "Nine jobs"),
    ("20 miles", Quantity(Decimal(45), "km"), "28 miles"),
    ("20-mile", Quantity(Decimal(45), "km"), "28-mile"),
    ("50,000 acres", Quantity(Decimal(50_000), "ha"), "50,000 hectares"),
    ("5,000 ac", Quantity(Decimal(5_000), "ha"), "5,000 ha"),
    ("90,000 acres", Quantity(Decimal(50_000), "ha", quantum=Decimal(10_000)), "124,000 acres"),
    ("−5 °C", Quantity(Decimal(-7), "°C"), "−7 °C"),
    ("30%", Quantity(Decimal("31.5"), "%"), "31.5%"),
    ("3%", Quantity(Decimal(3), "pp"), "3 percentage points"),
    ("2 hours and 41 minutes", Quantity(Decimal(167), "min"), "2 hours and 47 minutes"),
    ("2 hours and 41 minutes", Quantity(Decimal(3), "h"), "3 hours"),
    ("20 to 30 cranes", Quantity(None, "crane", Decimal(40), Decimal(60)), "40 to 60 cranes"),
    ("41st", counted(24, "anniversary"), "24th"),
    ("second", counted(3, "anniversary"), "third"),
    ("17 July 2019", EdtfDate("2019-07-18"), "18 July 2019"),
    ("July 17th, 2019", EdtfDate("2019-07-22"), "July 22nd, 2019"),
    ("17 July", EdtfDate("2019-08-18"), "18 August"),
    ("Wednesday 17 July 2019", EdtfDate("2019-07-18"), "Thursday 18 July 2019"),
    ("Wednesday 18 July 2019", EdtfDate("2019-07-18"), "Thursday 18 July 2019"),
    ("2019-07-17", EdtfDate("2019-07-18"), "2019-07-18"),
    ("17/07/2019", EdtfDate("2019-07-18"), "18/07/2019"),
    ("7/17/2019", EdtfDate("2019-07-18"), "7/18/2019"),
    ("Jan. 2015", EdtfDate("2016-03"), "Mar. 2016"),
    ("2007-2016", EdtfDate("2007/2015"), "2007-2015"),
    ("17 to 19 July 2019", EdtfDate("2019-07-18/2019-07-20"), "18 to 20 July 2019"),
    ("17 July 2019", EdtfDate("2019"), None),
    ("5 hours", Quantity(Decimal(45), "km"), None),
]


@pytest.mark.parametrize(("draft", "right", "way"), STYLES, ids=[f"{row[0]} -> {row[2]}" for row in STYLES])
def test_the_right_value_is_said_in_the_style_of_the_draft(draft: str, right: Value, way: str | None) -> None:
    (mention,) = find_mentions(draft)

    assert next(ways_to_say(mention, right), None) == way


QUOTES = [
    ("we will build the airport", "We will build the harbour", "we will build the harbour"),
    ("We will build the airport.", "we will build the harbour", "We will build the harbour."),
    ("build the airport, and soon,", "We will build the harbour, and very soon", "build the harbour, and very soon,"),
    (
        "cooks and a baker, all of them",
        "cooks and waiters, a baker, all of them",
        "cooks and waiters, a baker, all of them",
    ),
    ("will\nbuild the airport of Lomar", "We will build the harbour of Lomar", "will\nbuild the harbour of Lomar"),
    ("we will … build the airport", "We will build the harbour", None),
    ("we will [soon] build it", "We will build the harbour", None),
]


@pytest.mark.parametrize(("words", "said", "way"), QUOTES)
def test_a_quote_keeps_its_capital_its_stop_and_the_words_that_are_right(
    words: str, said: str, way: str | None
) -> None:
    mention = Mention(Span(0, len(words)), words, "quote", Quotation(words))

    assert next(ways_to_say(mention, Quotation(said)), None) == way
