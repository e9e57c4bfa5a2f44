"""Figures of a text: tokens come in, matches of numbers, money, measures and counts go out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcli import units
from factcli.english.amounts import COMPARED_DEGREES, FIXED_POINTS, RACES, TEMPERATURE_CHANGES, WARMING_VERBS
from factcli.english.hedges import BEFORE_OVER, BEFORE_RIVALS
from factcli.english.marks import HYPHENS
from factcli.english.numbers import ARTICLES, NUMBER_WORDS
from factcli.mentions.amounts.amount import Amount, amount_at
from factcli.mentions.amounts.articles import article_amount_at
from factcli.mentions.amounts.hedges import begin_of_hedge, comparator_before, hedge_after
from factcli.mentions.amounts.identifiers import end_of_name, end_of_unread
from factcli.mentions.amounts.quantities import is_side
from factcli.mentions.amounts.ranges import begun_by_article, extended, figure_at
from factcli.mentions.match import Match
from factcli.mentions.ranks import is_number_one
from factcli.model.facts import Quantity
from factcli.units.factors import OFFSETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.mentions.lexer import Tokens
    from factcli.model.facts import Comparator

_WALK_TO_CHANGE = 5
# Between the sides of a rectangle or a box, which are of like size: "4 x 100m" is a relay.
_TIMES = frozenset({"x", "×", "by"})
_SIDES = frozenset({"length"})
_MOST_UNLIKE = 6
# What can follow "a" or "an" to make one of a unit.
_UNIT_WORDS = frozenset(name for name in (*units.names(), "dollar", "penny", "euro", "pound", "kg") if " " not in name)


def find_amounts(tokens: Tokens) -> list[Match]:
    """The figures of a block, in order and without overlap; hidden tokens are never part of one."""
    readings, position, words = [], 0, tokens.words
    for index in _triggers(words):
        if index < position:
            continue
        amount = _figure(tokens, index, position)
        if amount is not None:
            reading, position = amount
            readings.append(reading)
        elif words[index][:1].isdigit():
            position = _after_unread(tokens, index, position)
    return readings


def _triggers(words: list[str]) -> Iterator[int]:
    """The indices at which a figure may start: digits, number words, and "a" before a unit."""
    for index, word in enumerate(words):
        if "0" <= word < ":" or word in NUMBER_WORDS or (word in ARTICLES and words[index + 1] in _UNIT_WORDS):
            yield index


def _after_unread(tokens: Tokens, index: int, floor: int) -> int:
    return end_of_unread(tokens, index, floor) or end_of_name(tokens, index)


def _figure(tokens: Tokens, index: int, floor: int) -> tuple[Match, int] | None:
    """The figure at a trigger, and the index from which to read on."""
    if tokens.words[index] in ARTICLES:
        sign = comparator_before(tokens, index, floor)
        is_hedged = sign not in {None, "="} and tokens.words[index - 1] != "over"
        amount = article_amount_at(tokens, index, is_hedged=is_hedged) or begun_by_article(tokens, index)
    else:
        amount = amount_at(tokens, index, floor)
        if amount is None and tokens.words[index] == "half":
            amount = _hedged_half(tokens, index, floor)
    if amount is None:
        return None
    whole, upper = extended(tokens, amount)
    is_weak = whole.is_weak and whole is amount
    if is_weak and not is_number_one(tokens, index, floor) and not _is_alternative(tokens, whole):
        return None
    whole = _with_shared_unit(tokens, whole)
    comparator = _comparator(tokens, whole, floor)
    return _reading(whole, upper, comparator, is_difference=_is_difference(tokens, whole)), whole.resume


def _is_alternative(tokens: Tokens, amount: Amount) -> bool:
    """Whether a bare "one" is the first of two figures: "one or two trips"."""
    if tokens.words[amount.after] != "or":
        return False
    other = figure_at(tokens, amount.after + 1)
    return other is not None and other.unit is not None and other.kind != "ordinal"


def _hedged_half(tokens: Tokens, index: int, floor: int) -> Amount | None:
    """A half that nothing but its hedge tells from a half of a match: "more than half"."""
    if comparator_before(tokens, index, floor) in {None, "="}:
        return None
    return Amount(index, index + 1, index + 1, Decimal("0.5"), None)


def _with_shared_unit(tokens: Tokens, amount: Amount) -> Amount:
    """A bare number whose unit is said once for two: "45 and 50 mg", "two or three people", "120/80 mmHg"."""
    connector = tokens.words[amount.after]
    if _next_side(tokens, amount.after):
        return _with_unit_of_side(tokens, amount, 2)
    if amount.kind != "number" or amount.unit is not None or amount.scale != 1:
        return amount
    if connector == "/" and tokens.words[amount.after + 2] == "mmhg":
        return amount._replace(unit="mmHg", kind="quantity")
    index = amount.after
    if connector in HYPHENS and tokens.glued(index):  # "50- and 100-pound sacks"
        index += 1
        connector = tokens.words[index]
    other = figure_at(tokens, index + 1) if connector in {"and", "or"} else None
    if other is None or other.unit is None or other.is_prefixed or other.kind == "ordinal":
        return amount
    if connector == "and" and not _is_of_both(tokens, other):
        return amount
    return amount._replace(unit=other.unit, kind=other.kind)


def _is_of_both(tokens: Tokens, amount: Amount) -> bool:
    """Whether the unit of the second of two figures is that of the first: "45 and 50 mg", "16 and 17-year-olds"."""
    if units.dimension_of(amount.unit) not in {"count", "duration"} or tokens.words[amount.after - 1] == "olds":
        return True
    return tokens.words[amount.number_after] in HYPHENS or tokens.words[amount.after - 2] in HYPHENS


def _with_unit_of_side(tokens: Tokens, amount: Amount, sides: int) -> Amount:
    """A bare number with the unit of the last of two or three sides: "30 × 40 cm", "2 x 3 x 4 m"."""
    index = _next_side(tokens, amount.after)
    is_hyphened = tokens.words[index - 1] in HYPHENS
    if amount.unit is not None or amount.kind != "number" or (amount.in_words and not is_hyphened):
        return amount
    other = figure_at(tokens, index)
    if other is not None and other.unit is None and sides and _next_side(tokens, other.after):
        other = _with_unit_of_side(tokens, other, sides - 1)
    if other is None or units.dimension_of(other.unit) not in _SIDES or tokens.words[other.after] in RACES:
        return amount
    smaller, larger = sorted((amount.value, other.value))
    is_alike = is_side(tokens, index) or (smaller > 0 and larger <= smaller * _MOST_UNLIKE)
    return amount._replace(unit=other.unit, kind=other.kind) if is_alike else amount


def _next_side(tokens: Tokens, index: int) -> int:
    """The index after what joins two sides: "30 × 40 cm", "a 4-by-6-foot rug"; 0 if nothing at ``index`` does."""
    if tokens.words[index] in _TIMES:
        return index + 1
    is_hyphened = tokens.words[index] in HYPHENS and tokens.words[index + 2] in HYPHENS and tokens.glued(index + 1)
    return index + 3 if is_hyphened and tokens.words[index + 1] in _TIMES else 0


def _comparator(tokens: Tokens, amount: Amount, floor: int) -> Comparator:
    if amount.kind == "ordinal":
        return "="
    behind = hedge_after(tokens, amount.after) or hedge_after(tokens, amount.number_after)
    if behind is not None:
        return behind[0]
    before = comparator_before(tokens, amount.first, floor)
    if before is None or _is_during(tokens, amount):
        return "="
    return before


def _is_during(tokens: Tokens, amount: Amount) -> bool:
    """Whether "over" and "under" are prepositions here: "over three days", "over the 12 months", "wins over 10 men"."""
    before = tokens.words[amount.first - 1]
    is_span = units.dimension_of(amount.unit) == "duration" and not _states_age(tokens.words[amount.after - 1])
    if before in {"over", "under"} and tokens.words[amount.first - 2] in BEFORE_RIVALS:
        return True  # "winners over ten-man Leeds"
    is_bare = before == "over" and tokens.words[amount.first - 2] not in BEFORE_OVER
    return (is_bare and is_span) or (before == "the" and tokens.words[amount.first - 2] in {"over", "around"})


def _states_age(last: str) -> bool:
    """Whether years that end in the word ``last`` are an age: "12 years old", and the bare number of "aged over 75"."""
    return last in {"old", "age"} or last[:1].isdigit()


def _is_difference(tokens: Tokens, amount: Amount) -> bool:
    """Whether degrees say how far apart two temperatures are: "rose by 4 °C", "2 °C warmer", "a drop of 9 °F"."""
    if amount.unit not in OFFSETS:
        return False
    words, after, first = tokens.words, amount.after, begin_of_hedge(tokens, amount.first)
    changed = words[after + 1] if words[after] == "of" else words[after]
    if amount.per is not None or changed in TEMPERATURE_CHANGES:
        return True
    if words[after] in COMPARED_DEGREES:
        return words[after + 1] not in FIXED_POINTS
    first -= words[first - 1] in {"a", "an", "between"}
    before = words[max(first - _WALK_TO_CHANGE, 0) : first]
    if before[-1:] == ["of"]:
        return not TEMPERATURE_CHANGES.isdisjoint(before)  # "a rise in temperature of 3 °C"
    if before[-1:] == ["to"]:
        is_limited = "limit" in before and not TEMPERATURE_CHANGES.isdisjoint(before)
        return is_limited or before[-2:-1] == ["warming"]
    return before[-1:] == ["by"] or not WARMING_VERBS.isdisjoint(before[-1:])


def _reading(amount: Amount, upper: Decimal | None, comparator: Comparator, *, is_difference: bool) -> Match:
    lower, highest = (None, None) if upper is None else (amount.value, upper)
    value = Quantity(
        amount=amount.value if upper is None else None,
        unit=amount.unit,
        lower=lower,
        upper=highest,
        comparator=comparator,
        quantum=amount.quantum,
        per=amount.per,
        is_difference=is_difference,
    )
    return Match(amount.first, amount.after, amount.kind, value, amount.modifiers)
