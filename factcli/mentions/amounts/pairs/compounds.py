"""Amounts of several units: "7 feet 10 inches", "2h 30m", "15 dollars and 50 cents", "an hour and 20 minutes"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcli.english.amounts import AFTER_COINS
from factcli.english.marks import HYPHENS
from factcli.english.numbers import NUMBER_WORDS
from factcli.mentions.amounts.amount import Amount, amount_at
from factcli.mentions.amounts.articles import one_measured
from factcli.mentions.amounts.durations import duration_at, is_stop_of_unit
from factcli.mentions.amounts.pairs.ends import figure_at
from factcli.mentions.amounts.quantities import converted, may_be_followed_by

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens


_SIXTY = 60
_FEET_OF_PEOPLE = frozenset(map(Decimal, range(3, 8)))


def compact(tokens: Tokens, amount: Amount) -> Amount | None:
    """The time of several parts that starts with ``amount``: "2h 30m"."""
    found = duration_at(tokens, amount.value, amount.unit, amount.after)
    if found is None:
        return None
    after = found.after
    return amount._replace(after=after, resume=after, value=found.value, quantum=found.quantum, unit=found.unit)


def with_smaller(tokens: Tokens, amount: Amount) -> Amount:
    """The amount with up to three smaller ones after it: "7 feet 10 inches", "15 dollars and 50 cents"."""
    for _ in range(3):
        if amount.unit is None or amount.unit == "%" or amount.per is not None:
            return amount
        longer = _with_bare_inches(tokens, amount) or _with_next(tokens, amount)
        if longer is None:
            return amount
        amount = longer
    return amount


def _with_next(tokens: Tokens, amount: Amount) -> Amount | None:
    index = amount.after
    if tokens.words[index] in HYPHENS and tokens.glued(index) and tokens.glued(index + 1):
        index += 1  # "a 6-foot-10-inch centre"
    index += is_stop_of_unit(tokens, index)
    listed = tokens.words[index] == ","
    index += listed
    index += tokens.words[index] == "and"
    word = tokens.words[index]
    if not (word[:1].isdigit() or word in NUMBER_WORDS):
        return None
    part = amount_at(tokens, index, index)
    if part is None or part.kind == "ordinal":
        return None
    if amount.kind == "money":
        return None if listed else _with_coins(tokens, amount, part)
    if part.unit is None or amount.unit is None:
        return None
    if not may_be_followed_by(amount.unit, part.unit, listed=listed) or (listed and part.value >= _SIXTY):
        return None
    value = converted(amount.value, amount.unit, part.unit) + part.value
    return part._replace(first=amount.first, value=value)


def _with_bare_inches(tokens: Tokens, amount: Amount) -> Amount | None:
    """A height whose inches have no unit: "six-foot-two", "five foot ten"."""
    hyphen = tokens.words[amount.after] in HYPHENS and tokens.glued(amount.after) and tokens.glued(amount.after + 1)
    index = amount.after + hyphen
    if amount.unit != "ft" or amount.value not in _FEET_OF_PEOPLE or tokens.words[index] not in NUMBER_WORDS:
        return None
    part = amount_at(tokens, index, index)
    if part is None or part.unit is not None or part.kind == "ordinal" or not 0 < part.value < 12:  # noqa: PLR2004
        return None
    behind = tokens.words[part.after]
    ends = hyphen or (amount.in_words and (behind == "tall" or not behind[:1].isalnum()))
    return (
        part._replace(first=amount.first, value=amount.value * 12 + part.value, unit="in", kind="quantity")
        if ends
        else None
    )


def _with_coins(tokens: Tokens, amount: Amount, coins: Amount) -> Amount | None:
    """Whole money with its parts: "3 CAD 3 cents", "thirteen dollars forty-five"."""
    if amount.is_part or amount.scale != 1 or amount.value != amount.value.to_integral_value():
        return None
    if coins.is_part:
        value = coins.value
    elif coins.unit is None and not amount.is_prefixed and _are_bare_coins(tokens, coins):
        value = coins.value / 100
    else:
        return None
    return coins._replace(
        first=amount.first,
        value=amount.value + value,
        unit=amount.unit,
        kind="money",
        quantum=Decimal("0.01"),
        is_part=True,
    )


def _are_bare_coins(tokens: Tokens, coins: Amount) -> bool:
    whole = coins.value == coins.value.to_integral_value() and 0 < coins.value < 100  # noqa: PLR2004 - cents
    behind = tokens.words[coins.after]
    ends = behind in AFTER_COINS or not behind[:1].isalnum()
    return whole and ends and behind not in HYPHENS | {"%"}


def begun_by_article(tokens: Tokens, index: int) -> Amount | None:
    """One of a unit that a smaller one goes on: "an hour and 20 minutes", "a foot and three inches"."""
    one = one_measured(tokens, index)
    if one is None or tokens.words[one.after] != "and":
        return None
    whole = _with_next(tokens, one)
    if whole is not None:
        return whole
    # Years and months are two figures: "a year and six months".
    part = figure_at(tokens, one.after + 1) if one.unit == "year" else None
    return one if part is not None and part.unit in {"month", "week", "day"} else None
