"""The corpora of readings/: each text is read as the figures, dates and ordinals beside it, and as nothing else.

A date stands in square brackets as EDTF, an ordinal after "#", any other figure as its comparator, amount or range, unit
and what it is a rate of.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcli.mentions import find_mentions
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.model.facts import Mention

CORPORA = sorted(Path(__file__).with_name("readings").glob("*.txt"))
ROWS = [
    row.split("=>") for corpus in CORPORA for row in corpus.read_text("utf-8").splitlines() if row and row[0] != "#"
]


def reading(mention: Mention) -> str:
    value = mention.value
    if not isinstance(value, Quantity):
        return f"[{value}]"
    amount = "..".join(f"{end.normalize():f}" for end in (value.amount, value.lower, value.upper) if end is not None)
    parts = (value.comparator.removeprefix("="), amount, value.unit, value.per and f"per {value.per}")
    return ("#" if mention.kind == "ordinal" else "") + " ".join(part for part in parts if part)


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text.strip() for text, _ in ROWS])
def test_a_text_is_read_as_what_it_states(text: str, expected: str) -> None:
    found = [reading(mention) for mention in find_mentions(text.strip()) if mention.kind != "quote"]

    assert found == [part.strip() for part in expected.split(";") if part.strip()]
