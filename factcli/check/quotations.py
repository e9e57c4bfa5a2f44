"""Compare the quotations of a sentence with the quotes among the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check.compare.quotes import QuoteOutcome, align, speakers_differ, words_of
from factcli.check.reasons import Reason
from factcli.check.subjects import names_subject
from factcli.english.function_words import QUOTE_FUNCTION_WORDS
from factcli.model.facts import Quotation

if TYPE_CHECKING:
    from factcli.check.evidence import Evidence
    from factcli.check.known_facts import KnownFact
    from factcli.check.passages import Passage
    from factcli.check.reasons import Verdict
    from factcli.check.vocabulary import Vocabulary
    from factcli.model.facts import Fact, Mention

# Anyone could say a phrase this short: it counts as a quote only if the speaker or the subject is named.
_SHORT = 3
_SHORT_CHANGED = 5


class QuoteJudgement(NamedTuple):
    """The verdict on one quotation of the draft."""

    mention: Mention
    verdict: Verdict
    reason: Reason
    fact: Fact | None = None
    differences: tuple[tuple[str, str], ...] = ()


def judge_quotes(passage: Passage, before: Vocabulary, evidence: Evidence) -> list[QuoteJudgement]:
    """A judgement for each quote of the sentence."""
    return [
        _judge(mention, mention.value, passage, before, evidence)
        for mention in passage.mentions
        if isinstance(mention.value, Quotation)
    ]


def _judge(
    mention: Mention, said: Quotation, passage: Passage, before: Vocabulary, evidence: Evidence
) -> QuoteJudgement:
    written = words_of(said.text)
    facts = evidence.facts_about(frozenset(written) - QUOTE_FUNCTION_WORDS or passage.terms)
    quotes = [(known, known.fact.value) for known in facts if isinstance(known.fact.value, Quotation)]
    outcomes = [(align(said.text, stored.text), known) for known, stored in quotes]
    outcome, known = min(outcomes, key=_rank, default=(QuoteOutcome(None, Reason.NO_FACT), None))
    if known is None or outcome.holds is None:
        return QuoteJudgement(mention, "unknown", outcome.reason)
    is_short = len(written) <= (_SHORT if outcome.holds else _SHORT_CHANGED)
    if is_short and not _is_placed(known, passage, before):
        return QuoteJudgement(mention, "unknown", Reason.COMMON_PHRASE, known.fact)
    if outcome.holds is False:
        if _only_names_differ(outcome, said.text):
            return QuoteJudgement(mention, "unknown", Reason.OTHER_NAME, known.fact)
        return QuoteJudgement(mention, "contradicted", outcome.reason, known.fact, outcome.differences)
    return _spoken(mention, said, known, outcome)


def _spoken(mention: Mention, said: Quotation, known: KnownFact, outcome: QuoteOutcome) -> QuoteJudgement:
    fact = known.fact
    speaker = fact.value.speaker if isinstance(fact.value, Quotation) else None
    if speakers_differ(said.speaker, speaker):
        if len(words_of(said.text)) <= _SHORT:
            return QuoteJudgement(mention, "unknown", Reason.COMMON_PHRASE, fact)
        return QuoteJudgement(mention, "contradicted", Reason.OTHER_SPEAKER, fact)
    if fact.rank == "deprecated":
        return QuoteJudgement(mention, "outdated", Reason.SUPERSEDED, fact)
    return QuoteJudgement(mention, "confirmed", outcome.reason, fact)


def _rank(entry: tuple[QuoteOutcome, KnownFact]) -> tuple[int, int]:
    outcome, _ = entry
    order = {True: 0, False: 1, None: 2}[outcome.holds]
    return order, sum(len(left.split()) + len(right.split()) for left, right in outcome.differences)


def _is_placed(known: KnownFact, passage: Passage, before: Vocabulary) -> bool:
    """Whether the sentence names the speaker or the subject of the quote."""
    value = known.fact.value
    speaker = value.speaker if isinstance(value, Quotation) else None
    named = passage.vocabulary.joined(before)
    return names_subject(passage, known, before) or any(
        named.knows(word) for word in words_of(speaker or "") if len(word) > _SHORT
    )


def _only_names_differ(outcome: QuoteOutcome, text: str) -> bool:
    """Whether only capitalised words differ: the same phrase about someone else."""
    changed = [word for draft, _ in outcome.differences for word in draft.split()]
    return (
        bool(changed)
        and all(word.capitalize() in text or word.upper() in text for word in changed)
        and not any(word in text.split() for word in changed)
    )
