"""Twice the text takes twice the work, whatever the text: calls are counted, not seconds."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from factcli.check import Checker, check_alone
from factcli.documents import parse_document
from factcli.extract import extract_facts
from factcli.mentions import find_mentions
from factcli.model.facts import Fact, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable

# Within what is read as one sentence, and far beyond it.
_SHORT, _LONG = 900, 4_000
# Twice the work is 2; work that grows with the square of the text is 4.
_MOST_GROWTH = 2.6
_FACTS = [
    Fact(
        id="lomar-people",
        kind="figure",
        statement="Lomar has 9 people.",
        value=Quantity(Decimal(9), "person"),
        subject="Lomar",
    ),
    Fact(
        id="lomar-share",
        kind="figure",
        statement="A share of 5% of Lomar is wood.",
        value=Quantity(Decimal(5), "%"),
        subject="Lomar",
    ),
]
_CHECKER = Checker(_FACTS)
_WORKS: dict[str, Callable[[str], object]] = {
    "mentions": find_mentions,
    "check": _CHECKER.check,
    "check alone": check_alone,
    "extract": extract_facts,
    "markdown": lambda text: parse_document(text, name="a.md"),
}
_PATTERNS = (
    "\n1",
    "1 ",
    ". 9.",
    "1%",
    "½",
    "1–",
    "1:2:",
    '"',
    "“a ",
    "Lomar 1:2:",
    "[",
    "of Lomar, ",
    "$",
    "- 1\n",
    "Ada Holm, ",
    "1 | ",
    "# ",
    " from 1 to 2",
)


def _calls(work: Callable[[str], object], text: str) -> int:
    """How many functions are called, those in C and each step of a generator too."""
    count = 0

    def see(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(see)
    try:
        work(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("work", _WORKS.values(), ids=_WORKS)
@pytest.mark.parametrize(("pattern", "size"), [*((each, _SHORT) for each in _PATTERNS), ("1 ", _LONG), ("“a ", _LONG)])
def test_twice_the_text_is_twice_the_work(work: Callable[[str], object], pattern: str, size: int) -> None:
    text = pattern * (size // len(pattern))
    work(text)  # What is read once is not counted.
    assert _calls(work, text + text) <= _MOST_GROWTH * _calls(work, text) + 1_000
