"""Find facts by what is typed: ``FactIndex.of(store).search(query)`` -> hits, best first.

The index is an SQLite FTS5 file in the cache folder.  It can be thrown away at any time: it is made again from the
store, by what changed, whenever it does not tell what the store says.
"""

from __future__ import annotations

# The part of sqlite3 that does the work; the rest reads dates, and costs a sixth of ``python -c pass`` to import.
import _sqlite3 as sqlite3

from factcli.index.columns import WEIGHTS
from factcli.index.freshness import connected, fresh
from factcli.index.hit import Hit
from factcli.index.match import (
    MOST_SCORED,
    all_of,
    any_of,
    best_matching,
    best_noted,
    clean,
    matching,
    matching_words,
    notes_of,
    words_of,
    words_to_mark,
)
from factcli.query.parse import parse_query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from factcli.index.build.reader import Progress
    from factcli.index.match import Statement
    from factcli.query.terms import Query
    from factcli.store import FactStore

__all__ = ["MARK_BEGIN", "MARK_END", "FactIndex", "Hit"]

# Marks around a word that matched; a renderer turns them into a style.
MARK_BEGIN, MARK_END = "\x02", "\x03"

# The best come first, and of two as good the preferred one; deprecated facts come last.
_ORDER = "rank = 'deprecated', score, rank <> 'preferred', facts.number"
_HAS_RANK = (
    "EXISTS (SELECT 1 FROM facts INDEXED BY facts_rank"
    " WHERE rank <> 'normal' AND rank = '{}' AND facts.number = found.number)"
)
# The same of the numbers alone: an index of the few ranks that are not normal spares reading each fact that is found.
_ORDER_OF_NUMBERS = f"{_HAS_RANK.format('deprecated')}, score, NOT {_HAS_RANK.format('preferred')}, found.number"

# The largest integer of SQLite.
_LARGEST_LIMIT = (1 << 63) - 1
# The best facts are noted of one word and of two.
_MOST_NOTED_TOGETHER = 2


class _Frequent:
    """The number of a frequent word, and how many facts have it."""

    __slots__ = ("facts", "number")

    def __init__(self, number: int, facts: int) -> None:
        self.number = number
        self.facts = int(facts)


