"""Search the facts of a store: ``FactIndex.of(store).search(query)`` returns hits, best first.

The index is an SQLite FTS5 file in the cache folder.  It can be deleted at any time; it is rebuilt, or updated
incrementally, whenever it is out of date with the store.
"""

from __future__ import annotations

# The C part of sqlite3: the Python part is not needed, and takes a sixth of the time of ``python -c pass`` to import.
import _sqlite3 as sqlite3

from factcli.index.columns import WEIGHTS
from factcli.index.content import IndexContent, at_most
from factcli.index.freshness import connected, fresh
from factcli.index.hit import Hit
from factcli.index.match import (
    MOST_SCORED,
    all_of,
    best_matching,
    champion_key,
    champions_matching,
    clean,
    in_words_begun,
    json_array,
    matching,
    matching_words,
    words_of,
    words_to_mark,
)
from factcli.query.parse import parse_query
from factcli.query.terms import Run, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.index.build.reader import Progress
    from factcli.index.match import Statement
    from factcli.query.terms import Query, Term
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

_AS_OF = "coalesce(facts.first_day, facts.last_day, facts.first_as_of, facts.last_as_of)"
# Other orders than by score: what is missing comes last, and the order of the store decides between equals.
_SORTS = {
    "value": "dimension IS NULL, dimension, coalesce(base_low, low), facts.number",
    "date": f"{_AS_OF} IS NULL, {_AS_OF}, facts.number",
    "id": "facts.id",
    "source": "citation, source_ids, length(locator), locator, facts.number",
}

# At most this many words of the store that have a typed beginning are searched for.
_MOST_WORDS_BEGUN = 50
# Champion lists exist for one frequent term and for two together.
_MOST_CHAMPION_WORDS = 2


class _Frequent:
    """The number of a frequent term, and how many facts contain it."""

    __slots__ = ("facts", "number")

    def __init__(self, number: int, facts: int) -> None:
        self.number = number
        self.facts = int(facts)


