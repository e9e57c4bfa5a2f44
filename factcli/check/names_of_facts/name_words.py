"""Facts in memory -> their words, looked up whole, by all of several, or by likeness, as in the index of a store."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from factcli.index.build.rows import folded, searched_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.model.facts import Fact

_TOKEN = re.compile(r"[^\W_]+")
_MOST_SLIPS = 2
_SHORTEST = 3
_LAST = "\U0010ffff"


class NameWords:
    """The words of facts, which are numbered from 1."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._numbers: defaultdict[str, set[int]] = defaultdict(set)
        for number, fact in enumerate(facts, 1):
            for token in _tokens(" ".join(searched_texts(fact).values())):
                self._numbers[token].add(number)
        self._words = sorted(self._numbers)
        self._backwards = sorted(word[::-1] for word in self._words)

    def has(self, word: str) -> bool:
        """Whether a fact has the word."""
        return all(token in self._numbers for token in _tokens(word))

    def with_all(self, words: Iterable[str], some: Sequence[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts with all of ``words``, and with one of ``some`` if there are any."""
        sets = [self._numbers.get(token, set()) for word in words for token in _tokens(word)]
        found = set.intersection(*sorted(sets, key=len)) if sets else set()
        if some:
            found &= {number for word in some for token in _tokens(word) for number in self._numbers.get(token, ())}
        return sorted(found)[:limit]

    def like(self, word: str) -> list[str]:
        """The words within two slips of one that begin or end alike, nearest first."""
        return nearest(folded(word), self._similar(folded(word)))

    def _similar(self, word: str) -> Iterator[str]:
        piece = word[: alike_length(word)]
        yield from _beginning(self._words, piece)
        for backwards in _beginning(self._backwards, word[::-1][: alike_length(word)]):
            yield backwards[::-1]


def alike_length(word: str) -> int:
    """How many letters at one end two swapped letters in the middle leave unchanged."""
    return max((len(word) - 1) // 2, 1)


def nearest(word: str, similar: Iterable[str]) -> list[str]:
    """Those of some words that are within two slips of a folded one but not it, nearest first."""
    if len(word) < _SHORTEST:
        return []
    most = _MOST_SLIPS if len(word) > _SHORTEST + 1 else 1
    found = [
        (slips, other)
        for other in set(similar)
        if abs(len(other) - len(word)) <= most and 0 < (slips := OSA.distance(word, other, score_cutoff=most)) <= most
    ]
    return [other for _, other in sorted(found)]


def _beginning(words: list[str], piece: str) -> list[str]:
    return words[bisect_left(words, piece) : bisect_left(words, piece + _LAST)]


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(folded(text))
