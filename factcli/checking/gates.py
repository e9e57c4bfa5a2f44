"""Why a difference proves nothing: each gate is a named rule that looks at a figure of the draft beside a fact's.

A gate that closes turns "contradicted" into "unknown", and its name is the reason.  Those in ``AGREEMENT`` also
keep a figure that agrees from being called confirmed: the same number of something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcli.checking.lexicon import NEW
from factcli.checking.naming import is_foreign, names_subject, unknown_names
from factcli.checking.words import find_words, fold
from factcli.compare_dates import compare_dates
from factcli.edtf import EdtfDate

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.checking.knowledge import Knowledge
    from factcli.checking.pairing import Pairing


@dataclass(frozen=True)
class Situation:
    """A pairing, with what else decides: the sentences before, and how many subjects the facts have."""

    pairing: Pairing
    before: Knowledge
    has_many_subjects: bool


Gate = "Callable[[Situation], bool]"


def subject_not_named(situation: Situation) -> bool:
    """Among facts of many subjects, the sentence (or those before it) does not name this one."""
    return situation.has_many_subjects and not names_subject(situation.pairing.passage, situation.pairing.known, situation.before)


def foreign_subject(situation: Situation) -> bool:
    """The first name of the sentence is one that the fact does not know."""
    return is_foreign(situation.pairing.passage, situation.pairing.known)


def other_name(situation: Situation) -> bool:
    """The sentence names a place, person or thing that the fact does not know."""
    pairing = situation.pairing
    return not pairing.has_one_event and bool(unknown_names(pairing.passage, pairing.known))


def other_event(situation: Situation) -> bool:
    """A birth is not a marriage, whatever else the sentences share."""
    return situation.pairing.has_other_event


def opposite_role(situation: Situation) -> bool:
    """The dead are not the injured."""
    return situation.pairing.has_opposite_roles


def little_known(situation: Situation) -> bool:
    """The fact knows too few words of the sentence."""
    return situation.pairing.whole_known < situation.pairing.thresholds.least_known


def near_words_unknown(situation: Situation) -> bool:
    """The fact does not know the words right beside the figure."""
    pairing = situation.pairing
    return not pairing.has_one_event and pairing.near_known < pairing.thresholds.least_near_known


def part_of_a_name(situation: Situation) -> bool:
    """A number or year in a name tells one thing from another: "the 2018 World Cup", "Xbox 360"."""
    pairing = situation.pairing
    return pairing.claim.surroundings.is_in_name and not pairing.stands_before_subject


def other_sort(situation: Situation) -> bool:
    """The draft counts a sort of thing that the fact does not know: "paid viewers"."""
    pairing = situation.pairing
    knowledge = pairing.known.knowledge
    words = [word for modifier in pairing.claim.mention.modifiers for word in find_words(modifier) if word.is_content]
    return not all(word.stem in knowledge.stems or knowledge.knows(fold(word.text)) or word.text in NEW for word in words)


def other_noun(situation: Situation) -> bool:
    """Other things of quite another number: countries and people."""
    pairing = situation.pairing
    here, there = pairing.claim.surroundings.noun, pairing.figure.surroundings.noun
    return not here & there and pairing.closeness < pairing.thresholds.least_closeness and not pairing.claim.is_date


def little_shared(situation: Situation) -> bool:
    """The two figures share too little of what they measure."""
    pairing = situation.pairing
    limits = pairing.thresholds
    least = limits.least_date_score if pairing.claim.is_date else limits.least_score
    return not pairing.has_same_event and pairing.score < least


def other_time(situation: Situation) -> bool:
    """The figure is said of another time than the fact's."""
    pairing = situation.pairing
    if pairing.claim.is_date:
        return False
    return any(disagrees_in_time(date.value, pairing) for date in pairing.passage.dates)


def start_or_end(situation: Situation) -> bool:
    """One date says since when, the other until when."""
    roles = {situation.pairing.claim.surroundings.role, situation.pairing.figure.surroundings.role}
    return bool(roles & {"since", "from"}) and bool(roles & {"until", "till", "to"})


def denial(situation: Situation) -> bool:
    """The draft denies what the fact says."""
    return situation.pairing.passage.is_negated and not situation.pairing.known.passage.is_negated


def disagrees_in_time(date: object, pairing: Pairing, *, as_precise: bool = False) -> bool:
    """Whether a date of the draft's sentence cannot be the time of the fact.

    ``as_precise`` leaves out the dates of the fact that are coarser or finer than the draft's.
    """
    if not isinstance(date, EdtfDate):
        return False
    times = [figure.value for figure in pairing.known.passage.dates]
    if pairing.known.fact.as_of is not None:
        times.append(pairing.known.fact.as_of)
    known = [time for time in times if isinstance(time, EdtfDate)]
    if as_precise:
        known = [time for time in known if time.precision == date.precision]
    return bool(known) and all(compare_dates(date, time).holds is False for time in known)


AGREEMENT: dict[str, Callable[[Situation], bool]] = {
    "subject-not-named": subject_not_named,
    "foreign-subject": foreign_subject,
    "other-event": other_event,
    "opposite-role": opposite_role,
    "little-known": little_known,
    "denial": denial,
}
# Gates that leave it open whether the fact is meant: what stands beside such a figure is not confirmed either.
DOUBTS = frozenset({"other-name", "other-sort", "near-words-unknown", "little-shared", "other-time", "denial"})
DIFFERENCE: dict[str, Callable[[Situation], bool]] = {
    **AGREEMENT,
    "other-name": other_name,
    "part-of-a-name": part_of_a_name,
    "other-sort": other_sort,
    "other-noun": other_noun,
    "near-words-unknown": near_words_unknown,
    "little-shared": little_shared,
    "other-time": other_time,
    "start-or-end": start_or_end,
}


def closed_gate(situation: Situation, gates: dict[str, Callable[[Situation], bool]], without: frozenset[str]) -> str | None:
    """The name of the first gate that closes, leaving out those switched off; None where all stay open."""
    return next((name for name, gate in gates.items() if name not in without and gate(situation)), None)
