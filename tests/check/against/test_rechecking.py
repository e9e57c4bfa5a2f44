"""Checking again what changed of a draft gives what checking all of it against its sources gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcli.check import Finding
from factcli.check.against.checking import SourceChecker
from factcli.check.against.rechecking import RememberingChecker, SourceRechecker
from factcli.check.checker import Checker
from factcli.check.incremental import Rechecker
from factcli.check.paragraph_reader import Memory, ParagraphReader

SOURCE = """# The Lindow dam

The Lindow dam is 120 metres high. It opened on Friday 4 May 1990 at 7.30pm. Three villages were moved.

“We built it by hand,” said the engineer, Ada Moor. The works cost £5 million.

| Player | Points | Rebounds |
|---|---|---|
| Ada Moor | 21 | 7 |
| Bea Lund | 12 | 9 |
"""
PIECES = (
    "The Lindow dam is 130 metres high.",
    "The Lindow dam is 120 metres high.",
    "It opened in May 1990",
    "on Friday at 7:30pm.",
    "Ada Moor scored 21 points.",
    "She had 7 rebounds.",
    "Lund added 13 points and 9 rebounds.",
    "They won 99-94.",
    "The engineer Ada Moore built it.",
    "Mayor Bea Lundd",
    "two years later",
    "“We built it by hand,” said the mayor.",
    "“We built it",
    "by hand,” she said.",
    "It cost 5",
    "million pounds. ",
    "Mr.",
    " ",
    "\n",
    "\n\n",
    "\r\n\r\n",
    "\N{WAVING HAND SIGN}",
)
CHECKER = SourceChecker([SOURCE])


class RememberedFindings(Memory[Hashable, tuple[Finding, ...]]):
    def has_name(self, surface: str, work_out: Callable[[], bool]) -> bool:  # noqa: ARG002 - nothing is kept of names
        return work_out()


drafts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(drafts, min_size=1, max_size=4), st.sampled_from([None, dt.date(1991, 5, 17)]))
def test_each_state_of_a_draft_has_the_findings_of_a_whole_check(states: list[str], published: dt.date | None) -> None:
    again = SourceRechecker(CHECKER)
    remembering = RememberingChecker(lambda: CHECKER, RememberedFindings())

    for text in states:
        whole = CHECKER.check(text, published=published)
        assert again.check(text, published=published) == whole
        assert remembering.check(text, published=published) == whole


def test_a_title_that_goes_on_after_its_sentence_is_judged_again() -> None:
    states = [f"The dam was in “The H.V. {name}” once." for name in ("Times", "Echo")]
    checker = SourceChecker([states[0]])
    again = SourceRechecker(checker)

    assert [again.check(text) for text in states] == [checker.check(text) for text in states]


def test_only_the_sentences_around_a_change_are_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [f"The Lindow dam of {number} is {number} metres high." for number in range(100, 130)]
    again = SourceRechecker(CHECKER)
    again.check(" ".join(sentences))
    judged: list[str] = []
    check_sentence = CHECKER.check_sentence
    monkeypatch.setattr(
        CHECKER, "check_sentence", lambda passage, before: judged.append(passage) or check_sentence(passage, before)
    )

    again.check(" ".join([*sentences[:10], "It is 99 metres high.", *sentences[11:]]))

    assert len(judged) == 5


def test_who_checks_the_same_text_shares_the_reading_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = ParagraphReader()
    Rechecker(Checker([]), reader).check(SOURCE)
    monkeypatch.setattr("factcli.check.paragraph_reader.find_mentions", None)

    assert SourceRechecker(CHECKER, reader).check(SOURCE) == CHECKER.check(SOURCE)


def test_a_check_can_be_stopped_before_each_sentence() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        SourceRechecker(CHECKER, pause=stop).check("The Lindow dam is 120 metres high.")
