"""What the figures of a sentence come to against the facts: a verdict for each, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from factcli.check import guards as gates
from factcli.check.alignment import Pairing, is_rank, likeliest, pairings
from factcli.check.compare.dates import weekday_differs
from factcli.check.guards import Situation
from factcli.check.subjects import is_named
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Span

if TYPE_CHECKING:
    from factcli.check.evidence import Evidence, KnownFact
    from factcli.check.guards import Background
    from factcli.check.passages import Figure, Passage
    from factcli.check.vocabulary import Vocabulary
    from factcli.check.weights import Thresholds
    from factcli.model.facts import Fact, Mention

Verdict = Literal["confirmed", "contradicted", "outdated", "unknown"]


# Where a sentence names no subject of the store, so many facts tell why nothing is said of it.
_NEXT_BEST = 8


class Judgement(NamedTuple):
    """What is said of one mention; ``pairing`` is the fact's figure it was held against, if any."""

    mention: Mention
    verdict: Verdict
    reason: str
    pairing: Pairing | None = None

    @property
    def fact(self) -> Fact | None:
        """The fact it was held against, if any."""
        return self.pairing.known.fact if self.pairing else None

    def doubted(self, reason: str) -> Judgement:
        """The same mention as unknown, for another reason."""
        return self._replace(verdict="unknown", reason=reason)


class Court(NamedTuple):
    """What judging needs besides the sentence: facts, thresholds, and the names of rules that are switched off."""

    evidence: Evidence
    thresholds: Thresholds
    without: frozenset[str]


def judge_figures(passage: Passage, background: Background, court: Court) -> list[Judgement]:
    """A judgement for each figure and date of the sentence."""
    if not passage.figures:
        return []
    facts = facts_meant(passage, background.before, court.evidence)
    titles = _titles(passage, facts)
    judged = [
        Judgement(figure.mention, "unknown", "part-of-a-name")
        if any(title.start <= figure.mention.span.start and figure.mention.span.end <= title.end for title in titles)
        else _judge(passage, figure, facts, background, court)
        for figure in passage.figures
    ]
    return _weigh_together(judged, court)


def facts_meant(passage: Passage, before: Vocabulary, evidence: Evidence) -> list[KnownFact]:
    """The facts that the sentence may be about: where there are many subjects, those of one that is named."""
    facts = evidence.facts_about(passage.terms | before.words)
    if not evidence.has_many_subjects:
        return facts
    named = passage.vocabulary.joined(before)
    return [known for known in facts if is_named(named, known)] or facts[:_NEXT_BEST]


def _judge(passage: Passage, figure: Figure, facts: list[KnownFact], background: Background, court: Court) -> Judgement:
    found = pairings(passage, figure, facts, court.thresholds)
    situations = {id(pairing): Situation(pairing, background, court.evidence.has_many_subjects) for pairing in found}

    def may_agree(pairing: Pairing) -> bool:
        return gates.closed_gate(situations[id(pairing)], gates.AGREEMENT, court.without) is None

    current = [pairing for pairing in found if pairing.known.fact.rank != "deprecated"]
    named = [pairing for pairing in current if not gates.subject_not_named(situations[id(pairing)])]
    pairing = likeliest(named or current, may_agree)
    judgement = _held_against(pairing, figure, situations, court)
    if judgement.verdict == "confirmed":
        return judgement
    if "told-of-another" not in court.without and _is_told_of_another(judgement, current):
        return judgement.doubted("told-of-another")
    superseded = [pairing for pairing in found if pairing.known.fact.rank == "deprecated" and pairing.agreement.holds]
    old = likeliest(superseded, may_agree)
    return Judgement(figure.mention, "outdated", "superseded", old) if old and may_agree(old) else judgement


def _held_against(pairing: Pairing | None, figure: Figure, situations: dict[int, Situation], court: Court) -> Judgement:
    if pairing is None:
        return Judgement(figure.mention, "unknown", "no-fact")
    holds, reason = pairing.agreement
    if holds and isinstance(figure.value, EdtfDate) and weekday_differs(figure.mention.surface, figure.value):
        holds, reason = False, "wrong-weekday"
    if holds is None:
        return Judgement(figure.mention, "unknown", reason, pairing)
    closed = gates.closed_gate(situations[id(pairing)], gates.AGREEMENT if holds else gates.DIFFERENCE, court.without)
    if closed:
        return Judgement(figure.mention, "unknown", closed, pairing)
    return Judgement(figure.mention, "confirmed" if holds else "contradicted", reason, pairing)


def _is_told_of_another(judgement: Judgement, found: list[Pairing]) -> bool:
    """Whether a fact of another subject, which shares words with the sentence, has just the value that is disputed."""
    disputed = judgement.pairing
    return judgement.verdict == "contradicted" and any(
        other.agreement.reason == "same" and other.score > 0 and other.known.fact.subject != disputed.known.fact.subject
        for other in found
        if disputed
    )


def _titles(passage: Passage, facts: list[KnownFact]) -> set[Span]:
    """Where the sentence writes out the name of a subject: a figure in it is part of the name."""
    sentence = passage.text[passage.span.start : passage.span.end].casefold()
    names = {name for known in facts for name in (known.fact.subject or "", *known.fact.aliases)}
    found = ((sentence.find(name.casefold()), len(name)) for name in names if any(map(str.isalnum, name)))
    starts = ((passage.span.start + at, length) for at, length in found if at >= 0)
    return {Span(start, start + length) for start, length in starts}


def _weigh_together(judged: list[Judgement], court: Court) -> list[Judgement]:
    """The judgements of one sentence, seen together."""
    if "time-anchor" not in court.without:
        amounts = [other for other in judged if other.pairing and not other.pairing.claim.is_date]
        judged = [_anchored(judgement, amounts) for judgement in judged]
    if "sentence-in-doubt" not in court.without and any(map(_is_doubtful, judged)):
        judged = [
            judgement.doubted("sentence-in-doubt") if judgement.verdict == "confirmed" else judgement
            for judgement in judged
        ]
    return judged


def _anchored(judgement: Judgement, amounts: list[Judgement]) -> Judgement:
    """A date beside figures (``amounts``) says when they held.

    It is contradicted where such a figure is met to the last of its many digits and the fact has another time;
    and where the figures differ too, nothing is said of either: another time, another figure.
    """
    pairing = judgement.pairing
    if pairing is None or not pairing.claim.is_date or pairing.agreement.holds is not False:
        return judgement
    if not amounts:
        return judgement
    if any(_anchors(other, pairing) for other in amounts) or _is_retold(amounts, pairing):
        return judgement._replace(verdict="contradicted", reason="other-time")
    differs = any(other.pairing and other.pairing.agreement.holds is False for other in amounts)
    return judgement.doubted("other-time") if differs and judgement.verdict == "contradicted" else judgement


def _anchors(amount: Judgement, date: Pairing) -> bool:
    """Whether a confirmed amount ties the date to the time of the same sentence of the fact."""
    pairing = amount.pairing
    return (
        pairing is not None
        and amount.verdict == "confirmed"
        and pairing.agreement.reason == "same"
        and pairing.is_telling
        and pairing.known.fact.statement == date.known.fact.statement
        and gates.disagrees_in_time(date.claim.value, pairing, as_precise=True)
    )


def _is_retold(amounts: list[Judgement], date: Pairing) -> bool:
    """Whether the sentence says what the fact says, figure by figure and nearly word by word, but for the date."""
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
    return judgement.reason in gates.DOUBTS and not (is_rank(pairing.claim) and judgement.reason == "little-shared")
