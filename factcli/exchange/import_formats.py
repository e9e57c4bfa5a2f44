"""The formats that can be imported: what is in a file comes in, a Batch of facts and sources goes out."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcli.exchange.foreign_columns import Ask
    from factcli.exchange.foreign_tables import Table
    from factcli.store.schema import Raw

_SHAPE = 'expected an object with the tables "facts" and "sources", or a list of facts'
_HINT = "`fact export --format json` writes one"
# Where a file of candidates has the text around each of them.
CONTEXTS = "contexts"
# Where it says how many figures, dates and quotes were not proposed.
PASSED_OVER = "passed_over"
_FOUND_ONLY = frozenset({"id", "sources"})


class ImportedFact(NamedTuple):
    """A fact to import: its place in the file (``facts.csv:3``), its id, and its JSON."""

    place: str
    id: str
    raw: Raw


class Batch(NamedTuple):
    """The content of an imported file: facts in its order, the sources that it describes, and what was left out."""

    facts: list[ImportedFact]
    sources: dict[str, Raw]
    notes: tuple[str, ...] = ()


class ImportChoices(NamedTuple):
    """How a file is read: what its columns or properties are, and who is asked for those that are not known."""

    mapping: Mapping[str, str] = MappingProxyType({})
    ask: Ask | None = None


def parse_batch(data: str | bytes, form: str, name: str, choices: ImportChoices | None = None) -> Batch:
    """The facts and sources in a file of one of ``READABLE``; ``name`` is that of the file.

    ``data`` is text, and the bytes of a file of one of ``BINARY``.  Raises :class:`FactcliError` with the place where
    it is not valid.
    """
    choices = choices or ImportChoices()
    if isinstance(data, bytes):
        from factcli.exchange.foreign_tables import table_of_workbook

        return _of_table(table_of_workbook(data, name), name, choices)
    return _PARSERS[form](data.removeprefix("\ufeff"), name, choices)


class BesideCandidates(NamedTuple):
    """What ``fact extract`` writes beside candidates: by id, the paragraph and the place of the words in it.

    ``passed_over`` is how many figures, dates and quotes of the text were not proposed.
    """

    contexts: dict[str, tuple[str, int, int]]
    passed_over: int


def beside_candidates(text: str) -> BesideCandidates:
    """What a JSON text has beside its candidates; what has another shape is left out, they can do without."""
    content = json.loads(text.removeprefix("\ufeff"))
    if not isinstance(content, dict):
        return BesideCandidates({}, 0)
    passed_over = content.get(PASSED_OVER)
    return BesideCandidates(_contexts_in(content.get(CONTEXTS)), passed_over if isinstance(passed_over, int) else 0)


def _contexts_in(contexts: object) -> dict[str, tuple[str, int, int]]:
    found = {}
    for id_, each in contexts.items() if isinstance(contexts, dict) else ():
        fields = [each.get(name) for name in ("paragraph", "start", "end")] if isinstance(each, dict) else []
        match fields:
            case [str() as paragraph, int() as start, int() as end]:
                found[id_] = (paragraph, start, end)
    return found


def format_of(name: str) -> str | None:
    """The format of a file name by its suffix, None if it is unknown."""
    suffix = name.rpartition(".")[2].lower()
    return {"ndjson": "jsonl"}.get(suffix, suffix if suffix in READABLE else None)


def _parse_json(text: str, name: str, _choices: ImportChoices) -> Batch:
    content = _decoded(text, name, first_line=1)
    batch = Batch([], {})
    if isinstance(content, list):
        _take_records(content, name, batch)
        return batch
    facts = content.get("facts") if isinstance(content, dict) else None
    sources = content.get("sources", {}) if isinstance(content, dict) else None
    if isinstance(facts, list):
        _take_records(facts, name, batch)
    elif isinstance(facts, dict) and isinstance(sources, dict):
        batch.facts.extend(
            ImportedFact(f"{name}: {id_}", id_, _object(raw, f"{name}: {id_}")) for id_, raw in facts.items()
        )
        batch.sources.update({id_: _object(raw, f"{name}: source {id_}") for id_, raw in sources.items()})
    else:
        raise FactcliError(f"{name}: {_SHAPE}", hint=_HINT)
    return batch


def _parse_jsonl(text: str, name: str, _choices: ImportChoices) -> Batch:
    batch = Batch([], {})
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            _take_record(_decoded(line, name, first_line=number), f"{name}:{number}", batch)
    return batch


def _parse_csv(text: str, name: str, choices: ImportChoices) -> Batch:
    from factcli.exchange.foreign_tables import table_of_text

    return _of_table(table_of_text(text, name), name, choices)


def _of_table(table: Table, name: str, choices: ImportChoices) -> Batch:
    from factcli.exchange.foreign_columns import mapped, with_usual_forms
    from factcli.exchange.spreadsheet import COLUMNS, facts_of

    table = with_usual_forms(mapped(table, name, COLUMNS, choices.mapping, choices.ask), name)
    batch = Batch([], {})
    for line, record, sources in facts_of(table, name):
        _take_record(record, f"{name}:{line}", batch)
        batch.sources.update(sources)
    return batch


def _parse_wikidata(text: str, name: str, choices: ImportChoices) -> Batch:
    from factcli.exchange.wikidata import parse_wikidata

    return parse_wikidata(text, name, choices)


def _parse_sdmx_csv(text: str, name: str, choices: ImportChoices) -> Batch:
    from factcli.exchange.sdmx_csv import parse_sdmx_csv

    return parse_sdmx_csv(text, name, choices)


def _parse_jsonstat(text: str, name: str, choices: ImportChoices) -> Batch:
    from factcli.exchange.jsonstat import parse_jsonstat

    return parse_jsonstat(text, name, choices)


_PARSERS: dict[str, Callable[[str, str, ImportChoices], Batch]] = {
    "csv": _parse_csv,
    "tsv": _parse_csv,
    "json": _parse_json,
    "jsonl": _parse_jsonl,
    "wikidata": _parse_wikidata,
    "sdmx-csv": _parse_sdmx_csv,
    "jsonstat": _parse_jsonstat,
}
BINARY = ("xlsx", "xls", "ods")
READABLE = (*_PARSERS, *BINARY)


def _take_records(records: list[Any], name: str, batch: Batch) -> None:
    for number, record in enumerate(records, start=1):
        _take_record(record, f"{name}: fact {number}", batch)


def _take_record(record: Any, place: str, batch: Batch) -> None:  # noqa: ANN401 - foreign JSON
    """A fact with its id in it, and perhaps its sources, as ``fact find`` writes it."""
    fields = _object(record, place)
    id_ = fields.get("id")
    if not isinstance(id_, str) or not id_:
        raise FactcliError(f"{place}: the fact has no id", hint="each fact needs the field id")
    sources = fields.get("sources", [])
    if not isinstance(sources, list):
        raise FactcliError(f"{place}: sources: expected a list", hint=_HINT)
    for source in sources:
        about = _object(source, f"{place}: sources")
        if isinstance(about.get("id"), str):
            batch.sources[about["id"]] = {name: value for name, value in about.items() if name != "id"}
    raw = {name: value for name, value in fields.items() if name not in _FOUND_ONLY}
    batch.facts.append(ImportedFact(place, id_, raw))


def _object(value: Any, place: str) -> Raw:  # noqa: ANN401 - foreign JSON
    if not isinstance(value, dict):
        raise FactcliError(f"{place}: expected an object", hint=_HINT)
    return value


def _decoded(text: str, name: str, *, first_line: int) -> Any:  # noqa: ANN401 - foreign JSON
    try:
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        place = f"{name}:{error.lineno + first_line - 1}:{error.colno}"
        raise FactcliError(f"{place}: {error.msg.lower()}", hint="correct it in an editor") from error
    except (RecursionError, ValueError) as error:
        what = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise FactcliError(f"{name}: {what}", hint="correct it in an editor") from error


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not valid JSON")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"duplicate key '{next(name for name in names if names.count(name) > 1)}'")
    return fields
