"""A store -> its index: built anew beside the old one, or brought up to date by what changed."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from factcli.index.columns import CREATE, CREATE_LOOKUPS, DELETE_TERMS, INSERT, INSERT_TERMS, WEIGHTS, Row
from factcli.index.freshness import Signature, index_path, opened, remember, signature_of
from factcli.index.rows import row_of, words_of
from factcli.schema import encode_source
from factcli.store import FactStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcli.model import Source

    Progress = Callable[[int, int], None]

_ONCE_IN = 500
_NEVER: Signature = (-1, -1, -1, -1)


def refreshed(store_path: str, progress: Progress | None = None) -> sqlite3.Connection:
    """An index that tells what the store at ``store_path`` says.

    It is kept in the cache folder where that can be written, and in memory otherwise: the answer is the same.
    ``progress`` is told how many facts of how many are done.  Raises StoreError where the store cannot be read.
    """
    checked = time.time_ns()
    signature = signature_of(store_path) or _NEVER
    return indexed(FactStore.open(store_path), signature, checked, progress)


def indexed(
    store: FactStore,
    signature: Signature = _NEVER,
    checked: int = 0,
    progress: Progress | None = None,
) -> sqlite3.Connection:
    """An index of what ``store`` held when it was read, when its file had ``signature``."""
    place = index_path(str(store.path))
    try:
        old = opened(place)
        if old is not None:
            return _updated(old, store, signature, checked)
    except sqlite3.Error:
        # A broken index tells nothing that the store does not: build it anew.
        pass
    try:
        return _published(place, store, signature, checked, progress)
    except (OSError, sqlite3.Error):
        connection = sqlite3.connect(":memory:", isolation_level=None)
        _fill(connection, store, progress)
        return connection


def _published(
    place: str, store: FactStore, signature: Signature, checked: int, progress: Progress | None
) -> sqlite3.Connection:
    """Build in a file of our own and put it in place in one step: two builders cannot meet in the middle."""
    os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".index-", suffix=".building", dir=os.path.dirname(place))
    os.close(handle)
    try:
        connection = sqlite3.connect(draft, isolation_level=None)
        with connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            _fill(connection, store, progress)
            remember(connection, store.digest, signature, checked)
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


def _fill(connection: sqlite3.Connection, store: FactStore, progress: Progress | None) -> None:
    connection.executescript(CREATE)
    connection.execute("BEGIN")
    sources = store.sources()
    words: Counter[str] = Counter()
    shown: dict[str, str] = {}
    total = len(store)
    for number, fact in enumerate(store, start=1):
        row = row_of(fact, sources)
        connection.execute(INSERT, (number, *row))
        for folded, word in words_of(row).items():
            words[folded] += 1
            shown.setdefault(folded, word)
        if progress and number % _ONCE_IN == 0:
            progress(number, total)
    connection.execute(
        f"INSERT INTO terms (rowid, {', '.join(WEIGHTS)}) SELECT number, {', '.join(WEIGHTS)} FROM facts"
    )
    connection.execute("INSERT INTO terms (terms) VALUES ('optimize')")
    connection.executemany(
        "INSERT INTO words VALUES (?, ?, ?)",
        ((folded, shown[folded], count) for folded, count in words.items()),
    )
    _note_sources(connection, sources.values())
    connection.execute("COMMIT")
    connection.executescript(CREATE_LOOKUPS)
    if progress:
        progress(total, total)


def _updated(
    connection: sqlite3.Connection, store: FactStore, signature: Signature, checked: int
) -> sqlite3.Connection:
    """Index only what changed, in one transaction that waits for its turn."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        sources = store.sources()
        known = {
            id_: (number, digest) for id_, number, digest in connection.execute("SELECT id, number, digest FROM facts")
        }
        fresh = max((number for number, _ in known.values()), default=0)
        for fact in store:
            row = row_of(fact, sources)
            number, digest = known.pop(row.id, (None, None))
            if digest == row.digest:
                continue
            if number is not None:
                _forget(connection, number)
            else:
                number = fresh = fresh + 1
            _add(connection, number, row)
        for number, _ in known.values():
            _forget(connection, number)
        connection.execute("DELETE FROM words WHERE facts <= 0")
        _note_sources(connection, sources.values())
        connection.execute("DELETE FROM state")
        connection.execute("INSERT INTO state VALUES (?, ?, ?, ?, ?, ?)", (store.digest, *signature, checked))
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        connection.close()
        raise
    return connection


def _add(connection: sqlite3.Connection, number: int, row: Row) -> None:
    connection.execute(INSERT, (number, *row))
    connection.execute(INSERT_TERMS, (number,))
    connection.executemany(
        "INSERT INTO words VALUES (?, ?, 1) ON CONFLICT (word) DO UPDATE SET facts = facts + 1",
        words_of(row).items(),
    )


def _forget(connection: sqlite3.Connection, number: int) -> None:
    old = Row._make(
        connection.execute(f"SELECT {', '.join(Row._fields)} FROM facts WHERE number = ?", (number,)).fetchone()
    )
    connection.execute(DELETE_TERMS, (number,))
    connection.execute("DELETE FROM facts WHERE number = ?", (number,))
    connection.executemany("UPDATE words SET facts = facts - 1 WHERE word = ?", ((folded,) for folded in words_of(old)))


def _note_sources(connection: sqlite3.Connection, sources: Iterable[Source]) -> None:
    connection.execute("DELETE FROM sources")
    connection.executemany(
        "INSERT INTO sources VALUES (?, ?)",
        ((source.id, msgspec.json.encode({"id": source.id, **encode_source(source)}).decode()) for source in sources),
    )
