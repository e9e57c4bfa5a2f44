"""What is done to what a figure counts: words and figures of a sentence in, deeds out, that of the figure first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check.claims.clauses import has_figure, is_verb_at
from factcli.english.function_words import PREPOSITIONS
from factcli.english.measuring.clause_words import PARTICLES
from factcli.english.measuring.deeds import Deeds, done_by_verb, named_by_noun
from factcli.english.stemming import meaning
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.english.stemming import Word
    from factcli.model.facts import Mention

_NONE: Deeds = frozenset()
_BESIDES_OF = PREPOSITIONS - {"of"}
# Verbs say too little of sums: what is sold, earned and charged may be one.
_WITHOUT_DEEDS = frozenset({"money", "temperature"})


class NearDeeds(NamedTuple):
    """The deed that is told of a figure itself, and all that its words may tell."""

    own: Deeds = _NONE
    all: Deeds = _NONE


NO_DEEDS = NearDeeds()


class DeedReader:
    """The words and figures of a sentence; reads the deeds of one figure after another."""

    def __init__(self, words: Sequence[Word], covers: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> None:
        self._words = words
        self._covers = covers
        self._mentions = mentions
        self._figures = frozenset(at for cover in covers for at in range(*cover))

    def near(self, number: int, own: tuple[int, int], nouns: tuple[str, str]) -> NearDeeds:
        """What is done to what a figure counts, by the verbs of its ``own`` words or by ``nouns``.

        The nouns, given as stems, are that which governs the figure, which decides before any verb, and that which is
        counted, which decides where no verb does.
        """
        value = self._mentions[number].value
        if not isinstance(value, Quantity) or value.dimension in _WITHOUT_DEEDS:
            return NO_DEEDS
        governing, counted = (self._named(noun, range(own[0], own[1])) for noun in nouns)
        told = [deeds for deeds in (governing, *self._done(number, own), counted) if deeds]
        if not told:
            return NO_DEEDS
        return NearDeeds(told[0], _NONE.union(*told, *map(_may_tell, self._words[own[0] : own[1]])))

    def _named(self, noun: str, places: range) -> Deeds:
        """What a noun names as done, looked up as it is written."""
        written = next((self._words[at].text for at in places if noun and self._words[at].stem == noun), noun)
        return named_by_noun(written) if written else _NONE

    def _done(self, number: int, own: tuple[int, int]) -> Iterator[Deeds]:
        """What the verbs beside a figure tell, the nearest first; of two as near, the one before it."""
        first, after = self._covers[number]
        # "Flew to 181 cities": a verb does nothing to what comes after a preposition.
        is_object = first == 0 or self._words[first - 1].text not in _BESIDES_OF
        places = (at for at in range(*own) if at not in self._figures and (is_object or at > first))
        for at in sorted(places, key=lambda at: first - at if at < first else at - after + 1.5):
            yield _done_at(self._words, at)


def _done_at(words: Sequence[Word], at: int) -> Deeds:
    """What a word tells as a verb or a participle."""
    word = words[at]
    if word.is_mark or word.is_in_name or not word.stem or _has_particle(words, at):
        return _NONE
    if word.stem != meaning(word.text):
        return named_by_noun(word.stem)  # "tested positive"
    if is_verb_at(words, at) or word.text.endswith("ed"):
        return done_by_verb(word.text)
    is_gerund = word.text.endswith("ing") and (word.opens_sentence or has_figure(words, at))
    return done_by_verb(word.text) if is_gerund else _NONE


def _has_particle(words: Sequence[Word], at: int) -> bool:
    """Whether a particle makes another verb of a word: "carried off", "picked up"; not "up to 400"."""
    particle, further = (words[place].text if place < len(words) else "" for place in (at + 1, at + 2))
    return particle in PARTICLES and further not in {"to", "of"}


def _may_tell(word: Word) -> Deeds:
    """What a word may tell of, be it a verb or a noun there."""
    return done_by_verb(word.text) | named_by_noun(word.text) if word.stem else _NONE
