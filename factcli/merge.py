"""Merge two edited stores by fact and field: both and what they were made of come in, the merged text goes out.

A field is in conflict only where both sides changed it, and not alike.  Lists of words take what either side added
and lose what either side took out.  The text of our side stays, to the byte, where theirs changed nothing.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.errors import FactcliError
from factcli.fields import LISTS
from factcli.schema import entry_faults
from factcli.storeparse import TABLES, parse_store
from factcli.storesplice import EMPTY_STORE, StoredDocument, read_tables, render_json, splice

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factcli.schema import Raw

_INDENT = 2
# Git's conflict markers.
_OURS, _MIDDLE, _THEIRS = f"{'<' * 7} ours", "=" * 7, f"{'>' * 7} theirs"


class _Absent:
    """What an object says of a key that it does not have."""


ABSENT = _Absent()


class Conflict(NamedTuple):
    """A value that both sides changed, and not alike."""

    ours: Any
    theirs: Any


class Merged(NamedTuple):
    """The merged store; where there are conflicts, their names, and the text has git's conflict markers."""

    text: str
    conflicts: list[str]


def merge_stores(base: bytes, ours: bytes, theirs: bytes, path: Path) -> Merged:
    """Merge what ``ours`` and ``theirs`` made of ``base``, which is empty where both sides made the file.

    Raises :class:`StoreError` where one of them is no store; ``path`` is what to call it.
    """
    source = parse_store(ours, path)
    sides = [read_tables(parse_store(data, path)) for data in (base or EMPTY_STORE, theirs)]
    merge = _Merge()
    merged = merge.tables(sides[0], read_tables(source), sides[1])
    text = splice(source, merged)
    for placeholder, conflict in merge.placeholders.items():
        text = _with_markers(text, placeholder, conflict)
    return Merged(text, merge.names)


class _Merge:
    """One merge, and the conflicts that it came upon."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.placeholders: dict[str, Conflict] = {}

    def tables(self, base: Raw, ours: Raw, theirs: Raw) -> Raw:
        merged = {}
        for name in _in_order(ours, theirs):
            sides = [side.get(name, ABSENT) for side in (base, ours, theirs)]
            is_table = all(isinstance(side, dict) or side is ABSENT for side in sides)
            value = self._table(name, *map(_object, sides)) if is_table else self._settled(name, *sides)
            if value is not ABSENT:
                merged[name] = value
        return merged

    def _table(self, table: str, base: Raw, ours: Raw, theirs: Raw) -> Raw:
        merged = {}
        for id_ in _in_order(ours, theirs):
            value = self._entry(table, id_, *(side.get(id_, ABSENT) for side in (base, ours, theirs)))
            if value is not ABSENT:
                merged[id_] = value
        return merged

    def _entry(self, table: str, id_: str, base: Any, ours: Any, theirs: Any) -> Any:  # noqa: ANN401 - JSON
        """An entry of a table; one that only one side touched is taken as it stands."""
        if _is_alike(base, ours):
            return theirs
        if _is_alike(base, theirs):
            return ours
        sides = [_content(side) for side in (base, ours, theirs)]
        choice = _choice(*sides)
        if choice is not None:
            return (ours, theirs)[choice]
        if not all(isinstance(side, dict) for side in sides[1:]):
            return self._conflict(id_, Conflict(*sides[1:]))
        fields = _fields(_object(sides[0]), sides[1], sides[2])
        conflicts = {name: value for name, value in fields.items() if isinstance(value, Conflict)}
        if not conflicts and table in TABLES and entry_faults(table, fields):
            # Each side is sound, but not what both make together: a figure here, a date there.
            return self._conflict(id_, Conflict(*sides[1:]))
        return fields | {name: self._conflict(f"{id_}: {name}", value) for name, value in conflicts.items()}

    def _settled(self, name: str, base: Any, ours: Any, theirs: Any) -> Any:  # noqa: ANN401 - JSON
        value = _settle(name, base, ours, theirs)
        return self._conflict(name, value) if isinstance(value, Conflict) else value

    def _conflict(self, name: str, conflict: Conflict) -> str:
        """What stands for a conflict until the text is made."""
        self.names.append(name)
        placeholder = f"conflict-{secrets.token_hex(16)}"
        self.placeholders[placeholder] = conflict
        return placeholder


def _fields(base: Raw, ours: Raw, theirs: Raw) -> dict[str, Any]:
    merged = {
        name: _settle(name, *(side.get(name, ABSENT) for side in (base, ours, theirs)))
        for name in _in_order(ours, theirs)
    }
    return {name: value for name, value in merged.items() if value is not ABSENT}


def _settle(name: str, base: Any, ours: Any, theirs: Any) -> Any:  # noqa: ANN401 - JSON
    """What a field becomes: a value, ``ABSENT``, or a Conflict."""
    choice = _choice(base, ours, theirs)
    if choice is not None:
        return (ours, theirs)[choice]
    lists = [[] if side is ABSENT else side for side in (base, ours, theirs)]
    if name in LISTS and all(isinstance(side, list) for side in lists):
        return _merged_list(*lists)
    return Conflict(ours, theirs)


def _choice(base: Any, ours: Any, theirs: Any) -> int | None:  # noqa: ANN401 - JSON
    """0 for our side, 1 for theirs, None where neither alone will do."""
    if _same(ours, theirs) or _same(theirs, base):
        return 0
    return 1 if _same(ours, base) else None


def _same(left: Any, right: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether two values are the same, in type too: 1 is not true."""
    if left is ABSENT or right is ABSENT:
        return left is right
    return bool(left == right) and render_json(left) == render_json(right)


