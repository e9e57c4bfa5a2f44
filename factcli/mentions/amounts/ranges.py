"""Figures of two numbers: ranges ("3-5 km", "between 40 and 50 per cent"), compounds ("7 feet 10 inches"), shares."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcli import units
from factcli.english.amounts import AFTER_COINS, CHANGES, HEDGES_WITHIN, SCORES
from factcli.english.marks import HYPHENS, RANGE_DASHES
from factcli.english.nouns import PEOPLE, PEOPLE_ENDINGS, is_plural, singular
from factcli.english.numbers import ARTICLES, NUMBER_WORDS
from factcli.mentions.amounts.amount import Amount, amount_at, money_at
from factcli.mentions.amounts.articles import one_measured
from factcli.mentions.amounts.durations import duration_at, is_stop_of_unit
from factcli.mentions.amounts.numerals import integral
from factcli.mentions.amounts.quantities import converted, may_be_followed_by
from factcli.mentions.ranks import is_ranked_of

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

# The number of a second figure starts at most this many tokens after its currency.
_LONGEST_PREFIX = 3
_PEOPLE = frozenset(map(singular, PEOPLE))
# Between the ends of a range where digits are glued on both sides: an em dash, a horizontal bar, a minus.
_LONG_DASHES = frozenset("\u2014\u2015\u2212")
_ALL_DASHES = RANGE_DASHES | _LONG_DASHES
_SIXTY = 60
_FEET_OF_PEOPLE = frozenset(map(Decimal, range(3, 8)))
_WALK_BACK = 6
_LARGEST_SHARED = 1000
_SMALL_WHOLES = frozenset(map(Decimal, (*range(2, 11), 12, 20)))
_OF_SHARES = HYPHENS | {"out", "in", "over", "of"}
_ROUND_WHOLES = frozenset(map(Decimal, (10, 100, 1000, 10_000, 100_000, 1_000_000)))


def extended(tokens: Tokens, amount: Amount) -> tuple[Amount, Decimal | None]:
    """The figure that ``amount`` is the first part of, and its upper end if it is a range."""
    if amount.kind == "ordinal":
        return amount, None
    whole = _compact(tokens, amount) or _with_smaller(tokens, amount)
    upper = _upper_end(tokens, whole)
    if upper is not None:
        return _joined(_in_thousands(tokens, whole, upper), upper)
    return _share(tokens, whole) or whole, None


def _in_thousands(tokens: Tokens, lower: Amount, upper: Amount) -> Amount:
    """The lower end of "12–15,000", whose thousands are printed once."""
    dash = lower.after
    shares = tokens.words[dash] in RANGE_DASHES and tokens.glued(dash) and tokens.glued(dash + 1) and lower.unit is None
    value = lower.value * 1000
    if not shares or tokens.words[dash + 2 : dash + 4] != [",", "000"] or not lower.value < 1000 <= value < upper.value:  # noqa: PLR2004
        return lower
    is_single = lower.value == 1 or lower.scale != 1 or lower.value % 1 != 0
    return lower if is_single else lower._replace(value=value, quantum=upper.quantum)


def _compact(tokens: Tokens, amount: Amount) -> Amount | None:
    """The time of several parts that starts with ``amount``: "2h 30m"."""
    found = duration_at(tokens, amount.value, amount.unit, amount.after)
    if found is None:
        return None
    after = found.after
    return amount._replace(after=after, resume=after, value=found.value, quantum=found.quantum, unit=found.unit)


def figure_at(tokens: Tokens, index: int) -> Amount | None:
    """The figure that starts at ``index`` with its currency, if it has one."""
    for position in range(index, index + _LONGEST_PREFIX + 1):
        word = tokens.words[position]
        if word[:1].isdigit() or word in NUMBER_WORDS:
            amount = amount_at(tokens, position, index)
            return amount if amount is not None and amount.first == index else None
        if not word:
            return None
    return None


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
        return None if _is_score(tokens, lower) else dash
    if connector == "to":
        return None if _is_change(tokens, lower.first) else index + 1
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
    if word in _LONG_DASHES and glued and tokens.glued(index) and tokens.words[index + 1].isdigit():
        return index + 1
    return None


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


def _is_change(tokens: Tokens, index: int) -> bool:
    """Whether the words before a figure say that it changes: "rose from 3 to 5", "up 3% to $5"."""
    before = tokens.words[max(index - _WALK_BACK, 0) : index]
    if before[-1:] == ["to"]:
        return False  # "cut its forecast to 3% to 4%"
    if "(" in before and before[-1] != "from":
        before = before[before.index("(") :]  # "fell by 6 (95% CI 3 to 9)"
    return not CHANGES.isdisjoint(before)


def _is_score(tokens: Tokens, lower: Amount) -> bool:
    if lower.unit is not None or lower.value >= 100:  # noqa: PLR2004 - no score is higher
        return False
    before = tokens.words[max(lower.first - _WALK_BACK, 0) : lower.first]
    return _is_record(tokens, lower) or not SCORES.isdisjoint(before)


def _is_record(tokens: Tokens, lower: Amount) -> bool:
    """Whether a bracket after a name in the plural holds what was won and lost: "the Rovers (8-36)"."""
    first, after = lower.first, lower.after + 2
    is_alone = tokens.words[first - 1] == "(" and tokens.words[after] in {")", ","} and tokens.glued(after)
    return is_alone and tokens.is_capitalised(first - 2) and is_plural(tokens.words[first - 2])


def _with_smaller(tokens: Tokens, amount: Amount) -> Amount:
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


def _share(tokens: Tokens, amount: Amount) -> Amount | None:
    """A share of a whole in words: "one in eight", "three out of four", "one over twenty"."""
    connector, index = tokens.words[amount.after], amount.after + 1
    if connector not in _OF_SHARES or not _is_part(tokens, amount):
        return None
    if connector in HYPHENS:
        is_hyphened = tokens.words[index] in {"in", "out"} and tokens.words[index + 1] in HYPHENS
        return _hyphened_share(tokens, amount, index + 2) if is_hyphened else None
    if connector == "out" and tokens.words[index] == "of":
        index += 1
    elif connector not in {"in", "over", "of"}:
        return None
    is_each = tokens.words[index] == "every"
    index += is_each
    if tokens.words[index] in ARTICLES:
        index += 1
    word = tokens.words[index]
    if not (word[:1].isdigit() or word in NUMBER_WORDS):
        return None
    whole = amount_at(tokens, index, index - 1 if tokens.words[index - 1] in ARTICLES else index)
    connector = "out" if is_each else connector
    if whole is None or whole.kind == "ordinal" or not _is_whole(tokens, amount, whole, connector):
        return None
    after = whole.after if whole.unit is None else _after_number(tokens, index, whole)
    return amount._replace(
        after=after, resume=whole.resume, value=amount.value / whole.value, quantum=None, per=None, is_weak=False
    )


def _is_part(tokens: Tokens, amount: Amount) -> bool:
    """Whether a bare whole number may be a part of a whole."""
    is_whole = amount.unit is None and amount.value != 0 and amount.value == amount.value.to_integral_value()
    return is_whole and not is_ranked_of(tokens, amount.first, 0)


def _hyphened_share(tokens: Tokens, part: Amount, index: int) -> Amount | None:
    """A share that hyphens join, with its whole at ``index``: "a one-in-four chance", "3-in-10 odds"."""
    if tokens.words[index] == "of" and tokens.words[index + 1] in HYPHENS:
        index += 2
    whole = figure_at(tokens, index)
    is_count = whole is not None and (whole.unit is None or units.dimension_of(whole.unit) == "count")
    if whole is None or whole.kind == "ordinal" or not is_count or not whole.value > abs(part.value):
        return None
    after = whole.number_after
    if tokens.words[after] in HYPHENS:
        return None
    return part._replace(after=after, resume=after, value=part.value / whole.value, quantum=None, is_weak=False)


def _is_whole(tokens: Tokens, part: Amount, whole: Amount, connector: str) -> bool:
    if not abs(part.value) < whole.value or (whole.unit is not None and units.dimension_of(whole.unit) != "count"):
        return False
    if connector == "over":
        return part.in_words | (part.value == 1) and not tokens.words[whole.after][:1].isalnum()
    if connector == "of":
        # "9 of 10 dentists" is a share, "60 of 100 senators" are sixty.
        is_of_people = whole.unit is None or whole.unit in _PEOPLE or whole.unit.endswith(PEOPLE_ENDINGS)
        return is_of_people and part.value > 1 and whole.value == 10 and not _is_score(tokens, part)  # noqa: PLR2004
    if connector == "in" and _is_small_whole(tokens, whole) and not _is_score(tokens, part):
        return True
    return connector == "out" or part.value == 1 or whole.value in _ROUND_WHOLES or whole.unit in _PEOPLE


def _is_small_whole(tokens: Tokens, whole: Amount) -> bool:
    """Whether a clause ends after a small whole: "only 2 in 5, he said, agreed"."""
    behind = tokens.words[whole.after]
    ends = whole.unit is None and not behind[:1].isalnum() and behind not in HYPHENS | {"%"}
    return ends and whole.value in _SMALL_WHOLES


def _after_number(tokens: Tokens, index: int, whole: Amount) -> int:
    """The index after the number of a whole, without the noun that it counts."""
    after = index + 1
    while after < whole.after and (tokens.words[after] in NUMBER_WORDS or tokens.words[after] in {"-", ",", "and"}):
        after += 1
    return after
