"""Check a draft against its sources again: unchanged sentences keep their findings.

:class:`SourceRechecker` does so after each change of an open draft, :class:`RememberingChecker` in the next run.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, Protocol

from factcli.check.against.draft_walk import SENTENCES_BEFORE, check_draft, key_of
from factcli.check.checker import iter_passages
from factcli.check.names_of_facts.name_checker import by_paragraph
from factcli.check.names_of_facts.name_rechecker import NameRechecker
from factcli.check.paragraph_reader import Memory, ParagraphReader, moved, place_of
from factcli.english.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
    from datetime import date

    from factcli.check import Finding
    from factcli.check.against.checking import SourceChecker
    from factcli.check.against.combining import WrittenNames
    from factcli.check.passages import Passage
    from factcli.model.facts import Mention, Span

# More than a long draft has; one sentence takes some kilobytes at most.
_MOST_SENTENCES = 4_000


class _Judged(NamedTuple):
    """A paragraph's findings, with places from its start, and the last sentences up to its end, latest first."""

    findings: tuple[Finding, ...]
    before: tuple[str, ...]


class SourceRechecker:
    """Checks a draft again after each change; :meth:`check` returns what ``SourceChecker.check`` would.

    A sentence is remembered by its words, its mentions (a quote may run on into the next paragraph), the two sentences
    before it and what stands right beside it.
    """

    def __init__(
        self, checker: SourceChecker, reader: ParagraphReader | None = None, pause: Callable[[], None] = lambda: None
    ) -> None:
        """``reader`` is shared with others who check the same text; ``pause`` is called before each sentence."""
        self._checker = checker
        self._reader = reader or ParagraphReader()
        self._pause = pause
        self._paragraphs: Memory[Hashable, _Judged] = Memory()
        self._misnamed = NameRechecker(checker.names)
        self.names = checker.names
        self._sentences: OrderedDict[Hashable, tuple[Finding, ...]] = OrderedDict()

    def check(self, text: str, *, published: date | None = None, block_quotes: Iterable[Span] = ()) -> list[Finding]:
        """A finding for each mention and wrong name of ``text``, in order; the less has changed, the faster."""
        found: list[Finding] = []
        before: tuple[str, ...] = ()
        for span, mentions in self._reader.read(text, published, block_quotes):
            paragraph = text[slice(*span)]
            judge = partial(self._judge, text, span, mentions, before)
            judged = self._paragraphs.recall((paragraph, mentions, before), judge)
            found.extend(moved(finding, span.start) for finding in judged.findings)
            before = judged.before
        self._paragraphs.end_round()
        return list(merge(found, self._misnamed.iter_findings(text, published), key=attrgetter("span")))

    def _judge(self, text: str, span: Span, mentions: tuple[Mention, ...], before: tuple[str, ...]) -> _Judged:
        found: list[Finding] = []
        sentences = [part.shifted(span.start) for part in split_sentences(text[slice(*span)])]
        placed = sorted((moved(mention, span.start) for mention in mentions), key=place_of)
        for passage in iter_passages(text, sentences, placed):
            found += (moved(finding, -span.start) for finding in self._recalled(passage, before))
            before = (text[slice(*passage.span)], *before)[:SENTENCES_BEFORE]
        return _Judged(tuple(found), before)

    def _recalled(self, passage: Passage, before: tuple[str, ...]) -> Iterable[Finding]:
        """The findings of a sentence, with their places in the text."""
        start = passage.span.start
        key = key_of(passage, before)
        if key not in self._sentences:
            self._pause()
            found = self._checker.check_sentence(passage, before)
            self._sentences[key] = tuple(moved(finding, -start) for finding in found)
            if len(self._sentences) > _MOST_SENTENCES:
                self._sentences.popitem(last=False)
        self._sentences.move_to_end(key)
        return (moved(finding, start) for finding in self._sentences[key])


class SourceMemory(Protocol):
    """What sources said in an earlier check, by what decides it; ``work_out`` is called only for what they did not."""

    def recall(self, key: Hashable, work_out: Callable[[], tuple[Finding, ...]]) -> tuple[Finding, ...]:
        """The findings for ``key``."""

    def has_name(self, surface: str, work_out: Callable[[], bool]) -> bool:
        """Whether the sources have a name as it is written."""


class RememberingChecker:
    """Checks a draft again; :meth:`check` returns what the ``SourceChecker`` would that ``opened`` returns."""

    def __init__(self, opened: Callable[[], SourceChecker], memory: SourceMemory) -> None:
        self._opened = opened
        self._memory = memory

    @property
    def names(self) -> WrittenNames:
        """The names that the sources have."""
        return self

    def has(self, surface: str) -> bool:
        """Whether the sources have a name as it is written."""
        return self._memory.has_name(surface, lambda: self._opened().names.has(surface))

    def check(self, text: str, *, published: date | None = None, block_quotes: Iterable[Span] = ()) -> list[Finding]:
        """A finding for each mention and wrong name of ``text``, in order."""
        return check_draft(self, text, published, block_quotes)

    def check_sentence(self, passage: Passage, before: Sequence[str]) -> Iterator[Finding]:
        """The findings of one sentence, in order; ``before`` are the words of the last sentences, latest first."""
        start = passage.span.start

        def judge() -> tuple[Finding, ...]:
            found = self._opened().check_sentence(passage, before)
            return tuple(moved(finding, -start) for finding in found)

        return (moved(finding, start) for finding in self._memory.recall(key_of(passage, before), judge))

    def misnamed(self, text: str, published: date | None) -> Iterator[Finding]:
        """A finding for each wrong name of ``text``, in order."""

        def of_paragraph(paragraph: str) -> Iterable[Finding]:
            return self._memory.recall(
                (paragraph, published), lambda: tuple(self._opened().names.of_paragraph(paragraph, published))
            )

        return by_paragraph(text, of_paragraph)
