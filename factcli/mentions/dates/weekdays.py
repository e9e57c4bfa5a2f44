"""Weekdays alone, beside the day of writing: "died on Tuesday" is the last one, "will meet on Tuesday" the next.

The nearest verb decides; where it says nothing about the time, the weekday is not a date.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcli.english.calendar import WEEKDAYS
from factcli.english.dates import FUTURE, NO_PAST, PAST_AUXILIARIES, PAST_VERBS
from factcli.english.numbers import ORDINAL_SUFFIXES
from factcli.mentions.dates.grammar import Point
from factcli.mentions.dates.when import When

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

_WEEK = 7
_SIX_WEEKS = 42
_NEAR = 14
_BEFORE_PARTICIPLE = 4
_SHORTEST_PAST = 5  # letters of a regular verb
_ENDS = frozenset({"", ".", "!", "?", ";", ":"})
_OPENINGS = _ENDS | {"\u201c", '"', ")"}
_PLANNED = FUTURE - {"will", "ll", "shall"}


def weekday_at(tokens: Tokens, index: int, today: date) -> Point | None:
    """The day that the weekday at ``index`` is, seen from ``today``; None where the words do not decide it."""
    words, before = tokens.words, tokens.words[index - 1]
    if numbered := _numbered(tokens, index, today):
        return numbered
    if not tokens.is_capitalised(index) or not (before == "on" or _is_past(words, index - 1)):
        return None
    if words[index + 1] in {"and", "or", "to", "through", "-", "\u2013"} or words[index + 1].isdigit():
        return None
    direction = _direction(words, index)
    if not direction:
        return None
    days = direction * (WEEKDAYS[words[index]] - today.weekday()) % _WEEK
    day = today + timedelta(days=direction * days)
    return Point(index, index + 1, When(day.year, day.month, day.day), "relative")


def _numbered(tokens: Tokens, index: int, today: date) -> Point | None:
    """The "Thursday 14th" that is nearest to ``today``, where one is within six weeks."""
    words, number = tokens.words, index + 1 + (tokens.words[index + 1] == "the")
    is_day = words[number].isdigit() and words[number + 1] in ORDINAL_SUFFIXES and tokens.glued(number + 1)
    if not is_day or not tokens.is_capitalised(index):
        return None
    for shift in sorted(range(-_SIX_WEEKS, _SIX_WEEKS + 1), key=abs):
        ordinal = today.toordinal() + shift
        day = date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else today
        if str(day.day) == words[number].lstrip("0") and day.weekday() == WEEKDAYS[words[index]]:
            return Point(index, number + 2, When(day.year, day.month, day.day), "relative")
    return None


def _direction(words: list[str], index: int) -> int:
    """-1 where the nearest verb tells of the past, 1 where it tells of what will be, 0 where it tells neither."""
    before = index - (words[index - 1] == "on")
    begins = before == 0 or words[before - 1] in _OPENINGS
    places = range(index + 1, index + _NEAR) if begins else range(before - 1, max(before - _NEAR, 0) - 1, -1)
    for place in places:
        if words[place] in _ENDS:
            return 0
        told = _told(words, place)
        if told is not None:
            return told
    return 0


def _told(words: list[str], place: int) -> int | None:
    """What the word tells of the time, None for nothing; "was scheduled" and "will be held" are seen whole."""
    earlier = words[max(0, place - _BEFORE_PARTICIPLE) : place]
    if words[place] in FUTURE:
        return 0 if words[place] in _PLANNED and not PAST_AUXILIARIES.isdisjoint(earlier) else 1
    if not _is_past(words, place):
        return None
    return 1 if not FUTURE.isdisjoint(earlier) or words[place - 1] in {"be", "to"} else -1


def _is_past(words: list[str], place: int) -> bool:
    word = words[place]
    is_regular = word.endswith("ed") and len(word) >= _SHORTEST_PAST and word not in NO_PAST
    return is_regular or word in PAST_VERBS
