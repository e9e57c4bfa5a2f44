"""The words with capitals, by which names are found: a text and its sentences come in, an index goes out."""

from __future__ import annotations

from array import array
from collections import defaultdict
from functools import cached_property
from itertools import pairwise
from operator import le
from typing import TYPE_CHECKING

from factcli.check.names_of_facts.name_words import tokens_of
from factcli.english.folding import CAPITALS
from factcli.index.build.rows import folded
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A part may be small: "Jean-luc".  What stands before the capital is looked at after it, so that small letters are
# skipped quickly.
_CAPITAL = late_pattern(rf"[{CAPITALS}](?<![^\W_](?s:.))[^\W_]*+(?:-[^\W_]++)*+")
# A small part before the capital: "al-Amin".
_LONGEST_PART = 5
_SMALL_PART = late_pattern(r"(?<![^\W_])[^\W\d_]{1,4}+-$")


class Capitals:
    """Folded words in columns, each with the numbers of the sentences that have it with a capital."""

    def __init__(self, words: Sequence[str], ends: array[int], sentences: array[int]) -> None:
        """``sentences`` are those of the first word, of the second, and so on; ``ends`` says where each word's end."""
        self.words, self.ends, self.sentences = words, ends, sentences

    @cached_property
    def _number_of(self) -> dict[str, int]:
        return {word: number for number, word in enumerate(self.words)}

    def __contains__(self, word: str) -> bool:
        return word in self._number_of

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def sentences_with(self, word: str) -> array[int]:
        """The numbers of the sentences that have a word, in order."""
        number = self._number_of.get(word)
        if number is None:
            return array("I")
        return self.sentences[self.ends[number - 1] if number else 0 : self.ends[number]]

    def is_sound(self, sentences: int) -> bool:
        """Whether all numbers are those of one of so many sentences."""
        return (
            len(self.words) == len(self.ends)
            and all(le(*pair) for pair in pairwise((0, *self.ends)))
            and (self.ends[-1] if self.ends else 0) == len(self.sentences)
            and max(self.sentences, default=-1) < sentences
        )


def find_capitals(text: str, starts: array[int]) -> Capitals:
    """The words with capitals of a text whose sentences begin at ``starts``."""
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    keys: dict[str, frozenset[str]] = {}
    sentence = 0
    for start, word in _capitals(text) if starts else ():
        while sentence + 1 < len(starts) and starts[sentence + 1] <= start:
            sentence += 1
        if word not in keys:
            keys[word] = _keys(word)
        for each in keys[word]:
            if not found[each] or found[each][-1] != sentence:
                found[each].append(sentence)
    return _in_columns(found)


def _capitals(text: str) -> Iterator[tuple[int, str]]:
    """The words with capitals, each with its place."""
    last = 0
    for match in _CAPITAL.finditer(text):
        start, end = match.span()
        if text.startswith("-", start - 1, start) and start:
            before = _SMALL_PART.search(text, max(start - _LONGEST_PART, last), start)
            start = before.start() if before else start
        yield start, text[start:end]
        last = end


def _keys(word: str) -> frozenset[str]:
    """A word folded, and the parts of a compound."""
    return frozenset(tokens_of(word)) | ({folded(word)} if "-" in word else set())


def _in_columns(found: dict[str, array[int]]) -> Capitals:
    ends, sentences = array("I"), array("I")
    for numbers in found.values():
        sentences.extend(numbers)
        ends.append(len(sentences))
    return Capitals(list(found), ends, sentences)
