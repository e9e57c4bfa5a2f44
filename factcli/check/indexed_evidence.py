"""Evidence from the index of a store: only the facts that a sentence may be about are read."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

from factcli.check.evidence import MOST_FACTS_KEPT, Evidence
from factcli.check.known_facts import MOST_KIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.index import FactIndex
    from factcli.model.facts import Fact


class IndexedEvidence(Evidence):
    """The facts of an index as evidence, each read when it is needed."""

    def __init__(self, index: FactIndex, facts_kept: int = MOST_FACTS_KEPT) -> None:
        """Take the index; ``facts_kept`` is the number of facts to keep in memory once they are read."""
        super().__init__(facts_kept)
        self._index = index

    @cached_property
    def has_many_subjects(self) -> bool:
        """Whether the facts have more than one subject."""
        return self._index.has_many_subjects

    def numbers_of(self, ids: Iterable[str]) -> frozenset[int]:
        """The numbers of the facts with these ids."""
        hits = (self._index.get(id_) for id_ in ids)
        return frozenset(hit.number for hit in hits if hit)

    def fact(self, identifier: str) -> Fact | None:
        """The fact with this id, or None."""
        hit = self._index.get(identifier)
        return hit.fact if hit else None

    def source_title(self, identifier: str) -> str:
        """The title of the source with this id; the id itself where no title is known."""
        record = self._sources.get(identifier)
        return str(json.loads(record)["title"]) if record else identifier

    @cached_property
    def _sources(self) -> dict[str, str]:
        return self._index.sources()

    @cached_property
    def _count(self) -> int:
        return len(self._index)

    def _all_numbers(self) -> Sequence[int]:
        return self._index.numbers()

    def _look_up(self, words: Iterable[str], limit: int) -> list[int]:
        return self._index.numbers_with(words, limit)

    def has_word(self, word: str) -> bool:
        """Whether a fact has the word."""
        return self._index.has_word(word)

    def words_like(self, word: str) -> list[str]:
        """The words of the facts within two slips of this one."""
        return self._index.words_like(word)

    def texts_named(self, words: Sequence[str], limit: int) -> list[str]:
        """What the first ``limit`` facts in which all ``words`` are close together say."""
        return self._index.texts_named(words, limit)

    def _numbers_named(self, names: Sequence[Sequence[str]], limit: int) -> list[int]:
        return self._index.numbers_named(names, limit)

    def _numbers_with_word(self, word: str, others: Sequence[str], limit: int) -> list[int]:
        return self._index.numbers_with_word(word, others, limit)

    def _load(self, numbers: Iterable[int]) -> Iterator[tuple[int, Fact]]:
        return ((hit.number, hit.fact) for hit in self._index.numbered(numbers))

    def _facts_of(self, subject: str) -> Iterable[Fact]:
        return [hit.fact for hit in self._index.of_subject(subject, MOST_KIN)]
