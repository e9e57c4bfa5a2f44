"""Soft evidence: how likely it is that a figure which differs from a fact is about the same thing.

Hard rules (:mod:`factcli.check.guards`) say "another thing" alone.  What is left is weighed: evidence for one thing
adds, doubts subtract, each with the weight that ``benchmarks/learn_weights.py`` has found for it; above 0 the figure is
contradicted.  The sign of a weight is fixed beforehand.
"""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

from factcli.check.alignment import is_rank
from factcli.check.claims.comparison import other_intent
from factcli.check.claims.shared_slots import is_one_deed
from factcli.check.guards import SOFT
from factcli.check.subjects import names_subject, unknown_names
from factcli.check.weighing.learnt import CONFIRMING, CONTRADICTING
from factcli.check.weighing.value_slips import is_near_date, is_slip_of_digit, is_slip_of_scale, is_slip_of_zeros
from factcli.english.measuring.narrowing import LEVELLING, LINKING, SUPPORTING
from factcli.english.stemming import meaning
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from factcli.check.guards import Situation
    from factcli.check.reasons import Reason
    from factcli.model.facts import Mention

_FULL_SCORE = 8.0
_MANY_NAMES = 3
_MANY_DIGITS = 4
_DECADE = 10
_DOZEN = 12
_MANY_WORDS = 4
_SUPPORTING = frozenset(map(meaning, SUPPORTING))
_MEASURING = frozenset(map(meaning, LINKING | LEVELLING))
# The logarithm of some fifty facts.
_MANY_RIVALS = 4.0
_WELL = 0.75


def _clause_known(situation: Situation) -> float:
    return situation.alignment.clause_known


def _near_known(situation: Situation) -> float:
    return situation.alignment.near_known


def _whole_known(situation: Situation) -> float:
    return situation.alignment.whole_known


def _overlap(situation: Situation) -> float:
    return min(situation.alignment.score / _FULL_SCORE, 1.0)


def _one_measure(situation: Situation) -> float:
    return float(situation.alignment.like_measure == "same")


def _one_noun(situation: Situation) -> float:
    return float(situation.alignment.like_noun == "same")


def _one_attribute(situation: Situation) -> float:
    return float(situation.alignment.like_attribute == "same")


def _one_verb(situation: Situation) -> float:
    here, there = situation.alignment.here.verb, situation.alignment.there.verb
    return float(bool(here) and (here == there or here in situation.alignment.known.vocabulary.stems))


def _unlike_verb(situation: Situation) -> float:
    """Whether each clause has a verb that the other side does not know, and the draft's says more than how much.

    Of "the five-day summit ended" the verb says nothing of the length.
    """
    alignment = situation.alignment
    if _is_before_its_noun(alignment.claim.mention):
        return 0.0
    here, there = alignment.here.verb, alignment.there.verb
    if alignment.like_measure == "same" and here in _MEASURING:
        return 0.0
    is_known = here in alignment.known.vocabulary.stems or there in alignment.passage.vocabulary.stems
    is_silent = not alignment.claim.is_date and not _SUPPORTING.isdisjoint({here, there})
    return float(bool(here and there) and not (is_known or is_silent or is_one_deed(here, there)))


def _is_before_its_noun(mention: Mention) -> bool:
    """Whether a measure is written as an adjective: "five-day", "12-metre"."""
    return mention.kind == "quantity" and " " not in mention.surface and "-" in mention.surface


def _slip_of_scale(situation: Situation) -> float:
    return float(is_slip_of_scale(situation.alignment.claim.value, situation.alignment.figure.value))


def _slip_of_zeros(situation: Situation) -> float:
    return float(is_slip_of_zeros(situation.alignment.claim.value, situation.alignment.figure.value))


def _slip_of_digit(situation: Situation) -> float:
    return float(is_slip_of_digit(situation.alignment.claim.value, situation.alignment.figure.value))


def _closeness(situation: Situation) -> float:
    return 0.0 if situation.alignment.claim.is_date else situation.alignment.closeness


def _date_closeness(situation: Situation) -> float:
    """How near two dates are: 1 within a year, 0 from a decade on."""
    claim, fact = situation.alignment.claim.value, situation.alignment.figure.value
    if not isinstance(claim, EdtfDate) or not isinstance(fact, EdtfDate) or not claim.earliest or not fact.earliest:
        return 0.0
    return 1 - min(abs(claim.earliest.year - fact.earliest.year), _DECADE) / _DECADE


