"""Merge two edited stores by fact and field: both and their common base come in, the merged text goes out.

A field is in conflict only where both sides changed it, and differently.  Lists of words take what either side added
and lose what either side took out.  The text of our side is kept to the byte where theirs changed nothing.
"""

from __future__ import annotations

import re
import secrets
from itertools import permutations
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.curation.fields import LISTS
from factcli.errors import FactcliError, StoreError
from factcli.store.file import Snapshot
from factcli.store.parse import TABLES, parse_store
from factcli.store.schema import entry_faults
from factcli.store.splice import EMPTY_STORE, StoredDocument, read_tables, render_json, splice

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factcli.store.scanner import StoreText
    from factcli.store.schema import Raw

    # A table and an id in it -> the id of a fact that points there.
    Links = dict[tuple[str, str], str]

_INDENT = 2
# The fields that say what holds, and when.
_STATED = ("kind", "statement", "value", "as_of")
# Git's conflict markers.
_OURS, _MIDDLE, _THEIRS = f"{'<' * 7} ours", "=" * 7, f"{'>' * 7} theirs"


class _Absent:
    """What an object says of a key that it does not have."""


ABSENT = _Absent()


class Conflict(NamedTuple):
    """A value that both sides changed, and differently; ``their_key`` is its key there, where that is another one."""

    ours: Any
    theirs: Any
    their_key: str | None = None


class Merged(NamedTuple):
    """The merged store; where there are conflicts, their names, and the text has git's conflict markers.

    ``reasons`` say of each conflict, in its order, what the two sides did.
    """

    text: str
    conflicts: list[str]
    reasons: list[str]


def merge_stores(base: bytes, ours: bytes, theirs: bytes, path: Path) -> Merged:
    """Merge what ``ours`` and ``theirs`` made of ``base``, which is empty if both sides created the file.

    Raises :class:`StoreError` if one of them is not a valid store; errors name it by ``path``.
    """
    sources = [
        _side(data, path, name) for name, data in (("base", base or EMPTY_STORE), ("ours", ours), ("theirs", theirs))
    ]
    source = sources[1]
    merge = _Merge()
    merged = merge.tables(*map(read_tables, sources))
    text = splice(source, merged)
    for placeholder, conflict in merge.placeholders.items():
        text = _with_markers(text, placeholder, conflict)
    return Merged(text, list(merge.reasons), list(merge.reasons.values()))


def _side(data: bytes, path: Path, name: str) -> StoreText:
    try:
        return parse_store(Snapshot.of(data), path)
    except StoreError as error:
        hint = f"this is the side '{name}' of the merge: correct it in its commit, and merge again"
        raise StoreError(error.path, error.defects, hint=hint) from error


class _Merge:
    """One merge, and its conflicts."""

    def __init__(self) -> None:
        self.reasons: dict[str, str] = {}
        self.links: tuple[Links, Links] = ({}, {})
        self.placeholders: dict[str, Conflict] = {}

    def tables(self, base: Raw, ours: Raw, theirs: Raw) -> Raw:
        merged = {}
        self.links = (_new_links(base, ours), _new_links(base, theirs))
        for name in _in_order(ours, theirs):
            sides = [side.get(name, ABSENT) for side in (base, ours, theirs)]
            is_table = all(isinstance(side, dict) or side is ABSENT for side in sides)
            value = self._table(name, *map(_object, sides)) if is_table else self._settled(name, *sides)
            if value is not ABSENT:
                merged[name] = value
        return merged

    def _table(self, table: str, base: Raw, ours: Raw, theirs: Raw) -> Raw:
        merged = {}
        renamed = _renamed(base, ours, theirs)
        moved = {their_id for _, their_id in renamed.values()}
        for id_ in _in_order(ours, theirs):
            if id_ in renamed:
                old, their_id = renamed[id_]
                conflict = Conflict(_content(ours[id_]), _content(theirs[their_id]), their_id)
                why = f"one side renamed {old} to {id_}, the other to {their_id}"
                merged[id_] = self._conflict(old, conflict, why)
            elif id_ not in moved:
                value = self._entry(table, id_, *(side.get(id_, ABSENT) for side in (base, ours, theirs)))
                if value is not ABSENT:
                    merged[id_] = value
        return merged

    def _entry(self, table: str, id_: str, base: Any, ours: Any, theirs: Any) -> Any:  # noqa: ANN401 - JSON
        """An entry of a table; one that only one side changed is taken from that side."""
        if namer := self._namer_of_removed(table, id_, base, ours, theirs):
            why = f"one side removed {id_}, and {namer} of the other side names it"
            return self._conflict(id_, Conflict(_content(ours), _content(theirs)), why)
        if _is_alike(base, ours):
            return theirs
        if _is_alike(base, theirs):
            return ours
        sides = [_content(side) for side in (base, ours, theirs)]
        choice = _choice(*sides)
        if choice is not None:
            return (ours, theirs)[choice]
        return self._merged_entry(table, id_, *sides)

    def _merged_entry(self, table: str, id_: str, base: Any, ours: Any, theirs: Any) -> Any:  # noqa: ANN401 - JSON
        """An entry that both sides touched, field by field; as a whole where its fields make no sense together."""
        whole = Conflict(ours, theirs)
        if not all(isinstance(side, dict) for side in whole[:2]):
            return self._conflict(id_, whole)
        if any(_is_retired(base, one) and _says_otherwise(base, other) for one, other in permutations((ours, theirs))):
            return self._conflict(id_, whole, f"one side deprecated {id_}, and the other changed what it says")
        fields = _fields(_object(base), ours, theirs)
        conflicts = {name: value for name, value in fields.items() if isinstance(value, Conflict)}
        if conflicts and base is ABSENT:
            return self._conflict(id_, whole, f"both sides added {id_}, and differently")
        if not conflicts and table in TABLES and entry_faults(table, fields):
            # Each side is sound, but not what both make together: a figure here, a date there.
            return self._conflict(id_, whole)
        return fields | {name: self._conflict(f"{id_}: {name}", value) for name, value in conflicts.items()}

    def _namer_of_removed(self, table: str, id_: str, base: Any, ours: Any, theirs: Any) -> str | None:  # noqa: ANN401 - JSON
        """The fact that points to an entry since one side removed it; None if there is none."""
        if base is ABSENT or (ours is ABSENT) == (theirs is ABSENT):
            return None
        return self.links[0 if theirs is ABSENT else 1].get((table, id_))

    def _settled(self, name: str, base: Any, ours: Any, theirs: Any) -> Any:  # noqa: ANN401 - JSON
        value = _settle(name, base, ours, theirs)
        return self._conflict(name, value) if isinstance(value, Conflict) else value

    def _conflict(self, name: str, conflict: Conflict, why: str | None = None) -> str:
        """A placeholder for a conflict, until the text is rendered."""
        self.reasons[name] = why or f"both sides changed {name}"
        placeholder = f"conflict-{secrets.token_hex(16)}"
        self.placeholders[placeholder] = conflict
        return placeholder


