"""Compare a value of a draft with the value of a fact: they agree, contradict each other, or neither.

Whether both are about the same thing is decided before (:mod:`factcli.check.alignment`).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcli import units
from factcli.check.compare.dates import compare_dates
from factcli.check.compare.quotes import compare_quotations
from factcli.check.reasons import Reason
from factcli.english.synonyms import SAME_COUNT
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Quotation, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    _Scale = Callable[[Decimal], Decimal]

# Whole numbers below this are counted, not rounded: "90 people" does not say 85 to 95.
_COUNTED_BELOW = 1000
# How far a rounded amount may lie from the exact one, as a share of it, whatever the digits allow.
_PLAIN_SHARE = Decimal("0.05")
_HEDGED_SHARE = Decimal("0.10")
# "About" allows as much even where every digit is written: "about 49,870".
_HEDGED_LEAST = Decimal("0.05")
_HALF = Decimal("0.5")
# Fewer digits are in another order by chance.
_TELLING_DIGITS = 3
# A draft may be finer than the fact ("8,804,190" for "8.8 million"), but not a different figure.
_FINER_SHARE = Decimal("0.01")

# What differs by more than this was not rounded, whatever its zeros.
_MOST_ROUNDED_SHARE = Decimal("0.25")

# Two bounds of one side say the same if the smaller is at least this share of the larger.
_BOUND_SHARE = Decimal("0.65")

_POINTS = frozenset({"percentage point", "pp"})


class Agreement(NamedTuple):
    """What comparing two values gives: ``holds`` is None where neither follows; ``reason`` is a short stable name."""

    holds: bool | None
    reason: Reason


def agrees(claim: Value, fact: Value) -> bool | None:
    """Whether ``claim`` holds if ``fact`` is true: True, False, or None where the fact does not decide.

    >>> agrees(Quantity(Decimal(80), "job", comparator=">"), Quantity(Decimal(85), "job"))
    True
    """
    return compare(claim, fact).holds


def compare(claim: Value, fact: Value) -> Agreement:
    """Whether ``claim`` holds if ``fact`` is true, and the rule that decided."""
    if isinstance(claim, Quantity) and isinstance(fact, Quantity):
        return compare_quantities(claim, fact)
    if isinstance(claim, EdtfDate) and isinstance(fact, EdtfDate):
        return Agreement(*compare_dates(claim, fact))
    if isinstance(claim, Quotation) and isinstance(fact, Quotation):
        outcome = compare_quotations(claim, fact)
        return Agreement(outcome.holds, outcome.reason)
    return Agreement(None, Reason.OTHER_KIND)


def compare_quantities(claim: Quantity, fact: Quantity) -> Agreement:
    """Whether the amount, unit and hedge of ``claim`` hold if ``fact`` is true."""
    unlike = _unlike_units(claim, fact)
    if unlike:
        return unlike
    if _denominators(claim) != _denominators(fact):
        return _unlike_rates(claim, fact)
    is_converted = _is_converted(claim, fact)
    # A fact need not say that its degrees are a difference: what the draft compares them with says it.
    is_difference = claim.is_difference or fact.is_difference
    bases = (_in_base(quantity, is_difference=is_difference) for quantity in (claim, fact))
    return compare_amounts(*bases, is_converted=is_converted)


def _unlike_rates(claim: Quantity, fact: Quantity) -> Agreement:
    """False for the same amount a month that the fact has a year; None for other amounts, and for totals.

    What one says of the denominators and the other leaves out decides nothing: "5 t per ha" and "5 t per ha·year".
    """
    ours, theirs = _denominators(claim), _denominators(fact)
    is_slip = not (ours <= theirs or theirs <= ours) and claim.amount == fact.amount
    return Agreement(False if is_slip else None, Reason.OTHER_RATE)


def _denominators(quantity: Quantity) -> frozenset[str]:
    """What a rate is per, in any order; empty for a total."""
    return frozenset(quantity.per.split("·")) if quantity.per else frozenset()


def same_noun(left: str | None, right: str | None) -> bool:
    """Whether two counted nouns (singular) count the same things: lives and victims do, injured and dead do not."""
    return left == right or any(left in row and right in row for row in SAME_COUNT)


def _unlike_units(claim: Quantity, fact: Quantity) -> Agreement | None:
    """Why the units of the two cannot be brought together, or None where they can."""
    kinds = {claim.dimension, fact.dimension}
    if claim.unit == fact.unit or _as_fractions(claim, fact) or units.may_be_one_currency(claim.unit, fact.unit):
        return None
    if "percent" in kinds and _POINTS & {claim.unit, fact.unit}:
        return Agreement(holds=False, reason=Reason.PERCENT_OR_POINTS)
    if kinds == {"money"}:
        return Agreement(_amounts_alike(claim, fact), Reason.OTHER_CURRENCY)
    if kinds == {"count"}:
        return None if same_noun(claim.unit, fact.unit) else Agreement(None, Reason.OTHER_NOUN)
    return None if len(kinds) == 1 or kinds <= {"count", "number"} else Agreement(None, Reason.OTHER_UNIT)


def _amounts_alike(claim: Quantity, fact: Quantity) -> bool | None:
    """False for the same amount in another currency (a slip); None for another amount, which may be an exchange."""
    return False if compare_amounts(claim, fact).holds else None


def _as_fractions(claim: Quantity, fact: Quantity) -> bool:
    """Whether one says a share in percent and the other as a fraction: "half" and "50 %"."""
    percent, number = (claim, fact) if claim.dimension == "percent" else (fact, claim)
    is_fraction = number.unit is None and number.amount is not None and 0 < number.amount < 1
    return percent.dimension == "percent" and is_fraction


def _is_converted(claim: Quantity, fact: Quantity) -> bool:
    if claim.unit == fact.unit or units.may_be_one_currency(claim.unit, fact.unit):
        return False
    return claim.dimension not in {"count", "number"}


def _in_base(quantity: Quantity, *, is_difference: bool) -> Quantity:
    """The same in the base unit of its dimension; a percentage becomes a fraction.

    "About 30 miles" was rounded in miles: its quantum is determined before the conversion.
    """
    if quantity.comparator == "~" and quantity.amount:
        # In words, "an hour and a half" has no figure for its last place.
        is_half = quantity.quantum is None and quantity.amount % 1 == _HALF
        quantum = _HALF if is_half else max(quantity.quantum or Decimal(0), last_place(quantity.amount))
        quantity = msgspec.structs.replace(quantity, quantum=quantum)
    if quantity.dimension == "percent":
        return _scaled(quantity, lambda amount: amount / 100)
    return _scaled(quantity, lambda amount: units.to_base(amount, quantity.unit, is_difference=is_difference)[0])


def _scaled(quantity: Quantity, scale: _Scale) -> Quantity:
    zero = scale(Decimal(0))  # not 0 for temperatures
    return Quantity(
        amount=None if quantity.amount is None else scale(quantity.amount),
        lower=None if quantity.lower is None else scale(quantity.lower),
        upper=None if quantity.upper is None else scale(quantity.upper),
        comparator=quantity.comparator,
        quantum=None if quantity.quantum is None else scale(quantity.quantum) - zero,
    )


def compare_amounts(claim: Quantity, fact: Quantity, *, is_converted: bool = False) -> Agreement:
    """Whether the bare amounts agree, units aside; ``is_converted`` says that one of them came from another unit."""
    if claim.amount is None or fact.amount is None:
        return _compare_ranges(claim, fact)
    if claim.comparator in {"<", "<=", ">", ">="}:
        return _bound_holds(claim, fact)
    if claim.amount == fact.amount:
        return Agreement(holds=True, reason=Reason.SAME)
    if fact.comparator in {"<", "<=", ">", ">="}:
        return _within_bound(claim, fact)
    return _rounds_to(claim, fact, is_converted=is_converted)


def _bound_holds(claim: Quantity, fact: Quantity) -> Agreement:
    """Whether "more than 80" holds; a fact that itself says "over 950" counts as 950."""
    assert claim.amount is not None  # noqa: S101 - the caller has looked
    assert fact.amount is not None  # noqa: S101 - the caller has looked
    if claim.amount == fact.amount:
        holds = claim.comparator in {"<=", ">="} or claim.comparator == fact.comparator
    elif _sides_alike(claim, fact) and not _is_near_bound(claim.amount, fact.amount):
        # "Up to 2,000" is not what "up to 1,000" says, though it follows from it.
        holds = False
    else:
        holds = (fact.amount > claim.amount) == (claim.comparator in {">", ">="})
    return Agreement(holds, Reason.BOUND_HOLDS if holds else Reason.BOUND_FAILS)


def _sides_alike(claim: Quantity, fact: Quantity) -> bool:
    return any(claim.comparator in side and fact.comparator in side for side in ({"<", "<="}, {">", ">="}))


def _is_near_bound(claim: Decimal, fact: Decimal) -> bool:
    small, large = sorted((abs(claim), abs(fact)))
    return large * _BOUND_SHARE <= small


def _within_bound(claim: Quantity, fact: Quantity) -> Agreement:
    """Whether an amount can be the one that the fact only bounds: "960" when the fact says "over 950"."""
    assert claim.amount is not None  # noqa: S101 - the caller has looked
    assert fact.amount is not None  # noqa: S101 - the caller has looked
    on_side = (claim.amount > fact.amount) == (fact.comparator in {">", ">="})
    reach = max(fact.quantum or Decimal(0), last_place(fact.amount))
    if on_side and abs(claim.amount - fact.amount) <= reach:
        return Agreement(None, Reason.FACT_IS_A_BOUND)
    if claim.comparator == "~" and abs(claim.amount - fact.amount) <= _reach(claim, is_converted=True):
        return Agreement(holds=True, reason=Reason.ROUNDED)
    return Agreement(holds=False, reason=Reason.OUTSIDE_THE_BOUND)


def last_place(amount: Decimal) -> Decimal:
    """The value of the last digit that is not 0: 10 of 80, 1000 of 983,000; 1 of 0."""
    return Decimal(1).scaleb(int(amount.normalize().as_tuple().exponent))


def _rounds_to(claim: Quantity, fact: Quantity, *, is_converted: bool) -> Agreement:
    """Whether the exact amount of the fact is written, rounded, as the claim; or the other way about."""
    assert claim.amount is not None  # noqa: S101 - the caller has looked
    assert fact.amount is not None  # noqa: S101 - the caller has looked
    away = abs(claim.amount - fact.amount)
    if claim.comparator == "~" and _are_transposed(claim.amount, fact.amount):
        return Agreement(holds=False, reason=Reason.OTHER_VALUE)
    if _reads_as(claim, fact.amount, _reach(claim, is_converted=is_converted)):
        return Agreement(holds=True, reason=Reason.ROUNDED)
    if fact.comparator == "~" and away <= _reach(fact, is_converted=True):
        return Agreement(None, Reason.FACT_IS_APPROXIMATE)
    if away <= min((fact.quantum or Decimal(0)) / 2, abs(fact.amount) * _FINER_SHARE) and not _is_counted(fact):
        return Agreement(None, Reason.FINER_THAN_THE_FACT)
    if not _is_counted(claim) and _reads_as(claim, fact.amount, (claim.quantum or Decimal(0)) / 2):
        return Agreement(None, Reason.COARSE_ROUNDING)
    is_rounded = _is_coarser(claim, fact) and not _is_counted(claim) and _is_next_step(claim, away, fact.amount)
    return Agreement(holds=False, reason=Reason.WRONG_ROUNDING if is_rounded else Reason.OTHER_VALUE)


def _are_transposed(claim: Decimal, fact: Decimal) -> bool:
    """Whether two amounts have the same digits in another order: "about 421,000" is not a rounding of 412,000."""
    ours, theirs = (amount.normalize().as_tuple() for amount in (claim, fact))
    is_telling = len(set(ours.digits)) > 1 and len(ours.digits) >= _TELLING_DIGITS
    same_place = ours.exponent == theirs.exponent and ours.digits != theirs.digits
    return is_telling and same_place and sorted(ours.digits) == sorted(theirs.digits)


def _is_next_step(claim: Quantity, away: Decimal, exact: Decimal) -> bool:
    """Whether an amount is what rounding the wrong way would give, and not simply another one: 20 is not 12."""
    return away < (claim.quantum or 0) and away <= abs(exact) * _MOST_ROUNDED_SHARE


def _is_coarser(claim: Quantity, fact: Quantity) -> bool:
    return (claim.quantum or 0) > (fact.quantum or 0)


def _is_counted(quantity: Quantity) -> bool:
    """Whether the writer counted rather than rounded: a whole number of up to three digits, without a hedge."""
    amount = quantity.amount
    is_small = amount is not None and abs(amount) < _COUNTED_BELOW and amount == amount.to_integral_value()
    return is_small and quantity.comparator == "=" and (quantity.quantum or 0) > 1


def _reach(quantity: Quantity, *, is_converted: bool) -> Decimal:
    """How far from the written amount the exact one may lie."""
    amount = abs(quantity.amount or Decimal(0))
    half = (quantity.quantum or Decimal(0)) / 2
    if quantity.comparator == "~":
        return max(min(half, amount * _HEDGED_SHARE), amount * _HEDGED_LEAST)
    if _is_counted(quantity) and not is_converted:
        return Decimal("0.5")
    return min(half, amount * _PLAIN_SHARE)


def _reads_as(written: Quantity, exact: Decimal, reach: Decimal) -> bool:
    """Whether ``exact`` rounds to what is written.

    Half up, not half even: newsrooms and statistics offices round 2.5 to 3, and a checker that disagrees
    with them cries wolf.  "About" forgives both ends.
    """
    assert written.amount is not None  # noqa: S101 - the caller has looked
    above = abs(exact) - abs(written.amount)
    if written.amount * exact < 0:
        return False
    return abs(above) < reach or above == -reach or (written.comparator == "~" and above == reach)


def _compare_ranges(claim: Quantity, fact: Quantity) -> Agreement:
    """Whether a range agrees with a range or an amount: one that holds the fact is true, one beside it is false."""
    claim_low, claim_high = _ends(claim)
    fact_low, fact_high = _ends(fact)
    if (claim_low, claim_high) == (fact_low, fact_high):
        return Agreement(holds=True, reason=Reason.SAME)
    if claim.is_range and fact.is_range and (claim_low == fact_low or claim_high == fact_high):
        return Agreement(holds=False, reason=Reason.OTHER_RANGE)
    if _at_most(claim_low, fact_low) and _at_least(claim_high, fact_high):
        return Agreement(holds=True, reason=Reason.RANGE_HOLDS)
    is_apart = not (_at_most(claim_low, fact_high) and _at_most(fact_low, claim_high))
    if is_apart:
        return Agreement(holds=False, reason=Reason.OUTSIDE_THE_RANGE)
    if _at_most(fact_low, claim_low) and _at_least(fact_high, claim_high):
        return Agreement(None, Reason.INSIDE_THE_RANGE)
    is_closed = claim.is_range and fact.is_range
    return Agreement(False if is_closed else None, Reason.OTHER_RANGE)


def _ends(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and the highest amount, with its rounding; None is an open end."""
    if quantity.amount is None:
        return quantity.lower, quantity.upper
    if quantity.comparator in {"<", "<="}:
        return None, quantity.amount
    if quantity.comparator in {">", ">="}:
        return quantity.amount, None
    reach = _reach(quantity, is_converted=False) if quantity.comparator == "~" else Decimal(0)
    return quantity.amount - reach, quantity.amount + reach


def _at_most(left: Decimal | None, right: Decimal | None) -> bool:
    return left is None or right is None or left <= right


def _at_least(left: Decimal | None, right: Decimal | None) -> bool:
    return left is None or (right is not None and left >= right)
