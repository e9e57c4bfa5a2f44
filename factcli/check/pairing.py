"""The facts that a sentence may be about, their figures that may be meant by one of its own, and the likeliest."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcli import units
from factcli.check.alignment import Alignment, agreement_of, is_rank
from factcli.check.context import ranks_in_other_order
from factcli.check.known_facts import SHARES, family_of
from factcli.check.reasons import Reason
from factcli.check.subjects import is_named, unknown_names
from factcli.english import events
from factcli.english.measuring.narrowing import RATE_UNITS
from factcli.english.people import PERSONS
from factcli.english.stemming import meaning
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from factcli.check.evidence import Evidence
    from factcli.check.known_facts import KnownFact
    from factcli.check.passages import Figure, Passage
    from factcli.check.vocabulary import Vocabulary
    from factcli.check.weighing.weights import Weights
    from factcli.model.facts import Value

_UNITS_KEPT = 256
# Where a sentence names no subject of the store, this many facts are compared to find the reason.
_NEXT_BEST = 8
_RETOLD_WORDS = 3
_EXACTLY = frozenset({Reason.SAME, Reason.ROUNDED})
_PLAIN = frozenset({"count", "number"})


class FactsFound(NamedTuple):
    """The facts that share words with a sentence and those before it, and those of them that it may be about."""

    around: list[KnownFact]
    meant: list[KnownFact]


def facts_found(passage: Passage, before: Vocabulary, evidence: Evidence) -> FactsFound:
    """The facts that the sentence may be about: where there are many subjects, those of one that is named.

    A fact of just a value that the sentence states may be meant whatever is named.
    """
    facts = evidence.facts_about(passage.terms | before.words)
    if not evidence.has_many_subjects:
        return FactsFound(facts, facts)
    named, stems = passage.vocabulary.joined(before), passage.vocabulary.stems
    meant = [known for known in facts if is_named(named, known) or len(stems & known.vocabulary.stems) >= _RETOLD_WORDS]
    meant = meant or facts[:_NEXT_BEST]
    stated = [known for known in facts if known.value in passage.values and known not in meant]
    return FactsFound(facts, meant + stated)


def agreeing_with(figure: Figure, facts: list[KnownFact]) -> list[KnownFact]:
    """Those of some facts whose value is that of a figure of the draft, whatever the two count."""
    value, family = figure.value, family_of(figure.value)
    reasons = _reasons_of_value(value)
    return [known for known in facts if known.family == family and agreement_of(value, known.value).reason in reasons]


def _reasons_of_value(value: Value) -> frozenset[Reason]:
    """By which agreement few facts agree with a value: not that of a bound, nor of a year that holds a day."""
    is_month = isinstance(value, EdtfDate) and value.precision == "month" and not value.is_interval
    return _EXACTLY | {Reason.DATE_HOLDS} if is_month else _EXACTLY


def alignments(passage: Passage, claim: Figure, facts: list[KnownFact], weights: Weights) -> list[Alignment]:
    """The figures of ``facts`` that could measure what ``claim`` does."""
    family = family_of(claim.value)
    return [
        Alignment(passage, alike, known, figure, weights)
        for known in facts
        if _may_meet(family, known)
        for figure in known.figures
        for alike in [_in_degrees_of(_with_rate_of(passage, claim, known, figure), figure)]
        if measures_alike(alike, figure) and _takes_side(alike, figure)
    ]


def _with_rate_of(passage: Passage, claim: Figure, known: KnownFact, figure: Figure) -> Figure:
    """The draft's figure, per what the fact's is per, if that is said elsewhere: "daily", "a dose costs $19"."""
    if not isinstance(claim.value, Quantity) or (rate := _rate(figure)) == claim.value.per:
        return claim
    # What one of the two writes beside its figure, the other may say elsewhere.
    said = rate or claim.value.per
    rates, words = (passage.rates, passage.vocabulary) if rate else (known.passage.rates, known.vocabulary)
    is_said = said in rates or (said not in RATE_UNITS and not _stems_of_unit(said or "").isdisjoint(words.stems))
    is_once = rate is None or claim.value.per is None
    return replace(claim, value=msgspec.structs.replace(claim.value, per=rate)) if is_said and is_once else claim


def _in_degrees_of(claim: Figure, figure: Figure) -> Figure:
    """The draft's figure; mere "degrees" are those of the scale of the fact's temperature."""
    value, theirs = claim.value, figure.value
    if not isinstance(value, Quantity) or not isinstance(theirs, Quantity):
        return claim
    if value.dimension != "angle" or theirs.dimension != "temperature":
        return claim
    return replace(claim, value=msgspec.structs.replace(value, unit=theirs.unit))


@lru_cache(_UNITS_KEPT)
def _stems_of_unit(unit: str) -> frozenset[str]:
    """The stems of the words for a unit: "t" is a tonne."""
    return frozenset(
        meaning(word) for word in [unit, *(name for name, symbol in units.names().items() if symbol == unit)]
    )


def likeliest(found: list[Alignment], may_agree: Callable[[Alignment], bool]) -> Alignment | None:
    """The fact that a figure of the draft is most likely about; None where none is.

    One that agrees, and ``may_agree``, wins over one that lies a little nearer but disagrees: sentences hold many
    figures.  A bound holds for many of them by chance, so only one about as close in value may win.
    """
    if not found:
        return None
    found = [alignment for alignment in found if not alignment.has_opposite_roles] or found
    best, may_be_meant = _best(found)
    near = [alignment for alignment in found if _is_near_enough(alignment, best)]
    if best.is_bound:
        near = _as_close([alignment for alignment in near if may_be_meant(alignment)])
    agreeing = [each for each in near if each.agreement.holds and may_be_meant(each) and may_agree(each)]
    # The same amount per year and in total does not contradict any other amount, nor a day without its year another.
    retold = [each for each in near if each.is_left_open and may_be_meant(each)]
    rest = near if best.is_bound else []
    return max(agreeing or retold or rest or [best], key=lambda alignment: alignment.score)


def _best(found: list[Alignment]) -> tuple[Alignment, Callable[[Alignment], bool]]:
    """The alignment of the highest score whose fact knows all names of the sentence, and which others know them.

    Where none does, they all may be meant.  Names are looked up last: of most alignments they are never asked.
    """
    by_score = sorted(found, key=lambda alignment: alignment.score, reverse=True)
    best = next(filter(_knows_all_names, by_score), None)
    return (best, _knows_all_names) if best else (by_score[0], lambda _: True)


def _knows_all_names(alignment: Alignment) -> bool:
    return not unknown_names(alignment.passage, alignment.known)


def _as_close(near: list[Alignment]) -> list[Alignment]:
    """Of the alignments of a bound, those about as close in value as the closest."""
    closest = max((alignment.closeness for alignment in near), default=0.0)
    return [alignment for alignment in near if alignment.closeness >= alignment.weights.bound_as_close * closest]


def _is_near_enough(alignment: Alignment, best: Alignment) -> bool:
    limits = alignment.weights
    if alignment.agreement.reason == Reason.SAME and (alignment.is_distinctive or _is_of_measure(alignment)):
        return True
    if alignment.is_left_open and alignment.claim.is_date:
        return True
    times = limits.agreeing_times
    if alignment.is_exact:
        times *= limits.exact_day_times if alignment.claim.is_date else limits.many_digits_times
    return best.score <= alignment.score * times + limits.agreeing_plus


def _is_of_measure(alignment: Alignment) -> bool:
    """Whether both figures have one measure, and count the same or people where both count."""
    if alignment.like_measure != "same":
        return False
    are_counted = bool(alignment.here.counted and alignment.there.counted)
    return not are_counted or alignment.like_noun == "same" or alignment.here.counted in PERSONS


def measures_alike(claim: Figure, fact: Figure) -> bool:
    """Whether the two values are of one kind: dates, money, shares, ranks, counts, or one physical dimension."""
    here, there = claim.context, fact.context
    if (here.is_style, here.is_paired) != (there.is_style, there.is_paired):
        return False
    if claim.is_date or fact.is_date:
        return claim.is_date and fact.is_date
    if is_rank(claim) != is_rank(fact) or (here.role == "top") != (there.role == "top"):
        return False
    if is_rank(claim) and ranks_in_other_order(here, there):
        return False
    if _rate(claim) != _rate(fact) and _amount(claim) != _amount(fact):
        return False
    kinds = {_dimension(claim), _dimension(fact)}
    return len(kinds) == 1 or kinds <= _PLAIN


def _takes_side(claim: Figure, figure: Figure) -> bool:
    """Whether a draft's date speaks of this side of a span: "opened in 1931" of its start, "until 2015" of its end."""
    if figure.side == "whole":
        return True
    if isinstance(claim.value, EdtfDate) and claim.value.is_interval and ".." not in claim.value.text:
        return False
    if figure.context.frame in events.ONCE:
        return claim.context.frame == figure.context.frame
    first_word = claim.mention.surface.partition(" ")[0].lower()
    wanted = events.BEGINNINGS if figure.side == "start" else events.ENDINGS
    said = events.SINCE if figure.side == "start" else events.UNTIL
    return claim.context.frame in wanted or first_word in said or claim.context.role in said


def _may_meet(family: str, known: KnownFact) -> bool:
    """Whether a fact may hold a figure of a family; a bare number may be an age, and degrees those of a temperature."""
    if family == known.family or (family, known.family) == ("angle", "temperature"):
        return True
    value = known.value
    return family == "duration" and isinstance(value, Quantity) and value.unit is None


def _dimension(figure: Figure) -> str:
    value = figure.value
    if not isinstance(value, Quantity):
        return ""
    if value.unit in SHARES or value.dimension == "percent" or (value.dimension == "number" and _is_fraction(value)):
        return "percent"
    return value.dimension


def _rate(figure: Figure) -> str | None:
    return figure.value.per if isinstance(figure.value, Quantity) else None


def _amount(figure: Figure) -> Decimal | None:
    return figure.value.amount if isinstance(figure.value, Quantity) else None


def _is_fraction(value: Quantity) -> bool:
    return value.amount is not None and 0 < value.amount < 1
