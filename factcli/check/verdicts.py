"""The figures of a sentence and the facts -> a verdict for each figure, with its reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.check import guards
from factcli.check.alignment import Alignment, is_rank
from factcli.check.claims import comparison
from factcli.check.claims.setting_apart import another_thing
from factcli.check.compare.dates import weekday_differs
from factcli.check.compare.other_times import disagrees_in_time, is_stamped
from factcli.check.guards import Situation
from factcli.check.pairing import alignments, likeliest
from factcli.check.reasons import Reason
from factcli.check.subjects import is_named
from factcli.check.weighing.leniency import leniency
from factcli.check.weighing.likelihood import doubt, likelihood, measured
from factcli.check.weighing.rivals import Rivals
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.check.evidence import Evidence
    from factcli.check.guards import Background
    from factcli.check.known_facts import KnownFact
    from factcli.check.passages import Figure, Passage
    from factcli.check.reasons import Verdict
    from factcli.check.vocabulary import Vocabulary
    from factcli.check.weighing.weights import Weights
    from factcli.model.facts import Fact, Mention

_YEAR = re.compile(r"(?:19|20)\d\d")
# Where a sentence names no subject of the store, this many facts are compared to find the reason.
_NEXT_BEST = 8
_RETOLD_WORDS = 3
# A figure is held against this many facts, the likeliest first.
_MOST_TRIED = 5
_WELL_KNOWN = 0.5


class Judgement(NamedTuple):
    """What is said of one mention; ``alignment`` is the fact's figure it was held against, if any."""

    mention: Mention
    verdict: Verdict
    reason: Reason
    alignment: Alignment | None = None

    @property
    def fact(self) -> Fact | None:
        """The fact it was held against, if any."""
        return self.alignment.known.fact if self.alignment else None

    def doubted(self, reason: Reason) -> Judgement:
        """The same mention as unknown, for another reason."""
        return self._replace(verdict="unknown", reason=reason)


class CheckerContext(NamedTuple):
    """What judging needs besides the sentence: facts, weights, and the names of rules that are switched off."""

    evidence: Evidence
    weights: Weights
    without: frozenset[str]


def judge_figures(passage: Passage, background: Background, context: CheckerContext) -> list[Judgement]:
    """A judgement for each figure and date of the sentence."""
    if not passage.figures:
        return []
    facts = facts_meant(passage, background.before, context.evidence)
    titles = _titles(passage, facts)
    judged = [
        Judgement(figure.mention, "unknown", Reason.PART_OF_A_NAME)
        if any(title.start <= figure.mention.span.start and figure.mention.span.end <= title.end for title in titles)
        else _judge(passage, figure, facts, background, context)
        for figure in passage.figures
    ]
    return _weigh_together(judged, context)


def impossible_dates(passage: Passage) -> list[Judgement]:
    """A judgement for each day of the sentence that no calendar has, whatever the facts are."""
    return [
        Judgement(mention, "contradicted", Reason.IMPOSSIBLE_DATE)
        for mention in passage.mentions
        if not mention.is_possible
    ]


def facts_meant(passage: Passage, before: Vocabulary, evidence: Evidence) -> list[KnownFact]:
    """The facts that the sentence may be about: where there are many subjects, those of one that is named.

    A fact of just a value that the sentence states may be meant whatever is named.
    """
    facts = evidence.facts_about(passage.terms | before.words)
    if not evidence.has_many_subjects:
        return facts
    named, stems = passage.vocabulary.joined(before), passage.vocabulary.stems
    meant = [known for known in facts if is_named(named, known) or len(stems & known.vocabulary.stems) >= _RETOLD_WORDS]
    meant = meant or facts[:_NEXT_BEST]
    return meant + [known for known in facts if known.value in passage.values and known not in meant]


def considered(
    passage: Passage, figure: Figure, facts: list[KnownFact], background: Background, context: CheckerContext
) -> tuple[list[Alignment], dict[int, Situation]]:
    """The figures of ``facts`` that a figure may be held against, and by its id what else decides on each."""
    found = alignments(passage, figure, facts, context.weights)
    many = context.evidence.has_many_subjects
    rivals = Rivals(found, many)
    return found, {id(alignment): Situation(alignment, background, many, rivals) for alignment in found}


def _judge(
    passage: Passage, figure: Figure, facts: list[KnownFact], background: Background, context: CheckerContext
) -> Judgement:
    found, situations = considered(passage, figure, facts, background, context)
    current = [alignment for alignment in found if alignment.known.fact.rank != "deprecated"]
    named = [alignment for alignment in current if not guards.subject_not_named(situations[id(alignment)])]
    judgement = _best_held(named or current, figure, situations, context, _tries(named, current, context))
    if judgement.verdict == "confirmed":
        return judgement
    if "value-of-another" not in context.without and _is_value_of_another(judgement, current):
        return judgement.doubted(Reason.VALUE_OF_ANOTHER)
    superseded = [
        alignment for alignment in found if alignment.known.fact.rank == "deprecated" and alignment.agreement.holds
    ]
    if not superseded:
        return judgement
    may_agree = _confirmable(situations, context)
    old = likeliest(superseded, may_agree)
    return Judgement(figure.mention, "outdated", Reason.SUPERSEDED, old) if old and may_agree(old) else judgement


