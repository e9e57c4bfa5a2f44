"""The table of measures: words of a sentence in, the measures that they name out.

``measures.tsv`` has a row for each measure: its family, its name, the units that it takes, the nouns and the verbs by
which it is named, and the measures of other families that it is not.  Measures of one family exclude each other.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.measuring.clause_words import VERB_FOLLOWS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.rows import word_set
from factcli.english.stemming import find_words, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.english.stemming import Word

_PATH = Path(__file__).with_name("measures.tsv")
_PASSED = word_set("the a an its their his her of ' ’ s - was were is are be been has have had to")

# To raise money is to collect it, to raise a price is to change it.
_RAISING = word_set("raise raised raises raising")
_FIGURE_WITHIN = 9


class Measure(NamedTuple):
    """A row of the table: ``dimensions`` are those of its units, ``excludes`` the names of other measures."""

    family: str
    name: str
    dimensions: frozenset[str]
    excludes: frozenset[str]


class FoundMeasure(NamedTuple):
    """A measure named by the words from ``begin`` up to ``end``."""

    begin: int
    end: int
    row: Measure
    is_noun: bool


class _Phrase(NamedTuple):
    stems: tuple[str, ...]
    row: Measure
    is_noun: bool


def measures_in(words: Sequence[Word]) -> list[FoundMeasure]:
    """The measures that these words name, in order; of phrases that overlap the longest counts."""
    found: list[FoundMeasure] = []
    phrases, at = _phrases(), 0
    stems = [stem(word.text) if word.text[0].isalpha() else word.text for word in words]
    while at < len(words):
        here = _longest(_sayable(phrases.get(stems[at], ()), words, at), stems, at)
        found += here
        at = max((each.end for each in here), default=at + 1)
    return found


def _sayable(candidates: Iterable[_Phrase], words: Sequence[Word], at: int) -> list[_Phrase]:
    """The phrases without single verbs, where the word is not a verb there: "the fire" is not "fired"."""
    candidates = list(candidates)
    if not candidates:
        return candidates
    text, before = words[at].text, words[at - 1].text if at else ""
    if text in _RAISING and _sets_level(words, at):
        return [each for each in candidates if each.is_noun or len(each.stems) > 1]
    if is_verb(text) or text.endswith(("ed", "ing")) or before in VERB_FOLLOWS:
        return candidates
    return [each for each in candidates if each.is_noun or len(each.stems) > 1]


def _sets_level(words: Sequence[Word], at: int) -> bool:
    """Whether the figure after the verb is the level that something got to: "raised the toll to £3"."""
    behind = [word.text for word in words[at : at + _FIGURE_WITHIN]]
    return next((before in {"to", "from"} for before, text in pairwise(behind) if not text[0].isalpha()), False)


def _longest(candidates: Iterable[_Phrase], stems: list[str], at: int) -> list[FoundMeasure]:
    ends = [(_match_end(each.stems, stems, at), each) for each in candidates]
    longest = max((end for end, _ in ends), default=0)
    return [FoundMeasure(at, end, each.row, each.is_noun) for end, each in ends if end == longest and end > at]


def _match_end(phrase: tuple[str, ...], stems: list[str], at: int) -> int:
    """Where a phrase that begins at a word ends; 0 where it does not stand there.  Articles are passed over."""
    for number, wanted in enumerate(phrase):
        if number:
            while at < len(stems) and stems[at] in _PASSED and stems[at] != wanted:
                at += 1
        if at >= len(stems) or stems[at] != wanted:
            return 0
        at += 1
    return at


def excluded(left: str, right: str) -> bool:
    """Whether two measures, by name, are surely not one."""
    one, other = _rows()[left], _rows()[right]
    return left != right and (one.family == other.family or right in one.excludes or left in other.excludes)


@lru_cache(maxsize=1)
def _rows() -> dict[str, Measure]:
    return {row.name: row for row, _, _ in _read()}


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[_Phrase]]:
    """The phrases of the table by their first stem."""
    phrases: dict[str, list[_Phrase]] = {}
    for row, nouns, verbs in _read():
        for written, is_noun in ((nouns, True), (verbs, False)):
            for text in filter(None, written.split("; ")):
                stems = tuple(stem(word) for word in _words_of(text) if word not in _PASSED)
                if not stems:
                    raise ValueError(f"measure {row.name}: {text!r} is only function words")
                phrases.setdefault(stems[0], []).append(_Phrase(stems, row, is_noun))
    return phrases


def _words_of(phrase: str) -> list[str]:
    """The words of a phrase of the table; most have letters and blanks alone, and need no pattern."""
    return phrase.split() if phrase.replace(" ", "").isalpha() else [word.text for word in find_words(phrase)]


@lru_cache(maxsize=1)
def _read() -> list[tuple[Measure, str, str]]:
    return list(_lines(_PATH.read_text("utf-8").splitlines()[1:]))


def _lines(lines: Iterable[str]) -> Iterator[tuple[Measure, str, str]]:
    for line in lines:
        family, name, units, nouns, verbs, excludes = line.split("\t")
        yield Measure(family, name, frozenset(units.split("/")), frozenset(excludes.split("; "))), nouns, verbs
