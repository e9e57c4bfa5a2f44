"""Compare a date of a draft with the date of a fact, by containment of EDTF dates."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.reasons import Reason
from factcli.english.calendar import WEEKDAY_NAMES
from factcli.english.events import SINCE, UNTIL
from factcli.model.edtf import Day, EdtfDate, days_in_month, in_year

if TYPE_CHECKING:
    from factcli.model.facts import Value

_ANY_YEAR = 2000  # a leap year: 29 February without a year stays a day
_MONTH, _YEAR = 31, 372
_MONTHS = 12


class DateAgreement(NamedTuple):
    """``holds`` is None where the fact does not decide; ``reason`` is a short stable name."""

    holds: bool | None
    reason: Reason


@lru_cache(maxsize=4096)
def compare_dates(claim: EdtfDate, fact: EdtfDate) -> DateAgreement:
    """Whether ``claim`` holds if ``fact`` is true.

    A coarser date holds a finer one; "after 2015" and "since 2016" hold for every later date; a date without
    its year is compared by month and day.
    """
    if fact.is_yearless and claim.precision not in {"day", "month", "interval"}:
        return DateAgreement(None, Reason.YEAR_UNSAID)
    claim, fact = with_year_of(claim, fact), with_year_of(fact, claim)
    if claim.is_yearless and fact.is_yearless:
        claim, fact = in_year(claim, _ANY_YEAR), in_year(fact, _ANY_YEAR)
    if claim.is_yearless or fact.is_yearless:
        return DateAgreement(None, Reason.YEAR_UNSAID)
    if claim == fact:
        return DateAgreement(holds=True, reason=Reason.SAME)
    if _is_open(fact) and not _is_open(claim):
        return _against_open(claim, fact)
    return _contained(claim, fact)


def may_include(ours: EdtfDate, theirs: EdtfDate) -> bool:
    """Whether a date can include another one or an end of it, by their days alone, or months where a year is missing.

    To compare two dates takes ten times as long, and of a thousand that a source states nearly all are apart.

    >>> may_include(EdtfDate("2019"), EdtfDate("2018-12/2019-02")), may_include(EdtfDate("2019"), EdtfDate("2018-12"))
    (True, False)
    """
    if ours.is_yearless or theirs.is_yearless:
        return any(end <= _months_of(ours) for end in _months_of_ends(theirs))
    our_days, their_days = _days(ours), _days(theirs)
    return not our_days or not their_days or (our_days[0] <= their_days[-1] and their_days[0] <= our_days[-1])


@lru_cache(maxsize=4096)
def _days(value: EdtfDate) -> list[Day]:
    """The days between which the ends of a date are, in order; none where one end is open."""
    ends = _ends_of_span(value)
    days = [day for end in ends for day in (end.earliest, end.latest) if day]
    return sorted(days) if len(days) == 2 * len(ends) else []


@lru_cache(maxsize=4096)
def _months_of_ends(value: EdtfDate) -> list[frozenset[int]]:
    """The months of each end of a date, whatever their year."""
    return [_months_of(end) for end in _ends_of_span(value)]


@lru_cache(maxsize=4096)
def _months_of(value: EdtfDate) -> frozenset[int]:
    """The months that a date may be in, whatever their year; from 0 for December."""
    dated = in_year(value, _ANY_YEAR)
    first, last = dated.earliest, dated.latest
    if first is None or last is None:
        return frozenset(range(_MONTHS))
    months = (last.year - first.year) * _MONTHS + last.month - first.month
    return frozenset((first.month + month) % _MONTHS for month in range(min(months + 1, _MONTHS)))


def _ends_of_span(value: EdtfDate) -> list[EdtfDate]:
    return [EdtfDate(end) for end in value.text.split("/")]


def with_year_of(yearless: EdtfDate, dated: EdtfDate) -> EdtfDate:
    """The date with the year of the other one, where it has none and the other lies within one year.

    >>> str(with_year_of(EdtfDate("XXXX-07-18"), EdtfDate("2019-07")))
    '2019-07-18'
    """
    if not yearless.is_yearless:
        return yearless
    named = {day.year for day in (dated.earliest, dated.latest) if day}
    return in_year(yearless, named.pop()) if len(named) == 1 and not dated.is_yearless else yearless


def weekday_differs(surface: str, value: EdtfDate) -> bool:
    """Whether ``surface`` names a weekday that the day ``value`` is not; False where no year or no weekday is said."""
    named = [word for word in surface.lower().replace(",", " ").split() if word in WEEKDAY_NAMES]
    day = value.earliest
    if len(named) != 1 or day is None or value.precision != "day" or not 1 <= day.year <= date.max.year:
        return False
    return day.day <= days_in_month(day.year, day.month) and WEEKDAY_NAMES[date(*day).weekday()] != named[0]


def _is_open(value: EdtfDate) -> bool:
    return value.is_interval and (value.earliest is None or value.latest is None)


def _named_end(value: EdtfDate) -> EdtfDate:
    return EdtfDate(value.text.replace("..", "").strip("/"))


def _against_open(claim: EdtfDate, fact: EdtfDate) -> DateAgreement:
    """A claim without an open end, where the fact says "since 2016": 2016 holds, 2015 does not, 2018 is undecided."""
    if claim.covers(_named_end(fact)):
        return DateAgreement(holds=True, reason=Reason.SAME_END)
    if claim.intersects(fact):
        return DateAgreement(None, Reason.FACT_IS_OPEN)
    return DateAgreement(holds=False, reason=Reason.OTHER_DATE)


def _contained(claim: EdtfDate, fact: EdtfDate) -> DateAgreement:
    if _shares_one_end(claim, fact):
        return DateAgreement(holds=False, reason=Reason.OTHER_END)
    if claim.covers(fact):
        return DateAgreement(holds=True, reason=Reason.DATE_HOLDS)
    if not claim.intersects(fact):
        near = claim.is_approximate and _is_neighbour(claim, fact)
        return DateAgreement(None if near else False, Reason.APPROXIMATE_DATE if near else Reason.OTHER_DATE)
    if fact.covers(claim):
        return DateAgreement(None, Reason.FINER_THAN_THE_FACT)
    if _is_decade(claim):
        begins = claim.earliest and fact.earliest and claim.earliest <= fact.earliest
        return DateAgreement(True if begins else None, Reason.DATE_HOLDS if begins else Reason.OTHER_SPAN)
    both_closed = claim.is_interval and fact.is_interval and not _is_open(claim) and not _is_open(fact)
    return DateAgreement(False if both_closed else None, Reason.OTHER_SPAN)


def _is_decade(value: EdtfDate) -> bool:
    """Whether a span is a decade: what begins in it is of that time, what only reaches into it may be."""
    if not value.is_interval or not (value.earliest and value.latest):
        return False
    first, last = value.earliest, value.latest
    return first.year % 10 == 0 and (first.month, first.day) == (1, 1) and last == Day(first.year + 9, 12, 31)


def _shares_one_end(claim: EdtfDate, fact: EdtfDate) -> bool:
    """Whether two spans with both ends named begin together or end together, but not both: 2007-2015 and 2007-2017."""
    if not (claim.is_interval and fact.is_interval) or _is_open(claim) or _is_open(fact):
        return False
    return (claim.earliest == fact.earliest) != (claim.latest == fact.latest)


def _is_neighbour(claim: EdtfDate, fact: EdtfDate) -> bool:
    """Whether "about" may stretch as far: from 2016 to 2017, from the middle of March to that of April."""
    ends = [day for day in (claim.earliest, claim.latest, fact.earliest, fact.latest) if day]
    if len(ends) < 4:  # noqa: PLR2004 - two dates have four ends
        return False
    first, last, begin, end = map(_place_in_time, ends)
    reach = _YEAR if last - first >= _MONTH - 1 else _MONTH
    return begin - last <= reach and first - end <= reach


def _place_in_time(day: Day) -> int:
    """A number that grows by about one a day; what a calendar lacks, such as 29 February 2019, has one too."""
    return (day.year * 12 + day.month) * _MONTH + day.day


def open_side(surface: str) -> str:
    """Which end of an open period the words of a date name: its start, its end, or neither."""
    word = surface.partition(" ")[0].lower()
    return "start" if word in SINCE else "end" if word in UNTIL else ""


def named_end(value: Value) -> Value:
    """The end of an open period that is named: of "since 1992" that is 1992."""
    is_open = isinstance(value, EdtfDate) and ".." in value.text
    return EdtfDate(value.text.replace("..", "").strip("/")) if isinstance(value, EdtfDate) and is_open else value