def _merged_list(base: list[Any], ours: list[Any], theirs: list[Any]) -> list[Any]:
    gone = [item for item in base if item not in ours or item not in theirs]
    return [item for item in [*ours, *(item for item in theirs if item not in ours)] if item not in gone]


def _in_order(ours: Iterable[str], theirs: Iterable[str]) -> list[str]:
    """The keys of our side, and each one that only theirs has behind the one that it follows there."""
    followers: dict[str | None, list[str]] = {}
    known = set(ours)
    last = None
    for key in theirs:
        if key in known:
            last = key
        else:
            followers.setdefault(last, []).append(key)
    order = list(followers.get(None, ()))
    for key in ours:
        order += [key, *followers.get(key, ())]
    return order


def _object(side: Any) -> Raw:  # noqa: ANN401 - JSON
    return side if isinstance(side, dict) else {}


def _is_alike(left: Any, right: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether two entries are written alike, which most are: then nothing has to be decoded."""
    return isinstance(left, StoredDocument) and isinstance(right, StoredDocument) and _written(left) == _written(right)


def _written(entry: StoredDocument) -> str:
    return entry.source.text[entry.member.value_start : entry.member.end]


def _content(side: Any) -> Any:  # noqa: ANN401 - JSON
    """The decoded entry, read so that it still counts as untouched."""
    return side.source.value(side.member) if isinstance(side, StoredDocument) else side


def _with_markers(text: str, placeholder: str, conflict: Conflict) -> str:
    """The text with both sides of a conflict between git's markers, each on lines of its own."""
    line = re.search(rf'(?P<indent>[ \t]*+)(?P<key>"(?:[^"\\]|\\.)*+": )"{placeholder}"(?P<comma>,?)', text)
    if line is None:  # pragma: no cover - splice has written it
        raise FactcliError("a conflict was lost")
    depth = len(line["indent"]) // _INDENT
    ours, theirs = (
        "" if side is ABSENT else f"{line['indent']}{line['key']}{render_json(side, depth)}{line['comma']}\n"
        for side in conflict
    )
    before, after = text[: line.start()], text[line.end() :].removeprefix("\n")
    gap = "" if before.endswith("\n") or not before else "\n"
    return f"{before}{gap}{_OURS}\n{ours}{_MIDDLE}\n{theirs}{_THEIRS}\n{after}"
