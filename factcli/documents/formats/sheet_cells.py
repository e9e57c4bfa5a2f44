"""The cells of spreadsheets before they are read: how far apart they are, and which mark their decimals have."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from factcli.documents.document import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_AREA = 4_000_000
"""The maximum of rows times columns of a sheet: a reader has a place in memory for each, empty or not."""
_LARGEST_PARTS = 200 * 1024 * 1024
_BROKEN = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib.error)
_PIECE = 1024 * 1024
_CELL = re.compile(rb"""\sr\s{0,9}=\s{0,9}["'](?P<column>[A-Za-z]{1,3})(?P<row>\d{1,7})["']""")
_LONGEST_CELL = 40
_COMMA = re.compile(r"[-−+]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+\s?%?")
_SURELY_COMMA = re.compile(r"[-−+]?(?:\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+)\s?%?")
_SURELY_POINT = re.compile(r"[-−+]?(?:\d+\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3})+\.\d+)\s?%?")
_SWAPPED = str.maketrans(",.", ".,")


def check_extent(data: bytes, name: str) -> None:
    """Raise :class:`DocumentError` for a workbook that would take far more memory than its file.

    A file that is not a zip archive is left to its reader.
    """
    # The reader of the format says what is wrong with a broken archive.
    with suppress(*_BROKEN), zipfile.ZipFile(io.BytesIO(data)) as package:
        _check_parts(package, name)


def _check_parts(package: zipfile.ZipFile, name: str) -> None:
    if sum(part.file_size for part in package.infolist()) > _LARGEST_PARTS:
        what = f"unpacks to more than {_LARGEST_PARTS // 1024**2} MiB"
        raise DocumentError(name, what, hint="export the sheets that are needed as CSV")
    for part in package.infolist():
        rows, columns = _extent(package, part)
        if rows * columns > MOST_AREA:
            raise too_far_apart(name)


def too_far_apart(name: str) -> DocumentError:
    """The error for a sheet whose last cell is far from the first."""
    return DocumentError(name, "has cells too far apart", hint="export the rows that are needed as CSV")


def _extent(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, int]:
    """The last row and column that a part of .xlsx names; no more than one piece is in memory."""
    rows = columns = 0
    for piece in _pieces(package, part):
        for cell in _CELL.finditer(piece):
            rows = max(rows, int(cell["row"]))
            columns = max(columns, _number(cell["column"]))
    return rows, columns


def _pieces(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    before = b""
    with package.open(part) as file:
        for piece in iter(partial(file.read, _PIECE), b""):
            yield before + piece
            before = piece[-_LONGEST_CELL:]


def _number(column: bytes) -> int:
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def with_decimal_points(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows with decimal points, where their numbers have decimal commas: 1.234,5 is 1,234.5.

    >>> with_decimal_points([["Ouse", "12,5"], ["Cam", "1,250"]])
    [['Ouse', '12.5'], ['Cam', '1.250']]
    """
    cells = [cell.strip() for row in rows for cell in row]
    has_commas = any(map(_SURELY_COMMA.fullmatch, cells)) and not any(map(_SURELY_POINT.fullmatch, cells))
    return [[_swapped(cell) if has_commas else cell for cell in row] for row in rows]


def _swapped(cell: str) -> str:
    return cell.translate(_SWAPPED) if _COMMA.fullmatch(cell.strip()) else cell
