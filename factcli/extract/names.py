"""Find the names in a sentence, and the one that it is about: runs of capitalised words."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcli.mentions.attribution import name_in
from factcli.mentions.noun_tables import STOP_WORDS
from factcli.mentions.speech import NO_NAMES, PARTICLES

_UPPER = "".join(filter(str.isupper, map(chr, range(0x530))))
_WORD = rf"[{_UPPER}](?:[\w&]|['’.-](?=\w))*+"
_JOINT = "|".join(sorted({*PARTICLES, "of", "of the", "for", "and the"}, key=len, reverse=True))
_NAME = re.compile(rf"(?<!\w){_WORD}(?:[ ](?:(?:{_JOINT})[ ])?{_WORD}){{0,8}}+")
_SMALL = re.compile(r"(?<!\w)[a-zà-ÿ][\w]*+")
_POSSESSIVE = re.compile(r"['’]s?$")
# Capitalised words that open a sentence and name nothing.
_OPENERS = STOP_WORDS | NO_NAMES


class Name(NamedTuple):
    """A run of capitalised words: its place in the text, and the words without a possessive ending."""

    start: int
    end: int
    words: str


def small_words(text: str) -> frozenset[str]:
    """The words that ``text`` writes small somewhere."""
    return frozenset(_SMALL.findall(text))


def find_names(text: str, start: int, end: int, small: frozenset[str] = frozenset()) -> list[Name]:
    """The names in the sentence ``text[start:end]``, in order.

    A single word at its head counts unless it is among the words that are written ``small`` elsewhere.
    """
    return [name for match in _NAME.finditer(text, start, end) if (name := _name(match, start, small))]


def subject_of(names: list[Name]) -> str | None:
    """What a sentence with these names is about: the first of them, a person without the office."""
    return name_in(names[0].words) if names else None


def _name(match: re.Match[str], sentence: int, small: frozenset[str]) -> Name | None:
    words = match[0].split()
    start = match.start()
    while words and words[0].lower() in _OPENERS:
        start += len(words.pop(0)) + 1
    while words and words[-1].lower() in NO_NAMES | PARTICLES:
        words.pop()
    if not words or (len(words) == 1 and start <= sentence + 1 and words[0].lower() in small):
        return None
    return Name(start, match.end(), _POSSESSIVE.sub("", " ".join(words)))
