"""Go through a draft sentence by sentence: a text and who judges its sentences come in, the findings go out."""

from __future__ import annotations

from collections import deque
from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

from factcli.check.checker import iter_passages
from factcli.check.findings import in_composed_letters
from factcli.check.paragraph_reader import moved
from factcli.english.sentences import iter_sentences
from factcli.mentions import iter_mentions

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence
    from datetime import date

    from factcli.check.findings import Finding
    from factcli.check.passages import Passage
    from factcli.model.facts import Span

# A name in this many sentences before may be what a sentence is about.
SENTENCES_BEFORE = 2
# How many characters on either side of a sentence are looked at.  A title may go on beyond what looks like the end of a
# sentence: "the song “Jo. Meet Me”".
REACH = 80


class SentenceJudge(Protocol):
    """Judges a draft in parts: its sentences, and the names of all of it."""

    def check_sentence(self, passage: Passage, before: Sequence[str]) -> Iterable[Finding]:
        """The findings of one sentence, in order; ``before`` are the words of the last sentences, latest first."""

    def misnamed(self, text: str, published: date | None) -> Iterator[Finding]:
        """A finding for each wrong name of a text, in order."""


def check_draft(judge: SentenceJudge, text: str, published: date | None, block_quotes: Iterable[Span]) -> list[Finding]:
    """A finding for each mention of ``text`` and each wrong name, in order."""

    def check(composed: str, quotes: Iterable[Span]) -> list[Finding]:
        mentions = iter_mentions(composed, anchor=published, block_quotes=quotes)
        found = _of_sentences(judge, composed, iter_passages(composed, iter_sentences(composed), mentions))
        return list(merge(found, judge.misnamed(composed, published), key=attrgetter("span")))

    return in_composed_letters(text, block_quotes, check)


def _of_sentences(judge: SentenceJudge, text: str, passages: Iterable[Passage]) -> Iterator[Finding]:
    recent: deque[str] = deque(maxlen=SENTENCES_BEFORE)
    for passage in passages:
        yield from judge.check_sentence(passage, [*reversed(recent)])
        recent.append(text[slice(*passage.span)])


def key_of(passage: Passage, before: Sequence[str]) -> Hashable:
    """All that decides the findings of a sentence, wherever it stands: two with the same key have the same."""
    start, end = passage.span
    within = tuple(moved(mention, -start) for mention in passage.mentions)
    around = passage.text[max(start - REACH, 0) : start], passage.text[end : end + REACH]
    return passage.text[start:end], within, tuple(before), around
