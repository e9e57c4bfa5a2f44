"""Weekdays and times of day: no dates by themselves, but a source either has them or has not."""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import suppress
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.against.judgement import SourceJudgement
from factcli.check.reasons import Reason
from factcli.english.calendar import WEEKDAY_NAMES, WEEKDAYS
from factcli.english.dates import FUTURE, NO_PAST, PAST_VERBS
from factcli.mentions.patterns import late_pattern
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.check.against.read_source import ReadSource
    from factcli.check.passages import Passage
    from factcli.model.facts import Mention

_FULL = "|".join(WEEKDAY_NAMES)
_SHORT = "|".join(name.capitalize() for name in WEEKDAYS if name not in WEEKDAY_NAMES)
_WEEKDAY = re.compile(rf"\b(?=[MTWFSmtwfs])(?:(?i:(?P<day>{_FULL}))s?|(?P<short>{_SHORT}))\b")
_CLOCK = re.compile(
    r"(?=\d)(?<![\w.,:£$€])(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b|"
    r"(?=\d)(?<![\w.,:£$€])(?P<hours>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)(?![\w:]|[.,]\d)",
    re.IGNORECASE,
)


_DIGITS = late_pattern(
    r"(?<![\w.])(?P<first>\d{1,2}|\d{4})([_/.-])(?P<second>\d{1,2})\2(?P<third>\d{4}|\d{1,2})(?![\w.])"
)
_SHORTEST_PAST = 5
_MOST_DAYS, _CENTURY, _CENTURY_DIGITS = 31, 2000, 100
# Of many places in the sources, this many are compared by their words.
_MOST_COMPARED = 20
# What the sentences must share to be about the same thing.
_LEAST_SHARED = 0.5


class Literal(NamedTuple):
    """A weekday or a time of day: its place, and the name that is the same however it is written."""

    span: Span
    name: str


def find_literals(text: str, start: int = 0, end: int | None = None) -> list[Literal]:
    """The weekdays and times of day in ``text[start:end]``, in order.

    >>> [each.name for each in find_literals("Doors open on Friday at 7.30pm, not at 19:00.")]
    ['friday', '19:30', '19:00']
    """
    return sorted([*find_weekdays(text, start, end), *find_times(text, start, end)])


def find_weekdays(text: str, start: int = 0, end: int | None = None) -> Iterator[Literal]:
    """The weekdays in ``text[start:end]``, in order."""
    found = _WEEKDAY.finditer(text, start, len(text) if end is None else end)
    return (Literal(Span(*match.span()), _weekday(match)) for match in found)


def find_times(text: str, start: int = 0, end: int | None = None) -> Iterator[Literal]:
    """The times of day in ``text[start:end]``, in order."""
    found = _CLOCK.finditer(text, start, len(text) if end is None else end)
    return (Literal(Span(*match.span()), _time(match)) for match in found)


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


Places = dict[str, list[tuple[int, Span]]]
"""Where the weekdays or times are, by name: the number of a source, and the place in its text."""


def _by_name(found: Iterable[Iterable[Literal]]) -> Places:
    """The places of what each source has."""
    places: defaultdict[str, list[tuple[int, Span]]] = defaultdict(list)
    for number, literals in enumerate(found):
        for literal in literals:
            places[literal.name].append((number, literal.span))
    return dict(places)


class SourceLiterals:
    """The weekdays and times of day of all sources, by name, with their places."""

    def __init__(self, texts: Sequence[ReadSource]) -> None:
        self._texts = texts

    @cached_property
    def _weekdays(self) -> Places:
        dated = (weekdays_of(mention for mentions in text.mentions for mention in mentions) for text in self._texts)
        named = (find_weekdays(text.text) for text in self._texts)
        return _by_name(map(chain, named, dated))

    @cached_property
    def _titled(self) -> Places:
        """The weekdays of the days that titles have in digits."""
        ends = (text.sentences[0].end if text.sentences else 0 for text in self._texts)
        return _by_name(weekdays_of_title(text.text, end) for text, end in zip(self._texts, ends, strict=True))

    @cached_property
    def _times(self) -> Places:
        return _by_name(find_times(text.text) for text in self._texts)

    def judge(self, literal: Literal, passage: Passage) -> SourceJudgement | None:
        """The verdict on a literal of a draft's sentence; None where the sources have nothing of its kind."""
        of_kind = self._of_kind(literal, passage)
        places = of_kind.get(literal.name, [])[:_MOST_COMPARED]
        if not places:
            return SourceJudgement("unsupported", Reason.NOT_STATED) if of_kind else None
        shared, number, span = max((self._shared(passage, *place), *place) for place in places)
        reason = Reason.STATED if shared >= _LEAST_SHARED else Reason.ELSEWHERE
        return SourceJudgement("confirmed" if shared >= _LEAST_SHARED else "unknown", reason, number, span)

    def _of_kind(self, literal: Literal, passage: Passage) -> Places:
        """All weekdays or all times; that a title has a day says only when something was."""
        if literal.name not in WEEKDAY_NAMES:
            return self._times
        return self._weekdays or (self._titled if _tells_of_past(passage, literal.span.start) else {})

    def _shared(self, passage: Passage, number: int, span: Span) -> float:
        """The share of the draft's words that the sentence of the source has."""
        ours = {word.stem for word in passage.words if word.is_content}
        text = self._texts[number]
        return len(ours & text.stems(text.sentence_at(span.start))) / max(len(ours), 1)


def _tells_of_past(passage: Passage, offset: int) -> bool:
    """Whether the last word before ``offset`` that tells of a time tells of the past."""
    before = [word.text for word in passage.words if word.start < offset]
    times = (word for word in reversed(before) if word in FUTURE or word in PAST_VERBS or _is_regular(word))
    return next((word not in FUTURE for word in times), False)


def _is_regular(word: str) -> bool:
    return word.endswith("ed") and len(word) >= _SHORTEST_PAST and word not in NO_PAST
