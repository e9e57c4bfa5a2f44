"""The corpus of figures in figures.txt: each text is read as the figures beside it, and as no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcli.mentions import find_mentions
from factcli.model.facts import Quantity

CORPUS = Path(__file__).with_name("figures.txt")
ROWS = [row.split("=>") for row in CORPUS.read_text("utf-8").splitlines() if row and row[0] != "#"]


def line(value: Quantity) -> str:
    amount = "..".join(f"{end.normalize():f}" for end in (value.amount, value.lower, value.upper) if end is not None)
    parts = ("" if value.comparator == "=" else value.comparator, amount, value.unit, value.per and f"per {value.per}")
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text.strip() for text, _ in ROWS])
def test_a_text_has_these_figures(text: str, expected: str) -> None:
    found = [mention.value for mention in find_mentions(text.strip())]

    assert [line(value) for value in found if isinstance(value, Quantity)] == [
        figure.strip() for figure in expected.split(";") if figure.strip()
    ]


@pytest.mark.parametrize(
    ("text", "is_difference"),
    [
        ("The lake warmed by 4 °C.", True),
        ("The lake warmed 4 °C.", True),
        ("The lake fell by almost 9 °F.", True),
        ("The lake saw a rise in its temperature of about 3 °C.", True),
        ("The lake is 2 °C warmer.", True),
        ("The lake is 2 °C above average.", True),
        ("The lake warms 0.3 °C a decade.", True),
        ("The plan is to limit warming to 1.5 °C.", True),
        ("A swing of between 3 and 5 °C is usual.", True),
        ("A 3 °C increase was seen.", True),
        ("The lake rose to 4 °C.", False),
        ("The lake is at 4 °C.", False),
        ("The lake is 4 °C below freezing.", False),
        ("A low of 4 °C was seen.", False),
        ("By May, 4 °C was usual.", False),
        ("The lake warmed from 4 °C in May.", False),
        ("The lake rose by 4 m.", False),
    ],
)
def test_degrees_are_a_difference_where_the_words_say_so(text: str, *, is_difference: bool) -> None:
    [value] = [mention.value for mention in find_mentions(text) if isinstance(mention.value, Quantity)]

    assert value.is_difference is is_difference
