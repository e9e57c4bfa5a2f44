"""Facts in memory -> their words, looked up whole, by all of several, or by likeness, as in the index of a store."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcli.check.names_of_facts.similar_words import SimilarWords
from factcli.index.build.rows import folded, searched_texts
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.model.facts import Fact

_TOKEN = late_pattern(r"[^\W_]+")
_COMPOUND = late_pattern(r"[^\W\d_]++(?:-[^\W\d_]++)++")
_SEPARATOR = "\n"
# What may come between the words of a name: a middle name, an initial, "de la".
_MOST_BETWEEN = 3


class NameWords:
    """The words of facts, which are numbered from 1."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._texts = [_SEPARATOR.join(searched_texts(fact).values()) for fact in facts]
        self._numbers: defaultdict[str, set[int]] = defaultdict(set)
        for number, text in enumerate(self._texts, 1):
            for token in tokens_of(text):
                self._numbers[token].add(number)
        compounds = {word for text in self._texts if "-" in text for word in _COMPOUND.findall(folded(text))}
        self._similar = SimilarWords(self._numbers.keys() | compounds)

    def has(self, word: str) -> bool:
        """Whether a fact has the word."""
        return all(token in self._numbers for token in tokens_of(word))

    def named(self, names: Iterable[Iterable[str]], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts in which all words of one of ``names`` are close together."""
        found: set[int] = set()
        for words in names:
            tokens = [token for word in words for token in tokens_of(word)]
            found.update(number for number in self._with_all(tokens) if self._stand_together(number, tokens))
        return sorted(found)[:limit]

    def texts_named(self, words: Iterable[str], limit: int) -> list[str]:
        """What the first ``limit`` facts in which all ``words`` are close together say."""
        return [self._texts[number - 1] for number in self.named((words,), limit)]

    def with_word(self, word: str, others: Iterable[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts that have ``word``, and one of ``others``."""
        some = {number for other in others for number in self._with_all(tokens_of(other))}
        return sorted(self._with_all(tokens_of(word)) & some)[:limit]

    def _with_all(self, tokens: list[str]) -> set[int]:
        sets = sorted((self._numbers.get(token, set()) for token in tokens), key=len)
        return set.intersection(*sets) if sets else set()

    def _stand_together(self, number: int, wanted: list[str]) -> bool:
        parts = self._texts[number - 1].split(_SEPARATOR)
        return len(wanted) == 1 or any(stand_together(tokens_of(part), wanted) for part in parts)

    def like(self, word: str) -> list[str]:
        """The words within two slips of one that begin or end alike, nearest first."""
        return self._similar.like(word)


def stand_together(tokens: list[str], wanted: list[str]) -> bool:
    """Whether ``wanted`` are close together among the tokens of a text."""
    names, reach = set(wanted), len(wanted) + _MOST_BETWEEN
    return any(token in names and names <= {*tokens[at : at + reach]} for at, token in enumerate(tokens))


def tokens_of(text: str) -> list[str]:
    """The folded words of a text, compounds in their parts."""
    return _TOKEN.findall(folded(text))
