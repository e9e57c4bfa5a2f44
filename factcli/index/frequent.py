"""Words that very many facts have -> the best facts of each, noted ahead: to score a million takes a second."""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from factcli.index.columns import FREQUENT, WEIGHTS
from factcli.index.elsewhere import EndedEarlyError, can_work_elsewhere, elsewhere
from factcli.index.match import RANK, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from factcli.index.elsewhere import Send

    Best = list[tuple[int, float]]

# A limit of up to half of it is answered even where half of the best were changed or deprecated since.
_NOTED = 100
# An update that changes a larger share of the facts than this makes all notes anew.
_LARGE_SHARE = 0.01
# As unicode61 parts them: an underscore is no letter.
_TOKEN = re.compile(r"[^\W_]+")
_BEST = f"SELECT rowid, {RANK} AS score FROM terms WHERE terms MATCH ? ORDER BY score, rowid LIMIT {_NOTED}"


def note_frequent(connection: sqlite3.Connection) -> None:
    """Note the frequent words of a whole index, each with its best facts."""
    best_of_all = _best_of_all(connection, dict.fromkeys(_frequent_words(connection)))
    # One transaction, alone or within that of an update.
    connection.execute("SAVEPOINT notes")
    connection.execute("DELETE FROM champions")
    connection.execute("DELETE FROM frequent")
    for word, best in best_of_all.items():
        number = connection.execute("INSERT INTO frequent (word) VALUES (?)", (word,)).lastrowid
        connection.executemany("INSERT INTO champions VALUES (?, ?, ?)", ((number, *fact) for fact in best))
    _count(connection)
    connection.execute("RELEASE notes")


def renew_frequent(connection: sqlite3.Connection, changed: Collection[int]) -> None:
    """Bring the notes up to date after the facts with these numbers changed, came or went."""
    facts = connection.execute("SELECT count(*) FROM facts").fetchone()[0]
    if len(changed) > facts * _LARGE_SHARE:
        note_frequent(connection)
        return
    numbers = f"[{','.join(map(str, changed))}]"
    connection.execute("DELETE FROM champions WHERE number IN (SELECT value FROM json_each(?))", (numbers,))
    for number, word in connection.execute("SELECT rowid, word FROM frequent").fetchall():
        # Behind the last that is noted stand others that are not, and are perhaps better.
        connection.execute(
            f"INSERT INTO champions SELECT ?, rowid, {RANK} AS score FROM terms WHERE terms MATCH ?"
            " AND rowid IN (SELECT value FROM json_each(?))"
            " AND score < (SELECT max(score) FROM champions WHERE word = ?)",
            (number, quoted(word), numbers, number),
        )
    _count(connection)


def _frequent_words(connection: sqlite3.Connection) -> Iterable[str]:
    """A spelling of each stem that more than ``FREQUENT`` facts have."""
    connection.execute("CREATE VIRTUAL TABLE temp.stems USING fts5vocab(main, terms, row)")
    connection.execute("CREATE VIRTUAL TABLE temp.places USING fts5vocab(main, terms, instance)")
    stems = connection.execute("SELECT term, doc FROM temp.stems WHERE doc > ?", (FREQUENT,)).fetchall()
    for stem, facts in stems:
        place = connection.execute(
            "SELECT doc, col, offset FROM temp.places WHERE term = ? LIMIT 1", (stem,)
        ).fetchone()
        word = _word_at(connection, *place)
        # A word that we part otherwise than FTS5 is found as before, only slower.
        if word and _facts_with(connection, word) == facts:
            yield word
    connection.execute("DROP TABLE temp.stems")
    connection.execute("DROP TABLE temp.places")


def _word_at(connection: sqlite3.Connection, number: int, column: str, offset: int) -> str:
    """The word of a fact at an offset in tokens: a stem itself may have another stem, as ``increas`` has."""
    assert column in WEIGHTS  # noqa: S101 - it becomes a part of SQL
    text = connection.execute(f"SELECT {column} FROM facts WHERE number = ?", (number,)).fetchone()[0]
    words = _TOKEN.findall(text)
    return words[offset].lower() if offset < len(words) else ""


def _best_of_all(connection: sqlite3.Connection, words: Iterable[str]) -> dict[str, Best]:
    """The best facts of each word; a second process has half of the words.

    Two threads would be no quicker than one: they wait for each other within SQLite.
    """
    path = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    rest = list(words)
    if not path or connection.in_transaction or not can_work_elsewhere():
        return {word: _best(connection, word) for word in rest}
    with elsewhere(partial(_send_best, path, rest[1::2])) as messages:
        best = {word: _best(connection, word) for word in rest[::2]}
        with suppress(EndedEarlyError):
            best.update(messages)
    return best | {word: _best(connection, word) for word in rest if word not in best}


def _send_best(path: str, words: Iterable[str], send: Send) -> None:
    connection = sqlite3.connect(path)
    for word in words:
        send((word, _best(connection, word)))


def _best(connection: sqlite3.Connection, word: str) -> Best:
    return connection.execute(_BEST, (quoted(word),)).fetchall()


def _facts_with(connection: sqlite3.Connection, word: str) -> int:
    found = connection.execute("SELECT count(*) FROM terms WHERE terms MATCH ?", (quoted(word),))
    return int(found.fetchone()[0])


def _count(connection: sqlite3.Connection) -> None:
    """Note in how many facts each frequent word stands."""
    words = connection.execute("SELECT rowid, word FROM frequent").fetchall()
    counts = ((_facts_with(connection, word), number) for number, word in words)
    connection.executemany("UPDATE frequent SET facts = ? WHERE rowid = ?", counts)
