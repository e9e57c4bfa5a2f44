"""Figures of a text: tokens come in, matches of numbers, money, measures and counts go out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcli import units
from factcli.english.amounts import COINS, COMPARED_DEGREES, FIXED_POINTS, TEMPERATURE_CHANGES, WARMING_VERBS
from factcli.english.hedges import BEFORE_OVER, BEFORE_RIVALS, CROSSING, LEVELS, PASSES, TURNING
from factcli.english.numbers import ARTICLES, NUMBER_WORDS
from factcli.mentions.amounts.amount import Amount, amount_at
from factcli.mentions.amounts.articles import article_amount_at, noun_and_a_half
from factcli.mentions.amounts.hedges import begin_of_hedge, comparator_before, hedge_after
from factcli.mentions.amounts.identifiers import end_of_name, end_of_unread, is_name
from factcli.mentions.amounts.number_words import read_words
from factcli.mentions.amounts.pairs.compounds import begun_by_article
from factcli.mentions.amounts.pairs.ends import figure_at
from factcli.mentions.amounts.pairs.ranges import extended
from factcli.mentions.amounts.pairs.said_once import with_shared_unit
from factcli.mentions.amounts.quantities import plain_unit_at
from factcli.mentions.match import Match
from factcli.mentions.ranks import is_number_one
from factcli.mentions.squads import is_squad_number
from factcli.model.facts import Quantity
from factcli.units.factors import OFFSETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.mentions.lexer import Tokens
    from factcli.model.facts import Comparator

_WALK_TO_CHANGE = 5
_LONGEST_PRESSURE = 3
# Things, times and ways that somebody may move past or through, unless they are many.
_WALKED_PAST = frozenset({"count", "duration", "length"})
_LEAST_LEVEL = 1000
# What can follow "a" or "an" to make one of a unit.
_UNIT_WORDS = frozenset(name for name in units.names() if " " not in name) | COINS | {"kg"}
_BEGINNINGS = NUMBER_WORDS | ARTICLES


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
        elif words[index + 1] in NUMBER_WORDS and is_name(tokens, index, position, bare=True):
            position = _after_words(tokens, index)
    return readings


def _triggers(words: list[str]) -> Iterator[int]:
    """The indices at which a figure may start: digits, number words, and "a" before a unit."""
    for index, word in enumerate(words):
        if "0" <= word < ":" or (word in _BEGINNINGS and (word not in ARTICLES or words[index + 1] in _UNIT_WORDS)):
            yield index


def _after_unread(tokens: Tokens, index: int, floor: int) -> int:
    return end_of_unread(tokens, index, floor) or end_of_name(tokens, index)


def _after_words(tokens: Tokens, index: int) -> int:
    """The index after a number in words that names something, all of it: "page two hundred and five"."""
    numeral = read_words(tokens, index, index)
    return numeral.after if numeral else index + 1


def _figure(tokens: Tokens, index: int, floor: int) -> tuple[Match, int] | None:
    """The figure at a trigger, and the index from which to read on."""
    if tokens.words[index].isdigit() and is_squad_number(tokens, index):
        return None
    if tokens.words[index] in ARTICLES:
        sign = comparator_before(tokens, index, floor)
        is_bare = tokens.words[index - 1] == "over" and tokens.words[index - 2] not in BEFORE_OVER
        is_hedged = sign not in {None, "="} and not is_bare
        amount = article_amount_at(tokens, index, is_hedged=is_hedged) or begun_by_article(tokens, index)
    else:
        amount = _half(tokens, index, floor) if tokens.words[index] == "half" else amount_at(tokens, index, floor)
    if amount is None:
        return None
    whole, upper = extended(tokens, amount)
    is_weak = whole.is_weak and whole is amount
    if is_weak and not is_number_one(tokens, index, floor) and not _is_alternative(tokens, whole):
        return None
    whole = with_shared_unit(tokens, whole)
    comparator = _comparator(tokens, whole, floor)
    return _reading(whole, upper, comparator, is_difference=_is_difference(tokens, whole)), whole.resume


def _is_alternative(tokens: Tokens, amount: Amount) -> bool:
    """Whether a bare "one" is the first of two figures: "one or two trips"."""
    if tokens.words[amount.after] != "or":
        return False
    other = figure_at(tokens, amount.after + 1)
    return other is not None and other.unit is not None and other.kind != "ordinal"


def _half(tokens: Tokens, index: int, floor: int) -> Amount | None:
    """The figure that "half" ends or is: "a page and a half", "half an hour", "more than half"."""
    whole = noun_and_a_half(tokens, index, floor) or amount_at(tokens, index, floor)
    return whole or _hedged_half(tokens, index, floor)


def _hedged_half(tokens: Tokens, index: int, floor: int) -> Amount | None:
    """A half that nothing but its hedge tells from a half of a match: "more than half"."""
    if comparator_before(tokens, index, floor) in {None, "="}:
        return None
    return Amount(index, index + 1, index + 1, Decimal("0.5"), None)


def _comparator(tokens: Tokens, amount: Amount, floor: int) -> Comparator:
    if amount.kind == "ordinal":
        return "="
    behind = hedge_after(tokens, amount.after) or hedge_after(tokens, amount.number_after)
    if behind is not None:
        return behind[0]
    before = comparator_before(tokens, amount.first, floor) or _comparator_of_level(tokens, amount, floor)
    if before is None or _is_during(tokens, amount):
        return "="
    return before


def _comparator_of_level(tokens: Tokens, amount: Amount, floor: int) -> Comparator | None:
    """What is said of a figure that is called a level: "above the $2,000 mark", "crossed the 1 million barrier"."""
    words, the = tokens.words, amount.first - 1
    if words[the] != "the" or LEVELS.isdisjoint(words[amount.number_after : amount.after + 2]):
        return None
    return ">" if words[the - 1] in CROSSING and the > floor else comparator_before(tokens, the, floor)


def _is_during(tokens: Tokens, amount: Amount) -> bool:
    """Whether "over" and "under" are prepositions here: "over three days", "over the 12 months", "wins over 10 men"."""
    before = tokens.words[amount.first - 1]
    dimension = units.dimension_of(amount.unit)
    if before in PASSES and dimension in _WALKED_PAST and amount.unit != "point" and amount.value < _LEAST_LEVEL:
        return True  # "moved past 3 shops"
    is_span = dimension == "duration" and not _states_age(tokens.words[amount.after - 1])
    further = tokens.words[amount.first - 2]
    if before == "over" and amount.unit is None and further.isdigit() and len(further) <= _LONGEST_PRESSURE:
        return True  # "a blood pressure of 180 over 110"
    if before in {"over", "under"} and further in BEFORE_RIVALS:
        return True  # "winners over ten-man Leeds"
    if before == "over" and tokens.words[amount.first - 2] in TURNING:
        return True  # "turned over €78.4m"
    if before == "over" and plain_unit_at(tokens, amount.first - 2) and tokens.words[amount.first - 3][:1].isdigit():
        return True  # "climbs 300 m over 5 km"
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
