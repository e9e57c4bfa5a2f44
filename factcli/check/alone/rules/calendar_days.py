"""No such day: "31 September 2020", "2021-04-31", "29 February 2019"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.reasons import Reason
from factcli.english.calendar import FIRST_NEW_CALENDAR, MONTH_NAMES, MONTHS, SHORT_MONTHS
from factcli.mentions.patterns import late_pattern
from factcli.model.edtf import days_in_month
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading

_MONTH = rf"(?:(?P<month>{'|'.join(MONTH_NAMES)})|(?P<short>{'|'.join(SHORT_MONTHS)})\.?)"
_DAY = r"(?P<day>29|3[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d,.]\d)"
# With dots only after a word that a date follows: a version may look the same.
_DOTTED = late_pattern(
    r"\b(?:on|from|until|till|by|of|dated|since|to) (?P<day>29|3[0-9])\.(?P<month>0?[1-9]|1[0-2])\."
    r"(?P<year>1[5-9]\d\d|20\d\d)(?![\w-])(?!\.\d)"
)
# Only days of 29 and more can be missing, so the patterns begin with those.
_PATTERNS = (
    late_pattern(rf"(?<![\w.,/:-]){_DAY}\s(?:of\s)?{_MONTH},?\s{_YEAR}", re.IGNORECASE),
    late_pattern(rf"\b{_MONTH}\s(?:the\s)?{_DAY}(?:,\s?|\s){_YEAR}", re.IGNORECASE),
    late_pattern(r"(?<![\w./:-])(?P<year>1[5-9]\d\d|20\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>29|3[0-9])(?![\w-]|\.\w)"),
    late_pattern(r"(?<![\w./:-])(?P<day>29|3[0-9])/(?P<month>0?[1-9]|1[0-2])/(?P<year>1[5-9]\d\d|20\d\d)(?![\w/-])"),
)
# A day that only some months have is what is looked for; the words around it are read then.
_LATE_DAY = late_pattern(r"(?<!\d)(?:29|3\d)(?!\d)")
_REACH_BEFORE, _REACH_AFTER = 16, 24
_FEBRUARY = 2
_LEAP = 29
# Nobody writes of the 37th of a month; a number that large belongs to something else.
_LARGEST_SLIP = 35


def find_impossible_days(reading: Reading) -> Iterator[Disagreement]:
    """The dates of days that no calendar has."""
    for late in _LATE_DAY.finditer(reading.text, reading.span.start, reading.span.end):
        start, end = max(0, late.start() - _REACH_BEFORE), late.end() + _REACH_AFTER
        for pattern in (*_PATTERNS, _DOTTED):
            for match in pattern.finditer(reading.text, start, end):
                if match.start("day") == late.start() and (flaw := _flaw(match)):
                    yield flaw


def _flaw(match: re.Match[str]) -> Disagreement | None:
    month, day, year = _month(match), int(match["day"]), int(match["year"])
    longest = days_in_month(year, month)
    if not longest < day <= _LARGEST_SLIP or _is_old_leap_day(year, month, day):
        return None
    return Disagreement(Reason.IMPOSSIBLE_DATE, Span(*match.span()), None, _working(year, month, longest))


def _month(match: re.Match[str]) -> int:
    name = match["month"] or match.groupdict().get("short") or ""
    return int(name) if name.isdigit() else MONTHS[name.lower()]


def _is_old_leap_day(year: int, month: int, day: int) -> bool:
    """Whether it is a leap day of the Julian calendar, or the one 30 February that there was."""
    if month != _FEBRUARY or year >= FIRST_NEW_CALENDAR:
        return False
    # The old calendar had a leap day in every century.
    return (day == _LEAP and year % 4 == 0) or (day, year) == (30, 1712)


def _working(year: int, month: int, longest: int) -> str:
    name = MONTH_NAMES[month - 1].capitalize()
    following = MONTH_NAMES[month % 12].capitalize()
    where = f"{name} {year}" if month == _FEBRUARY else name
    return f"{where} has {longest} days: {longest} {name} or 1 {following}"
