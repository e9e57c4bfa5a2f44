"""Sentences as newspapers write them, with every figure, date and quote that they state, and no other.

Each line of news.jsonl is a sentence with its readings.  In ``value`` a range is ``lower..upper``, a hedge stands
before the amount (``>=17``, ``~3000000``), and the unit of a rate is ``USD/year``; a date is EDTF, a quote its words.
"""

from __future__ import annotations

import json
from functools import singledispatch
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from factcli.mentions import find_mentions
from factcli.model.edtf import EdtfDate, parse_edtf
from factcli.model.facts import Quantity, Quotation

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from factcli.model.facts import Mention

LINES = (Path(__file__).parent / "news.jsonl").read_text(encoding="utf-8").splitlines()
SENTENCES: list[dict[str, Any]] = [json.loads(line) for line in LINES]


class Stated(NamedTuple):
    """What a reading comes to, written so that equal values are equal texts."""

    kind: str
    value: str
    unit: str


@singledispatch
def value_text(value: object) -> str:
    raise TypeError(value)


@value_text.register
def _(value: Quantity) -> str:
    figure = f"{plain(value.lower)}..{plain(value.upper)}" if value.is_range else plain(value.amount)
    return f"{value.comparator.removeprefix('=')}{figure}"


@value_text.register
def _(value: EdtfDate) -> str:
    """The days meant: "199X" and "1990/1999" are the same ones."""
    return value.text if value.is_yearless else f"{value.earliest} to {value.latest}"


@value_text.register
def _(value: Quotation) -> str:
    return value.text.rstrip(",.")


def plain(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount.normalize():f}"


def unit_text(value: object) -> str:
    return "/".join(filter(None, (getattr(value, "unit", None), getattr(value, "per", None))))


def stated(mention: Mention) -> Stated:
    return Stated(mention.kind, value_text(mention.value), unit_text(mention.value))


def expected(reading: dict[str, str]) -> Stated:
    texts: dict[str, Callable[[str], str]] = {
        "date": lambda text: value_text(parse_edtf(text)),
        "quote": lambda text: text.rstrip(",."),
    }
    return Stated(reading["kind"], texts.get(reading["kind"], str)(reading["value"]), reading.get("unit", ""))


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["text"][:50])
def test_a_sentence_states_these_figures_dates_and_quotes(sentence: dict[str, Any]) -> None:
    mentions = find_mentions(sentence["text"])

    assert sorted(map(stated, mentions)) == sorted(map(expected, sentence["mentions"]))


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["text"][:50])
def test_a_mention_covers_the_figure_where_it_stands(sentence: dict[str, Any]) -> None:
    text = sentence["text"]
    places = [(text.index(reading["surface"]), len(reading["surface"])) for reading in sentence["mentions"]]

    spans = sorted(mention.span for mention in find_mentions(text))

    assert len(spans) == len(places)
    assert all(
        span.start < start + length and start < span.end for span, (start, length) in zip(spans, places, strict=True)
    )
