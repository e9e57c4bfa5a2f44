"""Build the index of a store, or update a copy of the old one incrementally, then publish it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections import Counter
from contextlib import contextmanager, suppress
from itertools import count
from typing import TYPE_CHECKING

from factcli.index import publishing
from factcli.index.build.blocks import KnownBlocks
from factcli.index.build.reader import StoreReader
from factcli.index.build.rows import encoded_source, folded, row_of, words_of
from factcli.index.build.tables import (
    CREATE,
    CREATE_LOOKUPS,
    DELETE_TERMS,
    INSERT,
    INSERT_BLOCK,
    INSERT_SOURCE,
    INSERT_TERMS,
    INSERT_WORD,
    terms_of,
)
from factcli.index.columns import SEPARATOR
from factcli.index.freshness import connected, fresh, index_path, seal_of, signature_of
from factcli.index.large.champions import store_champions, update_champions
from factcli.index.large.row_maker import make_rows
from factcli.index.match import json_array
from factcli.index.publishing import index_lock, publish, temporary_beside, unseal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from factcli.index.build.reader import Progress
    from factcli.index.build.rows import Sources
    from factcli.index.freshness import Signature
    from factcli.index.hit import Hit
    from factcli.model.facts import Fact, Source
    from factcli.store.schema import Raw

_NEVER: Signature = (-1, -1, -1, -1)
# The FTS5 buffer: more memory means fewer segments, which a lookup must search one by one.
_HASH_BYTES = 64 << 20
# The percentage of the work done once all rows are written, and once they are indexed.
_READ, _ORDERED = 60, 72
# Updating a fact takes three times as long as building it, so a large change is a rebuild; a few facts never are.
_LARGE_SHARE, _FEW = 1 / 3, 100


def refreshed(store_path: str, progress: Progress | None = None) -> sqlite3.Connection:
    """An up-to-date index of the store at ``store_path``, updated incrementally if possible.

    ``progress`` is called with done and total steps.  Raises StoreError if the store cannot be read.
    """
    place = index_path(store_path)
    with index_lock(place, publishing.PATIENCE_SECONDS) as is_ours:
        if is_ours:
            with suppress(OSError, sqlite3.Error):
                # The process that held the lock before may have done the work.
                return fresh(store_path) or _renewed(place, store_path, progress)
    return _in_memory(store_path, progress)


def rebuilt(store_path: str) -> sqlite3.Connection:
    """An index rebuilt from scratch.  Raises StoreError if the store cannot be read."""
    place = index_path(store_path)
    with index_lock(place, publishing.PATIENCE_SECONDS) as is_ours:
        if is_ours:
            with suppress(OSError, sqlite3.Error):
                unseal(place)
                return _renewed(place, store_path, None)
    return _in_memory(store_path, None)


def _renewed(place: str, store_path: str, progress: Progress | None) -> sqlite3.Connection:
    """Publish an up-to-date index in place of the old one: updated if possible, else rebuilt."""
    # Taken first, so that a store that changes while it is read is read again.
    checked = time.time_ns()
    signature = signature_of(store_path) or _NEVER
    with temporary_beside(place) as draft:
        digest = _updated(place, draft, store_path, progress) or _built(draft, store_path, progress)
        publish(draft, place, digest, signature, checked)
        return connected(place)


def _in_memory(store_path: str, progress: Progress | None) -> sqlite3.Connection:
    """An index in memory, for when the file cannot be written or is locked; results are the same."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _fill(connection, store_path, progress)
    return connection


def _built(draft: str, store_path: str, progress: Progress | None) -> str:
    """Build an index in the file ``draft``; returns the digest of the store."""
    os.truncate(draft, 0)
    with _writing(draft) as connection:
        return _fill(connection, store_path, progress)


@contextmanager
def _writing(draft: str) -> Iterator[sqlite3.Connection]:
    """A connection without journal or sync: nobody reads the draft until it is complete and published."""
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        yield connection
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, store_path: str, progress: Progress | None) -> str:
    """Build an index in an empty database; returns the digest of the store."""
    connection.executescript(CREATE)
    connection.execute("BEGIN")
    filling = _Filling(connection)
    made = make_rows(store_path, filling.take, _part_of(progress, 0, _READ))
    connection.executemany(INSERT_BLOCK, made.blocks)
    connection.executemany(INSERT_SOURCE, made.sources)
    filling.finish()
    connection.execute("COMMIT")
    connection.executescript(CREATE_LOOKUPS)
    store_champions(connection, _part_of(progress, _ORDERED, 100))
    return made.digest


