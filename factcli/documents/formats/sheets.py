"""Read spreadsheets (.xlsx, .ods, .csv, .tsv): each sheet is a table, each cell has its place.

Spreadsheets need python-calamine, from the extra ``sheets``; CSV and TSV do not.
"""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import count, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.documents.document import DocumentError
from factcli.documents.formats.percent_cells import as_percentage, percent_cells
from factcli.documents.formats.sheet_cells import MOST_AREA, check_extent, too_far_apart, with_decimal_points
from factcli.documents.formats.written import WrittenDocument
from factcli.documents.limits import LONGEST_CELL, MOST_CELLS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.documents.document import Document
    from factcli.documents.formats.percent_cells import PercentCells

_ROWS_SNIFFED = 20
_DELIMITERS = ",;\t|"


def parse_sheets(data: bytes, *, name: str) -> Document:
    """The document of a workbook; raises :class:`DocumentError` if it is broken, or python-calamine is missing."""
    document = WrittenDocument(name)
    for sheet in read_workbook(data, name):
        document.add_paragraph(sheet.title, level=1)
        document.add_table(sheet.rows, _labels(sheet.rows, f"{sheet.title}!", sheet.first_row, sheet.first_column))
    return document.document()


class Sheet(NamedTuple):
    """A sheet of a workbook: its cells as they would be printed, and where the first is, counted from 0."""

    title: str
    rows: list[list[str]]
    first_row: int
    first_column: int


def read_workbook(data: bytes, name: str) -> list[Sheet]:
    """The sheets of a workbook.

    Raises :class:`DocumentError` if it is broken, or python-calamine is missing.
    """
    try:
        import python_calamine
    except ImportError as error:
        hint = "install it with: pip install 'factcli[sheets]'"
        raise DocumentError(name, "reading spreadsheets needs python-calamine", hint=hint) from error
    check_extent(data, name)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(title) for title in book.sheet_names]
        cells = [_rows(sheet, name) for sheet in sheets]
        percentages = percent_cells(data, name)
    except DocumentError:
        raise
    # Calamine raises exceptions of its own for each kind of broken file.
    except Exception as error:
        raise DocumentError(name, "not a valid spreadsheet", hint="save it again, or export it as CSV") from error
    return [_sheet(sheet, rows, percentages.get(sheet.name, {})) for sheet, rows in zip(sheets, cells, strict=True)]


def _sheet(sheet: Any, rows: list[list[object]], percentages: PercentCells) -> Sheet:  # noqa: ANN401 - the extra has no types
    row, column = sheet.start or (0, 0)
    printed = [
        [_printed(cell, percentages.get((down, along))) for along, cell in enumerate(cells, column)]
        for down, cells in enumerate(rows, row)
    ]
    return Sheet(sheet.name, printed, row, column)


def parse_delimited(text: str, *, name: str) -> Document:
    """The document of CSV or TSV: the delimiter is the one of ``, ; tab |`` that each of the first lines has."""
    delimiter = _delimiter(text)
    try:
        csv.field_size_limit(LONGEST_CELL)
        rows = list(islice(csv.reader(io.StringIO(text), delimiter=delimiter), MOST_CELLS))
    except csv.Error as error:
        raise DocumentError(name, f"not valid CSV: {error}", hint="export it again as CSV in UTF-8") from error
    _check_size(rows, name)
    rows = with_decimal_points(rows) if delimiter in ";\t" else rows
    document = WrittenDocument(name)
    document.add_table(rows, _labels(rows, ""))
    return document.document()


def _delimiter(text: str) -> str:
    lines = [line for line in islice(io.StringIO(text), _ROWS_SNIFFED) if line.strip()]

    def likeness(delimiter: str) -> tuple[bool, bool, int]:
        counts = [line.count(delimiter) for line in lines]
        return min(counts, default=0) > 0, len(set(counts)) == 1, sum(counts)

    return max(_DELIMITERS, key=likeness)


def _rows(sheet: Any, name: str) -> list[list[object]]:  # noqa: ANN401 - the extra has no types
    if sheet.total_height * sheet.total_width > MOST_AREA:
        raise too_far_apart(name)
    rows: list[list[object]] = sheet.to_python()
    _check_size(rows, name)
    return rows


def _check_size(rows: Sequence[Sequence[object]], name: str) -> None:
    if sum(map(len, rows)) > MOST_CELLS:
        raise DocumentError(name, f"has more than {MOST_CELLS:,} cells", hint="export the rows that are needed")


def _labels(rows: Sequence[Sequence[object]], sheet: str, first_row: int = 0, column: int = 0) -> Iterator[list[str]]:
    """The places of the cells of each row: ``Costs!A1``, ``Costs!B1``."""
    for number, row in zip(count(first_row + 1), rows, strict=False):
        yield [f"{sheet}{column_name(along)}{number}" for along in range(column, column + len(row))]


def column_name(number: int) -> str:
    """The letters of a column by its number from 0.

    >>> column_name(0), column_name(27)
    ('A', 'AB')
    """
    letters = ""
    while number >= 0:
        number, letter = divmod(number, 26)
        letters, number = chr(ord("A") + letter) + letters, number - 1
    return letters


def _printed(cell: Any, percent_power: int | None) -> str:  # noqa: ANN401 - what a cell holds is known when it is read
    """A cell as it would be printed; ``percent_power`` is that of a number with a percent sign."""
    if isinstance(cell, bool) or cell is None:
        return "" if cell is None else str(cell).upper()
    if isinstance(cell, float | int) and percent_power is not None:
        return as_percentage(Decimal(str(cell)), percent_power)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | datetime | time | timedelta):
        return str(cell)
    return str(cell)
