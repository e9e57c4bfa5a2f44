"""Pairs of numbers: scores, records and ratios ("3-1", "18-19", "7-of-12"), which are not ranges."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.against.judgement import SourceJudgement
from factcli.check.against.scores.sides import sides_of
from factcli.check.reasons import Reason
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.check.against.read_source import ReadSource
    from factcli.check.against.scores.sides import Sides
    from factcli.check.passages import Passage
    from factcli.model.facts import Value

# A search for what begins with a digit, not with a test of what is before it, passes over most of the text at once.
_PAIR = re.compile(
    r"(?P<first>\d(?<![\w.,/$£€-]\d)\d{0,2})(?:[-–]|[-–](?:of|for|out[-–]of)[-–])(?P<second>\d{1,3})(?![\w%/]|[-–.,]\d)"
)
_NUMBER = re.compile(r"\d(?<![\w.,]\d)\d{0,2}(?![\w]|[.,]\d)")
_LABEL = re.compile(r"\s(?P<label>\d?[A-Z][A-Za-z]{0,3})\b")


class Pair(NamedTuple):
    """Two numbers written as one, and the abbreviation after them, such as ``FG``; None where there is none.

    ``parts`` are the places of the numbers.
    """

    span: Span
    first: int
    second: int
    label: str | None
    parts: tuple[Span, Span]

    def differing(self, value: Value | None) -> Span:
        """The number that is not the one of a stated pair; both where neither is, or no pair is stated."""
        if isinstance(value, Quantity) and value.is_range:
            are_same = (value.lower == self.first, value.upper == self.second)
            if any(are_same):
                return self.parts[are_same.index(False)] if False in are_same else self.span
        return self.span

    @property
    def numbers(self) -> frozenset[int]:
        """Both numbers: a score is the same from either side."""
        return frozenset({self.first, self.second})


def find_pairs(text: str, start: int = 0, end: int | None = None) -> Iterator[Pair]:
    """The pairs in ``text[start:end]``, in order.

    >>> [(pair.first, pair.second, pair.label) for pair in find_pairs("Reyes had 19 points (7-10 FG) in a 99-94 win.")]
    [(7, 10, 'FG'), (99, 94, None)]
    """
    for match in _PAIR.finditer(text, start, len(text) if end is None else end):
        label = _LABEL.match(text, match.end())
        first, second = (Span(*match.span(number)) for number in ("first", "second"))
        short = label["label"] if label else None
        yield Pair(Span(*match.span()), int(match["first"]), int(match["second"]), short, (first, second))


class SourcePairs:
    """The pairs in the prose of all sources, and their numbers."""

    def __init__(self, texts: Sequence[ReadSource]) -> None:
        self._texts = texts

    @cached_property
    def _places(self) -> dict[frozenset[int], list[tuple[int, Span]]]:
        """Found when a draft has the first pair."""
        places: defaultdict[frozenset[int], list[tuple[int, Span]]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            for pair in find_pairs(text.text):
                places[pair.numbers].append((number, pair.span))
        return dict(places)

    @cached_property
    def _numbers(self) -> set[int]:
        return {int(each) for text in self._texts for each in _NUMBER.findall(text.text)}

    def judge(self, pair: Pair, passage: Passage) -> SourceJudgement:
        """Confirmed where a source has the same pair; unknown where it has both numbers; else unsupported.

        Contradicted where each source that has it tells of it as won by the side that lost in the draft.
        """
        places = self._places.get(pair.numbers)
        if places:
            sides = sides_of(pair, passage)
            right = [each for each in places if not (sides.told and sides.are_turned(self._sides_of(pair, *each)))]
            if not right:
                return SourceJudgement("contradicted", Reason.OTHER_DIRECTION, *places[0])
            return SourceJudgement("confirmed", Reason.STATED, *right[0])
        if pair.numbers <= self._numbers:
            return SourceJudgement("unknown", Reason.ELSEWHERE)
        return SourceJudgement("unsupported", Reason.NOT_STATED)

    def _sides_of(self, pair: Pair, source: int, span: Span) -> Sides:
        text = self._texts[source]
        return sides_of(pair._replace(span=span), text.passage(text.sentence_at(span.start)))
