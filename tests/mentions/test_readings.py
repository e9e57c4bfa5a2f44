"""The corpora of readings/: each text is read as the figures, dates and ordinals beside it, and as nothing else.

A date stands in square brackets as EDTF, an ordinal after "#", any other figure as its comparator, amount or range, unit
and what it is a rate of.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcli.mentions import find_mentions
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.model.facts import Mention

CORPORA = sorted(Path(__file__).with_name("readings").glob("*.txt"))
# Name and heading of each section, with its rows.
SECTIONS = {
    f"{corpus.stem}: {heading}": [row.split("=>") for row in rows.splitlines() if row]
    for corpus in CORPORA
    for heading, rows in re.findall(r"^# (.+)\n((?:[^#\n].*\n)+)", corpus.read_text("utf-8"), re.MULTILINE)
}


def reading(mention: Mention) -> str:
    value = mention.value
    if not isinstance(value, Quantity):
        return f"[{value}]"
    amount = "..".join(f"{end.normalize():f}" for end in (value.amount, value.lower, value.upper) if end is not None)
    parts = (value.comparator.removeprefix("="), amount, value.unit, value.per and f"per {value.per}")
    return ("#" if mention.kind == "ordinal" else "") + " ".join(part for part in parts if part)


@pytest.mark.parametrize("section", SECTIONS)
def test_each_text_of_a_section_is_read_as_what_it_states(section: str) -> None:
    texts = [text.strip() for text, _ in SECTIONS[section]]

    found = [[reading(each) for each in find_mentions(text) if each.kind != "quote"] for text in texts]

    assert dict(zip(texts, map("; ".join, found), strict=True)) == {
        text.strip(): expected.strip() for text, expected in SECTIONS[section]
    }