def _well_known(situation: Situation) -> float:
    return float(situation.alignment.clause_known >= _WELL)


def _subject_named(situation: Situation) -> float:
    """Whether the sentence names the subject; where all facts have one, it need not."""
    alignment = situation.alignment
    if not situation.has_many_subjects:
        return 1.0
    is_owner = alignment.like_owner == "same"
    return float(is_owner or names_subject(alignment.passage, alignment.known, situation.before))


def _one_event(situation: Situation) -> float:
    return float(situation.alignment.has_same_event)


def _near_date(situation: Situation) -> float:
    """Whether two dates look like a slip of each other; a weekday alone is near by what it means."""
    claim = situation.alignment.claim
    is_written = any(map(str.isdigit, claim.mention.surface))
    return float(is_written and is_near_date(claim.value, situation.alignment.figure.value))


def _exactness(situation: Situation) -> float:
    """How unlikely a chance match is: by its digits, or a day."""
    alignment = situation.alignment
    if alignment.claim.is_date:
        return float(alignment.is_exact)
    return min(alignment.digits, _MANY_DIGITS) / _MANY_DIGITS


def _swapped(situation: Situation) -> float:
    return float(not situation.alignment.agreement.holds and situation.rivals.is_swapped)


def _others_agree(situation: Situation) -> float:
    """The share of the other figures of the sentence that the statement of the fact has too."""
    alignment = situation.alignment
    figures, theirs, counted = alignment.passage.figures, alignment.known.passage.values, alignment.passage.agreeing
    if alignment.known not in counted:
        counted[alignment.known] = sum(figure.value in theirs for figure in figures)
    others = len(figures) - 1
    own = alignment.claim.value in theirs
    return (counted[alignment.known] - own) / others if others else 0.0


def _statement_shared(situation: Situation) -> float:
    """The share of the words beside the fact's figure that the sentence has too."""
    alignment = situation.alignment
    words = alignment.there.near_terms - alignment.known.subject.stems
    return len(words & alignment.passage.vocabulary.stems) / len(words) if words else 0.0


def _best_known(situation: Situation) -> float:
    """Whether the fact knows more of the words beside the figure than any fact of another value."""
    return float(situation.rivals.lead(situation.alignment) > 0)


def _date(situation: Situation) -> float:
    return float(situation.alignment.claim.is_date)


# Evidence that both are about one thing, each from 0 to 1.
EVIDENCE: dict[str, Callable[[Situation], float]] = {
    "clause-known": _clause_known,
    "near-known": _near_known,
    "whole-known": _whole_known,
    "overlap": _overlap,
    "one-measure": _one_measure,
    "one-noun": _one_noun,
    "one-attribute": _one_attribute,
    "one-verb": _one_verb,
    "one-event": _one_event,
    "slip-of-scale": _slip_of_scale,
    "slip-of-zeros": _slip_of_zeros,
    "slip-of-digit": _slip_of_digit,
    "closeness": _closeness,
    "date-closeness": _date_closeness,
    "date": _date,
    "well-known": _well_known,
    "subject-named": _subject_named,
    "others-agree": _others_agree,
    "near-date": _near_date,
    "exactness": _exactness,
    "swapped": _swapped,
    "statement-shared": _statement_shared,
    "best-known": _best_known,
}


def _unlike_noun(situation: Situation) -> float:
    return float(situation.alignment.like_noun == "other")


def _unlike_attribute(situation: Situation) -> float:
    return float(situation.alignment.like_attribute == "other")


def _narrowed(situation: Situation) -> float:
    known = situation.alignment.known.vocabulary.stems
    return float(any(stem not in known for stem in situation.alignment.here.narrowed))


def _change(situation: Situation) -> float:
    return float(situation.alignment.here.is_change != situation.alignment.there.is_change)


def _names(situation: Situation) -> float:
    alignment = situation.alignment
    return min(len(unknown_names(alignment.passage, alignment.known)), _MANY_NAMES) / _MANY_NAMES


def _bound(situation: Situation) -> float:
    return float(situation.alignment.is_bound)


def _far_bound(situation: Situation) -> float:
    alignment = situation.alignment
    return 1 - alignment.closeness if alignment.is_bound else 0.0


