"""A store -> its index: built anew beside the old one, or brought up to date by what changed."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcli.index.columns import WEIGHTS
from factcli.index.freshness import Signature, index_path, opened, remember, signature_of
from factcli.index.rows import row_of, words_of
from factcli.index.tables import CREATE, CREATE_LOOKUPS, DELETE_TERMS, INSERT, INSERT_TERMS, Row
from factcli.schema import encode_source
from factcli.store import FactStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcli.model import Source

    Progress = Callable[[int, int], None]

_ONCE_IN = 500
_NEVER: Signature = (-1, -1, -1, -1)


def refreshed(store_path: str, progress: Progress | None = None) -> sqlite3.Connection:
    """An index that tells what the store at ``store_path`` says, brought up to date by what changed.

    ``progress`` is told how many facts of how many are done.  Raises StoreError where the store cannot be read.
    """
    return _indexed(_seen(store_path), progress, is_usable=True)


def rebuilt(store_path: str) -> sqlite3.Connection:
    """An index made anew, whatever the old one holds.  Raises StoreError where the store cannot be read."""
    return _indexed(_seen(store_path), None, is_usable=False)


def indexed(store: FactStore) -> sqlite3.Connection:
    """An index of what ``store`` held when it was read."""
    return _indexed(_Seen(store, _NEVER, 0), None, is_usable=True)


class _Seen(NamedTuple):
    """A store, the signature of its file before it was read, and when that was looked at."""

    store: FactStore
    signature: Signature
    checked: int


def _seen(store_path: str) -> _Seen:
    checked = time.time_ns()
    signature = signature_of(store_path) or _NEVER
    return _Seen(FactStore.open(store_path), signature, checked)


def _indexed(seen: _Seen, progress: Progress | None, *, is_usable: bool) -> sqlite3.Connection:
    """The index in the cache folder where that can be written, and in memory otherwise: the answer is the same."""
    place = index_path(str(seen.store.path))
    try:
        old = opened(place) if is_usable else None
        if old is not None:
            return _updated(old, seen)
    except sqlite3.Error:
        # A broken index tells nothing that the store does not: build it anew.
        pass
    try:
        return _published(place, seen, progress)
    except (OSError, sqlite3.Error):
        connection = sqlite3.connect(":memory:", isolation_level=None)
        _fill(connection, seen.store, progress)
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
            _fill(connection, seen.store, progress)
            remember(connection, seen.store.digest, seen.signature, seen.checked)
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


def _updated(connection: sqlite3.Connection, seen: _Seen) -> sqlite3.Connection:
    """Index only what changed, in one transaction that waits for its turn."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        _replace_changed(connection, seen.store)
        connection.execute("DELETE FROM state")
        state = (seen.store.digest, *seen.signature, seen.checked)
        connection.execute("INSERT INTO state VALUES (?, ?, ?, ?, ?, ?)", state)
        connection.execute("COMMIT")
    except BaseException:
        # Closing takes back what was begun.
        connection.close()
        raise
    return connection


def _replace_changed(connection: sqlite3.Connection, store: FactStore) -> None:
    sources = store.sources()
    known = {row[0]: row[1:] for row in connection.execute("SELECT id, number, digest FROM facts")}
    unused = max((number for number, _ in known.values()), default=0) + 1
    for fact in store:
        row = row_of(fact, sources)
        number, digest = known.pop(row.id, (None, None))
        if digest == row.digest:
            continue
        if number is None:
            number, unused = unused, unused + 1
        else:
            _forget(connection, number)
        _add(connection, number, row)
    for number, _ in known.values():
        _forget(connection, number)
    connection.execute("DELETE FROM words WHERE facts <= 0")
    _note_sources(connection, sources.values())


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
