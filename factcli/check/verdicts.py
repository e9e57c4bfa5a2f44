"""The figures of a sentence and the facts -> a verdict for each figure, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check import guards
from factcli.check.claims import comparison
from factcli.check.claims.setting_apart import another_thing
from factcli.check.compare.dates import weekday_differs
from factcli.check.guards import Situation
from factcli.check.pairing import agreeing_with, alignments, facts_found, likeliest
from factcli.check.reasons import Reason
from factcli.check.subjects import is_named, names_subject
from factcli.check.together.one_sentence import weigh_together
from factcli.check.weighing.leniency import leniency
from factcli.check.weighing.likelihood import doubt, likelihood, measured
from factcli.check.weighing.rivals import Rivals
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.check.alignment import Alignment
    from factcli.check.evidence import Evidence
    from factcli.check.guards import Background
    from factcli.check.known_facts import KnownFact
    from factcli.check.pairing import FactsFound
    from factcli.check.passages import Figure, Passage
    from factcli.check.reasons import Verdict
    from factcli.check.weighing.weights import Weights
    from factcli.model.facts import Fact, Mention

# A figure is held against this many facts, the likeliest first.
_MOST_TRIED = 5


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
    facts = facts_found(passage, background.before, context.evidence)
    titles = _titles(passage, facts.meant)
    judged = [
        Judgement(figure.mention, "unknown", Reason.PART_OF_A_NAME)
        if any(title.start <= figure.mention.span.start and figure.mention.span.end <= title.end for title in titles)
        else _judge(passage, figure, facts.meant, background, context)
        for figure in passage.figures
    ]
    return weigh_together(_with_unnamed(judged, passage, facts, background, context), context)


def impossible_dates(passage: Passage) -> list[Judgement]:
    """A judgement for each day of the sentence that no calendar has, whatever the facts are."""
    return [
        Judgement(mention, "contradicted", Reason.IMPOSSIBLE_DATE)
        for mention in passage.mentions
        if not mention.is_possible
    ]


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


def confirmed_unnamed(
    passage: Passage, figure: Figure, facts: FactsFound, background: Background, context: CheckerContext
) -> tuple[Judgement, Situation] | None:
    """The figure as confirmed by a fact around, though the sentence names only the subjects of others; None if none is.

    Where just the text before names a subject, only facts without a name may be meant.
    """
    agreeing = agreeing_with(figure, facts.around)
    if all(names_subject(passage, known, background.before) for known in agreeing):
        return None
    every = [*facts.meant, *(known for known in agreeing if known not in facts.meant)]
    found, situations = considered(passage, figure, every, background, context)
    current = [alignment for alignment in found if alignment.known.fact.rank != "deprecated"]
    unnamed = {id(each) for each in current if guards.subject_not_named(situations[id(each)])}
    is_one_named = any(id(each) not in unnamed and is_named(passage.vocabulary, each.known) for each in current)
    for each in sorted(current, key=lambda each: each.score, reverse=True):
        may_be_named = is_one_named or len(unnamed) == len(current) or not _has_name(each.known)
        if id(each) in unnamed and may_be_named and _is_told(situations[id(each)]):
            judgement = held_against(each, figure, situations, context, current)
            if judgement.verdict == "confirmed":
                return judgement, situations[id(each)]
    return None


def _is_told(situation: Situation) -> bool:
    """Whether a fact agrees with a figure, knows a word of its clause, and counts nothing else."""
    alignment = situation.alignment
    shares = alignment.clause_known and alignment.like_noun != "other"
    return bool(alignment.agreement.holds and shares) and not guards.foreign_subject(situation)


def _has_name(known: KnownFact) -> bool:
    return not (known.fact.subject or "").islower()


def _with_unnamed(
    judged: list[Judgement], passage: Passage, facts: FactsFound, background: Background, context: CheckerContext
) -> list[Judgement]:
    """The judgements, those that are unknown confirmed where a fact of another subject than the one named says it."""
    if not context.evidence.has_many_subjects:
        return judged
    figures = {figure.mention: figure for figure in passage.figures}

    def confirmed(judgement: Judgement) -> Judgement:
        if judgement.verdict != "unknown" or judgement.reason == Reason.PART_OF_A_NAME:
            return judgement
        again = confirmed_unnamed(passage, figures[judgement.mention], facts, background, context)
        return again[0] if again else judgement

    return [confirmed(judgement) for judgement in judged]


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
