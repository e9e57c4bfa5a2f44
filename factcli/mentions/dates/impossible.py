"""Days that no calendar has: a date that does not exist comes in, a point that says so goes out, if it is meant as one.

"31 June bids" and "2019-13-01" look like such a day and are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.dates import DAY_CUES
from factcli.mentions.dates.cues import counts, ends_freely
from factcli.mentions.dates.when import When

if TYPE_CHECKING:
    from factcli.mentions.dates.grammar import Page, Point
    from factcli.mentions.lexer import Tokens

_MONTHS_OF_A_YEAR = 12
_LONGEST_MONTH = 31
_LAST_SLIP = 39
_ENDS = frozenset({"", ".", ",", ";", ":", "!", "?", ")", "]", "\u201d", '"'})
_DIGITS = frozenset({"iso", "numeric"})
_LATE = frozenset({"late_day", "month_late_day"})


def impossible(page: Page, point: Point) -> list[Point]:
    """The point with the month that the day would be in; empty where the words around it may mean something else."""
    when = point.when
    if when.month is None or not 1 <= when.month <= _MONTHS_OF_A_YEAR or not when.day:
        return []
    return [point._replace(when=When(when.year, when.month), is_possible=False)] if _is_meant(page, point) else []


def _is_meant(page: Page, point: Point) -> bool:
    tokens, day = page.tokens, point.when.day or 0
    if not ends_freely(tokens, point.after) or (tokens.glued(point.after) and tokens.words[point.after] in {"-", "_"}):
        return False
    if point.form in _DIGITS:
        return day <= _LONGEST_MONTH and _is_of_digits(tokens, point)
    if point.form in _LATE:
        return day <= _LAST_SLIP and not counts(tokens, point.after)
    if counts(tokens, point.after):
        return False
    return day <= _LONGEST_MONTH and (point.when.year is not None or _stands_as_day(tokens, point))


def _is_of_digits(tokens: Tokens, point: Point) -> bool:
    """Whether 30/2/2019 comes after a word of dates and has the four digits of a year; 2019.02.30 is a version."""
    years = [word for word in tokens.words[point.first : point.after] if len(word) == 4]  # noqa: PLR2004
    is_version = point.form == "iso" and "." in tokens.words[point.first : point.after]
    return bool(years) and not is_version and tokens.words[point.first - 1] in DAY_CUES | {"of", "is", "was"}


def _stands_as_day(tokens: Tokens, point: Point) -> bool:
    """Whether a day without a year is not a count: "on 31 June", "31 June," but not "in June 31 were hurt"."""
    before, following = tokens.words[point.first - 1], tokens.words[point.after]
    if before in {"in", "of"}:
        return False
    is_ordinal = any(word in {"st", "nd", "rd", "th"} for word in tokens.words[point.first : point.after])
    return is_ordinal or before in DAY_CUES - {"from", "by"} or following in _ENDS
