"""A unit that is said once for two numbers: "45 and 50 mg", "30 × 40 cm", "rose from 3 to 5 million people"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli import units
from factcli.english.amounts import RACES
from factcli.english.marks import HYPHENS
from factcli.mentions.amounts.nouns import may_qualify
from factcli.mentions.amounts.pairs.ends import figure_at
from factcli.mentions.amounts.pairs.ranges import with_scale_of
from factcli.mentions.amounts.quantities import is_side

if TYPE_CHECKING:
    from factcli.mentions.amounts.amount import Amount
    from factcli.mentions.lexer import Tokens


# Between the sides of a rectangle or a box, which are of like size: "4 x 100m" is a relay.
_TIMES = frozenset({"x", "×", "by"})
_SIDES = frozenset({"length"})
_MOST_UNLIKE = 6
_MOST_LISTED = 4


def with_shared_unit(tokens: Tokens, amount: Amount) -> Amount:
    """A bare number whose unit is said once for two: "45 and 50 mg", "two or three people", "120/80 mmHg"."""
    connector = tokens.words[amount.after]
    if _next_side(tokens, amount.after):
        return _with_unit_of_side(tokens, amount, 2)
    if amount.kind != "number" or amount.unit is not None or amount.scale != 1:
        return amount
    if connector == "/" and tokens.words[amount.after + 2] == "mmhg":
        return amount._replace(unit="mmHg", kind="quantity")
    noun = _noun_of_list(tokens, amount.after)
    if noun is not None:
        return amount._replace(unit=noun, kind="quantity")
    index = amount.after
    if connector in HYPHENS and tokens.glued(index):  # "50- and 100-pound sacks"
        index += 1
        connector = tokens.words[index]
    is_change = connector == "to" and tokens.words[amount.first - 1] == "from"
    other = figure_at(tokens, index + 1) if is_change or connector in {"and", "or"} else None
    if other is None or other.is_prefixed or other.kind == "ordinal":
        return amount
    return with_scale_of(amount, other) if is_change else _with_unit_of(tokens, amount, other, connector)


def _noun_of_list(tokens: Tokens, index: int, steps: int = _MOST_LISTED) -> str | None:
    """What the numbers of a list count, where the last alone has the noun: "12 gold, 8 silver and 5 bronze medals"."""
    joint = tokens.words[index + 1]
    is_listed = joint in {"and", ","} and tokens.words[index].isalpha() and steps > 0
    if not is_listed or not may_qualify(tokens, index):
        return None
    other = figure_at(tokens, index + 2 + (joint == "," and tokens.words[index + 2] == "and"))
    if other is None or other.kind == "ordinal" or other.is_prefixed:
        return None
    if other.unit is None:
        return _noun_of_list(tokens, other.after, steps - 1)
    is_counted = units.dimension_of(other.unit) == "count" and len(other.modifiers) == 1
    return other.unit if is_counted else None


def _with_unit_of(tokens: Tokens, amount: Amount, other: Amount, connector: str) -> Amount:
    """The first of two amounts with the unit of the second, where it is that of both."""
    if other.unit is None or (connector == "and" and not _is_of_both(tokens, other)):
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
