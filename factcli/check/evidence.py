"""Evidence: the facts that a draft is checked against, and which of them a sentence may be about.

A list of facts and a store go through the same search, with the same index of words and the same limits, so that both
give the same findings.
"""

from __future__ import annotations

import heapq
import math
from abc import ABC, abstractmethod
from collections import defaultdict
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from factcli.check.compare.quotes import words_of
from factcli.check.known_facts import Kin, KnownFact
from factcli.english.stemming import IRREGULAR, find_words, meaning
from factcli.english.synonyms import SYNONYMS
from factcli.model.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcli.check.names_of_facts.name_words import NameWords
    from factcli.index.build.word_index import WordIndex
    from factcli.model.facts import Fact

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

# With at most this many facts, every sentence is checked against all of them.
ALL_MET = 200
# With more, a sentence is checked against this many at most: those that share the most of its rarest words.
_MOST_FACTS = 24
_MOST_WORDS = 12
# A word that more facts have is not used to find facts.
_TOO_COMMON = 2_000
# What was read is kept, as drafts use the same facts and words again: about 150 MB at most.
MOST_FACTS_KEPT = 32_000
_MOST_WORDS_KEPT = 4_000


class _Kept(dict[_Key, _Value]):
    """A cache of limited size: when it is full, the older half of its entries is dropped."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: _Key, value: _Value) -> None:
        if len(self) >= self._most:
            for old in list(islice(self, self._most // 2)):
                del self[old]
        super().__setitem__(key, value)


class Evidence(ABC):
    """The facts that drafts are checked against, each known by a number; the first fact has the lowest.

    The search is the same wherever the facts are.  A subclass says how they are read and how a word is looked up.
    """

    def __init__(self, facts_kept: int = MOST_FACTS_KEPT) -> None:
        """Keep at most ``facts_kept`` facts that were read: fewer take less memory, but are read more often."""
        self._numbers: _Kept[str, list[int]] = _Kept(_MOST_WORDS_KEPT)
        self._known: _Kept[int, KnownFact] = _Kept(facts_kept)
        self._kin: _Kept[str, Kin] = _Kept(facts_kept)

    @property
    @abstractmethod
    def has_many_subjects(self) -> bool:
        """Whether the facts have more than one subject."""

    @abstractmethod
    def fact(self, identifier: str) -> Fact | None:
        """The fact with this id, or None."""

    @abstractmethod
    def source_title(self, identifier: str) -> str:
        """The title of the source with this id; the id itself where no title is known."""

    @property
    @abstractmethod
    def _count(self) -> int:
        """How many facts there are."""

    @abstractmethod
    def _all_numbers(self) -> Sequence[int]:
        """The numbers of all facts, in order."""

    @abstractmethod
    def _look_up(self, words: Iterable[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts that have one of ``words``, in any of its forms."""

    @abstractmethod
    def _load(self, numbers: Iterable[int]) -> Iterator[tuple[int, Fact]]:
        """The facts with these numbers, each with its number, in any order."""

    @abstractmethod
    def _facts_of(self, subject: str) -> Iterable[Fact]:
        """The first facts of a subject: enough to learn what it names."""

    def facts_about(self, words: frozenset[str]) -> list[KnownFact]:
        """The facts that share the rarest of these words, best first; all facts where there are few."""
        if self._count <= ALL_MET:
            return self._all_facts
        shared: defaultdict[int, float] = defaultdict(float)
        for numbers in sorted(self._uncommon(words), key=len)[:_MOST_WORDS]:
            weight = math.log(1 + self._count / len(numbers))
            for number in numbers:
                shared[number] += weight
        best = heapq.nlargest(_MOST_FACTS, shared.items(), key=lambda item: (item[1], -item[0]))
        return self._read([number for number, _ in best])

    def may_meet(self, text: str, numbers: frozenset[int]) -> bool:
        """Whether :meth:`facts_about` could return one of these facts for a sentence of ``text``; a quick test."""
        if self._count <= ALL_MET:
            return True
        words = {word.text for word in find_words(text) if not word.is_mark}.union(words_of(text))
        return any(not numbers.isdisjoint(found) for found in self._uncommon(words))

    @abstractmethod
    def has_word(self, word: str) -> bool:
        """Whether a fact has the word, as it is written; accents do not count."""

    @abstractmethod
    def words_like(self, word: str) -> list[str]:
        """The words of the facts within two slips of this one, nearest first."""

    @abstractmethod
    def texts_named(self, words: Sequence[str], limit: int) -> list[str]:
        """What the first ``limit`` facts in which all ``words`` are close together say."""

    @abstractmethod
    def _numbers_named(self, names: Sequence[Sequence[str]], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts in which all words of one of ``names`` are close together."""

    @abstractmethod
    def _numbers_with_word(self, word: str, others: Sequence[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts that have ``word``, and one of ``others``."""

    def facts_named(self, names: Sequence[Sequence[str]], limit: int) -> list[KnownFact]:
        """At most ``limit`` facts in which all words of one of ``names`` are close together."""
        return self._read(self._numbers_named(names, limit)) if names else []

    def facts_with_word(self, word: str, others: Sequence[str], limit: int) -> list[KnownFact]:
        """At most ``limit`` facts that have ``word``, and one of ``others``."""
        return self._read(self._numbers_with_word(word, others, limit)) if others else []

    @cached_property
    def _all_facts(self) -> list[KnownFact]:
        return self._read(self._all_numbers())

    def _uncommon(self, words: Iterable[str]) -> Iterator[list[int]]:
        """For each of the words that is not too common, in the order of their stems, the facts that have it."""
        for stem in sorted(set(map(meaning, words))):
            numbers = self._numbers_with(stem) if stem else []
            if 0 < len(numbers) <= _TOO_COMMON:
                yield numbers

    def _numbers_with(self, stem: str) -> list[int]:
        numbers = self._numbers.get(stem)
        if numbers is None:
            numbers = self._numbers[stem] = self._look_up(_spellings(stem), _TOO_COMMON + 1)
        return numbers

    def _read(self, numbers: Sequence[int]) -> list[KnownFact]:
        """The facts with these numbers, in their order; each is read once."""
        found = {number: self._known[number] for number in numbers if number in self._known}
        missing = [number for number in numbers if number not in found]
        for number, fact in self._load(missing) if missing else ():
            found[number] = self._known[number] = KnownFact(fact, self._kin_of(fact.subject or ""))
        return [found[number] for number in numbers]

    def _kin_of(self, subject: str) -> Kin:
        kin = self._kin.get(subject)
        if kin is None:
            kin = self._kin[subject] = Kin(lambda: self._facts_of(subject) if subject else ())
        return kin


class MemoryEvidence(Evidence):
    """Evidence from a list of facts; where there are many, their words are indexed in memory."""

    def __init__(self, facts: Iterable[Fact], titles: Mapping[str, str] | None = None) -> None:
        """Take the facts, and the titles of their sources by id."""
        super().__init__()
        self._facts = list(facts)
        self._titles = titles or {}

    @cached_property
    def has_many_subjects(self) -> bool:
        """Whether the facts have more than one subject."""
        return len(self._by_subject) > 1

    def fact(self, identifier: str) -> Fact | None:
        """The fact with this id, or None."""
        return self._by_id.get(identifier)

    def source_title(self, identifier: str) -> str:
        """The title of the source with this id; the id itself where no title is known."""
        return self._titles.get(identifier, identifier)

    @property
    def _count(self) -> int:
        return len(self._facts)

    def _all_numbers(self) -> Sequence[int]:
        return range(1, len(self._facts) + 1)

    def _look_up(self, words: Iterable[str], limit: int) -> list[int]:
        return self._words.numbers_with(words, limit)

    def _load(self, numbers: Iterable[int]) -> Iterator[tuple[int, Fact]]:
        return ((number, self._facts[number - 1]) for number in numbers)

    def _facts_of(self, subject: str) -> Iterable[Fact]:
        return self._by_subject[subject]

    @cached_property
    def _words(self) -> WordIndex:
        # Only many facts need an index, and a lookup of figures in a single text has few.
        from factcli.index.build.word_index import WordIndex

        return WordIndex(self._facts)

    def has_word(self, word: str) -> bool:
        """Whether a fact has the word."""
        return self._name_words.has(word)

    def words_like(self, word: str) -> list[str]:
        """The words of the facts within two slips of this one."""
        return self._name_words.like(word)

    def texts_named(self, words: Sequence[str], limit: int) -> list[str]:
        """What the first ``limit`` facts in which all ``words`` are close together say."""
        return self._name_words.texts_named(words, limit)

    def _numbers_named(self, names: Sequence[Sequence[str]], limit: int) -> list[int]:
        return self._name_words.named(names, limit)

    def _numbers_with_word(self, word: str, others: Sequence[str], limit: int) -> list[int]:
        return self._name_words.with_word(word, others, limit)

    @cached_property
    def _name_words(self) -> NameWords:
        from factcli.check.names_of_facts.name_words import NameWords

        return NameWords(self._facts)

    @cached_property
    def _by_subject(self) -> dict[str, list[Fact]]:
        subjects: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in self._facts:
            subjects[fact.subject or ""].append(fact)
        return dict(subjects)

    @cached_property
    def _by_id(self) -> dict[str, Fact]:
        # Of two facts with one id, the first counts.
        return {fact.id: fact for fact in reversed(self._facts)}


def _spellings(stem: str) -> set[str]:
    """Words with this stem that the index, which has another stemmer, may keep apart."""
    return {stem, stem + "e", *_forms().get(stem, ())}


@lru_cache(maxsize=1)
def _forms() -> dict[str, set[str]]:
    """Irregular forms and synonyms by their stem."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for word in [*IRREGULAR, *(word for row in SYNONYMS for word in row.split())]:
        forms[meaning(word)].add(word)
    return dict(forms)