def _rank(situation: Situation) -> float:
    return float(is_rank(situation.alignment.claim))


def _rivals(situation: Situation) -> float:
    """How many facts of another value could be meant, on a scale that a few raise most."""
    return min(log1p(situation.rivals.others(situation.alignment)) / _MANY_RIVALS, 1.0)


def _small_count(situation: Situation) -> float:
    """Whether the figure counts up to a dozen: of such figures a text has many."""
    value = situation.alignment.claim.value
    if not isinstance(value, Quantity) or value.amount is None or value.dimension not in {"count", "number"}:
        return 0.0
    return float(abs(value.amount) <= _DOZEN)


def _unknown_near(situation: Situation) -> float:
    """How many words beside the figure the fact does not know."""
    alignment = situation.alignment
    unknown = alignment.here.near_terms - alignment.known.subject.stems - alignment.known.vocabulary.stems
    return min(len(unknown), _MANY_WORDS) / _MANY_WORDS


def _unlike_unit(situation: Situation) -> float:
    """Whether the two are written in different units, other than by a slip: weeks and months."""
    claim, fact = situation.alignment.claim.value, situation.alignment.figure.value
    if not isinstance(claim, Quantity) or not isinstance(fact, Quantity) or not (claim.unit and fact.unit):
        return 0.0
    is_measured = claim.dimension == fact.dimension and claim.dimension not in {"count", "number", "money"}
    return float(is_measured and claim.unit != fact.unit and not is_slip_of_scale(claim, fact))


def _better_known(situation: Situation) -> float:
    """How many more of the words beside the figure a fact of another value knows."""
    return max(-situation.rivals.lead(situation.alignment), 0.0)


def _outscored(situation: Situation) -> float:
    """How clearly a fact of another value shares more of what is measured."""
    own, best = situation.alignment.score, situation.rivals.most_shared(situation.alignment)
    return 1 - own / best if best > own else 0.0


def _other_intent(situation: Situation) -> float:
    return float(other_intent(situation))


# Doubts that are not a reason by themselves.
DOUBTS: dict[str, Callable[[Situation], float]] = {
    "unlike-noun": _unlike_noun,
    "unlike-verb": _unlike_verb,
    "unlike-attribute": _unlike_attribute,
    "narrowed": _narrowed,
    "change": _change,
    "unknown-names": _names,
    "rank": _rank,
    "far-bound": _far_bound,
    "bound": _bound,
    "rivals": _rivals,
    "small-count": _small_count,
    "unknown-near": _unknown_near,
    "unlike-unit": _unlike_unit,
    "better-known": _better_known,
    "outscored": _outscored,
    "other-intent": _other_intent,
}


_ASKED = EVIDENCE | DOUBTS
# What decides how lenient the checker is, whatever it weighs.
_OF_LENIENCY = frozenset({"one-measure", "subject-named"})
# The evidence that has a weight where two values agree, and where they do not: each time, only about half of all.
_WEIGHED = {
    agrees: {name: ask for name, ask in _ASKED.items() if weights.get(name) or name in _OF_LENIENCY}
    for agrees, weights in ((True, CONFIRMING), (False, CONTRADICTING))
}


def measured(
    situation: Situation, margin: float, without: Container[str] = (), *, agrees: bool | None = None
) -> dict[str, float]:
    """All evidence and doubts by name; rules named in ``without`` are left out.

    ``margin`` says how clearly the fact is the likeliest: from 0, where another is as likely, to 1.  Where it is known
    whether the values agree, evidence without a weight is left out too.
    """
    asked = _ASKED if agrees is None else _WEIGHED[agrees]
    said = {name: ask(situation) for name, ask in asked.items()}
    said["margin"] = margin
    doubts = {str(name): float(name not in without and rule(situation)) for name, rule in SOFT.items()}
    said["undoubted"] = float(not any(doubts.values()))
    return said | doubts


def likelihood(said: dict[str, float], *, agrees: bool) -> float:
    """The weighed sum; above 0 both are about one thing."""
    weights = CONFIRMING if agrees else CONTRADICTING
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in said.items())


def doubt(said: dict[str, float], *, agrees: bool) -> Reason | None:
    """The rule that speaks most against it, if any."""
    weights = CONFIRMING if agrees else CONTRADICTING
    against = [name for name in SOFT if said[name]]
    return min(against, key=lambda name: weights.get(name, 0.0), default=None)
