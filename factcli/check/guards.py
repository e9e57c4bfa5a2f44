"""Guards: named rules that turn a contradiction into "unknown"; each looks at a figure beside a fact's figure.

A guard that applies turns "contradicted" into "unknown", and its name is the reason.  Those in ``AGREEMENT`` also
keep a figure that agrees from being called confirmed: the same number of something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.alignment import is_rank
from factcli.check.claims import comparison, other_names, ranked, scopes
from factcli.check.claims.moods import stands_aside
from factcli.check.claims.setting_apart import is_of_other_age, is_of_other_sort
from factcli.check.claims.things_of_subject import is_of_another_thing, is_said_of_another_thing
from factcli.check.compare.other_times import (
    is_stamped,
    of_other_year,
    of_part_of_the_time,
    other_occasion,
    other_time,
    other_year,
    start_or_end,
    was_so_then,
)
from factcli.check.context import YEAR_OF_NAME
from factcli.check.reasons import Reason
from factcli.check.subjects import is_foreign, names_subject, stands_before_subject
from factcli.english.measuring.distinctions import NEW
from factcli.english.stemming import find_words, meaning
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from factcli.check.alignment import Alignment
    from factcli.check.antecedents.before import Meant
    from factcli.check.vocabulary import Vocabulary
    from factcli.check.weighing.rivals import Rivals

    Guards = dict[Reason, Callable[["Situation"], bool]]

WORLDWIDE = meaning("worldwide")
_WELL_KNOWN = 0.75


class Background(NamedTuple):
    """What is known besides the sentence: what it refers to, and the day the draft is written for."""

    meant: Meant
    published: date | None

    @property
    def before(self) -> Vocabulary:
        """What the sentences before name that this one may be about."""
        return self.meant.known


@dataclass(frozen=True)
class Situation:
    """An alignment, with what else decides: the context of the sentence, and whether the facts have many subjects."""

    alignment: Alignment
    background: Background
    has_many_subjects: bool
    rivals: Rivals

    @property
    def before(self) -> Vocabulary:
        """What the sentences before name."""
        return self.background.before


def subject_not_named(situation: Situation) -> bool:
    """Among facts of many subjects, the sentence (or those before it) does not name this one."""
    alignment = situation.alignment
    return (
        situation.has_many_subjects
        and not names_subject(alignment.passage, alignment.known, situation.before)
        and not alignment.is_retold
        and alignment.like_owner != "same"
    )


def foreign_subject(situation: Situation) -> bool:
    """The first name of the sentence is one that the fact does not know."""
    alignment = situation.alignment
    return alignment.like_owner != "same" and is_foreign(alignment.passage, alignment.known, situation.background.meant)


def foreign_to_the_only_subject(situation: Situation) -> bool:
    """The same, where all facts have one subject: among many, the sentence may name it by another fact's name."""
    return not situation.has_many_subjects and foreign_subject(situation)


def at_another_time(situation: Situation) -> bool:
    """At another time another one of a series has its turn: the 20th anniversary, the 25th, the strike of 1998."""
    alignment = situation.alignment
    if is_stamped(alignment) or (is_rank(alignment.claim) and other_time(situation)):
        return True
    return of_other_year(alignment) or was_so_then(situation) or other_occasion(alignment)


def other_event(situation: Situation) -> bool:
    """A birth is not a marriage, whatever else the sentences share."""
    return situation.alignment.has_other_event


def other_event_unless_retold(situation: Situation) -> bool:
    """The same, unless the fact says all of the clause: the verbs of an event are told of many things."""
    return other_event(situation) and not comparison.is_wholly_retold(situation)


def opposite_role(situation: Situation) -> bool:
    """The dead are not the injured."""
    return situation.alignment.has_opposite_roles


def little_known(situation: Situation) -> bool:
    """The fact knows too few words of the sentence."""
    return situation.alignment.whole_known < situation.alignment.weights.least_known


def near_words_unknown(situation: Situation) -> bool:
    """The fact does not know the words right beside the figure."""
    alignment = situation.alignment
    if alignment.has_one_event or (alignment.like_measure == "same" and alignment.clause_known >= _WELL_KNOWN):
        return False
    return alignment.near_known < alignment.weights.least_near_known


def other_measure(situation: Situation) -> bool:
    """Each figure has a distinctive word beside it that the other lacks: people who work there, people who died."""
    alignment = situation.alignment
    if alignment.agreement.reason == Reason.OTHER_RATE:
        return False
    here, there = alignment.claim.context.weights, alignment.figure.context.weights
    least = alignment.weights.distinctive_word
    ours = {stem for stem, weight in here.items() if weight >= least}
    theirs = {stem for stem, weight in there.items() if weight >= least}
    return bool(ours - alignment.known.vocabulary.stems - there.keys()) and bool(theirs - here.keys())


def part_of_a_name(situation: Situation) -> bool:
    """A number or year in a name tells one thing from another: "the 2018 Harbour Games", "Console 360"."""
    alignment = situation.alignment
    return alignment.claim.context.is_in_name and not stands_before_subject(alignment)


