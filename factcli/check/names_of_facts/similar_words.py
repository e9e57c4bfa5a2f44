"""Words, looked up by likeness: those within two slips of another come out, nearest first."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from factcli.index.build.rows import folded
from factcli.index.suggest import with_a_letter_moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_SLIPS = 2
_SHORTEST = 3
_LAST = "\U0010ffff"


class SimilarWords:
    """Folded words, found by one that is like them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._all = frozenset(words)
        self._words = sorted(self._all)
        self._backwards = sorted(word[::-1] for word in self._words)

    def like(self, word: str) -> list[str]:
        """The words within two slips of one that begin or end alike, nearest first."""
        return _nearest(folded(word), self._similar(folded(word)))

    def _similar(self, word: str) -> Iterator[str]:
        length = _alike_length(word)
        yield from _beginning(self._words, word[:length])
        for backwards in _beginning(self._backwards, word[::-1][:length]):
            yield backwards[::-1]
        yield from self._all.intersection(with_a_letter_moved(word))


def _alike_length(word: str) -> int:
    """How many letters at one end two swapped letters in the middle leave unchanged."""
    return max((len(word) - 1) // 2, 1)


def _nearest(word: str, similar: Iterable[str]) -> list[str]:
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
