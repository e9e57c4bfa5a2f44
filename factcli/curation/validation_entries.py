"""What the validation rules look at: facts come in one by one; little of each is kept.

A store of 100,000 facts is checked without keeping its facts in memory.  Of each fact are kept what it cites, what
supersedes it, and what later facts of the same subject are compared with.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.names_of_facts.catalogue import Catalogue, NamePlace
from factcli.check.names_of_facts.known_names import labelled_names
from factcli.mentions import find_figures
from factcli.model.facts import Quantity, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.model.edtf import EdtfDate
    from factcli.model.facts import Fact, Mention, Source, Span, Value

_WORD = re.compile(r"[^\W\d_]+")
# Statements that share this much of their words are about the same measure: "the bombing killed", "killed ... people".
_ALIKE = 0.8
# A subject with thousands of figures is compared with its neighbours in the file, not with all of them.
_NEIGHBOURS = 20
_WORDS_KEPT = 4096


class Neighbour(NamedTuple):
    """What is kept of a fact for later ones of its subject; ``stated`` are the places of values in its statement."""

    id: str
    value: Value
    as_of: EdtfDate | None
    statement: str
    stated: tuple[Span, ...]

    @property
    def measure(self) -> str:
        """The statement without the values that it states: what is left says what was measured."""
        text = self.statement
        for start, end in reversed(self.stated):
            text = f"{text[:start]} {text[end:]}"
        return text


class Entry:
    """A fact to check, with earlier facts about the same measure of the same subject and time."""

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        self.alike: list[Neighbour] = []

    @cached_property
    def mentions(self) -> list[Mention]:
        """The mentions in the statement that are of the kind of the fact's value; none for quotes."""
        fact = self.fact
        if fact.kind == "quote":
            return []
        read = [each for each in find_figures(fact.statement) if each.is_possible]
        return [each for each in read if isinstance(each.value, type(fact.value))]


class Survey:
    """What is known about a store after all of its entries.

    ``fact_ids`` and ``source_ids`` are those of all entries, also of the ones that cannot be read.
    """

    def __init__(self) -> None:
        self.fact_ids: frozenset[str] = frozenset()
        self.source_ids: frozenset[str] = frozenset()
        self.sources: dict[str, Source] = {}  # those that can be read
        self.successors: dict[str, str] = {}
        self._citations: list[tuple[str, int, str]] = []
        self._cited: dict[str, str] = {}
        self.names = Catalogue()

    def note(self, fact: Fact) -> None:
        """Keep what later checks need of a fact."""
        for number, reference in enumerate(fact.references):
            source = self._cited.setdefault(reference.source, reference.source)
            self._citations.append((fact.id, number, source))
        if fact.superseded_by:
            self.successors[fact.id] = fact.superseded_by
        if fact.rank != "deprecated":
            for name, path in labelled_names(fact):
                self.names.note(name, NamePlace(fact.id, path))

    def citations(self) -> Iterator[tuple[str, int, str]]:
        """The id of a fact, the number of a reference from 0, and the source that it names; in the file's order."""
        return iter(self._citations)

    def is_cited(self, source: str) -> bool:
        """Whether a fact names the source."""
        return source in self._cited


class Neighbourhood:
    """The latest facts about each subject, with which the next one is compared."""

    def __init__(self) -> None:
        self._neighbours: dict[str, list[Neighbour]] = {}

    def entry(self, fact: Fact) -> Entry:
        """The fact as an entry, beside those before it."""
        entry = Entry(fact)
        if fact.rank != "deprecated":
            entry.alike = self._alike(entry)
        return entry

    def _alike(self, entry: Entry) -> list[Neighbour]:
        fact = entry.fact
        stated = tuple(mention.span for mention in entry.mentions)
        new = Neighbour(fact.id, fact.value, fact.as_of, fact.statement, stated)
        others = self._neighbours.setdefault(about(fact), [])
        alike = [other for other in others if _is_alike(new, other)]
        others.append(new)
        del others[:-_NEIGHBOURS]
        return alike


def about(fact: Fact) -> str:
    """What two facts must have in common before their words are compared; of quotes, the words themselves."""
    if isinstance(fact.value, Quotation):
        return f"{fact.kind}\0{' '.join(_WORD.findall(fact.value.text.casefold()))}"
    subject = " ".join((fact.subject or "").casefold().split())
    per = fact.value.per or "" if isinstance(fact.value, Quantity) else ""
    return f"{fact.kind}\0{per}\0{subject}"


def _is_alike(left: Neighbour, right: Neighbour) -> bool:
    return _may_be_at_once(left.as_of, right.as_of) and _share(_words(left.measure), _words(right.measure)) >= _ALIKE


@lru_cache(maxsize=_WORDS_KEPT)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    """How much of their words two statements share, from 0 to 1 (Jaccard)."""
    return len(left & right) / len(left | right) if left or right else 1.0


def _may_be_at_once(left: EdtfDate | None, right: EdtfDate | None) -> bool:
    return left is None or right is None or left == right or left.intersects(right)
