"""A store -> its index: built anew beside the old one, or brought up to date by what changed."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections import Counter
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from factcli.index.blocks import KnownBlocks
from factcli.index.columns import SEPARATOR
from factcli.index.frequent import note_frequent, renew_frequent
from factcli.index.freshness import Signature, index_path, opened, remember, signature_of
from factcli.index.making import make_rows
from factcli.index.reading import StoreReader
from factcli.index.rows import encoded_source, folded, row_of, words_of
from factcli.index.tables import (
    CREATE,
    CREATE_LOOKUPS,
    DELETE_TERMS,
    INSERT,
    INSERT_BLOCK,
    INSERT_SOURCE,
    INSERT_TERMS,
    INSERT_WORD,
    TERMS_OF,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from factcli.index.hit import Hit
    from factcli.index.reading import Progress
    from factcli.index.rows import Sources
    from factcli.model import Fact, Source
    from factcli.schema import Raw

_NEVER: Signature = (-1, -1, -1, -1)
# So much of the words is gathered before it is written: each piece is one more place to look a word up in.
_HASH_BYTES = 64 << 20
# How many hundredths of the work are done once all rows are written, and once they can be looked up.
_READ, _ORDERED = 60, 72


def refreshed(store_path: str, progress: Progress | None = None) -> sqlite3.Connection:
    """An index that tells what the store at ``store_path`` says, brought up to date by what changed.

    ``progress`` is told how many hundredths of how many are done.  Raises StoreError where the store cannot be read.
    """
    seen = _seen(store_path)
    try:
        old = opened(index_path(store_path))
        updated = old and _updated(old, seen, progress)
        if updated:
            return updated
    except sqlite3.Error:
        # A broken index tells nothing that the store does not: build it anew.
        pass
    return _built(seen, progress)


def rebuilt(store_path: str) -> sqlite3.Connection:
    """An index made anew, whatever the old one holds.  Raises StoreError where the store cannot be read."""
    return _built(_seen(store_path), None)


class _Seen(NamedTuple):
    """The path of a store, the signature of its file before it is read, and when that was looked at."""

    path: str
    signature: Signature
    checked: int


def _seen(store_path: str) -> _Seen:
    checked = time.time_ns()
    return _Seen(store_path, signature_of(store_path) or _NEVER, checked)


def _built(seen: _Seen, progress: Progress | None) -> sqlite3.Connection:
    """The index in the cache folder where that can be written, and in memory otherwise: the answer is the same."""
    try:
        return _published(index_path(seen.path), seen, progress)
    except (OSError, sqlite3.Error):
        connection = sqlite3.connect(":memory:", isolation_level=None)
        _fill(connection, seen, progress)
        return connection


def _published(place: str, seen: _Seen, progress: Progress | None) -> sqlite3.Connection:
    """Build in a file of our own and put it in place in one step: two builders cannot meet in the middle."""
    os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".index-", suffix=".building", dir=os.path.dirname(place))
    os.close(handle)
    try:
        connection = sqlite3.connect(draft, isolation_level=None)
        with connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            remember(connection, _fill(connection, seen, progress), seen.signature, seen.checked)
        connection.close()
        os.replace(draft, place)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)
        raise
    _sweep(os.path.dirname(place))
    published = opened(place)
    if published is None:
        raise OSError(place)
    return published


def _sweep(folder: str) -> None:
    """Remove what builders left behind that were killed more than an hour ago."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".building") and entry.stat().st_mtime < time.time() - 3600:
                os.unlink(entry.path)


def _fill(connection: sqlite3.Connection, seen: _Seen, progress: Progress | None) -> str:
    """Index a whole store in an empty database; returns the digest of its file."""
    connection.executescript(CREATE)
    connection.execute("BEGIN")
    filling = _Filling(connection)
    made = make_rows(seen.path, filling.take, _part_of(progress, 0, _READ))
    connection.executemany(INSERT_BLOCK, made.blocks)
    connection.executemany(INSERT_SOURCE, made.sources)
    filling.finish()
    connection.execute("COMMIT")
    connection.executescript(CREATE_LOOKUPS)
    note_frequent(connection, _part_of(progress, _ORDERED, 100))
    return made.digest


