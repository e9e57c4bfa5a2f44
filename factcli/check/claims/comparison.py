"""Rules that ask the slots of two claims whether both are about one thing.

Each takes a situation, a figure of the draft beside a figure of a fact, and says whether the rule applies.
"""

from __future__ import annotations

import re
from math import log10
from typing import TYPE_CHECKING

from factcli.check.alignment import is_rank
from factcli.check.claims.dated_titles import dates_another_title
from factcli.check.claims.figures_beside import figures_alike, stated_beside, states_figure_beside, tells_of_another
from factcli.check.claims.lengths_of_time import other_length_of_time
from factcli.check.claims.moods import is_intended
from factcli.check.claims.owners_of_ages import is_age_of_another
from factcli.check.claims.shared_slots import knows_stem
from factcli.check.reasons import Reason
from factcli.check.subjects import is_named, unknown_names
from factcli.check.weighing.value_slips import is_slip_of_scale, is_slip_of_zeros
from factcli.english.measuring.narrowing import CHANGES, DEMANDING, EMPTY_HEADS, REPORTERS
from factcli.english.measuring.saying_whose import PEOPLE_ENDINGS
from factcli.english.people import ADULTS, PERSONS
from factcli.english.stemming import meaning
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.check.alignment import Alignment
    from factcli.check.guards import Situation
    from factcli.check.passages import Figure, Passage

# A bound says something of a fact that is at least this near; "up to 100,000" nothing of 25,000.
_NEAR_BOUND = 0.5
_ROUNDED_POWER = 0.05
# So far apart, one amount is not written for the other; a sum of money not even a little nearer.
_LEAST_PROPORTION, _LEAST_PROPORTION_OF_MONEY = 1 / 1000, 1 / 300
_CLEARLY_KNOWN = 0.7
_WHOLLY, _RETOLD_WORDS = 0.95, 2
_CLEARLY_BETTER = 0.3
_REPORTING = frozenset(map(meaning, REPORTERS))
_DEMANDING = frozenset(map(meaning, DEMANDING))
# A number that may as well be a year.
_YEAR = re.compile(r"1\d{3}|20\d\d")
_EMPTY = frozenset(map(meaning, EMPTY_HEADS))


def sibling_measure(situation: Situation) -> bool:
    """The table of measures knows both figures, as two measures that are not one."""
    return situation.alignment.like_measure == "other"


def sibling_unless_retold(situation: Situation) -> bool:
    """The same, unless the fact says all of the clause: a word may name another measure, and only tell of this one."""
    return sibling_measure(situation) and not is_wholly_retold(situation)


def is_wholly_retold(situation: Situation) -> bool:
    """Whether the fact knows each word of the clause, more than the subject, and states no other figure of the kind."""
    alignment = situation.alignment
    says_more = len(alignment.here.terms - alignment.known.subject.stems) >= _RETOLD_WORDS
    return says_more and alignment.clause_known >= _WHOLLY and not figures_alike(alignment)


def other_subject(situation: Situation) -> bool:
    """The clause of the figure is about another subject of the store, and the statement is not about the same."""
    named, alignment = situation.rivals.clause_subjects, situation.alignment
    if not named or (alignment.known.fact.subject or "") in named:
        return False
    # Of "the Lomar Museum" a fact about the theft from it may speak as well.
    here, there = alignment.here, alignment.there
    return (here.subject_names, here.subject) != (there.subject_names, there.subject)


def other_owner(situation: Situation) -> bool:
    """The two figures are ages of people of different names, or dates of what happened to each of two."""
    alignment = situation.alignment
    if is_age_of_another(alignment):
        return True
    if alignment.like_owner != "open" or not alignment.has_one_event:
        return alignment.like_owner == "other"
    here, there = alignment.here.subject_names, alignment.there.subject_names
    is_one = here <= there or there <= here or all(map(alignment.known.subject.knows, here))
    return bool(here and there) and not is_one


def other_thing(situation: Situation) -> bool:
    """The clause of the figure is about a thing that the fact does not know: the soundtrack, not the film."""
    alignment = situation.alignment
    here, there = alignment.here, alignment.there
    if not here.subject or here.subject in _REPORTING or here.subject in _EMPTY:
        return False
    if knows_stem(alignment.known.vocabulary.stems, here.subject):
        return False
    if alignment.has_same_event or alignment.like_measure == "same":
        return False
    return not (here.verb and here.verb == there.verb and here.is_passive != there.is_passive)


