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