def _new_links(base: Raw, side: Raw) -> Links:
    """What the facts of a side point to and did not point to before, each with a fact that does."""
    before, facts = _object(base.get("facts")), _object(side.get("facts"))
    changed = {id_: fact for id_, fact in facts.items() if not _is_alike(before.get(id_), fact)}
    return {link: id_ for id_, fact in changed.items() for link in _links(fact) - _links(before.get(id_))}


def _links(fact: Any) -> set[tuple[str, str]]:  # noqa: ANN401 - JSON
    """The entries that a fact points to, each as its table and id."""
    raw = _object(_content(fact))
    references = raw.get("references")
    cited = [_object(each).get("source") for each in references] if isinstance(references, list) else []
    named = [("sources", id_) for id_ in cited] + [("facts", raw.get("superseded_by"))]
    return {(table, id_) for table, id_ in named if isinstance(id_, str)}


def _renamed(base: Raw, ours: Raw, theirs: Raw) -> dict[str, tuple[str, str]]:
    """The entries that each side gave another id: our id of each -> its id in the base, and their id."""
    gone = [id_ for id_ in base if id_ not in ours and id_ not in theirs]
    if not gone:
        return {}
    our_names, their_names = _added(base, ours, theirs), _added(base, theirs, ours)
    renamed = {}
    for id_ in gone:
        marks = _marks(base[id_])
        our_id, their_id = _first_of(our_names, marks), _first_of(their_names, marks)
        if our_id is not None and their_id is not None:
            renamed[our_id] = id_, their_id
            our_names = {mark: name for mark, name in our_names.items() if name != our_id}
            their_names = {mark: name for mark, name in their_names.items() if name != their_id}
    return renamed


def _added(base: Raw, side: Raw, other: Raw) -> dict[str, str]:
    """What each entry that only this side has is known by -> its id."""
    return {mark: id_ for id_ in side if id_ not in base and id_ not in other for mark in _marks(side[id_])}


def _marks(entry: Any) -> list[str]:  # noqa: ANN401 - JSON
    """What an entry is known by under another id: all of it, else its statement or title."""
    raw = _object(_content(entry))
    return [render_json(raw), *(text for name in ("statement", "title") if isinstance(text := raw.get(name), str))]


def _first_of(names: dict[str, str], marks: list[str]) -> str | None:
    return next((names[mark] for mark in marks if mark in names), None)


def _is_retired(base: Any, side: Raw) -> bool:  # noqa: ANN401 - JSON
    """Whether a side deprecated a fact."""
    return side.get("rank") == "deprecated" and isinstance(base, dict) and base.get("rank") != "deprecated"


def _says_otherwise(base: Any, side: Raw) -> bool:  # noqa: ANN401 - JSON
    """Whether a side changed what a fact states, and not only how it is found."""
    return any(not _same(_object(base).get(name, ABSENT), side.get(name, ABSENT)) for name in _STATED)


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
    """0 for our side, 1 for theirs, None if neither alone is right."""
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
    """The keys of our side; each key that only theirs has comes after the key that it follows there."""
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
    their_key = line["key"] if conflict.their_key is None else f"{render_json(conflict.their_key)}: "
    ours, theirs = (
        "" if side is ABSENT else f"{line['indent']}{key}{render_json(side, depth)}{line['comma']}\n"
        for key, side in ((line["key"], conflict.ours), (their_key, conflict.theirs))
    )
    before, after = text[: line.start()], text[line.end() :].removeprefix("\n")
    gap = "" if before.endswith("\n") or not before else "\n"
    return f"{before}{gap}{_OURS}\n{ours}{_MIDDLE}\n{theirs}{_THEIRS}\n{after}"
