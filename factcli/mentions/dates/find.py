"""Dates of a text as EDTF: tokens come in, matches go out.

A date is printed in one of the forms of ``dates_grammar``.  Two of them can be the ends of a span, "mid" or "the end
of" takes a part of one, "since" or "before" makes it a bound.  A year that is not printed is never filled in.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factcli.english.calendar import STARTS, TIME_UNITS
from factcli.english.dates import BETWEEN_DATES, DUE_CUES, LENGTH_CUES, VERBS_OF_MANY, WEEK_EDGES
from factcli.english.numbers import CARDINALS
from factcli.mentions.dates.bounds import Cue, bound_of, length_of_about, part_before, words_of_about, words_of_around
from factcli.mentions.dates.cues import is_meant
from factcli.mentions.dates.grammar import Page, Point
from factcli.mentions.dates.points import BLANK_LINE, find_point, page_of, point_at
from factcli.mentions.dates.when import When, parts_of
from factcli.mentions.dates.words import MAY_HOLD_DATE
from factcli.mentions.match import Match
from factcli.model.edtf import EdtfDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.mentions.lexer import Tokens

_BARE = frozenset({"year", "short_year", "month", "slash"})
_DECADES = frozenset({"short_decade", "spoken_decade"})
_SPAN_WORDS = frozenset({"between", "from"})
_SPAN_FORMS = frozenset({"days_month", "month_days", "years", "years_era", "centuries"})
_JOINED_BY_SLASH = {("iso", "iso"), ("month", "month_year"), ("month_year", "month_year")}
_SHIFTS = {"before": -1, "after": 1, "from": 1}
_SUNDAY = 6  # after its Monday
_LONGEST_LIST = 12  # in years


def find_dates(tokens: Tokens, classes: str, anchor: date | None) -> list[Match]:
    """The dates of a block, whose letters are ``classes``, in order and without overlap.

    Relative dates are found only where ``anchor`` says what day it is.
    """
    points = list(_points(page_of(tokens, classes)))
    if anchor:
        # Few texts are read with an anchor; the others need not wait for the import.
        from factcli.mentions.dates.relative import find_relative

        points = list(_with_years(tokens, sorted([*points, *find_relative(tokens, anchor, points)])))
    return [_reading(point) for point in points]


def _with_years(tokens: Tokens, points: list[Point]) -> Iterator[Point]:
    """The dates, with "July" and "last year" joined where they are next to each other."""
    waiting: Point | None = None
    for point in points:
        if waiting and _is_year_of(tokens, waiting, point):
            waiting = Point(waiting.first, point.after, waiting.when._replace(year=point.when.year), "relative")
            continue
        if waiting:
            yield waiting
        waiting = point
    if waiting:
        yield waiting


def _is_year_of(tokens: Tokens, point: Point, year: Point) -> bool:
    """Whether a relative year belongs to the day or month right before it: "in July last year"."""
    between = tokens.words[point.after : year.first]
    is_yearless = point.when.month is not None and point.when.year is None and not point.when.other
    is_year = year.form == "relative" and year.when.year is not None and year.when.month is None
    return is_yearless and is_year and between in ([], ["of"]) and point.when._replace(year=year.when.year).exists


def _reading(point: Point) -> Match:
    other = EdtfDate(point.when.other) if point.when.other else None
    value = EdtfDate(point.when.text)
    return Match(point.first, point.after, "date", value, alternative=other, is_possible=point.is_possible)


def _points(page: Page) -> Iterator[Point]:
    if not MAY_HOLD_DATE.search(page.classes):
        return
    position = 0
    previous: Point | None = None
    while found := find_point(page, position):
        points, position = found
        for point in _whole(page, points, previous):
            previous = point
            position = max(position, point.after)
            yield point


def _whole(page: Page, points: list[Point], previous: Point | None) -> list[Point]:
    """The dates as they are meant: spans joined, parts and bounds applied; empty where the words forbid a date."""
    if len(points) != 1 or not points[0].is_possible:
        return [_with_part(page, point) if point.is_possible else point for point in points]
    start = _with_part(page, points[0])
    if start.form in _SPAN_FORMS and start.when.period:
        start = _with_span_word(page, start)
    if joined := _joined(page, start):
        return joined
    is_whole = start.when == points[0].when or start.form in _DECADES
    if is_whole and not is_meant(page, points[0], listed=_is_listed(page, points[0], previous)):
        return []
    return [_bounded(page, _week(page, _shifted(page, start)))]


def _is_listed(page: Page, point: Point, previous: Point | None) -> bool:
    """Whether a date of the same kind comes before it, with a comma or an "and" between: "in 2010, 2012"."""
    if previous is None or previous.after < point.first - 3:
        return False
    between = page.tokens.words[previous.after : point.first]
    is_alike = previous.form == point.form or {previous.form, point.form} == {"year", "short_year"}
    is_excepted = between == ["but", "not"] and point.form == "year"
    if not is_alike and not is_excepted and not _is_further_year(page, point, previous):
        return False
    return bool(between) and all(word in BETWEEN_DATES for word in between)


def _is_further_year(page: Page, point: Point, previous: Point) -> bool:
    """Whether a year goes on with the list that a whole date begins: "December 31, 2016, 2015 and 2014"."""
    first, year = previous.when.year, point.when.year
    if point.form != "year" or first is None or year is None or not 0 < abs(first - year) <= _LONGEST_LIST:
        return False
    following = page.tokens.words[point.after]
    if page.tokens.words[point.first - 1] == ",":
        return following in {",", "and", "or", "&"} and page.classes[point.after + 1 : point.after + 2] == "y"
    return following not in VERBS_OF_MANY


def _with_part(page: Page, point: Point) -> Point:
    """The point narrowed by an "early", "mid", "late" or "the end of" before it."""
    found = part_before(page.tokens, point)
    when = found and parts_of(point.when, found[0], found[1])
    return point._replace(first=found[2], when=when) if found and when else point


def _joined(page: Page, left: Point) -> list[Point] | None:
    """The span or the two dates that a point begins: "18 July to 2 August", "June and August 2019"; None if alone."""
    # "Jan. – Mar. 2020"
    at = left.after + (left.form == "month" and page.classes[left.after : left.after + 2] == "p~")
    at += _is_set_off(page, left)
    joint = page.classes[at : at + 1]
    if not joint or joint not in "c-~a/":
        return None
    right = _right_end(page, at)
    if right is None or (joint == "/" and (left.form, right.form) not in _JOINED_BY_SLASH):
        return None
    before = page.tokens.words[left.first - 1]
    if joint == "a" and before != "between":
        return _pair(left, right)
    if left.form in _BARE and right.form in _BARE and not is_meant(page, left, listed=before in _SPAN_WORDS):
        return None
    when = _span(left.when, right.when)
    return [_with_span_word(page, _with_about(page, Point(left.first, right.after, when, "span")))] if when else None


def _is_set_off(page: Page, left: Point) -> bool:
    """Whether the comma after the year of an American date comes before "to": "from May 3, 1999, to June 4, 2003"."""
    words = page.tokens.words
    is_begun = words[left.first - 1] == "from" and words[left.after] == "," and words[left.after + 1] in {"to", "until"}
    return is_begun and "," in words[left.first : left.after]


def _with_span_word(page: Page, point: Point) -> Point:
    """A span with the "from" or "between" before it."""
    return point._replace(first=point.first - (page.tokens.words[point.first - 1] in _SPAN_WORDS))


def _right_end(page: Page, joint: int) -> Point | None:
    """The point after the "to" or dash at token ``joint``, within the paragraph."""
    classes, index = page.classes, joint + 1
    while classes[index : index + 1] and classes[index] in "TPo-":
        index += 1
    about = length_of_about(page.tokens, index)
    point = point_at(page, index + about)
    if about and point:
        point = _about_end(point) if point.form in {"year", "year_era"} else None
    if point is None or BLANK_LINE.search(page.tokens.surface(joint - 1, point.after)):
        return None
    part = _with_part(page, point)
    is_start = page.tokens.words[part.first] in STARTS and part.when.period
    return part._replace(when=When(period=part.when.begin)) if is_start else part


def _span(left: When, right: When) -> When | None:
    """From the one to the other; None where that is not a span."""
    begin = left.with_year_of(right, earlier=True)
    end = right.with_year_of(begin, earlier=False)
    if not (begin.exists and end.exists) or begin.text.startswith("XXXX") != end.text.startswith("XXXX"):
        return None
    if (begin.month is None and not begin.period) and end.month is not None and right.year is None:
        return None
    if begin.other or end.other:
        return _uncertain_span(begin, end)
    return _ascending(begin.begin, end.end)


def _ascending(begin: str, end: str) -> When | None:
    date = EdtfDate(f"{begin}/{end}")
    if date.earliest and date.latest and date.earliest >= date.latest:
        return None
    return When(period=date.text)


def _uncertain_span(begin: When, end: When) -> When | None:
    """The span between dates that can be read month first or day first: both the same way."""
    month_first = _ascending(begin.begin, end.end)
    day_first = _ascending((begin.other or begin.begin).partition("/")[0], (end.other or end.end).rpartition("/")[2])
    if month_first and day_first:
        return month_first._replace(other=day_first.text)
    return day_first or (month_first and When(period=month_first.text.replace("?", "")))


def _pair(left: Point, right: Point) -> list[Point] | None:
    """Two dates that share the year after the second: a span if the months follow each other, else both."""
    if left.form != right.form and not (left.form == "month" and right.form == "month_year"):
        return None
    if left.when.year is not None or right.when.year is None or left.when.month is None:
        return None
    begin = left.when.with_year_of(right.when, earlier=True)
    if not begin.exists:
        return None
    if left.form == "month" and right.when.next(-1) == begin:
        return [Point(left.first, right.after, When(period=f"{begin.text}/{right.when.text}"), "span")]
    return [left._replace(when=begin), right]


def _week(page: Page, point: Point) -> Point:
    """The seven days of "the week beginning 4 May 2020" or "the week ending May 10"."""
    words, first = page.tokens.words, point.first
    if words[first - 2 : first] == ["week", "of"]:
        return _week_around(page, point)
    first -= words[first - 1] in {"on", "from"}
    direction = WEEK_EDGES.get(words[first - 1])
    if direction is None or words[first - 2] != "week" or point.form == "shifted":
        return point
    other = point.when.shifted(6 * direction, "day") if point.when.day else None
    if other is None:
        return point
    ends = [point.when.text, other.text][::direction]
    begin = first - 2 - (words[first - 3] == "the")
    return point._replace(first=begin, when=When(period="/".join(ends)), form="week")


def _week_around(page: Page, point: Point) -> Point:
    """The seven days of "the week of May 3, 2021": from its Monday on, or from a Sunday that is named."""
    when = point.when
    if when.year is None or when.day is None or when.other or point.form == "shifted" or when.year < 1:
        return point
    weekday = date(when.year, when.month or 1, when.day).weekday()
    first = when.shifted(-(weekday % _SUNDAY), "day")
    last = first and first.shifted(_SUNDAY, "day")
    if first is None or last is None:
        return point
    begin = point.first - 2 - (page.tokens.words[point.first - 3] == "the")
    return point._replace(first=begin, when=When(period=f"{first.text}/{last.text}"), form="week")


def _shifted(page: Page, point: Point) -> Point:
    """The date that "two weeks before", "the day after" or "a year after" makes of another that is as exact as that."""
    words = page.tokens.words
    direction = _SHIFTS.get(words[point.first - 1])
    unit = TIME_UNITS.get(words[point.first - 2])
    if direction is None or unit is None:
        return point
    count, first = _count_before(words, point.first - 2)
    is_length = words[first - 1] in LENGTH_CUES
    if is_length or (words[point.first - 1] == "from" and words[first - 1] not in DUE_CUES):
        return point
    when = point.when.shifted(direction * count, unit) if count else None
    return point._replace(first=first, when=when, form="shifted") if when else point


def _count_before(words: list[str], index: int) -> tuple[int, int]:
    """The number of time units before the unit at ``index``, with the token where it begins; 0 if it is not said."""
    word = words[index - 1]
    # "The week before 18 July" is not a single day.
    if word in {"a", "an", "one"} or (word == "the" and words[index] == "day"):
        return 1, index - 1
    if word.isdigit() and len(word) <= 3:  # noqa: PLR2004 - nobody counts further than that
        return int(word), index - 1
    return (CARDINALS[word], index - 1) if word in CARDINALS else (0, index)


def _about(when: When) -> str:
    """The date as approximate; of a span the beginning, beside which the "circa" is: "c. 1736–1784"."""
    return f"{when.text}~" if "/" not in when.text else f"{when.begin}~/{when.end}"


def _about_end(point: Point) -> Point:
    """The later end of a span that a "circa" of its own comes before: "c. 1480 – c. 1550"."""
    return point._replace(when=When(period=_about(point.when)), form="about")


def _with_about(page: Page, point: Point) -> Point:
    """The point with a "circa" or "c." before it."""
    return _approximate(point, words_of_about(page.tokens, point.first))


def _approximate(point: Point, length: int) -> Point:
    """The point as an approximate one, with the ``length`` tokens before it that say so, if there are any."""
    if not length or point.when.other or "~" in point.when.begin:
        return point
    return point._replace(first=point.first - length, when=When(period=_about(point.when)))


def _bounded(page: Page, point: Point) -> Point:
    if point.form in {"shifted", "week"}:
        return point
    if (about := _with_about(page, point)) is not point:
        return about
    cue: Cue | None = bound_of(page.tokens, point.when, point.first, point.after)
    if cue:
        return Point(cue.first, cue.after, cue.when, "bound")
    return point if point.when.year is None else _approximate(point, words_of_around(page.tokens, point.first))