def _part_of(progress: Progress | None, begin: int, end: int) -> Progress | None:
    """What tells of a part of the work, from one hundredth of the whole to another."""
    if progress is None:
        return None
    return lambda done, total: progress(begin + (end - begin) * done // total, 100)


class _Filling:
    """Writes the rows of all facts, in their order, into an empty index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._facts = 0
        self._spellings: Counter[str] = Counter()
        connection.execute("INSERT INTO terms (terms, rank) VALUES ('hashsize', ?)", (_HASH_BYTES,))

    def take(self, rows: Sequence[tuple[Any, ...]] | None) -> None:
        """Write further rows; None takes all back."""
        if rows is None:
            self._take_back()
            return
        numbers = range(self._facts + 1, self._facts + len(rows) + 1)
        self._facts += len(rows)
        self._connection.executemany(INSERT, ((number, *row[1:]) for number, row in zip(numbers, rows, strict=True)))
        terms = ((number, *TERMS_OF(row)) for number, row in zip(numbers, rows, strict=True))
        self._connection.executemany(INSERT_TERMS, terms)
        for row in rows:
            self._spellings.update(words_of(row))

    def finish(self) -> None:
        """Write what only all facts together tell."""
        # A word is shown in the first of its spellings, which is to be the one that the most facts have.
        spellings = sorted(self._spellings.items(), key=lambda each: (-each[1], each[0]))
        self._connection.executemany(INSERT_WORD, (_word_row(*spelling) for spelling in spellings))

    def _take_back(self) -> None:
        self._connection.execute("INSERT INTO terms (terms) VALUES ('delete-all')")
        self._connection.execute("DELETE FROM facts")
        self._spellings.clear()
        self._facts = 0


def _updated(connection: sqlite3.Connection, seen: _Seen, progress: Progress | None) -> sqlite3.Connection | None:
    """Index only what changed, in one transaction that waits for its turn; None where a source of facts changed."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        digest = _replace_changed(connection, seen.path, progress)
        if digest is None:
            connection.close()
            return None
        connection.execute("DELETE FROM state")
        connection.execute("INSERT INTO state VALUES (?, ?, ?, ?, ?, ?)", (digest, *seen.signature, seen.checked))
        connection.execute("COMMIT")
    except BaseException:
        # Closing takes back what was begun.
        connection.close()
        raise
    return connection


def _replace_changed(connection: sqlite3.Connection, store_path: str, progress: Progress | None) -> str | None:
    known = KnownBlocks(connection)
    changes = _Changes(connection)
    reading = StoreReader(known, changes.take, progress).read(store_path)
    if reading is None or _changes_others(connection, reading.sources, changes.changed):
        return None
    missing = known.missing_facts()
    if not changes.found <= missing:
        # The same id stands in a block that was skipped too: whoever reads everything can say where.
        return None
    for number in missing - changes.found:
        changes.forget(number)
    known.replace(reading, changes.numbers)
    connection.execute("DELETE FROM words WHERE facts <= 0")
    renew_frequent(connection, changes.changed)
    _note_sources(connection, reading.sources)
    return reading.digest


class _Changes:
    """Takes the facts that a store may have changed, and writes those that it did.

    ``numbers`` are those of all facts taken, by id, ``found`` those that the index had, ``changed`` those written.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._unused = count(connection.execute("SELECT coalesce(max(number), 0) + 1 FROM facts").fetchone()[0])
        self.numbers: dict[str, int] = {}
        self.found: set[int] = set()
        self.changed: set[int] = set()

    def take(self, fact: Fact, raw: Raw, sources: Sources) -> None:
        """Write a fact in the place of the one with its id, if it differs."""
        row = row_of(fact, sources, raw)
        found = self._connection.execute("SELECT * FROM facts WHERE id = ?", (fact.id,)).fetchone()
        number = self.numbers[fact.id] = found[0] if found else next(self._unused)
        if found:
            self.found.add(number)
            if found[1:] == row[1:]:
                return
            self.forget(number)
        self.changed.add(number)
        _add(self._connection, number, row)

    def forget(self, number: int) -> None:
        """Remove a fact."""
        self.changed.add(number)
        _forget(self._connection, number)


def _changes_others(connection: sqlite3.Connection, sources: Mapping[str, Source], changed: Iterable[int]) -> bool:
    """Whether a source says something new of facts that did not change themselves."""
    old = dict(connection.execute("SELECT id, record FROM sources"))
    new = {id_: encoded_source(source).decode() for id_, source in sources.items()}
    if not old.items() <= new.items():
        return True
    cited = f"instr('{SEPARATOR}' || source_ids || '{SEPARATOR}', '{SEPARATOR}' || ? || '{SEPARATOR}')"
    others = f"SELECT 1 FROM facts WHERE number NOT IN (SELECT value FROM json_each(?)) AND {cited}"
    numbers = f"[{','.join(map(str, changed))}]"
    return any(connection.execute(others, (numbers, id_)).fetchone() for id_ in new.keys() - old.keys())


def _add(connection: sqlite3.Connection, number: int, row: Hit) -> None:
    connection.execute(INSERT, (number, *row[1:]))
    connection.execute(INSERT_TERMS, (number, *TERMS_OF(row)))
    connection.executemany(INSERT_WORD, (_word_row(word, 1) for word in sorted(words_of(row))))


def _forget(connection: sqlite3.Connection, number: int) -> None:
    old = connection.execute("SELECT * FROM facts WHERE number = ?", (number,)).fetchone()
    connection.execute(DELETE_TERMS, (number,))
    connection.execute("DELETE FROM facts WHERE number = ?", (number,))
    words = ((folded(word),) for word in words_of(old))
    connection.executemany("UPDATE words SET facts = facts - 1 WHERE word = ?", words)


def _word_row(spelling: str, facts: int) -> tuple[str, str, str, int]:
    word = folded(spelling)
    return word, word[::-1], spelling, facts


def _note_sources(connection: sqlite3.Connection, sources: Mapping[str, Source]) -> None:
    connection.execute("DELETE FROM sources")
    connection.executemany(INSERT_SOURCE, ((id_, encoded_source(source).decode()) for id_, source in sources.items()))
