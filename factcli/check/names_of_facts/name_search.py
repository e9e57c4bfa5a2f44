"""A name of a draft -> the facts that know it, or a name like it; only words of the store's index are looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factcli.check.names_of_facts.known_names import ComparedName, NamesOfFact, words_as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.check.evidence import Evidence
    from factcli.check.known_facts import KnownFact
    from factcli.check.names_of_facts.surroundings import Surroundings

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

# Of the facts with the same name, this many are read; more where an office is to be compared.
_MOST_EXACT, _MOST_WITH_OFFICE = 2, 8
_MOST_ALIKE = 6
_MOST_OF_A_SURNAME = 8
# Words that look like one another are tried from the nearest on.
_MOST_NEAR = 12
_SHORTEST = 3
# A longer name without one of its words is rarely the name of something else.
_TWO_WORDS = 2
_MOST_KEPT = 20_000


class NameSearch:
    """Finds the facts whose names a name of a draft may be; what it found is kept for the next draft."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._names: dict[str, NamesOfFact] = {}
        self._known: dict[tuple[str, ...], bool] = {}
        self._near: dict[str, list[str]] = {}
        self._held: dict[str, bool] = {}

    def knows(self, name: ComparedName) -> bool:
        """Whether a fact has all words of the name close together, as they are written."""
        if name.written not in self._known:
            wanted = set(name.written)
            self._known[name.written] = all(map(self._is_held, name.written)) and any(
                wanted <= words_as_written(text) for text in self._evidence.texts_named(name.written, _MOST_EXACT)
            )
            _forget(self._known)
        return self._known[name.written]

    def named(self, name: ComparedName) -> list[NamesOfFact]:
        """The first facts that have the name."""
        return self._read(self._evidence.facts_named((name.written,), _MOST_WITH_OFFICE))

    def alike(self, name: ComparedName, around: Surroundings) -> Iterator[NamesOfFact]:
        """The facts that have a name like this one: one word of it near, or the same first or last word."""
        seen: set[str] = set()
        for known in self._alike(name, around):
            if known.fact.id not in seen:
                seen.add(known.fact.id)
                yield self._read((known,))[0]

    def _alike(self, name: ComparedName, around: Surroundings) -> Iterator[KnownFact]:
        near = [other for at in range(len(name.written)) for other in self._with_near_word(name, at)]
        yield from self._evidence.facts_named(near, _MOST_ALIKE)
        if len(name.written) > _TWO_WORDS:
            rests = [name.written[:at] + name.written[at + 1 :] for at in range(len(name.written))]
            yield from self._evidence.facts_named(rests, _MOST_ALIKE)
        if name.is_whole and self._is_held(name.written[-1]):
            yield from self._evidence.facts_with_word(name.written[-1], around.words, _MOST_OF_A_SURNAME)

    def _with_near_word(self, name: ComparedName, at: int) -> Iterator[tuple[str, ...]]:
        """The name with one word replaced by those of the store that are near; its middle may be missing."""
        rest = name.written[:at] + name.written[at + 1 :]
        if len(name.written[at]) < _SHORTEST or not all(map(self._is_held, rest)):
            return
        word = name.written[at]
        # With other accents it may be another name, though it is the same word to the index.
        same = [] if word.isascii() else [word]
        for near in (*same, *self._near_words(word)[:_MOST_NEAR]):
            yield (*rest, near)
            if len(rest) > 1 and at == len(rest):
                yield name.written[0], near

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


def _forget(kept: dict[_Key, _Value]) -> None:
    """Drop the older half of what is kept, where it is too much."""
    if len(kept) > _MOST_KEPT:
        for key in list(kept)[: _MOST_KEPT // 2]:
            del kept[key]
