"""The names of many facts -> each name once with its facts and offices, and pairs that look like one name misspelt."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.names_of_facts.known_names import NamesOfFact
from factcli.check.names_of_facts.name_likeness import is_known_as, likeness
from factcli.check.names_of_facts.spelling import is_other_accent, sound_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.check.names_of_facts.known_names import ComparedName, KnownName
    from factcli.model.facts import Fact
    from factcli.store.schema import JsonPath

# Where this many names differ in one word alone, that word distinguishes them.
_MOST_VARIANTS = 12
_SHORTEST_SINGLE = 6


class NamePlace(NamedTuple):
    """Where a name is: the fact, and the path of the field in it."""

    fact: str
    path: JsonPath = ()


@dataclass(eq=False)
class CataloguedName:
    """A name: its form for comparison, its places in order, and the offices beside it."""

    name: ComparedName
    places: list[NamePlace] = field(default_factory=list)
    roles: Counter[str] = field(default_factory=Counter)

    @property
    def facts(self) -> list[str]:
        """The ids of the facts that have it, each once."""
        return list(dict.fromkeys(place.fact for place in self.places))

    def __str__(self) -> str:
        """The name as it is written where it was found first."""
        return self.name.full


class Catalogue:
    """Names, each with its places."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, ...], CataloguedName] = {}

    def note(self, name: ComparedName, place: NamePlace) -> CataloguedName:
        """Take in a name at a place."""
        known = self._names.get(name.written)
        if known is None:
            known = self._names[name.written] = CataloguedName(name)
        known.places.append(place)
        return known

    def by_use(self) -> list[CataloguedName]:
        """The names, most used first."""
        return sorted(self._names.values(), key=lambda each: (-len(each.places), str(each).casefold()))

    def misspelt(self) -> Iterator[tuple[CataloguedName, CataloguedName]]:
        """Pairs that may be one name: the one used less, or later, and the one that it is like.

        A fact that has both says that both are right.
        """
        found: dict[tuple[str, ...], None] = {}
        for group in self._groups():
            for one, other in combinations(group, 2):
                if one.name.written not in found and _are_one(one, other):
                    right, wrong = sorted((one, other), key=lambda each: -len(each.places))
                    found[wrong.name.written] = None
                    yield wrong, right

    def _groups(self) -> Iterator[list[CataloguedName]]:
        """The names that are alike but for one word; single ones by their sound."""
        groups: dict[tuple[int, tuple[str, ...]], list[CataloguedName]] = defaultdict(list)
        for each in self._names.values():
            words = each.name.words
            if each.name.is_whole:
                for at in range(len(words)):
                    groups[at, (*words[:at], "", *words[at + 1 :])].append(each)
            elif words and len(words[0]) >= _SHORTEST_SINGLE:
                groups[-1, (sound_of(words[0]),)].append(each)
        return (group for group in groups.values() if 1 < len(group) <= _MOST_VARIANTS)


def catalogue_of(facts: Iterable[Fact]) -> Catalogue:
    """The names of some facts."""
    catalogue: Catalogue = Catalogue()
    for fact in facts:
        for known in NamesOfFact(fact).names:
            catalogue.note(known.name, NamePlace(fact.id)).roles.update(_offices(known))
    return catalogue


def _offices(known: KnownName) -> set[str]:
    """The office of a speaker as the fact has it, and those beside the name in other words."""
    beside = {role.text for role in known.roles if role.span}
    return beside | {known.office} if known.office else beside


def _are_one(one: CataloguedName, other: CataloguedName) -> bool:
    """Whether one name looks like a slip of the other; both are in the store, so only a likely slip counts."""
    if is_known_as(one.name, other.name) or not {*one.facts}.isdisjoint(other.facts):
        return False
    how = likeness(one.name, other.name, is_person=True)
    if how is None or how.kind == "first":
        return False
    return how.for_note == 0 or how.kind == "single" or is_other_accent(how.wrong, how.right)