def _part_of(progress: Progress | None, begin: int, end: int) -> Progress | None:
    """A progress callback for one part of the work, scaled to ``begin`` to ``end`` percent of the whole."""
    if progress is None:
        return None
    return lambda done, total: progress(begin + (end - begin) * done // total, 100)


class _Filling:
    """Inserts the rows of all facts, in order, into an empty index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._facts = 0
        self._spellings: Counter[str] = Counter()
        connection.execute("INSERT INTO terms (terms, rank) VALUES ('hashsize', ?)", (_HASH_BYTES,))

    def take(self, rows: Sequence[tuple[Any, ...]] | None) -> None:
        """Insert rows; None discards all rows so far."""
        if rows is None:
            self._discard()
            return
        numbers = range(self._facts + 1, self._facts + len(rows) + 1)
        self._facts += len(rows)
        self._connection.executemany(INSERT, ((number, *row[1:]) for number, row in zip(numbers, rows, strict=True)))
        terms = ((number, *terms_of(row)) for number, row in zip(numbers, rows, strict=True))
        self._connection.executemany(INSERT_TERMS, terms)
        for row in rows:
            self._spellings.update(words_of(row))

    def finish(self) -> None:
        """Insert the words, which need the counts over all facts."""
        # The first spelling of a word is the one shown, so insert the most frequent first.
        spellings = sorted(self._spellings.items(), key=lambda each: (-each[1], each[0]))
        self._connection.executemany(INSERT_WORD, (_word_row(*spelling) for spelling in spellings))

    def _discard(self) -> None:
        self._connection.execute("INSERT INTO terms (terms) VALUES ('delete-all')")
        self._connection.execute("DELETE FROM facts")
        self._spellings.clear()
        self._facts = 0


def _updated(place: str, draft: str, store_path: str, progress: Progress | None) -> str | None:
    """Update a copy of the index; returns the digest of the store, None if a rebuild is necessary."""
    if seal_of(place) is None:
        return None
    try:
        shutil.copyfile(place, draft)
        with _writing(draft) as connection:
            connection.execute("BEGIN")
            digest = _replace_changed(connection, store_path, progress)
            connection.execute("COMMIT")
            return digest
    except (sqlite3.Error, _TooManyChangedError):
        return None


def _replace_changed(connection: sqlite3.Connection, store_path: str, progress: Progress | None) -> str | None:
    known = KnownBlocks(connection)
    changes = _Changes(connection)
    reading = StoreReader(known, changes.take, progress).read(store_path)
    if reading is None or _changes_others(connection, reading.sources, changes.changed):
        return None
    missing = known.missing_facts()
    if not changes.found <= missing:
        # A duplicate id in a skipped block: a full read reports where.
        return None
    for number in missing - changes.found:
        changes.forget(number)
    changes.write()
    known.replace(reading, changes.numbers)
    connection.execute("DELETE FROM words WHERE facts <= 0")
    update_champions(connection, changes.changed)
    _replace_sources(connection, reading.sources)
    return reading.digest


class _TooManyChangedError(Exception):
    """So many facts changed that a rebuild is faster."""


class _Changes:
    """Collects the facts that may have changed, then writes those that did.

    ``numbers`` maps the ids of all collected facts to their numbers; ``found`` holds the numbers already in the index,
    ``changed`` those of new, changed and removed facts.  Raises _TooManyChangedError before anything is written.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        facts, last = connection.execute("SELECT count(*), coalesce(max(number), 0) FROM facts").fetchone()
        self._most = max(_FEW, facts * _LARGE_SHARE)
        self._unused = count(last + 1)
        self._new: list[tuple[int, Hit]] = []
        self._gone: list[int] = []
        self.numbers: dict[str, int] = {}
        self.found: set[int] = set()
        self.changed: set[int] = set()

    def take(self, fact: Fact, raw: Raw, sources: Sources) -> None:
        """Collect a fact; it replaces the one with the same id if it differs."""
        row = row_of(fact, sources, raw)
        found = self._connection.execute("SELECT * FROM facts WHERE id = ?", (fact.id,)).fetchone()
        number = self.numbers[fact.id] = found[0] if found else next(self._unused)
        if found:
            self.found.add(number)
            if found[1:] == row[1:]:
                return
            self._gone.append(number)
        self._new.append((number, row))
        self._mark_changed(number)

    def forget(self, number: int) -> None:
        """Mark a fact for removal."""
        self._gone.append(number)
        self._mark_changed(number)

    def write(self) -> None:
        """Write all changes."""
        for number in self._gone:
            _forget(self._connection, number)
        for number, row in self._new:
            _add(self._connection, number, row)

    def _mark_changed(self, number: int) -> None:
        self.changed.add(number)
        if len(self.changed) > self._most:
            raise _TooManyChangedError


def _changes_others(connection: sqlite3.Connection, sources: Mapping[str, Source], changed: Iterable[int]) -> bool:
    """Whether a changed source affects facts that did not change themselves."""
    old = dict(connection.execute("SELECT id, record FROM sources"))
    new = {id_: encoded_source(source).decode() for id_, source in sources.items()}
    if not old.items() <= new.items():
        return True
    cited = f"instr('{SEPARATOR}' || source_ids || '{SEPARATOR}', '{SEPARATOR}' || ? || '{SEPARATOR}')"
    others = f"SELECT 1 FROM facts WHERE number NOT IN (SELECT value FROM json_each(?)) AND {cited}"
    numbers = json_array(changed)
    return any(connection.execute(others, (numbers, id_)).fetchone() for id_ in new.keys() - old.keys())


def _add(connection: sqlite3.Connection, number: int, row: Hit) -> None:
    connection.execute(INSERT, (number, *row[1:]))
    connection.execute(INSERT_TERMS, (number, *terms_of(row)))
    connection.executemany(INSERT_WORD, (_word_row(word, 1) for word in sorted(words_of(row))))


def _forget(connection: sqlite3.Connection, number: int) -> None:
    old = connection.execute("SELECT * FROM facts WHERE number = ?", (number,)).fetchone()
    connection.execute(DELETE_TERMS, (number, *terms_of(old)))
    connection.execute("DELETE FROM facts WHERE number = ?", (number,))
    words = ((folded(word),) for word in words_of(old))
    connection.executemany("UPDATE words SET facts = facts - 1 WHERE word = ?", words)


def _word_row(spelling: str, facts: int) -> tuple[str, str, str, int]:
    word = folded(spelling)
    return word, word[::-1], spelling, facts


def _replace_sources(connection: sqlite3.Connection, sources: Mapping[str, Source]) -> None:
    connection.execute("DELETE FROM sources")
    connection.executemany(INSERT_SOURCE, ((id_, encoded_source(source).decode()) for id_, source in sources.items()))
