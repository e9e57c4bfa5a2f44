"""How long it is between two dates, as exactly as both are known, and whether an age or a duration fits that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check.alone.times import years_between

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from factcli.model.edtf import EdtfDate

_DAYS = {"year": 365.2425, "month": 30.436875, "week": 7.0, "day": 1.0}
# Words such as "about" leave out as much of a length, one at least.
_HEDGED_SHARE = 0.2


class Fit(NamedTuple):
    """Whether a length fits two dates, None where it may; and the length between them, in words."""

    holds: bool | None
    length: str


def fit_of_age(years: Decimal, begin: EdtfDate, end: EdtfDate, *, is_hedged: bool) -> Fit | None:
    """Whether somebody born at ``begin`` was so old at ``end``; of dates without a day, either year fits."""
    apart = years_between(begin, end)
    if apart is None or apart.fewest < 0:
        return None
    length = f"{apart.most}" if apart.fewest == apart.most else f"{apart.fewest} or {apart.most}"
    if apart.fewest <= years <= apart.most:
        return Fit(holds=True, length=f"{length} years")
    is_near = is_hedged and _is_near(float(years), apart.fewest, apart.most)
    return Fit(None if is_near else False, f"{length} years")


def fit_of_duration(amount: Decimal, unit: str, begin: EdtfDate, end: EdtfDate, *, is_hedged: bool) -> Fit | None:
    """Whether it is so many years, months, weeks or days from ``begin`` to ``end``, rounded as writers round."""
    days = _days_between(begin, end)
    if days is None or days[1] < 0:
        return None
    low, high = (each / _DAYS[unit] for each in days)
    length = _in_words(low, high, unit)
    if low <= float(amount) <= high or round(low) <= amount <= round(high) or int(low) <= amount <= int(high):
        return Fit(holds=True, length=length)
    is_near = low - 1 < float(amount) < high + 1 or (is_hedged and _is_near(float(amount), low, high))
    return Fit(None if is_near else False, length)


def _is_near(amount: float, low: float, high: float) -> bool:
    reach = max(1.0, amount * _HEDGED_SHARE)
    return low - reach <= amount <= high + reach


def _days_between(begin: EdtfDate, end: EdtfDate) -> tuple[int, int] | None:
    """The fewest and the most days from one date to another."""
    ends = [_day(day) for day in (begin.latest, end.earliest, begin.earliest, end.latest)]
    if any(day is None for day in ends):
        return None
    latest, first, earliest, last = (day for day in ends if day is not None)
    return (first - latest).days, (last - earliest).days


def _day(day: tuple[int, int, int] | None) -> date | None:
    from datetime import date

    try:
        return date(*day) if day else None
    except ValueError:
        return None


def _in_words(low: float, high: float, unit: str) -> str:
    """The length in whole units: ``7 years``, ``6 to 8 years``."""
    fewest, most = max(round(low), 0), round(high)
    if fewest == most:
        return f"{most} {unit}" if most == 1 else f"{most} {unit}s"
    return f"{fewest} to {most} {unit}s"