def _confirmable(situations: dict[int, Situation], context: CheckerContext) -> Callable[[Alignment], bool]:
    """Tells, asked once for each, whether no guard keeps an alignment from being confirmed."""
    known: dict[int, bool] = {}

    def is_confirmable(alignment: Alignment) -> bool:
        key = id(alignment)
        if key not in known:
            known[key] = guards.blocking_guard(situations[key], guards.CONFIRMATION, context.without) is None
        return known[key]

    return is_confirmable


def _tries(named: list[Alignment], current: list[Alignment], context: CheckerContext) -> int:
    """Against how many facts a figure is held, the likeliest first.

    Of facts whose subject the sentence does not name only one that agrees can decide; the likeliest gives the reason.
    """
    may_decide = named or any(alignment.agreement.holds for alignment in current)
    return _MOST_TRIED if may_decide or Reason.SUBJECT_NOT_NAMED in context.without else 1


def _best_held(
    pool: list[Alignment], figure: Figure, situations: dict[int, Situation], context: CheckerContext, most_tried: int
) -> Judgement:
    """The figure against the likeliest fact, and where that is not meant against the next; the first, if none is."""
    may_agree = _confirmable(situations, context)
    first, may_be_right = None, False
    for _ in range(most_tried):
        alignment = likeliest(pool, may_agree)
        judgement = held_against(alignment, figure, situations, context, pool)
        first = first or judgement
        if judgement.verdict == "confirmed" or (judgement.verdict == "contradicted" and not may_be_right):
            return judgement
        if alignment is None or alignment.is_left_open:
            return first
        may_be_right = may_be_right or _is_left_open(judgement, situations[id(alignment)])
        pool = [each for each in pool if each is not alignment]
    assert first is not None  # noqa: S101 - the loop runs at least once
    return first


def _is_left_open(judgement: Judgement, situation: Situation) -> bool:
    """Whether no other fact contradicts after this one: it has the number, or another one of its kind is meant."""
    if judgement.reason == Reason.SAME_NUMBER:
        return not comparison.is_swap(situation)
    if judgement.reason == Reason.OTHER_SORT:
        return True
    return judgement.reason == Reason.OTHER_THING and another_thing(situation)


def margin(alignment: Alignment | None, pool: list[Alignment]) -> float:
    """How clearly a fact is the likeliest: 1 where no other scores, 0 where another scores as high."""
    if alignment is None or not alignment.score:
        return 0.0
    others = (each.score for each in pool if _is_rival(each, alignment))
    return max(1 - max(others, default=0.0) / alignment.score, 0.0)


def _is_rival(other: Alignment, alignment: Alignment) -> bool:
    """Whether another fact, of another value and of no measure that is surely another, may be meant as well."""
    is_another = other.known is not alignment.known and other.figure.value != alignment.figure.value
    return is_another and other.like_measure != "other"


def held_against(
    alignment: Alignment | None,
    figure: Figure,
    situations: dict[int, Situation],
    context: CheckerContext,
    pool: list[Alignment],
) -> Judgement:
    """The judgement on a figure by one fact alone, the likeliest of ``pool``."""
    if alignment is None:
        return Judgement(figure.mention, "unknown", Reason.NO_FACT)
    holds, reason = alignment.agreement
    if holds and isinstance(figure.value, EdtfDate) and weekday_differs(figure.mention.surface, figure.value):
        holds, reason = False, Reason.WRONG_WEEKDAY
    if holds is None:
        return Judgement(figure.mention, "unknown", reason, alignment)
    situation = situations[id(alignment)]
    closed = guards.blocking_guard(situation, guards.CONFIRMATION if holds else guards.VETOES, context.without)
    if closed is None:
        said = measured(situation, margin(alignment, pool), context.without, agrees=holds)
        doubted = doubt(said, agrees=holds)
        if likelihood(said, agrees=holds) <= leniency(situation, said, agrees=holds):
            closed = Reason.SAME_NUMBER if holds else doubted or Reason.LITTLE_SHARED
    if closed:
        return Judgement(figure.mention, "unknown", closed, alignment)
    return Judgement(figure.mention, "confirmed" if holds else "contradicted", reason, alignment)


