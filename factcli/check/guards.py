"""Why a difference proves nothing: each gate is a named rule that looks at a figure of the draft beside a fact's.

A gate that closes turns "contradicted" into "unknown", and its name is the reason.  Those in ``AGREEMENT`` also
keep a figure that agrees from being called confirmed: the same number of something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.alignment import is_rank
from factcli.check.compare.dates import compare_dates, lacks_year
from factcli.check.subjects import is_foreign, names_subject, unknown_names
from factcli.english.measures import NEW
from factcli.english.stemming import find_words, meaning
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from factcli.check.alignment import Pairing
    from factcli.check.passages import Passage
    from factcli.check.vocabulary import Vocabulary


WORLDWIDE = meaning("worldwide")


class Background(NamedTuple):
    """What a sentence is read with: what the sentences before it name, and the day for which the draft is written."""

    before: Vocabulary
    published: date | None


@dataclass(frozen=True)
class Situation:
    """A pairing, with what else decides: what stands behind the sentence, and whether the facts have many subjects."""

    pairing: Pairing
    background: Background
    has_many_subjects: bool

    @property
    def before(self) -> Vocabulary:
        """What the sentences before name."""
        return self.background.before


def subject_not_named(situation: Situation) -> bool:
    """Among facts of many subjects, the sentence (or those before it) does not name this one."""
    return situation.has_many_subjects and not names_subject(
        situation.pairing.passage, situation.pairing.known, situation.before
    )


def foreign_subject(situation: Situation) -> bool:
    """The first name of the sentence is one that the fact does not know."""
    return is_foreign(situation.pairing.passage, situation.pairing.known, situation.before)


def other_name(situation: Situation) -> bool:
    """The sentence names a place, person or thing that the fact does not know."""
    pairing = situation.pairing
    if pairing.has_one_event:
        return False
    # Where the first of the names stands in a later clause, so do the others.
    first = unknown_names(pairing.passage, pairing.known)[:1]
    return any(not _in_later_clause(pairing.passage, pairing.claim.mention.span.end, name.start) for name in first)


def _in_later_clause(passage: Passage, end: int, start: int) -> bool:
    """Whether a comma closes the clause of a figure that ends at ``end`` before ``start``."""
    return end < start and passage.text.find(",", end, start) >= 0


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


def other_measure(situation: Situation) -> bool:
    """Each figure has a telling word beside it that the other lacks: people who work there, people who died."""
    pairing = situation.pairing
    if pairing.agreement.reason == "other-rate":
        return False
    here, there = pairing.claim.context.weights, pairing.figure.context.weights
    least = pairing.thresholds.telling_word
    ours = {stem for stem, weight in here.items() if weight >= least}
    theirs = {stem for stem, weight in there.items() if weight >= least}
    return bool(ours - pairing.known.vocabulary.stems - there.keys()) and bool(theirs - here.keys())


def part_of_a_name(situation: Situation) -> bool:
    """A number or year in a name tells one thing from another: "the 2018 Harbour Games", "Console 360"."""
    pairing = situation.pairing
    return pairing.claim.context.is_in_name and not pairing.stands_before_subject


def other_sort(situation: Situation) -> bool:
    """The draft counts a sort of thing that the fact does not know: "part-time soldiers"."""
    pairing = situation.pairing
    vocabulary = pairing.known.vocabulary
    words = [word for modifier in pairing.claim.mention.modifiers for word in find_words(modifier) if word.is_content]
    return not all(word.stem in vocabulary.stems or vocabulary.knows(word.folded) or word.text in NEW for word in words)


def other_noun(situation: Situation) -> bool:
    """Other things of quite another number: countries and people."""
    pairing = situation.pairing
    values = pairing.claim.value, pairing.figure.value
    if not all(isinstance(value, Quantity) and value.dimension == "count" for value in values):
        return False
    here, there = pairing.claim.context.noun, pairing.figure.context.noun
    return not here & there and pairing.closeness < pairing.thresholds.least_closeness


def part_of_a_total(situation: Situation) -> bool:
    """Only one of the two figures counts a part: "two of the nations"."""
    return situation.pairing.claim.context.is_part != situation.pairing.figure.context.is_part


def new_or_all(situation: Situation) -> bool:
    """One counts what is new, the other all there is, and no word says that the same is done with them."""
    pairing = situation.pairing
    here, there = pairing.claim.context, pairing.figure.context
    shared = here.near(pairing.thresholds.near_weight).keys() & there.near(pairing.thresholds.near_weight).keys()
    if pairing.claim.is_date or here.is_new == there.is_new:
        return False
    return not shared - here.noun - pairing.known.subject.stems - pairing.passage.name_stems


def other_stage(situation: Situation) -> bool:
    """The sentence speaks of a first, second or last that the fact does not know: "in the first year"."""
    pairing = situation.pairing
    if is_rank(pairing.claim):
        return False
    return any(rank not in pairing.known.passage.ranks for rank in pairing.passage.stages)


def only_a_stage(situation: Situation) -> bool:
    """The rank only tells which one is meant: "its second season"."""
    return situation.pairing.claim.context.is_stage


def other_scope(situation: Situation) -> bool:
    """One figure is of the whole world, the other is said of a place."""
    here, there = situation.pairing.claim.context, situation.pairing.figure.context
    near = situation.pairing.thresholds.near_weight
    claims_all, has_all = (WORLDWIDE in side.near(near) for side in (here, there))
    return (claims_all and not has_all and there.has_place) or (has_all and not claims_all and here.has_place)


def other_edition(situation: Situation) -> bool:
    """The year tells which of those that come round is meant: "the 2015 election"."""
    pairing = situation.pairing
    return pairing.claim.context.is_recurrent and not pairing.figure.context.is_recurrent


def other_person(situation: Situation) -> bool:
    """The sentence speaks of somebody by another's name: "Silva's deputy"."""
    stems = situation.pairing.known.vocabulary.stems
    return any(word.stem not in stems for word in situation.pairing.passage.told_of_others)


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
    known_before = pairing.passage.other_times
    if pairing.known not in known_before:
        known_before[pairing.known] = any(disagrees_in_time(time, pairing) for time in pairing.passage.times)
    return known_before[pairing.known]


