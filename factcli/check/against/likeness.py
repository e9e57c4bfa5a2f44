"""Whether a source states the value of a draft: strictly, in any unit, by the precision that was written.

A store holds facts that a curator has chosen, so a draft may round them freely.  A source is full of numbers: a value
that is only near one of them is not stated there.
"""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from factcli import units
from factcli.check.compare.dates import compare_dates, may_include
from factcli.check.compare.quantities import compare_quantities, last_place
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.model.facts import Value

# "Over 80 stores" is stated by "83 stores", not by "140 stores".
_BOUND_SHARE = Decimal("0.2")
_NEAR_BOUND_SHARE = Decimal("0.05")
# A figure rounded by more than this share of itself is another figure, unless it says "about".
_ROUNDING_SHARE = Decimal("0.01")
_HEDGED_SHARE = Decimal("0.05")
_MISLEADING_SHARE = Decimal("0.02")
REACH = _BOUND_SHARE
"""No amount that differs from another by more than this share states it."""

# How far a share may be below and above one that is written with these words, as parts of that.
_ROUNDING_OF_SHARES = {
    "~": (Decimal("0.1"), Decimal("0.1")),
    ">": (Decimal(0), Decimal("0.34")),
    "<": (Decimal("0.15"), Decimal(0)),
}
_YEAR_DIGITS = 4
_LOWER, _UPPER = frozenset({">", ">="}), frozenset({"<", "<="})


class Likeness(IntEnum):
    """How a source states a value; a higher one is better evidence."""

    BARE = 1  # the same number without its unit ("26" of "26 years"), or the same day without its year
    COARSE = 2  # rounded by more than writers round without a word: "$3 billion" of "$3.1 billion"
    END = 3  # one end of a range
    BOUND = 4  # the same amount with another bound: "over 80" of "80"
    SAME = 5


Family = tuple[str, str | None]


def family_of(quantity: Quantity) -> Family:
    """What quantities have in common that can state each other: their dimension, and for money the currency."""
    dimension = quantity.dimension
    if dimension in {"count", "number"}:
        return "count", None
    is_own = dimension == "money" or (dimension == "percent" and quantity.unit != "%")
    return dimension, quantity.unit if is_own else None


def as_measured(value: Value) -> Value:
    """A count of units of time as a length of time: the hours of "412 flying hours"; else the value as it is."""
    if not isinstance(value, Quantity) or value.dimension != "count" or not value.unit:
        return value
    unit = units.parse_unit(value.unit)
    return msgspec.structs.replace(value, unit=unit) if units.dimension_of(unit) == "duration" else value


def is_fraction(value: Quantity) -> bool:
    """Whether it is a part of a whole or of what is counted: "half", "a third of the boats"."""
    return value.dimension in {"count", "number"} and value.amount is not None and 0 < value.amount < 1


def likeness(claim: Value, stated: Value) -> Likeness | None:
    """How ``stated`` says what ``claim`` says; None where it does not.

    >>> likeness(Quantity(Decimal(80), "store", comparator=">"), Quantity(Decimal(83), "store")).name
    'SAME'
    """
    if isinstance(claim, EdtfDate) and isinstance(stated, EdtfDate):
        return _of_dates(claim, stated) if may_include(_closed(claim), _closed(stated)) else None
    if isinstance(claim, Quantity) and isinstance(stated, Quantity):
        return _of_quantities(claim, stated)
    return None


