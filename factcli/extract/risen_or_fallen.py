"""What rose or fell, where a figure says by how much or to what: "sales fell 4%", "revenue rose £3m to £301m"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.english.aliases import country_of
from factcli.english.function_words import ADVERBS, AUXILIARIES, QUANTITIES
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.narrowing import CHANGES, LINKING
from factcli.english.measuring.saying_whose import BEFORE_FIGURES, SCALES_OF_SUMS
from factcli.english.reckoning.rising import DONE_TO_SUMS, FALLS, MOVING, NOUNS, RISES, TAKING_OBJECTS
from factcli.extract.head_nouns import head_before, noun_at, noun_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word

_REACH = 14
_NEAR = 4
_LONGEST_APPOSITION = 16
_MOVING = CHANGES | RISES | FALLS | MOVING
_DIRECTIONS = frozenset({"up", "down"})
_COMPARATIVES = frozenset({"higher", "lower"})
_MAKING = frozenset({"made", "make", "makes", "making"})
_BETWEEN = (ADVERBS | QUANTITIES | SCALES_OF_SUMS | BEFORE_FIGURES | {"by", "to"}) - _MOVING
_BEFORE_MOVERS = AUXILIARIES | LINKING | ADVERBS | {"actually", "than"}
_BEFORE_LEVELS = BEFORE_FIGURES | {"more", "less", "just", "£", "$", "€"}
_ASIDES = frozenset({",", "-", "–", "—"})
_ENDS = frozenset({",", ";", ":", "(", ")", '"', "“", "”"})


class Movement(NamedTuple):
    """What changed, in words that may be empty, and whether the figure is what it came to and not by how much."""

    what: str
    is_level: bool = False

    @property
    def measure(self) -> str:
        """How the figure is called."""
        return self.what if self.is_level else f"{self.what} change".strip()


def change_of(words: Sequence[Word], first: int, after: int, *, is_sum: bool) -> Movement | None:
    """The change that the figure of ``words[first:after]`` is of; None where it is a level that nothing led to.

    A sum that somebody raised, cut or lost is not a change of anything: ``is_sum``.
    """
    verb = _mover(words, first)
    if verb is None:
        return _beside(words, first, after)
    is_level = _is_to(words, first)
    between = {word.text for word in words[verb + 1 : first]}
    is_done_to_sum = is_sum and words[verb].text in DONE_TO_SUMS and not is_level and "by" not in between
    is_made_up = verb > 0 and words[verb - 1].text in _MAKING
    if is_done_to_sum or is_made_up or (is_level and len(between) == 1 and not is_sum):
        return None
    object_ = noun_at(words, first - 2) if words[first - 1].text == "by" and words[verb].text in TAKING_OBJECTS else ""
    return Movement(object_ or _subject_of(words, verb), is_level)


def _is_to(words: Sequence[Word], first: int) -> bool:
    """Whether "to" stands before a figure, if need be with "about" or a sign of money between."""
    at = first - 1
    while at > 0 and words[at].text in _BEFORE_LEVELS:
        at -= 1
    return words[at].text == "to"


def noun_of_change(words: Sequence[Word], after: int) -> str:
    """The change that a figure is named to be right before its noun: "sales decline" of "a 26% decline in sales"."""
    if after >= len(words) or words[after].text not in NOUNS:
        return ""
    what = noun_right(words, after + 1) if after + 1 < len(words) and words[after + 1].text in {"in", "of"} else ""
    return f"{what} {words[after].text}".strip()


def _mover(words: Sequence[Word], first: int) -> int | None:
    """The word by which something moved, with nothing but another figure and small words before ``first``."""
    is_by = first > 0 and words[first - 1].text == "by"  # "fell in May from a year ago by 4%"
    for at in range(first - 1, max(first - _REACH, -1), -1):
        word = words[at]
        if word.text in _MOVING:
            return at
        if is_by and word.text not in _ENDS and not is_verb(word.text):
            continue
        if word.text in _ENDS or (word.is_content and word.text not in _BETWEEN and not word.text.endswith("ly")):
            return None
        if not word.is_content and word.stem and word.text not in _BETWEEN:
            return None
    return None


def _beside(words: Sequence[Word], first: int, after: int) -> Movement | None:
    """The change of which only what comes after the figure tells: "ended 2.2% higher", "7.8% up on"."""
    following = [word.text for word in words[after : after + _NEAR - 1]]
    is_compared = not _COMPARATIVES.isdisjoint(following) and first > 0
    is_direction = following[:1] and following[0] in _DIRECTIONS and following[1:2] in (["on"], ["from"])
    return Movement("") if is_compared or is_direction else None


def _subject_of(words: Sequence[Word], verb: int) -> str:
    """The noun of what moved: "sales" of "Sales in Lomar, its third market, were down"."""
    end = verb
    if verb and words[verb].text.endswith("ing") and words[verb - 1].text == ",":  # "exports grew, climbing 13.8%"
        end = next((at for at in range(1, verb) if is_verb(words[at].text) and not words[at].is_in_name), verb)
    while end and (words[end - 1].text in _BEFORE_MOVERS or is_verb(words[end - 1].text)):
        end -= 1
    if end and words[end - 1].text in _ASIDES:
        opening = range(end - 2, max(end - _LONGEST_APPOSITION, 0), -1)
        end = next((at for at in opening if words[at].text == words[end - 1].text), end)
    adjective, _, noun = head_before(words, end).rpartition(" ")
    return noun if country_of(adjective.capitalize()) else f"{adjective} {noun}".strip()
