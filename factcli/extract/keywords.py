"""What a mention's sentence says about it: the words around the mention that distinguish it from others, best first."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.function_words import STOP_WORDS
from factcli.english.people import VERBS, VERBS_BESIDE
from factcli.extract.names import without_office

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.extract.names import NameSpan
    from factcli.model.facts import Span

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.-](?=[^\W_]))*+")
_POSSESSIVE = re.compile(r"['’]s?$")
_MOST_KEYWORDS = 12
_SHORTEST = 3
# What tells only who speaks.  Of the rest, some tell what happened: "the court ruled".
_SPEAKING = VERBS.keys() - VERBS_BESIDE
# A word to the left of a figure describes it less well than one to the right: "85 lives", "a reward of US$7m".
_LEFT = 1.4
_START = attrgetter("start")


class ContentWord(NamedTuple):
    """A content word of a sentence, in small letters."""

    start: int
    end: int
    text: str
    is_small: bool


def content_words(text: str, start: int, end: int) -> list[ContentWord]:
    """The words of ``text[start:end]`` that say something, in order: no function words, figures and verbs of speech."""
    return [word for match in _WORD.finditer(text, start, end) if (word := _content_word(match))]


def _content_word(match: re.Match[str]) -> ContentWord | None:
    low = _POSSESSIVE.sub("", match[0].lower())
    if len(low) < _SHORTEST or low in STOP_WORDS or low in _SPEAKING:
        return None
    return ContentWord(match.start(), match.end(), low, match[0].islower())


def nearest(words: Sequence[ContentWord], span: Span) -> list[ContentWord]:
    """The words outside of ``span``, the nearest first; a word behind it counts as nearer than one before it."""
    return sorted((word for word in words if not overlaps(word, span)), key=lambda word: _distance(word, span))


def keywords(words: Sequence[ContentWord], names: Sequence[NameSpan], span: Span) -> tuple[str, ...]:
    """Search terms for the mention at ``span``: names and content words of its sentence, the nearest first."""
    found: dict[str, str] = {}
    for term in _terms(words, names, span):
        found.setdefault(term.lower(), term)
    return tuple(found.values())[:_MOST_KEYWORDS]


def _terms(words: Sequence[ContentWord], names: Sequence[NameSpan], span: Span) -> Iterator[str]:
    inside = [word.text for word in words if overlaps(word, span)]
    plain = [word for word in nearest(words, span) if not _is_within(word, names)]
    yield from inside
    yield from (word.text for word in plain[:4])
    yield from (without_office(name) for name in sorted(names, key=lambda name: _distance(name, span)))
    yield from (word.text for word in plain[4:])


def _is_within(word: ContentWord, names: Sequence[NameSpan]) -> bool:
    """Whether the word begins in one of the names, which are in order and apart."""
    at = bisect_right(names, word.start, key=_START) - 1
    return at >= 0 and word.start < names[at].end


def overlaps(word: ContentWord, span: Span) -> bool:
    """Whether the word shares a character with ``span``."""
    return word.start < span.end and span.start < word.end


def _distance(word: ContentWord | NameSpan, span: Span) -> float:
    return word.start - span.end if word.start >= span.end else _LEFT * (span.start - word.end)
