"""Incremental checking: unchanged paragraphs are reused, and the findings are those of a full check.

A paragraph is remembered by its text, its mentions, and the sentences before it, whose names its own sentences may
rely on.
"""

from __future__ import annotations

from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.antecedents.before import SENTENCES_BEFORE, Before
from factcli.check.checker import Checker, Setting
from factcli.check.names_of_facts.name_rechecker import NameRechecker
from factcli.check.paragraph_reader import Memory, ParagraphReader, moved, place_of
from factcli.english.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from datetime import date

    from factcli.check import Finding
    from factcli.check.alone.draft_reader import DraftReader
    from factcli.documents.document import Heading
    from factcli.model.facts import Mention, Span


class _Before(NamedTuple):
    """The sentences before a paragraph, as words and as what they name."""

    sentences: tuple[str, ...] = ()
    known: Before = Before()


class _Judged(NamedTuple):
    """A paragraph's findings, with places from its start, and what the next one has before it."""

    findings: tuple[Finding, ...]
    after: _Before


class Rechecker:
    """Checks a draft again after each change; :meth:`check` returns what ``Checker.check`` would."""

    def __init__(self, checker: Checker, reader: ParagraphReader | None = None) -> None:
        """``reader`` is shared with others who check the same text."""
        self._checker = checker
        self._reader = reader or ParagraphReader()
        self._judged: Memory[Hashable, _Judged] = Memory()
        self._misnamed = NameRechecker(checker.names)
        self.names = checker.names

    def check(
        self,
        text: str,
        *,
        published: date | None = None,
        block_quotes: Iterable[Span] = (),
        headings: Iterable[Heading] = (),
        alone: DraftReader | None = None,
    ) -> list[Finding]:
        """A finding for each mention of ``text``, in order; the less has changed since the last call, the faster.

        ``alone``, which checks the text by itself, is given each mention on the way.
        """
        found: list[Finding] = []
        before, setting = _Before(), Setting.of(published, headings)
        for span, mentions in self._reader.read(text, published, block_quotes):
            if alone is not None:
                for mention in sorted((moved(each, span.start) for each in mentions), key=place_of):
                    alone.note(mention)
            judged = self._judge(text, span, mentions, before, setting)
            found.extend(moved(finding, span.start) for finding in judged.findings)
            before = judged.after
        self._judged.end_round()
        return list(merge(found, self._misnamed.iter_findings(text, published), key=attrgetter("span")))

    def iter_findings(
        self,
        text: str,
        *,
        published: date | None = None,
        block_quotes: Iterable[Span] = (),
        headings: Iterable[Heading] = (),
        alone: DraftReader | None = None,
    ) -> Iterator[Finding]:
        """The findings of :meth:`check`, one after another."""
        found = self.check(text, published=published, block_quotes=block_quotes, headings=headings, alone=alone)
        return iter(found)

    def _judge(
        self, text: str, span: Span, mentions: tuple[Mention, ...], before: _Before, setting: Setting
    ) -> _Judged:
        paragraph = text[span.start : span.end]
        level = setting.headings.get(span.end - len(paragraph.lstrip()))

        def judge() -> _Judged:
            sentences = [part.shifted(span.start) for part in split_sentences(paragraph)]
            placed = sorted((moved(mention, span.start) for mention in mentions), key=place_of)
            found, after = self._checker.check_part(text, sentences, placed, before.known, setting)
            words = (*before.sentences, *(text[part.start : part.end] for part in sentences))[-SENTENCES_BEFORE:]
            return _Judged(tuple(moved(finding, -span.start) for finding in found), _Before(words, after))

        return self._judged.recall((paragraph, mentions, before, setting.published, level), judge)
