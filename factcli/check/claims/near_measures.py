"""Which measures the words near a figure name: words and figures of a sentence in, measures out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.measuring import clause_words, narrowing
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.named_measures import FoundMeasure, measures_in
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word
    from factcli.model.facts import Mention

_HANGS_WITHIN = 3
_FAR = 8


class NearMeasures:
    """The measures that a sentence names, and which of them each of its figures has."""

    def __init__(self, words: Sequence[Word], covers: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> None:
        self._words = words
        self._covers = covers
        self._mentions = mentions
        self._found = measures_in(words)

    def near(self, number: int, own: tuple[int, int], clause: tuple[int, int]) -> list[FoundMeasure]:
        """The measures of a figure, the nearest first: those of its ``own`` words, else the nearest of its clause."""
        kinds = _dimensions_of(self._mentions[number].value)
        for low, high in (own, clause):
            inside = (each for each in self._found if low <= each.begin and each.end <= high)
            taken = [each for each in inside if kinds & each.row.dimensions]
            near = self._governing(number, taken) or self._without_counted(number, taken)
            near = [each for each in near if not self._hangs(each.begin, low)] or near
            if near:
                away = {each: self._steps(number, each) for each in near}
                if (low, high) != own:
                    near = [each for each in near if away[each] == min(away.values())]
                return sorted(near, key=away.__getitem__)
        return []

    def terms(self, measures: list[FoundMeasure]) -> frozenset[str]:
        """The stems of the words that name some measures."""
        words = [word for each in measures for word in self._words[each.begin : each.end]]
        return frozenset(word.stem for word in words if word.is_content)

    def _steps(self, number: int, measure: FoundMeasure) -> int:
        """How far a figure and the words of a measure are apart; what comes before the figure is a little nearer."""
        first, after = self._covers[number]
        return max(first - measure.end, measure.begin - after, 0) + (measure.begin >= after)

    def _governing(self, number: int, near: list[FoundMeasure]) -> list[FoundMeasure]:
        """The measures that govern a figure, with but a preposition and a hedge between: "debts of about"."""
        first, _ = self._covers[number]
        return [each for each in near if each.end < first and self._is_governed(each.end, first)]

    def _is_governed(self, begin: int, first: int) -> bool:
        between = [word.text for word in self._words[begin:first]]
        return between[0] == "of" and clause_words.ROUGHLY.issuperset(between[1:])

    def _without_counted(self, number: int, near: list[FoundMeasure]) -> list[FoundMeasure]:
        """The measures without those named by what is counted, if another word names one of the same family.

        A word that is nearer to another figure measures that one: "with 96 ships it served 118 ports".
        """
        first, after = self._covers[number]
        counted = [each for each in near if first <= each.begin and each.end <= after]
        if not counted:
            return near
        others = [each for each in near if each not in counted and self._is_beside(number, each)]
        named = {each.row.family for each in others}
        return others + [each for each in counted if each.row.family not in named]

    def _is_beside(self, number: int, measure: FoundMeasure) -> bool:
        """Whether no other figure is nearer to the words of a measure, and no comma after the figure parts the two."""
        _, after = self._covers[number]
        if any(word.text == "," for word in self._words[after : measure.begin]):
            return False
        beside = [other for other in (number - 1, number + 1) if 0 <= other < len(self._covers)]
        return all(self._steps(number, measure) <= self._steps(other, measure) for other in beside)

    def _hangs(self, at: int, begin: int) -> bool:
        """Whether a noun hangs on another: "died of such an infection"."""
        return any(word.text in clause_words.HANGING for word in self._words[max(at - _HANGS_WITHIN, begin) : at])


def is_change(words: Sequence[Word], cover: tuple[int, int]) -> bool:
    """Whether a figure says by how much something changed: "rose by 12 tonnes", "closed 12 points higher"."""
    first, after = cover
    before = [word.text for word in words[max(first - _FAR, 0) : first]]
    if "by" in before[-3:] and not narrowing.CHANGES.isdisjoint(before):
        return True
    return (
        bool(before)
        and is_verb(before[-1])
        and any(word.text in narrowing.HIGHER_OR_LOWER for word in words[after : after + 1])
    )


def _dimensions_of(value: object) -> set[str]:
    """The dimensions of the measures that take a value: a bare number may be a count."""
    if isinstance(value, EdtfDate):
        return {"date"}
    dimension = value.dimension if isinstance(value, Quantity) else ""
    return {"count", "number"} if dimension in {"count", "number"} else {dimension}
