"""Tables in a text: rows of cells between bars come in, tables with the numbers of their cells go out."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.alone.intervals import Interval
from factcli.documents.pipe_tables import cells_after_bar
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents.pipe_tables import PipeCell

_LINE = late_pattern(r"[^\n]*+\n?")
_RULE = late_pattern(r"[\s|:=+-]++")
_NUMBER = late_pattern(
    r"(?P<minus>[(−–-]?)[£$€]?(?P<amount>\d{1,3}(?:[,  ]\d{3})++(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?)(?P<percent> ?%)?\)?"
)
_MARKUP = "*_` \t~"
_LONGEST_LINE = 2_000
_FEWEST_ROWS = 3


class Cell(NamedTuple):
    """A cell: its words without markup, and where they are."""

    words: str
    span: Span

    @property
    def number(self) -> Decimal | None:
        """The number that the cell holds and nothing else; None for words, dashes and empty cells."""
        match = _NUMBER.fullmatch(self.words)
        if not match:
            return None
        amount = Decimal(re.sub(r"[^\d.]", "", match["amount"]))
        return -amount if match["minus"] else amount

    @property
    def interval(self) -> Interval | None:
        """What the digits of the number allow."""
        number = self.number
        if number is None:
            return None
        exponent = number.as_tuple().exponent
        return Interval(number, number).widened(Decimal(1).scaleb(int(exponent)) / 2)


class Grid(NamedTuple):
    """A table: the cells of its head, and its rows, all of one length."""

    head: list[Cell]
    rows: list[list[Cell]]
    span: Span

    def column(self, number: int) -> list[Cell]:
        """The cells of a column without its head."""
        return [row[number] for row in self.rows]


def find_grids(text: str, start: int, end: int) -> Iterator[Grid]:
    """The tables in a stretch of text: rows with the same number of cells and nothing but blank lines between."""
    lines: list[list[Cell]] = []
    for match in _LINE.finditer(text, start, end):
        line = match[0]
        if "|" in line and len(line) <= _LONGEST_LINE:
            if not _RULE.fullmatch(line.rstrip("\n")):
                lines.append(_cells(text, match.start(), match.end()))
        elif line.strip():
            yield from _grid(lines)
            lines = []
    yield from _grid(lines)


def _cells(text: str, start: int, end: int) -> list[Cell]:
    left = text.index("|", start) + 1 if text[start:end].lstrip().startswith("|") else start
    return [_without_markup(cell) for cell in cells_after_bar(text, left, end)]


def _without_markup(cell: PipeCell) -> Cell:
    words = cell.text.strip(_MARKUP)
    begin = cell.span.start + cell.text.index(words)
    return Cell(words, Span(begin, begin + len(words)))


def _grid(lines: list[list[Cell]]) -> Iterator[Grid]:
    if len(lines) < _FEWEST_ROWS:
        return
    head, *rows = lines
    width = max(map(len, rows))
    head = [Cell("", Span(head[0].span.start, head[0].span.start))] * (width - len(head)) + head
    if width > 1 and all(len(row) == width for row in [head, *rows]):
        yield Grid(head, rows, Span(head[-1].span.start, rows[-1][-1].span.end))
