"""Read CSV rows line by line; a row over the size limit is skipped without being held in memory.

Rows follow RFC 4180 as Python's csv module reads it: a quoted cell may hold commas and line breaks.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, TextIO

from factcli.documents.limits import LARGEST_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_ROW = LARGEST_FILE
"""The maximum number of characters in a row."""
MOST_COMMAS = 1_000_000
_PIECE = 64 * 1024
_OPEN, _PLAIN, _QUOTED, _CLOSED = range(4)
# In an unquoted cell: a row end, or a comma before a quoted cell or at the end of the piece.
_NEXT = re.compile(r'[\r\n]|,(?="|\Z)')


def read_rows(text: TextIO) -> Iterator[tuple[int, list[str] | str]]:
    """Yield the line number on which each non-empty row ends, with its cells or the reason why it cannot be read."""
    csv.field_size_limit(LARGEST_ROW)
    lines = _Lines(text)
    rows = csv.reader(lines)
    while True:
        row: list[str] | str | None
        try:
            lines.begin_row()
            row = next(rows, None)
        except _TooLargeError as error:
            row = str(error)
            lines.pass_over()
        except csv.Error as error:
            row = str(error)
        if row is None:
            return
        if row:
            yield lines.number, row


class _TooLargeError(Exception):
    """A row over the size limit."""


class _Lines:
    """Feeds lines to the csv reader and enforces the limits of a row."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self.number = 0
        self.begin_row()

    def begin_row(self) -> None:
        """Reset the counters: the next line begins a row."""
        self._size = self._commas = 0
        self._state = _OPEN
        self._rest = ""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._read(LARGEST_ROW + 1 - self._size)
        if not line:
            raise StopIteration
        # A row continues on the next line only within quotes.
        self._state = _QUOTED if self._size else _OPEN
        self._size += len(line)
        self._commas += line.count(",")
        if self._size > LARGEST_ROW:
            self._rest = line
            raise _TooLargeError(f"the row is larger than {LARGEST_ROW:,} characters")
        if self._commas > MOST_COMMAS:
            self._rest = line
            raise _TooLargeError(f"the row has more than {MOST_COMMAS:,} commas")
        return line

    def pass_over(self) -> None:
        """Skip the rest of a row that is too large."""
        piece = self._rest
        while piece:
            self._state, is_over = _pass(piece, self._state)
            if is_over:
                return
            piece = self._read(_PIECE)

    def _read(self, size: int) -> str:
        line = self._text.readline(size)
        self.number += line.endswith(("\n", "\r"))
        return line


def _pass(piece: str, state: int) -> tuple[int, bool]:
    """The parser state at the end of a piece of a line, and whether the row has ended."""
    place = 0
    while place < len(piece):
        if state == _QUOTED:
            place = piece.find('"', place) + 1 or len(piece) + 1
            state = _CLOSED if place <= len(piece) else _QUOTED
        elif state == _PLAIN:
            found = _NEXT.search(piece, place)
            if found is None:
                return _PLAIN, False
            if found[0] != ",":
                return _OPEN, True
            place, state = found.end(), _OPEN
        else:
            is_quote = piece[place] == '"'
            place += is_quote
            state = _QUOTED if is_quote else _PLAIN
    return state, False
