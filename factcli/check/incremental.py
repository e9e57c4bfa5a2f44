"""Incremental checking: unchanged paragraphs are reused, and the findings are those of a full check.

A paragraph is remembered by its text, by the text around it as far as a reader of figures looks, and by the two
sentences before it, whose names its own sentences may rely on.  Quotations are matched over the whole text.
"""

from __future__ import annotations

import re
from heapq import merge
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from factcli.check.checker import SENTENCES_BEFORE, Checker
from factcli.check.names_of_facts.name_checker import as_often_meant, paragraphs_of
from factcli.english.sentences import split_sentences
from factcli.mentions import find_mentions
from factcli.mentions.quotes.find import find_quotes
from factcli.model.facts import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator
    from datetime import date

    from factcli.check import Finding
    from factcli.check.alone.draft_reader import DraftReader
    from factcli.check.vocabulary import Vocabulary

# Where every sentence ends (factcli.english.sentences).
_GAP = re.compile(r"\n(?:[^\S\n]{0,40}+\n)++")
# How many characters on either side decide what a figure means; a relative date may depend on one further back.
_REACH = 400
_REACH_OF_DATES = 2_000

Key = TypeVar("Key", bound="Hashable")
Known = TypeVar("Known")


class _Before(NamedTuple):
    """The sentences before a paragraph, as words and as what they name."""

    sentences: tuple[str, ...] = ()
    vocabulary: tuple[Vocabulary, ...] = ()


class _Judged(NamedTuple):
    """A paragraph's findings, with places from its start, and what the next one has before it."""

    findings: tuple[Finding, ...]
    after: _Before


class _Memory(Generic[Key, Known]):
    """Results of this round and the last one; what neither used is dropped."""

    def __init__(self) -> None:
        self._last: dict[Key, Known] = {}
        self._now: dict[Key, Known] = {}

    def end_round(self) -> None:
        """End a round.  A check that was interrupted does not end one, so its results are kept for the next."""
        self._last, self._now = self._now, {}

    def recall(self, key: Key, work_out: Callable[[], Known]) -> Known:
        """The result for ``key``; ``work_out`` is called only if there is none."""
        if key not in self._now:
            self._now[key] = self._last[key] if key in self._last else work_out()
        return self._now[key]


class Rechecker:
    """Checks a draft again after each change; :meth:`check` returns what ``Checker.check`` would."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._figures: _Memory[Hashable, tuple[Mention, ...]] = _Memory()
        self._judged: _Memory[Hashable, _Judged] = _Memory()
        self._names: _Memory[Hashable, tuple[Finding, ...]] = _Memory()

    def check(self, text: str, *, published: date | None = None, alone: DraftReader | None = None) -> list[Finding]:
        """A finding for each mention of ``text``, in order; the less has changed since the last call, the faster.

        ``alone``, which checks the text by itself, is given each mention on the way.
        """
        quotes = find_quotes(text)
        found: list[Finding] = []
        before = _Before()
        number = 0
        for span in _paragraphs(text):
            first = number
            while number < len(quotes) and quotes[number].span.start < span.end:
                number += 1
            figures = self._figures_of(text, span, published)
            mentions = (*figures, *(_moved(quote, -span.start) for quote in quotes[first:number]))
            if alone is not None:
                for mention in sorted((_moved(each, span.start) for each in mentions), key=_place):
                    alone.note(mention)
            judged = self._judge(text, span, mentions, before, published)
            found.extend(_moved(finding, span.start) for finding in judged.findings)
            before = judged.after
        self._figures.end_round()
        self._judged.end_round()
        return list(merge(found, self._misnamed(text, published), key=attrgetter("span")))

    def _misnamed(self, text: str, published: date | None) -> Iterator[Finding]:
        """The findings on names: those of a paragraph depend on it alone, but for how often the text has a name."""
        for span in paragraphs_of(text):
            found = self._names_of(text[span.start : span.end], published)
            for finding in found:
                yield as_often_meant(_moved(finding, span.start), text)
        self._names.end_round()

    def iter_findings(
        self, text: str, *, published: date | None = None, alone: DraftReader | None = None
    ) -> Iterator[Finding]:
        """The findings of :meth:`check`, one after another."""
        return iter(self.check(text, published=published, alone=alone))

    def _names_of(self, paragraph: str, published: date | None) -> tuple[Finding, ...]:
        return self._names.recall(
            (paragraph, published), lambda: tuple(self._checker.names.of_paragraph(paragraph, published))
        )

    def _figures_of(self, text: str, span: Span, published: date | None) -> tuple[Mention, ...]:
        """The figures and dates that begin in the paragraph, with places from its start."""
        left = max(span.start - (_REACH_OF_DATES if published else _REACH), 0)
        window = text[left : span.end + _REACH]

        def read() -> tuple[Mention, ...]:
            mentions = find_mentions(window, anchor=published)
            inside = range(span.start - left, span.end - left)
            figures = (mention for mention in mentions if mention.kind != "quote" and mention.span.start in inside)
            return tuple(_moved(mention, left - span.start) for mention in figures)

        return self._figures.recall((window, span.start - left, span.end - left, published), read)

    def _judge(
        self, text: str, span: Span, mentions: tuple[Mention, ...], before: _Before, published: date | None
    ) -> _Judged:
        paragraph = text[span.start : span.end]

        def judge() -> _Judged:
            sentences = [_shifted(part, span.start) for part in split_sentences(paragraph)]
            placed = sorted((_moved(mention, span.start) for mention in mentions), key=_place)
            found, vocabulary = self._checker.check_part(
                text, sentences, placed, before=before.vocabulary, published=published
            )
            words = (*before.sentences, *(text[part.start : part.end] for part in sentences))[-SENTENCES_BEFORE:]
            return _Judged(tuple(_moved(finding, -span.start) for finding in found), _Before(words, tuple(vocabulary)))

        return self._judged.recall((paragraph, mentions, before.sentences, published), judge)


def _paragraphs(text: str) -> Iterator[Span]:
    """The stretches of the text up to and with each gap between paragraphs: all of it, without overlap."""
    ends = [match.end() for match in _GAP.finditer(text)]
    return (Span(start, end) for start, end in pairwise([0, *ends, len(text)]) if start < end)


_Placed = TypeVar("_Placed", "Mention", "Finding")


def _moved(placed: _Placed, shift: int) -> _Placed:
    return replace(placed, span=_shifted(placed.span, shift))


def _shifted(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)


def _place(mention: Mention) -> tuple[int, int]:
    # The order of find_mentions: a quote comes before the figures in it.
    return mention.span.start, -mention.span.end
