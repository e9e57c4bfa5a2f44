"""Checking again what changed gives what checking all of it gives."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.check import Checker, check_alone
from factcli.check.alone.draft_reader import DraftReader
from factcli.check.incremental import Rechecker
from factcli.check.paragraph_reader import ParagraphReader
from factcli.mentions import find_mentions
from factcli.model.facts import Fact, Mention, Quantity

TOWER = Fact(
    id="tower-height",
    kind="figure",
    statement="The Lindow tower is 120 metres tall.",
    subject="Lindow tower",
    keywords=("height",),
    value=Quantity(Decimal(120), "m"),
)
PIECES = (
    "The Lindow tower is 130 metres tall.",
    "The Lindow tower is 120 metres tall.",
    "It is 130 metres tall.",
    "It opened in May 1990",
    "two years later",
    "“We built it,” said the mayor.",
    "“We built it",
    "by hand,” she said.",
    "The mayor said:",
    "It cost 5",
    "million pounds. ",
    "Mr.",
    " ",
    "\n",
    "\n\n",
    "\n   \n",
    "\r\n\r\n",
    "\N{WAVING HAND SIGN}",
)
drafts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(drafts, min_size=1, max_size=4), st.sampled_from([None, dt.date(2020, 5, 17)]))
def test_each_state_of_a_draft_has_the_findings_of_a_whole_check(states: list[str], published: dt.date | None) -> None:
    checker = Checker([TOWER])
    again = Rechecker(checker)

    assert [again.check(text, published=published) for text in states] == [
        checker.check(text, published=published) for text in states
    ]


def test_only_the_paragraph_that_changed_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    paragraphs = [f"{PIECES[1]} " * 40 for _ in range(20)]
    again = Rechecker(Checker([TOWER]))
    again.check("\n\n".join(paragraphs))
    read: list[int] = []
    monkeypatch.setattr(
        "factcli.check.paragraph_reader.find_mentions", lambda text, **_: read.append(len(text)) or _NONE
    )
    again.check("\n\n".join([*paragraphs[:10], "Now " + paragraphs[10], *paragraphs[11:]]))

    assert sum(read) < 4 * len(paragraphs[0]) + 6 * 400


_NONE: list[Mention] = []


class _InterruptError(Exception):
    """What a test's ``pause`` raises."""


def test_what_was_read_before_an_interruption_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(f"{PIECES[0]} It has {rooms} rooms. " * 20 for rooms in range(10, 30))
    read: list[str] = []
    monkeypatch.setattr(
        "factcli.check.paragraph_reader.find_mentions",
        lambda window, **how: read.append(window) or find_mentions(window, **how),
    )
    turns = iter([False] * 7 + [True] + [False] * 100)

    def pause() -> None:
        if next(turns):
            raise _InterruptError

    reader = ParagraphReader(pause)
    with pytest.raises(_InterruptError):
        reader.read(text, None, ())

    assert len(read) == 7
    assert reader.read(text, None, ()) == ParagraphReader().read(text, None, ())
    assert len(read) == 20 + 20


SUMS = ("We sold 12 cakes, 14 pies and three tarts, a total of 31.", "It is on 31 June 2024.", "“Sold,” she said.")


@settings(deadline=None)
@given(st.lists(st.sampled_from((*PIECES, *SUMS)), max_size=14).map("".join))
def test_a_draft_is_checked_by_itself_on_the_way(text: str) -> None:
    checker = Checker([TOWER])
    readers = [DraftReader(text), DraftReader(text)]

    checks = zip((checker, Rechecker(checker)), readers, strict=True)
    assert all(list(check.iter_findings(text, alone=alone)) == checker.check(text) for check, alone in checks)
    assert readers[0].findings() == readers[1].findings() == check_alone(text)
