"""Read spreadsheets (.xlsx, .xls, .ods, .csv, .tsv): each sheet is a table, each cell has its place.

Spreadsheets need python-calamine, from the extra ``sheets``; CSV and TSV do not.
"""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, time, timedelta
from itertools import count, islice
from typing import TYPE_CHECKING, Any

from factcli.documents.document import DocumentError
from factcli.documents.formats.sheet_cells import MOST_AREA, check_extent, too_far_apart, with_decimal_points
from factcli.documents.formats.written import WrittenDocument
from factcli.documents.limits import LONGEST_CELL, MOST_CELLS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.documents.document import Document

_ROWS_SNIFFED = 20
_DELIMITERS = ",;\t|"


def parse_sheets(data: bytes, *, name: str) -> Document:
    """The document of a workbook; raises :class:`DocumentError` if it is broken, or python-calamine is missing."""
    document = WrittenDocument(name)
    for title, rows in read_workbook(data, name):
        document.add_paragraph(title, level=1)
        document.add_table(rows, _labels(rows, f"{title}!"))
    return document.document()


def read_workbook(data: bytes, name: str) -> list[tuple[str, list[list[str]]]]:
    """The sheets of a workbook, each with its title and its cells as they would be printed.

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
        sheets = [(sheet, _rows(book.get_sheet_by_name(sheet), name)) for sheet in book.sheet_names]
    except DocumentError:
        raise
    # Calamine raises exceptions of its own for each kind of broken file.
    except Exception as error:
        raise DocumentError(name, "not a valid spreadsheet", hint="save it again, or export it as CSV") from error
    for _, rows in sheets:
        _check_size(rows, name)
    return [(title, [[_printed(cell) for cell in row] for row in rows]) for title, rows in sheets]


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
    return rows


def _check_size(rows: Sequence[Sequence[object]], name: str) -> None:
    if sum(map(len, rows)) > MOST_CELLS:
        raise DocumentError(name, f"has more than {MOST_CELLS:,} cells", hint="export the rows that are needed")


def _labels(rows: Sequence[Sequence[object]], sheet: str) -> Iterator[list[str]]:
    """The places of the cells of each row: ``Costs!A1``, ``Costs!B1``."""
    for number, row in zip(count(1), rows, strict=False):
        yield [f"{sheet}{column_name(column)}{number}" for column in range(len(row))]


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


def _printed(cell: Any) -> str:  # noqa: ANN401 - what a cell holds is known when it is read
    """A cell as it would be printed."""
    if isinstance(cell, bool) or cell is None:
        return "" if cell is None else str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | datetime | time | timedelta):
        return str(cell)
    return str(cell)
