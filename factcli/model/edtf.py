"""Dates as EDTF (ISO 8601-2, level 1 and what facts need of level 2): parse, print, compare.

The text form is the value: ``2019-07-18``, ``2015-01``, ``196X``, ``2019-22`` (summer), ``2007/2015``,
``2016/..``, ``2019~``, and ``XXXX-07-18`` for a day without a year.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_POINT = re.compile(
    r"(?P<year>-?(?=[0-9X]{4}(?![0-9X]))[0-9]{0,4}X{0,4}|Y-?[1-9][0-9]{4,8})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<qualifier>[?~%]?)",
)
_LEAP_GAP = 8  # the most years from one 29 February to the next
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# ISO 8601-2, 4.8: the code in place of the month -> (first month, number of months).  EDTF leaves the months
# of a season to the reader; these are the meteorological ones.  A winter runs into the next year.
_MONTHS = {"": (1, 12)} | {f"{month:02}": (month, 1) for month in range(1, 13)}
_SEASONS = {
    "21": (3, 3), "22": (6, 3), "23": (9, 3), "24": (12, 3),
    "25": (3, 3), "26": (6, 3), "27": (9, 3), "28": (12, 3),
    "29": (9, 3), "30": (12, 3), "31": (3, 3), "32": (6, 3),
    "33": (1, 3), "34": (4, 3), "35": (7, 3), "36": (10, 3),
    "37": (1, 4), "38": (5, 4), "39": (9, 4),
    "40": (1, 6), "41": (7, 6),
}  # fmt: skip
_DIVISIONS = _MONTHS | _SEASONS


class EdtfError(FactcliError):
    """A text that is not a valid EDTF date, or names a day that does not exist."""


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; years count as in ISO 8601 (0000 is 1 BC)."""

    year: int
    month: int
    day: int

    @property
    def number(self) -> int:
        """The day as one integer that sorts as the days do: 20190718."""
        return self.year * 10000 + self.month * 100 + self.day


class EdtfDate(msgspec.Struct, frozen=True):
    """A date, a span of dates or a date with unknown digits; equal when written alike.

    Make one of foreign text with :func:`parse_edtf`.  A reader that composes a valid text may call the
    class directly.
    """

    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def is_interval(self) -> bool:
        """Whether this is a span with a first and a last date (``2007/2015``)."""
        return "/" in self.text

    @property
    def is_yearless(self) -> bool:
        """Whether some end has a month but no year: ``XXXX-07-18``, ``../XXXX-07``."""
        return "XXXX" in self.text

    @property
    def is_approximate(self) -> bool:
        """Whether the source itself says "about" (``~``, ``%``)."""
        return "~" in self.text or "%" in self.text

    @property
    def precision(self) -> str:
        """One of ``day``, ``month``, ``season`` (also quarters), ``year``, ``decade``, ``century``, ``interval``."""
        year, month, day = _fields(self.text)
        if self.is_interval or day:
            return "interval" if self.is_interval else "day"
        if month:
            return "season" if month in _SEASONS else "month"
        return {0: "year", 1: "decade"}.get(year.count("X"), "century")

    @property
    def earliest(self) -> Day | None:
        """The first day that the date can mean; None when it is open or has no year."""
        return _first_day(self.text.partition("/")[0])

    @property
    def latest(self) -> Day | None:
        """The last day that the date can mean; None when it is open or has no year."""
        return _last_day(self.text.rpartition("/")[2])

    def covers(self, other: EdtfDate) -> bool:
        """Whether every day that ``other`` can mean is one that this date can mean.

        A date without a year covers what it covers in some year; no dated one covers it.

        >>> EdtfDate("2019-07").covers(EdtfDate("2019-07-18"))
        True
        """
        if self.is_yearless or other.is_yearless:
            return self.is_yearless and any(mine.covers(its) for mine, its in _in_same_years(self, other))
        begins = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        return begins and (self.latest is None or (other.latest is not None and other.latest <= self.latest))

    def intersects(self, other: EdtfDate) -> bool:
        """Whether some day can be meant by both; without a year: in some year.

        >>> EdtfDate("2007/2015").intersects(EdtfDate("2015-01"))
        True
        """
        if self.is_yearless or other.is_yearless:
            return any(mine.intersects(its) for mine, its in _in_same_years(self, other))
        return _overlaps(self.earliest, other.latest) and _overlaps(other.earliest, self.latest)


def parse_edtf(text: str) -> EdtfDate:
    """The EDTF date that ``text`` spells; raises :class:`EdtfError` with what is wrong with it.

    >>> str(parse_edtf("2019-07-18"))
    '2019-07-18'
    """
    parts = text.split("/")
    points = [part for part in parts if part not in ("", "..")]
    if len(parts) > 2 or not points:  # noqa: PLR2004 - a span has two ends
        raise _not_edtf(text)
    for point in points:
        _check_point(point, text)
    date = EdtfDate(text)
    if date.is_yearless and not all(point.startswith("XXXX") for point in points):
        raise EdtfError(f"'{text}' has a year at one end only", hint="give both years or none")
    if date.earliest and date.latest and date.earliest > date.latest:
        raise EdtfError(f"'{text}' ends before it begins", hint="write the earlier date first")
    return date


