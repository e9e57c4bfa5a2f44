"""The figures of a sentence and the facts -> a verdict for each figure, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check import guards
from factcli.check.alignment import Pairing, is_rank, likeliest, pairings
from factcli.check.compare.dates import weekday_differs
from factcli.check.guards import Situation
from factcli.check.reasons import Reason
from factcli.check.subjects import is_named
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Span

if TYPE_CHECKING:
    from factcli.check.evidence import Evidence, KnownFact
    from factcli.check.guards import Background
    from factcli.check.passages import Figure, Passage
    from factcli.check.reasons import Verdict
    from factcli.check.vocabulary import Knowledge
    from factcli.check.weights import Thresholds
    from factcli.model.facts import Fact, Mention

# Where a sentence names no subject of the store, this many facts are compared to find the reason.
_NEXT_BEST = 8


class Judgement(NamedTuple):
    """The verdict on one mention; ``pairing`` has the fact's figure that it was compared with, if any."""

    mention: Mention
    verdict: Verdict
    reason: Reason
    pairing: Pairing | None = None

    @property
    def fact(self) -> Fact | None:
        """The fact that it was compared with, if any."""
        return self.pairing.known.fact if self.pairing else None

    def doubted(self, reason: Reason) -> Judgement:
        """The same mention as unknown, for another reason."""
        return self._replace(verdict="unknown", reason=reason)


class CheckerContext(NamedTuple):
    """What a verdict depends on besides the sentence: facts, thresholds, and the names of rules that are off."""

    evidence: Evidence
    thresholds: Thresholds
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


def facts_meant(passage: Passage, before: Knowledge, evidence: Evidence) -> list[KnownFact]:
    """The facts that the sentence may be about: where there are many subjects, those of one that is named."""
    facts = evidence.facts_about(passage.terms | before.words)
    if not evidence.has_many_subjects:
        return facts
    named = passage.knowledge.joined(before)
    return [known for known in facts if is_named(named, known)] or facts[:_NEXT_BEST]


def _judge(
    passage: Passage, figure: Figure, facts: list[KnownFact], background: Background, context: CheckerContext
) -> Judgement:
    found = pairings(passage, figure, facts, context.thresholds)
    situations = {id(pairing): Situation(pairing, background, context.evidence.has_many_subjects) for pairing in found}

    def may_agree(pairing: Pairing) -> bool:
        return guards.first_doubt(situations[id(pairing)], guards.AGREEMENT, context.without) is None

    current = [pairing for pairing in found if pairing.known.fact.rank != "deprecated"]
    named = [pairing for pairing in current if not guards.subject_not_named(situations[id(pairing)])]
    pairing = likeliest(named or current, may_agree)
    judgement = _compared(pairing, figure, situations, context)
    if judgement.verdict == "confirmed":
        return judgement
    if Reason.TOLD_OF_ANOTHER not in context.without and _belongs_to_another(judgement, current):
        return judgement.doubted(Reason.TOLD_OF_ANOTHER)
    superseded = [pairing for pairing in found if pairing.known.fact.rank == "deprecated" and pairing.agreement.holds]
    old = likeliest(superseded, may_agree)
    return Judgement(figure.mention, "outdated", Reason.SUPERSEDED, old) if old and may_agree(old) else judgement


def _compared(
    pairing: Pairing | None, figure: Figure, situations: dict[int, Situation], context: CheckerContext
) -> Judgement:
    if pairing is None:
        return Judgement(figure.mention, "unknown", Reason.NO_FACT)
    holds, reason = pairing.agreement
    if holds and isinstance(figure.value, EdtfDate) and weekday_differs(figure.mention.surface, figure.value):
        holds, reason = False, Reason.WRONG_WEEKDAY
    if holds is None:
        return Judgement(figure.mention, "unknown", reason, pairing)
    doubt = guards.first_doubt(
        situations[id(pairing)], guards.AGREEMENT if holds else guards.DIFFERENCE, context.without
    )
    if doubt:
        return Judgement(figure.mention, "unknown", doubt, pairing)
    return Judgement(figure.mention, "confirmed" if holds else "contradicted", reason, pairing)


