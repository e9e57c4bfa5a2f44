"""Rules that ask the slots of two claims whether both are about one thing.

Each takes a situation, a figure of the draft beside a figure of a fact, and says whether the rule applies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.alignment import is_rank
from factcli.check.claims.shared_slots import knows_stem
from factcli.english.measuring.narrowing import EMPTY_HEADS, REPORTERS
from factcli.english.people import PERSONS
from factcli.english.stemming import meaning
from factcli.model.edtf import EdtfDate

if TYPE_CHECKING:
    from factcli.check.guards import Situation
    from factcli.check.passages import Passage
    from factcli.model.facts import Mention

# A bound says something of a fact that is at least this near; "up to 100,000" nothing of 25,000.
_NEAR_BOUND = 0.5
_CLEARLY_KNOWN = 0.7
_CLEARLY_BETTER = 0.3
_REPORTING = frozenset(map(meaning, REPORTERS))
_EMPTY = frozenset(map(meaning, EMPTY_HEADS))


def sibling_measure(situation: Situation) -> bool:
    """The table of measures knows both figures, as two measures that are not one."""
    return situation.alignment.like_measure == "other"


def other_subject(situation: Situation) -> bool:
    """The clause of the figure is about another subject of the store."""
    named = situation.rivals.clause_subjects
    return bool(named) and (situation.alignment.known.fact.subject or "") not in named


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


def only_intended(situation: Situation) -> bool:
    """The draft says what somebody plans or expects, the fact what is."""
    alignment = situation.alignment
    return not alignment.claim.is_date and alignment.here.is_intended and not alignment.there.is_intended


def stated_beside(situation: Situation) -> bool:
    """The statement of the fact has the draft's figure too, between the same words, beside its own."""
    alignment = situation.alignment
    claim, known = alignment.claim.mention, alignment.known.passage
    beside = _words_beside(alignment.passage, claim)
    others = (each.mention for each in known.figures if each.mention.surface != alignment.figure.mention.surface)
    return any(each.surface == claim.surface and _words_beside(known, each) == beside for each in others)


def _words_beside(passage: Passage, mention: Mention) -> tuple[str, str]:
    """The words or marks right before and after a mention."""
    before = [word.text for word in passage.words if word.end <= mention.span.start]
    after = [word.text for word in passage.words if word.start >= mention.span.end]
    return "".join(before[-1:]), "".join(after[:1])


def other_intent(situation: Situation) -> bool:
    """Only one of the two says what somebody plans or expects."""
    alignment = situation.alignment
    is_same = alignment.like_measure == "same" or alignment.clause_known >= _CLEARLY_KNOWN
    if alignment.claim.is_date or (is_same and not alignment.there.is_intended):
        return False
    return alignment.here.is_intended != alignment.there.is_intended


def bare_year(situation: Situation) -> bool:
    """The year only says when something else happened: the verb of its clause is not the fact's."""
    alignment = situation.alignment
    here, there = alignment.here, alignment.there
    value = alignment.figure.value
    if not here.is_bare_year or not isinstance(value, EdtfDate) or alignment.has_same_event:
        return False
    has_figure = any(not figure.is_date and not is_rank(figure) for figure in alignment.passage.figures)
    is_shared = here.verb in alignment.known.vocabulary.stems or here.verb == there.verb
    return has_figure and not is_shared


def is_swap(situation: Situation) -> bool:
    """Whether a fact of another value knows clearly better what is measured."""
    return situation.rivals.lead(situation.alignment) <= -_CLEARLY_BETTER


def same_number(situation: Situation) -> bool:
    """Only the number is the same: other things are counted, or another fact knows better what is measured."""
    alignment = situation.alignment
    if alignment.is_bound and alignment.closeness < _NEAR_BOUND and alignment.like_measure != "same":
        return True
    if is_swap(situation):
        return True
    if alignment.like_noun != "other" or alignment.like_measure == "same":
        return False
    # Of people who fled, those who are called passengers may be all.
    is_finer = alignment.there.counted in PERSONS and alignment.here.verb == alignment.there.verb
    return not is_finer
