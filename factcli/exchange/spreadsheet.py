"""Facts as rows of a spreadsheet: one fact a row, one field a column; rows -> facts and back.

A cell holds what a curator fills in: a field of the fact, of its first reference, or of its source.  What has no cell
is written as JSON to the last two columns, as is text with control characters: nothing is lost.
"""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcli.curation.fields import FIELDS, LISTS, assign, join_list, kind_of, read_field
from factcli.english.function_words import FUNCTION_WORDS
from factcli.errors import FactcliError
from factcli.escaping import defused_cell, json_line, safe_text
from factcli.exchange.citations import csl_names, names_text
from factcli.exchange.foreign_tables import refuse
from factcli.extract.identifiers import Identifiers, slug
from factcli.units.lookup import parse_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcli.exchange.foreign_tables import Table
    from factcli.store.schema import Raw

# The source of a row, so that a table is whole without its store.
_SOURCE_FIELDS = {
    "source_title": "title",
    "source_type": "type",
    "source_issued": "issued",
    "source_url": "URL",
    "source_author": "author",
}
_MORE, _SOURCE_MORE = "more", "source_more"
COLUMNS = ("id", *FIELDS, *_SOURCE_FIELDS, _SOURCE_MORE, _MORE)
_LONGEST_ID = 60
_WORDS_OF_AN_ID = 5
_DEFUSED = "'"
_AMOUNTS = ("amount", "lower", "upper", "quantum")
_PERCENTAGE = re.compile(r"-?[0-9]++(?:\.[0-9]++)? ?%")
_PERCENT_UNITS = ("%", "pp")


def row_of(id_: str, raw: Raw, sources: Mapping[str, Raw]) -> list[str]:
    """The cells of a fact, in the order of ``COLUMNS``; what it does not say is empty."""
    source = sources.get(read_field(raw, "source") or "", {})
    cells = {name: _shown(_text(name, read_field(raw, name))) for name in FIELDS}
    about = _source_cells(source)
    more = _beyond(raw, _raw_of(cells, id_))
    further = {each["source"] for each in raw.get("references", ())[1:]}
    if known := {name: sources[name] for name in sorted(further) if name in sources}:
        more["sources"] = known
    source_more = _different(source, _source_of(about))
    return [id_, *cells.values(), *about.values(), _json(source_more), _json(more)]


def _shown(text: str) -> str:
    """A text as it is written in a cell."""
    return safe_text(text, keep="\n")


def _source_cells(source: Raw) -> dict[str, str]:
    """The cells of a source, by their columns."""
    return {column: _shown(_source_text(field, source.get(field))) for column, field in _SOURCE_FIELDS.items()}


def _beyond(raw: Raw, cells: Raw) -> Raw:
    """What a fact says that its cells, read back, do not."""
    more = _different(raw, cells)
    if "value" in more:
        more["value"] = _different(raw["value"], cells.get("value", {}))
    return more


def _different(raw: Raw, other: Raw) -> Raw:
    return {name: value for name, value in raw.items() if name not in other or other[name] != value}


def _json(more: Raw) -> str:
    return json_line(more) if more else ""


def facts_of(table: Table, name: str) -> Iterator[tuple[int, Raw, dict[str, Raw]]]:
    """The line, the fact with its id, and the sources of each row; raises :class:`FactcliError`.

    Each column is one of ``COLUMNS``, in any order.  A fact without an id gets one from its subject, unit and year, and
    a source without an id one from its title.
    """
    if not table.header:
        refuse(f"{name}:1", "no columns", hint="name the columns in the first row")
    ids = Identifiers()
    for line, row in table.rows:
        place = f"{name}:{line}"
        cells = dict(zip(table.header, row, strict=True))
        if not cells.get("source") and cells.get("source_title"):
            cells["source"] = slug(_undefused(cells["source_title"]))[:_LONGEST_ID].strip("-") or "source"
        raw, sources = _fact(cells, place)
        if not raw["id"]:
            raw["id"] = _made_id(ids, raw)
        yield line, raw, sources


def _made_id(ids: Identifiers, raw: Raw) -> str:
    year = str(read_field(raw, "as_of") or read_field(raw, "edtf") or "")[:4]
    words = (word for word in str(raw.get("statement", "")).split() if word.lower() not in FUNCTION_WORDS)
    about = str(raw.get("subject") or " ".join(islice(words, _WORDS_OF_AN_ID)))
    return ids.choose(about, [str(read_field(raw, "unit") or ""), year])


