"""Dates of a sentence as numbers: years, days, and how far apart two of them are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from factcli.model.edtf import EdtfDate

if TYPE_CHECKING:
    from factcli.model.edtf import Day
    from factcli.model.facts import Mention

_MONTHS = 12
_DAYS = 31


class Apart(NamedTuple):
    """The fewest and the most whole years between two dates, as far as they are known."""

    fewest: int
    most: int


def year_of(mention: Mention) -> int | None:
    """The year of a date, or of a number that may be one; None for periods and for dates without a year."""
    value = mention.value
    if not isinstance(value, EdtfDate):
        return int(mention.surface) if mention.surface.isdigit() else None
    if value.is_interval or value.is_approximate or value.is_yearless or value.precision in {"decade", "century"}:
        return None
    return value.earliest.year if value.earliest else None


def ends_of_period(mention: Mention) -> tuple[int, int] | None:
    """The first and the last year of a period between two years; None for anything finer or open."""
    value = mention.value
    if not isinstance(value, EdtfDate) or not value.is_interval or value.is_approximate:
        return None
    begin, _, end = value.text.partition("/")
    years = begin, end
    if not all(len(year) == 4 and year.isdigit() for year in years):  # noqa: PLR2004 - a bare year
        return None
    return int(begin), int(end)


def years_apart(first: Mention, last: Mention) -> Apart | None:
    """How many whole years have passed from the first date to the last: one fewer before the day comes round."""
    begin, end = _bounds(first), _bounds(last)
    if begin is None or end is None:
        return None
    return Apart(_whole_years(begin[1], end[0]), _whole_years(begin[0], end[1]))


def years_between(begin: EdtfDate, end: EdtfDate) -> Apart | None:
    """How many whole years have passed from one date to another; None where one of them is open."""
    days = [_day(day) for day in (begin.latest, end.earliest, begin.earliest, end.latest) if day]
    if len(days) < 4:  # noqa: PLR2004 - two dates have four ends
        return None
    return Apart(_whole_years(days[0], days[1]), _whole_years(days[2], days[3]))


def _bounds(mention: Mention) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
    year = year_of(mention)
    if year is None:
        return None
    value = mention.value
    if isinstance(value, EdtfDate) and value.earliest and value.latest:
        return _day(value.earliest), _day(value.latest)
    return (year, 1, 1), (year, _MONTHS, _DAYS)


def _day(day: Day) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _whole_years(begin: tuple[int, int, int], end: tuple[int, int, int]) -> int:
    return end[0] - begin[0] - (end[1:] < begin[1:])


def is_before(first: Mention, last: Mention, most_months: int | None = None) -> bool:
    """Whether every day that the first date can mean is before the last.

    Of dates without a year, only those that are at most ``most_months`` apart are compared: January follows December.
    """
    here, there = first.value, last.value
    if isinstance(here, EdtfDate) and isinstance(there, EdtfDate) and here.is_yearless and there.is_yearless:
        return most_months is not None and _is_little_earlier(here.text, there.text, most_months)
    begin, end = _bounds(first), _bounds(last)
    return begin is not None and end is not None and begin[1] < end[0]


def _is_little_earlier(here: str, there: str, most_months: int) -> bool:
    mine, its = here.split("-"), there.split("-")
    if len(mine) != len(its) or "/" in here + there or not all(map(str.isdigit, mine[1:] + its[1:])):
        return False
    return mine[1:] < its[1:] and int(its[1]) - int(mine[1]) <= most_months


def days_of_period(mention: Mention) -> int | None:
    """How many days the last day of a period is after its first; None for no days, or days of no known year."""
    value = mention.value
    if not isinstance(value, EdtfDate) or not value.is_interval or value.is_approximate:
        return None
    first, last = (end.split("-") for end in value.text.split("/"))
    if len(first) != len(last) or len(last) != 3 or not all(map(str.isdigit, (*first[1:], *last[1:]))):  # noqa: PLR2004
        return None
    if first[:2] == last[:2]:
        return int(last[2]) - int(first[2])
    begin, end = value.earliest, value.latest
    is_dated = begin and end and all(map(str.isdigit, (first[0], last[0])))
    return (date(*_day(end)) - date(*_day(begin))).days if begin and end and is_dated else None


def months_of_period(mention: Mention) -> int | None:
    """How many months a period between two months of known years has, both counted; None for anything else."""
    value = mention.value
    if not isinstance(value, EdtfDate) or not value.is_interval or value.is_approximate:
        return None
    begin, end = value.earliest, value.latest
    ends = [each.split("-") for each in value.text.split("/")]
    if begin is None or end is None or not all(len(each) == 2 and each[0].isdigit() for each in ends):  # noqa: PLR2004
        return None
    return (end.year - begin.year) * _MONTHS + end.month - begin.month + 1


def years_of_period(mention: Mention) -> tuple[int, int] | None:
    """The years of a period between two months or days; None for anything else."""
    value = mention.value
    if not isinstance(value, EdtfDate) or not value.is_interval or value.earliest is None or value.latest is None:
        return None
    return None if value.is_approximate else (value.earliest.year, value.latest.year)
