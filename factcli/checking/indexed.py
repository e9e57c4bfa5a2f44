"""The facts of a large store, found through its index and read as they are met."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factcli.checking.evidence import MOST_FACTS, KnownFact, with_kin
from factcli.checking.passages import read_statement

if TYPE_CHECKING:
    from factcli.index import FactIndex, Hit
    from factcli.model import Fact

# Facts are kept once read: a draft meets the same ones again.  The rest of a large store stays on the disk.
_MOST_KEPT = 4_000


class IndexedFacts:
    """Evidence out of the index of a store."""

    def __init__(self, index: FactIndex) -> None:
        self._index = index
        self._known: dict[str, KnownFact] = {}

    @cached_property
    def has_many_subjects(self) -> bool:
        """Whether the facts have more than one subject."""
        return self._index.has_many_subjects()

    def facts_about(self, words: frozenset[str]) -> list[KnownFact]:
        """The facts that share the rarest of these words, best first."""
        return with_kin([self._read(hit) for hit in self._index.related(words, MOST_FACTS)])

    def fact(self, identifier: str) -> Fact | None:
        """The fact with this id, or None."""
        hit = self._index.get(identifier)
        return hit.fact if hit else None

    def _read(self, hit: Hit) -> KnownFact:
        known = self._known.get(hit.id)
        if known is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            known = self._known[hit.id] = KnownFact(hit.fact)
        return known
