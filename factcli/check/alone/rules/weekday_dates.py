"""Weekday and date: "Tuesday 18 July 2019" was a Thursday."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.reasons import Reason
from factcli.english.calendar import FIRST_NEW_CALENDAR, MONTH_NAMES, MONTHS, SHORT_MONTHS, WEEKDAY_NAMES, WEEKDAYS
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading

_SHORT_WEEKDAYS = "|".join(sorted(WEEKDAYS.keys() - set(WEEKDAY_NAMES), key=len, reverse=True))
_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAY_NAMES)})\b|(?:{_SHORT_WEEKDAYS})\b\.?)"
_FULL_WEEKDAY = "|".join(WEEKDAY_NAMES)
_MONTH = rf"(?:(?:{'|'.join(MONTH_NAMES)})\b|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[0-9]|20)\d\d(?!\d)"
_DATE = (
    rf"(?:(?P<day>{_DAY})\s(?:of\s)?(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR}))?"
    rf"|(?P<month2>{_MONTH})\s(?P<day2>{_DAY})(?:,?\s(?P<year2>{_YEAR}))?)"
)
_BEFORE = late_pattern(
    rf"\b(?P<weekday>{_WEEKDAY})(?:\s(?:morning|afternoon|evening))?,?\s(?:the\s)?"
    rf"(?:(?P<first>{_DAY})\s?(?:to|and|until|through|[–-])\s?(?P<weekday2>{_WEEKDAY}),?\s(?:the\s)?)?{_DATE}",
    re.IGNORECASE,
)
_AFTER = late_pattern(
    rf"\b{_DATE}(?:,\s(?:which\swas\s|was\s)?an?\s|\s\()(?P<weekday>{_FULL_WEEKDAY})\b", re.IGNORECASE
)
_CUE = late_pattern(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
_REACH = 40
_FIRST_KNOWN = 1583
_WEEK = 7


def find_wrong_weekdays(reading: Reading) -> Iterator[Disagreement]:
    """The dates whose weekday is another one; without a year only where the day of publication tells it."""
    text, done = reading.text, reading.span.start
    for cue in _CUE.finditer(text, *reading.span):
        if cue.start() < done:
            continue
        after = _BEFORE.match(text, cue.start())
        if after:
            done = after.end()
            yield from _of_match(after, reading.published)
        for match in _AFTER.finditer(text, max(0, cue.start() - _REACH), cue.end() + _REACH):
            if match.start("weekday") == cue.start():
                yield from _of_match(match, reading.published)


def _of_match(match: re.Match[str], published: date | None) -> Iterator[Disagreement]:
    month = MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
    last = _number(match["day"] or match["day2"])
    year = match["year"] or match["year2"]
    named = {match["weekday"]: last}
    groups = match.groupdict()
    if groups.get("first"):
        named = {match["weekday"]: _number(match["first"]), groups["weekday2"]: last}
    for weekday, day in named.items():
        days = _candidates(day, month, int(year) if year else None, published)
        wanted = WEEKDAYS[weekday.lower().rstrip(".")]
        if days and not any(_may_be(each, wanted) for each in days):
            working, was = _working(days, wanted)
            ends_with_weekday = match["weekday"].lower() in match[0].lower().rsplit(maxsplit=1)[-1]
            headline = f"{' '.join(match[0].split())}{',' if ends_with_weekday else ''} was a {was}"
            yield Disagreement(Reason.WRONG_WEEKDAY, Span(*match.span()), None, working, headline)
            return


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _candidates(day: int, month: int, year: int | None, published: date | None) -> list[date]:
    """The days that can be meant; none where the year is not known or there is no such day."""
    years = [year] if year else _years_around(published)
    return [found for each in years if each >= _FIRST_KNOWN and (found := _date(each, month, day))]


def _years_around(published: date | None) -> list[int]:
    return [published.year - 1, published.year, published.year + 1] if published else []


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _may_be(day: date, weekday: int) -> bool:
    if day.weekday() == weekday:
        return True
    return day.year < FIRST_NEW_CALENDAR and _julian_weekday(day) == weekday


def _julian_weekday(day: date) -> int:
    """The weekday of the day that has this name in the old calendar."""
    began_this_year = (day.month, day.day) > (2, 28)
    century = (day.year if began_this_year else day.year - 1) // 100
    behind = century - century // 4 - 2
    return (day.weekday() + behind) % _WEEK


def _working(days: list[date], wanted: int) -> tuple[str, str]:
    """What the day was and both ways of putting it right, and the weekday alone."""
    day = min(days, key=lambda each: abs(each - days[len(days) // 2]))
    shift = (wanted - day.weekday()) % _WEEK
    near = [day + timedelta(days=shift - _WEEK), day + timedelta(days=shift)]
    moved = min(near, key=lambda each: abs(each - day))
    right, wrong = WEEKDAY_NAMES[day.weekday()].capitalize(), WEEKDAY_NAMES[wanted].capitalize()
    return f"{_words(day)} was a {right}: {right} {_words(day)}, or {wrong} {_words(moved)}", right


def _words(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1].capitalize()} {day.year}"
