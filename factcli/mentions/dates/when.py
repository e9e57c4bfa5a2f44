"""What a date says, before it becomes EDTF: a year, month and day of which some are not said, or a period."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from factcli.model.edtf import days_in_month

if TYPE_CHECKING:
    Part = Literal["early", "mid", "late"]

_PLAIN = re.compile(r"(XXXX|-?[0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?~?")
_LEAP_YEAR = 2000  # a February without a year has 29 days
_MONTHS_OF_A_YEAR = 12
_DAYS_OF = {"day": 1, "week": 7}
_LAST_YEAR = 9999  # EDTF writes later ones with a Y, and no newspaper means them


class When(NamedTuple):
    """A date as far as it is said.  ``period`` is the EDTF text of what is not a plain date (decade, season, span).

    ``other`` is the second reading of an ambiguous date; such a date prints with the ``?`` of EDTF.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    period: str = ""
    other: str = ""

    @property
    def text(self) -> str:
        """The date in EDTF."""
        if self.period:
            return self.period
        year = "XXXX" if self.year is None else year_text(self.year)
        fields = [year, *(f"{field:02}" for field in (self.month, self.day) if field is not None)]
        return "-".join(fields) + ("?" if self.other else "")

    @property
    def begin(self) -> str:
        """The EDTF text of where the date begins: the earlier end of a span."""
        return self.text.partition("/")[0]

    @property
    def end(self) -> str:
        """The EDTF text of where the date ends: the later end of a span."""
        return self.text.rpartition("/")[2]

    @property
    def exists(self) -> bool:
        """Whether a calendar has this day; a 29 February without a year exists."""
        if self.year is not None and abs(self.year) > _LAST_YEAR:
            return False
        if self.month is None:
            return True
        return 1 <= self.month <= _MONTHS_OF_A_YEAR and (self.day is None or 1 <= self.day <= self.last_day)

    @property
    def last_day(self) -> int:
        """The last day of the month; without a year, February has 29."""
        return days_in_month(_LEAP_YEAR if self.year is None else self.year, self.month or 1)

    @property
    def order(self) -> tuple[int, int]:
        """Month and day, to compare dates of one year."""
        return self.month or 0, self.day or 0

    def with_year_of(self, neighbour: Self, *, earlier: bool) -> Self:
        """The date with the year of the other end of its span; one year off where the span crosses a new year."""
        if self.year is not None or self.period or neighbour.year is None or neighbour.month is None:
            return self
        crosses = self.order > neighbour.order if earlier else self.order < neighbour.order
        year = neighbour.year + (-1 if earlier else 1) * crosses
        return self._replace(year=year, other=self.other.replace("XXXX", year_text(year)))

    def shifted(self, count: int, unit: str) -> Self | None:
        """The date so many days, weeks, months or years later (or earlier); None where that is not a date."""
        if self.period or self.other:
            return None
        if unit in ("week", "fortnight"):
            count, unit = count * (7 if unit == "week" else 14), "day"
        if unit == "day":
            return self._days_later(count)
        months = count * (12 if unit == "year" else 120 if unit == "decade" else 1)
        return self._months_later(months)

    def _days_later(self, count: int) -> Self | None:
        if self.month is None or self.day is None:
            return None
        try:
            moved = date(self.year or _LEAP_YEAR, self.month, self.day) + timedelta(days=count)
        except (OverflowError, ValueError):
            return None
        return self._replace(year=self.year and moved.year, month=moved.month, day=moved.day)

    def _months_later(self, count: int) -> Self | None:
        if self.month is None:
            more_years, rest = divmod(count, 12)
            moved = None if rest or self.year is None else self._replace(year=self.year + more_years)
        else:
            more_years, month = divmod(self.month - 1 + count, 12)
            moved = self._replace(year=None if self.year is None else self.year + more_years, month=month + 1)
        return moved if moved and moved.exists else None

    def next(self, step: int = 1) -> Self | None:
        """The day, month or year right after this one (``step=-1``: right before); None for a period."""
        if self.period:
            return None
        return self.shifted(step, "day" if self.day else "month" if self.month else "year")


