"""Change a store in one transaction: its two tables come in, changed tables go out, all of it or nothing.

Untouched entries keep their text to the byte.  Each change is kept in the journal, so that it can be undone.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.errors import FactcliError
from factcli.model.formatting import plain_value
from factcli.store.file import make_folder_for
from factcli.store.schema import decode_fact, decode_source, id_faults
from factcli.store.splice import StoredDocument
from factcli.store.tinydb_storage import SafeStorage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from os import PathLike

    from factcli.store.schema import Raw

FACTS, SOURCES = "facts", "sources"
_ONE = {FACTS: "fact", SOURCES: "source"}
_LISTED = {FACTS: "`fact find` lists the ids", SOURCES: "`fact sources` lists the ids"}
_PAST = {
    "add": "added", "change": "changed", "remove": "removed", "rename": "renamed", "deprecate": "deprecated",
    "merge": "merged", "undo": "undid", "write": "wrote",
    "cite": "cited", "attach": "attached",
}  # fmt: skip


class Change(NamedTuple):
    """One thing that is done to a store: the verb (``add``), the id of the fact or source, and details."""

    verb: str
    id: str
    detail: str = ""

    def summary(self, *, is_done: bool = True) -> str:
        """The change in a line: ``added amia-bombing-deaths: 85 person``; ``would add`` if it is not done."""
        verb = _PAST[self.verb] if is_done else f"would {self.verb}"
        return f"{verb} {self.id}" + (f": {self.detail}" if self.detail else "")


class Tables:
    """The facts and sources of a store while they are changed, as decoded JSON, in the order of the file."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._content = content

    def __contains__(self, key: tuple[str, str]) -> bool:
        table, id_ = key
        return id_ in self._content.get(table, ())

    def entries(self, table: str) -> Iterator[tuple[str, Raw]]:
        """The ids and entries of a table, not to be changed."""
        for id_, entry in self._content.get(table, {}).items():
            yield id_, _seen(entry)

    def entry(self, table: str, id_: str) -> Raw:
        """A copy of one entry; raises :class:`FactcliError` if there is none."""
        if (table, id_) not in self:
            raise FactcliError(f"there is no {_ONE[table]} '{id_}' in the store", hint=_hint_for(table, id_))
        return deepcopy(_seen(self._content[table][id_]))

    def put(self, table: str, id_: str, entry: Raw) -> None:
        """Replace the entry with that id, or append it; raises :class:`FactcliError` if it is invalid."""
        if faults := id_faults(id_):
            raise FactcliError(f"'{id_}': {faults[0].what}", hint="use small letters, digits and hyphens")
        try:
            (decode_fact if table == FACTS else decode_source)(id_, entry)
        except FactcliError as error:
            error.hint = "correct it; nothing was written"
            raise
        self._content.setdefault(table, {})[id_] = entry

    def remove(self, table: str, id_: str) -> None:
        """Remove an entry, which must exist."""
        del self._content[table][id_]

    def rename(self, table: str, id_: str, new: str) -> None:
        """Give an entry another id; its position is kept."""
        self._content[table] = {new if key == id_ else key: entry for key, entry in self._content[table].items()}


def read_tables(path: str | PathLike[str]) -> Tables:
    """The tables of the store at ``path``; empty ones if there is no file."""
    return Tables(SafeStorage(path).read() or {})


def change_store(
    path: str | PathLike[str], change: Callable[[Tables], list[Change]], *, dry_run: bool = False, run: str = ""
) -> list[Change]:
    """Let ``change`` change the tables of the store at ``path`` and write them, in one step; returns its changes.

    A store that does not exist is created.  Nothing is written if ``change`` raises or returns no changes, or for a
    ``dry_run``.  Changes of the same ``run`` are undone together.  Raises :class:`FactcliError`.
    """
    if dry_run:
        return change(read_tables(path))
    make_folder_for(Path(path))
    storage = SafeStorage(path)
    with storage.locked():
        content = storage.read() or {}
        changes = change(Tables(content))
        if changes:
            storage.write(content, _summary(changes), run)
    return changes


def described(raw: Raw) -> str:
    """What an entry is, in a few words: the value of a fact, the title of a source; empty if it is neither."""
    try:
        return plain_value(decode_fact("x", raw).value)
    except FactcliError:
        return str(raw.get("title", ""))


def _summary(changes: list[Change]) -> str:
    first = changes[0].summary()
    return first if len(changes) == 1 else f"{first}, and {len(changes) - 1} more"


def _hint_for(table: str, id_: str) -> str:
    """What to do about an id that the store does not have; lookups show one of another store as ``pier (b.json)``."""
    plain, _, place = id_.partition(" (")
    if place.endswith(")"):
        return f"changes go to the first store: name '{plain}' alone, with --store {place.removesuffix(')')}"
    return _LISTED[table]


def _seen(entry: Any) -> Any:  # noqa: ANN401 - JSON
    """The fields of an entry, decoded without marking it as touched: unchanged entries are not rewritten."""
    is_untouched = isinstance(entry, StoredDocument) and entry.is_untouched
    return entry.source.value(entry.member) if is_untouched else dict(entry)
