"""Dates that count from another day: "yesterday" from the day of writing, "three days later" from the date before it.

Only what the words decide is read.  A verb says on which side of the day of writing "on Tuesday" is; "the last year" is
a length of time and not a date.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.calendar import MONTHS, PARTS, SEASONS, TIME_UNITS, WEEKDAY_NAMES, WEEKDAYS
from factcli.english.dates import FUTURE, PERIOD_OWNERS
from factcli.english.marks import APOSTROPHES
from factcli.english.numbers import CARDINALS, ORDINALS
from factcli.mentions.dates.grammar import Point
from factcli.mentions.dates.weekdays import weekday_at
from factcli.mentions.dates.when import When, months, part_of, year_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from factcli.mentions.lexer import Tokens

_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}
# How far back a text may have named the day that "three days later" counts from, in tokens.
_REACH = 150
_LONGEST_SENTENCE = 25
_MONDAY_TO_SUNDAY = 6
# The years of which the calendar of Python has the neighbours too.
_FIRST_YEAR, _LAST_YEAR = 2, 9998
_MONTHS_OF = {"quarter": 3, "half": 6}
_DECEMBER = 12
_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


class RelativeCue(NamedTuple):
    """A word that may begin or end a relative date: where it is, the day of writing, and the date named before it."""

    tokens: Tokens
    at: int
    today: date
    base: When | None


def find_relative(tokens: Tokens, today: date, printed: Sequence[Point]) -> list[Point]:
    """The relative dates of a block, given the printed ones, in order; none overlaps a printed one."""
    if not _FIRST_YEAR <= today.year <= _LAST_YEAR:
        return []
    points: list[Point] = []
    taken = [(point.first, point.after) for point in printed]
    before = 0
    for index, word in enumerate(tokens.words[: tokens.count]):
        rule = _RULES.get(word)
        if rule is None:
            continue
        while before < len(printed) and printed[before].after <= index:
            before += 1
        point = rule(RelativeCue(tokens, index, today, _base(printed[max(0, before - 1) : before], index)))
        if point and _is_free(point, taken[max(0, before - 1) : before + 2]) and _is_behind(point, points):
            points.append(point)
    return points


def _base(previous: Sequence[Point], index: int) -> When | None:
    near = previous and index - previous[0].after <= _REACH and not previous[0].when.other
    return previous[0].when if near else None


def _is_free(point: Point, taken: Sequence[tuple[int, int]]) -> bool:
    return all(point.after <= first or after <= point.first for first, after in taken)


def _is_behind(point: Point, points: list[Point]) -> bool:
    return not points or points[-1].after <= point.first


def _of(day: date) -> When:
    return When(day.year, day.month, day.day)


def _named_day(place: RelativeCue) -> Point | None:
    """Yesterday, today, tomorrow, the day before yesterday."""
    words, index = place.tokens.words, place.at
    if words[index + 1] in APOSTROPHES and words[index] == "today":
        return None
    shift, first = _DAYS[words[index]], index
    if words[index - 2 : index] in (["day", "before"], ["day", "after"]) and shift:
        shift, first = 2 * shift, index - 2 - (words[index - 3] == "the")
    return Point(first, index + 1, _of(place.today + timedelta(days=shift)), "relative")


def _weekday_alone(place: RelativeCue) -> Point | None:
    return weekday_at(place.tokens, place.at, place.today)


def _named_period(place: RelativeCue) -> Point | None:
    """Last month, this year, next spring, last Tuesday, last May; with "early", "the end of" or "earlier" before it."""
    words, first = place.tokens.words, place.at
    when = None if words[first - 1] in PERIOD_OWNERS else _period(words[first + 1], _STEPS[words[first]], place.today)
    if when is None:
        return None
    if words[first] == "this" and words[first - 1] in {"earlier", "later"}:
        return Point(first - 1, first + 2, _side(when, words[first - 1], place.today), "relative")
    before = first - 1 - (words[first - 1] == "of")
    if words[before] in _MONTHS_OF and words[first + 1] == "year" and when.year:
        return _part_of_year(place, before, when.year)
    if (part := PARTS.get(words[before])) and (narrowed := part_of(when, part)):
        return Point(before, first + 2, narrowed, "relative")
    return Point(first, first + 2, when, "relative")


def _part_of_year(place: RelativeCue, before: int, year: int) -> Point | None:
    """The third quarter of last year, the first half of this year."""
    words, first = place.tokens.words, before - 1
    count, length = ORDINALS.get(words[first], 0), _MONTHS_OF[words[before]]
    if not 1 <= count <= _DECEMBER // length:
        return Point(place.at, place.at + 2, When(year), "relative")
    first -= words[first - 1] == "the"
    return Point(first, place.at + 2, months(year, (count - 1) * length + 1, count * length), "relative")


def _period(name: str, step: int, today: date) -> When | None:
    if name in WEEKDAYS:
        return _weekday(WEEKDAYS[name], step, today)
    if name in MONTHS:
        return _month(MONTHS[name], step, today)
    if name in SEASONS:
        return _season(SEASONS[name], step, today)
    match name:
        case "week":
            monday = today + timedelta(days=7 * step - today.weekday())
            return When(period=f"{monday}/{monday + timedelta(days=_MONDAY_TO_SUNDAY)}")
        case "month" | "year":
            return _rounded(_of(today), name).shifted(step, name)
    return None


def _weekday(weekday: int, step: int, today: date) -> When | None:
    """Last Tuesday is the one before today.  Next Tuesday is clear only where this week's is over."""
    if step < 0:
        return _of(today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1))
    if step > 0 and weekday <= today.weekday():
        return _of(today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1))
    return None


