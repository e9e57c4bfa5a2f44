"""The printed dates of a text, one after the other: matches of the grammar in places where a date can be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.calendar import AMBIGUOUS, HYPHENATED
from factcli.english.marks import RANGE_DASHES
from factcli.mentions.dates.bounds import words_of_about
from factcli.mentions.dates.cues import counts
from factcli.mentions.dates.days import DAYS
from factcli.mentions.dates.grammar import GRAMMAR, Page, Point, Printed
from factcli.mentions.dates.impossible import impossible
from factcli.mentions.dates.periods import PERIODS
from factcli.mentions.dates.when import When

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

_MEANINGS = DAYS | PERIODS
BLANK_LINE = re.compile(r"\n[ \t\r]*+\n")
# A figure right after one of these is a part of something else: "$12", "6,107.31", "#3", "A12".
_TIED_BEFORE = frozenset("$€£¥₹%#+=./,:\\")
_CURRENCY_SIGNS = frozenset("$€£¥₹")
_NUMERIC = re.compile(r"d([-/.])d\1[ydt]")


def page_of(tokens: Tokens, classes: str) -> Page:
    """The tokens of a block with their letters, and with the order in which the text writes numeric dates."""
    text = tokens.text[tokens.starts[0] : tokens.ends[tokens.count - 1]] if tokens.count else ""
    return Page(tokens, classes, _is_day_first(tokens, classes), is_lower=text == text.lower())


def _is_day_first(tokens: Tokens, classes: str) -> bool | None:
    """Whether numeric dates start with the day, by those with a 13 or more; None if there is none, or both."""
    orders = set()
    for match in _NUMERIC.finditer(classes):
        first, second = int(tokens.words[match.start()]), int(tokens.words[match.start() + 2])
        if (first > 12) != (second > 12):  # noqa: PLR2004 - no such month
            orders.add(first > second)
    return orders.pop() if len(orders) == 1 else None


def find_point(page: Page, start: int) -> tuple[list[Point], int] | None:
    """The next printed date from token ``start`` on, and where to go on reading; None if there are no more.

    The list is empty where something looks like a date and is not one ("2019-13-01"), and has two of "18 and 21 July".
    """
    match = GRAMMAR.search(page.classes, start)
    if not match:
        return None
    points = _read(page, match) if _stands_free(page.tokens, match.start()) else None
    if points:
        return points, points[-1].after
    return [], match.start() + 1 if points is None else match.end()


def point_at(page: Page, start: int) -> Point | None:
    """The one date that is printed right at token ``start``."""
    match = GRAMMAR.match(page.classes, start)
    points = _read(page, match) if match else None
    return points[0] if points and len(points) == 1 and points[0].is_possible else None


def _read(page: Page, match: re.Match[str]) -> list[Point] | None:
    """What a match says; None if its place shows that it is not a date at all, empty if no calendar has it."""
    first = match.start()
    shorter: re.Match[str] | None = _within_paragraph(page, match)
    while shorter:
        points = _said(page, shorter)
        if points is not None:
            return points
        # "2007 and 2009" is not a span of years, but it begins with a year.
        shorter = GRAMMAR.match(page.classes, first, shorter.end() - 1)
    return None


def _said(page: Page, match: re.Match[str]) -> list[Point] | None:
    form = match.lastgroup or ""
    printed = Printed(page, match, form)
    said = _MEANINGS[form](printed) if _is_month_name(printed) else None
    if isinstance(said, When):
        point = Point(match.start(), match.end(), said, form)
        return [point] if said.exists else impossible(page, point)
    return said


def _within_paragraph(page: Page, match: re.Match[str]) -> re.Match[str] | None:
    """The match, shortened to its part before a blank line if one runs through it."""
    tokens, first, after = page.tokens, match.start(), match.end()
    surface = tokens.surface(first, after)
    if "\n" not in surface or not (blank := BLANK_LINE.search(surface)):
        return match
    border = tokens.starts[first] + blank.start()
    return GRAMMAR.match(page.classes, first, next(i for i in range(first, after) if tokens.starts[i] > border))


def _stands_free(tokens: Tokens, first: int) -> bool:
    """Whether what starts here is not the tail of a longer figure, an amount of money or an identifier."""
    if not tokens.words[first].isdigit():
        return True
    before = tokens.words[first - 1]
    if not tokens.glued(first):
        return before not in _CURRENCY_SIGNS
    if before in RANGE_DASHES:
        return tokens.words[first - 2] in HYPHENATED
    return not (before.isalnum() or before in _TIED_BEFORE) or words_of_about(tokens, first) > 0


def _is_month_name(printed: Printed) -> bool:
    """Whether the month is one: "may" and "march" in lower case need a year, or a text without capitals."""
    if not printed.has("month") or printed.year:
        return True
    tokens, first = printed.page.tokens, printed.match.start(f"{printed.form}_month")
    if tokens.words[first] not in AMBIGUOUS or tokens.is_capitalised(first) or "h" in printed.match[0]:
        return True
    after = printed.match.end()
    return printed.page.is_lower and not counts(tokens, after) and tokens.words[after] != "of"
