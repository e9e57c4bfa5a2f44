"""Slips of the pen: two amounts that differ as a writer's or a keyboard's error would make them differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli import units
from factcli.check.compare.dates import with_year_of
from factcli.mentions.amounts.numerals import is_integral
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from decimal import Decimal

    from factcli.model.facts import Value

_LEAST_DIGITS = 2
_ONE_OFF = 3
_FEW_YEARS = 3
# Grams are taken for kilograms, but minutes not for years.
_UNITS_TAKEN_FOR_ANOTHER = 1000


def is_slip_of_scale(claim: Value, fact: Value) -> bool:
    """Whether two amounts have the same digits and another power of ten: "$4.3 billion" for "$4.3 trillion"."""
    if is_slip_of_unit(claim, fact):
        return True
    if _is_fraction_of_things(claim, fact):
        return False
    return _is_other_power(claim, fact) and len(_amounts(claim, fact)[0].digits) >= _LEAST_DIGITS


def is_any_slip(claim: Value, fact: Value) -> bool:
    """Whether one of two amounts may have been mistyped for the other: in its digits, its zeros or its scale."""
    return is_slip_of_digit(claim, fact) or is_slip_of_scale(claim, fact) or is_slip_of_zeros(claim, fact)


def is_slip_of_zeros(claim: Value, fact: Value) -> bool:
    """Whether two round amounts differ by a power of ten: 2,000 for 20,000; of one digit, which others have too."""
    if not isinstance(claim, Quantity) or not isinstance(fact, Quantity) or claim.dimension != fact.dimension:
        return False
    return _is_other_power(claim, fact) and len(_amounts(claim, fact)[0].digits) == 1


def _is_other_power(claim: Value, fact: Value) -> bool:
    """Whether two amounts have the same digits, but for zeros, and are not the same."""
    (here, ours), (there, theirs) = _amounts(claim, fact)
    return bool(ours) and ours == theirs and here != there


def _is_fraction_of_things(claim: Value, fact: Value) -> bool:
    """Whether one amount is a fraction and the other counts whole things: a magnitude of 6.1 and 61,000 people."""
    values = [value for value in (claim, fact) if isinstance(value, Quantity)]
    is_counted = any(value.dimension == "count" for value in values)
    return is_counted and any(value.amount is not None and not is_integral(value.amount) for value in values)


def is_slip_of_unit(claim: Value, fact: Value) -> bool:
    """Whether two amounts are the same in different units of one dimension: "50,000 acres" for "50,000 hectares"."""
    if not isinstance(claim, Quantity) or not isinstance(fact, Quantity) or claim.amount is None:
        return False
    is_measured = claim.dimension == fact.dimension and claim.dimension not in {"count", "number", "money"}
    if not is_measured or claim.amount != fact.amount or claim.unit == fact.unit:
        return False
    small, large = sorted(abs(units.to_base(claim.amount, each.unit)[0]) for each in (claim, fact))
    return large <= small * _UNITS_TAKEN_FOR_ANOTHER


def is_slip_of_digit(claim: Value, fact: Value) -> bool:
    """Whether one digit of at least three differs, is doubled or is missing, or two neighbours are swapped."""
    (here, ours), (there, theirs) = _amounts(claim, fact)
    if len(ours) == len(theirs) == _LEAST_DIGITS and ours == theirs[::-1] != ours[::-1]:
        return True
    if ours == theirs or max(len(ours), len(theirs)) < _ONE_OFF:
        return False
    if here is None or there is None or (len(ours) == len(theirs) and here.adjusted() != there.adjusted()):
        return False
    if len(ours) == len(theirs):
        wrong = [at for at in range(len(ours)) if ours[at] != theirs[at]]
        return len(wrong) == 1 or sorted(ours) == sorted(theirs)
    return _lacks_one(ours, theirs) or _lacks_one(theirs, ours)


def _lacks_one(shorter: str, longer: str) -> bool:
    return len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


class _Amount(NamedTuple):
    """An amount, and its digits without zeros at the end."""

    value: Decimal | None
    digits: str


def _amounts(claim: Value, fact: Value) -> tuple[_Amount, _Amount]:
    """Two amounts as they are written where they have one unit, else in the unit to which both are converted."""
    is_one_unit = isinstance(claim, Quantity) and isinstance(fact, Quantity) and claim.unit == fact.unit
    ours, theirs = (_amount(each, is_converted=not is_one_unit) for each in (claim, fact))
    return _Amount(ours, _digits(ours)), _Amount(theirs, _digits(theirs))


def _digits(amount: Decimal | None) -> str:
    return "".join(map(str, amount.normalize().as_tuple().digits)) if amount else ""


def _amount(value: Value, *, is_converted: bool) -> Decimal | None:
    if not isinstance(value, Quantity) or value.amount is None:
        return None
    if not is_converted or value.dimension in {"count", "number"}:
        return value.amount
    return units.to_base(value.amount, value.unit)[0]


def _is_shifted(claim: EdtfDate, fact: EdtfDate) -> bool:
    """Whether two periods are as long, and begin some days apart in one month: 22 and 23 July, 20 and 21 July."""
    if not (claim.earliest and claim.latest and fact.earliest and fact.latest):
        return False
    shifts = [
        (mine.year - its.year, mine.month - its.month, mine.day - its.day)
        for mine, its in ((claim.earliest, fact.earliest), (claim.latest, fact.latest))
    ]
    return shifts[0] == shifts[1] and shifts[0][:2] == (0, 0)


def is_near_date(claim: Value, fact: Value) -> bool:
    """Whether two dates differ in one of year, month and day, two years by a little, two periods at one end."""
    if not isinstance(claim, EdtfDate) or not isinstance(fact, EdtfDate) or claim.precision != fact.precision:
        return False
    claim, fact = with_year_of(claim, fact), with_year_of(fact, claim)
    if claim.is_interval and fact.is_interval:
        return (claim.earliest == fact.earliest) != (claim.latest == fact.latest) or _is_shifted(claim, fact)
    here, there = claim.earliest, fact.earliest
    if here is None or there is None:
        return False
    if claim.precision == "year":
        return abs(here.year - there.year) <= _FEW_YEARS or sorted(str(here.year)) == sorted(str(there.year))
    if claim.precision not in {"day", "month"}:
        return False
    parts = (here.year == there.year, here.month == there.month, here.day == there.day)
    return sum(parts) == len(parts) - 1
