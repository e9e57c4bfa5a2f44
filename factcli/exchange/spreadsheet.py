"""Facts as rows of a spreadsheet: one fact a row, one field a column; rows -> facts and back.

A row holds what a curator fills in: the first reference of a fact, and no fields that factcli does not know.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, NoReturn

from factcli.errors import FactcliError
from factcli.fields import FIELDS, LISTS, assign, join_list, kind_of, read_field
from factcli.safetext import defused_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcli.schema import Raw

# The source of a row, so that a table is whole without its store.
_SOURCE_FIELDS = {"source_title": "title", "source_type": "type", "source_issued": "issued", "source_url": "URL"}
COLUMNS = ("id", *FIELDS, *_SOURCE_FIELDS)
_LONGEST_CELL = 10 * 1024**2
_DEFUSED = "'"


def row_of(id_: str, raw: Raw, sources: Mapping[str, Raw]) -> list[str]:
    """The cells of a fact, in the order of ``COLUMNS``; what it does not say is empty."""
    source = sources.get(read_field(raw, "source") or "", {})
    cells = [_text(name, read_field(raw, name)) for name in FIELDS]
    return [id_, *cells, *(_source_text(source.get(name)) for name in _SOURCE_FIELDS.values())]


def is_whole_as_row(id_: str, raw: Raw) -> bool:
    """Whether a row says all that the fact says: one reference, and only fields of the model."""
    cells = dict(zip(COLUMNS, row_of(id_, raw, {}), strict=True))
    return _fact(cells, id_)[0] == {"id": id_} | raw


def parse_csv(text: str, name: str) -> Iterator[tuple[int, Raw, dict[str, Raw]]]:
    """The line, the fact with its id, and the sources of each row; raises :class:`FactcliError`.

    The first row names the columns; each is one of ``COLUMNS``, in any order.
    """
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(rows, [])
        _check_header(header, name)
        for row in rows:
            if any(cell.strip() for cell in row):
                place = f"{name}:{rows.line_num}"
                if len(row) != len(header):
                    _refuse(place, f"{len(row)} cells under {len(header)} columns")
                yield rows.line_num, *_fact(dict(zip(header, row, strict=True)), place)
    except csv.Error as error:
        _refuse(f"{name}:{rows.line_num}", str(error))


def _check_header(header: list[str], name: str) -> None:
    wrong = [column for column in header if column not in COLUMNS]
    twice = [column for column in header if header.count(column) > 1]
    if wrong or twice:
        what = f"no column is called '{wrong[0]}'" if wrong else f"the column '{twice[0]}' stands twice"
        _refuse(f"{name}:1", what, hint=f"the columns are {', '.join(COLUMNS)}")
    if "id" not in header:
        _refuse(f"{name}:1", "there is no column 'id'", hint="the first row names the columns")


def _refuse(place: str, what: str, hint: str | None = None) -> NoReturn:
    raise FactcliError(f"{place}: {what}", hint=hint)


def _fact(cells: dict[str, str], place: str) -> tuple[Raw, dict[str, Raw]]:
    """The fact and the sources that the cells of a row describe."""
    cells = {name: _undefused(cell) for name, cell in cells.items()}
    raw: Raw = {"id": cells["id"]}
    for name in FIELDS:
        if cells.get(name):
            try:
                assign(raw, name, cells[name])
            except FactcliError as error:
                raise FactcliError(f"{place}: {error.message}", hint=error.hint) from error
    kind = kind_of(raw)
    if kind and "kind" not in raw:
        raw["kind"] = kind
    source = {field: cells[column] for column, field in _SOURCE_FIELDS.items() if cells.get(column)}
    id_ = cells.get("source")
    return raw, {id_: {"type": "article", **source}} if id_ and "title" in source else {}


def _undefused(cell: str) -> str:
    """The text of a cell that was kept from being run as a formula."""
    return cell[1:] if cell.startswith(_DEFUSED) and defused_cell(cell[1:]) == cell else cell


def _text(name: str, value: Any) -> str:  # noqa: ANN401 - JSON
    if value is None:
        return ""
    return join_list(value) if name in LISTS else str(value)


def _source_text(value: Any) -> str:  # noqa: ANN401 - JSON
    return value if isinstance(value, str) else ""
