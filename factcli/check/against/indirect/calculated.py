"""Figures that no source states but two stated values give, in the way that their sentence says.

A rise, a difference, a rest, a sum, a share or a length of time comes in; the calculation goes out.  What a sentence
does not claim is not looked for: among many numbers, some two give nearly any other.
"""

from __future__ import annotations

import heapq
from itertools import chain, combinations, product
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.against.indirect.calculations import (
    HOW,
    Calculation,
    calculated,
    elapsed,
    is_share,
    length_of_time,
    ways_of,
)
from factcli.check.against.likeness import Likeness, likeness
from factcli.mentions import find_figures
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity
from factcli.model.formatting import value_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.check.against.indirect.calculations import Way
    from factcli.check.against.source_index import SourceIndex
    from factcli.check.passages import Figure, Passage
    from factcli.model.facts import Mention, Value

# Of more figures, some two give nearly any other.
_MOST_FIGURES = 12
# So many sentences of the sources are looked at: those that state figures of the draft's sentence, and those like it.
_MOST_STATING, _MOST_ALIKE = 3, 3
_MOST_WORDS = 6
_LEAST_SHARED = 2
_BOTH = 2
_OPENING = 2


class _Sentence(NamedTuple):
    source: int
    number: int


def calculation_of(figure: Figure, passage: Passage, before: Sequence[str], sources: SourceIndex) -> Calculation | None:
    """What gives the figure: two values of its sentence and the one before, or of one sentence of a source."""
    claim, ways, length = figure.value, ways_of(figure, passage), length_of_time(figure, passage)
    if not isinstance(claim, Quantity):
        return None
    other = _same_in_draft(figure, passage)
    if other:
        return Calculation(value_in_words(other))
    here, told = _values_told(figure, passage, before)
    words = _words(claim, ways, length, _pairs_told(here, told, passage))
    if words:
        return Calculation(words)
    least = 1 if length or here or told else _BOTH
    sentences = _sentences(figure, passage, [*here, *told], sources, least) if ways or length else []
    shared = [each for each in [*here, *told] if not length or isinstance(each, EdtfDate)]
    for sentence in sentences:
        mentions = sources.texts[sentence.source].mentions[sentence.number]
        values = _values(mentions) if len(mentions) <= _MOST_FIGURES else []
        across = product(shared, values) if length or is_share(claim) else ()
        words = _words(claim, ways, length, chain(combinations(values, 2), across))
        if words:
            return Calculation(words, sentence.source, mentions[0].span)
    dates = chain.from_iterable(_dates(sentence, sources) for sentence in [*sentences, *_openings(sources)])
    words = _words(claim, [], length, combinations(dict.fromkeys([*shared, *dates]), 2)) if length else None
    return Calculation(words) if words else None


def _dates(sentence: _Sentence, sources: SourceIndex) -> list[Value]:
    values = _values(sources.texts[sentence.source].mentions[sentence.number])
    return [each for each in values if isinstance(each, EdtfDate)]


def _openings(sources: SourceIndex) -> Iterator[_Sentence]:
    """The first sentences of each source, which say when it was."""
    return (
        _Sentence(source, number)
        for source, text in enumerate(sources.texts)
        for number in range(min(_OPENING, len(text.sentences)))
    )


def _values(mentions: Iterable[Mention]) -> list[Value]:
    """What may be reckoned with: amounts and dates, of a period its ends; no ordinal."""
    return [end for each in mentions if each.kind != "ordinal" for end in _ends(each.value)]


def _ends(value: Value) -> Sequence[Value]:
    if isinstance(value, EdtfDate) and value.is_interval:
        return [EdtfDate(end) for end in value.text.split("/") if end.strip(".")]
    return (value,)


def _same_in_draft(figure: Figure, passage: Passage) -> Value | None:
    """The other figure of the sentence that says the same in another unit: "9,100 hectares, or 91 square km"."""
    claim = figure.value
    if not isinstance(claim, Quantity) or claim.dimension in {"count", "number"}:
        return None
    others = (each.value for each in passage.figures if each.mention is not figure.mention)
    same = (each for each in others if isinstance(each, Quantity) and each.unit != claim.unit)
    return next((each for each in same if likeness(claim, each) == Likeness.SAME), None)


def _words(
    claim: Quantity, ways: list[Way], length: Quantity | None, pairs: Iterable[tuple[Value, Value]]
) -> str | None:
    """The first two values that give the claim, in words; None where no two do."""
    for one, other in pairs:
        if length and elapsed(length, one, other):
            return f"{value_in_words(one)} to {value_in_words(other)}"
        for way in ways:
            pair = calculated(claim, way, one, other)
            if pair:
                greater, smaller = map(value_in_words, pair)
                return way.words.format(greater=greater, smaller=smaller)
    return None


def _values_told(figure: Figure, passage: Passage, before: Sequence[str]) -> tuple[list[Value], list[Value]]:
    """The other values of the figure's sentence, and those of the sentences before."""
    here = _values(each.mention for each in passage.figures if each.mention is not figure.mention)
    return here, _values(mention for text in before for mention in find_figures(text))


def _pairs_told(here: list[Value], told: list[Value], passage: Passage) -> Iterator[tuple[Value, Value]]:
    """Each value of the sentence, with each after it and with those of the sentences before."""
    if not here and passage.opens_with_pronoun:
        return combinations(told, 2)  # "That leaves a gap of £1.4m."
    return chain(combinations(here, 2), product(here, told))


def _sentences(
    figure: Figure, passage: Passage, told: list[Value], sources: SourceIndex, least: int
) -> list[_Sentence]:
    """The sentences of the sources that may have ``least`` of the values, each once."""
    stating = (sentence for each in told for sentence in _stating(each, sources))
    return list(dict.fromkeys([*stating, *_alike(figure, passage, sources, least)]))


def _stating(value: Value, sources: SourceIndex) -> list[_Sentence]:
    """The first sentences that state a value."""
    found = sources.stating(value)
    same = [_Sentence(each.source, each.sentence) for like, each in found if like == Likeness.SAME]
    return same[:_MOST_STATING]


def _alike(figure: Figure, passage: Passage, sources: SourceIndex, least: int) -> list[_Sentence]:
    """The sentences with at least ``least`` values that have most of the words around a figure."""
    weights = figure.context.weights
    forms = {
        word.stem: (word.stem, word.text) for word in passage.words if word.stem in weights and word.text not in HOW
    }
    weighty = [forms[stem] for stem in sorted(forms, key=lambda stem: -weights[stem])[:_MOST_WORDS]]
    told = (
        (sum(stem in words or word in words for stem, word in weighty), sentence)
        for sentence, words in _with_values(sources, least)
    )
    closest = heapq.nlargest(_MOST_ALIKE, told, key=itemgetter(0))
    return [sentence for count, sentence in closest if count >= min(_LEAST_SHARED, len(weighty))]


def _with_values(sources: SourceIndex, least: int) -> Iterator[tuple[_Sentence, str]]:
    """The sentences with at least ``least`` values, each with its words in lower case."""
    for source, text in enumerate(sources.texts):
        for number, count in enumerate(text.mentions.counts()):
            if count >= least or (count and len(_values(text.mentions[number])) >= least):
                start, end = text.sentences[number]
                yield _Sentence(source, number), text.lowered[start:end]
