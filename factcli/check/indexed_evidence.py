"""Facts for the checker out of the index of a store: a sentence meets its few facts, and the rest is never read."""

from __future__ import annotations

import heapq
import json
import math
from collections import defaultdict
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from factcli.check.compare.quotes import words_of
from factcli.check.evidence import ALL_MET, MOST_FACTS, MOST_KIN, MOST_WORDS, Kin, KnownFact
from factcli.english.stemming import IRREGULAR, find_words, meaning
from factcli.english.synonyms import SYNONYMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.index import FactIndex
    from factcli.model.facts import Fact

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

# A word that more facts share than this finds none of them.
_TOO_COMMON = 2_000
# What was read is kept, as drafts meet the same facts and words again: some 150 MB at most.  The rest of a large store
# stays on the disk.
_MOST_FACTS_KEPT = 32_000
_MOST_WORDS_KEPT = 4_000


class _Kept(dict[_Key, _Value]):
    """What was looked up, at most so many entries: the older half makes room."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: _Key, value: _Value) -> None:
        if len(self) >= self._most:
            for old in list(islice(self, self._most // 2)):
                del self[old]
        super().__setitem__(key, value)


class IndexedFacts:
    """The facts of an index as evidence (:class:`factcli.check.evidence.Evidence`), read when they are met."""

    def __init__(self, index: FactIndex, facts_kept: int = _MOST_FACTS_KEPT) -> None:
        """At most ``facts_kept`` facts are remembered: the fewer, the less memory, and the more is read again."""
        self._index = index
        self._numbers: _Kept[str, list[int]] = _Kept(_MOST_WORDS_KEPT)
        self._known: _Kept[int, KnownFact] = _Kept(facts_kept)
        self._kin: _Kept[str, Kin] = _Kept(facts_kept)

    @cached_property
    def has_many_subjects(self) -> bool:
        """Whether the facts have more than one subject."""
        return self._index.has_many_subjects

    def facts_about(self, words: frozenset[str]) -> list[KnownFact]:
        """The facts that share the rarest of these words, best first."""
        if self._count <= ALL_MET:
            return self._read(self._all)
        found = [numbers for stem in sorted(set(map(meaning, words))) if (numbers := self._numbers_with(stem))]
        rarest = sorted((numbers for numbers in found if len(numbers) <= _TOO_COMMON), key=len)[:MOST_WORDS]
        shared: defaultdict[int, float] = defaultdict(float)
        for numbers in rarest:
            weight = math.log(1 + self._count / len(numbers))
            for number in numbers:
                shared[number] += weight
        best = heapq.nlargest(MOST_FACTS, shared.items(), key=lambda item: (item[1], -item[0]))
        return self._read([number for number, _ in best])

    def numbers_of(self, ids: Iterable[str]) -> frozenset[int]:
        """The numbers of the facts with these ids."""
        hits = (self._index.get(id_) for id_ in ids)
        return frozenset(hit.number for hit in hits if hit)

    def may_meet(self, text: str, numbers: frozenset[int]) -> bool:
        """Whether :meth:`facts_about` could give one of these facts for words of ``text``: quick to say no."""
        if self._count <= ALL_MET:
            return True
        words = {word.text for word in find_words(text) if not word.is_mark}.union(words_of(text))
        found = (self._numbers_with(stem) for stem in set(map(meaning, words)) if stem)
        return any(len(met) <= _TOO_COMMON and not numbers.isdisjoint(met) for met in found)

    def fact(self, identifier: str) -> Fact | None:
        """The fact with this id, or None."""
        hit = self._index.get(identifier)
        return hit.fact if hit else None

    def source_title(self, identifier: str) -> str:
        """What the source with this id is called; its id where no title is known."""
        record = self._sources.get(identifier)
        return str(json.loads(record)["title"]) if record else identifier

    @cached_property
    def _sources(self) -> dict[str, str]:
        return self._index.sources()

    @cached_property
    def _all(self) -> list[int]:
        return self._index.numbers()

    @cached_property
    def _count(self) -> int:
        return len(self._index)

    def _numbers_with(self, stem: str) -> list[int]:
        numbers = self._numbers.get(stem)
        if numbers is None:
            numbers = self._numbers[stem] = self._index.numbers_with(_spellings(stem), _TOO_COMMON + 1)
        return numbers

    def _read(self, numbers: list[int]) -> list[KnownFact]:
        """The facts with these numbers, in their order; each is read once."""
        missing = [number for number in numbers if number not in self._known]
        found = {number: self._known[number] for number in numbers if number in self._known}
        for hit in self._index.numbered(missing) if missing else ():
            found[hit.number] = self._known[hit.number] = KnownFact(hit.fact, self._kin_of(hit.subject))
        return [found[number] for number in numbers]

    def _kin_of(self, subject: str) -> Kin:
        kin = self._kin.get(subject)
        if kin is None:
            kin = self._kin[subject] = Kin(lambda: self._facts_of(subject))
        return kin

    def _facts_of(self, subject: str) -> list[Fact]:
        """Some facts of the subject: enough to learn what it names."""
        return [hit.fact for hit in self._index.of_subject(subject, MOST_KIN)] if subject else []


def _spellings(stem: str) -> Iterable[str]:
    """Words that the checker takes for ``stem`` and that the index, whose stemmer is another, may keep apart."""
    return {stem, stem + "e", *_FORMS.get(stem, ())}


def _forms() -> dict[str, set[str]]:
    """What is irregular or a synonym, by its stem."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for word in [*IRREGULAR, *(word for row in SYNONYMS for word in row.split())]:
        forms[meaning(word)].add(word)
    return dict(forms)


_FORMS = _forms()
