"""Phrases looked up in a column of tokens: at an index, the longest phrase that is there, and what it means."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from factcli.mentions.lexer import Tokens, split_words

if TYPE_CHECKING:
    from collections.abc import Mapping

Meaning = TypeVar("Meaning")


class Lexicon(Generic[Meaning]):
    """Phrases of one or more words, in any case, and what each means.

    A phrase of several words is also found with hyphens ("light-years"), and one after a hyphen too.  The rows are
    made when a word is first looked up: many a figure that is typed has none beside it.
    """

    def __init__(self, phrases: Mapping[str, Meaning]) -> None:
        self._phrases = phrases

    @cached_property
    def _rows(self) -> dict[str, dict[str, list[tuple[list[str], Meaning]]]]:
        """The phrases by their first word and their second, which is "" where a phrase has none."""
        found: dict[str, dict[str, list[tuple[list[str], Meaning]]]] = {}
        for phrase, meaning in self._phrases.items():
            for words in _spellings(phrase):
                second = words[1] if len(words) > 1 else ""
                found.setdefault(words[0], {}).setdefault(second, []).append((words, meaning))
        for seconds in found.values():
            for rows in seconds.values():
                if len(rows) > 1:
                    rows.sort(key=_length, reverse=True)
        return found

    def longest(self, tokens: Tokens, index: int) -> tuple[Meaning, int] | None:
        """What the longest phrase at ``index`` means, and the index after it; None if none is there."""
        word = tokens.words[index]
        seconds = self._rows.get(word) if word else None
        if seconds is None:
            return None
        for words, meaning in seconds.get(tokens.words[index + 1], ()):
            after = index + len(words)
            if tokens.words[index:after] == words:
                return meaning, after
        return (seconds[""][0][1], index + 1) if "" in seconds else None

    def longest_before(self, tokens: Tokens, index: int, floor: int) -> tuple[Meaning, int] | None:
        """What the longest phrase of a reversed lexicon that ends before ``index`` means, and where it starts."""
        word = tokens.words[index - 1] if index > floor else ""
        seconds = self._rows.get(word) if word else None
        if seconds is None:
            return None
        for words, meaning in seconds.get(tokens.words[index - 2], ()):
            first = index - len(words)
            if first >= floor and tokens.words[first:index] == words[::-1]:
                return meaning, first
        return (seconds[""][0][1], index - 1) if "" in seconds else None


class SymbolLexicon(Generic[Meaning]):
    """Symbols that differ in case and have no gaps, as "MW" and "mW"."""

    def __init__(self, symbols: Mapping[str, Meaning]) -> None:
        self._rows: dict[str, list[tuple[str, int, Meaning]]] = {}
        for symbol, meaning in symbols.items():
            words = split_words(symbol.lower())
            self._rows.setdefault(words[0], []).append((symbol, len(words), meaning))
        for rows in self._rows.values():
            rows.sort(key=lambda row: len(row[0]), reverse=True)

    def longest(self, tokens: Tokens, index: int) -> tuple[Meaning, int] | None:
        """What the longest symbol at ``index`` means, and the index after it; None if none is there."""
        start = tokens.starts[index]
        if index in tokens.spelled:
            return self._spelled(tokens.spelled[index], index)
        for symbol, count, meaning in self._rows.get(tokens.words[index], ()):
            end = start + len(symbol)
            if tokens.ends[index + count - 1] == end and tokens.text.startswith(symbol, start):
                return meaning, index + count
        return None

    def _spelled(self, word: str, index: int) -> tuple[Meaning, int] | None:
        """What a token means that prints ``word`` with markup in it."""
        rows = self._rows.get(word, ())
        return next(((meaning, index + 1) for symbol, _, meaning in rows if symbol == word), None)


def reversed_lexicon(phrases: Mapping[str, Meaning]) -> Lexicon[Meaning]:
    """A lexicon for ``longest_before``: its phrases are found by their last word."""
    return Lexicon({" ".join(reversed(split_words(phrase))): meaning for phrase, meaning in phrases.items()})


def _spellings(phrase: str) -> list[list[str]]:
    words = split_words(phrase)
    if len(words) == 1 or not all(map(str.isalpha, words)):
        return [words]
    return [words, [word for part in words for word in (part, "-")][:-1]]


def _length(row: tuple[list[str], object]) -> int:
    return len(row[0])
