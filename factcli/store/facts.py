"""Facts in a file: the way to read, add and change the facts and sources of one facts.json."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.errors import Defect, FactcliError, StoreError
from factcli.model.formatting import plain_value
from factcli.store.file import locked, make_folder_for, read_store_file
from factcli.store.journal import commit
from factcli.store.parse import parse_store
from factcli.store.schema import decode_fact, encode_fact, encode_source, entry_decoder
from factcli.store.splice import EMPTY_STORE
from factcli.store.transaction import FACTS, SOURCES, Change, change_store, described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from os import PathLike

    from factcli.model.facts import Fact, Source
    from factcli.store.scanner import StoreText
    from factcli.store.schema import Raw
    from factcli.store.transaction import Tables

_EMPTY: tuple[Any, ...] = (None, [], {}, "=")


class FactStore:
    """The facts and sources of one facts.json, as they were when it was last read or changed here.

    Make one with :meth:`open` or :meth:`create`.  Each change reads the file again, changes it and writes it
    under one lock; it is on the disk when the call returns, or a :class:`FactcliError` says why nothing changed.
    ``fact undo`` takes the change back.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        self.path = Path(path)
        self._content: Content | None = None

    @classmethod
    def open(cls, path: str | PathLike[str]) -> FactStore:
        """The store in the file at ``path``, read whole; raises :class:`StoreError` with every defect of it."""
        store = cls(path)
        store._content = Content.read(store.path)
        return store

    @classmethod
    def create(cls, path: str | PathLike[str]) -> FactStore:
        """Create an empty store at ``path``, with its folders.

        Raises :class:`StoreError` if something is already there, or if the file cannot be created.
        """
        place = Path(path)
        make_folder_for(place)
        with locked(place) as file:
            if os.path.lexists(place):
                raise StoreError(place, [Defect("already exists")], hint="name a new file")
            commit(file, None, EMPTY_STORE, "created the store")
        return cls.open(path)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._read().facts.values())

    def __len__(self) -> int:
        return len(self._read().facts)

    def __contains__(self, id: object) -> bool:  # noqa: A002 - the model's word
        return id in self._read().facts

    @property
    def digest(self) -> str:
        """The SHA-256 of the file's bytes as they were read, in hexadecimal."""
        return self._read().digest

    @property
    def notes(self) -> tuple[str, ...]:
        """What is unusual about the file but not a defect: a byte order mark."""
        return self._read().notes

    def facts(self) -> list[Fact]:
        """All facts, in the order of the file."""
        return list(self)

    def get(self, id: str) -> Fact | None:  # noqa: A002 - the model's word
        """The fact with that id, None if there is none."""
        return self._read().facts.get(id)

    def sources(self) -> dict[str, Source]:
        """All sources by their ids, in the order of the file."""
        return dict(self._read().sources)

    def position(self, id: str) -> tuple[int, int]:  # noqa: A002 - the model's word
        """Line and column (from 1, in code points) of the fact with that id in the file."""
        return self._read().positions[id]

    def insert(self, fact: Fact) -> None:
        """Add a fact; raises :class:`FactcliError` if its id is taken or it could not be read back."""
        self.insert_all([fact])

    def insert_all(self, facts: Iterable[Fact]) -> None:
        """Add all of the facts in one write, or none of them; raises as :meth:`insert` does."""
        self._add(FACTS, [(fact.id, encode_fact(fact), plain_value(fact.value)) for fact in facts])

    def insert_source(self, source: Source) -> None:
        """Add a source; raises :class:`FactcliError` if its id is taken or it could not be read back."""
        self._add(SOURCES, [(source.id, encode_source(source), source.title)])

    def replace(self, fact: Fact) -> None:
        """Replace the fact with the same id, whose order of fields is kept.

        Raises :class:`FactcliError` if there is none, or if another process has changed it since it was read here.
        """
        known, raw = self.get(fact.id), encode_fact(fact)

        def change(tables: Tables) -> list[Change]:
            old = tables.entry(FACTS, fact.id)
            if decode_fact(fact.id, old) != known:
                raise FactcliError(f"'{fact.id}' was changed by another program", hint="look at it and try again")
            new = _in_order_of(old, raw)
            tables.put(FACTS, fact.id, new)
            return [Change("change", fact.id, plain_value(fact.value))] if new != old else []

        self._change(change)

    def remove(self, id: str) -> None:  # noqa: A002 - the model's word
        """Remove the fact with that id; raises :class:`FactcliError` if there is none."""

        def change(tables: Tables) -> list[Change]:
            old = tables.entry(FACTS, id)
            tables.remove(FACTS, id)
            return [Change("remove", id, described(old))]

        self._change(change)

    def _add(self, table: str, entries: list[tuple[str, Raw, str]]) -> None:
        def change(tables: Tables) -> list[Change]:
            for id, raw, _ in entries:  # noqa: A001 - the model's word
                if (table, id) in tables:
                    raise FactcliError(f"'{id}' is already in the store", hint="choose another id")
                tables.put(table, id, raw)
            prefix = "source " if table == SOURCES else ""
            return [Change("add", prefix + id, detail) for id, _, detail in entries]  # noqa: A001 - the model's word

        self._change(change)

    def _change(self, change: Callable[[Tables], list[Change]]) -> None:
        if not os.path.lexists(self.path):
            raise StoreError(self.path, [Defect("no such file")], hint="it was removed or renamed")
        self._content = None
        change_store(self.path, change)

    def _read(self) -> Content:
        if self._content is None:
            self._content = Content.read(self.path)
        return self._content


class Content(NamedTuple):
    """The content of a file when it was read."""

    facts: dict[str, Fact]
    sources: dict[str, Source]
    positions: dict[str, tuple[int, int]]
    digest: str
    notes: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> Content:
        """Read and check the whole file; raises :class:`StoreError` with every defect of it."""
        facts: dict[str, Fact] = {}
        sources: dict[str, Source] = {}

        def keep(fact: Fact) -> None:
            facts[fact.id] = fact

        source = parse_store(read_store_file(path), path, entry_decoder(sources, keep))
        notes = ("begins with a byte order mark",) if source.begins_with_mark else ()
        return cls(facts, sources, dict(_positions(source)), source.digest, notes)


def _positions(source: StoreText) -> Iterator[tuple[str, tuple[int, int]]]:
    """The line and column of each fact, counted from fact to fact, in one pass over the text."""
    line, last = 1, 0
    for entry in source.tables.get("facts", ()):
        line += source.text.count("\n", last, entry.start)
        last = entry.start
        yield entry.key, (line, source.column(entry.start))


def _in_order_of(old: Raw, new: Raw) -> Raw:
    """The fields of ``new`` in the order of ``old``; empty fields of ``old`` (null, an empty list) are kept."""
    kept = {name: new.get(name, value) for name, value in old.items() if name in new or value in _EMPTY}
    return {name: _as_in(old[name], value) for name, value in kept.items()} | {
        name: value for name, value in new.items() if name not in kept
    }


def _as_in(old: Any, new: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(old, dict) and isinstance(new, dict):
        return _in_order_of(old, new)
    return old if old == new else new
