"""The words before and after a date that make more of it: a part ("late 2015"), a bound ("since 2016"), an "about"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from factcli.english.calendar import BORDERS_OF_YEAR, HYPHENATED, PARTS, SEASONS, TIME_UNITS
from factcli.english.dates import ABOUT_CUES, AROUND_DATES, BOUND_FILLERS, BOUNDS, BOUNDS_AFTER, DENIALS, ERAS
from factcli.english.marks import APOSTROPHES, RANGE_DASHES
from factcli.mentions.dates.when import When, plain

if TYPE_CHECKING:
    from factcli.mentions.dates.grammar import Point
    from factcli.mentions.dates.when import Part
    from factcli.mentions.lexer import Tokens

    Bound = Literal["from", "beyond", "short of", "up to"]

_ENDS = frozenset({"end", "close"})
_NEAR = 7
_LONGEST_PHRASE = 4
_CLAUSE_ENDS = frozenset({"", ",", ".", ";", ")", ":"})


class Cue(NamedTuple):
    """What the words around a date add: what they make of it, and the tokens that it then takes."""

    when: When
    first: int
    after: int


def part_before(tokens: Tokens, point: Point) -> tuple[Part, Part, int] | None:
    """The first and the last part, with the token where they begin: "mid-2015", "early to mid 1990s"."""
    words, first = tokens.words, point.first
    before = first - 1
    if (border := _border_of_year(tokens, point)) is not None:
        return border
    # "The end of the 2017 season" is not the end of 2017.
    if words[before] == "the" and point.form != "year":
        before -= 1
    is_late_in = words[before] == "in" and words[before - 1] in HYPHENATED
    is_hyphen = words[before] in RANGE_DASHES and tokens.glued(first)
    if words[before] == "of" or is_late_in or is_hyphen:
        before -= 1
    part = PARTS.get(words[before])
    if part is None or (before == first - 1 and words[before] not in HYPHENATED):
        return None
    earlier = PARTS.get(words[before - 2]) if words[before - 2] in HYPHENATED else None
    if earlier and (words[before - 1] == "to" or words[before - 1] in RANGE_DASHES):
        return earlier, part, before - 2
    if words[before - 1] in RANGE_DASHES and words[before - 2] == "to" and words[before - 4] in HYPHENATED:
        return PARTS.get(words[before - 4], part), part, before - 4
    return part, part, before


def _border_of_year(tokens: Tokens, point: Point) -> tuple[Part, Part, int] | None:
    """The part of a year that "year-end" or "mid-year" before it says, and the token where it begins."""
    words = tokens.words
    head, tail = point.first - 2, point.first - 1
    head -= words[head] in RANGE_DASHES and tokens.glued(head)
    part = BORDERS_OF_YEAR.get((words[head], words[tail])) if point.form == "year" else None
    return None if part is None or words[head - 1] in {"fiscal", "financial"} else (part, part, head)


def words_of_about(tokens: Tokens, first: int) -> int:
    """How many tokens before ``first`` say that the date is approximate: "circa 1850", "c. 1850"; 0 if none."""
    words = tokens.words
    if words[first - 1] == "circa":
        return 1
    is_short = words[first - 1] == "." and words[first - 2] in {"c", "ca"} and tokens.glued(first - 1)
    is_initial = words[first - 3] == "." and tokens.glued(first - 2)  # "18 U.S.C. 1030"
    return 2 if is_short and not is_initial else 0


def words_of_around(tokens: Tokens, first: int) -> int:
    """How many tokens before ``first`` say so of a date alone: "around 1850", "on or about 4 May"; 0 if none.

    A bare "about" may be what a book or a film is about.
    """
    words = tokens.words
    if words[first - 1] not in AROUND_DATES or words[first - 2] in AROUND_DATES:
        return 0
    if words[first - 2] == "or" and words[first - 3] in {"on", "in", "at"}:
        return 3
    return int(words[first - 1] != "about" or words[first - 2] in ABOUT_CUES or words[first + 1] in ERAS)


def length_of_about(tokens: Tokens, index: int) -> int:
    """How many tokens from ``index`` on say that the date after them is approximate; 0 if none."""
    words = tokens.words
    if words[index] == "circa":
        return 1
    return 2 if words[index] in {"c", "ca"} and words[index + 1] == "." and tokens.glued(index + 1) else 0


def bound_of(tokens: Tokens, when: When, first: int, after: int) -> Cue | None:
    """The open span that "since", "before" and their like make of a date, with their own tokens; None without one."""
    if when.period and ("/.." in when.period or "../" in when.period):
        return None
    if behind := _left_open(tokens, first, after) or bound_after(tokens, after):
        kind, after = behind
        first -= tokens.words[first - 1] == "from"
        return _bounded(when, kind, first, after)
    words = tokens.words
    has_article = words[first] in PARTS or words[first] in SEASONS  # "since the summer of 1998"
    fillers = (*BOUND_FILLERS, ("the",)) if has_article else BOUND_FILLERS
    begin = first - next((len(filler) for filler in fillers if _stands_before(words, first, filler)), 0)
    for length in range(min(_LONGEST_PHRASE, begin), 0, -1):
        phrase = tuple("-" if word in RANGE_DASHES else word for word in words[begin - length : begin])
        if phrase in BOUNDS:
            # Before the end of January is all of January.
            kind_before = "up to" if phrase == ("before",) and words[first] in _ENDS else BOUNDS[phrase]
            # "Two years after 2016" is not all that came after it.
            is_distance = phrase in {("before",), ("after",)} and words[begin - 2] in TIME_UNITS
            if kind_before in {"short of", "up to"} and length == 1 and _is_denied(words, begin - 1):
                return None
            return _bounded(when, kind_before, begin - length, after) if kind_before and not is_distance else None
    return None


def _is_denied(words: list[str], index: int) -> bool:
    """Whether the clause says "not" within a few words before ``index``: "not due before", "won't reopen until"."""
    for before in range(index - 1, max(index - _NEAR, -1), -1):
        if words[before] in {",", ".", ";", ":", "?", "!", ""}:
            return False
        if words[before] in DENIALS or (words[before] == "t" and words[before - 1] in APOSTROPHES):
            return True
    return False


def _stands_before(words: list[str], first: int, phrase: tuple[str, ...]) -> bool:
    return words[first - 1] == phrase[-1] and tuple(words[first - len(phrase) : first]) == phrase


def bound_after(tokens: Tokens, after: int) -> tuple[Bound, int] | None:
    """The bound that the words after a date make of it ("2016 onwards"), with the token after them."""
    words = ["-" if word in RANGE_DASHES else word for word in tokens.words[after : after + _LONGEST_PHRASE]]
    for length in range(_LONGEST_PHRASE, 0, -1):
        if kind := BOUNDS_AFTER.get(tuple(words[:length])):
            return kind, after + length
    return None


def _left_open(tokens: Tokens, first: int, after: int) -> tuple[Bound, int] | None:
    """The bound of a date whose end is left open, with the token after it: "from 2010 on," and "(1990–)"."""
    words = tokens.words
    is_from_on = words[first - 1] == "from" and words[after] == "on" and words[after + 1] in _CLAUSE_ENDS
    is_life = words[after] in RANGE_DASHES and words[after + 1] == ")" and tokens.glued(after)
    return ("from", after + 1) if is_from_on or is_life else None


def _bounded(when: When, kind: Bound, first: int, after: int) -> Cue | None:
    edge = plain(when.begin if kind == "short of" else when.end)
    match kind:
        case "from":
            text = f"{when.begin}/.."
        case "up to":
            text = f"../{when.end}"
        case "beyond":
            following = edge and edge.next()
            text = f"{following.text}/.." if following else ""
        case "short of":
            previous = edge and edge.next(-1)
            text = f"../{previous.text}" if previous else ""
    return Cue(When(period=text), first, after) if text and not when.other else None
