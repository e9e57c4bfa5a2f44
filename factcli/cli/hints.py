"""A query that found nothing comes in; which qualifiers or values there are goes out."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

from factcli.cli.fast_path import COMMANDS
from factcli.model.facts import FactKind, Rank
from factcli.query.parse import QUALIFIERS

if TYPE_CHECKING:
    from factcli.index import FactIndex

_VALUES = {"kind": get_args(FactKind), "rank": get_args(Rank)}
_COLUMNS = {"unit": "unit", "speaker": "speaker", "source": "source_ids", "subject": "subject"}
_MOST_VALUES = 8
_ALIKE = 0.8
# What people call a command that has another name.
_OTHER_NAMES = {"review": "stale", "delete": "remove", "new": "add", "update": "set", "merge": "import"}


def about_qualifiers(index: FactIndex, text: str) -> str:
    """Which qualifiers there are, or which values one of them can have; empty where none was wrong."""
    for token in text.split():
        name, colon, value = token.lstrip("-").partition(":")
        if colon and value and name in QUALIFIERS:
            found = _about_value(index, name, value.strip('"'))
        else:
            found = _about_name(name) if colon and name.isalpha() and value[:1].isalnum() else ""
        if found:
            return found
    return ""


def command_like(text: str) -> str | None:
    """The command that a query was most likely meant to be: ``validat``, or ``review``, which is a field."""
    word = text.split(" ", 1)[0].lower()
    near = get_close_matches(word, COMMANDS, n=1, cutoff=_ALIKE)
    return _OTHER_NAMES.get(word) or next(iter(near), None)


def _about_name(name: str) -> str:
    near = get_close_matches(name, QUALIFIERS, n=1)
    meant = f"; did you mean {near[0]}:" if near else ""
    known = ", ".join(f"{known}:" for known in sorted(QUALIFIERS))
    return f"'{name}:' is not a qualifier{meant}; known qualifiers: {known}"


def _about_value(index: FactIndex, name: str, value: str) -> str:
    known = _VALUES.get(name) or (index.values_of(_COLUMNS[name], _MOST_VALUES) if name in _COLUMNS else ())
    if not known or value.lower() in map(str.lower, known):
        return ""
    near = get_close_matches(value, known, n=1)
    meant = f"; did you mean {name}:{near[0]}" if near else ""
    return f"no fact has {name}:{value}{meant}; known values: {', '.join(known)}"
