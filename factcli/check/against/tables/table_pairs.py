"""Scores, records and shares of a table of two or a few: a pair of numbers and the rows that are meant come in."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.reckoning.winning import LOST_COLUMNS, PERCENT_COLUMNS, WON_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.documents.pipe_tables import PipeCell, PipeTable

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d{1,6}")
_MOST_SUMMED = 12


class TwoCells(NamedTuple):
    """Two cells that may be written as one pair."""

    first: PipeCell
    second: PipeCell

    @property
    def numbers(self) -> list[str]:
        """What the cells hold."""
        return [self.first.text, self.second.text]


def record_of(table: PipeTable, row: list[PipeCell]) -> TwoCells | None:
    """What a row has won and lost; None where the table does not say."""
    won, lost = (_cell_under(table, row, words) for words in (WON_COLUMNS, LOST_COLUMNS))
    return TwoCells(won, lost) if won and lost else None


def shares_in(table: PipeTable, row: list[PipeCell]) -> Iterator[TwoCells]:
    """The neighbours of a row that are a part and its whole, the part first: "goals made", "goals attempted"."""
    for (left, right), (first, second) in zip(pairwise(table.header), pairwise(row), strict=False):
        ours, theirs = left.text.casefold().split(), right.text.casefold().split()
        if len(ours) > 1 and ours[:-1] == theirs[:-1]:
            yield TwoCells(*sorted((first, second), key=_amount))


def scores_of(table: PipeTable, one: list[PipeCell], other: list[PipeCell]) -> Iterator[TwoCells]:
    """What two rows have in each column."""
    return (TwoCells(*cells) for _, *cells in zip(table.header, one, other, strict=False) if _are_numbers(cells))


def summed_scores(table: PipeTable, one: list[PipeCell], other: list[PipeCell]) -> Iterator[list[str]]:
    """What two rows have in all of some columns that are numbered one after another: in two quarters, or three."""
    for columns in _numbered(table):
        for begin in range(len(columns)):
            for end in range(begin + 2, len(columns) + 1):
                cells = [[row[at].text for at in columns[begin:end] if at < len(row)] for row in (one, other)]
                if all(each.isdecimal() for row in cells for each in row):
                    yield [str(sum(map(int, row))) for row in cells]


def percents_of(table: PipeTable, rows: Sequence[list[PipeCell]]) -> list[str]:
    """What rows have in the columns of shares in per cent."""
    at = [
        number for number, header in enumerate(table.header) if _words(header) & PERCENT_COLUMNS or "%" in header.text
    ]
    return [row[number].text.rstrip("% ") for row in rows for number in at if number < len(row)]


def _cell_under(table: PipeTable, row: list[PipeCell], words: frozenset[str]) -> PipeCell | None:
    cells = zip(table.header, row, strict=False)
    return next((cell for header, cell in cells if _words(header) and _words(header) <= words), None)


def _words(cell: PipeCell) -> set[str]:
    return set(_WORD.findall(cell.text.casefold().replace("_", " ")))


def _amount(cell: PipeCell) -> int:
    return int(cell.text) if cell.text.isdecimal() else 0


def _are_numbers(cells: Sequence[PipeCell]) -> bool:
    return all(cell.text.isdecimal() for cell in cells)


def _numbered(table: PipeTable) -> list[list[int]]:
    """The places of columns whose headers differ in a number alone, in its order."""
    groups: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, header in enumerate(table.header):
        numbers = _NUMBER.findall(header.text)
        if len(numbers) == 1:
            groups[_NUMBER.sub("", header.text.casefold())].append((int(numbers[0]), at))
    return [[at for _, at in sorted(group)] for group in groups.values() if 1 < len(group) <= _MOST_SUMMED]
