"""Convert between text offsets and LSP positions: lines from 0, columns in UTF-8, UTF-16 or UTF-32 code units."""

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

# Characters that take more than one code unit: one pattern for each additional unit.
_WIDER: dict[str, tuple[re.Pattern[str], ...]] = {
    "utf-8": tuple(map(re.compile, ("[^\0-\x7f]", "[^\0-\u07ff]", "[^\0-\uffff]"))),
    "utf-16": (re.compile("[^\0-\uffff]"),),
    "utf-32": (),
}


class Lines:
    """A text in lines; ``encoding`` is the position encoding negotiated with the editor."""

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._encoding = encoding
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def position(self, offset: int) -> types.Position:
        """The position of the character at ``offset``."""
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._units(offset) - self._units(self._starts[line]))

    def place(self, line: int, column: int) -> types.Position:
        """The position of a line and column, both from 0, the column in code points."""
        start = self._start(line)
        return types.Position(line, self._units(start + min(column, len(self.line(line)))) - self._units(start))

    def range(self, span: tuple[int, int]) -> types.Range:
        """The range of a span."""
        return types.Range(self.position(span[0]), self.position(span[1]))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; beyond the end of the line or text it is that end (LSP 3.17, Position)."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._start(max(position.line, 0))
        offsets = range(start, start + len(self.line(max(position.line, 0))) + 1)
        wanted = self._units(start) + max(position.character, 0)
        # A position within a character counts as the position before it.
        return offsets[bisect_right(offsets, wanted, key=self._units) - 1]

    def span(self, place: types.Range) -> Span:
        """The span of a range; start and end may be swapped."""
        first, last = sorted((self.offset(place.start), self.offset(place.end)))
        return Span(first, last)

    def line(self, number: int) -> str:
        """The line with this number, from 0, without its line end; empty after the last line."""
        if number >= len(self._starts):
            return ""
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
        return self._text[self._starts[number] : end].rstrip("\r\n")

    def _start(self, line: int) -> int:
        return self._starts[line] if line < len(self._starts) else len(self._text)

    def _units(self, offset: int) -> int:
        """The number of code units before an offset."""
        return offset + sum(bisect_left(wider, offset) for wider in self._wider)

    @cached_property
    def _wider(self) -> list[array[int]]:
        """Offsets of the characters that take one additional unit, two, three; sorted, as a line may be very long."""
        if self._text.isascii():
            return []
        return [array("q", (match.start() for match in each.finditer(self._text))) for each in _WIDER[self._encoding]]


def changed(text: str, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: str) -> str:
    """Apply the changes of an editor to ``text``, one after another."""
    # Text before a change keeps its positions, so the lines are reused while changes come from end to beginning.
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