def _belongs_to_another(judgement: Judgement, found: list[Pairing]) -> bool:
    """Whether a fact with another subject, which shares words with the sentence, has exactly the disputed value."""
    disputed = judgement.pairing
    return judgement.verdict == "contradicted" and any(
        other.agreement.reason == Reason.SAME
        and other.score > 0
        and other.known.fact.subject != disputed.known.fact.subject
        for other in found
        if disputed
    )


def _titles(passage: Passage, facts: list[KnownFact]) -> set[Span]:
    """The spans of subjects' names in the sentence: a figure in one is part of the name."""
    sentence = passage.text[passage.span.start : passage.span.end].casefold()
    names = {name for known in facts for name in (known.fact.subject or "", *known.fact.aliases)}
    found = ((sentence.find(name.casefold()), len(name)) for name in names if any(map(str.isalnum, name)))
    starts = ((passage.span.start + at, length) for at, length in found if at >= 0)
    return {Span(start, start + length) for start, length in starts}


def _weigh_together(judged: list[Judgement], context: CheckerContext) -> list[Judgement]:
    """The judgements of one sentence, adjusted to one another."""
    if "time-anchor" not in context.without:
        amounts = [other for other in judged if other.pairing and not other.pairing.claim.is_date]
        judged = [_anchored(judgement, amounts) for judgement in judged]
    if Reason.SENTENCE_IN_DOUBT not in context.without and any(map(_is_doubtful, judged)):
        judged = [
            judgement.doubted(Reason.SENTENCE_IN_DOUBT) if judgement.verdict == "confirmed" else judgement
            for judgement in judged
        ]
    return judged


def _anchored(judgement: Judgement, amounts: list[Judgement]) -> Judgement:
    """The judgement of a date among figures (``amounts``), which states when they were true.

    It is contradicted where a figure with many digits is exactly the fact's and the fact has another time; where
    the figures differ too, it is unknown: another time, another figure.
    """
    pairing = judgement.pairing
    if pairing is None or not pairing.claim.is_date or pairing.agreement.holds is not False:
        return judgement
    if not amounts:
        return judgement
    if any(_anchors(other, pairing) for other in amounts) or _is_repeated(amounts, pairing):
        return judgement._replace(verdict="contradicted", reason=Reason.OTHER_TIME)
    differs = any(other.pairing and other.pairing.agreement.holds is False for other in amounts)
    return judgement.doubted(Reason.OTHER_TIME) if differs and judgement.verdict == "contradicted" else judgement


def _anchors(amount: Judgement, date: Pairing) -> bool:
    """Whether a confirmed amount ties the date to the time of the same sentence of the fact."""
    pairing = amount.pairing
    return (
        pairing is not None
        and amount.verdict == "confirmed"
        and pairing.agreement.reason == Reason.SAME
        and pairing.is_telling
        and pairing.known.fact.statement == date.known.fact.statement
        and guards.disagrees_in_time(date.claim.value, pairing, as_precise=True)
    )


def _is_repeated(amounts: list[Judgement], date: Pairing) -> bool:
    """Whether the sentence repeats the fact, figure by figure and nearly word by word, except for the date."""
    statement = date.known.fact.statement
    return date.whole_known >= date.thresholds.nearly_all_known and all(
        amount.verdict == "confirmed"
        and amount.pairing is not None
        and amount.pairing.known.fact.statement == statement
        for amount in amounts
    )


def _is_doubtful(judgement: Judgement) -> bool:
    pairing = judgement.pairing
    if pairing is None or pairing.agreement.holds is not False:
        return False
    return judgement.reason in guards.DOUBTS and not (
        is_rank(pairing.claim) and judgement.reason == Reason.LITTLE_SHARED
    )
