"""A file with a table comes in (CSV with any delimiter, a workbook); its rows go out as texts, with their lines."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from factcli.errors import FactcliError
from factcli.model.formatting import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_CELL = 10 * 1024**2
_DELIMITERS = ",;\t|"
_HINT = "write one cell for each column, and put a cell that contains the delimiter in quotation marks"


class Table(NamedTuple):
    """The names of the columns, and each row with its line in the file; empty rows are left out."""

    header: list[str]
    rows: list[tuple[int, list[str]]]


def table_of_text(text: str, name: str) -> Table:
    """The table in a CSV; its delimiter is whichever of ``, ; tab |`` the first line with text has most of."""
    csv.field_size_limit(_LONGEST_CELL)
    first = next((line for line in io.StringIO(text) if line.strip(f"{_DELIMITERS} \r\n")), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count), strict=True)
    try:
        return _table(((reader.line_num, row) for row in reader), name)
    except csv.Error as error:
        hint = "end each cell with a quotation mark that begins with one"
        refuse(f"{name}:{reader.line_num}", str(error), hint=hint)


def table_of_workbook(data: bytes, name: str) -> Table:
    """The table on the first sheet that is not empty; raises :class:`FactcliError` if the workbook cannot be read."""
    from factcli.documents.formats.sheets import read_workbook

    for sheet in read_workbook(data, name):
        lines = enumerate(sheet.rows, start=sheet.first_row + 1)
        filled = [(line, row) for line, row in lines if any(cell.strip() for cell in row)]
        if filled:
            width = max(at + 1 for _, row in filled for at, cell in enumerate(row) if cell.strip())
            return _table(((line, (row + [""] * width)[:width]) for line, row in filled), name)
    raise FactcliError(f"{name}: the workbook is empty", hint="name another file")


def _table(rows: Iterable[tuple[int, list[str]]], name: str) -> Table:
    lines = iter(rows)
    header = next((row for _, row in lines if any(cell.strip() for cell in row)), [])
    table = Table(header, [])
    for line, row in lines:
        if any(cell.strip() for cell in row):
            if len(row) != len(header):
                what = f"{counted(len(row), 'cell')} for {counted(len(header), 'column')}"
                refuse(f"{name}:{line}", what, hint=_HINT)
            table.rows.append((line, row))
    return table


def refuse(place: str, what: str, hint: str | None = None) -> NoReturn:
    """Raise the error of a place in a file."""
    raise FactcliError(f"{place}: {what}", hint=hint)
