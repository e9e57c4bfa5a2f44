"""Explain the verdict on a quote: its words and speaker, and how far each quote of the facts agrees with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.compare.who_said import speakers_differ
from factcli.check.explaining.explanation import Considered, Explanation
from factcli.check.explaining.slots_in_words import slots_of_quote
from factcli.check.quotations import outcomes
from factcli.check.reasons import Reason, Verdict
from factcli.model.facts import Quotation

if TYPE_CHECKING:
    from factcli.check.compare.quotes import QuoteOutcome
    from factcli.check.evidence import Evidence
    from factcli.check.known_facts import KnownFact
    from factcli.check.passages import Passage
    from factcli.model.facts import Mention

_MOST_SHOWN = 3
_VERDICTS: dict[bool | None, Verdict] = {True: "confirmed", False: "contradicted", None: "unknown"}


def explain_quote(mention: Mention, said: Quotation, passage: Passage, evidence: Evidence) -> Explanation:
    """The quotes of the facts that share words with a quote, those that agree first."""
    found = outcomes(said, passage, evidence)
    alike = [each for each in found if each[0].reason != Reason.OTHER_WORDS]
    alike.sort(key=lambda each: (each[0].holds is None, each[0].holds is False))
    shown = tuple(_considered(said, outcome, known) for outcome, known in alike[:_MOST_SHOWN])
    return Explanation(mention.span, slots_of_quote(said), shown, len(found) - len(shown))


def _considered(said: Quotation, outcome: QuoteOutcome, known: KnownFact) -> Considered:
    stored = known.fact.value
    slots = slots_of_quote(stored) if isinstance(stored, Quotation) else ()
    if outcome.holds and isinstance(stored, Quotation) and speakers_differ(said.speaker, stored.speaker):
        return Considered(known.fact, "contradicted", Reason.OTHER_SPEAKER, "values", slots)
    return Considered(known.fact, _VERDICTS[outcome.holds], outcome.reason, "values", slots)
