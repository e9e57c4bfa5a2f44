"""Find the tables of a text: rows of cells between bars come in; cells with their places go out.

All formats write a table into the text of a document as rows of ``| cell | cell |``, so that one reader finds them.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from factcli.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROW = re.compile(r"^[^\S\n]*+\|(?P<cells>[^\n]*+)$", re.MULTILINE)
_RULE = re.compile(r"[\s|:=+-]*+$")
_LEAST_ROWS = 2
_LONGEST_TITLE = 200


class PipeCell(NamedTuple):
    """A cell: its words, and their place in the text."""

    text: str
    span: Span


class PipeTable(NamedTuple):
    """A table: the cells of its header, those of the other rows, and its title."""

    header: list[PipeCell]
    rows: list[list[PipeCell]]
    title: str = ""


def find_tables(text: str) -> list[PipeTable]:
    r"""The tables of ``text`` in order; the first row of each is its header.

    A row before it with a single word or sentence is the title, else the line before the table.

    >>> [table.header[1].text for table in find_tables("| Name | Points |\n|---|---|\n| Ann | 12 |")]
    ['Points']
    """
    return [table for rows in _groups(text) if (table := _table(text, rows))]


def _table(text: str, rows: list[list[PipeCell]]) -> PipeTable | None:
    titles = list(takewhile(_is_title, rows))
    rows = rows[len(titles) :]
    if len(rows) < _LEAST_ROWS:
        return None
    words = [cell.text for row in titles for cell in row if cell.text]
    return PipeTable(rows[0], rows[1:], " ".join(words) if words else _line_before(text, rows[0]))


def _is_title(row: list[PipeCell]) -> bool:
    return len(row) > 1 and sum(bool(cell.text) for cell in row) == 1 and bool(row[0].text)


def _line_before(text: str, row: list[PipeCell]) -> str:
    """The last line before a table that has words, if it is short."""
    start = text.rfind("\n", 0, row[0].span.start) + 1 if row else 0
    line = text[max(start - _LONGEST_TITLE, 0) : start].rstrip().rpartition("\n")[2]
    return line.strip("#* ") if len(line) < _LONGEST_TITLE else ""


def _groups(text: str) -> Iterator[list[list[PipeCell]]]:
    """The rows of each run of lines that begin with a bar."""
    rows: list[list[PipeCell]] = []
    end = None
    for match in _ROW.finditer(text):
        if end is not None and text[end : match.start()].strip("\r") != "\n":
            yield rows
            rows = []
        end = match.end()
        if not _RULE.match(match["cells"]):
            rows.append(list(cells_after_bar(text, *match.span("cells"))))
    yield rows


def cells_of_row(text: str, start: int, end: int) -> list[PipeCell]:
    """The cells of the row ``text[start:end]``, which begins with a bar; none of a line of dashes.

    >>> [cell.text for cell in cells_of_row("| Ann | 12 |", 0, 12)]
    ['Ann', '12']
    """
    bar = text.find("|", start, end)
    return [] if bar < 0 or _RULE.fullmatch(text, bar + 1, end) else list(cells_after_bar(text, bar + 1, end))


def cells_after_bar(text: str, start: int, end: int) -> Iterator[PipeCell]:
    """The cells of a row from after its first bar to its end; a last bar closes the row and opens no cell."""
    at = start
    while at < end:
        bar = text.find("|", at, end)
        stop = bar if bar >= 0 else end
        words = text[at:stop]
        left = at + len(words) - len(words.lstrip())
        if bar >= 0 or words.strip():
            yield PipeCell(words.strip(), Span(min(left, stop), min(left, stop) + len(words.strip())))
        at = stop + 1
