"""A store -> its index: built anew beside the old one, or brought up to date by what changed."""

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
from factcli.index.columns import SEPARATOR
from factcli.index.large.champions import store_champions, update_champions
from factcli.index.freshness import connected, fresh, index_path, seal_of, signature_of
from factcli.index.large.row_maker import make_rows
from factcli.index.publishing import temporary_beside, publish, index_lock, unseal
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from factcli.index.freshness import Signature
    from factcli.index.hit import Hit
    from factcli.index.build.reader import Progress
    from factcli.index.build.rows import Sources
    from factcli.model.facts import Fact, Source
    from factcli.store.schema import Raw

_NEVER: Signature = (-1, -1, -1, -1)
# So much of the words is gathered before it is written: each piece is one more place to look a word up in.
_HASH_BYTES = 64 << 20
# How many hundredths of the work are done once all rows are written, and once they can be looked up.
_READ, _ORDERED = 60, 72
# To update a fact costs three times what it costs to build its part of an index; few facts are no matter.
_LARGE_SHARE, _FEW = 1 / 3, 100


def refreshed(store_path: str, progress: Progress | None = None) -> sqlite3.Connection:
    """An index that tells what the store at ``store_path`` says, brought up to date by what changed.

    ``progress`` is told how many hundredths of how many are done.  Raises StoreError where the store cannot be read.
    """
    place = index_path(store_path)
    with index_lock(place, publishing.PATIENCE_SECONDS) as is_ours:
        if is_ours:
            with suppress(OSError, sqlite3.Error):
                # Whoever had the turn before us may have done our work.
                return fresh(store_path) or _renewed(place, store_path, progress)
    return _in_memory(store_path, progress)


def rebuilt(store_path: str) -> sqlite3.Connection:
    """An index made anew, whatever the old one holds.  Raises StoreError where the store cannot be read."""
    place = index_path(store_path)
    with index_lock(place, publishing.PATIENCE_SECONDS) as is_ours:
        if is_ours:
            with suppress(OSError, sqlite3.Error):
                unseal(place)
                return _renewed(place, store_path, None)
    return _in_memory(store_path, None)


def _renewed(place: str, store_path: str, progress: Progress | None) -> sqlite3.Connection:
    """Put an index that tells what the store says in the place of the one that does not: updated, or built anew."""
    # Looked at first: a store that changes while it is read is then read again.
    checked = time.time_ns()
    signature = signature_of(store_path) or _NEVER
    with temporary_beside(place) as draft:
        digest = _updated(place, draft, store_path, progress) or _built(draft, store_path, progress)
        publish(draft, place, digest, signature, checked)
        return connected(place)


def _in_memory(store_path: str, progress: Progress | None) -> sqlite3.Connection:
    """The index where its file cannot be written, or another is writing it: the answer is the same."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _fill(connection, store_path, progress)
    return connection


def _built(draft: str, store_path: str, progress: Progress | None) -> str:
    """Index a whole store in a file; returns the digest of the store."""
    os.truncate(draft, 0)
    with _writing(draft) as connection:
        return _fill(connection, store_path, progress)


@contextmanager
def _writing(draft: str) -> Iterator[sqlite3.Connection]:
    """A connection to a file that nobody reads before it is whole, and nobody where it never is."""
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        yield connection
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, store_path: str, progress: Progress | None) -> str:
    """Index a whole store in an empty database; returns the digest of its file."""
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
        terms = ((number, *terms_of(row)) for number, row in zip(numbers, rows, strict=True))
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


def _updated(place: str, draft: str, store_path: str, progress: Progress | None) -> str | None:
    """Copy an index and index what changed; None where it must be built anew.  Returns the digest of the store."""
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
        # The same id stands in a block that was skipped too: whoever reads everything can say where.
        return None
    for number in missing - changes.found:
        changes.forget(number)
    changes.write()
    known.replace(reading, changes.numbers)
    connection.execute("DELETE FROM words WHERE facts <= 0")
    update_champions(connection, changes.changed)
    _note_sources(connection, reading.sources)
    return reading.digest


class _TooManyChangedError(Exception):
    """So much of a store changed that its index is sooner built anew."""


class _Changes:
    """Takes the facts that a store may have changed, and then writes those that it did.

    ``numbers`` are those of all facts taken, by id, ``found`` those that the index had, ``changed`` those that are not
    as they were.  Raises _TooManyChangedError before anything is written.
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
        """Note a fact that is to stand in the place of the one with its id, if it differs."""
        row = row_of(fact, sources, raw)
        found = self._connection.execute("SELECT * FROM facts WHERE id = ?", (fact.id,)).fetchone()
        number = self.numbers[fact.id] = found[0] if found else next(self._unused)
        if found:
            self.found.add(number)
            if found[1:] == row[1:]:
                return
            self._gone.append(number)
        self._new.append((number, row))
        self._note(number)

    def forget(self, number: int) -> None:
        """Note that a fact is to be removed."""
        self._gone.append(number)
        self._note(number)

    def write(self) -> None:
        """Write what was noted."""
        for number in self._gone:
            _forget(self._connection, number)
        for number, row in self._new:
            _add(self._connection, number, row)

    def _note(self, number: int) -> None:
        self.changed.add(number)
        if len(self.changed) > self._most:
            raise _TooManyChangedError


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


def _note_sources(connection: sqlite3.Connection, sources: Mapping[str, Source]) -> None:
    connection.execute("DELETE FROM sources")
    connection.executemany(INSERT_SOURCE, ((id_, encoded_source(source).decode()) for id_, source in sources.items()))
