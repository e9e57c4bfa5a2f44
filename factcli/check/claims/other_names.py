"""Rules about names of a sentence that a fact does not know: a situation in, whether the rule applies, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.claims.dated_titles import dates_subject
from factcli.check.subjects import is_elsewhere, is_institution, is_other_number, unknown_names
from factcli.check.weighing.value_slips import is_near_date, is_slip_of_digit, is_slip_of_scale

if TYPE_CHECKING:
    from factcli.check.guards import Situation
    from factcli.check.passages import Passage


def other_name(situation: Situation) -> bool:
    """The sentence names a place, person or thing that the fact does not know."""
    alignment = situation.alignment
    if alignment.has_one_event or dates_subject(alignment):
        return False
    # Where the first of the names is in a later clause, so are the others.
    passage, span = alignment.passage, alignment.claim.mention.span
    names = [name for name in unknown_names(passage, alignment.known) if passage.is_beside(name.start, span)]
    first = [name for name in names if not is_institution(name)][:1]
    return any(not is_in_later_clause(passage, span.end, name.start) for name in first)


def other_name_without_slip(situation: Situation) -> bool:
    """The sentence names what the fact does not know, and the two values do not look like a slip of each other."""
    alignment = situation.alignment
    claim, fact = alignment.claim.value, alignment.figure.value
    if is_other_number(alignment.passage, alignment.known):
        return True
    is_slip = _is_slip_of_date(situation) or is_slip_of_scale(claim, fact) or is_slip_of_digit(claim, fact)
    return not is_slip and other_name(situation)


def _is_slip_of_date(situation: Situation) -> bool:
    """Whether both date one sort of event, planned or past, a little apart, and not each in a place of its own."""
    alignment = situation.alignment
    here, there = alignment.here, alignment.there
    is_one_sort = alignment.has_same_event or (bool(here.verb) and here.verb == there.verb)
    if not is_one_sort or here.is_intended != there.is_intended:
        return False
    return is_near_date(alignment.claim.value, alignment.figure.value) and not other_place(situation)


def other_place(situation: Situation) -> bool:
    """The sentence and the fact each say where, and each names a place that the other does not know.

    So does a sentence that names another one of a numbered series.
    """
    passage, known = situation.alignment.passage, situation.alignment.known
    return is_elsewhere(passage, known) or is_other_number(passage, known)


def is_in_later_clause(passage: Passage, end: int, start: int) -> bool:
    """Whether a comma closes the clause of a figure that ends at ``end`` before ``start``."""
    return end < start and passage.text.find(",", end, start) >= 0
