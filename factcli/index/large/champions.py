"""Champion lists: precomputed top hits of frequent terms, because scoring a million facts takes a second.

Pairs of frequent terms have a list too if many facts contain both.
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
from factcli.index.match import RANK, all_of, champion_key, json_array, quoted, words_of_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from factcli.index.build.reader import Progress
    from factcli.index.large.worker import Send

    Best = list[tuple[int, float]]
    # An FTS5 expression, and the minimum number of facts it must match.
    Wanted = tuple[str, int]

# Enough for a limit of half as many, even if half of the champions have changed or are deprecated.
_CHAMPIONS_KEPT = 100
# A larger share of changed facts rebuilds all champion lists.
_LARGE_SHARE = 0.01
# Pairs that occur together up to this many times as often as by chance are recognised as frequent.
_MOST_ATTRACTION = 4
# As unicode61 splits words: an underscore is not a letter.
_TOKEN = re.compile(r"[^\W_]+")
_BEST = f"SELECT rowid, {RANK} AS score FROM terms WHERE terms MATCH ? ORDER BY score, rowid LIMIT {_CHAMPIONS_KEPT}"


def store_champions(connection: sqlite3.Connection, progress: Progress | None = None) -> None:
    """Compute the champion lists of the frequent terms of an index, and of pairs of them.

    ``progress`` is called with done and total lists.
    """
    words = dict(enumerate(_frequent_words(connection), 1))
    wanted: dict[int, Wanted] = {
        champion_key({number}): (all_of([quoted(word)]), 1) for number, (word, _) in words.items()
    }
    facts = _facts(connection)
    least = max(FREQUENT, int(facts * FREQUENT_PAIR))
    for pair in _likely_pairs({number: count for number, (_, count) in words.items()}, facts, least):
        wanted[champion_key(pair)] = all_of(quoted(words[number][0]) for number in pair), least
    best = _best_of_all(connection, list(wanted.values()), progress)
    # A transaction of its own, or part of that of an update.
    connection.execute("SAVEPOINT champions")
    connection.execute("DELETE FROM champions")
    connection.execute("DELETE FROM frequent")
    rows = ((number, *word) for number, word in words.items())
    connection.executemany("INSERT INTO frequent (rowid, word, facts) VALUES (?, ?, ?)", rows)
    for key, each in wanted.items():
        champions = ((key, *fact) for fact in best[each])
        connection.executemany("INSERT INTO champions VALUES (?, ?, ?)", champions)
    connection.execute("RELEASE champions")


def update_champions(connection: sqlite3.Connection, changed: Collection[int]) -> None:
    """Update the champion lists after the facts with these numbers were changed, added or removed."""
    if len(changed) > _facts(connection) * _LARGE_SHARE:
        store_champions(connection)
        return
    numbers = json_array(changed)
    connection.execute("DELETE FROM champions WHERE number IN (SELECT value FROM json_each(?))", (numbers,))
    words: dict[int, str] = dict(connection.execute("SELECT rowid, word FROM frequent"))
    for (key,) in connection.execute("SELECT DISTINCT words FROM champions").fetchall():
        # Only facts better than the last champion: facts that are not in the list may rank above the others.
        connection.execute(
            f"INSERT INTO champions SELECT ?, rowid, {RANK} AS score FROM terms WHERE terms MATCH ?"
            " AND rowid IN (SELECT value FROM json_each(?))"
            " AND score < (SELECT max(score) FROM champions WHERE words = ?)",
            (key, all_of(quoted(words[number]) for number in words_of_key(key)), numbers, key),
        )
    counts = ((_facts_matching(connection, all_of([quoted(word)])), number) for number, word in words.items())
    connection.executemany("UPDATE frequent SET facts = ? WHERE rowid = ?", counts)


def _facts(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM facts").fetchone()[0])


def _likely_pairs(counts: dict[int, int], facts: int, least: int) -> Iterator[set[int]]:
    """Pairs of words, by number, that ``least`` facts or more may contain.

    A word in half of the facts does not affect the score of a pair, so it is left out.
    """
    distinctive = {number: count for number, count in counts.items() if least <= count <= facts / 2}
    for first, second in combinations(distinctive, 2):
        if distinctive[first] * distinctive[second] / facts * _MOST_ATTRACTION >= least:
            yield {first, second}


def _frequent_words(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """A spelling of each stem in more than ``FREQUENT`` facts, with the number of facts that say it themselves."""
    connection.execute("CREATE VIRTUAL TABLE temp.stems USING fts5vocab(main, terms, row)")
    connection.execute("CREATE VIRTUAL TABLE temp.places USING fts5vocab(main, terms, instance)")
    stems = connection.execute("SELECT term, doc FROM temp.stems WHERE doc > ?", (FREQUENT,)).fetchall()
    for stem, facts in stems:
        place = connection.execute(
            "SELECT doc, col, offset FROM temp.places WHERE term = ? LIMIT 1", (stem,)
        ).fetchone()
        word = _word_at(connection, *place)
        # A word that FTS5 splits differently gets no list, and is searched the slow way.
        if word and _facts_matching(connection, quoted(word)) == facts:
            own = _facts_matching(connection, all_of([quoted(word)]))
            if own > FREQUENT:
                yield word, own
    connection.execute("DROP TABLE temp.stems")
    connection.execute("DROP TABLE temp.places")


def _word_at(connection: sqlite3.Connection, number: int, column: str, offset: int) -> str:
    """The word of a fact at an offset in tokens; needed because a stem may not stem to itself, such as ``increas``."""
    assert column in WEIGHTS  # noqa: S101 - it becomes part of the SQL
    text = connection.execute(f"SELECT {column} FROM facts WHERE number = ?", (number,)).fetchone()[0]
    words = _TOKEN.findall(text)
    return folded_text(words[offset]).lower() if offset < len(words) else ""


def _best_of_all(connection: sqlite3.Connection, wanted: list[Wanted], progress: Progress | None) -> dict[Wanted, Best]:
    """The champions for each expression; a second process computes half of them.

    Two threads would not be faster than one, because they wait for each other within SQLite.
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


def _facts_matching(connection: sqlite3.Connection, expression: str) -> int:
    found = connection.execute("SELECT count(*) FROM terms WHERE terms MATCH ?", (expression,))
    return int(found.fetchone()[0])