def _fact(cells: dict[str, str], place: str) -> tuple[Raw, dict[str, Raw]]:
    """The fact and the sources that the cells of a row describe."""
    cells = _with_percent_as_unit({name: _undefused(cell) for name, cell in cells.items()}, place)
    more, source_more = (_object(cells.get(name, ""), name, place) for name in (_MORE, _SOURCE_MORE))
    sources = more.pop("sources", {})
    if not isinstance(sources, dict) or not all(isinstance(source, dict) for source in sources.values()):
        refuse(f"{place}: {_MORE}", "sources: expected an object of sources")
    raw = _raw_of(cells, place)
    if more:
        raw = _with_more(raw, more, cells, place)
    source, id_ = _source_of(cells, source_more), cells.get("source")
    own = {id_: {"type": "article", **source}} if id_ and "title" in source else {}
    return {"id": cells.get("id", ""), **raw}, sources | own


def _with_percent_as_unit(cells: dict[str, str], place: str) -> dict[str, str]:
    """The cells of a row whose amounts may have a percent sign: it is the unit of the row."""
    signed = {name: cells[name] for name in _AMOUNTS if _PERCENTAGE.fullmatch(cells.get(name, ""))}
    if not signed:
        return cells
    unit = cells.get("unit") or "%"
    if parse_unit(unit) not in _PERCENT_UNITS:
        what = f"'{next(iter(signed.values()))}' is a percentage, but its unit is '{unit}'"
        refuse(place, what, hint="format the cell as a number, or write % as its unit")
    return cells | {name: cell.rstrip("% ") for name, cell in signed.items()} | {"unit": unit}


def _raw_of(cells: dict[str, str], place: str) -> Raw:
    """The fact that the cells of single fields describe."""
    raw: Raw = {}
    for name in FIELDS:
        if cells.get(name):
            _assign(raw, name, cells[name], place)
    kind = kind_of(raw)
    if kind and "kind" not in raw:
        raw["kind"] = kind
    return raw


def _assign(raw: Raw, name: str, text: str, place: str) -> None:
    try:
        assign(raw, name, text)
    except FactcliError as error:
        raise FactcliError(f"{place}: {error.message}", hint=error.hint) from error


def _with_more(raw: Raw, more: Raw, cells: dict[str, str], place: str) -> Raw:
    """A fact with the fields that its cells do not hold; edited cells take precedence."""
    whole = raw | more
    if isinstance(raw.get("value"), dict) and isinstance(more.get("value"), dict):
        whole["value"] = raw["value"] | more["value"]
    for name in FIELDS:
        if name in cells and cells[name] != _shown(_text(name, read_field(whole, name))):
            _assign(whole, name, cells[name], place)
    return whole


def _source_of(cells: dict[str, str], more: Raw | None = None) -> Raw:
    """The source that its cells describe, with the rest of its fields, except those edited since."""
    given = {column: cells[column] for column in _SOURCE_FIELDS if cells.get(column)}
    source: Raw = {_SOURCE_FIELDS[column]: text for column, text in given.items()}
    if "author" in source:
        source["author"] = csl_names(source["author"])
    if not more:
        return source
    was = _source_cells(more)
    edited = {field for column, field in _SOURCE_FIELDS.items() if cells.get(column, was[column]) != was[column]}
    return source | {name: value for name, value in more.items() if name not in edited}


def _object(cell: str, column: str, place: str) -> Raw:
    """The JSON object in a cell; an empty one for an empty cell."""
    try:
        content = json.loads(cell or "{}")
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        refuse(f"{place}: {column}", "expected a JSON object", hint="leave the cell as it was exported, or empty")
    return content


def _undefused(cell: str) -> str:
    """The text of a cell without the quote mark that keeps it from being run as a formula."""
    return cell[1:] if cell.startswith(_DEFUSED) and defused_cell(cell[1:]) == cell else cell


def _text(name: str, value: Any) -> str:  # noqa: ANN401 - JSON
    if value is None:
        return ""
    return join_list(value) if name in LISTS and isinstance(value, list) else str(value)


def _source_text(field: str, value: Any) -> str:  # noqa: ANN401 - JSON
    if field == "author":
        return names_text(value)
    return value if isinstance(value, str) else ""