def _month(month: int, step: int, today: date) -> When:
    """Last May is the one before this month, next May the one after it, this May that of the year."""
    year = today.year + (step if (month >= today.month if step < 0 else month <= today.month) else 0)
    return When(year, month)


def _season(season: int, step: int, today: date) -> When | None:
    """This summer is that of the year; last summer the one that is over, next summer the one that has not begun."""
    begun = _FIRST_MONTHS[season]
    if step == 0:
        return None if begun == _DECEMBER else When(period=f"{year_text(today.year)}-{season}")
    year = today.year + (begun <= today.month) if step > 0 else _last_over(begun + 2, today)
    return When(period=f"{year_text(year)}-{season}")


def _last_over(month: int, today: date) -> int:
    """The year of the last season that is over, by its last month; 14 is the February of the year after."""
    months_ago = today.year * 12 + today.month - 1 - month
    return months_ago // 12


def _side(when: When, word: str, today: date) -> When:
    """What of this week, month or year was before today, or comes after it."""
    if when.year and not when.day:
        begin, end = When(when.year, when.month or 1, 1), When(when.year, when.month or 12)
        last = end.shifted(1, "month")
        close = last and When(last.year, last.month, 1).shifted(-1, "day")
    else:
        begin, close = When(period=when.begin), When(period=when.end)
    if word == "earlier":
        return When(period=f"{begin.text}/{today}")
    return When(period=f"{today}/{close.text}") if close else when


def _ago(place: RelativeCue) -> Point | None:
    """Two days ago, a year ago; as exact as the unit that is counted."""
    return _moved(place, place.at, -1, place.at + 1)


def _from_now(place: RelativeCue) -> Point | None:
    """In two weeks, in three months' time, four days from now."""
    words, index = place.tokens.words, place.at
    unit = _unit_after(words, index + 1)
    if unit is None:
        return None
    after = unit + 1
    if ending := _length_of_now(words, after):
        after += ending
    elif not _is_future(place.tokens, index) or words[after] == "of":
        return None
    found = _moved(place, unit + 1, 1, after)
    return found._replace(first=index) if found else None


def _length_of_now(words: list[str], index: int) -> int:
    """How many tokens "from now", "time" or "'s time" take; 0 for anything else."""
    if words[index : index + 2] == ["from", "now"]:
        return 2
    apostrophe = words[index] in APOSTROPHES
    length = apostrophe + (apostrophe and words[index + 1] == "s")
    return length + 1 if words[index + length] == "time" else 0


def _unit_after(words: list[str], index: int) -> int | None:
    """The place of the unit of time after a number at ``index``."""
    return index + 1 if _count(words[index]) and words[index + 1] in TIME_UNITS else None


def _is_future(tokens: Tokens, index: int) -> bool:
    sentence = tokens.words[max(0, index - _LONGEST_SENTENCE) : index]
    begin = max((place + 1 for place, word in enumerate(sentence) if word in {".", "!", "?", ";"}), default=0)
    return not FUTURE.isdisjoint(sentence[begin:])


def _moved(place: RelativeCue, behind_unit: int, direction: int, after: int) -> Point | None:
    """The date that "N units", ending before ``behind_unit``, lies away from the day of writing."""
    words = place.tokens.words
    unit, count = TIME_UNITS.get(words[behind_unit - 1]), _count(words[behind_unit - 2])
    if unit is None or not count:
        return None
    when = _rounded(_of(place.today), unit).shifted(direction * count, unit)
    if when is None:
        return None
    if unit in {"week", "fortnight", "decade"}:
        when = When(period=f"{when.text}~")
    return Point(behind_unit - 2, after, when, "relative")


def _later(place: RelativeCue) -> Point | None:
    """Three days later, two years earlier: from the date that the text named before."""
    words, index = place.tokens.words, place.at
    unit, count = TIME_UNITS.get(words[index - 1]), _count(words[index - 2])
    if unit is None or not count:
        return None
    when = _from_base(place.base, unit, count if words[index] == "later" else -count)
    return Point(index - 2, index + 1, when, "relative") if when else None


def _following(place: RelativeCue) -> Point | None:
    """The following day, the next day, the previous year: from the date that the text named before."""
    words, index = place.tokens.words, place.at
    unit = TIME_UNITS.get(words[index + 1])
    if (
        unit is None
        or words[index - 1] != "the"
        or words[index + 1] != unit
        or (words[index] == "next" and unit != "day")
    ):
        return None
    when = _from_base(place.base, unit, -1 if words[index] == "previous" else 1)
    return Point(index - 1, index + 2, when, "relative") if when else None


def _next(place: RelativeCue) -> Point | None:
    return _following(place) or _named_period(place)


def _from_base(base: When | None, unit: str, count: int) -> When | None:
    if base is None or base.period or unit in {"fortnight", "decade"}:
        return None
    return _rounded(base, unit).shifted(count, unit)


def _rounded(when: When, unit: str) -> When:
    """The date as exactly as a count of such units can be: months later is a month, years later a year."""
    if unit in {"year", "decade"}:
        return When(when.year)
    return when._replace(day=None) if unit == "month" else when


def _count(word: str) -> int:
    """The number of a short count; 0 for any other word."""
    if word in {"a", "an"}:
        return 1
    if word.isdigit() and len(word) <= 3:  # noqa: PLR2004 - nobody counts days further than that
        return int(word)
    return CARDINALS.get(word, 0)


_RULES: dict[str, Callable[[RelativeCue], Point | None]] = {
    **dict.fromkeys(_DAYS, _named_day),
    **dict.fromkeys(WEEKDAY_NAMES, _weekday_alone),
    "last": _named_period,
    "this": _named_period,
    "next": _next,
    "following": _following,
    "previous": _following,
    "ago": _ago,
    "in": _from_now,
    "later": _later,
    "earlier": _later,
}
