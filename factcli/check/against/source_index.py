"""The sources of a draft: their sentences with the values that these state, found by value."""

from __future__ import annotations

import heapq
import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from decimal import Decimal
from functools import cached_property
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.against.likeness import REACH, Family, Likeness, as_measured, family_of, in_base, likeness
from factcli.check.against.read_source import ReadSource
from factcli.documents import Document, parse_document
from factcli.documents.composing import composed
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcli.check.passages import Figure
    from factcli.model.facts import Mention, Value
    from factcli.spans import Span

# A span over more years is found for every year.
_MOST_YEARS = 12
# Of many statements that could be meant, this many are compared: those whose sentences have most of a few words.
_MOST_COMPARED = 40
_MOST_WORDS = 6
# What is calculated differs from what is told by no more than a rounding.
_NEARLY = Decimal("0.06")
_COUNT: Family = ("count", None)
_PERCENT: Family = ("percent", None)


class StatedValue(NamedTuple):
    """A value that a source states: the numbers of its source, sentence and mention there."""

    source: int
    sentence: int
    number: int
    value: Value


class SourceIndex:
    """All sources of a draft, with an index of the values that each of them states."""

    def __init__(self, sources: Iterable[str | Document | ReadSource]) -> None:
        self.texts = [_read(each, number) for number, each in enumerate(sources, start=1)]
        self._amounts: defaultdict[Family, list[tuple[Decimal, int]]] = defaultdict(list)
        self._exact: defaultdict[Decimal, list[int]] = defaultdict(list)
        self._years: defaultdict[int, list[int]] = defaultdict(list)
        self._timeless: list[int] = []
        self._values: list[Value] = []
        self._firsts: list[int] = []
        for text in self.texts:
            self._firsts.append(len(self._values))
            for value in map(as_measured, text.mentions.columns.values):
                self._add(value)
        for amounts in self._amounts.values():
            amounts.sort()

    def stating(self, value: Value) -> list[tuple[Likeness, StatedValue]]:
        """What states ``value``, best first; statements of equal likeness in the order of the sources."""
        value = as_measured(value)
        numbers = self._dated(value) if isinstance(value, EdtfDate) else self._amounting(value)
        likes = {each: like for each in numbers if (like := likeness(value, self._values[each])) is not None}
        found = ((likes[number], self._statement(place, number)) for place, number in self._places(likes))
        right = (
            (like, statement)
            for like, statement in found
            if not (like == Likeness.BARE and self._is_other_share(value, statement))
        )
        return sorted(right, key=lambda pair: -pair[0])

    def _is_other_share(self, value: Value, statement: StatedValue) -> bool:
        """Whether a share has only its number in common with a count of prose: "20%" of "the 20th", "31 people"."""
        if not isinstance(value, Quantity) or value.dimension != "percent":
            return False
        return not self.texts[statement.source].is_row(statement.sentence)

    def near(self, amount: Decimal, like: Quantity) -> Iterator[StatedValue]:
        """What states about this amount, which has the unit of ``like``, in the order of the sources."""
        numbers = self._near(family_of(like), in_base(amount, like) or amount, _NEARLY)
        return (self._statement(*each) for each in self._places(set(numbers)))

    def in_units(self, holds: Callable[[str], bool]) -> Iterator[StatedValue]:
        """What states a value in one of the units for which ``holds`` is true, in the order of the sources."""
        numbers = chain.from_iterable(found for unit, found in self._by_unit.items() if holds(unit))
        return (self._statement(*each) for each in self._places(numbers))

    @cached_property
    def _by_unit(self) -> dict[str, array[int]]:
        """The numbers of the values in each unit."""
        numbers: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, value in enumerate(self._values):
            if isinstance(value, Quantity) and value.unit:
                numbers[value.unit].append(number)
        return numbers

    def sentences_with(self, words: Iterable[str]) -> Iterator[tuple[int, int]]:
        """The source and number of each sentence that has one of some words in lower case, in order."""
        wanted = re.compile("|".join(map(re.escape, words)) or r"(?!)")
        for source, text in enumerate(self.texts):
            places = map(text.sentence_at, (match.start() for match in wanted.finditer(text.lowered)))
            yield from ((source, number) for number, _ in groupby(places))

    def mention(self, statement: StatedValue) -> Mention:
        """The words of a source that state a value."""
        return self.texts[statement.source].mentions[statement.sentence][statement.number]

    def span(self, statement: StatedValue) -> Span:
        """Where a source states a value; its sentence is not read for that."""
        return self.texts[statement.source].mentions.span(statement.sentence, statement.number)

    def of_family(self, value: Value, source: int, sentence: int, *, is_ordinal: bool) -> Iterator[tuple[int, Mention]]:
        """What a sentence states that could be the value, were it another amount or date."""
        for number, mention in enumerate(self.texts[source].mentions[sentence]):
            if (mention.kind == "ordinal") == is_ordinal and _is_comparable(value, mention.value):
                yield number, mention

    def comparable(self, figure: Figure) -> list[StatedValue]:
        """What the sources state that has the family of the figure's value, in sentences that share its words."""
        numbers = (
            {number for _, number in self._amounts.get(family_of(figure.value), ())}
            if isinstance(figure.value, Quantity)
            else set(chain(*self._years.values(), self._timeless))
        )
        found = self._places(numbers)
        first = [*islice(found, _MOST_COMPARED + 1)]
        if len(first) <= _MOST_COMPARED:
            return [self._statement(*each) for each in first]
        weighty = sorted(figure.context.weights, key=lambda stem: -figure.context.weights[stem])[:_MOST_WORDS]
        shared = (
            (count, each)
            for (source, sentence), together in groupby(chain(first, found), key=lambda each: each[0][:2])
            if (count := sum(map(self._lowered(source, sentence).__contains__, weighty)))
            for each in together
        )
        return [self._statement(*each) for _, each in heapq.nlargest(_MOST_COMPARED, shared, key=itemgetter(0))]

    def _lowered(self, source: int, sentence: int) -> str:
        text = self.texts[source]
        span = text.sentences[sentence]
        return text.lowered[span.start : span.end]

    def _statement(self, place: tuple[int, int, int], number: int) -> StatedValue:
        return StatedValue(*place, self._values[number])

    def _places(self, numbers: Iterable[int]) -> Iterator[tuple[tuple[int, int, int], int]]:
        """The source, sentence and mention of all that states one of these values, each with the value's number."""
        ordered = sorted(numbers)
        for source, (text, first) in enumerate(zip(self.texts, self._firsts, strict=True)):
            after = first + len(text.mentions.columns.values)
            own = ordered[bisect_left(ordered, first) : bisect_left(ordered, after)]
            for sentence, mention, number in text.mentions.stating(each - first for each in own) if own else ():
                yield (source, sentence, mention), first + number

    def _add(self, value: Value) -> None:
        number = len(self._values)
        self._values.append(value)
        if isinstance(value, EdtfDate):
            years = _years(value)
            for year in years or ():
                self._years[year].append(number)
            if years is None:
                self._timeless.append(number)
        elif isinstance(value, Quantity):
            for amount in _amounts(value):
                self._amounts[family_of(value)].append((in_base(amount, value) or amount, number))
                self._exact[amount].append(number)

    def _dated(self, value: EdtfDate) -> Iterable[int]:
        years = _years(value)
        if years is None:
            return sorted({number for numbers in self._years.values() for number in numbers}.union(self._timeless))
        return sorted({number for year in years for number in self._years.get(year, ())}.union(self._timeless))

    def _amounting(self, value: Value) -> Iterable[int]:
        if not isinstance(value, Quantity):
            return ()
        family, found = family_of(value), set[int]()
        for amount in _amounts(value):
            based = in_base(amount, value) or amount
            found.update(self._near(family, based), self._exact.get(amount, ()))
            if family == _PERCENT:
                found.update(self._near(_COUNT, based / 100))
            elif family == _COUNT and 0 < amount < 1:
                found.update(self._near(_PERCENT, based * 100))
        return sorted(found)

    def _near(self, family: Family, amount: Decimal, reach: Decimal = REACH) -> Iterator[int]:
        amounts = self._amounts.get(family, [])
        low, high = sorted((amount * (1 - reach), amount * (1 + reach)))
        for at in range(bisect_left(amounts, (low, -1)), len(amounts)):
            if amounts[at][0] > high:
                return
            yield amounts[at][1]


def _read(source: str | Document | ReadSource, number: int) -> ReadSource:
    if isinstance(source, ReadSource):
        return source
    if isinstance(source, Document):
        return ReadSource(source)
    return ReadSource(composed(parse_document(source, name=f"source {number}")))


def _amounts(value: Quantity) -> Sequence[Decimal]:
    ends = (value.amount, value.lower, value.upper)
    return [amount for amount in ends if amount is not None]


def _years(value: EdtfDate) -> range | None:
    """The years that a date names; None where it has none, is open, or has many."""
    text = EdtfDate(value.text.replace("..", "").strip("/")) if ".." in value.text else value
    first, last = text.earliest, text.latest
    if text.is_yearless or "XXXX" in text.text or first is None or last is None:
        return None
    return range(first.year, last.year + 1) if last.year - first.year <= _MOST_YEARS else None


def _is_comparable(left: Value, right: Value) -> bool:
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return family_of(left) == family_of(right)
    return isinstance(left, EdtfDate) and isinstance(right, EdtfDate)
