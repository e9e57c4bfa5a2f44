"""Dates as EDTF (ISO 8601-2, level 1 and what facts need of level 2): parse, print, compare.

The text form is the value: ``2019-07-18``, ``2015-01``, ``196X``, ``2019-22`` (summer), ``2007/2015``,
``2016/..``, ``2019~``, and ``XXXX-07-18`` for a day whose year is not said.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from factcli.errors import FactcliError

_POINT = re.compile(
    r"(?P<year>-?[0-9]{1,4}X{0,4}|X{4}|Y-?[1-9][0-9]{4,8})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<qualifier>[?~%]?)",
)
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# ISO 8601-2, 4.8: code -> (first month, number of months).  EDTF leaves the months of a season to the
# reader; these are the meteorological ones.  A winter runs into the next year.
_DIVISIONS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip


class EdtfError(FactcliError):
    """A text that is no EDTF date, or names a day that no calendar has."""


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
        """Whether no year is said: ``XXXX-07-18``."""
        return self.text.startswith("XXXX")

    @property
    def is_approximate(self) -> bool:
        """Whether the source itself says "about" (``~``, ``%``)."""
        return "~" in self.text or "%" in self.text

    @property
    def is_uncertain(self) -> bool:
        """Whether the reading is in doubt (``?``, ``%``)."""
        return "?" in self.text or "%" in self.text

    @property
    def precision(self) -> str:
        """One of ``day``, ``month``, ``season`` (also quarters), ``year``, ``decade``, ``century``, ``interval``."""
        return "interval" if self.is_interval else _precision(_fields(self.text))

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

        >>> EdtfDate("2019-07").covers(EdtfDate("2019-07-18"))
        True
        """
        if self.is_yearless:
            return _recurs(other, self)
        if other.is_yearless:
            return False
        return _at_most(self.earliest, other.earliest, open_end=self._opens) and _at_most(
            other.latest, self.latest, open_end=self._stays_open
        )

    def intersects(self, other: EdtfDate) -> bool:
        """Whether some day can be meant by both.

        >>> EdtfDate("2007/2015").intersects(EdtfDate("2015-01"))
        True
        """
        if self.is_yearless:
            return _touches(self, other)
        if other.is_yearless:
            return _touches(other, self)
        return _at_most(self.earliest, other.latest) and _at_most(other.earliest, self.latest)

    @property
    def _opens(self) -> bool:
        return self.earliest is None

    @property
    def _stays_open(self) -> bool:
        return self.latest is None


def parse_edtf(text: str) -> EdtfDate:
    """The EDTF date that ``text`` spells; raises :class:`EdtfError` with what is wrong with it.

    >>> str(parse_edtf("2019-07-18"))
    '2019-07-18'
    """
    parts = text.split("/")
    if len(parts) > 2 or not any(part.strip(".") for part in parts):  # noqa: PLR2004 - a span has two ends
        raise _not_edtf(text)
    for part in parts:
        if part not in ("", "..") or len(parts) == 1:
            _check_point(part, text)
    date = EdtfDate(text)
    if date.earliest and date.latest and date.earliest > date.latest:
        raise EdtfError(f"'{text}' ends before it begins", hint="write the earlier date first")
    return date


def days_in_month(year: int, month: int) -> int:
    """How many days the month (1 to 12) of that year has."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _MONTH_DAYS[month - 1]  # noqa: PLR2004 - February


def _check_point(part: str, text: str) -> None:
    match = _POINT.fullmatch(part)
    if not match or (len(match["year"].lstrip("-")) != 4 and match["year"][0] != "Y"):  # noqa: PLR2004 - four digits
        raise _not_edtf(text)
    year, month, day = match["year"], match["month"], match["day"]
    if month and month != "XX" and not (1 <= int(month) <= 12 or int(month) in _DIVISIONS):  # noqa: PLR2004
        raise EdtfError(f"'{text}' names month {month}", hint="months run from 01 to 12, seasons from 21 to 24")
    if day and day != "XX":
        # A day without its year may be 29 February.
        longest = 31 if month == "XX" else _longest(2000 if "X" in year else _year(year), int(month))
        if not 1 <= int(day) <= longest:
            raise EdtfError(f"'{text}' names a day that no calendar has", hint="check the day and the month")


def _longest(year: int, month: int) -> int:
    return days_in_month(year, month) if month <= 12 else 0  # noqa: PLR2004 - a season has no days


def _not_edtf(text: str) -> EdtfError:
    return EdtfError(f"'{text[:40]}' is no EDTF date", hint="write 2019-07-18, 2015-01, 2019, 2007/2015 or XXXX-07-18")


def _fields(point: str) -> tuple[str, str, str]:
    match = _POINT.fullmatch(point)
    return (match["year"], match["month"] or "", match["day"] or "") if match else ("", "", "")


def _precision(fields: tuple[str, str, str]) -> str:
    year, month, day = fields
    if day and day != "XX":
        return "day"
    if month and month != "XX":
        return "month" if int(month) <= 12 else "season"  # noqa: PLR2004 - months of the year
    return {0: "year", 1: "decade"}.get(year.count("X"), "century")


def _year(digits: str) -> int:
    return int(digits.removeprefix("Y"))


def _year_bounds(digits: str) -> tuple[int, int]:
    low, high = _year(digits.replace("X", "0")), _year(digits.replace("X", "9"))
    return (low, high) if low <= high else (high, low)


def _first_day(point: str) -> Day | None:
    year, month, day = _fields(point)
    if not year or year == "XXXX":
        return None
    first = _year_bounds(year)[0]
    if not month or month == "XX":
        return Day(first, 1, 1)
    if int(month) in _DIVISIONS:
        return Day(first, _DIVISIONS[int(month)][0], 1)
    return Day(first, int(month), int(day) if day and day != "XX" else 1)


def _last_day(point: str) -> Day | None:
    year, month, day = _fields(point)
    if not year or year == "XXXX":
        return None
    last = _year_bounds(year)[1]
    if not month or month == "XX":
        return Day(last, 12, 31)
    if int(month) in _DIVISIONS:
        begins, length = _DIVISIONS[int(month)]
        more_years, ends = divmod(begins + length - 2, 12)
        return Day(last + more_years, ends + 1, days_in_month(last + more_years, ends + 1))
    return Day(last, int(month), int(day) if day and day != "XX" else days_in_month(last, int(month)))


def _at_most(left: Day | None, right: Day | None, *, open_end: bool = True) -> bool:
    """Whether left <= right, where None is an open end that only ``open_end`` allows."""
    return open_end if left is None or right is None else left <= right


def _month_day(date: EdtfDate) -> tuple[str, str]:
    return _fields(date.text.partition("/")[0])[1:]


def _recurs(date: EdtfDate, yearless: EdtfDate) -> bool:
    """Whether ``date`` lies within the yearless day or month, whatever its year."""
    if date.is_interval or yearless.is_interval:
        return date == yearless
    month, day = _month_day(yearless)
    other_month, other_day = _month_day(date)
    return month == other_month and day in ("", "XX", other_day)


def _touches(yearless: EdtfDate, other: EdtfDate) -> bool:
    """Whether some year would put the yearless date within ``other``."""
    if other.is_yearless:
        return _recurs(other, yearless) or _recurs(yearless, other)
    first, last = other.earliest, other.latest
    if first is None or last is None or last.year - first.year > 1:
        return True
    begin, _, end = yearless.text.partition("/")
    return any(
        other.intersects(EdtfDate(begin.replace("XXXX", year) + (f"/{end.replace('XXXX', year)}" if end else "")))
        for year in {f"{first.year:04}", f"{last.year:04}"}
    )
