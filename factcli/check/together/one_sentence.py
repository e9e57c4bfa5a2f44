"""The judgements of the figures of one sentence, seen together: dates among amounts, and doubts about what is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.check import guards
from factcli.check.alignment import is_rank
from factcli.check.compare.other_times import disagrees_in_time, is_stamped
from factcli.check.reasons import Reason

if TYPE_CHECKING:
    from factcli.check.alignment import Alignment
    from factcli.check.verdicts import CheckerContext, Judgement
    from factcli.model.facts import Mention

_YEAR = re.compile(r"(?:19|20)\d\d")
_WELL_KNOWN = 0.5


def weigh_together(judged: list[Judgement], context: CheckerContext) -> list[Judgement]:
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
        other.alignment and other.alignment.agreement.holds is False and not _is_told_apart(alignment, other.alignment)
        for other in amounts
    )
    may_recur = judgement.verdict == "contradicted" and not alignment.has_one_event
    return judgement.doubted(Reason.OTHER_TIME) if differs and may_recur else judgement


def _is_told_apart(date: Alignment, amount: Alignment) -> bool:
    """Whether a date of one event has a verb of its own: "The school, which opened in 1876, has 41 pupils"."""
    is_of_event = date.claim.context.frame is not None and date.has_same_event
    return is_of_event and date.here.verb not in {"", amount.here.verb}


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
