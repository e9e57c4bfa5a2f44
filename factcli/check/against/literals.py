"""Weekdays, times of day and seasons: no dates by themselves, but a source either has them or has not."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.calendar import SEASONS, WEEKDAY_NAMES, WEEKDAYS
from factcli.mentions.patterns import late_pattern
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.model.facts import Mention

_FULL = "|".join(WEEKDAY_NAMES)
_SHORT = "|".join(name.capitalize() for name in WEEKDAYS if name not in WEEKDAY_NAMES)
_WEEKDAY = re.compile(rf"\b(?=[MTWFSmtwfs])(?:(?i:(?P<day>{_FULL}))s?|(?P<short>{_SHORT}))\b")
_CLOCK = re.compile(
    r"(?=\d)(?<![\w.,:£$€])(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b|"
    r"(?=\d)(?<![\w.,:£$€])(?P<hours>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)(?![\w:]|[.,]\d)",
    re.IGNORECASE,
)
# "Fall" and "spring" are seasons after such words only.
_SEASON = late_pattern(
    r"(?i:\b(?:in|during|since|until|by|last|next|this|that|early|late|mid|and|or)[ -](?:the )?)(?P<season>"
    rf"{'|'.join(SEASONS)})\b(?![ -]\d)"
)
_DIGITS = late_pattern(
    r"(?<![\w.])(?P<first>\d{1,2}|\d{4})([_/.-])(?P<second>\d{1,2})\2(?P<third>\d{4}|\d{1,2})(?![\w.])"
)
_MOST_DAYS, _CENTURY, _CENTURY_DIGITS = 31, 2000, 100
_NAMES_OF_SEASONS = {number: name for name, number in reversed(SEASONS.items())}


class Literal(NamedTuple):
    """A weekday, time of day or season: its place, and the name that is the same however it is written."""

    span: Span
    name: str


def find_literals(text: str, start: int = 0, end: int | None = None) -> list[Literal]:
    """The weekdays, times of day and seasons in ``text[start:end]``, in order.

    >>> [each.name for each in find_literals("Doors open on Friday at 7.30pm, not at 19:00.")]
    ['friday', '19:30', '19:00']
    """
    return sorted([*find_weekdays(text, start, end), *find_times(text, start, end), *find_seasons(text, start, end)])


def find_weekdays(text: str, start: int = 0, end: int | None = None) -> Iterator[Literal]:
    """The weekdays in ``text[start:end]``, in order."""
    found = _WEEKDAY.finditer(text, start, len(text) if end is None else end)
    return (Literal(Span(*match.span()), _weekday(match)) for match in found)


def find_times(text: str, start: int = 0, end: int | None = None) -> Iterator[Literal]:
    """The times of day in ``text[start:end]``, in order."""
    found = _CLOCK.finditer(text, start, len(text) if end is None else end)
    return (Literal(Span(*match.span()), _time(match)) for match in found)


def find_seasons(text: str, start: int = 0, end: int | None = None) -> Iterator[Literal]:
    """The seasons in ``text[start:end]``, in order, under one name each."""
    found = _SEASON.finditer(text, start, len(text) if end is None else end)
    return (Literal(Span(*match.span("season")), _NAMES_OF_SEASONS[SEASONS[match["season"]]]) for match in found)


def _weekday(match: re.Match[str]) -> str:
    return WEEKDAY_NAMES[WEEKDAYS[(match["day"] or match["short"]).lower()]]


def _time(match: re.Match[str]) -> str:
    hour = int(match["hour"] or match["hours"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"].lower() == "p")
    return f"{hour:02}:{match['minute'] or match['minutes'] or '00'}"


def weekdays_of(mentions: Iterable[Mention]) -> Iterator[Literal]:
    """The weekday of each mentioned day whose year is known."""
    for mention in mentions:
        value = mention.value
        day = value.earliest if isinstance(value, EdtfDate) and value.precision == "day" else None
        if day and 1 <= day.year <= date.max.year:
            yield Literal(mention.span, WEEKDAY_NAMES[date(*day).weekday()])


def weekdays_of_title(text: str, end: int) -> Iterator[Literal]:
    """The weekdays of the dates in digits that are in a title, which ends at ``end``: of either order of day and month.

    >>> [each.name for each in weekdays_of_title("Report 02_13_17", 15)]
    ['monday']
    """
    for match in _DIGITS.finditer(text, 0, end):
        first, second, third = int(match["first"]), int(match["second"]), int(match["third"])
        orders = [(first, second, third)] if first > _MOST_DAYS else [(third, first, second), (third, second, first)]
        for year, month, day in dict.fromkeys(orders):
            with suppress(ValueError):
                weekday = date(year + _CENTURY * (year < _CENTURY_DIGITS), month, day).weekday()
                yield Literal(Span(*match.span()), WEEKDAY_NAMES[weekday])
