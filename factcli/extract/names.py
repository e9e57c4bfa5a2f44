"""Find the names in a sentence: runs of capitalised words."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcli.english.folding import CAPITALS
from factcli.english.function_words import BARE_HEADS, STOP_WORDS
from factcli.english.people import NO_NAMES, PARTICLES

_WORD = rf"[{CAPITALS}](?:[\w&]|[.-](?=\w)|['’](?!s?(?!\w)))*+(?![$\w])"
_JOINT = "|".join(sorted({*PARTICLES, "of", "of the", "for", "and the"}, key=len, reverse=True))
_NAME = re.compile(rf"(?<!\w){_WORD}(?:[ ](?:(?:{_JOINT})[ ])?{_WORD}){{0,8}}+")
_SMALL = re.compile(r"(?<!\w)[a-zà-ÿ][\w]*+")
# Capitalised words that open a sentence and name nothing.
_OPENERS = STOP_WORDS | NO_NAMES
_CLOSERS = NO_NAMES | PARTICLES


class NameSpan(NamedTuple):
    """A run of capitalised words: its place in the text, and its words."""

    start: int
    end: int
    words: str


def small_words(text: str) -> frozenset[str]:
    """The words that ``text`` writes small somewhere."""
    return frozenset(match[0] for match in _SMALL.finditer(text))


def find_names(text: str, start: int, end: int, small: frozenset[str] = frozenset()) -> list[NameSpan]:
    """The names in the sentence ``text[start:end]``, in order.

    A single word at its head counts unless it is among the words that are written ``small`` elsewhere.
    """
    return [name for match in _NAME.finditer(text, start, end) if (name := _name(match, start, small))]


def _name(match: re.Match[str], sentence: int, small: frozenset[str]) -> NameSpan | None:
    words = match[0].split()
    start = match.start()
    while words and words[0].lower() in _OPENERS and not words[0].isupper():
        start += len(words.pop(0)) + 1
    while words and words[-1].lower() in _CLOSERS:
        words.pop()
    if not words or (len(words) == 1 and start <= sentence + 1 and _is_common(words[0].lower(), small)):
        return None
    return NameSpan(start, match.end(), " ".join(words))


def _is_common(word: str, small: frozenset[str]) -> bool:
    return word in small or word in BARE_HEADS or word.endswith(("ly", "ed", "ing"))
