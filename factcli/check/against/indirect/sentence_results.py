"""What the values of one sentence give together, by value: a source comes in, the sentences near an amount go out.

It is worked out once for a source, when a draft first asks for it.
"""

from __future__ import annotations

from array import array
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.check.against.indirect.calculations import is_share
from factcli.check.against.likeness import REACH, Family, family_of, in_base
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.check.against.read_source import ReadSource
    from factcli.model.facts import Mention, Value

_EACH_BETWEEN = late_pattern(
    r",?\s(?:(?:each|every one)\s)?"
    r"(?:(?:of|with|at|for|carrying|holding|containing|seating|costing|weighing)\s|has\s|had\s)"
    r"(?:(?:room|space|places|seats|up to|a|an)\s){0,2}(?:for\s)?"
)
EACH_AFTER = late_pattern(r"\s(?:each|apiece)\b")
_MOST_BETWEEN = 40
# Of more amounts, some two give nearly any other.
_FEWEST_PARTS, _MOST_PARTS = 3, 6


class SentenceResults:
    """Amounts by their family, each with the number of the sentence that gives it, in columns.

    The columns hold floats, which only narrow the search: whoever asks compares the decimals.
    """

    def __init__(self, results: Iterable[tuple[Family, Decimal, int]]) -> None:
        self._columns: dict[Family, tuple[array[float], array[int]]] = {}
        for family, amount, sentence in results:
            amounts, sentences = self._columns.setdefault(family, (array("d"), array("I")))
            amounts.append(float(amount))
            sentences.append(sentence)

    @property
    def families(self) -> list[Family]:
        """The families of the amounts."""
        return [*self._columns]

    def near(self, amount: Decimal, family: Family) -> list[int]:
        """The sentences that give such an amount, or one so near that it may be stated by it, in order."""
        low, high = float(amount * (1 - REACH)), float(amount * (1 + REACH))
        columns = zip(*self._columns.get(family, ((), ())), strict=True)
        return sorted({sentence for each, sentence in columns if low <= each <= high})


def products_in(source: ReadSource) -> SentenceResults:
    """The products of what each sentence joins, in base units."""
    return SentenceResults(_products(source))


def _products(source: ReadSource) -> Iterator[tuple[Family, Decimal, int]]:
    for sentence in _sentences_with_joined(source):
        for _, count, amount in joined_pairs(source.mentions[sentence], source.text):
            product = in_base((count.amount or Decimal(0)) * (amount.amount or Decimal(0)), amount)
            if product is not None:
                yield family_of(amount), product, sentence


def _sentences_with_joined(source: ReadSource) -> list[int]:
    """The sentences that have words between two figures, or after one, as joined pairs have them."""
    text, (starts, ends) = source.text, (source.mentions.columns.spans.starts, source.mentions.columns.spans.ends)
    found = (
        start
        for end, start, after in zip(ends, starts[1:], ends[1:], strict=False)
        if 0 < start - end <= _MOST_BETWEEN and _may_be_joined(text[end:start], text, after)
    )
    return list(dict.fromkeys(map(source.sentence_at, found)))


def _may_be_joined(between: str, text: str, after: int) -> bool:
    return bool(_EACH_BETWEEN.fullmatch(between)) or ("." not in between and bool(EACH_AFTER.match(text, after)))


def joined_pairs(mentions: Sequence[Mention], text: str) -> Iterator[tuple[Mention, Quantity, Quantity]]:
    """The counts of things with what each of them has: "12 coaches of 40 seats"; the first is where the count is."""
    for here, there in pairwise(mentions):
        count, amount = here.value, there.value
        if not isinstance(count, Quantity) or not isinstance(amount, Quantity) or here.kind == "ordinal":
            continue
        are_factors = count.dimension == "count" and amount.dimension not in {"percent", "number"}
        between = text[here.span.end : there.span.start]
        is_near = len(between) <= _MOST_BETWEEN and _may_be_joined(between, text, there.span.end)
        if are_factors and count.amount and amount.amount and is_near:
            yield here, count, amount


def sums_and_rests_in(source: ReadSource) -> SentenceResults:
    """The sum of the amounts of each sentence that has a few, and what is left of the greatest without the others."""
    return SentenceResults(
        (family, result, sentence)
        for sentence, mentions in enumerate(source.mentions)
        if len(mentions) >= _FEWEST_PARTS
        for family in dict.fromkeys(family_of(each.value) for each in mentions if isinstance(each.value, Quantity))
        if (parts := parts_of(mentions, family))
        for result in sum_and_rest(parts)
    )


def parts_of(mentions: Sequence[Mention], family: Family) -> list[Mention]:
    """The amounts of one family, or without a unit, of a sentence that has a few of them; of all others none."""
    parts = [each for each in mentions if each.kind != "ordinal" and is_part(each.value, family)]
    return parts if _FEWEST_PARTS <= len(parts) <= _MOST_PARTS else []


def is_part(value: Value, family: Family | None) -> bool:
    """Whether a value may be a part of a whole of this family; for None, of one of any."""
    if not isinstance(value, Quantity) or value.amount is None or is_share(value):
        return False
    return family is None or value.dimension == "number" or family_of(value) == family


def sum_and_rest(parts: Sequence[Mention]) -> tuple[Decimal, Decimal]:
    """All amounts together, and the greatest less the others."""
    amounts = [each.value.amount or Decimal(0) for each in parts if isinstance(each.value, Quantity)]
    total = sum(amounts, Decimal(0))
    return total, 2 * max(amounts) - total
