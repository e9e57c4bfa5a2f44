"""The time as of which a figure holds: what its sentence says, else the day on which the text came out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.function_words import PREPOSITIONS
from factcli.english.measuring.clause_words import RELATIVE
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.narrowing import PARTS_OF_A_YEAR
from factcli.english.measuring.saying_whose import (
    COMPARED_WITH,
    FOUNDING,
    LEADING_ELSEWHERE,
    OTHER_TIMES,
    PARTING_FIGURES,
)
from factcli.extract.naming.pointed_at import after_opening
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.extract.proposing.segments import Segment
    from factcli.extract.stated_values import StatedValues
    from factcli.model.facts import Mention

_REACH = 90
_BESIDE = 30
_LONG = 9
_COMPARED_PERIOD = re.compile(r"\b(?:same|comparable|corresponding|equivalent|previous|prior) \w+ (?:in|of) \Z")
_NAME_AFTER = re.compile(r" [A-Z][a-z]")
# "The highest since 1988", "pictured in 2014".
_OF_OTHERS = frozenset({"since", "pictured", "photographed", "seen"})
_THEN = frozenset({"earlier", "before", "previously"})
_BETWEEN_DATES = frozenset({" and ", " or ", ", "})
_LENGTH_OF_A_DAY = len("2019-05-01")


def time_of(mention: Mention, segment: Segment, inside: Sequence[Mention], values: StatedValues) -> EdtfDate | None:
    """The time of a figure or quotation; None where neither its sentence nor its text says one."""
    stated = values.as_of(list(inside))
    was = segment.whole.endswith("then ", segment.span.start, mention.span.start)
    if stated or (mention.role == "age" and not was):
        return stated or values.issued
    near = min(_dates(mention, segment, inside, values), key=lambda pair: pair[0], default=None)
    return near[1] if near else values.issued


def _dates(
    mention: Mention, segment: Segment, inside: Sequence[Mention], values: StatedValues
) -> list[tuple[int, EdtfDate]]:
    """The dates of the sentence that the figure may be of, each with how far away it is."""
    found = []
    for other in inside:
        is_inside = mention.span.holds(other.span.start)
        if is_inside or not isinstance(other.value, EdtfDate) or not other.is_possible:
            continue
        away = max(other.span.start - mention.span.end, mention.span.start - other.span.end, 0)
        date = values.dated(other.value)
        if date.text.endswith("/..") or date.text.startswith("../") or _is_long(date):
            continue
        if isinstance(mention.value, Quotation) and away > _BESIDE and other.span.start - segment.span.start > _BESIDE:
            continue
        if (
            away <= _REACH and segment.span.holds(other.span.start)
            and not date.is_yearless and _is_past(date, values.issued)
            and not _is_elsewhere(date, mention, other, segment) and not _is_parted(mention, other, segment, inside)
        ):  # fmt: skip
            found.append((away, date))
    return found


def _is_long(date: EdtfDate) -> bool:
    """Whether a date is a stretch of ten years or more."""
    first, last = date.earliest, date.latest
    return first is not None and last is not None and last.year - first.year >= _LONG


def _is_elsewhere(date: EdtfDate, mention: Mention, place: Mention, segment: Segment) -> bool:
    """Whether the words before a date make it that of something else: "since 1990", "on the first quarter of 2011"."""
    if any(part.end == place.span.start - 1 for part in segment.parts):
        return True  # "Euro 2016"
    if _NAME_AFTER.match(segment.whole, place.span.end) and date.precision == "year":
        return True  # "her 1927 Loaf and Butter"
    before = segment.whole[max(place.span.start - _BESIDE, segment.span.start) : place.span.start].lower()
    if before.endswith("(") and segment.whole.startswith((")", ":"), place.span.end):
        return True  # "Ana Ruiz (1968)", "£31m (2022: £29m)"
    clause = before.rpartition(", ")[2].split()
    if (
        not FOUNDING.isdisjoint(word.strip("(") for word in clause[-2:])
        or (before.endswith(" of ") and not has_month(clause))
        or not _OF_OTHERS.isdisjoint(clause)
    ):
        return True  # "a barometer of 1862", "the highest since surveys began in 1988"
    if (
        _is_apposed(mention, place, segment)
        or _COMPARED_PERIOD.search(before)
        or _is_of_opening(mention, place, segment)
    ):
        return True  # "a fall of 4% from the same quarter in 2014"
    before = before.removesuffix("the ")
    has_day = len(date.text.partition("/")[0]) >= _LENGTH_OF_A_DAY
    return before.endswith(LEADING_ELSEWHERE) or (not has_day and before.endswith(COMPARED_WITH))


def _is_apposed(mention: Mention, place: Mention, segment: Segment) -> bool:
    """Whether a date belongs to words between commas that say who or what somebody is, and the figure does not.

    "Bo Tamm, mayor from 1990 to 1997, sold 31 boats", "Bo Tamm, who was the mayor until 1997, sold 31 boats".
    """
    words = [word for word in segment.words if place.span.start - _REACH <= word.start < place.span.start]
    comma = next((at for at in range(len(words) - 1, -1, -1) if words[at].text == ","), None)
    clause = [] if comma is None else words[comma + 1 :]
    is_relative = bool(clause) and clause[0].text in RELATIVE
    is_closed = segment.whole.startswith(",", place.span.end) or (
        is_relative and "," in segment.whole[place.span.end : mention.span.start]
    )
    if len(clause) <= 1 or not is_closed:
        return False
    is_within = clause[0].start <= mention.span.start < place.span.start
    is_name = clause[0].text not in PREPOSITIONS and not any(is_verb(word.text) for word in clause)
    return not is_within and (is_name or is_relative)


def _is_of_opening(mention: Mention, date: Mention, segment: Segment) -> bool:
    """Whether a date is in what a participle opens, and the figure after it: "Founded in 1964, Lomar has 31 boats"."""
    end = after_opening(segment)
    return end > 0 and date.span.start < segment.words[end].start <= mention.span.start


def has_month(words: Sequence[str]) -> bool:
    """Whether the last but one of the words, before "of", belongs to a date: "in March of 2011"."""
    return bool(CALENDAR_NAMES.intersection(words[-2:-1])) or not words[:-1] or words[-2] in PARTS_OF_A_YEAR


def _is_parted(mention: Mention, date: Mention, segment: Segment, inside: Sequence[Mention]) -> bool:
    """Whether a date is of another figure, which stands between, or another time does: "in 2012, and last year 70%"."""
    first, last = sorted((mention.span, date.span))
    between = {word.text for word in segment.words if first.end <= word.start < last.start}
    if not between.isdisjoint(OTHER_TIMES) or (date.span < mention.span and _has_gone_on(segment, first.end)):
        return True
    following = {word.text for word in segment.words if 0 <= word.start - mention.span.end < _BESIDE}
    is_of_another = (mention.span < date.span and not between.isdisjoint(RELATIVE)) or (
        date.span < mention.span and not following.isdisjoint(_THEN)
    )
    if is_of_another:
        return True
    is_between = any(
        isinstance(other.value, Quantity) and first.end <= other.span.start < last.start for other in inside
    )
    return is_between and not between.isdisjoint(PARTING_FIGURES)


def _has_gone_on(segment: Segment, end: int) -> bool:
    """Whether what comes after a date tells of the time since: "was founded in 1987 and has sold 31 boats"."""
    following = [word.text for word in segment.words if word.start >= end][:2]
    return following[:1] == ["and"] and not {"has", "have", "is", "are"}.isdisjoint(following)


def is_one_of_several(mention: Mention, segment: Segment, others: Sequence[Mention]) -> bool:
    """Whether a date is one of a list, of which none is when it happened: "on 16 September and 17 September"."""
    dates = [other.span for other in others if isinstance(other.value, EdtfDate) and other is not mention]
    gaps = [sorted((mention.span, span)) for span in dates]
    return any(segment.whole[one.end : other.start] in _BETWEEN_DATES for one, other in gaps)


def _is_past(date: EdtfDate, issued: EdtfDate | None) -> bool:
    """Whether a date is not after the text that gives it."""
    if issued is None or issued.latest is None or date.earliest is None:
        return True
    return date.earliest <= issued.latest
