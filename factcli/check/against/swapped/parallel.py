"""Values of parallel clauses that are mixed up: "the visitors had 61%" for "the hosts had 61%, the visitors 39"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.against.likeness import is_fraction, likeness
from factcli.english.function_words import PARTING_CLAUSES
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.reckoning.rising import APART, FALLING, RISING
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage
    from factcli.english.stemming import Word
    from factcli.model.facts import Value

# Of more values, it is not clear which words are of which.
_MOST_VALUES = 4
_CHANGE = RISING | FALLING | APART


class _Clause(NamedTuple):
    """A value with the stems of what its clause is about, in order."""

    value: Figure
    things: list[str]


def of_other_clause(figure: Figure, own: StatedValue, passage: Passage, sources: SourceIndex) -> StatedValue | None:
    """What the source's sentence states in the clause whose subject is named before the figure; None elsewhere.

    ``own`` is what states the value of the figure, in a clause whose subject the draft does not name.
    """
    if figure.is_date or figure.mention.kind == "ordinal":
        return None
    ours, others = _clauses(own, sources)
    named = _things(_clause_before(passage, figure))
    meant = [each.value for each in others if ours and _is_meant(named, ours.things, each.things)]
    if len(meant) != 1 or likeness(figure.value, meant[0].value) is not None:
        return None
    number = sources.texts[own.source].mentions[own.sentence].index(meant[0].mention)
    return own._replace(number=number, value=meant[0].value)


def is_of_own_clause(figure: Figure, own: StatedValue, passage: Passage, sources: SourceIndex) -> bool:
    """Whether the subject of the clause that states the figure is named before it, and that of no other clause."""
    ours, others = _clauses(own, sources)
    named = _things(_clause_before(passage, figure))
    return ours is not None and bool(others) and all(_is_meant(named, each.things, ours.things) for each in others)


def _clauses(own: StatedValue, sources: SourceIndex) -> tuple[_Clause | None, list[_Clause]]:
    """The clause of a stated value, and those of the values of its kind in its sentence; none where they are many."""
    text = sources.texts[own.source]
    theirs = text.passage(own.sentence)
    values = [each for each in theirs.figures if not each.is_date]
    if text.is_row(own.sentence) or not 1 < len(values) <= _MOST_VALUES:
        return None, []
    words = [_before(theirs, values, at) for at in range(len(values))]
    clauses = [_Clause(each, _things(before)) for each, before in zip(values, words, strict=True) if _is_level(before)]
    ours = next((each for each in clauses if each.value.mention is sources.mention(own)), None)
    return ours, [each for each in clauses if each is not ours and _are_of_kind(own.value, each.value.value)]


def _is_level(before: Sequence[Word]) -> bool:
    """Whether the words before a value do not say that it is a change of another: "a gain of"."""
    return bool(before) and (before[-1].text == "to" or _CHANGE.isdisjoint(word.text for word in before))


def _are_of_kind(one: Value, other: Value) -> bool:
    """Whether two amounts may be of the same measure; one of the units is often left out."""
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.amount == other.amount:
        return False
    if is_fraction(one) or is_fraction(other):
        return False
    return not one.unit or not other.unit or one.unit == other.unit or {one.dimension, other.dimension} == {"count"}


def _is_meant(named: Sequence[str], own: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the draft names what only the other clause is about, and not what only its own is about.

    Of what its own is about, the first word counts: the visitors of "the visitors in the lower half".
    """
    ours, theirs = [stem for stem in own if stem not in other], [stem for stem in other if stem not in own]
    return bool(ours) and ours[0] not in named and any(stem in named for stem in theirs)


def _before(passage: Passage, values: list[Figure], number: int) -> list[Word]:
    """The words of the clause up to a value: from what parts it from the value before."""
    end = values[number].mention.span.start
    if not number:
        return [word for word in passage.words if word.end <= end]
    between = [word for word in passage.words if values[number - 1].mention.span.end <= word.start and word.end <= end]
    parting = next((at for at, word in enumerate(between) if word.text in PARTING_CLAUSES), len(between))
    return between[parting:]


def _clause_before(passage: Passage, figure: Figure) -> Iterable[Word]:
    """The words before a figure of a draft, in its own clause."""
    before = [word for word in passage.words if word.end <= figure.mention.span.start]
    return takewhile(lambda word: word.text not in PARTING_CLAUSES, reversed(before))


def _things(words: Iterable[Word]) -> list[str]:
    """The stems of what clauses are about: their words of content but for verbs."""
    return [word.stem for word in words if word.is_content and not is_verb(word.text)]
