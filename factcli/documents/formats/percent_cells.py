"""A workbook comes in; the cells that are shown as percentages go out: the reader gives 0.12 for a cell with 12%.

The XML is read element by element, so that no sheet is in memory as a whole.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from functools import partial
from typing import TYPE_CHECKING
from xml.parsers import expat

from factcli.documents.document import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    # Row and column from 0 -> the power of ten that the number is shown with before its percent sign.
    PercentCells = dict[tuple[int, int], int]
    OnElement = Callable[[str, dict[str, str]], None]

_PIECE = 1024 * 1024
_PERCENT, _PLAIN = 2, 0
_BUILT_IN = {"9": _PERCENT, "10": _PERCENT}
# What a format shows as it stands: "text", \%, a colour or condition in brackets, and the widths of _) and *x.
_LITERAL = re.compile(r'"[^"]*+"|\\.|\[[^][]*+\]|[_*].')
_SIGN_AS_TEXT = re.compile(r'[0#?](?:\\ |[ ])?+(?:"\s?%|\\%)')
_COLUMN_LETTERS = re.compile(r"[A-Z]{1,3}")
_WORKBOOK, _STYLES, _OPEN_CONTENT = "xl/workbook.xml", "xl/styles.xml", "content.xml"


def percent_cells(data: bytes, name: str) -> dict[str, PercentCells]:
    """The cells of each sheet, by its title, that are shown with a percent sign.

    Raises :class:`DocumentError` for a binary workbook (.xls, .xlsb), whose formats are not read.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise _unknown(name) from error
    with package:
        parts = package.NameToInfo
        if _OPEN_CONTENT in parts:
            return _of_opendocument(package)
        if _WORKBOOK not in parts:
            raise _unknown(name)
        return _of_excel(package) if _STYLES in parts else {}


def _unknown(name: str) -> DocumentError:
    what = "is a binary workbook, whose percentages cannot be told from other numbers"
    return DocumentError(name, what, hint="save it again as .xlsx")


def as_percentage(number: Decimal, power: int) -> str:
    """A number as its cell shows it.

    >>> from decimal import Decimal
    >>> as_percentage(Decimal("0.125"), 2), as_percentage(Decimal("0.070"), 2)
    ('12.5%', '7%')
    """
    return f"{number.scaleb(power).normalize():f}%"


def percent_power(code: str) -> int | None:
    """The power of ten with which a number format shows a number before a percent sign; None if it shows none.

    >>> percent_power("0.0%"), percent_power('0"%"'), percent_power('0.0" m"')
    (2, 0, None)
    """
    first = code.partition(";")[0]
    if "%" in _LITERAL.sub("", first):
        return _PERCENT
    return _PLAIN if _SIGN_AS_TEXT.search(first) else None


def _of_excel(package: zipfile.ZipFile) -> dict[str, PercentCells]:
    styles = _percent_styles(package)
    if not styles:
        return {}
    return {title: dict(_of_sheet(package, part, styles)) for title, part in _sheet_parts(package)}


def _percent_styles(package: zipfile.ZipFile) -> dict[str, int]:
    """The numbers of the cell styles that show a percent sign."""
    formats = dict(_BUILT_IN)
    styles: list[int | None] = []
    inside: list[str] = []

    def on_element(tag: str, attributes: dict[str, str]) -> None:
        inside[:] = [tag] if tag in {"cellStyleXfs", "cellXfs"} else inside
        if tag == "numFmt" and (power := percent_power(attributes.get("formatCode", ""))) is not None:
            formats[attributes.get("numFmtId", "")] = power
        elif tag == "xf" and inside == ["cellXfs"]:
            styles.append(formats.get(attributes.get("numFmtId", "")))

    _read(package, _STYLES, on_element)
    return {str(at): power for at, power in enumerate(styles) if power is not None}


def _sheet_parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The title of each sheet, and the part of the file that holds it."""
    titles: dict[str, str] = {}
    targets: dict[str, str] = {}

    def on_element(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            titles[attributes.get("id", "")] = attributes.get("name", "")
        elif tag == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    for part in (_WORKBOOK, "xl/_rels/workbook.xml.rels"):
        _read(package, part, on_element)
    for id_, title in titles.items():
        part = posixpath.normpath(posixpath.join("/xl", targets.get(id_, ""))).lstrip("/")
        if part in package.NameToInfo:
            yield title, part


def _of_sheet(package: zipfile.ZipFile, part: str, styles: dict[str, int]) -> PercentCells:
    cells: PercentCells = {}
    row = column = -1

    def on_element(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, column
        if tag == "row":
            row, column = int(attributes.get("r", row + 2)) - 1, -1
        elif tag == "c":
            column = _column(attributes["r"]) if "r" in attributes else column + 1
            if attributes.get("s") in styles:
                cells[row, column] = styles[attributes["s"]]

    _read(package, part, on_element)
    return cells


def _column(place: str) -> int:
    letters = _COLUMN_LETTERS.match(place.upper())
    number = 0
    for letter in letters[0] if letters else "":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _of_opendocument(package: zipfile.ZipFile) -> dict[str, PercentCells]:
    sheets: dict[str, PercentCells] = {}
    title, row, rows, column = "", 0, 1, 0

    def on_element(tag: str, attributes: dict[str, str]) -> None:
        nonlocal title, row, rows, column
        if tag == "table":
            title, row, rows = attributes.get("name", ""), 0, 0
        elif tag == "table-row":
            row, rows, column = row + rows, int(attributes.get("number-rows-repeated", 1)), 0
        elif tag in {"table-cell", "covered-table-cell"}:
            columns = int(attributes.get("number-columns-repeated", 1))
            if attributes.get("value-type") == "percentage":
                places = ((down, along) for down in range(row, row + rows) for along in range(column, column + columns))
                sheets.setdefault(title, {}).update(dict.fromkeys(places, _PERCENT))
            column += columns

    _read(package, _OPEN_CONTENT, on_element)
    return sheets


def _read(package: zipfile.ZipFile, part: str, on_element: OnElement) -> None:
    """Call ``on_element`` with the name and attributes of each element, both without their namespaces."""
    parser = expat.ParserCreate()

    def on_start(tag: str, attributes: dict[str, str]) -> None:
        on_element(_local(tag), {_local(name): value for name, value in attributes.items()})

    parser.StartElementHandler = on_start
    with package.open(part) as file:
        for piece in iter(partial(file.read, _PIECE), b""):
            parser.Parse(piece)
    parser.Parse(b"", True)  # noqa: FBT003 - expat has no names for them


def _local(name: str) -> str:
    return name.rpartition(":")[2]
