"""The corpus of dates in dates.txt: each text is read as the dates beside it, and as no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcli.mentions import find_mentions
from factcli.model.edtf import EdtfDate

CORPUS = Path(__file__).with_name("dates.txt")
ROWS = [row.split("=>") for row in CORPUS.read_text("utf-8").splitlines() if row and row[0] != "#"]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text.strip() for text, _ in ROWS])
def test_a_text_has_these_dates(text: str, expected: str) -> None:
    found = [mention.value for mention in find_mentions(text.strip())]

    assert [str(value) for value in found if isinstance(value, EdtfDate)] == [
        value.strip() for value in expected.split(";") if value.strip()
    ]