def other_year_of_name(situation: Situation) -> bool:
    """The year before a name tells which of several things of that name is meant: "the 2018 Harbour Games"."""
    claim = situation.alignment.claim
    is_year = claim.is_date or bool(YEAR_OF_NAME.match(claim.mention.surface))
    return is_year and part_of_a_name(situation)


def other_sort(situation: Situation) -> bool:
    """The draft is about a sort of thing that the fact does not know: "part-time soldiers", "a day ticket"."""
    alignment = situation.alignment
    vocabulary = alignment.known.vocabulary
    words = [word for modifier in alignment.claim.mention.modifiers for word in find_words(modifier) if word.is_content]
    is_known = all(word.stem in vocabulary.stems or vocabulary.knows(word.folded) or word.text in NEW for word in words)
    is_age_itself = alignment.claim.is_date or alignment.claim.mention.role == "age"
    if not is_age_itself and is_of_other_age(alignment.passage, alignment.known.passage):
        return True
    if not is_known or scopes.has_other_modifier(alignment):
        return True
    return is_of_other_sort(alignment.here, alignment.there, alignment.passage, alignment.known)


def other_noun(situation: Situation) -> bool:
    """Other things of quite another number: countries and people."""
    alignment = situation.alignment
    values = alignment.claim.value, alignment.figure.value
    if not all(isinstance(value, Quantity) and value.dimension == "count" for value in values):
        return False
    here, there = alignment.claim.context.noun, alignment.figure.context.noun
    return not here & there and alignment.closeness < alignment.weights.least_closeness


def part_of_a_total(situation: Situation) -> bool:
    """Only one of the two figures counts a part: "two of the nations", or is that of a part of the year."""
    alignment = situation.alignment
    return alignment.claim.context.is_part != alignment.figure.context.is_part or of_part_of_the_time(alignment)


def new_or_all(situation: Situation) -> bool:
    """One counts what is new, the other all there is, and no word says that the same is done with them."""
    alignment = situation.alignment
    here, there = alignment.claim.context, alignment.figure.context
    shared = here.near(alignment.weights.near_weight).keys() & there.near(alignment.weights.near_weight).keys()
    if alignment.claim.is_date or here.is_new == there.is_new:
        return False
    return not shared - here.noun - alignment.known.subject.stems - alignment.passage.name_stems


def other_scope(situation: Situation) -> bool:
    """One figure is of the whole world, the other is said of a place."""
    here, there = situation.alignment.claim.context, situation.alignment.figure.context
    near = situation.alignment.weights.near_weight
    claims_all, has_all = (WORLDWIDE in side.near(near) for side in (here, there))
    return (claims_all and not has_all and there.has_place) or (has_all and not claims_all and here.has_place)


def other_edition(situation: Situation) -> bool:
    """The year tells which of those that come round is meant: "the 2015 election"."""
    alignment = situation.alignment
    return alignment.claim.context.is_recurrent and not alignment.figure.context.is_recurrent


def other_person(situation: Situation) -> bool:
    """The sentence speaks of somebody by another's name, "Silva's deputy", or the age is somebody else's."""
    alignment = situation.alignment
    others = (word for word in alignment.passage.told_of_others if word.stem not in alignment.known.vocabulary.stems)
    return comparison.other_owner(situation) or any(others)


def little_shared(situation: Situation) -> bool:
    """The two figures share too little of what they measure."""
    alignment = situation.alignment
    limits = alignment.weights
    least = limits.least_date_score if alignment.claim.is_date else limits.least_score
    return not alignment.has_same_event and alignment.score < least


def denial(situation: Situation) -> bool:
    """The draft denies what the fact says."""
    alignment = situation.alignment
    if not alignment.here.is_denied or alignment.known.passage.is_negated:
        return False
    return not stands_aside(alignment.passage.words, alignment.claim.mention.span)


