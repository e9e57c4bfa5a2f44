"""A suggestion says the right value in the style of the draft, or nothing."""

from decimal import Decimal

import pytest

from factcli.checking.rewriting import rewrite
from factcli.edtf import EdtfDate
from factcli.mentions import find_mentions
from factcli.model import Mention, Quantity, Quotation, Span, Value


def usd(amount: int) -> Quantity:
    return Quantity(Decimal(amount), "USD")


STYLES: list[tuple[str, Value, str | None]] = [
    ("87 lives", Quantity(Decimal(85), "person"), "85 lives"),
    ("US$8m", usd(7_000_000), "US$7m"),
    ("US$8m", usd(7_250_000), "US$7.25m"),
    ("$8 million", usd(7_000_000), "$7 million"),
    ("US$8,000,000", usd(7_000_000), "US$7,000,000"),
    ("€7m", usd(7_000_000), "US$7m"),
    ("twelve jobs", Quantity(Decimal(21), "job"), "twenty-one jobs"),
    ("Twelve jobs", Quantity(Decimal(9), "job"), "Nine jobs"),
    ("20 miles", Quantity(Decimal(45), "km"), "28 miles"),
    ("30%", Quantity(Decimal("31.5"), "%"), "31.5%"),
    ("17 July 2019", EdtfDate("2019-07-18"), "18 July 2019"),
    ("July 17th, 2019", EdtfDate("2019-07-22"), "July 22nd, 2019"),
    ("17 July", EdtfDate("2019-08-18"), "18 August"),
    ("Wednesday 17 July 2019", EdtfDate("2019-07-18"), "18 July 2019"),
    ("2019-07-17", EdtfDate("2019-07-18"), "2019-07-18"),
    ("Jan. 2015", EdtfDate("2016-03"), "Mar. 2016"),
    ("2007-2016", EdtfDate("2007/2015"), "2007-2015"),
    ("17 July 2019", EdtfDate("2019"), None),
    ("5 hours", Quantity(Decimal(45), "km"), None),
]


@pytest.mark.parametrize(("draft", "right", "suggestion"), STYLES, ids=[f"{row[0]} -> {row[2]}" for row in STYLES])
def test_the_right_value_is_said_in_the_style_of_the_draft(draft: str, right: Value, suggestion: str | None) -> None:
    (mention,) = find_mentions(draft)

    assert rewrite(mention, right) == suggestion


def test_a_whole_quote_is_replaced_by_what_was_said() -> None:
    words = "we will build the airport"
    mention = Mention(Span(0, len(words)), words, "quote", Quotation(words))

    assert rewrite(mention, Quotation("We will build the harbour")) == "We will build the harbour"


@pytest.mark.parametrize("words", ["we will … build", "we will [soon] build it"])
def test_a_cut_quote_has_no_suggestion(words: str) -> None:
    mention = Mention(Span(0, len(words)), words, "quote", Quotation(words))

    assert rewrite(mention, Quotation("We will build the harbour")) is None
