"""Name facts: the words of a candidate -> an id as a person would choose it, unique among the others."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from factcli.english.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_ID_CHARACTERS = re.compile(r"[^a-z0-9]+")
_LONGEST = 60
_SUBJECT_WORDS = 3
_MOST_DIGITS = 10


class Identifiers:
    """Hands out ids and remembers which are taken: those that it handed out, and those ``taken`` before."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        # How many facts have the same words: all numbers from 2 up to it are taken.
        self._counts: dict[str, int] = dict.fromkeys(taken, 1)

    def choose(self, subject: str | None, about: Iterable[str], apart: Iterable[str] = ()) -> str:
        """An id such as ``amia-bombing-lives`` from a subject and the words that distinguish its facts.

        Where that is taken, the words ``apart`` tell it from the other, else a number.

        >>> identifiers = Identifiers()
        >>> [identifiers.choose("Amia bombing", ["lives"], ["women"]) for _ in range(3)]
        ['amia-bombing-lives', 'amia-bombing-lives-women', 'amia-bombing-lives-2']
        """
        parts = [*slug(subject or "").split("-")[:_SUBJECT_WORDS], *(slug(word) for word in about)]
        stem = _joined(parts) or "fact"
        longer = _joined([*parts, *(slug(word) for word in apart)]) if self._is_taken(stem) else stem
        return self._unique(stem if self._is_taken(longer) else longer or stem)

    def _unique(self, stem: str) -> str:
        identifier, number = stem, self._counts.get(stem, int(self._is_taken(stem)))
        while self._is_taken(identifier):
            number += 1
            identifier = f"{stem}-{number}"
        self._counts[stem] = max(number, 1)
        return identifier

    def _is_taken(self, identifier: str) -> bool:
        stem, _, number = identifier.rpartition("-")
        is_numbered = number.isdigit() and not number.startswith("0") and len(number) < _MOST_DIGITS
        return identifier in self._counts or (is_numbered and 1 < int(number) <= self._counts.get(stem, 0))


def _joined(parts: Iterable[str]) -> str:
    return "-".join(dict.fromkeys(part for part in parts if part))[:_LONGEST].strip("-")


def stem_of(subject: str) -> str:
    """How the id of a fact about a subject begins: ``floods-marl`` for "floods in Marl"."""
    words = (word for word in subject.split() if word.lower() not in FUNCTION_WORDS)
    return "-".join(slug(" ".join(words)).split("-")[:_SUBJECT_WORDS])


@lru_cache(maxsize=1024)
def slug(words: str) -> str:
    """The words in ASCII letters, digits and hyphens: ``Cristina Fernández`` -> ``cristina-fernandez``."""
    plain = unicodedata.normalize("NFKD", words.lower().replace("’", "").replace("'", ""))
    return _NO_ID_CHARACTERS.sub("-", plain.encode("ascii", "ignore").decode()).strip("-")