_IDENTITY: Guards = {
    Reason.OTHER_SUBJECT: comparison.other_subject,
    Reason.SIBLING_MEASURE: comparison.sibling_measure,
    Reason.OTHER_ATTRIBUTE: comparison.other_attribute,
    Reason.OTHER_THING: comparison.other_thing,
    Reason.BARE_YEAR: comparison.bare_year,
}
AGREEMENT: Guards = {
    Reason.SUBJECT_NOT_NAMED: subject_not_named,
    Reason.FOREIGN_SUBJECT: foreign_subject,
    Reason.OTHER_EVENT: other_event,
    Reason.OPPOSITE_ROLE: opposite_role,
    Reason.OTHER_YEAR: other_year,
    Reason.LITTLE_KNOWN: little_known,
    Reason.DENIAL: denial,
    **_IDENTITY,
}
# Guards that leave it open whether the fact is meant: what stands beside such a figure is not confirmed either.
DOUBTS = frozenset(
    {
        Reason.OTHER_NAME,
        Reason.OTHER_SORT,
        Reason.NEAR_WORDS_UNKNOWN,
        Reason.LITTLE_SHARED,
        Reason.OTHER_TIME,
        Reason.DENIAL,
    }
)
# Weighed with other evidence where the figure agrees; where it differs they decide alone.
_SOFT_IN_AGREEMENT = frozenset({Reason.SUBJECT_NOT_NAMED, Reason.OTHER_SUBJECT, Reason.FOREIGN_SUBJECT})
# The others of ``DIFFERENCE`` are weighed with other evidence.
_SOFT = frozenset(
    {
        Reason.OTHER_ATTRIBUTE,
        Reason.OTHER_THING,
        Reason.LITTLE_KNOWN,
        Reason.OTHER_NAME,
        Reason.PART_OF_A_NAME,
        Reason.NEAR_WORDS_UNKNOWN,
        Reason.OTHER_MEASURE,
        Reason.LITTLE_SHARED,
        Reason.OTHER_TIME,
        Reason.OTHER_SCOPE,
        Reason.ONLY_INTENDED,
        Reason.OTHER_NOUN,
    }
)
DIFFERENCE: Guards = {
    **AGREEMENT,
    Reason.OTHER_NAME: other_names.other_name,
    Reason.OTHER_PERSON: other_person,
    Reason.ONLY_A_STAGE: ranked.only_a_stage,
    Reason.OTHER_SCOPE: other_scope,
    Reason.OTHER_EDITION: other_edition,
    Reason.OTHER_STAGE: ranked.other_stage,
    Reason.PART_OF_A_TOTAL: part_of_a_total,
    Reason.NEW_OR_ALL: new_or_all,
    Reason.PART_OF_A_NAME: part_of_a_name,
    Reason.OTHER_SORT: other_sort,
    Reason.OTHER_NOUN: other_noun,
    Reason.NEAR_WORDS_UNKNOWN: near_words_unknown,
    Reason.OTHER_MEASURE: other_measure,
    Reason.LITTLE_SHARED: little_shared,
    Reason.OTHER_TIME: other_time,
    Reason.ONLY_INTENDED: comparison.only_intended,
    Reason.START_OR_END: start_or_end,
}
# These alone keep a figure that differs from being called contradicted.
VETOES: Guards = {name: guard for name, guard in DIFFERENCE.items() if name not in _SOFT}
VETOES[Reason.PART_OF_A_NAME] = other_year_of_name
VETOES[Reason.OTHER_NAME] = other_names.other_name_without_slip
VETOES[Reason.BARE_YEAR] = comparison.bare_year_or_number
VETOES[Reason.OTHER_SCOPE] = scopes.is_of_other_scope_without_slip
VETOES[Reason.LITTLE_SHARED] = comparison.are_entries
VETOES[Reason.OTHER_NOUN] = comparison.counts_other_things
VETOES[Reason.OTHER_ORDER] = ranked.other_order
VETOES[Reason.OTHER_TIME] = at_another_time
VETOES[Reason.OTHER_THING] = is_of_another_thing
VETOES[Reason.OTHER_ATTRIBUTE] = comparison.other_riser
VETOES[Reason.OTHER_MEASURE] = comparison.is_of_another_measure
VETOES[Reason.ONLY_INTENDED] = comparison.only_demanded
CONFIRMATION: Guards = {name: guard for name, guard in AGREEMENT.items() if name not in _SOFT | _SOFT_IN_AGREEMENT}
CONFIRMATION[Reason.SIBLING_MEASURE] = comparison.sibling_unless_retold
CONFIRMATION[Reason.OTHER_EVENT] = other_event_unless_retold
CONFIRMATION[Reason.BARE_YEAR] = comparison.bare_year_of_nothing_stated
CONFIRMATION[Reason.FOREIGN_SUBJECT] = foreign_to_the_only_subject
CONFIRMATION[Reason.SAME_NUMBER] = comparison.same_number
CONFIRMATION[Reason.OTHER_NAME] = other_names.other_place
CONFIRMATION[Reason.OTHER_PERSON] = comparison.other_owner
CONFIRMATION[Reason.OTHER_SCOPE] = scopes.is_of_other_scope
CONFIRMATION[Reason.OTHER_THING] = is_said_of_another_thing
CONFIRMATION[Reason.OTHER_TIME] = was_so_then
CONFIRMATION[Reason.OTHER_MEASURE] = comparison.only_changed_by
CONFIRMATION[Reason.ONLY_INTENDED] = comparison.only_hoped
CONFIRMATION[Reason.ONLY_A_STAGE] = ranked.only_a_part_of_a_year
SOFT: Guards = {name: guard for name, guard in DIFFERENCE.items() if name in _SOFT | _SOFT_IN_AGREEMENT}


def blocking_guard(situation: Situation, guards: Guards, without: frozenset[str]) -> Reason | None:
    """The name of the first guard that applies, without those switched off; None if none does."""
    return next((name for name, guard in guards.items() if name not in without and guard(situation)), None)
