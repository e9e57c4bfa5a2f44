"""Rows of a table in the text of a document: the column and the row that a cell stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcli.extract.proposing.segments import Segment

_GAP = 3


class RunningTable:
    """The table that is read row by row: its first row names the columns."""

    def __init__(self) -> None:
        self._header: list[str] = []
        self._end = -_GAP

    def observe(self, row: Segment) -> None:
        """Take note of a row; one that follows on no other begins a table."""
        if row.span.start - self._end >= _GAP or not self._header:
            self._header = row.cells
        self._end = row.span.end

    def column_of(self, row: Segment, at: int) -> str | None:
        """The heading of the column of the cell at a place of the text."""
        number = row.whole.count("|", row.span.start, at) - 1
        return self._header[number] if 0 <= number < len(self._header) else None
