"""Words that very many facts have -> the best facts of each, noted ahead: to score a million takes a second.

Of two such words together the best are noted too, where many facts have both.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from factcli.english.folding import folded_text
from factcli.index.columns import FREQUENT, FREQUENT_PAIR, WEIGHTS
from factcli.index.large.worker import ChildEndedError, can_fork, run_in_child
from factcli.index.match import RANK, all_of, champion_key, quoted, words_of_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from factcli.index.build.reader import Progress
    from factcli.index.large.worker import Send

    Best = list[tuple[int, float]]
    # An FTS5 expression, and how many facts it must at least hold for.
    Wanted = tuple[str, int]

# A limit of up to half of it is answered even where half of the best were changed or deprecated since.
_CHAMPIONS_KEPT = 100
# An update that changes a larger share of the facts than this rebuilds all champions.
_LARGE_SHARE = 0.01
# Words that stand together up to so many times as often as chance would have it are found to be a frequent pair.
_MOST_ATTRACTION = 4
# As unicode61 parts them: an underscore is no letter.
_TOKEN = re.compile(r"[^\W_]+")
_BEST = f"SELECT rowid, {RANK} AS score FROM terms WHERE terms MATCH ? ORDER BY score, rowid LIMIT {_CHAMPIONS_KEPT}"


def store_champions(connection: sqlite3.Connection, progress: Progress | None = None) -> None:
    """Note the frequent words of a whole index, with the best facts of each and of two together.

    ``progress`` is told how many of how many are done.
    """
    words = dict(enumerate(_frequent_words(connection), 1))
    wanted: dict[int, Wanted] = {champion_key({number}): (quoted(word), 1) for number, (word, _) in words.items()}
    facts = _facts(connection)
    least = max(FREQUENT, int(facts * FREQUENT_PAIR))
    for pair in _likely_pairs({number: count for number, (_, count) in words.items()}, facts, least):
        wanted[champion_key(pair)] = all_of(quoted(words[number][0]) for number in pair), least
    best = _best_of_all(connection, list(wanted.values()), progress)
    # One transaction, alone or within that of an update.
    connection.execute("SAVEPOINT notes")
    connection.execute("DELETE FROM champions")
    connection.execute("DELETE FROM frequent")
    rows = ((number, *word) for number, word in words.items())
    connection.executemany("INSERT INTO frequent (rowid, word, facts) VALUES (?, ?, ?)", rows)
    for key, each in wanted.items():
        champions = ((key, *fact) for fact in best[each])
        connection.executemany("INSERT INTO champions VALUES (?, ?, ?)", champions)
    connection.execute("RELEASE notes")


def update_champions(connection: sqlite3.Connection, changed: Collection[int]) -> None:
    """Bring the champions up to date after the facts with these numbers changed, came or went."""
    if len(changed) > _facts(connection) * _LARGE_SHARE:
        store_champions(connection)
        return
    numbers = f"[{','.join(map(str, changed))}]"
    connection.execute("DELETE FROM champions WHERE number IN (SELECT value FROM json_each(?))", (numbers,))
    words: dict[int, str] = dict(connection.execute("SELECT rowid, word FROM frequent"))
    for (key,) in connection.execute("SELECT DISTINCT words FROM champions").fetchall():
        # Behind the last that is noted stand others that are not, and are perhaps better.
        connection.execute(
            f"INSERT INTO champions SELECT ?, rowid, {RANK} AS score FROM terms WHERE terms MATCH ?"
            " AND rowid IN (SELECT value FROM json_each(?))"
            " AND score < (SELECT max(score) FROM champions WHERE words = ?)",
            (key, all_of(quoted(words[number]) for number in words_of_key(key)), numbers, key),
        )
    counts = ((_facts_with(connection, word), number) for number, word in words.items())
    connection.executemany("UPDATE frequent SET facts = ? WHERE rowid = ?", counts)


def _facts(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM facts").fetchone()[0])


def _likely_pairs(counts: dict[int, int], facts: int, least: int) -> Iterator[set[int]]:
    """Pairs of words, by their numbers, that ``least`` of all facts or more may have.

    A word that half of the facts have tells nothing beside another, and is noted alone.
    """
    distinctive = {number: count for number, count in counts.items() if least <= count <= facts / 2}
    for first, second in combinations(distinctive, 2):
        if distinctive[first] * distinctive[second] / facts * _MOST_ATTRACTION >= least:
            yield {first, second}


def _frequent_words(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """A spelling of each stem that more than ``FREQUENT`` facts have, and how many have it."""
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
            yield word, facts
    connection.execute("DROP TABLE temp.stems")
    connection.execute("DROP TABLE temp.places")


def _word_at(connection: sqlite3.Connection, number: int, column: str, offset: int) -> str:
    """The word of a fact at an offset in tokens: a stem itself may have another stem, as ``increas`` has."""
    assert column in WEIGHTS  # noqa: S101 - it becomes a part of SQL
    text = connection.execute(f"SELECT {column} FROM facts WHERE number = ?", (number,)).fetchone()[0]
    words = _TOKEN.findall(text)
    return folded_text(words[offset]).lower() if offset < len(words) else ""


def _best_of_all(connection: sqlite3.Connection, wanted: list[Wanted], progress: Progress | None) -> dict[Wanted, Best]:
    """The best facts of each; a second process has half of them.

    Two threads would be no quicker than one: they wait for each other within SQLite.
    """
    path = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    if not path or connection.in_transaction or not can_fork():
        return dict(_bests(connection, wanted, progress))
    with run_in_child(partial(_send_best, path, wanted[1::2])) as messages:
        best = dict(_bests(connection, wanted[::2], progress))
        with suppress(ChildEndedError):
            best.update(messages)
    return best | dict(_bests(connection, [each for each in wanted if each not in best]))


def _send_best(path: str, wanted: list[Wanted], send: Send) -> None:
    for best in _bests(sqlite3.connect(path), wanted):
        send(best)


def _bests(
    connection: sqlite3.Connection, wanted: list[Wanted], progress: Progress | None = None
) -> Iterator[tuple[Wanted, Best]]:
    for done, each in enumerate(wanted, 1):
        yield each, _best(connection, *each)
        if progress:
            progress(done, len(wanted))


def _best(connection: sqlite3.Connection, expression: str, least: int) -> Best:
    is_met = "SELECT 1 FROM terms WHERE terms MATCH ? LIMIT 1 OFFSET ?"
    if not connection.execute(is_met, (expression, least - 1)).fetchone():
        return []
    return connection.execute(_BEST, (expression,)).fetchall()


def _facts_with(connection: sqlite3.Connection, word: str) -> int:
    found = connection.execute("SELECT count(*) FROM terms WHERE terms MATCH ?", (quoted(word),))
    return int(found.fetchone()[0])
