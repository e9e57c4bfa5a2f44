"""Hold the ages and durations of a sentence against pairs of dated facts of one subject."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.deriving.dated_events import DatedEvent, dated_events, frame_named, meant
from factcli.check.deriving.elapsed import Fit, fit_of_age, fit_of_duration
from factcli.check.deriving.told_lengths import ToldLength, told_lengths
from factcli.check.findings import Finding
from factcli.check.pairing import facts_found
from factcli.check.reasons import Reason
from factcli.check.subjects import is_foreign, names_subject
from factcli.english.people import RELATED, TITLES
from factcli.model.facts import Quantity
from factcli.model.formatting import date_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.check.guards import Background
    from factcli.check.known_facts import KnownFact
    from factcli.check.passages import Passage
    from factcli.check.verdicts import CheckerContext
    from factcli.model.facts import Mention


class _Pair(NamedTuple):
    """Two dated facts, the earlier end first, and how a length fits between them."""

    since: DatedEvent
    until: DatedEvent
    fit: Fit


def derived_findings(passage: Passage, background: Background, context: CheckerContext) -> dict[Mention, Finding]:
    """A finding for each age and duration of the sentence that two dated facts of one subject decide."""
    lengths = list(told_lengths(passage))
    if not lengths:
        return {}
    facts = facts_found(passage, background.before, context.evidence).meant
    events = [each for each in dated_events(facts) if _is_about(passage, each.known, background)]
    found = ((length, _decided(list(_pairs(length, _of_whom(length, passage, events))))) for length in lengths)
    return {length.mention: _finding(length, pair) for length, pair in found if pair}


def _of_whom(length: ToldLength, passage: Passage, events: Sequence[DatedEvent]) -> list[DatedEvent]:
    """The events of whom an age is said: where its clause names somebody, of nobody else."""
    figure = next((figure for figure in passage.figures if figure.mention is length.mention), None)
    named = passage.claim_of(figure).subject_names - TITLES if length.is_age and figure else frozenset()
    return [each for each in events if named <= {word for names in each.known.subject_names for word in names}]


def _is_about(passage: Passage, known: KnownFact, background: Background) -> bool:
    """Whether the sentence tells of the subject of a fact, and not of a relative or of somebody else."""
    if is_foreign(passage, known, background.meant) or not names_subject(passage, known, background.before):
        return False
    stems = known.vocabulary.stems
    return not any(word.text in RELATED and word.stem not in stems for word in passage.words)


def _pairs(length: ToldLength, events: Sequence[DatedEvent]) -> Iterator[_Pair]:
    value = length.mention.value
    if not isinstance(value, Quantity) or value.amount is None:
        return
    is_hedged = value.comparator == "~"
    for since, until in product(_beginnings(length, events), _ends(length, events)):
        if since.subject != until.subject or (since.known is until.known and since.date == until.date):
            continue
        if length.is_age:
            fit = fit_of_age(value.amount, since.date, until.date, is_hedged=is_hedged)
        else:
            fit = fit_of_duration(value.amount, value.unit or "", since.date, until.date, is_hedged=is_hedged)
        if fit:
            yield _Pair(since, until, fit)


def _beginnings(length: ToldLength, events: Sequence[DatedEvent]) -> list[DatedEvent]:
    if length.since is None:
        return [each for each in events if each.frame == "birth"]
    return meant(length.since, events)


def _ends(length: ToldLength, events: Sequence[DatedEvent]) -> list[DatedEvent]:
    """The events that end a length; of a death only the person matters, not where or of what."""
    if length.is_age:
        frame = frame_named(length.until)
        if frame in {None, "birth"}:
            return []
        if frame == "death":
            return [each for each in events if each.frame == "death"]
    return meant(length.until, events)


def _decided(pairs: Sequence[_Pair]) -> _Pair | None:
    """The pair that decides: one that fits, else the only one; several that differ decide nothing."""
    fitting = [pair for pair in pairs if pair.fit.holds]
    if fitting:
        return fitting[0]
    dates = {(pair.since.date, pair.until.date) for pair in pairs}
    return pairs[0] if len(dates) == 1 and pairs[0].fit.holds is False else None


def _finding(length: ToldLength, pair: _Pair) -> Finding:
    mention, (since, until, fit) = length.mention, pair
    dates = " and ".join(f"{each.known.fact.id} has {date_in_words(each.date)}" for each in (since, until))
    message = f"{mention.surface}: {dates}, which is {fit.length}"
    if fit.holds:
        return Finding(mention.span, mention.surface, "confirmed", Reason.FOLLOWS, until.known.fact, message)
    reason = Reason.WRONG_AGE if length.is_age else Reason.WRONG_DURATION
    return Finding(mention.span, mention.surface, "contradicted", reason, until.known.fact, message)
