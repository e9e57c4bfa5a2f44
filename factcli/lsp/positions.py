"""Offsets into a text <-> positions of an editor, which counts lines from 0 and columns in UTF-8, -16 or -32 units."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from lsprotocol import types

from factcli.documents.document import LINE_END
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

# The characters that take more than one unit, a pattern for each unit more.
_WIDER: dict[str, tuple[re.Pattern[str], ...]] = {
    "utf-8": tuple(map(re.compile, ("[^\0-\x7f]", "[^\0-\u07ff]", "[^\0-\uffff]"))),
    "utf-16": (re.compile("[^\0-\uffff]"),),
    "utf-32": (),
}


class Lines:
    """A text as an editor sees it; ``encoding`` is what was agreed on for columns."""

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._encoding = encoding
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def position(self, offset: int) -> types.Position:
        """Where the character at ``offset`` stands."""
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._units(offset) - self._units(self._starts[line]))

    def place(self, line: int, column: int) -> types.Position:
        """Where the character in that column of a line stands: both from 0, the column in code points."""
        start = self._start(line)
        return types.Position(line, self._units(start + min(column, len(self.line(line)))) - self._units(start))

    def range(self, span: tuple[int, int]) -> types.Range:
        """Where a stretch of the text stands."""
        return types.Range(self.position(span[0]), self.position(span[1]))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; one behind the end of its line or of the text is that end (LSP 3.17, Position)."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._start(max(position.line, 0))
        offsets = range(start, start + len(self.line(max(position.line, 0))) + 1)
        wanted = self._units(start) + max(position.character, 0)
        # A position within a character is that before it.
        return offsets[bisect_right(offsets, wanted, key=self._units) - 1]

    def span(self, place: types.Range) -> Span:
        """The stretch of the text that a range covers; one that runs backwards is read forwards."""
        first, last = sorted((self.offset(place.start), self.offset(place.end)))
        return Span(first, last)

    def line(self, number: int) -> str:
        """The line of this number, from 0, without what ends it; empty behind the last one."""
        if number >= len(self._starts):
            return ""
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
        return self._text[self._starts[number] : end].rstrip("\r\n")

    def _start(self, line: int) -> int:
        return self._starts[line] if line < len(self._starts) else len(self._text)

    def _units(self, offset: int) -> int:
        """The units of all that stands before an offset."""
        return offset + sum(bisect_left(wider, offset) for wider in self._wider)

    @cached_property
    def _wider(self) -> list[array[int]]:
        """Where the characters stand that take one unit more, two, three: a line may be as long as the text."""
        if self._text.isascii():
            return []
        return [array("q", (match.start() for match in each.finditer(self._text))) for each in _WIDER[self._encoding]]


def changed(text: str, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: str) -> str:
    """``text`` after the changes of an editor, each of which is made to what the one before left."""
    # What stands before a change stands where it stood: many changes at once come from the end to the beginning.
    lines, unchanged = None, 0
    for change in changes:
        if not isinstance(change, types.TextDocumentContentChangePartial):
            text, lines = change.text, None
            continue
        first, last = lines.span(change.range) if lines else (0, 0)
        if lines is None or last >= unchanged:
            lines = Lines(text, encoding)
            first, last = lines.span(change.range)
        text, unchanged = text[:first] + change.text + text[last:], first
    return text
