"""A later event with an earlier date: "arrested on 12 May and charged on 10 May", "born 1864 ... died in 1846"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.templates import AMOUNT, DATE, YEAR, matches
from factcli.check.alone.times import is_before, year_of
from factcli.check.reasons import Reason
from factcli.english.events import COURSES
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template

_WHEN = f"[{DATE}{YEAR}]"
_ON = r"(?: (?:on|in|at|by|for|from|[a-z]{1,15}+)){0,4}? (?:on |in )?"


def _course(events: tuple[str, ...], number: int) -> re.Pattern[str]:
    """An event of a course, and one that can only come later, of the same subject."""
    earlier, later = events[number], "|".join(events[number + 1 :])
    return late_pattern(
        rf"\b(?:{earlier}){_ON}(?P<first>{_WHEN})(?:, [a-z ]{{2,30}}? {_WHEN})?,? (?:and(?: then)?(?: later| "
        rf"finally)?|then|before being)"
        r"(?: was| were| had been)?"
        rf" (?:{later}){_ON}(?P<last>{_WHEN})"
    )


# The words of which a match has one, and the pattern.
_PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    *(
        (tuple(events[number].split("|")), _course(events, number))
        for events in COURSES
        for number in range(len(events) - 1)
    ),
    (
        ("born",),
        late_pattern(
            rf"\(born(?: on| in)? (?P<first>{_WHEN})\)(?:(?!\b(?:father|mother|brother|sister|son|daughter|wife"
            r"|husband|whose|widow)\b)"
            rf"[^.;]){{0,90}}?\b(?:he|she|before (?:his|her) death|and) (?:died |was killed )?(?:on|in) "
            rf"(?P<last>{_WHEN})"
        ),
    ),
    (
        ("born",),
        late_pattern(
            rf"\bborn(?: on| in)? (?P<first>{_WHEN})[,;–—-]? ?(?:and |who |he |she )?(?:died|dead)(?: on| in)? "
            rf"(?P<last>{_WHEN})"
        ),
    ),
    # What a person or firm did before there was any.
    (
        ("born", "founded", "established", "formed"),
        late_pattern(
            rf"\b(?:born|founded|established|formed)(?: in [a-z]{{1,20}}+)?(?: in| on) (?P<first>{_WHEN}), (?:(?:he|she"
            r"|it|the [a-z]{3,15}) )?(?:broke up|split up|folded|collapsed|won|played|moved"
            r"|joined|became|wrote|painted|married|graduated|began|signed|took|opened|published|made|left)\b(?:(?!\b"
            rf"(?:that|which|who|whose|when|where)\b)[^.;,\ue002\ue006]){{0,40}}? (?:in|on) (?P<last>{_WHEN})"
        ),
    ),
)
# Turned round: "from 2017 to 2007", "between 1945 and 1939", "(1864-1846)".
_PERIODS = (
    late_pattern(
        rf"\bfrom (?P<first>[{DATE}{YEAR}]) (?:to|until|till|through) (?P<last>[{DATE}{YEAR}])(?! (?:back|bc|bce|b\.c))"
    ),
    late_pattern(rf"\bbetween (?P<first>[{DATE}{YEAR}]) and (?P<last>[{DATE}{YEAR}])(?! (?:bc|bce|b\.c))"),
    late_pattern(rf"\((?P<first>[{DATE}{YEAR}{AMOUNT}]) ?[–—-] ?(?P<last>[{DATE}{YEAR}{AMOUNT}])\)"),
)
# "Shut on 3 May, two days before it was opened on 1 May".
_BEFORE_IT = late_pattern(
    rf"\b(?:on|in) (?P<here>{_WHEN}),? (?:(?:just |only )?{AMOUNT} )?(?P<side>before|after) (?:it|he|she|they) "
    rf"(?:was |were |had |had been )?[a-z]{{3,15}}(?: [a-z]{{1,12}}+){{0,3}}? (?:on|in) (?P<there>{_WHEN})"
)
# Years before this may be years before our era that do not say so.
_FIRST_SURE = 1000
_LAST_SURE = 2100
_BACKWARDS = late_pattern(r"\b(?:back|bc|bce|b\.c|countdown|backwards?|reverse|versus|compared|compare|comparison)\b")
_MOST_MONTHS = 4


def find_wrong_orders(reading: Reading) -> Iterator[Disagreement]:
    """The pairs of dates that are the wrong way round."""
    for template in reading.templates:
        if len(template.mentions) > 1 and (DATE in template or YEAR in template):
            yield from _wrong_events(template)
            yield from _wrong_periods(template)
            yield from _wrong_sides(template)


def _wrong_events(template: Template) -> Iterator[Disagreement]:
    if template.count(DATE + YEAR) < 2:  # noqa: PLR2004 - of two events
        return
    possible = (pattern for words, pattern in _PATTERNS if any(word in template for word in words))
    for pattern in possible:
        for match in matches(pattern, template):
            first, last = template.group(match, "first"), template.group(match, "last")
            if is_before(last, first, _MOST_MONTHS):
                yield Disagreement(Reason.WRONG_ORDER, last.span, first.span, f"that is before {first.surface}")


def _wrong_sides(template: Template) -> Iterator[Disagreement]:
    for match in matches(_BEFORE_IT, template):
        here, there = template.group(match, "here"), template.group(match, "there")
        first, last = (here, there) if match["side"] == "before" else (there, here)
        if is_before(last, first):
            yield Disagreement(Reason.WRONG_ORDER, there.span, here.span, f"{here.surface} is not {match['side']} that")


def _wrong_periods(template: Template) -> Iterator[Disagreement]:
    if _BACKWARDS.search(template.words):
        return
    for pattern in _PERIODS:
        for match in matches(pattern, template):
            first, last = template.group(match, "first"), template.group(match, "last")
            begin, end = year_of(first), year_of(last)
            if (
                begin
                and end
                and _FIRST_SURE <= end < begin <= _LAST_SURE
                and _has_four_digits(first.surface, last.surface)
            ):
                yield Disagreement(Reason.WRONG_ORDER, last.span, first.span, f"the period ends before {first.surface}")


def _has_four_digits(*surfaces: str) -> bool:
    return all(re.search(r"(?<!\d)\d{4}(?!\d)", surface) for surface in surfaces)
