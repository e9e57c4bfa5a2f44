"""Find the fact of a store that a candidate says again, or says otherwise: the same subject, measure and time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.english.stemming import content_stems
from factcli.english.synonyms import SAME_COUNT
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.model.facts import Fact

_LEAST_OF_SUBJECT = 0.5
_LEAST_SHARED = 1


class Duplicate(NamedTuple):
    """A fact of the store beside a candidate; ``is_equal`` if both have the same value."""

    fact: Fact
    is_equal: bool


def find_duplicate(candidate: Fact, stored: Iterable[Fact]) -> Duplicate | None:
    """The fact that is likeliest the same as the candidate; None if none is."""
    found: list[tuple[bool, int, Fact]] = []
    mine = _Vocabulary.of(candidate)
    for fact in stored:
        if fact.kind == candidate.kind and fact.rank != "deprecated":
            shared = _likeness(candidate, mine, fact)
            if shared:
                found.append((_is_equal(candidate, fact), shared, fact))
    best = max(found, key=lambda known: known[:2], default=None)
    return Duplicate(best[2], best[0]) if best else None


class _Vocabulary(NamedTuple):
    """The stems of a fact: those of its subject, and those that say what is said of that."""

    subject: frozenset[str]
    said: frozenset[str]

    @classmethod
    def of(cls, fact: Fact) -> _Vocabulary:
        subject = content_stems(" ".join((fact.subject or "", *fact.aliases)))
        said = content_stems(" ; ".join((fact.statement, *fact.keywords)))
        return cls(subject, said - subject)


def _likeness(candidate: Fact, mine: _Vocabulary, fact: Fact) -> int:
    """How many words say that the two are about the same; 0 if they are not."""
    if isinstance(candidate.value, Quotation) and isinstance(fact.value, Quotation):
        return len(mine.said) + 1 if _words(candidate.value) == _words(fact.value) else 0
    if not (_is_same_unit(candidate, fact) and _is_same_time(candidate, fact)):
        return 0
    other = _Vocabulary.of(fact)
    least = min(len(mine.subject), len(other.subject))
    if not least or len(mine.subject & other.subject) < _LEAST_OF_SUBJECT * least:
        return 0
    shared = len(mine.said & other.said)
    return shared if shared >= _LEAST_SHARED else 0


def _words(quotation: Quotation) -> str:
    return " ".join(quotation.text.casefold().strip(" .,;:!?…").split())


def _is_same_unit(candidate: Fact, fact: Fact) -> bool:
    """Whether both count the same things, or are sums of one currency or measures of one dimension."""
    one, other = candidate.value, fact.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return True
    if one.dimension == "count" and other.dimension == "count":
        return one.unit == other.unit or any({one.unit, other.unit} <= row for row in SAME_COUNT)
    return one.dimension == other.dimension and (one.dimension != "money" or one.unit == other.unit)


def _is_same_time(candidate: Fact, fact: Fact) -> bool:
    """Whether the two may be of one time: of another year they are two facts."""
    one, other = candidate.as_of, fact.as_of
    if one is None or other is None:
        return True
    return one.text[:4] == other.text[:4]


def _is_equal(candidate: Fact, fact: Fact) -> bool:
    one, other = candidate.value, fact.value
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return (one.amount, one.lower, one.upper) == (other.amount, other.lower, other.upper)
    if isinstance(one, EdtfDate) and isinstance(other, EdtfDate):
        return one == other
    return True
