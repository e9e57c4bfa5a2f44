"""Search the facts of a store: ``FactIndex.of(store).search(query)`` returns hits, best first.

The index is an SQLite FTS5 file in the cache folder.  It can be deleted at any time; it is rebuilt, or updated
incrementally, whenever it is out of date with the store.
"""

from __future__ import annotations

# The C part of sqlite3: the Python part is not needed, and takes a sixth of the time of ``python -c pass`` to import.
import _sqlite3 as sqlite3

from factcli.index.columns import TEXTS_WITH_NAMES, WEIGHTS
from factcli.index.freshness import connected, fresh
from factcli.index.hit import Hit
from factcli.index.match import (
    MOST_SCORED,
    all_of,
    best_matching,
    champion_key,
    champions_matching,
    clean,
    facts_named,
    facts_with,
    facts_with_word,
    json_array,
    matching,
    matching_words,
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

# Marks around a matched word; a renderer replaces them with a style.
MARK_BEGIN, MARK_END = "\x02", "\x03"

# By score, preferred facts first among equals; deprecated facts last.
_ORDER = "rank = 'deprecated', score, rank <> 'preferred', facts.number"
_HAS_RANK = (
    "EXISTS (SELECT 1 FROM facts INDEXED BY facts_rank"
    " WHERE rank <> 'normal' AND rank = '{}' AND facts.number = found.number)"
)
# The same order by number only: the index of the few non-normal ranks avoids reading every fact that matches.
_ORDER_OF_NUMBERS = f"{_HAS_RANK.format('deprecated')}, score, NOT {_HAS_RANK.format('preferred')}, found.number"

# The maximum integer of SQLite.
_LARGEST_LIMIT = (1 << 63) - 1
# Champion lists exist for one frequent term and for two together.
_MOST_CHAMPION_WORDS = 2


class _Frequent:
    """The number of a frequent term, and how many facts contain it."""

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
        """The up-to-date index of ``store``."""
        return cls.at(str(store.path))

    @classmethod
    def at(cls, store_path: str, progress: Progress | None = None) -> FactIndex:
        """The up-to-date index of the store at ``store_path``; reads the store only if the index is out of date.

        Raises StoreError if the store cannot be read.
        """
        fresh = cls.fresh(store_path)
        if fresh is not None:
            return fresh
        from factcli.index.build.builder import refreshed

        return cls(refreshed(store_path, progress), store_path)

    @classmethod
    def fresh(cls, store_path: str) -> FactIndex | None:
        """The index of the store at ``store_path`` if it is up to date, else None."""
        try:
            connection = fresh(store_path)
        except sqlite3.Error:
            # A broken cache is rebuilt from the store.
            return None
        return None if connection is None else cls(connection, store_path)

    @classmethod
    def packed(cls, path: str) -> FactIndex:
        """A read-only index from a file made by :meth:`pack`, independent of its store."""
        from os.path import abspath

        return cls(connected(abspath(path)), "")

    def pack(self, path: str) -> None:
        """Copy the index, which contains every fact in full, to a self-contained file."""
        copy = sqlite3.connect(path)
        self._connection.backup(copy)
        copy.close()

    def search(self, query: str | Query, limit: int | None = None) -> list[Hit]:
        """The facts that match ``query``, best first, at most ``limit`` (None: all)."""
        parsed = _parsed(query)
        words = words_of(parsed)
        if not words or (limit is None and len(words) == 1):
            return self._hits(matching(parsed), limit)
        frequent = self._frequent(words)
        distinctive = self._distinctive(words, frequent)
        if limit is not None:
            if champions := self._champions(words, distinctive, frequent, limit):
                return champions
            if self._are_in_many(words, frequent):
                return self._hits(best_matching(parsed, distinctive), limit)
        return self._hits(matching_words(words, distinctive), limit)

    def _frequent(self, words: Iterable[str]) -> dict[str, _Frequent]:
        """The words that are frequent terms; a word limited to a column never is."""
        found = {}
        for word in words:
            if not word.startswith("{"):
                for number, facts in self._rows("SELECT rowid, facts FROM frequent WHERE frequent MATCH ?", (word,)):
                    found[word] = _Frequent(number, facts)
        return found

    def _distinctive(self, words: list[str], frequent: dict[str, _Frequent]) -> list[str]:
        """The words that distinguish facts: bm25 gives no weight to a word in half of the facts."""
        if len(words) == 1 or not frequent:
            return words
        half = self._rows("SELECT max(number) / 2 FROM facts")[0][0]
        return [word for word in words if word not in frequent or frequent[word].facts <= half] or words

    def _champions(
        self, words: list[str], distinctive: list[str], frequent: dict[str, _Frequent], limit: int
    ) -> list[Hit]:
        """The hits from the champion list of one or two frequent terms, if it has enough; else empty."""
        if len(distinctive) > _MOST_CHAMPION_WORDS or not all(word in frequent for word in distinctive):
            return []
        key = champion_key({frequent[word].number for word in distinctive})
        hits = self._hits(champions_matching(words, distinctive, key), limit)
        # A deprecated fact sorts last, so better facts may be missing from the list.
        return hits if len(hits) == limit and hits[-1].rank != "deprecated" else []

    def _hits(self, found: Statement, limit: int | None) -> list[Hit]:
        best = f"SELECT number, score FROM ({found.sql}) AS found ORDER BY {_ORDER_OF_NUMBERS} LIMIT ?"
        rows = self._rows(
            f"SELECT facts.* FROM ({best}) AS best CROSS JOIN facts ON facts.number = best.number ORDER BY {_ORDER}",
            (*found.parameters, -1 if limit is None else _at_most(limit)),
        )
        return list(map(Hit._make, rows))

    def _are_in_many(self, words: list[str], frequent: dict[str, _Frequent]) -> bool:
        """Whether more than ``MOST_SCORED`` facts contain all words; usually one word alone rules that out."""
        each = (frequent[word].facts > MOST_SCORED if word in frequent else self._is_in_many(word) for word in words)
        return all(each) and (len(words) == 1 or self._is_in_many(all_of(words)))

    def _is_in_many(self, expression: str) -> bool:
        sql = "SELECT 1 FROM terms WHERE terms MATCH ? LIMIT 1 OFFSET ?"
        return bool(self._rows(sql, (expression, MOST_SCORED)))

    def count(self, query: str | Query) -> int:
        """The number of facts that match ``query``."""
        parsed = _parsed(query)
        words = words_of(parsed)
        if len(words) == 1 and (frequent := self._frequent(words)):
            return frequent[words[0]].facts
        found = matching(parsed)
        return int(self._rows(f"SELECT count(*) FROM ({found.sql})", found.parameters)[0][0])

    def get(self, id_: str) -> Hit | None:
        """The fact with this id, None if there is none."""
        rows = self._rows("SELECT * FROM facts WHERE id = ?", (clean(id_),))
        return Hit._make(rows[0]) if rows else None

    def marked(self, query: Query, hits: Iterable[Hit]) -> dict[int, tuple[str, str]]:
        """The statement and quote of each hit, by number, with marks around matched words."""
        expression = words_to_mark(query)
        if not expression:
            return {}
        rows = self._rows(
            f"SELECT rowid, {_marked('statement')}, {_marked('quote')} FROM terms"
            " WHERE terms MATCH ? AND rowid IN (SELECT value FROM json_each(?))",
            (expression, json_array(hit.number for hit in hits)),
        )
        return {number: (statement, quote) for number, statement, quote in rows}

    def numbered(self, numbers: Iterable[int]) -> list[Hit]:
        """The facts with these numbers (``Hit.number``), in no particular order."""
        rows = self._rows(
            "SELECT * FROM facts WHERE number IN (SELECT value FROM json_each(?))",
            (json_array(numbers),),
        )
        return list(map(Hit._make, rows))

    def replaced_by(self, ids: Iterable[str]) -> set[str]:
        """The ids of the facts superseded by those with ``ids``."""
        wanted = set(ids)
        rows = self._rows("SELECT id, superseded_by FROM facts WHERE superseded_by <> ''")
        return {id_ for id_, successor in rows if successor in wanted}

    def of_subject(self, subject: str, limit: int) -> list[Hit]:
        """At most ``limit`` facts with exactly this subject, in store order."""
        rows = self._rows(
            "SELECT * FROM facts WHERE subject = ? ORDER BY number LIMIT ?", (clean(subject), _at_most(limit))
        )
        return list(map(Hit._make, rows))

    def numbers_with(self, words: Iterable[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts that have one of ``words``, in any form; sources do not count."""
        found = facts_with(words, _at_most(limit))
        return [number for (number,) in self._rows(found.sql, found.parameters)]

    def numbers_named(self, names: Iterable[Iterable[str]], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts in which all words of one of ``names`` stand close together."""
        found = facts_named(names, _at_most(limit))
        return [number for (number,) in self._rows(found.sql, found.parameters)]

    def texts_named(self, words: Iterable[str], limit: int) -> list[str]:
        """What the first ``limit`` facts in which all ``words`` stand close together say, as it is searched."""
        found = facts_named((words,), _at_most(limit))
        texts = " || ' ' || ".join(TEXTS_WITH_NAMES)
        sql = f"SELECT {texts} FROM ({found.sql}) AS found JOIN facts ON facts.number = found.rowid"
        return [text for (text,) in self._rows(sql, found.parameters)]

    def numbers_with_word(self, word: str, others: Iterable[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts that have ``word``, and one of ``others``."""
        found = facts_with_word(word, others, _at_most(limit))
        return [number for (number,) in self._rows(found.sql, found.parameters)]

    def has_word(self, word: str) -> bool:
        """Whether a fact has the word as it is written; accents and case do not count."""
        from factcli.index.suggest import is_known

        return is_known(self._connection, word)

    def words_like(self, word: str) -> list[str]:
        """The words of the facts within two slips of this one, folded, nearest first."""
        from factcli.index.suggest import words_like

        return words_like(self._connection, word)

    def numbers(self) -> list[int]:
        """The numbers of all facts."""
        return [number for (number,) in self._rows("SELECT number FROM facts ORDER BY number")]

    def __len__(self) -> int:
        return int(self._rows("SELECT count(*) FROM facts")[0][0])

    @property
    def has_many_subjects(self) -> bool:
        """Whether there is more than one subject."""
        first = "SELECT subject FROM facts LIMIT 1"
        return bool(self._rows(f"SELECT EXISTS (SELECT 1 FROM facts WHERE subject <> ({first}))")[0][0])

    def sources(self) -> dict[str, str]:
        """The sources of the store: id -> CSL-JSON."""
        return dict(self._rows("SELECT id, record FROM sources ORDER BY id"))

    def suggestions(self, query: Query, limit: int = 3) -> list[str]:
        """Words of the store that are similar to query words without a match."""
        from factcli.index.suggest import near_words

        return near_words(self._connection, query.words, limit)

    def ids_starting(self, prefix: str, limit: int = 100) -> list[tuple[str, str]]:
        """Ids that begin with ``prefix``, each with its statement, for completion."""
        return self._starting("id, statement", "facts", "id", prefix, limit)

    def words_starting(self, prefix: str, limit: int = 100) -> list[tuple[str, str]]:
        """Words of the store that begin with ``prefix``, each with its number of facts."""
        return self._starting("shown, facts || ' facts'", "words", "word", prefix.lower(), limit)

    def values_starting(self, qualifier: str, prefix: str, limit: int = 100) -> list[tuple[str, str]]:
        """Values of ``speaker``, ``unit`` or ``source`` that begin with ``prefix``, each with what it stands for."""
        from factcli.index.qualifier_values import values_starting

        return values_starting(self._connection, qualifier, prefix, limit)

    def _starting(self, columns: str, table: str, column: str, prefix: str, limit: int) -> list[tuple[str, str]]:
        begin = clean(prefix)
        return self._rows(
            f"SELECT {columns} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY {column} LIMIT ?",
            (begin, begin + "\U0010ffff", _at_most(limit)),
        )

    def _rows(self, sql: str, parameters: tuple[object, ...] = ()) -> list[Any]:
        """Run a query; if the index turns out to be broken, rebuild it and retry once."""
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
    """Cap a limit at the maximum integer of SQLite."""
    return min(limit, _LARGEST_LIMIT)


def _parsed(query: str | Query) -> Query:
    return parse_query(query) if isinstance(query, str) else query
