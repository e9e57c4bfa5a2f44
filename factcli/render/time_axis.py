"""Dated facts -> the axis that they are drawn on: a place from 0 to 1 for each day, with dates along it.

The axis is drawn to the logarithm of its gaps: days in a row are visibly apart, even where others are years apart.
"""

from __future__ import annotations

import math
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.calendar import MONTH_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.index import Hit

_APPROXIMATE = ("~", "%")
_YEAR = 10_000
_FIRST_OF_A_YEAR, _LAST_OF_A_YEAR = 101, 1231


class TimeSpan(NamedTuple):
    """When a fact is, as places on the axis; ``None`` is an open end, and an approximate end is not exactly there."""

    begin: float | None
    end: float | None
    begins_about: bool = False
    ends_about: bool = False


class Tick(NamedTuple):
    """A date along the axis, written as far as it differs from the one before."""

    place: float
    day: int
    label: str


class TimeAxis:
    """Where each day of some dated facts is."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        days = sorted({day for hit in hits for day in ends_of(hit)})
        at, places = 0.0, [0.0] if days else []
        for early, late in pairwise(days):
            at += 1 + math.log10(_days_between(early, late))
            places.append(at)
        self._places = {day: place / (at or 1) for day, place in zip(days, places, strict=True)}

    def span_of(self, hit: Hit) -> TimeSpan:
        """Where a fact with a known day is."""
        begins, _, ends = hit.value.partition("/")
        return TimeSpan(
            None if hit.first_day is None else self._places[hit.first_day],
            None if hit.last_day is None else self._places[hit.last_day],
            begins.endswith(_APPROXIMATE),
            (ends or begins).endswith(_APPROXIMATE),
        )

    def ticks(self, least_gap: float) -> Iterator[Tick]:
        """Dates along the axis, at least ``least_gap`` apart, from the first day on."""
        before: Tick | None = None
        for day, place in self._places.items():
            # The last day of a year is where a span of years ends; its date would say December.
            is_end = day % _YEAR == _LAST_OF_A_YEAR
            if before is None or (place - before.place >= least_gap and not is_end):
                before = Tick(place, day, _label(day, before.day if before else None))
                yield before


def dated(hits: Iterable[Hit]) -> list[Hit]:
    """The facts of which a day with its year is known, by their days."""
    return sorted((hit for hit in hits if ends_of(hit)), key=lambda hit: (ends_of(hit), hit.id))


def ends_of(hit: Hit) -> tuple[int, ...]:
    """First and last day as numbers; empty where no year is known."""
    known = [number for number in (hit.first_day, hit.last_day) if number is not None]
    return (known[0], known[-1]) if known else ()


def _label(day: int, before: int | None) -> str:
    """``2015``, ``Jul 2019``, ``Oct`` later in that year, ``18 Jul`` later in that month."""
    year, rest = divmod(day, _YEAR)
    month = MONTH_NAMES[rest // 100 - 1][:3].capitalize()
    if before is None or before // _YEAR != year:
        return f"{year}" if rest in (_FIRST_OF_A_YEAR, _LAST_OF_A_YEAR) else f"{month} {year}"
    return f"{rest % 100} {month}" if before // 100 == day // 100 else month


def _days_between(early: int, late: int) -> int:
    return max(1, _ordinal(late) - _ordinal(early))


def _ordinal(number: int) -> int:
    """A day number -> days since year 1; exact within the calendar of ``datetime``, close enough beyond it."""
    year, rest = divmod(number, _YEAR)
    if 1 <= year <= date.max.year:
        return date(year, rest // 100, rest % 100).toordinal()
    return int(year * 365.2425) + rest // 100 * 30 + rest % 100
