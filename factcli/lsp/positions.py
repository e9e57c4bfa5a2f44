"""Offsets into a text <-> positions of an editor, which counts lines from 0 and columns in UTF-8, -16 or -32 units."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from lsprotocol import types

from factcli.documents.document import LINE_END
from factcli.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

# How many units a character takes: the code points from which on it is one more.
_WIDER_FROM: dict[str, tuple[int, ...]] = {
    "utf-8": (0x80, 0x800, 0x10000),
    "utf-16": (0x10000,),
    "utf-32": (),
}


class Lines:
    """A text as an editor sees it; ``encoding`` is what was agreed on for columns."""

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._wider_from = _WIDER_FROM[encoding]
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]
        self._is_ascii = text.isascii()

    def position(self, offset: int) -> types.Position:
        """Where the character at ``offset`` stands."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset]
        return types.Position(line, sum(map(self._width, before)) if not self._is_ascii else len(before))

    def place(self, line: int, column: int) -> types.Position:
        """Where the character in that column of a line stands: both from 0, the column in code points."""
        return types.Position(line, sum(map(self._width, self.line(line)[:column])))

    def range(self, span: tuple[int, int]) -> types.Range:
        """Where a stretch of the text stands."""
        return types.Range(self.position(span[0]), self.position(span[1]))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; one behind the end of its line or of the text is that end (LSP 3.17, Position)."""
        if position.line >= len(self._starts):
            return len(self._text)
        start, line = self._starts[max(position.line, 0)], self.line(max(position.line, 0))
        units = position.character
        if self._is_ascii:
            return start + max(min(units, len(line)), 0)
        for number, character in enumerate(line):
            units -= self._width(character)
            if units < 0:
                return start + number
        return start + len(line)

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

    def _width(self, character: str) -> int:
        return 1 + sum(ord(character) >= least for least in self._wider_from)


def changed(text: str, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: str) -> str:
    """``text`` after the changes of an editor, each of which is made to what the one before left."""
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            first, last = Lines(text, encoding).span(change.range)
            text = text[:first] + change.text + text[last:]
        else:
            text = change.text
    return text
