"""The figures of a match: how yards were gained, which ones are of a single play, and what is had in each game."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.measuring.sport import LEAPS, MOVING_A_BALL, OF_A_GOAL, OF_A_LENGTH, PER, TRIES, WON, YARDS
from factcli.english.nouns import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word
    from factcli.model.facts import Mention

_PAIR = re.compile(r"\d+[-–/]\d+")
_JOINED = re.compile(r"[-–/]\d")
_JOINS = re.compile(r"\d[-–/]$")
_REACH = 14
_NEAR = 4
_YARDS = frozenset({"yard", "yards"})


def is_score(mention: Mention, text: str) -> bool:
    """Whether a number is one of two that a dash or a stroke joins: "16-1", "3/5"."""
    start, end = mention.span
    is_second = _JOINS.search(text, max(start - 2, 0), start) is not None
    return is_second or bool(_PAIR.fullmatch(mention.surface) or _JOINED.match(text, end))


def yards_gained(words: Sequence[Word], first: int, after: int) -> str:
    """How the yards of ``words[first:after]`` were gained: "passing yards" of "threw for 310 yards"; else empty."""
    near = [*words[first : after + 1], *words[max(first - _REACH, 0) : first][::-1], *words[after : after + _NEAR]]
    return next((YARDS[word.text] for word in near if word.text in YARDS), "")


def is_scored(words: Sequence[Word], after: int) -> bool:
    """Whether points are of a player or side and not of an index: "added 27 points and 11 assists", "for Vestby"."""
    following = [word.text for word in words[after : after + 2]]
    return following[:1] == ["for"] or (following[:1] == ["and"] and following[1:2] != [] and following[1][0].isdigit())


def leap(words: Sequence[Word], first: int) -> str:
    """How a length is called that somebody cleared, jumped or threw: "height" of "cleared 2.31m"; else empty."""
    return LEAPS.get(words[first - 1].text, "") if first else ""


def is_of_a_play(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether a length is that of one shot, pass or race: "a 25-yard shot", "returned it 30 yards"."""
    following = [word.text for word in words[after : after + 2]]
    is_moved = first > 0 and words[after - 1].text in _YARDS and words[first - 1].text in MOVING_A_BALL
    before = [word.text for word in words[max(first - _NEAR, 0) : first]]
    is_race = before[-1:] in (["the"], ["by"]) and not WON.isdisjoint(before)
    is_of_goal = following[:1] != [] and following[0] in OF_A_GOAL and following[1:] in (["goal"], ["kick"])
    return is_moved or is_race or is_of_goal or not OF_A_LENGTH.isdisjoint(following[:1])


def in_each(unit: str, words: Sequence[Word], after: int) -> str:
    """A mean of what is counted: "points per game" of "8.4 points and 6.1 rebounds per game"; else empty."""
    for at in range(after, min(after + _NEAR, len(words) - 1)):
        if words[at].text in PER and words[at + 1].text in TRIES and words[at - 1].text != "in":
            return f"{plural(unit)} per {words[at + 1].text}"
    return ""
