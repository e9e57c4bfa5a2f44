"""The facts of a large store, found through its index and read as they are met."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factcli.checking.evidence import MOST_FACTS, Kin, KnownFact

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
        self._kin: dict[str, Kin] = {}

    @cached_property
    def has_many_subjects(self) -> bool:
        """Whether the facts have more than one subject."""
        return self._index.has_many_subjects()

    def facts_about(self, words: frozenset[str]) -> list[KnownFact]:
        """The facts that share the rarest of these words, best first."""
        return [self._read(hit) for hit in self._index.related(words, MOST_FACTS)]

    def fact(self, identifier: str) -> Fact | None:
        """The fact with this id, or None."""
        hit = self._index.get(identifier)
        return hit.fact if hit else None

    def _read(self, hit: Hit) -> KnownFact:
        known = self._known.get(hit.id)
        if known is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
                self._kin.clear()
            known = self._known[hit.id] = KnownFact(hit.fact, self._kin_of(hit.subject))
        return known

    def _kin_of(self, subject: str) -> Kin:
        kin = self._kin.get(subject)
        if kin is None:
            kin = self._kin[subject] = Kin(lambda: self._facts_of(subject))
        return kin

    def _facts_of(self, subject: str) -> list[Fact]:
        """Some facts of the subject: enough to learn what it names."""
        phrase = subject.replace('"', " ")
        return [hit.fact for hit in self._index.search(f'subject:"{phrase}"', MOST_FACTS)] if phrase.strip() else []
