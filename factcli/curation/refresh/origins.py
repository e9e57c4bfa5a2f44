"""Where a value is measured: the ``origin`` of a reference (JSON) comes in, checked; nothing is run or read here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcli.store.schema import Raw

# The members of each form, which are all required.
FORMS = {
    "command": frozenset({"command"}),
    "path": frozenset({"file", "path"}),
    "cell": frozenset({"file", "cell"}),
    "sql": frozenset({"file", "sql"}),
}
_HINT = 'write {"command": ["./count.sh"]}, or a "file" with a "path", a "cell" or "sql"'
# What to do about a place in a file that is not valid.
_HINTS = {"path": "write $.rows[0].count", "cell": "write B7", "sql": "write SELECT count(*) FROM visits"}
_CELL = re.compile(r"(?P<column>[A-Za-z]{1,3})(?P<row>[1-9][0-9]{0,6})")
_STEP = re.compile(
    r"\.(?P<name>[^\W\d][\w-]{0,200}+)|\[(?P<index>-?(?:0|[1-9][0-9]{0,8}))\]"
    r"|\[\"(?P<double>(?:[^\"\\]|\\.){0,500}+)\"\]|\['(?P<single>[^']{0,500}+)'\]"
)
_QUERY = re.compile(r"(?:\s++|--[^\n]*+\n|/\*(?:[^*]|\*(?!/))*+\*/)*+(?:select|with|values)\b", re.IGNORECASE)
_LETTERS = 26
_MOST_STEPS = 50


class PlacedOrigin(NamedTuple):
    """An origin, and the fact and the number of the reference that have it."""

    fact: str
    reference: int
    origin: Raw


def origins_of(facts: Iterable[tuple[str, Raw]]) -> Iterator[PlacedOrigin]:
    """The origins of facts, as JSON that need not be sound; those of deprecated facts are not measured any more."""
    for id_, raw in facts:
        if raw.get("rank") != "deprecated":
            references = raw.get("references")
            for number, reference in enumerate(references if isinstance(references, list) else ()):
                if isinstance(reference, dict) and isinstance(reference.get("origin"), dict):
                    yield PlacedOrigin(id_, number, reference["origin"])


def origin_fault(origin: Raw) -> str | None:
    """What is wrong with an origin; None if nothing is."""
    form = next((name for name in FORMS if name in origin), None)
    if form is None or origin.keys() != FORMS[form]:
        return f"not an origin: {_HINT}"
    if form == "command":
        return _command_fault(origin["command"])
    if not all(isinstance(value, str) and value and "\0" not in value for value in origin.values()):
        return f"not an origin: {_HINT}"
    return _FAULTS[form](origin[form])


def check_origin(origin: Raw) -> None:
    """Raise :class:`FactcliError` if an origin is not valid."""
    if fault := origin_fault(origin):
        raise FactcliError(fault, hint=next((hint for form, hint in _HINTS.items() if form in origin), None))


def described(origin: Raw) -> str:
    """A sound origin in a line: the command as a shell has it, or the file and the place in it."""
    import shlex

    if "command" in origin:
        return f"run {shlex.join(origin['command'])}"
    place = next(str(origin[form]) for form in FORMS if form in origin)
    return f"read {origin['file']}: {place}"


def steps_of(path: str) -> list[str | int]:
    """The names and indexes of a JSON path (RFC 9535, without wildcards): ``$.rows[0].count``."""
    steps: list[str | int] = []
    end = 1
    while end < len(path) and (match := _STEP.match(path, end)) and len(steps) < _MOST_STEPS:
        index = match["index"]
        name = match["name"] or match["double"] or match["single"] or ""
        steps.append(int(index) if index is not None else name)
        end = match.end()
    if not path.startswith("$") or end != len(path):
        raise FactcliError(f"'{path}' is not a JSON path", hint=_HINTS["path"])
    return steps


def cell_of(text: str) -> tuple[int, int]:
    """The row and column, from 0, of a cell: ``B7``."""
    match = _CELL.fullmatch(text)
    if match is None:
        raise FactcliError(f"'{text}' is not a cell", hint=_HINTS["cell"])
    column = 0
    for letter in match["column"].upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(match["row"]) - 1, column - 1


def _command_fault(command: Any) -> str | None:  # noqa: ANN401 - JSON
    is_list = isinstance(command, list) and all(isinstance(word, str) and "\0" not in word for word in command)
    return None if is_list and command and command[0] else f"not a command: {_HINT}"


def _fault(read: Callable[[str], object], text: str) -> str | None:
    try:
        read(text)
    except FactcliError as error:
        return error.message
    return None


_FAULTS: dict[str, Callable[[str], str | None]] = {
    "path": lambda text: _fault(steps_of, text),
    "cell": lambda text: _fault(cell_of, text),
    "sql": lambda text: None if _QUERY.match(text) else f"the query may only select: '{text}'",
}