class FactIndex:
    """The facts of one store, ready to be searched."""

    def __init__(self, connection: sqlite3.Connection, store_path: str) -> None:
        self._connection = connection
        self._store_path = store_path

    @classmethod
    def of(cls, store: FactStore) -> FactIndex:
        """The index of the file of ``store``, as it is now."""
        return cls.at(str(store.path))

    @classmethod
    def at(cls, store_path: str, progress: Progress | None = None) -> FactIndex:
        """The index of the store at ``store_path``, without reading the store where the index is fresh.

        Raises StoreError where the store cannot be read.
        """
        fresh = cls.fresh(store_path)
        if fresh is not None:
            return fresh
        from factcli.index.build.builder import refreshed

        return cls(refreshed(store_path, progress), store_path)

    @classmethod
    def fresh(cls, store_path: str) -> FactIndex | None:
        """The index of the store at ``store_path`` if there is one that tells what the store says."""
        try:
            connection = fresh(store_path)
        except sqlite3.Error:
            # Whatever is wrong with a cache, the store still has the answer.
            return None
        return None if connection is None else cls(connection, store_path)

    @classmethod
    def packed(cls, path: str) -> FactIndex:
        """The index in a file that :meth:`pack` made: it is only read, and belongs to no store any more."""
        from os.path import abspath

        return cls(connected(abspath(path)), "")

    def pack(self, path: str) -> None:
        """Copy the index, which holds every fact whole, into a file that can be taken elsewhere."""
        copy = sqlite3.connect(path)
        self._connection.backup(copy)
        copy.close()

    def search(self, query: str | Query, limit: int | None = None) -> list[Hit]:
        """The facts that ``query`` holds for, best first, at most ``limit`` of them (None: all)."""
        parsed = _parsed(query)
        words = words_of(parsed)
        if not words or (limit is None and len(words) == 1):
            return self._hits(matching(parsed), limit)
        frequent = self._frequent(words)
        telling = self._telling(words, frequent)
        if limit is not None:
            if noted := self._noted(words, telling, frequent, limit):
                return noted
            if self._are_in_many(words, frequent):
                return self._hits(best_matching(parsed, telling), limit)
        return self._hits(matching_words(words, telling), limit)

    def _frequent(self, words: Iterable[str]) -> dict[str, _Frequent]:
        """Those of the words that are frequent; one of a single column is not."""
        found = {}
        for word in words:
            if not word.startswith("{"):
                for number, facts in self._rows("SELECT rowid, facts FROM frequent WHERE frequent MATCH ?", (word,)):
                    found[word] = _Frequent(number, facts)
        return found

    def _telling(self, words: list[str], frequent: dict[str, _Frequent]) -> list[str]:
        """The words that tell facts apart: to bm25, one that half of the facts have says nothing."""
        if len(words) == 1 or not frequent:
            return words
        half = self._rows("SELECT max(number) / 2 FROM facts")[0][0]
        return [word for word in words if word not in frequent or frequent[word].facts <= half] or words

    def _noted(self, words: list[str], telling: list[str], frequent: dict[str, _Frequent], limit: int) -> list[Hit]:
        """The best facts of one frequent word, or of two, where enough of them are noted; none otherwise."""
        if len(telling) > _MOST_NOTED_TOGETHER or not all(word in frequent for word in telling):
            return []
        notes = notes_of({frequent[word].number for word in telling})
        hits = self._hits(best_noted(words, telling, notes), limit)
        # Behind a deprecated fact may come better ones that are not noted.
        return hits if len(hits) == limit and hits[-1].rank != "deprecated" else []

    def _hits(self, found: Statement, limit: int | None) -> list[Hit]:
        best = f"SELECT number, score FROM ({found.sql}) AS found ORDER BY {_ORDER_OF_NUMBERS} LIMIT ?"
        rows = self._rows(
            f"SELECT facts.* FROM ({best}) AS best CROSS JOIN facts ON facts.number = best.number ORDER BY {_ORDER}",
            (*found.parameters, -1 if limit is None else _at_most(limit)),
        )
        return list(map(Hit._make, rows))

    def _are_in_many(self, words: list[str], frequent: dict[str, _Frequent]) -> bool:
        """Whether more facts have all these words than are scored; most often one of them alone tells that not."""
        each = (frequent[word].facts > MOST_SCORED if word in frequent else self._is_in_many(word) for word in words)
        return all(each) and (len(words) == 1 or self._is_in_many(all_of(words)))

    def _is_in_many(self, expression: str) -> bool:
        sql = "SELECT 1 FROM terms WHERE terms MATCH ? LIMIT 1 OFFSET ?"
        return bool(self._rows(sql, (expression, MOST_SCORED)))

    def count(self, query: str | Query) -> int:
        """How many facts ``query`` holds for."""
        parsed = _parsed(query)
        words = words_of(parsed)
        if len(words) == 1 and (frequent := self._frequent(words)):
            return frequent[words[0]].facts
        found = matching(parsed)
        return int(self._rows(f"SELECT count(*) FROM ({found.sql})", found.parameters)[0][0])

    def get(self, id_: str) -> Hit | None:
        """The fact with this id."""
        rows = self._rows("SELECT * FROM facts WHERE id = ?", (clean(id_),))
        return Hit._make(rows[0]) if rows else None

    def marked(self, query: Query, hits: Iterable[Hit]) -> dict[int, tuple[str, str]]:
        """The statement and the quote of each hit (by its number), with marks around the words that matched."""
        expression = words_to_mark(query)
        if not expression:
            return {}
        rows = self._rows(
            f"SELECT rowid, {_marked('statement')}, {_marked('quote')} FROM terms"
            " WHERE terms MATCH ? AND rowid IN (SELECT value FROM json_each(?))",
            (expression, f"[{','.join(str(hit.number) for hit in hits)}]"),
        )
        return {number: (statement, quote) for number, statement, quote in rows}

    def numbered(self, numbers: Iterable[int]) -> list[Hit]:
        """The facts with these numbers (``Hit.number``), in no particular order."""
        rows = self._rows(
            "SELECT * FROM facts WHERE number IN (SELECT value FROM json_each(?))",
            (f"[{','.join(map(str, numbers))}]",),
        )
        return list(map(Hit._make, rows))

    def replaced_by(self, ids: Iterable[str]) -> set[str]:
        """The ids of the facts that those with ``ids`` replaced."""
        wanted = set(ids)
        rows = self._rows("SELECT id, superseded_by FROM facts WHERE superseded_by <> ''")
        return {id_ for id_, successor in rows if successor in wanted}

    def of_subject(self, subject: str, limit: int) -> list[Hit]:
        """At most ``limit`` facts whose subject is just this text, the first of the store first."""
        rows = self._rows(
            "SELECT * FROM facts WHERE subject = ? ORDER BY number LIMIT ?", (clean(subject), _at_most(limit))
        )
        return list(map(Hit._make, rows))

    def numbers_with(self, words: Iterable[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts that have one of ``words``, in any of its forms."""
        rows = self._rows("SELECT rowid FROM terms WHERE terms MATCH ? LIMIT ?", (any_of(words), _at_most(limit)))
        return [number for (number,) in rows]

    def numbers(self) -> list[int]:
        """The numbers of all facts."""
        return [number for (number,) in self._rows("SELECT number FROM facts ORDER BY number")]

    def __len__(self) -> int:
        return int(self._rows("SELECT count(*) FROM facts")[0][0])

    @property
    def has_many_subjects(self) -> bool:
        """Whether the facts have more than one subject."""
        first = "SELECT subject FROM facts LIMIT 1"
        return bool(self._rows(f"SELECT EXISTS (SELECT 1 FROM facts WHERE subject <> ({first}))")[0][0])

    def sources(self) -> dict[str, str]:
        """The sources of the store: id -> CSL-JSON."""
        return dict(self._rows("SELECT id, record FROM sources ORDER BY id"))

    def suggestions(self, query: Query, limit: int = 3) -> list[str]:
        """Words of the store that are near to words of the query which no fact has."""
        from factcli.index.suggest import near_words

        return near_words(self._connection, query.words, limit)

    def ids_starting(self, prefix: str, limit: int = 100) -> list[tuple[str, str]]:
        """Ids that begin with ``prefix``, each with its statement: what a shell completes."""
        return self._starting("id, statement", "facts", "id", prefix, limit)

    def words_starting(self, prefix: str, limit: int = 100) -> list[tuple[str, str]]:
        """Words of the store that begin with ``prefix``, each with the number of facts that have it."""
        return self._starting("shown, facts || ' facts'", "words", "word", prefix.lower(), limit)

    def _starting(self, columns: str, table: str, column: str, prefix: str, limit: int) -> list[tuple[str, str]]:
        begin = clean(prefix)
        return self._rows(
            f"SELECT {columns} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY {column} LIMIT ?",
            (begin, begin + "\U0010ffff", _at_most(limit)),
        )

    def _rows(self, sql: str, parameters: tuple[object, ...] = ()) -> list[Any]:
        """What SQLite answers; an index that turns out to be broken is made anew, once."""
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.DatabaseError:
            if not self._store_path:
                raise
            from factcli.index.build.builder import rebuilt

            self._connection.close()
            self._connection = rebuilt(self._store_path)
            return self._connection.execute(sql, parameters).fetchall()


def _marked(column: str) -> str:
    """The SQL of a column with marks around the words that matched."""
    return f"highlight(terms, {list(WEIGHTS).index(column)}, '{MARK_BEGIN}', '{MARK_END}')"


def _at_most(limit: int) -> int:
    """A limit of any size as one that SQLite takes."""
    return min(limit, _LARGEST_LIMIT)


def _parsed(query: str | Query) -> Query:
    return parse_query(query) if isinstance(query, str) else query
