"""What is done to what a figure counts: words and places in a sentence in, deeds out, that of the figure first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check.claims.clauses import is_verb_at
from factcli.english.function_words import DETERMINERS, PREPOSITIONS
from factcli.english.measuring.clause_words import PARTICLES
from factcli.english.measuring.deeds import Deeds, done_by_verb, named_by_noun

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from factcli.english.stemming import Word

_NONE: Deeds = frozenset()


class NearDeeds(NamedTuple):
    """The deed that is told of a figure itself, and all that its words tell."""

    own: Deeds = _NONE
    all: Deeds = _NONE


def near_deeds(
    words: Sequence[Word], cover: tuple[int, int], own: tuple[int, int], figures: Container[int], nouns: tuple[str, ...]
) -> NearDeeds:
    """What is done to what a figure counts, by the verbs of its ``own`` words or by ``nouns``.

    The nouns are that which governs the figure, the head of what its clause is about and that which is counted: the
    first decides before any verb, the others where no verb does.
    """
    first, after = cover
    places = sorted((at for at in range(*own) if at not in figures), key=lambda at: _steps(at, first, after))
    governing, *others = (_named(noun, words, [*places, *range(first, after)]) for noun in nouns)
    beside = words[first - 1].text if first else ""
    # "Flew to 181 cities": what comes after a preposition has nothing done to it.
    is_object = beside == "of" or beside not in PREPOSITIONS
    verbs = (_done_at(words, at) for at in places if is_object or at > first)
    told = [deeds for deeds in (governing, *verbs, *others) if deeds]
    if not told:
        return NearDeeds()
    return NearDeeds(told[0], _NONE.union(*told, *(_may_tell(words[at]) for at in places)))


def _named(noun: str, words: Sequence[Word], places: Sequence[int]) -> Deeds:
    """What a noun names as done; it is given as a stem, and looked up as it is written."""
    written = next((words[at].text for at in places if noun and words[at].stem == noun), noun)
    return named_by_noun(written) if written else _NONE


def _may_tell(word: Word) -> Deeds:
    """What a word may tell of, be it a verb or a noun there."""
    return done_by_verb(word.text) | named_by_noun(word.text) if word.stem else _NONE


def _steps(at: int, first: int, after: int) -> int:
    """How far a word is from a figure; one before it is a little nearer."""
    return 2 * (first - at) if at < first else 2 * (at - after) + 3


def _done_at(words: Sequence[Word], at: int) -> Deeds:
    """What a word tells as a verb or a participle."""
    word = words[at]
    if word.is_mark or word.is_in_name or not word.stem or _has_particle(words, at):
        return _NONE
    if is_verb_at(words, at) or word.text.endswith("ed"):
        return done_by_verb(word.text)
    before = words[at - 1].text if at else ""
    is_gerund = word.text.endswith("ing") and before not in DETERMINERS and before not in PREPOSITIONS
    return done_by_verb(word.text) if is_gerund else _NONE


def _has_particle(words: Sequence[Word], at: int) -> bool:
    """Whether a particle makes another verb of a word: "carried off", "picked up"; not "up to 400"."""
    particle, further = (words[place].text if place < len(words) else "" for place in (at + 1, at + 2))
    return particle in PARTICLES and further not in {"to", "of"}
