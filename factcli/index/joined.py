"""Several stores searched as one: their indexes come in; hits go out, store by store, with ids that are unique.

A fact or source whose id another store has too is labelled with its store: ``amia-victims (../desk/facts.json)``.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cached_property
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from factcli.escaping import safe_text
from factcli.index.columns import SEPARATOR
from factcli.index.search import FactIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any

    from factcli.index.hit import Hit
    from factcli.query.terms import Query

# The numbers of the facts of two stores are this far apart.
_APART = 1 << 40


def _is_deprecated(hit: Hit) -> bool:
    return hit.rank == "deprecated"


def _by_value(hit: Hit) -> tuple[bool, str, str]:
    return hit.dimension is None, hit.dimension or "", hit.base_low or hit.low or ""


def _by_day(hit: Hit) -> tuple[bool, int]:
    days = (hit.first_day, hit.last_day, hit.first_as_of, hit.last_as_of)
    day = next((day for day in days if day is not None), None)
    return day is None, day or 0


# The orders of the facts of one store, for those of several.
_ORDERS: dict[str, Callable[[Hit], Any]] = {
    "value": _by_value,
    "date": _by_day,
    "id": attrgetter("id"),
    "source": attrgetter("citation", "source_ids", "locator"),
}


def index_of_all(paths: Sequence[str]) -> FactIndex:
    """The up-to-date index of one store, or of several as one."""
    return FactIndex.at(paths[0]) if len(paths) == 1 else JoinedIndex([(path, FactIndex.at(path)) for path in paths])


class JoinedIndex(FactIndex):
    """The facts of several stores, ready to be searched; those of the first store come first."""

    def __init__(self, stores: Sequence[tuple[str, FactIndex]]) -> None:
        """Take the indexes of the stores, each with the path that is shown for it."""
        self._labels = [safe_text(path) for path, _ in stores]
        self._indexes = [index for _, index in stores]

    def interrupt(self) -> None:
        """Stop what another thread searches for, which raises sqlite3.OperationalError there."""
        for index in self._indexes:
            index.interrupt()

    def search(self, query: str | Query, limit: int | None = None, sort: str = "relevance") -> list[Hit]:
        """The facts that match ``query``: best of the first store first and deprecated ones last, or by ``sort``."""
        hits = self._hits_of(lambda index: index.search(query, limit, sort))
        return sorted(hits, key=_ORDERS.get(sort, _is_deprecated))[:limit]

    def count(self, query: str | Query) -> int:
        """The number of facts that match ``query``."""
        return sum(index.count(query) for index in self._indexes)

    def get(self, id_: str) -> Hit | None:
        """The fact with this id, as it is shown or as its store has it; that of the first store."""
        return next(iter(self.get_all(id_)), None)

    def get_all(self, id_: str) -> list[Hit]:
        """The facts with this id, as it is shown or as their stores have it."""
        for at, label in enumerate(self._labels):
            own = id_.removesuffix(f" ({label})")
            if own != id_ and (hit := self._indexes[at].get(own)):
                return [self._labelled(at, hit)]
        return self._hits_of(lambda index: index.get_all(id_))

    def marked(self, query: Query, hits: Iterable[Hit]) -> dict[int, tuple[str, str]]:
        """The statement and quote of each hit, by number, with marks around matched words."""
        shown = list(hits)
        found: dict[int, tuple[str, str]] = {}
        for at, index in enumerate(self._indexes):
            own = [hit._replace(number=hit.number % _APART) for hit in shown if hit.number // _APART == at]
            found |= {number + at * _APART: texts for number, texts in index.marked(query, own).items()}
        return found

    def numbered(self, numbers: Iterable[int]) -> list[Hit]:
        """The facts with these numbers, in no particular order."""
        wanted: dict[int, list[int]] = {}
        for number in numbers:
            wanted.setdefault(number // _APART, []).append(number % _APART)
        return [self._labelled(at, hit) for at, own in wanted.items() for hit in self._indexes[at].numbered(own)]

    def replaced_by(self, ids: Iterable[str]) -> set[str]:
        """The ids of the facts superseded by those with ``ids``."""
        wanted = set(ids)
        return {hit.id for hit in self.search("rank:deprecated") if hit.superseded_by in wanted}

    def of_subject(self, subject: str, limit: int) -> list[Hit]:
        """At most ``limit`` facts with exactly this subject, in store order."""
        return self._hits_of(lambda index: index.of_subject(subject, limit))[:limit]

    def numbers_with(self, words: Iterable[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts that have one of ``words``, in any form."""
        wanted = list(words)
        return self._numbers_of(lambda index: index.numbers_with(wanted, limit))[:limit]

    def numbers_named(self, names: Iterable[Iterable[str]], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts in which all words of one of ``names`` are close together."""
        wanted = [list(words) for words in names]
        return self._numbers_of(lambda index: index.numbers_named(wanted, limit))[:limit]

    def texts_named(self, words: Iterable[str], limit: int) -> list[str]:
        """What the first ``limit`` facts in which all ``words`` are close together say."""
        wanted = list(words)
        texts = (text for index in self._indexes for text in index.texts_named(wanted, limit))
        return list(islice(texts, limit))

    def numbers_with_word(self, word: str, others: Iterable[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts that have ``word``, and one of ``others``."""
        wanted = list(others)
        return self._numbers_of(lambda index: index.numbers_with_word(word, wanted, limit))[:limit]

    def has_word(self, word: str) -> bool:
        """Whether a fact has the word as it is written."""
        return any(index.has_word(word) for index in self._indexes)

    def words_like(self, word: str) -> list[str]:
        """The words of the facts within two slips of this one, those of the first store first."""
        return list(dict.fromkeys(near for index in self._indexes for near in index.words_like(word)))

    def numbers(self) -> list[int]:
        """The numbers of all facts."""
        return self._numbers_of(lambda index: index.numbers())

    def __len__(self) -> int:
        return sum(map(len, self._indexes))

    @property
    def has_many_subjects(self) -> bool:
        """Whether there may be more than one subject."""
        filled = [index for index in self._indexes if len(index)]
        return len(filled) > 1 or any(index.has_many_subjects for index in filled)

    def sources(self) -> dict[str, str]:
        """The sources of the stores: id -> CSL-JSON."""
        return {
            self._source_id(at, id_): record
            for at, index in reversed([*enumerate(self._indexes)])
            for id_, record in index.sources().items()
        }

    def first(self) -> Hit | None:
        """The first fact in force of the first store that has one, None if there is none."""
        hits = ((at, index.first()) for at, index in enumerate(self._indexes))
        return next((self._labelled(at, hit) for at, hit in hits if hit), None)

    def count_until(self, day: int) -> int:
        """The number of facts in force whose value holds for a time up to this day."""
        return sum(index.count_until(day) for index in self._indexes)

    def values_of(self, column: str, limit: int) -> list[str]:
        """The values of a column, the most used of each store first."""
        return list(dict.fromkeys(value for index in self._indexes for value in index.values_of(column, limit)))[:limit]

    def values_starting(self, qualifier: str, prefix: str, limit: int = 100) -> list[tuple[str, str]]:
        """Values of ``speaker``, ``unit`` or ``source`` that begin with ``prefix``, each with what it stands for."""
        found = (each for index in self._indexes for each in index.values_starting(qualifier, prefix, limit))
        return list(dict.fromkeys(found))[:limit]

    def suggestions(self, query: Query, limit: int = 3) -> list[str]:
        """Words of the stores that are similar to query words without a match."""
        near = (word for index in self._indexes for word in index.suggestions(query, limit))
        return list(dict.fromkeys(near))[:limit]

    def ids_starting(self, prefix: str, limit: int = 100) -> list[tuple[str, str]]:
        """Ids that begin with ``prefix``, each with its statement, for completion."""
        return [found for index in self._indexes for found in index.ids_starting(prefix, limit)][:limit]

    def words_starting(self, prefix: str, limit: int = 100) -> list[tuple[str, str]]:
        """Words of the stores that begin with ``prefix``, each with its number of facts."""
        return [found for index in self._indexes for found in index.words_starting(prefix, limit)][:limit]

    def _hits_of(self, find: Callable[[FactIndex], Iterable[Hit]]) -> list[Hit]:
        return [self._labelled(at, hit) for at, index in enumerate(self._indexes) for hit in find(index)]

    def _numbers_of(self, find: Callable[[FactIndex], Iterable[int]]) -> list[int]:
        return [number + at * _APART for at, index in enumerate(self._indexes) for number in find(index)]

    def _labelled(self, at: int, hit: Hit) -> Hit:
        """A hit of one store, with a number and an id that no other store has."""
        sources = {id_: self._source_id(at, id_) for id_ in hit.source_ids.split(SEPARATOR)}
        id_, successor = self._fact_id(at, hit.id), self._fact_id(at, hit.superseded_by)
        hit = hit._replace(number=hit.number + at * _APART)
        if (id_, successor) == (hit.id, hit.superseded_by) and all(old == new for old, new in sources.items()):
            return hit
        record = json.loads(hit.record)
        record |= {"id": id_} | ({"superseded_by": successor} if successor else {})
        for entry, name in _with_sources(record):
            entry[name] = sources.get(entry[name], entry[name])
        text = json.dumps(record, ensure_ascii=False)
        named = SEPARATOR.join(sources.values())
        return hit._replace(id=id_, superseded_by=successor, source_ids=named, record=text)

    def _fact_id(self, at: int, id_: str) -> str:
        is_shared = id_ and sum(index.get(id_) is not None for index in self._indexes) > 1
        return f"{id_} ({self._labels[at]})" if is_shared else id_

    def _source_id(self, at: int, id_: str) -> str:
        return f"{id_} ({self._labels[at]})" if id_ in self._ambiguous_sources else id_

    @cached_property
    def _ambiguous_sources(self) -> frozenset[str]:
        """The ids of the sources that two stores describe differently."""
        pairs = {pair for index in self._indexes for pair in index.sources().items()}
        return frozenset(id_ for id_, times in Counter(id_ for id_, _ in pairs).items() if times > 1)


def _with_sources(record: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """The objects of a record that name a source, each with the field that does."""
    yield from ((reference, "source") for reference in record.get("references", ()))
    yield from ((source, "id") for source in record["sources"])
