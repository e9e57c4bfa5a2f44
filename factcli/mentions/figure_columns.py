"""Figures in columns: the mentions of a long text come in, and take a tenth of the memory until they are asked for.

A text of megabytes has a hundred thousand figures, but few values: each value is kept once.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcli.model.facts import Mention, MentionKind, Role
from factcli.spans import SpanColumns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.model.edtf import EdtfDate
    from factcli.model.facts import Value
    from factcli.spans import Span


class FigureTraits(NamedTuple):
    """What a mention says beside its words and its value, as :class:`Mention` has it."""

    kind: MentionKind
    modifiers: tuple[str, ...]
    alternative: EdtfDate | None
    role: Role | None
    is_possible: bool


class FigureColumns(NamedTuple):
    """Figures in order: their places, and the numbers of their values and traits in two lists."""

    spans: SpanColumns
    value_numbers: array[int]
    traits_numbers: array[int]
    values: list[Value]
    traits: list[FigureTraits]

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> FigureColumns:
        """The columns of these mentions."""
        spans, value_numbers, traits_numbers = SpanColumns(), array("I"), array("I")
        # By their text, as 2 and 2.0 are equal but not written alike.
        values: dict[str, tuple[int, Value]] = {}
        traits: dict[FigureTraits, int] = {}
        for each in mentions:
            spans.append(each.span)
            value_numbers.append(values.setdefault(repr(each.value), (len(values), each.value))[0])
            own = FigureTraits(each.kind, each.modifiers, each.alternative, each.role, each.is_possible)
            traits_numbers.append(traits.setdefault(own, len(traits)))
        return cls(spans, value_numbers, traits_numbers, [value for _, value in values.values()], [*traits])

    @property
    def is_sound(self) -> bool:
        """Whether each figure has a place, and a number in either list."""
        return (
            len(self.spans) == len(self.value_numbers) == len(self.traits_numbers)
            and max(self.value_numbers, default=-1) < len(self.values)
            and max(self.traits_numbers, default=-1) < len(self.traits)
        )

    def mention(self, number: int, text: str) -> Mention:
        """The figure with this number, in the words of its text."""
        span, own = self.spans[number], self.traits[self.traits_numbers[number]]
        value = self.values[self.value_numbers[number]]
        return Mention(span, text[span.start : span.end], own.kind, value, *own[1:])


class FiguresOfSentences:
    """The figures of each sentence of a text; those of a sentence are made when they are first asked for."""

    def __init__(self, text: str, columns: FigureColumns, sentences: SpanColumns) -> None:
        starts = columns.spans.starts
        self._text, self.columns = text, columns
        self._firsts = array("I", [*(bisect_left(starts, each) for each in sentences.starts), len(starts)])
        self._known: dict[int, list[Mention]] = {}

    def __getitem__(self, sentence: int) -> list[Mention]:
        """The figures of a sentence, the same objects each time."""
        if sentence not in self._known:
            self._known[sentence] = self._read(range(self._firsts[sentence], self._firsts[sentence + 1]))
        return self._known[sentence]

    def __iter__(self) -> Iterator[list[Mention]]:
        """The figures of one sentence after another; none of them is kept."""
        return (self._read(range(*pair)) for pair in pairwise(self._firsts))

    def counts(self) -> Iterator[int]:
        """How many figures each sentence has."""
        return (after - first for first, after in pairwise(self._firsts))

    def span(self, sentence: int, number: int) -> Span:
        """The place of one of the figures of a sentence."""
        return self.columns.spans[self._firsts[sentence] + number]

    def stating(self, value_numbers: Iterable[int]) -> Iterator[tuple[int, int, int]]:
        """The figures with one of these values, in order: its sentence, its number there, the number of its value."""
        order, bounds = self._by_value
        sentence = 0
        for number in sorted(chain.from_iterable(order[bounds[each] : bounds[each + 1]] for each in value_numbers)):
            sentence = bisect_right(self._firsts, number, sentence) - 1
            yield sentence, number - self._firsts[sentence], self.columns.value_numbers[number]

    @cached_property
    def _by_value(self) -> tuple[array[int], array[int]]:
        """The numbers of the figures, those with the first value first, and where those with each value begin."""
        value_numbers = self.columns.value_numbers
        counts = Counter(value_numbers)
        bounds = array("I", accumulate((counts[each] for each in range(len(self.columns.values))), initial=0))
        return array("I", sorted(range(len(value_numbers)), key=value_numbers.__getitem__)), bounds

    def _read(self, numbers: range) -> list[Mention]:
        return [self.columns.mention(number, self._text) for number in numbers]