@lru_cache(maxsize=4096)
def _of_dates(claim: EdtfDate, stated: EdtfDate) -> Likeness | None:
    """A span is stated by a span, and a date by one that it includes or by the end of a span.

    A rough span ("the late 1990s") is nearly stated by whatever is in it.
    """
    ours, theirs = _closed(claim), _closed(stated)
    if ours.is_interval and "~" in ours.text:
        is_within = any(compare_dates(ours, EdtfDate(end)).holds for end in theirs.text.split("/"))
        return Likeness.COARSE if is_within else None
    if ours.is_interval and not theirs.is_interval:
        return Likeness.COARSE if _is_calendar_period(ours) and ours.covers(theirs) else None
    if compare_dates(ours, theirs).holds or (_is_calendar_period(ours) and _is_part_of(theirs, ours)):
        if theirs.is_yearless and not ours.is_yearless:
            return Likeness.BARE
        is_alike = _opening(claim) == _opening(stated)
        return Likeness.SAME if is_alike else Likeness.BOUND
    ends = theirs.text.split("/") if theirs.is_interval and not ours.is_interval else []
    is_end = any(end and compare_dates(ours, EdtfDate(end)).holds for end in ends)
    return Likeness.END if is_end else None


def _is_calendar_period(value: EdtfDate) -> bool:
    """Whether a span is a decade or a century."""
    begin, _, end = value.text.partition("/")
    return (begin[-1:], end[-1:]) in {("0", "9"), ("1", "0")} and len(begin) == len(end) == _YEAR_DIGITS


def _is_part_of(part: EdtfDate, whole: EdtfDate) -> bool:
    """Whether a span such as "the end of the 13th century" is of the whole."""
    return part.is_interval and whole.covers(EdtfDate(part.text.replace("~", "")))


def _closed(value: EdtfDate) -> EdtfDate:
    """The date that an open span names: 2016 of "since 2016"."""
    return EdtfDate(value.text.replace("..", "").strip("/")) if ".." in value.text else value


def _opening(value: EdtfDate) -> str:
    """``../`` or ``/..`` where the date is open at an end, else nothing."""
    return "../" if value.text.startswith("..") else "/.." if value.text.endswith("..") else ""


def _of_quantities(claim: Quantity, stated: Quantity) -> Likeness | None:
    if _is_share(claim, stated) or _is_share(stated, claim):
        return _of_shares(claim, stated)
    if family_of(claim) != family_of(stated):
        is_bare = "number" in {claim.dimension, stated.dimension} and claim.amount is not None
        return Likeness.BARE if is_bare and claim.amount == stated.amount else None
    if claim.amount is None or stated.amount is None:
        return _of_ranges(claim, stated)
    likeness = _of_amounts(claim, stated)
    return None if claim.per and stated.per and claim.per != stated.per else likeness


def _is_share(number: Quantity, percent: Quantity) -> bool:
    """Whether one is a fraction and the other in percent: "half" and "50 %"."""
    is_fraction = number.unit is None and number.amount is not None and 0 < number.amount < 1
    return is_fraction and percent.unit == "%"


def _of_shares(claim: Quantity, stated: Quantity) -> Likeness | None:
    """A fraction in words is rounded; "more than a quarter" goes up to a third, "nearly half" down to 45 %."""
    ours, theirs = (each.amount and each.amount * (1 if each.unit else 100) for each in (claim, stated))
    if not ours or not theirs:
        return None
    below, above = _ROUNDING_OF_SHARES.get(claim.comparator[:1], (Decimal(0), Decimal(0)))
    low, high = (ours - max(ours * below, Decimal(1)), ours + max(ours * above, Decimal(1)))
    return Likeness.SAME if low <= theirs <= high else None


def _of_ranges(claim: Quantity, stated: Quantity) -> Likeness | None:
    """A range is stated by the same range only; an amount is, by the end of one."""
    ours, theirs = _ends(claim), _ends(stated)
    if claim.amount is None:
        return Likeness.SAME if ours == theirs else None
    return Likeness.END if ours[0] in theirs else None


