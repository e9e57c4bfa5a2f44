"""Holidays with a fixed day or a fixed distance from Easter: their names, and their day in a year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcli.english.calendar import FIXED_HOLIDAYS, MONTHLY_HOLIDAYS, MOVABLE_HOLIDAYS, VAGUE_HOLIDAYS
from factcli.mentions.dates.when import When, nth_weekday

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens


_NAMES = sorted(
    (name.split() for name in (*FIXED_HOLIDAYS, *MOVABLE_HOLIDAYS, *MONTHLY_HOLIDAYS)), key=len, reverse=True
)
_LONGEST = len(_NAMES[0])
HOLIDAY_BEGINNINGS = frozenset(name[0] for name in _NAMES)


def length_of_holiday(tokens: Tokens, index: int) -> int:
    """How many tokens the longest holiday at ``index`` takes; 0 if there is none."""
    found = _straight(tokens.words[index : index + _LONGEST])
    return next((len(name) for name in _NAMES if found[: len(name)] == name), 0)


def _straight(words: list[str]) -> list[str]:
    return ["'" if word == "\u2019" else word for word in words]


def holiday(words: list[str], year: int | None) -> When | None:
    """The day of the holiday that these tokens name; None where the name alone is not one ("Easter")."""
    name = " ".join(_straight(words))
    if year is None and name in VAGUE_HOLIDAYS | MOVABLE_HOLIDAYS.keys() | MONTHLY_HOLIDAYS.keys():
        return None
    if name in FIXED_HOLIDAYS:
        return When(year, *FIXED_HOLIDAYS[name])
    if year is None or not date.min.year < year < date.max.year:
        return None
    if name in MONTHLY_HOLIDAYS:
        month, weekday, count, later = MONTHLY_HOLIDAYS[name]
        first = nth_weekday(year, month, weekday, count)
        return first and first.shifted(later, "day")
    day = easter(year) + timedelta(days=MOVABLE_HOLIDAYS[name])
    return When(day.year, day.month, day.day)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).

    >>> easter(2018)
    datetime.date(2018, 4, 1)
    """
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = moon + weekday - 7 * ((year % 19 + 11 * moon + 22 * weekday) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)
