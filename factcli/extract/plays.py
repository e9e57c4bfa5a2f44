"""The figures of a match: how yards were gained, which ones are of a single play, and what is had in each game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.measuring.sport import MOVING_A_BALL, OF_A_GOAL, OF_A_LENGTH, TRIES, YARDS
from factcli.english.nouns import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word

_REACH = 14
_NEAR = 4
_PER = frozenset({"per", "a", "an", "each", "every"})


def yards_gained(words: Sequence[Word], first: int, after: int) -> str:
    """How the yards of ``words[first:after]`` were gained: "passing yards" of "threw for 310 yards"; empty if unsaid."""
    near = [*words[first : after + 1], *words[max(first - _REACH, 0) : first][::-1], *words[after : after + _NEAR]]
    return next((YARDS[word.text] for word in near if word.text in YARDS), "")


def is_of_a_play(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether a length is that of one shot, pass or race: "a 25-yard shot", "returned it 30 yards"."""
    following = [word.text for word in words[after : after + 2]]
    is_moved = words[after - 1].text in {"yard", "yards"} and words[first - 1].text in MOVING_A_BALL if first else False
    is_of_goal = following[:1] != [] and following[0] in OF_A_GOAL and following[1:] in (["goal"], ["kick"])
    return is_moved or is_of_goal or not OF_A_LENGTH.isdisjoint(following[:1])


def in_each(unit: str, words: Sequence[Word], after: int) -> str:
    """A mean of what is counted: "points per game" of "7.3 points and 5.8 rebounds per game"; empty where it is none."""
    for at in range(after, min(after + _NEAR, len(words) - 1)):
        if words[at].text in _PER and words[at + 1].text in TRIES:
            return f"{plural(unit)} per {words[at + 1].text}"
    return ""