def _ends(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    low, high = (quantity.lower, quantity.upper) if quantity.amount is None else (quantity.amount, quantity.amount)
    return in_base(low, quantity), in_base(high, quantity)


def in_base(amount: Decimal | None, quantity: Quantity) -> Decimal | None:
    """An amount of ``quantity`` in the base unit of its dimension."""
    if amount is None or quantity.dimension in {"percent", "count", "number", "money"}:
        return amount
    return units.to_base(amount, quantity.unit)[0]


def _of_amounts(claim: Quantity, stated: Quantity) -> Likeness | None:
    ours, theirs = _side(claim), _side(stated)
    if ours and not theirs and _is_on_other_side(claim, stated):
        return None
    rounded = _reads_as(claim, stated)
    beyond = _beyond(claim, stated) if ours and not theirs else None
    if rounded is not None:
        is_alike = ours == theirs or (bool(ours) and not theirs and claim.amount != stated.amount)
        rounded = rounded if is_alike else min(rounded, Likeness.BOUND)
    return max(filter(None, (rounded, beyond)), default=None)


def _side(quantity: Quantity) -> int:
    return (quantity.comparator in _LOWER) - (quantity.comparator in _UPPER)


def _is_on_other_side(claim: Quantity, stated: Quantity) -> bool:
    """Whether an exact amount cannot be what a bound says: "fewer than 300" of 310."""
    bound, amount = in_base(claim.amount, claim), in_base(stated.amount, stated)
    is_exact = stated.comparator == "=" and claim.unit == stated.unit
    return is_exact and bound is not None and amount is not None and (amount - bound) * _side(claim) < 0


def _beyond(claim: Quantity, stated: Quantity) -> Likeness | None:
    """Whether "over 80" was written of the amount: on that side, and no further than the next such round number."""
    bound, amount = in_base(claim.amount, claim), in_base(stated.amount, stated)
    step = in_base(last_place(claim.amount or Decimal(0)), claim)
    if not bound or amount is None or step is None:
        return None
    beyond = (amount - bound) * _side(claim)
    if not 0 < beyond < min(abs(step), abs(bound) * _BOUND_SHARE):
        return None
    return Likeness.SAME if beyond <= abs(bound) * _NEAR_BOUND_SHARE else Likeness.COARSE


def _reads_as(claim: Quantity, stated: Quantity) -> Likeness | None:
    """Whether the stated amount, rounded to what the draft shows, is the draft's."""
    if claim.unit != stated.unit and family_of(claim) != ("count", None):
        plain = msgspec.structs.replace(claim, per=None, comparator="~" if claim.comparator == "~" else "=")
        exact = msgspec.structs.replace(stated, per=None, comparator="=")
        return Likeness.SAME if compare_quantities(plain, exact).holds else None
    ours, theirs = claim.amount, stated.amount
    assert ours is not None  # noqa: S101 - the caller has looked
    assert theirs is not None  # noqa: S101 - the caller has looked
    if ours == theirs:
        return Likeness.SAME
    away, reach = abs(ours - theirs), _reach(claim, stated)
    if away > reach or away > abs(ours) * _HEDGED_SHARE:
        return None
    is_near = claim.comparator == "~" or away <= abs(ours) * _ROUNDING_SHARE
    return Likeness.SAME if is_near else Likeness.COARSE


def is_misleading(claim: Value, stated: Value) -> bool:
    """Whether an amount, told as exact, is a rounding that readers would not expect: "$3 billion" of "$3.1 billion".

    >>> is_misleading(Quantity(Decimal(3), "g"), Quantity(Decimal("3.1"), "g"))
    True
    """
    if not isinstance(claim, Quantity) or not isinstance(stated, Quantity) or claim.comparator != "=":
        return False
    ours, theirs = in_base(claim.amount, claim), in_base(stated.amount, stated)
    return ours is not None and theirs is not None and abs(ours - theirs) > abs(ours) * _MISLEADING_SHARE


def _reach(claim: Quantity, stated: Quantity) -> Decimal:
    """How far the stated amount may be from the draft's: half of the last place that the draft shows.

    A draft that is as fine as the source states another amount, unless it says "about".
    """
    written = claim.quantum if claim.quantum is not None else last_place(claim.amount or Decimal(0))
    if claim.comparator == "~":
        return max(written, last_place(claim.amount or Decimal(0))) / 2
    return written / 2 if written > (stated.quantum or 0) else Decimal(0)
