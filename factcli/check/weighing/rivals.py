"""All facts that a figure may be about, and what is asked of them together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcli.check.alignment import Alignment


@dataclass(frozen=True)
class Rivals:
    """All facts that a figure may be about; what is asked of them together is found when it is asked."""

    found: list[Alignment]
    has_many_subjects: bool

    @cached_property
    def clause_subjects(self) -> frozenset[str]:
        """The subjects that the clause of the figure names in full."""
        named = (each.known.fact.subject or "" for each in self.found if each.names_subject_in_clause)
        return frozenset(named) if self.has_many_subjects else frozenset()

    def lead(self, alignment: Alignment) -> float:
        """How many more of the words beside the figure the fact knows than any of another value: from -1 to 1."""
        words = alignment.here.near_terms - alignment.known.subject.stems
        others = (each for each in self.found if each.figure.value != alignment.figure.value)
        most = max((len(words & each.known.vocabulary.stems) for each in others), default=0)
        return (len(words & alignment.known.vocabulary.stems) - most) / max(len(words), 1)

    def most_shared(self, alignment: Alignment) -> float:
        """The highest score of those of another value."""
        others = (each.score for each in self.found if each.figure.value != alignment.figure.value)
        return max(others, default=0.0)

    def outdo(self, alignment: Alignment) -> bool:
        """Whether a fact of another value fits better both ways: it knows more of what is said, and says less more."""
        return any(map(partial(_fits_better, alignment), self.found))

    def others(self, alignment: Alignment) -> int:
        """How many facts have another value that could be meant."""
        return len({each.known for each in self.found if each.known.value != alignment.known.value})

    @cached_property
    def has_value(self) -> bool:
        """Whether one of the facts has just this value."""
        return any(each.agreement.holds for each in self.found)

    @cached_property
    def is_swapped(self) -> bool:
        """Whether a fact of another measure has just this value."""
        return any(each.agreement.holds and each.like_measure == "other" for each in self.found)


def _fits_better(alignment: Alignment, rival: Alignment) -> bool:
    """Whether a rival knows all that the fact knows of the words beside the figure and more, and adds fewer words."""
    if rival.figure.value == alignment.figure.value or "other" in {rival.like_measure, rival.like_noun}:
        return False
    said = alignment.passage.vocabulary.stems
    added, rivals_added = alignment.there.near_terms - said, rival.there.near_terms - said
    unknown = alignment.here.near_terms - alignment.known.vocabulary.stems
    return len(rivals_added) < len(added) and alignment.here.near_terms - rival.known.vocabulary.stems < unknown
