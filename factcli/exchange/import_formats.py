"""The formats that can be imported (CSV, JSON, JSON Lines): the text of a file comes in, a Batch goes out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.store.schema import Raw

_SHAPE = 'expected an object with the tables "facts" and "sources", or a list of facts'
_FOUND_ONLY = frozenset({"id", "sources"})


class ImportedFact(NamedTuple):
    """A fact to import: its place in the file (``facts.csv:3``), its id, and its JSON."""

    place: str
    id: str
    raw: Raw


class Batch(NamedTuple):
    """The content of an imported file: facts in its order, and the sources that it describes."""

    facts: list[ImportedFact]
    sources: dict[str, Raw]


def parse_batch(text: str, form: str, name: str) -> Batch:
    """The facts and sources in a text of the form ``csv``, ``json`` or ``jsonl``; ``name`` is that of its file.

    Raises :class:`FactcliError` with the place where the text is not valid.
    """
    return _PARSERS[form](text.removeprefix("\ufeff"), name)


def contexts_of(text: str) -> dict[str, tuple[str, int, int]]:
    """The paragraph around each candidate of a JSON text that ``fact extract`` wrote, with the place of its words.

    What has another shape is left out: a candidate can do without.
    """
    content = json.loads(text.removeprefix("\ufeff"))
    contexts = content.get(CONTEXTS) if isinstance(content, dict) else None
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
    return {"ndjson": "jsonl"}.get(suffix, suffix if suffix in _PARSERS else None)


def _parse_json(text: str, name: str) -> Batch:
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
        raise FactcliError(f"{name}: {_SHAPE}", hint="`fact export --format json` writes one")
    return batch


def _parse_jsonl(text: str, name: str) -> Batch:
    batch = Batch([], {})
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            _take_record(_decoded(line, name, first_line=number), f"{name}:{number}", batch)
    return batch


def _parse_csv(text: str, name: str) -> Batch:
    from factcli.exchange.spreadsheet import parse_csv

    batch = Batch([], {})
    for line, record, sources in parse_csv(text, name):
        _take_record(record, f"{name}:{line}", batch)
        batch.sources.update(sources)
    return batch


# Where a file of candidates has the text around each of them.
CONTEXTS = "contexts"
_PARSERS: dict[str, Callable[[str, str], Batch]] = {"csv": _parse_csv, "json": _parse_json, "jsonl": _parse_jsonl}
READABLE = tuple(_PARSERS)


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
        raise FactcliError(f"{place}: sources: expected a list")
    for source in sources:
        about = _object(source, f"{place}: sources")
        if isinstance(about.get("id"), str):
            batch.sources[about["id"]] = {name: value for name, value in about.items() if name != "id"}
    raw = {name: value for name, value in fields.items() if name not in _FOUND_ONLY}
    batch.facts.append(ImportedFact(place, id_, raw))


def _object(value: Any, place: str) -> Raw:  # noqa: ANN401 - foreign JSON
    if not isinstance(value, dict):
        raise FactcliError(f"{place}: expected an object")
    return value


def _decoded(text: str, name: str, *, first_line: int) -> Any:  # noqa: ANN401 - foreign JSON
    try:
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        place = f"{name}:{error.lineno + first_line - 1}:{error.colno}"
        raise FactcliError(f"{place}: {error.msg.lower()}", hint="correct it in an editor") from error
    except (RecursionError, ValueError) as error:
        what = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise FactcliError(f"{name}: {what}") from error


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not valid JSON")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"duplicate key '{next(name for name in names if names.count(name) > 1)}'")
    return fields