def other_year(situation: Situation) -> bool:
    """A day without its year is one of the time for which the draft is written."""
    published = situation.background.published
    claim, fact = situation.pairing.claim.value, situation.pairing.figure.value
    if published is None or not isinstance(claim, EdtfDate) or not isinstance(fact, EdtfDate) or not lacks_year(claim):
        return False
    years = [day.year for day in (fact.earliest, fact.latest) if day]
    return bool(years) and min(abs(year - published.year) for year in years) > 1


def start_or_end(situation: Situation) -> bool:
    """One date says since when, the other until when."""
    roles = {situation.pairing.claim.context.role, situation.pairing.figure.context.role}
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
    "other-year": other_year,
    "little-known": little_known,
    "denial": denial,
}
# Gates that leave it open whether the fact is meant: what stands beside such a figure is not confirmed either.
DOUBTS = frozenset({"other-name", "other-sort", "near-words-unknown", "little-shared", "other-time", "denial"})
DIFFERENCE: dict[str, Callable[[Situation], bool]] = {
    **AGREEMENT,
    "other-name": other_name,
    "other-person": other_person,
    "only-a-stage": only_a_stage,
    "other-scope": other_scope,
    "other-edition": other_edition,
    "other-stage": other_stage,
    "part-of-a-total": part_of_a_total,
    "new-or-all": new_or_all,
    "part-of-a-name": part_of_a_name,
    "other-sort": other_sort,
    "other-noun": other_noun,
    "near-words-unknown": near_words_unknown,
    "other-measure": other_measure,
    "little-shared": little_shared,
    "other-time": other_time,
    "start-or-end": start_or_end,
}


def closed_gate(
    situation: Situation, gates: dict[str, Callable[[Situation], bool]], without: frozenset[str]
) -> str | None:
    """The name of the first gate that closes, leaving out those switched off; None where all stay open."""
    return next((name for name, gate in gates.items() if name not in without and gate(situation)), None)
