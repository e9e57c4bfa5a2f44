"""Ranges: "3-5 km", "between 40 and 50 per cent", "$1.5-2bn"; and the two values of a change."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcli.english.amounts import CHANGES, HEDGES_WITHIN, MOVES
from factcli.english.marks import HYPHENS, RANGE_DASHES
from factcli.english.numbers import NUMBER_WORDS
from factcli.mentions.amounts.amount import Amount, money_at
from factcli.mentions.amounts.numerals import integral, is_integral
from factcli.mentions.amounts.pairs.compounds import compact, with_smaller
from factcli.mentions.amounts.pairs.ends import figure_at
from factcli.mentions.amounts.pairs.parts_of_wholes import share
from factcli.mentions.amounts.pairs.scores import is_score
from factcli.units.currencies import SIGNS

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens


# Between the ends of a range where digits are glued on both sides: an em dash, a horizontal bar, a minus.
_LONG_DASHES = frozenset("\u2014\u2015\u2212")
_ALL_DASHES = RANGE_DASHES | _LONG_DASHES
_WALK_BACK = 6
_LARGEST_SHARED = 1000
# "Rose 4 to 6 per cent" is a range, "rose 40 to 2,900 points" is not.
_MOST_OF_RANGE = 4
_MOST_OF_FALL = 50


def extended(tokens: Tokens, amount: Amount) -> tuple[Amount, Decimal | None]:
    """The figure that ``amount`` is the first part of, and its upper end if it is a range."""
    if amount.kind == "ordinal":
        return amount, None
    whole = compact(tokens, amount) or with_smaller(tokens, amount)
    upper = _upper_end(tokens, whole)
    if upper is not None:
        return _joined(_in_thousands(tokens, whole, upper), upper)
    return share(tokens, whole) or whole, None


def _in_thousands(tokens: Tokens, lower: Amount, upper: Amount) -> Amount:
    """The lower end of "12–15,000", whose thousands are printed once."""
    dash = lower.after
    shares = tokens.words[dash] in RANGE_DASHES and tokens.glued(dash) and tokens.glued(dash + 1) and lower.unit is None
    value = lower.value * 1000
    if not shares or tokens.words[dash + 2 : dash + 4] != [",", "000"] or not lower.value < 1000 <= value < upper.value:  # noqa: PLR2004
        return lower
    is_single = lower.value == 1 or lower.scale != 1 or not is_integral(lower.value)
    return lower if is_single else lower._replace(value=value, quantum=upper.quantum)


def _upper_end(tokens: Tokens, lower: Amount) -> Amount | None:
    index = _after_connector(tokens, lower)
    if index is None:
        return None
    if tokens.words[index] in HEDGES_WITHIN:
        index += 1
    upper = _second_amount(tokens, index, lower) or figure_at(tokens, index)
    return _matching(lower, upper) if upper is not None and upper.kind != "ordinal" else None


def _after_connector(tokens: Tokens, lower: Amount) -> int | None:
    """The index after what joins the two ends of a range; None if nothing there does."""
    index = lower.after
    connector = tokens.words[index]
    dash = _after_dash(tokens, index)
    if dash is not None and not (lower.in_words and tokens.words[dash - 1] == "-" and dash == index + 2):
        if tokens.words[dash] == "to":
            return dash + 1  # "12- to 15-year terms"
        return None if is_score(tokens, lower) else dash
    if connector == "to":
        return None if _is_change(tokens, lower) else index + 1
    return index + 1 if connector == "and" and tokens.words[lower.first - 1] == "between" else None


def _after_dash(tokens: Tokens, index: int) -> int | None:
    """The index after the dash of a range: "3-5", "45 -- 50", "3―5"; a long dash or a minus only between digits."""
    word = tokens.words[index]
    if word not in _ALL_DASHES:
        return None
    glued = tokens.glued(index + 1)
    if word == "-" and tokens.words[index + 1] == "-" and glued and tokens.words[index - 1] != "-":
        return index + 2
    if word in RANGE_DASHES:
        is_hyphened = tokens.words[index + 1] == "to" and tokens.words[index + 2] in HYPHENS and glued
        return index + 3 if is_hyphened and tokens.glued(index + 2) else index + 1
    is_figure = tokens.words[index + 1].isdigit() or tokens.words[index + 1] in SIGNS
    return index + 1 if word in _LONG_DASHES and glued and tokens.glued(index) and is_figure else None


def _second_amount(tokens: Tokens, index: int, lower: Amount) -> Amount | None:
    """The second amount of "$2-3m", which has no sign of its own."""
    word = tokens.words[index]
    if lower.unit is None or not lower.is_prefixed or not (word[:1].isdigit() or word in NUMBER_WORDS):
        return None
    return money_at(tokens, index, lower.unit)


def _matching(lower: Amount, upper: Amount) -> Amount | None:
    """The upper end if the two figures make a range: of one unit, the lower one below."""
    if lower.unit not in {None, upper.unit}:
        return None
    return upper if _shared(lower, upper) < upper.value else None


def _shared(lower: Amount, upper: Amount) -> Decimal:
    """The lower value, times the scale of the upper one where it is meant for both: "1.5-2bn"."""
    if lower.scale == 1 and upper.scale > 1 and lower.value < _LARGEST_SHARED:
        return integral(lower.value * upper.scale)
    return lower.value


def _joined(lower: Amount, upper: Amount) -> tuple[Amount, Decimal]:
    value = _shared(lower, upper)
    scale = upper.scale if value != lower.value else Decimal(1)
    quanta = [quantum for quantum in (lower.quantum and lower.quantum * scale, upper.quantum) if quantum is not None]
    joined = upper._replace(
        first=lower.first,
        is_weak=False,
        value=value,
        quantum=min(quanta, default=None),
        modifiers=lower.modifiers + upper.modifiers,
    )
    return joined, upper.value


def with_scale_of(amount: Amount, other: Amount) -> Amount:
    """A bare number with the scale and the unit that are said once for two: "rose from 3 to 5 million people"."""
    value = _shared(amount, other)
    if value > other.value * _MOST_OF_FALL:
        value = amount.value  # "from 900 to 1.2 million"
    scale = other.scale if value != amount.value else Decimal(1)
    return amount._replace(
        value=value,
        quantum=amount.quantum and amount.quantum * scale,
        scale=scale,
        unit=other.unit,
        kind=other.kind,
        per=other.per,
    )


def _is_change(tokens: Tokens, lower: Amount) -> bool:
    """Whether the words before a figure say that it changes: "rose from 3 to 5", "up 3% to $5"; not "up 3 to 5%"."""
    index = lower.first
    before = tokens.words[max(index - _WALK_BACK, 0) : index]
    if lower.unit is None and lower.scale == 1 and before[-1:] and before[-1] in CHANGES:
        upper = figure_at(tokens, lower.after + 1)
        return upper is None or upper.unit is None or upper.value > lower.value * _MOST_OF_RANGE
    if before[-1:] and before[-1] in MOVES:
        upper = figure_at(tokens, lower.after + 1)
        return upper is not None and upper.value > lower.value * _MOST_OF_RANGE
    if before[-1:] == ["to"]:
        return False  # "cut its forecast to 3% to 4%"
    if "(" in before and before[-1] != "from":
        before = before[before.index("(") :]  # "fell by 6 (95% CI 3 to 9)"
    return not CHANGES.isdisjoint(before)