class FactIndex(IndexContent):
    """The facts of one store, ready to be searched."""

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
        """Copy the index, which contains every fact in full, to a self-contained file.

        Raises :class:`factcli.errors.UnwrittenDatabaseError`.
        """
        from contextlib import closing

        try:
            with closing(sqlite3.connect(path)) as copy:
                self._connection.backup(copy)
        except sqlite3.OperationalError as error:
            from factcli.errors import UnwrittenDatabaseError

            raise UnwrittenDatabaseError(error) from error

    def search(self, query: str | Query, limit: int | None = None, sort: str = "relevance") -> list[Hit]:
        """The facts that match ``query``, at most ``limit`` (None: all): best first, or by one of the other orders.

        Where nothing matches, wider readings are tried: words as beginnings of words, then the titles of sources.
        """
        for reading in self._readings(_parsed(query)):
            hits = self._sorted(reading, limit, sort) if sort in _SORTS else self._best(reading, limit)
            if hits:
                return hits
        return []

    def _readings(self, query: Query) -> Iterator[Query]:
        """The query, and while nothing is found, what else it may mean."""
        yield self._naming_ids(query) or self._with_words_begun(query)
        from factcli.index.widening import wider

        yield from map(self._with_words_begun, wider(query))

    def _naming_ids(self, query: Query) -> Query | None:
        """The query for the facts whose ids were typed, if nothing else was."""
        if "-" not in query.text:
            return None
        from factcli.index.widening import ids_named

        return ids_named(query, self._has_id)

    def _has_id(self, id_: str) -> bool:
        return bool(self._rows("SELECT 1 FROM facts WHERE id = ? COLLATE NOCASE", (clean(id_),)))

    def _with_words_begun(self, query: Query) -> Query:
        """The query with the words of the store that have a typed beginning: the index has only stems."""
        if not any(isinstance(term.atom, Text) and term.atom.is_prefix for row in query.alternatives for term in row):
            return query
        return query._replace(alternatives=tuple(tuple(map(self._word_begun, row)) for row in query.alternatives))

    def _word_begun(self, term: Term) -> Term:
        atom = term.atom
        if not (isinstance(atom, Text) and atom.is_prefix):
            return term
        words = (word for word, _ in self.words_starting(atom.words, _MOST_WORDS_BEGUN))
        return term._replace(atom=atom._replace(others=(*atom.others, *words)))

    def _sorted(self, query: Query, limit: int | None, sort: str) -> list[Hit]:
        found = matching(query)
        rows = self._rows(
            f"SELECT facts.* FROM ({found.sql}) AS found CROSS JOIN facts ON facts.number = found.number"
            f" ORDER BY {_SORTS[sort]} LIMIT ?",
            (*found.parameters, -1 if limit is None else at_most(limit)),
        )
        return list(map(Hit._make, rows))

    def _best(self, parsed: Query, limit: int | None) -> list[Hit]:
        words = words_of(parsed)
        if not words or (limit is None and len(words) == 1):
            return self._hits(matching(parsed), limit)
        if limit is not None and (hits := self._best_of_many(in_words_begun(parsed), limit)):
            return hits
        return self._hits(matching_words(words, self._distinctive(words, self._frequent(words))), limit)

    def _best_of_many(self, parsed: Query, limit: int) -> list[Hit]:
        """The best hits, without scoring all facts that match; empty if too few match to need that."""
        words = words_of(parsed)
        frequent = self._frequent(words)
        distinctive = self._distinctive(words, frequent)
        champions = self._champions(words, distinctive, frequent, limit)
        if champions or not self._are_in_many(words, frequent):
            return champions
        return self._hits(best_matching(parsed, distinctive), limit)

    def _frequent(self, words: Iterable[str]) -> dict[str, _Frequent]:
        """The words that are frequent terms; one limited to a column, begun or with alternatives never is."""
        found = {}
        for word in words:
            if word.startswith('"') and word.endswith('"'):
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
            (*found.parameters, -1 if limit is None else at_most(limit)),
        )
        return list(map(Hit._make, rows))

    def _are_in_many(self, words: list[str], frequent: dict[str, _Frequent]) -> bool:
        """Whether more than ``MOST_SCORED`` facts contain all words; usually one word alone rules that out."""
        each = (
            frequent[word].facts > MOST_SCORED if word in frequent else self._is_in_many(all_of([word]))
            for word in words
        )
        return all(each) and (len(words) == 1 or self._is_in_many(all_of(words)))

    def _is_in_many(self, expression: str) -> bool:
        sql = "SELECT 1 FROM terms WHERE terms MATCH ? LIMIT 1 OFFSET ?"
        return bool(self._rows(sql, (expression, MOST_SCORED)))

    def count(self, query: str | Query) -> int:
        """The number of facts that match ``query``."""
        return next(filter(None, map(self._count, self._readings(_parsed(query)))), 0)

    def _count(self, parsed: Query) -> int:
        words = words_of(parsed)
        if len(words) == 1 and (frequent := self._frequent(words)):
            return frequent[words[0]].facts
        found = matching(parsed)
        return int(self._rows(f"SELECT count(*) FROM ({found.sql})", found.parameters)[0][0])

    def get_all(self, id_: str) -> list[Hit]:
        """The facts with this id: one, or none."""
        hit = self.get(id_)
        return [] if hit is None else [hit]

    def marked(self, query: Query, hits: Iterable[Hit]) -> dict[int, tuple[str, str]]:
        """The statement and quote of each hit, by number, with marks around matched words."""
        hits = list(hits)
        query = self._with_words_begun(query)
        marked = {hit.number: texts for hit in hits if (texts := _with_runs_marked(query, hit))}
        expression = words_to_mark(query)
        if not expression:
            return marked
        rows = self._rows(
            f"SELECT rowid, {_marked('statement')}, {_marked('quote')} FROM terms"
            " WHERE terms MATCH ? AND rowid IN (SELECT value FROM json_each(?))",
            (expression, json_array(hit.number for hit in hits)),
        )
        return marked | {number: (statement, quote) for number, statement, quote in rows}


def _with_runs_marked(query: Query, hit: Hit) -> tuple[str, str] | None:
    """The statement and quote with marks around runs of letters within longer runs; None if there are none."""
    runs = [term.atom.words for row in query.alternatives for term in row if isinstance(term.atom, Run)]
    if not any(run in text for run in runs for text in (hit.statement, hit.quote)):
        return None
    statement, quote = hit.statement, hit.quote
    for run in runs:
        statement, quote = (text.replace(run, f"{MARK_BEGIN}{run}{MARK_END}") for text in (statement, quote))
    return statement, quote


def _marked(column: str) -> str:
    """The SQL of a column with marks around the words that matched."""
    return f"highlight(terms, {list(WEIGHTS).index(column)}, '{MARK_BEGIN}', '{MARK_END}')"


def _parsed(query: str | Query) -> Query:
    return parse_query(query) if isinstance(query, str) else query
