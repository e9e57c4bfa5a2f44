"""Figures of a text: tokens come in, matches of numbers, money, measures and counts go out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcli import units
from factcli.english.amounts import RACES
from factcli.english.numbers import ARTICLES, NUMBER_WORDS
from factcli.mentions.amounts.amount import Amount, amount_at, article_amount_at
from factcli.mentions.amounts.hedges import comparator_before, hedge_after
from factcli.mentions.amounts.identifiers import end_of_name, end_of_unread
from factcli.mentions.amounts.ranges import extended, figure_at
from factcli.mentions.match import Match
from factcli.mentions.ranks import is_number_one
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.mentions.lexer import Tokens
    from factcli.model.facts import Comparator

_AGE_CUES = frozenset({"aged", "age", "ages"})
_LISTING = frozenset({",", "and", "or"})
_LONGEST_LIST = 8
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
        if "0" <= word[:1] <= "9" or word in NUMBER_WORDS or (word in ARTICLES and words[index + 1] in _UNIT_WORDS):
            yield index


def _after_unread(tokens: Tokens, index: int, floor: int) -> int:
    return end_of_unread(tokens, index, floor) or end_of_name(tokens, index)


def _figure(tokens: Tokens, index: int, floor: int) -> tuple[Match, int] | None:
    """The figure at a trigger, and the index from which to read on."""
    if tokens.words[index] in ARTICLES:
        sign = comparator_before(tokens, index, floor)
        is_hedged = sign not in {None, "="} and tokens.words[index - 1] != "over"
        amount = article_amount_at(tokens, index, is_hedged=is_hedged)
    else:
        amount = amount_at(tokens, index, floor)
        if amount is None and tokens.words[index] == "half":
            amount = _hedged_half(tokens, index, floor)
    if amount is None:
        return None
    whole, upper = extended(tokens, amount)
    if whole.is_weak and whole is amount and not is_number_one(tokens, index, floor):
        return None
    whole = _with_shared_unit(tokens, _with_age(tokens, whole))
    return _reading(whole, upper, _comparator(tokens, whole, floor)), whole.resume


def _hedged_half(tokens: Tokens, index: int, floor: int) -> Amount | None:
    """A half that nothing but its hedge tells from a half of a match: "more than half"."""
    if comparator_before(tokens, index, floor) in {None, "="}:
        return None
    return Amount(index, index + 1, index + 1, Decimal("0.5"), None)


def _with_age(tokens: Tokens, amount: Amount) -> Amount:
    """A bare number after "aged" is one of years, in a list of them too: "aged 5, 7 and 9"."""
    if amount.unit is not None or amount.kind != "number" or not _is_age(tokens, amount.first):
        return amount
    return amount._replace(unit="year", kind="quantity")


def _is_age(tokens: Tokens, index: int) -> bool:
    words = tokens.words
    for _ in range(_LONGEST_LIST):
        if words[index - 1] in _AGE_CUES:
            return True
        is_listed = words[index - 1] in _LISTING and len(words[index - 2]) < 3 and words[index - 2].isdigit()  # noqa: PLR2004
        if not is_listed and not (words[index - 1] in _LISTING and words[index - 2] == ","):
            break
        index -= 2 if is_listed else 1
    return words[index - 1] == "of" and words[index - 2] in _AGE_CUES


def _with_shared_unit(tokens: Tokens, amount: Amount) -> Amount:
    """A bare number whose unit is said once for two: "45 and 50 mg", "two or three people"."""
    connector = tokens.words[amount.after]
    if connector in _TIMES:
        return _with_unit_of_side(tokens, amount, 2)
    if amount.kind != "number" or amount.unit is not None or connector not in {"and", "or"} or amount.scale != 1:
        return amount
    other = figure_at(tokens, amount.after + 1)
    if other is None or other.unit is None or other.is_prefixed or other.kind == "ordinal":
        return amount
    if connector == "and" and units.dimension_of(other.unit) in {"count", "duration"}:
        return amount
    return amount._replace(unit=other.unit, kind=other.kind)


def _with_unit_of_side(tokens: Tokens, amount: Amount, sides: int) -> Amount:
    """A bare number with the unit of the last of two or three sides: "30 × 40 cm", "2 x 3 x 4 m"."""
    if amount.unit is not None or amount.kind != "number" or amount.in_words:
        return amount
    other = figure_at(tokens, amount.after + 1)
    if other is not None and other.unit is None and sides and tokens.words[other.after] in _TIMES:
        other = _with_unit_of_side(tokens, other, sides - 1)
    if other is None or units.dimension_of(other.unit) not in _SIDES or tokens.words[other.after] in RACES:
        return amount
    smaller, larger = sorted((amount.value, other.value))
    is_alike = smaller > 0 and larger <= smaller * _MOST_UNLIKE
    return amount._replace(unit=other.unit, kind=other.kind) if is_alike else amount


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
    """Whether "over" and "under" are prepositions here: "over three days", "over the 12 months"."""
    before = tokens.words[amount.first - 1]
    is_span = units.dimension_of(amount.unit) == "duration" and tokens.words[amount.after - 1] not in {"old", "age"}
    return (before == "over" and is_span) or (before == "the" and tokens.words[amount.first - 2] in {"over", "around"})


def _reading(amount: Amount, upper: Decimal | None, comparator: Comparator) -> Match:
    lower, highest = (None, None) if upper is None else (amount.value, upper)
    value = Quantity(
        amount=amount.value if upper is None else None,
        unit=amount.unit,
        lower=lower,
        upper=highest,
        comparator=comparator,
        quantum=amount.quantum,
        per=amount.per,
    )
    return Match(amount.first, amount.after, amount.kind, value, amount.modifiers)
