"""A name of a draft -> the facts that know it, or a name like it; only words of the store's index are looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.names_of_facts.known_names import ComparedName, NamesOfFact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.check.evidence import Evidence
    from factcli.check.known_facts import KnownFact

# Of the facts with the same words, this many are read.
_MOST_EXACT = 6
_MOST_ALIKE = 12
# A surname that more facts have is looked up with the words around it.
_MOST_OF_A_SURNAME = 24
_SHORTEST = 3
_MOST_KEPT = 20_000


class NameSearch:
    """Finds the facts whose names a name of a draft may be; what it found is kept for the next draft."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._names: dict[str, NamesOfFact] = {}
        self._exact: dict[tuple[str, ...], list[NamesOfFact]] = {}
        self._near: dict[str, list[str]] = {}
        self._held: dict[str, bool] = {}

    def exactly(self, name: ComparedName) -> list[NamesOfFact]:
        """The first facts that have all words of the name."""
        if name.written not in self._exact:
            found = self._read(self._evidence.facts_with_all(name.written, (), _MOST_EXACT))
            wanted = set(name.words)
            self._exact[name.written] = [fact for fact in found if wanted <= fact.words]
            _forget(self._exact)
        return self._exact[name.written]

    def alike(self, name: ComparedName, around: Iterable[str]) -> Iterator[NamesOfFact]:
        """The facts that have a name like this one: one word of it near, or the same surname."""
        seen: set[str] = set()
        for fact in self._alike(name, around):
            if fact.fact.id not in seen:
                seen.add(fact.fact.id)
                yield fact

    def _alike(self, name: ComparedName, around: Iterable[str]) -> Iterator[NamesOfFact]:
        held = [self._is_held(word) for word in name.written]
        for at, word in enumerate(name.written):
            rest = name.written[:at] + name.written[at + 1 :]
            if len(word) < _SHORTEST or not all(held[:at] + held[at + 1 :]):
                continue
            for near in self._near_words(word):
                yield from self._read(self._evidence.facts_with_all((*rest, near), (), _MOST_ALIKE))
        if name.is_whole and held[-1]:
            yield from self._of_surname(name.written[-1], around)
        if len(name.words) > 2 and held[-1] and held[0]:  # noqa: PLR2004 - a middle name may be missing
            for near in (near for word in (name.written[-1],) for near in self._near_words(word)):
                yield from self._read(self._evidence.facts_with_all((name.written[0], near), (), _MOST_ALIKE))

    def _of_surname(self, surname: str, around: Iterable[str]) -> list[NamesOfFact]:
        found = self._evidence.facts_with_all((surname,), (), _MOST_OF_A_SURNAME + 1)
        if len(found) > _MOST_OF_A_SURNAME:
            found = self._evidence.facts_with_all((surname,), tuple(around), _MOST_OF_A_SURNAME)
        return self._read(found)

    def _near_words(self, word: str) -> list[str]:
        if word not in self._near:
            self._near[word] = self._evidence.words_like(word)
            _forget(self._near)
        return self._near[word]

    def _is_held(self, word: str) -> bool:
        if word not in self._held:
            self._held[word] = self._evidence.has_word(word)
            _forget(self._held)
        return self._held[word]

    def _read(self, known: Iterable[KnownFact]) -> list[NamesOfFact]:
        found = []
        for each in known:
            names = self._names.get(each.fact.id)
            if names is None or names.fact is not each.fact:
                names = self._names[each.fact.id] = NamesOfFact(each.fact)
                _forget(self._names)
            found.append(names)
        return found


def _forget(kept: dict[str, object] | dict[tuple[str, ...], object]) -> None:
    """Drop the older half of what is kept, where it is too much."""
    if len(kept) > _MOST_KEPT:
        for key in list(kept)[: _MOST_KEPT // 2]:
            del kept[key]  # type: ignore[arg-type]



