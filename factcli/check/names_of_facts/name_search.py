"""A name of a draft -> what knows it, or a name like it; only words that the evidence has are looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from factcli.check.names_of_facts.known_names import KnownNames, words_as_written
from factcli.check.names_of_facts.name_evidence import forget_old
from factcli.check.names_of_facts.spelling import in_other_letters

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from factcli.check.names_of_facts.known_names import ComparedName
    from factcli.check.names_of_facts.name_evidence import NameEvidence
    from factcli.check.names_of_facts.surroundings import Surroundings

_Names = TypeVar("_Names", bound=KnownNames)

# Of what has the same name, this much is read; more where an office is to be compared.
_MOST_EXACT, _MOST_WITH_OFFICE = 2, 8
_MOST_ALIKE = 6
_MOST_OF_A_SURNAME = 8
# Words that look like one another are tried from the nearest on.
_MOST_NEAR = 12
_SHORTEST = 3
# A longer name without one of its words is rarely the name of something else.
_TWO_WORDS = 2


class NameSearch(Generic[_Names]):
    """Finds what may have a name of a draft; what it found is kept for the next draft."""

    def __init__(self, evidence: NameEvidence[_Names]) -> None:
        self._evidence = evidence
        self._known: dict[tuple[str, ...], bool] = {}
        self._near: dict[str, list[str]] = {}
        self._held: dict[str, bool] = {}
        self._written: dict[str, str] = {}

    def knows(self, name: ComparedName) -> bool:
        """Whether all words of the name are close together somewhere, as they are written."""
        if name.written not in self._known:
            wanted = set(name.written)
            self._known[name.written] = all(map(self._is_held, name.written)) and any(
                wanted <= words_as_written(text) for text in self._evidence.texts_named(name.written, _MOST_EXACT)
            )
            forget_old(self._known)
        return self._known[name.written]

    def named(self, name: ComparedName) -> list[_Names]:
        """What has the name, the first first."""
        return self._evidence.named((name.written,), _MOST_WITH_OFFICE)

    def with_title(self, words: Sequence[str]) -> list[_Names]:
        """What has all of these words but one close together."""
        held = [word for word in words if self._is_held(word)]
        if len(held) < len(words) - 1:
            return []
        rests = [words] if len(held) == len(words) else []
        rests += [[other for other in words if other != word] for word in words if {word, *held} >= {*words}]
        return self._evidence.named([rest for rest in rests if rest], _MOST_ALIKE)

    def alike(self, name: ComparedName, around: Surroundings) -> Iterator[_Names]:
        """What has a name like this one: one word of it near, or the same first or last word."""
        seen: set[Hashable] = set()
        for names in self._alike(name, around):
            if names.key not in seen:
                seen.add(names.key)
                yield names

    def _alike(self, name: ComparedName, around: Surroundings) -> Iterator[_Names]:
        near = [other for at in range(len(name.written)) for other in self._with_near_word(name, at)]
        yield from self._evidence.named(near, _MOST_ALIKE)
        if len(name.written) > _TWO_WORDS:
            rests = [name.written[:at] + name.written[at + 1 :] for at in range(len(name.written))]
            yield from self._evidence.named(rests, _MOST_ALIKE)
        if name.is_whole and self._is_held(name.written[-1]):
            yield from self._evidence.with_word(name.written[-1], around.words, _MOST_OF_A_SURNAME)

    def _with_near_word(self, name: ComparedName, at: int) -> Iterator[tuple[str, ...]]:
        """The name with one word replaced by known ones that are near; its middle may be missing."""
        if len(name.written[at]) < _SHORTEST:
            return
        rest = tuple(self._held_as(word) for word in name.written[:at] + name.written[at + 1 :])
        if not all(rest):
            return
        word = name.written[at]
        # With other accents it may be another name, though it is the same word to the index.
        same = [] if word.isascii() else [word]
        for near in (*same, *self._near_words(word)[:_MOST_NEAR]):
            yield (*rest, near)
            if len(rest) > 1 and at == len(rest):
                yield rest[0], near

    def _near_words(self, word: str) -> list[str]:
        if word not in self._near:
            self._near[word] = self._evidence.words_like(word)
            forget_old(self._near)
        return self._near[word]

    def _is_held(self, word: str) -> bool:
        if word not in self._held:
            self._held[word] = self._evidence.has_word(word)
            forget_old(self._held)
        return self._held[word]

    def _held_as(self, word: str) -> str:
        """The word, or the same in other letters, as the evidence has it; "" where it has neither."""
        if word not in self._written:
            self._written[word] = next(filter(self._is_held, (word, *in_other_letters(word))), "")
            forget_old(self._written)
        return self._written[word]