def plain(text: str) -> When | None:
    """The year, month and day of an EDTF text; None of a season, an open end or an uncertain date."""
    match = _PLAIN.fullmatch(text)
    if not match:
        return None
    year, month, day = match.groups()
    return When(None if year == "XXXX" else int(year), int(month) if month else None, int(day) if day else None)


def year_text(year: int) -> str:
    """The year as EDTF writes it: four digits, 1 BC is 0000."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def years(first: int, last: int) -> When:
    """The span of years from the first to the last."""
    return When(period=f"{year_text(first)}/{year_text(last)}")


def months(year: int | None, first: int, last: int) -> When:
    """The span of months of one year."""
    return When(period=f"{When(year, first).text}/{When(year, last).text}")


def nth_weekday(year: int, month: int, weekday: int, count: int) -> When | None:
    """The ``count``-th such weekday (0 is Monday) of the month, -1 the last one; None if there is none."""
    first = date(year, month, 1).weekday()
    days = range(1 + (weekday - first) % 7, days_in_month(year, month) + 1, 7)
    position = count - 1 if count > 0 else count
    return When(year, month, days[position]) if position < len(days) else None


def iso_week(year: int, week: int) -> When | None:
    """The seven days of the ISO week; None if the year has no such week."""
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return When(period=f"{monday}/{monday + timedelta(days=6)}")


def week_of_month(month: When, count: int | None) -> When | None:
    """The ``count``-th seven days of a month, the last ones for None, with ends that are approximate.

    Writers mean a week of their calendar, which begins a few days earlier or later.
    """
    last = month.last_day if count is None else 7 * count
    if not 7 <= last <= month.last_day:  # noqa: PLR2004 - the days of a week
        return None
    return _about(month._replace(day=last - 6), month._replace(day=last))


def first_days(whole: When, count: int, unit: str, *, is_last: bool) -> When | None:
    """The first or last so many days or weeks of a month or year; the ends of weeks are approximate.

    None where they are not a part of it, or of a year that is not said.
    """
    length = count * _DAYS_OF.get(unit, 0)
    year = _LEAP_YEAR if whole.year is None else whole.year
    if not 1 <= year <= _LAST_YEAR or (whole.year is None and whole.month is None):
        return None
    begin = date(year, whole.month or 1, 1)
    end = date(year, whole.month or _MONTHS_OF_A_YEAR, days_in_month(year, whole.month or _MONTHS_OF_A_YEAR))
    if not 1 < length <= (end - begin).days:
        return None
    apart = timedelta(days=length - 1)
    ends = (end - apart, end) if is_last else (begin, begin + apart)
    first, last = (When(whole.year, day.month, day.day) for day in ends)
    return _about(first, last) if unit == "week" else When(period=f"{first.text}/{last.text}")


def part_of(when: When, part: Part) -> When | None:
    """The early, middle or late third of a year, month, decade or century, its ends marked as approximate.

    Writers draw no line; a third is our convention: mid-2015 is May to August, late July the 21st to the 31st.
    """
    place = ("early", "mid", "late").index(part)
    if when.period:
        return _part_of_years(when, place)
    if when.day or when.other:
        return None
    if when.month is None:
        return _about(When(when.year, 4 * place + 1), When(when.year, 4 * place + 4))
    last = when.last_day
    return _about(
        when._replace(day=10 * place + 1),
        when._replace(day=last if place == 2 else 10 * place + 10),  # noqa: PLR2004
    )


def parts_of(when: When, first: Part, last: Part) -> When | None:
    """From the one part to the other: early to mid 1990s."""
    begin, end = part_of(when, first), part_of(when, last)
    if begin is None or end is None:
        return None
    return begin if first == last else When(period=f"{begin.begin}/{end.end}")


def _part_of_years(when: When, place: int) -> When | None:
    if not (when.begin.isdigit() and when.end.isdigit()):
        return None
    first, last = int(when.begin), int(when.end)
    cuts = [first, first + (last - first + 3) // 3, first + (last - first + 3) // 3 + (last - first) // 3, last + 1]
    return _about(When(cuts[place]), When(cuts[place + 1] - 1))


def _about(first: When, last: When) -> When:
    return When(period=f"{first.text}~/{last.text}~")
