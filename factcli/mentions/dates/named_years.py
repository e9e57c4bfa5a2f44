"""Years beside a name: "the troubled 2013 season", "London 2012", "2014 World Cup groups", "Aldine Press, 1961"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.calendar import CALENDAR_ABBREVIATIONS, CALENDAR_NAMES
from factcli.english.dates import COUNTING_ADJECTIVES, NUMBERED_PLACES, OWNERS_OF_YEARS, YEARLY_EVENTS, YEARLY_TITLES
from factcli.english.function_words import STOP_WORDS
from factcli.english.labels import LABELS
from factcli.english.marks import RANGE_DASHES
from factcli.english.nouns import is_plural
from factcli.english.numbers import CARDINALS
from factcli.english.people import AGE_ADVERBS

if TYPE_CHECKING:
    from factcli.mentions.dates.grammar import Point
    from factcli.mentions.lexer import Tokens

_FIRST, _LAST = 1900, 2049
_NO_ADJECTIVES = STOP_WORDS | COUNTING_ADJECTIVES | AGE_ADVERBS
_AFTER_NAMES = STOP_WORDS | YEARLY_EVENTS
_SENTENCE_ENDS = frozenset({"", ".", "!", "?", "#", "\u201c", '"'})
_ENDS = frozenset({"", ".", ",", ";", ":", "!", "?", ")", "|", "\u201d", '"'})
_CITED_ENDS = frozenset({"", ".", ";", ")", "]", "|", ","})


def is_named_year(tokens: Tokens, point: Point) -> bool:
    """Whether the names beside a year make it one; not a round number, which more often counts."""
    year = point.when.year or 0
    if not _FIRST <= year <= _LAST or year % 100 == 0 or tokens.words[point.first].isalpha():
        return False
    return any(rule(tokens, point.first, point.after) for rule in _RULES)


def _is_described(tokens: Tokens, first: int, after: int) -> bool:
    """``the team's troubled 2013 season``: an owner, an adjective, and what is one of a year."""
    words, adjective = tokens.words, tokens.words[first - 1]
    if not adjective.isalpha() or adjective in _NO_ADJECTIVES or adjective in CARDINALS:
        return False
    is_single = words[after].isalpha() and not is_plural(words[after]) and words[after] not in STOP_WORDS
    return (
        words[first - 2] in OWNERS_OF_YEARS
        and (is_single or words[after] in YEARLY_EVENTS)
        and not _is_place(words, after)
    )


def _opens_title(tokens: Tokens, first: int, after: int) -> bool:
    """``2014 World Cup groups``, ``the dull 2007 World Cup``: two capitalised words follow, or a title of a year."""
    words, before = tokens.words, tokens.words[first - 1]
    if _is_place(words, after) or before == "at":
        return False
    if words[after] in YEARLY_TITLES:
        return True
    is_name = tokens.is_capitalised(after) and tokens.is_capitalised(after + 1) and words[after + 1].isalpha()
    is_free = before in _SENTENCE_ENDS or (before.isalpha() and not tokens.is_capitalised(first - 1))
    is_count = is_plural(words[after + 1]) and before not in _SENTENCE_ENDS and words[after + 1] not in YEARLY_EVENTS
    return is_name and is_free and not is_count and before not in CARDINALS


def _is_place(words: list[str], after: int) -> bool:
    return not NUMBERED_PLACES.isdisjoint(words[after : after + 4])


def _closes_name(tokens: Tokens, first: int, after: int) -> bool:
    """``London 2012``, ``Eurovision 2019 finalists``; a label such as "Room" numbers something."""
    words, name = tokens.words, tokens.words[first - 1]
    if not tokens.is_capitalised(first - 1) or not name.isalpha() or name in LABELS or tokens.glued(first):
        return False
    gap = tokens.text[tokens.ends[first - 1] : tokens.starts[first]]
    if "\n" in gap or name in CALENDAR_NAMES or name in CALENDAR_ABBREVIATIONS:
        return False
    if words[first - 2] in _SENTENCE_ENDS and words[after] not in _ENDS:
        return False
    return words[after] in _ENDS or words[after] in RANGE_DASHES or words[after] in _AFTER_NAMES


def _is_cited(tokens: Tokens, first: int, after: int) -> bool:
    """``Aldine Press, 1961.``, ``© 2018``: the year of what was published."""
    words = tokens.words
    if words[first - 1] in {"©", "copyright"} or words[first - 3 : first] == ["(", "c", ")"]:
        return True
    is_name = words[first - 1] == "," and tokens.is_capitalised(first - 2) and words[first - 2].isalpha()
    return is_name and words[after] in _CITED_ENDS and not (words[after] == "," and words[after + 1].isdigit())


_RULES = (_is_described, _opens_title, _closes_name, _is_cited)
