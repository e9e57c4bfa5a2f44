"""Suggest words of the store for query words without a match: "did you mean: Hezbollah?"."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from factcli.index.build.rows import folded
from factcli.index.match import clean

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

# One typo per this many letters; words of three letters are similar to too many others.
_LETTERS_PER_SLIP = 4
_SHORTEST = 4
# Names may be shorter, and are never more than two slips apart.
_SHORTEST_NAME = 3
_SLIPS_OF_NAMES = 2
_LAST = "\U0010ffff"


def near_words(connection: sqlite3.Connection, words: Iterable[str], limit: int) -> list[str]:
    """Words of the index within a few typos of those ``words`` that it does not contain, nearest first."""
    near: dict[str, None] = {}
    for word in words:
        key = folded(clean(word))
        if len(key) >= _SHORTEST and not _known(connection, key):
            near.update(dict.fromkeys(_near(connection, key, limit)))
    return list(near)[:limit]


def is_known(connection: sqlite3.Connection, word: str) -> bool:
    """Whether the index has a word, as folded."""
    return _known(connection, folded(clean(word)))


def words_like(connection: sqlite3.Connection, word: str) -> list[str]:
    """The words of the index within two slips of this one but not it, folded, nearest first."""
    key = folded(clean(word))
    if len(key) < _SHORTEST_NAME:
        return []
    slips = _SLIPS_OF_NAMES if len(key) > _SHORTEST else 1
    similar = {other for (other,) in _similar_names(connection, key, slips)} - {key} | _moved(connection, key)
    found = process.extract(key, similar, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [other for other, _, _ in sorted(found, key=lambda match: (match[1], match[0]))]


def _similar_names(connection: sqlite3.Connection, word: str, slips: int) -> Iterator[tuple[str]]:
    """Words written with a capital, of similar length, that begin alike or, for a single slip, end alike."""
    piece = max((len(word) - 1) // 2, 1)
    lengths = "length(word) BETWEEN ? AND ?"
    begin, end = word[:piece], word[::-1][:piece]
    yield from connection.execute(
        f"SELECT word FROM words WHERE word >= ? AND word < ? AND {lengths}"
        " AND substr(shown, 1, 1) <> substr(word, 1, 1)",
        (begin, begin + _LAST, len(word) - slips, len(word) + slips),
    )
    # The index of what is read backwards has no spellings: it answers alone.
    yield from connection.execute(
        f"SELECT word FROM words WHERE backwards >= ? AND backwards < ? AND {lengths}",
        (end, end + _LAST, len(word) - 1, len(word) + 1),
    )


def _known(connection: sqlite3.Connection, word: str) -> bool:
    return connection.execute("SELECT 1 FROM words WHERE word = ?", (word,)).fetchone() is not None


def _near(connection: sqlite3.Connection, word: str, limit: int) -> list[str]:
    slips = max(1, len(word) // _LETTERS_PER_SLIP)
    shown = {key: (spelling, facts) for key, spelling, facts in _similar(connection, word, slips)}
    found = process.extract(word, shown.keys(), scorer=OSA.distance, score_cutoff=slips, limit=50)
    ranked = sorted(found, key=lambda match: (match[1], -shown[match[0]][1], match[0]))
    return [shown[key][0] for key, _, _ in ranked[:limit]]


def _moved(connection: sqlite3.Connection, word: str) -> set[str]:
    """Words of the index that are this one with one letter moved: "Borlaug" for "Bourlag"."""
    wanted = json.dumps(with_a_letter_moved(word))
    rows = connection.execute("SELECT word FROM words WHERE word IN (SELECT value FROM json_each(?))", (wanted,))
    return {word for (word,) in rows}


def with_a_letter_moved(word: str) -> list[str]:
    """The words that are another one with one of its inner letters at another place."""
    found = {
        rest[:to] + word[at] + rest[to:]
        for at in range(1, len(word))
        for rest in [word[:at] + word[at + 1 :]]
        for to in range(1, len(word))
    }
    return sorted(found - {word})


def _similar(connection: sqlite3.Connection, word: str, slips: int) -> Iterator[tuple[str, str, int]]:
    """Words of similar length with the same beginning or end, which covers every single typo."""
    # Two swapped letters in the middle leave this much unchanged at both ends.
    piece = max((len(word) - 1) // 2, 1)
    for column, begin in (("word", word[:piece]), ("backwards", word[::-1][:piece])):
        alike = f"{column} >= ? AND {column} < ? AND length(word) BETWEEN ? AND ?"
        yield from connection.execute(
            f"SELECT word, shown, facts FROM words WHERE {alike}",
            (begin, begin + "\U0010ffff", len(word) - slips, len(word) + slips),
        )