def _is_value_of_another(judgement: Judgement, found: list[Alignment]) -> bool:
    """Whether a fact of another subject, which shares words with the sentence, has just the value that is disputed.

    Where the sentence names the subject of the fact, one that it does not name says nothing.
    """
    disputed = judgement.alignment
    if disputed is None or judgement.verdict != "contradicted":
        return False
    vocabulary = disputed.passage.vocabulary
    is_own_named = is_named(vocabulary, disputed.known)
    return any(
        other.agreement.reason == Reason.SAME
        and other.score > 0
        and other.known.fact.subject != disputed.known.fact.subject
        and not (is_own_named and not is_named(vocabulary, other.known))
        for other in found
    )


def _titles(passage: Passage, facts: list[KnownFact]) -> set[Span]:
    """The spans of subjects' names in the sentence: a figure in one is part of the name."""
    sentence = passage.text[passage.span.start : passage.span.end].casefold()
    names = frozenset[tuple[str, int]]().union(*(known.titles for known in facts))
    found = ((sentence.find(name), length) for name, length in names)
    starts = ((passage.span.start + at, length) for at, length in found if at >= 0)
    return {Span(start, start + length) for start, length in starts}


def _weigh_together(judged: list[Judgement], context: CheckerContext) -> list[Judgement]:
    """The judgements of one sentence, seen together."""
    if "time-anchor" not in context.without:
        amounts = [other for other in judged if other.alignment and not other.alignment.claim.is_date]
        judged = [_anchored(judgement, amounts) for judgement in judged]
    if "sentence-in-doubt" not in context.without and any(map(_is_doubtful, judged)):
        judged = [
            judgement.doubted(Reason.SENTENCE_IN_DOUBT)
            if judgement.verdict == "confirmed" and not _is_sure(judgement)
            else judgement
            for judgement in judged
        ]
    return judged


def _anchored(judgement: Judgement, amounts: list[Judgement]) -> Judgement:
    """The judgement of a date among figures (``amounts``), which states when they were true.

    It is contradicted where a figure with many digits is exactly the fact's and the fact has another time; where
    the figures differ too, it is unknown: another time, another figure.
    """
    alignment = judgement.alignment
    if alignment is None or not alignment.claim.is_date or alignment.agreement.holds is not False:
        return judgement
    if not amounts or is_stamped(alignment):
        return judgement
    if any(_anchors(other, alignment) for other in amounts) or _is_retold(amounts, alignment):
        return judgement._replace(verdict="contradicted", reason=Reason.OTHER_TIME)
    differs = any(
        other.alignment
        and other.alignment.agreement.holds is False
        and not (
            alignment.claim.context.frame and alignment.has_same_event and _is_told_apart(alignment, other.alignment)
        )
        for other in amounts
    )
    may_recur = judgement.verdict == "contradicted" and not alignment.has_one_event
    return judgement.doubted(Reason.OTHER_TIME) if differs and may_recur else judgement


def _is_told_apart(date: Alignment, amount: Alignment) -> bool:
    """Whether a date has a verb of its own: "opened in 1876" of "The school, which opened in 1876, has 41 pupils"."""
    return date.here.verb not in {"", amount.here.verb}


def _anchors(amount: Judgement, date: Alignment) -> bool:
    """Whether a confirmed amount ties the date to the time of the same sentence of the fact."""
    alignment = amount.alignment
    return (
        alignment is not None
        and amount.verdict == "confirmed"
        and alignment.agreement.reason == Reason.SAME
        and alignment.is_distinctive
        and not _reads_as_year(alignment.claim.mention)
        and alignment.known.fact.statement == date.known.fact.statement
        and disagrees_in_time(date.claim.value, alignment, as_precise=True)
    )


def _reads_as_year(mention: Mention) -> bool:
    """Whether a bare number may as well be a year."""
    return mention.kind == "number" and bool(_YEAR.fullmatch(mention.surface))


def _is_retold(amounts: list[Judgement], date: Alignment) -> bool:
    """Whether the sentence says what the fact says, figure by figure and nearly word by word, but for the date."""
    statement = date.known.fact.statement
    return date.whole_known >= date.weights.nearly_all_known and all(
        amount.verdict == "confirmed"
        and amount.alignment is not None
        and amount.alignment.known.fact.statement == statement
        for amount in amounts
    )


def _is_sure(judgement: Judgement) -> bool:
    """Whether a figure is confirmed whatever else the sentence holds: its fact knows its measure or its clause."""
    alignment = judgement.alignment
    return alignment is not None and (alignment.like_measure == "same" or alignment.clause_known >= _WELL_KNOWN)


def _is_doubtful(judgement: Judgement) -> bool:
    alignment = judgement.alignment
    if alignment is None or alignment.agreement.holds is not False:
        return False
    return judgement.reason in guards.DOUBTS and not (
        is_rank(alignment.claim) and judgement.reason == Reason.LITTLE_SHARED
    )