def other_attribute(situation: Situation) -> bool:
    """Another noun governs the figure: a wingspan, not a range."""
    alignment = situation.alignment
    if alignment.like_attribute != "other" or alignment.like_measure == "same" or alignment.like_noun == "same":
        return False
    here, there = alignment.here, alignment.there
    return not (here.verb and here.verb == there.verb)


def other_riser(situation: Situation) -> bool:
    """What rises or falls is another thing than with the fact: house prices, not rents."""
    alignment = situation.alignment
    here, there = alignment.here, alignment.there
    if not (here.is_change and there.is_change and here.subject and there.subject) or here.subject == there.subject:
        return False
    stems = alignment.known.vocabulary.stems
    return not knows_stem(stems, here.subject) and there.subject not in alignment.passage.vocabulary.stems


def is_of_another_measure(situation: Situation) -> bool:
    """The figure is another one of the fact's statement, a change, or too unlike the fact's to be a slip of it."""
    if other_length_of_time(situation) or only_changed_by(situation):
        return True
    return out_of_proportion(situation) or stated_beside(situation)


def only_changed_by(situation: Situation) -> bool:
    """The draft says by how much something changed, the fact how much it is: "closed 12 points higher"."""
    alignment = situation.alignment
    if not alignment.here.is_change or alignment.claim.mention.kind == "percent":
        return False
    return CHANGES.isdisjoint(word.text for word in alignment.known.passage.words)


def out_of_proportion(situation: Situation) -> bool:
    """The amounts are too far apart to be an error of one another, unless zeros or a power of ten were lost."""
    alignment = situation.alignment
    claim, fact = alignment.claim.value, alignment.figure.value
    is_money = isinstance(claim, Quantity) and claim.dimension == "money"
    least = _LEAST_PROPORTION_OF_MONEY if is_money else _LEAST_PROPORTION
    if alignment.claim.is_date or alignment.is_bound or alignment.closeness >= least:
        return False
    is_slip = is_slip_of_scale(claim, fact) or is_slip_of_zeros(claim, fact)
    return not (is_slip or _is_power_of_ten(alignment.closeness))


def _is_power_of_ten(share: float) -> bool:
    """Whether a share is near a power of ten, which a rounded amount with lost zeros is: 1.4 billion of 1,366,000."""
    power = log10(share) if share else 0.5
    return abs(power - round(power)) < _ROUNDED_POWER


def only_intended(situation: Situation) -> bool:
    """The draft says what somebody plans or expects, the fact what is."""
    alignment = situation.alignment
    return not alignment.claim.is_date and alignment.here.is_intended and not _tells_of_plans(alignment)


def _tells_of_plans(alignment: Alignment) -> bool:
    """Whether the fact says what is planned, in the clause of its figure or in another."""
    texts = [word.text for word in alignment.known.passage.words]
    return alignment.there.is_intended or is_intended(texts)


def other_intent(situation: Situation) -> bool:
    """Only one of the two says what somebody plans or expects."""
    alignment = situation.alignment
    is_same = alignment.like_measure == "same" or alignment.clause_known >= _CLEARLY_KNOWN
    if alignment.claim.is_date or (is_same and not alignment.there.is_intended):
        return False
    return alignment.here.is_intended != alignment.there.is_intended


def bare_year(situation: Situation) -> bool:
    """The year only says when something else happened: its clause lacks the fact's verb, or it dates a title."""
    alignment = situation.alignment
    if dates_another_title(alignment):
        return True
    here, there = alignment.here, alignment.there
    value = alignment.figure.value
    if not here.is_bare_year or not isinstance(value, EdtfDate) or alignment.has_same_event:
        return False
    has_figure = any(not figure.is_date and not is_rank(figure) for figure in alignment.passage.figures)
    is_shared = here.verb in alignment.known.vocabulary.stems or here.verb == there.verb
    return has_figure and not is_shared


def bare_year_of_nothing_stated(situation: Situation) -> bool:
    """The same, unless the fact states the figure that the year stands beside: "sales of $5bn in 2023"."""
    return bare_year(situation) and not states_figure_beside(situation.alignment)


