"""The columns of a stranger's table come in; those of :mod:`spreadsheet` go out, with usual forms in them.

Each column has one rule: whether its decimals have a comma, and whether its dates begin with the day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from factcli.curation.fields import AMOUNTS, KINDS
from factcli.documents.formats.sheet_cells import with_decimal_points
from factcli.exchange.foreign_tables import Table, refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    # A question, its possible answers, and the likeliest or "" -> one of them, or an empty text for none.
    Ask = Callable[[str, Collection[str], str], str]

LEFT_OUT = "-"
# What people call columns of facts, and the field that each most likely is.
_USUAL = {
    "value": "amount", "number": "amount", "figure": "amount", "title": "source_title", "url": "source_url",
    "link": "source_url", "author": "source_author", "published": "source_issued", "date": "as_of", "year": "as_of",
    "fact": "statement", "sentence": "statement", "claim": "statement", "name": "subject", "topic": "subject",
    "tags": "keywords", "page": "locator", "quote": "text", "comment": "note",
}  # fmt: skip
_DATES = frozenset({"edtf", "as_of", "review", "source_issued"})
_MIDNIGHT = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00(?::00)?")
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})[/.](?P<month>[0-9]{1,2})[/.](?P<day>[0-9]{1,2})")
_YEAR_LAST = re.compile(r"(?P<one>[0-9]{1,2})(?P<mark>[-/.])(?P<two>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})++")
_SERIAL = re.compile(r"[2-7][0-9]{4}")
# Day 1 of spreadsheets is 1 January 1900; the day that they count and that never was is before all serial numbers here.
_EPOCH = date(1899, 12, 30)
_MONTHS = 12
_LONGEST_EXAMPLE = 60


def mapped(
    table: Table, name: str, known: Collection[str], mapping: Mapping[str, str], ask: Ask | None = None
) -> Table:
    """The table with the ``known`` names of its columns; what is mapped to ``-``, or to nothing, is left out.

    A column that is neither known nor in ``mapping`` is asked for; raises :class:`FactcliError` if that is not
    possible.
    """
    unused = mapping.keys() - set(table.header)
    if unused:
        refuse(f"{name}:1", f"there is no column '{min(unused)}'", hint=f"columns: {', '.join(table.header)}")
    columns = _Columns(f"{name}:1", known, mapping, ask)
    if ask is None:
        columns.check_header(table.header)
    names = [columns.field_of(column, _example(table, at)) for at, column in enumerate(table.header)]
    twice = next((each for each in names if each != LEFT_OUT and names.count(each) > 1), None)
    if twice is not None:
        refuse(f"{name}:1", f"duplicate column '{twice}'", hint="leave one out with --map COLUMN=-")
    kept = [at for at, each in enumerate(names) if each != LEFT_OUT]
    return Table([names[at] for at in kept], [(line, [row[at] for at in kept]) for line, row in table.rows])


def _example(table: Table, at: int) -> str:
    return next((row[at] for _, row in table.rows if row[at].strip()), "")


class _Columns(NamedTuple):
    """What columns are called: the place of the header, the names that are known, a mapping, and whom to ask."""

    place: str
    known: Collection[str]
    mapping: Mapping[str, str]
    ask: Ask | None

    def check_header(self, header: list[str]) -> None:
        """Raise :class:`FactcliError` for a first row without any name of a column: it is a fact like the others."""
        names = {*self.known, *self.mapping, *_USUAL} - {*KINDS.values()}
        if header and names.isdisjoint([*header, *map(_plain, header)]):
            hint = f"name the columns in it, or with --map NAME=FIELD; known columns: {', '.join(self.known)}"
            refuse(self.place, "the first row does not name the columns", hint=hint)

    def field_of(self, column: str, example: str) -> str:
        """The field that a column holds, ``-`` for none; raises :class:`FactcliError` if that is not known."""
        plain = _plain(column)
        wanted = self.mapping.get(column) or next((each for each in (column, plain) if each in self.known), None)
        if wanted is None and self.ask is not None:
            such = f", such as {example[:_LONGEST_EXAMPLE]}" if example else ""
            usual = _USUAL.get(plain, "")
            leaving = LEFT_OUT if usual else "Enter"
            question = f"Column '{column}'{such}: which field? ? lists them, {leaving} leaves it out"
            wanted = self.ask(question, self.known, usual) or LEFT_OUT
        if wanted is None or (wanted != LEFT_OUT and wanted not in self.known):
            likely = _USUAL.get(plain, "FIELD")
            hint = f"use --map '{column}={likely}', or leave it out with --map '{column}=-'; known columns: "
            refuse(self.place, f"unknown column '{wanted or column}'", hint=hint + ", ".join(self.known))
        return wanted


def _plain(column: str) -> str:
    """The name of a column as fields are written: ``Source Title`` is ``source_title``."""
    return "_".join(column.strip().casefold().replace("-", " ").split())


def with_usual_forms(table: Table, name: str) -> Table:
    """The table with decimal points in amounts, and dates as EDTF where a spreadsheet wrote them."""
    rows = [list(row) for _, row in table.rows]
    for at, column in enumerate(table.header):
        cells = [row[at] for row in rows]
        if column in AMOUNTS:
            cells = _with_points(cells)
        elif column in _DATES:
            cells = _as_edtf(cells, f"{name}: {column}")
        for row, cell in zip(rows, cells, strict=True):
            row[at] = cell
    return Table(table.header, [(line, row) for (line, _), row in zip(table.rows, rows, strict=True)])


def _with_points(cells: list[str]) -> list[str]:
    """The amounts of a column with decimal points; where decimals have a comma, points only group digits."""
    pointed = [cell for (cell,) in with_decimal_points([[cell] for cell in cells])]
    if pointed == cells:
        return cells
    return [
        cell.replace(".", "") if cell == old and _GROUPED.fullmatch(cell.strip()) else cell
        for old, cell in zip(cells, pointed, strict=True)
    ]


def _as_edtf(cells: list[str], place: str) -> list[str]:
    """The cells of a column of dates as EDTF; what is not one of the forms of spreadsheets is left as it is."""
    printed = [match for cell in cells if (match := _YEAR_LAST.fullmatch(cell.strip()))]
    day_is_first = _day_is_first(printed, place) if printed else False
    return [_edtf(cell, day_is_first=day_is_first) for cell in cells]


def _day_is_first(printed: list[re.Match[str]], place: str) -> bool:
    """Whether 03/04/2019 is in April: a day above 12 anywhere in the column decides, and so do dots."""
    has_first = any(int(match["one"]) > _MONTHS for match in printed)
    has_second = any(int(match["two"]) > _MONTHS for match in printed)
    if has_first and has_second:
        refuse(place, "dates with the day first and with the month first", hint="write them as 2019-07-18")
    if not has_first and not has_second and any(match["mark"] != "." for match in printed):
        what = f"'{printed[0][0]}' may have the day or the month first"
        refuse(place, what, hint="write the dates of the column as 2019-07-18")
    return not has_second


def _edtf(cell: str, *, day_is_first: bool) -> str:
    text = cell.strip()
    if match := _MIDNIGHT.fullmatch(text):
        return match["day"]
    if match := _YEAR_FIRST.fullmatch(text):
        return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    if match := _YEAR_LAST.fullmatch(text):
        day, month = (match["one"], match["two"]) if day_is_first else (match["two"], match["one"])
        return f"{match['year']}-{int(month):02}-{int(day):02}"
    return (_EPOCH + timedelta(days=int(text))).isoformat() if _SERIAL.fullmatch(text) else cell
