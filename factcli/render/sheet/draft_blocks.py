"""A document -> its blocks as they are written: paragraphs and headings of the source, and what of them is prose."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents import Document

_BLANK_LINES = re.compile(r"(?>\r\n|\r|\n)(?:[^\S\r\n]*+(?>\r\n|\r|\n))++")
# A line that an editor wrapped goes on in the next one; a list item, a row or a short line does not.
_WRAPPED = re.compile(r"(?<=[^\r\n]{60})(?:\r\n|\r|\n)(?=[^\W_]|[\"'“‘(*])(?!\d{1,3}[.)]\s)")
_LINE_END = re.compile(r"[\r\n]")
# A heading takes its line, markup aside.
_MOST_MARKUP = 40


class DraftBlock(NamedTuple):
    """A stretch of the source between blank lines, and the number of its first line."""

    span: Span
    line: int
    is_heading: bool


def blocks_of(document: Document) -> Iterator[DraftBlock]:
    """The blocks of a document in order; all but blank lines is in one of them."""
    headings = set(_heading_lines(document))
    start = 0
    for end, after in _gaps(document.source):
        yield from _cut_at_headings(document, Span(start, end), headings)
        start = after


def _gaps(source: str) -> Iterator[tuple[int, int]]:
    for match in _BLANK_LINES.finditer(source):
        yield match.span()
    yield len(source), len(source)


def _heading_lines(document: Document) -> Iterator[int]:
    for heading in document.headings:
        start, end = document.source_span(heading.span)
        line = document.source_place(start).line
        whole = document.line_span(line)
        if whole.end - whole.start <= end - start + _MOST_MARKUP:
            yield line


def _cut_at_headings(document: Document, span: Span, headings: set[int]) -> Iterator[DraftBlock]:
    """The parts of a stretch: each heading by itself, and the lines between."""
    first, last = document.source_place(span.start).line, document.source_place(span.end).line
    start, line = span.start, first
    for number in range(first, last + 1) if headings else ():
        if number in headings:
            own = document.line_span(number)
            yield from _block(document, start, min(own.start, span.end), line, is_heading=False)
            yield from _block(document, own.start, min(own.end, span.end), number, is_heading=True)
            start, line = min(own.end, span.end), number + 1
    yield from _block(document, start, span.end, line, is_heading=False)


def _block(document: Document, start: int, end: int, line: int, *, is_heading: bool) -> Iterator[DraftBlock]:
    while start < end and document.source[start] in "\r\n":
        start += 1
    while end > start and document.source[end - 1] in "\r\n":
        end -= 1
    if not document.source[start:end].isspace() and start < end:
        yield DraftBlock(Span(start, end), line, is_heading)


class Prose:
    """What of a source is prose, the rest being markup, code and comments."""

    def __init__(self, document: Document) -> None:
        self._starts, self._ends = array("I"), array("I")
        if document.offsets is None:
            self._add(0, len(document.source))
            return
        segments = document.offsets.segments(0, len(document.text))
        for start, end in sorted((source, source + length) for _, _, source, length in segments if length):
            self._add(start, end)

    def _add(self, start: int, end: int) -> None:
        if self._ends and start <= self._ends[-1]:
            self._ends[-1] = max(end, self._ends[-1])
            return
        self._starts.append(start)
        self._ends.append(end)

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """The parts of a stretch of the source in order, and whether each is prose."""
        number = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_left(self._starts, end)
        while start < end:
            if number >= last:
                yield start, end, False
                return
            first, after = max(self._starts[number], start), min(self._ends[number], end)
            if start < first:
                yield start, first, False
            if first < after:
                yield first, after, True
                start = after
            else:
                start = max(start, first)
            number += 1


def as_lines(source: str, start: int, end: int) -> str:
    r"""A stretch of the source with its line ends as ``\n``, and a blank where a line was wrapped.

    >>> as_lines("a" * 60 + "\nbc\r\n- d", 58, 68)
    'aa bc\n- d'
    """

    def line_end(found: re.Match[str]) -> str:
        at = start + found.start()
        if source.startswith("\r\n", at):
            return ""
        is_second = source.startswith("\r\n", at - 1)
        return " " if _WRAPPED.match(source, at - is_second) else "\n"

    return _LINE_END.sub(line_end, source[start:end])