def days_in_month(year: int, month: int) -> int:
    """How many days the month (1 to 12) of that year has."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _MONTH_DAYS[month - 1]  # noqa: PLR2004 - February


def _check_point(point: str, text: str) -> None:
    year, month, day = _fields(point)
    if not any(map(str.isdigit, year + month + day)):
        raise _not_edtf(text)
    if month not in _DIVISIONS:
        raise EdtfError(f"'{text}' names month {month}", hint="months run from 01 to 12, seasons from 21 to 24")
    if day and not 1 <= int(day) <= _longest(year, month):
        raise EdtfError(f"'{text}' names a day that does not exist", hint="check the day and the month")


def _longest(year: str, month: str) -> int:
    """The most days the month can have: none in a season, 31 in an unknown month; without a year, February has 29."""
    if not month or month in _SEASONS:
        return 0 if month else 31
    return days_in_month(2000 if "X" in year else _year_bounds(year)[0], int(month))


def _not_edtf(text: str) -> EdtfError:
    hint = "write 2019-07-18, 2015-01, 2019, 2007/2015 or XXXX-07-18"
    return EdtfError(f"'{text[:40]}' is not a valid EDTF date", hint=hint)


@lru_cache(maxsize=4096)
def _fields(point: str) -> tuple[str, str, str]:
    """Year, month and day as digits; "" for a missing month or day, and for all three if it is not a date."""
    match = _POINT.fullmatch(point)
    if not match:
        return "", "", ""
    month, day = ((match[field] or "").replace("XX", "") for field in ("month", "day"))
    return match["year"], month, day


@lru_cache(maxsize=4096)
def _year_bounds(digits: str) -> tuple[int, int]:
    low, high = sorted(int(digits.removeprefix("Y").replace("X", filled)) for filled in "09")
    return low, high


@lru_cache(maxsize=4096)
def _first_day(point: str) -> Day | None:
    year, month, day = _fields(point)
    if not year or year == "XXXX":
        return None
    return Day(_year_bounds(year)[0], _DIVISIONS[month][0], int(day or 1))


@lru_cache(maxsize=4096)
def _last_day(point: str) -> Day | None:
    year, month, day = _fields(point)
    if not year or year == "XXXX":
        return None
    begins, length = _DIVISIONS[month]
    more_years, month_before = divmod(begins + length - 2, 12)
    last, month_number = _year_bounds(year)[1] + more_years, month_before + 1
    return Day(last, month_number, int(day) if day else days_in_month(last, month_number))


def _overlaps(first: Day | None, last: Day | None) -> bool:
    return first is None or last is None or first <= last


def _in_same_years(left: EdtfDate, right: EdtfDate) -> Iterator[tuple[EdtfDate, EdtfDate]]:
    """Both dates with their missing years filled in, for each choice of years that could bring them together."""
    for left_year, right_year in _years_to_try(left, right):
        if _exists(left, left_year) and _exists(right, right_year):
            yield in_year(left, left_year), in_year(right, right_year)


def _years_to_try(left: EdtfDate, right: EdtfDate) -> Iterable[tuple[int, int]]:
    dated = right if left.is_yearless else left
    if dated.is_yearless:
        return ((2000, 2000), (2000, 1999), (1999, 2000))  # A leap year, and what begins in the year before
    days = [day for day in (dated.earliest, dated.latest) if day]
    first = days[0].year - (0 if dated.earliest else _LEAP_GAP)
    last = days[-1].year + (0 if dated.latest else _LEAP_GAP)
    # "30 December to 2 January" begins in the year before; an open end already reaches it.
    begin = first if ".." in left.text + right.text else first - 1
    return ((year, year) for year in range(begin, min(last, first + _LEAP_GAP) + 1))


def _exists(date: EdtfDate, year: int) -> bool:
    """Whether no part of the yearless date is a 29 February that ``year`` lacks."""
    return "XXXX-02-29" not in date.text or days_in_month(year, 2) == 29  # noqa: PLR2004 - a leap year


def in_year(date: EdtfDate, year: int) -> EdtfDate:
    """The date with ``year`` where it has none; a span whose end comes before its beginning ends in the year after."""
    filled = date.text.replace("XXXX", _year_text(year))
    begin, _, end = filled.partition("/")
    if end and (first := _first_day(begin)) and (last := _last_day(end)) and last < first:
        filled = f"{begin}/{end.replace(_year_text(year), _year_text(year + 1))}"
    return EdtfDate(filled)


def _year_text(year: int) -> str:
    """The year as EDTF writes it: at least four digits, and a Y before more."""
    digits = f"{abs(year):04}"
    return ("Y" if len(digits) > 4 else "") + ("-" if year < 0 else "") + digits  # noqa: PLR2004 - four digits


def yearless_days(date: EdtfDate) -> tuple[int, int]:
    """First and last day of a date without a year, as month * 100 + day: ``XXXX-07`` is 700 to 731."""
    begin, _, end = str(date).partition("/")
    return _month_day(begin, 0), _month_day(end or begin, 31)


def _month_day(point: str, missing_day: int) -> int:
    _, month, day = [*point.rstrip("?~%").split("-"), "", ""][:3]
    return (int(month) * 100 if month.isdigit() else 0) + (int(day) if day.isdigit() else missing_day)