def bare_year_or_number(situation: Situation) -> bool:
    """The year only says when something else happened, or is a number alone: "palladium demand 2017"."""
    alignment = situation.alignment
    is_number = alignment.claim.mention.kind == "number" and not alignment.is_bound
    return bare_year(situation) or (is_number and bool(_YEAR.fullmatch(alignment.claim.mention.surface)))


def only_demanded(situation: Situation) -> bool:
    """One of the two says what somebody demands or hopes for, the other what there is."""
    alignment = situation.alignment
    here, there = alignment.here.verb, alignment.there.verb
    if not alignment.claim.is_date and alignment.here.is_hoped and not _tells_of_plans(alignment):
        return True
    return bool(here) and (here in _DEMANDING) != (there in _DEMANDING)


def are_entries(situation: Situation) -> bool:
    """The two are dates or bare numbers in entries of a list, which say nothing of them: "Tarn Courier, 3 May 1921"."""
    alignment = situation.alignment
    sides = (alignment.passage, alignment.claim), (alignment.known.passage, alignment.figure)
    return all(_is_in_entry(passage, figure) for passage, figure in sides)


def _is_in_entry(passage: Passage, figure: Figure) -> bool:
    """Whether no verb, no event and no label says what a date or a bare number is."""
    value, start = figure.value, figure.mention.span.start
    is_point = isinstance(value, EdtfDate) and not value.is_interval
    if not is_point and figure.mention.kind != "number":
        return False
    is_labelled = passage.text[:start].rstrip().endswith(":")
    return figure.context.frame is None and not is_labelled and not passage.has_verb


def only_hoped(situation: Situation) -> bool:
    """The draft says what somebody hopes to do, the fact that he does it: "wants to keep 80 goats"."""
    here, there = situation.alignment.here, situation.alignment.there
    is_open = here.is_hoped or here.is_hypothetical
    return is_open and not there.is_intended and bool(here.verb) and here.verb == there.verb


def is_swap(situation: Situation) -> bool:
    """Whether a fact of another value knows clearly better what is measured."""
    rivals, alignment = situation.rivals, situation.alignment
    return rivals.lead(alignment) <= -_CLEARLY_BETTER or rivals.outdo(alignment)


def same_number(situation: Situation) -> bool:
    """Only the number is the same: other things are counted, or another fact knows better what is measured."""
    alignment = situation.alignment
    if alignment.is_bound and alignment.closeness < _NEAR_BOUND and alignment.like_measure != "same":
        return True
    if is_swap(situation) or tells_of_another(situation):
        return True
    return counts_other_things(situation) or _only_fits(alignment)


def _counts_people_for_things(alignment: Alignment) -> bool:
    """Whether the draft counts people, the fact nothing like people, and no word says that it is of the same."""
    here, there = alignment.here, alignment.there
    is_of_people = not there.counted or there.counted in PERSONS or there.counted.endswith(PEOPLE_ENDINGS)
    is_of_things = here.counted in PERSONS and not is_of_people
    return is_of_things and alignment.like_measure != "same" and not (here.verb and here.verb == there.verb)


def _only_fits(alignment: Alignment) -> bool:
    """Whether a limit or a period fits the fact, of which the sentence names nothing but something else."""
    if not (alignment.is_bound or alignment.agreement.reason == Reason.DATE_HOLDS):
        return False
    passage, known = alignment.passage, alignment.known
    return bool(unknown_names(passage, known)) and not is_named(passage.vocabulary, known)


def counts_other_things(situation: Situation) -> bool:
    """The two figures count things of different names, whatever is done with them: giraffes and elephants."""
    alignment = situation.alignment
    here, there = alignment.here, alignment.there
    if alignment.like_noun != "other":
        return _counts_people_for_things(alignment)
    if alignment.like_measure == "same" and any(meaning(each.counted) in each.measure_terms for each in (here, there)):
        return False  # "148 evictions", "evicted 148 tenants"
    # Of people who fled, those who are called passengers may be all.
    is_same = here.verb == there.verb or alignment.like_measure == "same"
    is_finer = there.counted in PERSONS or (here.counted in ADULTS and there.counted.endswith(PEOPLE_ENDINGS))
    return not (is_finer and is_same)
