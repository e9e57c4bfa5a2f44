"""Values of parallel clauses that are mixed up: "the visitors had 61%" for "the hosts had 61%, the visitors 39"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.against.likeness import Likeness, is_fraction, likeness
from factcli.english.function_words import PARTING_CLAUSES, PREPOSITIONS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.reckoning.rising import APART, FALLING, RISING
from factcli.english.stemming import meaning
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage
    from factcli.english.stemming import Word
    from factcli.model.facts import Value

# Of more values, it is not clear which words are of which.
_MOST_VALUES = 4
# What is said before a value to name it has few words.
_MOST_THINGS = 3
# A preposition, an article and a noun.
_AIM_WORDS = 3
# After a whole, before a part of it: "142 people, with 136 cases confirmed".
_BEFORE_PART = frozenset({"with", "including", "among", "of"})
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


def of_sentence_beside(figure: Figure, own: StatedValue, passage: Passage, sources: SourceIndex) -> StatedValue | None:
    """What the sentence before or after the source's states of the subject that the draft names; None elsewhere.

    "Outgoings were £84,200" of "Income was £84,200 last year. Outgoings came to £79,900."
    """
    text = sources.texts[own.source]
    if figure.is_date or figure.mention.kind == "ordinal" or text.is_row(own.sentence):
        return None
    ours = _before_first(text.passage(own.sentence), own.value)
    named = _things(_clause_before(passage, figure))
    if ours is None or ours.value.mention is not sources.mention(own) or not named:
        return None
    for sentence in (own.sentence + 1, own.sentence - 1):
        theirs = _before_first(text.passage(sentence), own.value) if 0 <= sentence < len(text.sentences) else None
        if theirs is None or not theirs.things or theirs.things[0] not in named or text.is_row(sentence):
            continue
        if len(theirs.things) > _MOST_THINGS or _is_dated_there(passage, own, sources):
            continue
        if _is_meant(named, ours.things, theirs.things) and likeness(figure.value, theirs.value.value) is None:
            number = text.mentions[sentence].index(theirs.value.mention)
            return own._replace(sentence=sentence, number=number, value=theirs.value.value)
    return None


def _is_dated_there(passage: Passage, own: StatedValue, sources: SourceIndex) -> bool:
    """Whether a sentence of a source has a date of the draft's."""
    dates = sources.texts[own.source].passage(own.sentence).times
    return any(likeness(ours, each) == Likeness.SAME for ours in passage.times for each in dates)


def _before_first(passage: Passage, like: Value) -> _Clause | None:
    """The first amount of a sentence with what is before it, if it is a level in the unit of another."""
    values = [each for each in passage.figures if not each.is_date and each.mention.kind != "ordinal"]
    unit = like.unit if isinstance(like, Quantity) else None
    words = _before(passage, values, 0) if values else []
    if not unit or not _is_level(words) or not isinstance(values[0].value, Quantity) or values[0].value.unit != unit:
        return None
    return _Clause(values[0], _things(words))


def of_noun(figure: Figure, own: StatedValue, sources: SourceIndex) -> StatedValue | None:
    """What the source's sentence counts of the figure's noun, where the figure counts something else there.

    "28 paintings" of "63 paintings and 28 drawings".
    """
    if not _counts(figure.value) or not _counts(own.value) or _unit(figure.value) == _unit(own.value):
        return None
    others = sources.of_family(figure.value, own.source, own.sentence, is_ordinal=False)
    found = [(number, each) for number, each in others if _unit(each.value) == _unit(figure.value)]
    if len(found) != 1 or likeness(figure.value, found[0][1].value) is not None:
        return None
    number, rival = found[0]
    first, last = sorted((rival.span, sources.mention(own).span))
    words = sources.texts[own.source].passage(own.sentence).words
    between = {word.text for word in words if first.end <= word.start < last.start}
    are_two = "and" in between and between.isdisjoint(_BEFORE_PART)
    return own._replace(number=number, value=rival.value) if are_two else None


def _counts(value: Value) -> bool:
    return isinstance(value, Quantity) and value.dimension == "count" and value.unit is not None


def _unit(value: Value) -> str | None:
    """The stem of what an amount counts."""
    return meaning(value.unit) if isinstance(value, Quantity) and value.unit else None


def is_of_own_clause(figure: Figure, own: StatedValue, passage: Passage, sources: SourceIndex) -> bool:
    """Whether the subject of the clause that states the figure is named before it, and that of no other clause."""
    ours, others = _clauses(own, sources)
    named = _things(_clause_before(passage, figure))
    return ours is not None and bool(others) and all(_is_meant(named, each.things, ours.things) for each in others)


def is_of_own_aim(figure: Figure, own: StatedValue, passage: Passage, sources: SourceIndex) -> bool:
    """Whether the same preposition and noun follow the figure and the stated value: "spent £900,000 on kegs"."""
    theirs = sources.texts[own.source].passage(own.sentence)
    aim = _aim(passage.words, figure.mention.span.end)
    return aim is not None and aim == _aim(theirs.words, sources.mention(own).span.end)


def _aim(words: Sequence[Word], end: int) -> tuple[str, str] | None:
    after = [word for word in words if word.start >= end][:_AIM_WORDS]
    noun = next((word for word in after if word.is_content), None)
    return (after[0].text, noun.stem) if noun is not None and after[0].text in PREPOSITIONS else None


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
