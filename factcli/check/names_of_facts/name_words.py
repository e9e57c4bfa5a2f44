"""Facts in memory -> their words, looked up whole, by all of several, or by likeness, as in the index of a store."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from factcli.index.build.rows import folded, searched_texts
from factcli.index.suggest import with_a_letter_moved
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.model.facts import Fact

_TOKEN = late_pattern(r"[^\W_]+")
_COMPOUND = late_pattern(r"[^\W\d_]++(?:-[^\W\d_]++)++")
_SEPARATOR = "\n"
# What may come between the words of a name: a middle name, an initial, "de la".
_MOST_BETWEEN = 3
_MOST_SLIPS = 2
_SHORTEST = 3
_LAST = "\U0010ffff"


class NameWords:
    """The words of facts, which are numbered from 1."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._texts = [_SEPARATOR.join(searched_texts(fact).values()) for fact in facts]
        self._numbers: defaultdict[str, set[int]] = defaultdict(set)
        for number, text in enumerate(self._texts, 1):
            for token in _tokens(text):
                self._numbers[token].add(number)
        compounds = {word for text in self._texts if "-" in text for word in _COMPOUND.findall(folded(text))}
        self._words = sorted(self._numbers.keys() | compounds)
        self._backwards = sorted(word[::-1] for word in self._words)

    def has(self, word: str) -> bool:
        """Whether a fact has the word."""
        return all(token in self._numbers for token in _tokens(word))

    def named(self, names: Iterable[Iterable[str]], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts in which all words of one of ``names`` are close together."""
        found: set[int] = set()
        for words in names:
            tokens = [token for word in words for token in _tokens(word)]
            found.update(number for number in self._with_all(tokens) if self._stand_together(number, tokens))
        return sorted(found)[:limit]

    def texts_named(self, words: Iterable[str], limit: int) -> list[str]:
        """What the first ``limit`` facts in which all ``words`` are close together say."""
        return [self._texts[number - 1] for number in self.named((words,), limit)]

    def with_word(self, word: str, others: Iterable[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts that have ``word``, and one of ``others``."""
        some = {number for other in others for number in self._with_all(_tokens(other))}
        return sorted(self._with_all(_tokens(word)) & some)[:limit]

    def _with_all(self, tokens: list[str]) -> set[int]:
        sets = sorted((self._numbers.get(token, set()) for token in tokens), key=len)
        return set.intersection(*sets) if sets else set()

    def _stand_together(self, number: int, wanted: list[str]) -> bool:
        if len(wanted) == 1:
            return True
        names, reach = set(wanted), len(wanted) + _MOST_BETWEEN
        for part in self._texts[number - 1].split(_SEPARATOR):
            tokens = _tokens(part)
            if any(token in names and names <= {*tokens[at : at + reach]} for at, token in enumerate(tokens)):
                return True
        return False

    def like(self, word: str) -> list[str]:
        """The words within two slips of one that begin or end alike, nearest first."""
        return nearest(folded(word), self._similar(folded(word)))

    def _similar(self, word: str) -> Iterator[str]:
        piece = word[: alike_length(word)]
        yield from _beginning(self._words, piece)
        for backwards in _beginning(self._backwards, word[::-1][: alike_length(word)]):
            yield backwards[::-1]
        yield from (moved for moved in with_a_letter_moved(word) if moved in self._numbers)


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
