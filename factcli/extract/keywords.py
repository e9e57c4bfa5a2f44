"""What a mention's sentence says about it: the words around the mention that distinguish it from others, best first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from heapq import merge
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.function_words import STOP_WORDS
from factcli.english.people import VERBS, VERBS_BESIDE
from factcli.extract.names import without_office

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.extract.names import NameSpan
    from factcli.model.facts import Span

_WORD = re.compile(r"[^\W\d_][^\W_]*+(?:['’.-][^\W_]++)*+")
_POSSESSIVE = re.compile(r"['’]s?$")
_MOST_KEYWORDS = 12
# So many words come before the names.
_NEAREST = 4
_SHORTEST = 3
# What tells only who speaks.  Of the rest, some tell what happened: "the court ruled".
_SPEAKING = VERBS.keys() - VERBS_BESIDE
# A word to the left of a figure describes it less well than one to the right: "85 lives", "a reward of US$7m".
_LEFT = 1.4
_START, _END = attrgetter("start"), attrgetter("end")


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


def nearest(words: Sequence[ContentWord], span: Span) -> Iterator[ContentWord]:
    """The words outside of ``span``, the nearest first; a word behind it counts as nearer than one before it.

    The words are in order: those on either side of the span are already the nearest first.
    """
    first, after = _covered(words, span)
    before = (words[at] for at in range(first - 1, -1, -1))
    behind = (words[at] for at in range(after, len(words)))
    return merge(before, behind, key=lambda word: _distance(word, span))


def words_inside(words: Sequence[ContentWord], span: Span) -> Sequence[ContentWord]:
    """The words that share a character with ``span``; they are in order."""
    return words[slice(*_covered(words, span))]


def _covered(words: Sequence[ContentWord], span: Span) -> tuple[int, int]:
    first = bisect_right(words, span.start, key=_END)
    return first, max(bisect_left(words, span.end, key=_START), first)


def keywords(words: Sequence[ContentWord], names: Sequence[NameSpan], span: Span) -> tuple[str, ...]:
    """Search terms for the mention at ``span``: names and content words of its sentence, the nearest first."""
    found: dict[str, str] = {}
    for term in _terms(words, names, span):
        found.setdefault(term.lower(), term)
        if len(found) == _MOST_KEYWORDS:
            break
    return tuple(found.values())


def _terms(words: Sequence[ContentWord], names: Sequence[NameSpan], span: Span) -> Iterator[str]:
    plain = (word.text for word in nearest(words, span) if not _is_within(word, names))
    yield from (word.text for word in words_inside(words, span))
    yield from islice(plain, _NEAREST)
    yield from (without_office(name) for name in sorted(names, key=lambda name: _distance(name, span)))
    yield from plain


def _is_within(word: ContentWord, names: Sequence[NameSpan]) -> bool:
    """Whether the word begins in one of the names, which are in order and apart."""
    at = bisect_right(names, word.start, key=_START) - 1
    return at >= 0 and word.start < names[at].end


def _distance(word: ContentWord | NameSpan, span: Span) -> float:
    return word.start - span.end if word.start >= span.end else _LEFT * (span.start - word.end)
