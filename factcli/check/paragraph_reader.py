"""Read a draft again: a text comes in, its paragraphs with their mentions go out; unchanged ones are not read again.

A paragraph is remembered by its text, and by the text around it as far as a reader of figures looks.  Quotations are
matched over the whole text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from factcli.mentions import find_mentions
from factcli.mentions.quotes.find import find_quotes
from factcli.model.facts import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator
    from datetime import date

    from factcli.check import Finding

# Where every sentence ends (factcli.english.sentences).
_GAP = re.compile(r"\n(?:[^\S\n]{0,40}+\n)++")
# How many characters on either side decide what a figure means; a relative date may depend on one further back.
_REACH = 400
_REACH_OF_DATES = 2_000

Key = TypeVar("Key", bound="Hashable")
Known = TypeVar("Known")
Placed = TypeVar("Placed", "Mention", "Finding")


class Memory(Generic[Key, Known]):
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


class ReadParagraph(NamedTuple):
    """A paragraph of a text, and the mentions that begin in it: first the figures, then the quotes.

    Places of mentions are from the start of the paragraph.
    """

    span: Span
    mentions: tuple[Mention, ...]


class ParagraphReader:
    """Reads a draft again after each change; those who check the same text share one reading of it.

    ``pause`` is called before each paragraph, and may raise to interrupt; what was read by then is kept.
    """

    def __init__(self, pause: Callable[[], None] = lambda: None) -> None:
        self._pause = pause
        self._figures: Memory[Hashable, tuple[Mention, ...]] = Memory()
        self._last: tuple[Hashable, list[ReadParagraph]] | None = None

    def read(self, text: str, published: date | None, block_quotes: Iterable[Span]) -> list[ReadParagraph]:
        """The paragraphs of ``text``, all of it, in order."""
        blocks = tuple(block_quotes)
        key = (text, published, blocks)
        if self._last is None or self._last[0] != key:
            self._last = key, list(self._read(text, published, blocks))
            self._figures.end_round()
        return self._last[1]

    def _read(self, text: str, published: date | None, block_quotes: tuple[Span, ...]) -> Iterator[ReadParagraph]:
        quotes = find_quotes(text, block_quotes)
        number = 0
        for span in _paragraphs(text):
            self._pause()
            first = number
            while number < len(quotes) and quotes[number].span.start < span.end:
                number += 1
            figures = self._figures_of(text, span, published)
            yield ReadParagraph(span, (*figures, *(moved(quote, -span.start) for quote in quotes[first:number])))

    def _figures_of(self, text: str, span: Span, published: date | None) -> tuple[Mention, ...]:
        """The figures and dates that begin in the paragraph, with places from its start."""
        left = max(span.start - (_REACH_OF_DATES if published else _REACH), 0)
        window = text[left : span.end + _REACH]

        def read() -> tuple[Mention, ...]:
            mentions = find_mentions(window, anchor=published)
            inside = range(span.start - left, span.end - left)
            figures = (mention for mention in mentions if mention.kind != "quote" and mention.span.start in inside)
            return tuple(moved(mention, left - span.start) for mention in figures)

        return self._figures.recall((window, span.start - left, span.end - left, published), read)


def _paragraphs(text: str) -> Iterator[Span]:
    """The stretches of the text up to and with each gap between paragraphs: all of it, without overlap."""
    ends = [match.end() for match in _GAP.finditer(text)]
    return (Span(start, end) for start, end in pairwise([0, *ends, len(text)]) if start < end)


def moved(placed: Placed, shift: int) -> Placed:
    """The same mention or finding so many characters further on."""
    return replace(placed, span=placed.span.shifted(shift))


def place_of(mention: Mention) -> tuple[int, int]:
    """The order of :func:`find_mentions`: a quote comes before the figures in it."""
    return mention.span.start, -mention.span.end
