"""How little evidence is enough: a figure beside a fact comes in, and by how much the threshold is lower goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.subjects import is_named

if TYPE_CHECKING:
    from factcli.check.alignment import Alignment
    from factcli.check.guards import Situation

# Where the fact knows the whole clause, less evidence is enough; so it is where the clause says of the subject itself
# when it was born, died or was founded, which happens once.
_ALL_KNOWN = 0.95
_LENIENT = -1.25
# The same where it knows most of the clause, and the table of measures that both measure one thing.
_LENIENT_BY_MEASURE = -0.6
# The same where a sentence names the subject of the fact among others, no rule speaks against it, and the table of
# measures or the words of the clause tell which of the facts is meant, if there are several.
_MOSTLY_KNOWN = 0.6
_LENIENT_BY_NAME = -1.0
# The same where the fact knows all of the clause, or both are ranks in one order.
_LENIENT_BY_ALL = -1.5


def leniency(situation: Situation, said: dict[str, float], *, agrees: bool) -> float:
    """How little evidence is enough: for a difference less where the subject is sure and the fact knows the clause."""
    if agrees:
        return 0.0
    known = situation.alignment.clause_known
    if _is_of_one_event(situation, said):
        return _LENIENT
    if situation.has_many_subjects:
        return _leniency_by_name(situation, said, known)
    if known >= _ALL_KNOWN:
        return _LENIENT
    is_measured = said["undoubted"] and said["one-measure"] and known >= _MOSTLY_KNOWN
    is_sure = is_measured and is_named(situation.alignment.passage.vocabulary, situation.alignment.known)
    return _LENIENT_BY_MEASURE if is_sure else 0.0


def _is_of_one_event(situation: Situation, said: dict[str, float]) -> bool:
    """Whether a clause about the subject dates what happens to it once, and no rule speaks against it."""
    alignment = situation.alignment
    return bool(said["undoubted"]) and alignment.has_one_event and alignment.names_subject_in_clause


def _leniency_by_name(situation: Situation, said: dict[str, float], known: float) -> float:
    """The leniency where the sentence names the subject of the fact, and says best what this one of its facts says."""
    is_doubted = not said["undoubted"] or said["other-intent"]
    if is_doubted or not said["subject-named"] or known < _MOSTLY_KNOWN:
        return 0.0
    if _is_surely_told(situation.alignment, known):
        return _LENIENT_BY_ALL
    is_told = said["best-known"] or said["one-measure"] or said["near-date"] or not said["rivals"]
    return _LENIENT_BY_NAME if is_told else 0.0


def _is_surely_told(alignment: Alignment, known: float) -> bool:
    """Whether the fact knows all of the clause, which says more than the name, or both are ranks by one superlative."""
    scale = alignment.claim.context.scale
    if scale is not None and scale == alignment.figure.context.scale:
        return True
    return known >= _ALL_KNOWN and not alignment.here.near_terms <= alignment.known.subject.stems
