"""Official statistics as SDMX-CSV (1.0 and 2.0, with ids, labels or both) come in; a batch of facts goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.errors import FactcliError
from factcli.exchange.foreign_tables import table_of_text
from factcli.exchange.observations import (
    LONGEST_LABEL,
    Observation,
    Series,
    batch_of,
    check_roles,
    chosen,
    missing,
    period,
    scaled,
    unit_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.exchange.foreign_tables import Table
    from factcli.exchange.import_formats import Batch, ImportChoices

# Columns with each role, by the names that statistics offices give them.
_ROLES = {
    "subject": ("REF_AREA", "GEO", "GEO_PICT", "COUNTRY", "LOCATION", "AREA", "REGION", "COUNTERPART_AREA"),
    "measure": ("INDICATOR", "MEASURE", "SERIES", "NA_ITEM", "INDIC", "INDIC_NA", "VARIABLE", "SUBJECT", "CONCEPT"),
    "time": ("TIME_PERIOD", "TIME", "OBS_TIME"),
    "value": ("OBS_VALUE", "VALUE"),
    "unit": ("UNIT_MEASURE", "UNIT"),
    "multiplier": ("UNIT_MULT", "UNIT_MULTIPLIER", "POWERCODE_CODE"),
}
_NEEDED = ("subject", "time", "value")
_FLOWS = ("DATAFLOW", "STRUCTURE_ID")
# Columns that say nothing of what was measured.
_ASIDE = frozenset({
    *_FLOWS, "STRUCTURE", "STRUCTURE_NAME", "ACTION", "FREQ", "OBS_STATUS", "OBS_FLAG", "OBS_CONF", "CONF_STATUS",
    "DECIMALS", "LAST UPDATE", "COMMENT_OBS", "COMMENT_TS", "TIME_FORMAT", "OBS_PRE_BREAK", "BASE_PER", "TITLE",
    "SOURCE", "OBS_COMMENT",
})  # fmt: skip


class _Columns(NamedTuple):
    """The places of the columns with a role, None for those that are missing, and of those that tell series apart."""

    subject: int
    time: int
    value: int
    measure: int | None
    unit: int | None
    multiplier: int | None
    details: tuple[int, ...]


def parse_sdmx_csv(text: str, name: str, choices: ImportChoices) -> Batch:
    """The observations of an SDMX-CSV file as facts; those without a value are counted in a note.

    Raises :class:`FactcliError` with the place where the file is not valid, or for a role that no column has.
    """
    table = table_of_text(text, name)
    codes = [column.partition(":")[0].strip() for column in table.header]
    columns = _columns(table, codes, choices, name)
    flow = _dataflow(table, codes, name)
    found = [_observation(row, columns, codes, flow) for _, row in table.rows]
    return batch_of(found, "observations", {"type": "dataset", "title": flow}, name)


def _columns(table: Table, codes: list[str], choices: ImportChoices, name: str) -> _Columns:
    known = {code.upper(): code for code in codes}
    if len(known) < len(codes):
        raise FactcliError(f"{name}:1: duplicate column", hint="name each column once")
    check_roles(choices.mapping, _ROLES)
    # What is only helpful is not asked for.
    quiet = choices._replace(ask=None)
    by_role = {role: chosen(role, guesses, known, choices if role in _NEEDED else quiet, name)
               for role, guesses in _ROLES.items()}  # fmt: skip
    for role in _NEEDED:
        if by_role[role] is None:
            raise missing(role, codes, name)
    places = {role: None if column is None else codes.index(column) for role, column in by_role.items()}
    details = tuple(_details(table, codes, set(places.values())))
    return _Columns(**places, details=details)  # type: ignore[arg-type] # those that are needed were found


def _details(table: Table, codes: list[str], used: set[int | None]) -> Iterator[int]:
    """The columns that tell series of the file apart: not those with one value, nor those set aside."""
    for at, code in enumerate(codes):
        if at not in used and code.upper() not in _ASIDE and len({row[at] for _, row in table.rows}) > 1:
            yield at


def _dataflow(table: Table, codes: list[str], name: str) -> str:
    """The label or the id of the dataflow; the name of the file where there is none."""
    at = next((at for at, code in enumerate(codes) if code.upper() in _FLOWS), None)
    cell = table.rows[0][1][at].strip() if at is not None and table.rows else ""
    return (_label(cell) or name.rpartition("/")[2])[:LONGEST_LABEL]


def _label(cell: str) -> str:
    """The label of a cell that has both, ``FR: France``; else the cell.  A dataflow, ``ESTAT:NAMA(1.0)``, is one id."""
    return (cell.partition(": ")[2] or cell).strip()


def _observation(row: list[str], columns: _Columns, codes: list[str], flow: str) -> Observation | None:
    as_of = period(row[columns.time])
    unit = unit_of(_label(row[columns.unit]) if columns.unit is not None else "")
    power = row[columns.multiplier].partition(":")[0].strip() if columns.multiplier is not None else ""
    exponent = unit.exponent + (int(power) if power.removeprefix("-").isdecimal() and len(power) < 4 else 0)  # noqa: PLR2004 - 10 ** 999 is not a unit
    amount = scaled(row[columns.value], exponent)
    subject = _label(row[columns.subject])[:LONGEST_LABEL]
    if as_of is None or amount is None or not subject:
        return None
    measure = _label(row[columns.measure])[:LONGEST_LABEL] if columns.measure is not None else ""
    details = [_label(row[at])[:LONGEST_LABEL] for at in columns.details] + [unit.rest]
    of_key = (columns.subject, *columns.details, columns.time)
    key = ".".join(f"{codes[at]}={row[at].partition(':')[0]}" for at in of_key)
    about = Series(subject, measure or flow, tuple(filter(None, details)), as_of)
    return Observation(about, amount, unit.symbol, key)
