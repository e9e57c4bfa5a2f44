"""Name facts: the words of a candidate -> an id as a person would choose it, unique among the others."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_ID_CHARACTERS = re.compile(r"[^a-z0-9]+")
_LONGEST = 60
_SUBJECT_WORDS = 3


class Identifiers:
    """Hands out ids and remembers which are taken."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def choose(self, subject: str | None, about: Iterable[str]) -> str:
        """An id such as ``amia-bombing-lives`` from a subject and the words that tell its facts apart.

        >>> Identifiers().choose("Amia bombing", ["lives"])
        'amia-bombing-lives'
        """
        parts = [*slug(subject or "").split("-")[:_SUBJECT_WORDS], *(slug(word) for word in about)]
        stem = "-".join(dict.fromkeys(part for part in parts if part))[:_LONGEST].strip("-") or "fact"
        return self._unique(stem)

    def _unique(self, stem: str) -> str:
        identifier, number = stem, self._taken.get(stem, 0)
        while identifier in self._taken:
            number += 1
            identifier = f"{stem}-{number}"
        self._taken[stem] = max(number, 1)
        self._taken.setdefault(identifier, 1)
        return identifier


@lru_cache(maxsize=1024)
def slug(words: str) -> str:
    """The words in ASCII letters, digits and hyphens: ``Cristina Fernández`` -> ``cristina-fernandez``."""
    plain = unicodedata.normalize("NFKD", words.lower().replace("’", "").replace("'", ""))
    return _NO_ID_CHARACTERS.sub("-", plain.encode("ascii", "ignore").decode()).strip("-")
