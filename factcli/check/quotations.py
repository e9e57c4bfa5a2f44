"""Compare the quotations of a sentence with the quotes among the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check.compare.quotes import QuoteOutcome, align, words_of
from factcli.check.compare.who_said import may_speak_for, speakers_differ
from factcli.check.reasons import Reason
from factcli.check.subjects import names_subject
from factcli.english.function_words import DENIALS, QUOTE_FUNCTION_WORDS
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
# Two people may say the same with so many words, a word apart.
_OWN_WORDS = 7


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


def outcomes(said: Quotation, passage: Passage, evidence: Evidence) -> list[tuple[QuoteOutcome, KnownFact]]:
    """How a quote agrees with each quote of the facts that share words with it, whoever says them."""
    facts = evidence.facts_about(frozenset(words_of(said.text)) - QUOTE_FUNCTION_WORDS or passage.terms)
    quotes = [(known, known.fact.value) for known in facts if isinstance(known.fact.value, Quotation)]
    return [
        (align(said.text, stored.text, has_same_speaker=_is_same_speaker(said, stored)), known)
        for known, stored in quotes
    ]


def _judge(
    mention: Mention, said: Quotation, passage: Passage, before: Vocabulary, evidence: Evidence
) -> QuoteJudgement:
    written = words_of(said.text)
    outcome, known = min(
        outcomes(said, passage, evidence),
        key=lambda entry: _rank(entry, said.speaker),
        default=(QuoteOutcome(None, Reason.NO_FACT), None),
    )
    if known is None or outcome.holds is None:
        return QuoteJudgement(mention, "unknown", outcome.reason)
    is_short = len(written) <= (_SHORT if outcome.holds else _SHORT_CHANGED)
    if is_short and not _is_placed(known, passage, before):
        return QuoteJudgement(mention, "unknown", Reason.COMMON_PHRASE, known.fact)
    if outcome.holds is False:
        return _changed(mention, said, known, outcome)
    if outcome.follows_negation and not _denies(passage, mention):
        return QuoteJudgement(mention, "contradicted", Reason.CUT_TURNS_SENSE, known.fact)
    return _spoken(mention, said, known, outcome)


def _changed(mention: Mention, said: Quotation, known: KnownFact, outcome: QuoteOutcome) -> QuoteJudgement:
    if _only_names_differ(outcome, said.text):
        return QuoteJudgement(mention, "unknown", Reason.OTHER_NAME, known.fact)
    speaker = _speaker_of(known)
    is_other = speakers_differ(said.speaker, speaker) and not may_speak_for(said.speaker, speaker)
    if is_other and len(words_of(said.text)) <= _OWN_WORDS:
        # Somebody else may have said something like it.
        return QuoteJudgement(mention, "unknown", Reason.OTHER_SPEAKER, known.fact)
    return QuoteJudgement(mention, "contradicted", outcome.reason, known.fact, outcome.differences)


def _speaker_of(known: KnownFact) -> str | None:
    value = known.fact.value
    return value.speaker if isinstance(value, Quotation) else None


def _is_same_speaker(said: Quotation, stored: Quotation) -> bool:
    return bool(said.speaker and stored.speaker) and not speakers_differ(said.speaker, stored.speaker)


def _denies(passage: Passage, mention: Mention) -> bool:
    """Whether the sentence denies something outside of the quotation: "will not “build the harbour”"."""
    start, end = mention.span
    return any(word.text in DENIALS for word in passage.words if word.end <= start or word.start >= end)


def _spoken(mention: Mention, said: Quotation, known: KnownFact, outcome: QuoteOutcome) -> QuoteJudgement:
    fact, speaker = known.fact, _speaker_of(known)
    if speakers_differ(said.speaker, speaker):
        if len(words_of(said.text)) <= _SHORT:
            return QuoteJudgement(mention, "unknown", Reason.COMMON_PHRASE, fact)
        verdict: Verdict = "unknown" if may_speak_for(said.speaker, speaker) else "contradicted"
        return QuoteJudgement(mention, verdict, Reason.OTHER_SPEAKER, fact)
    if fact.rank == "deprecated":
        return QuoteJudgement(mention, "outdated", Reason.SUPERSEDED, fact)
    return QuoteJudgement(mention, "confirmed", outcome.reason, fact)


def _rank(entry: tuple[QuoteOutcome, KnownFact], speaker: str | None) -> tuple[int, int, int]:
    outcome, known = entry
    order = {True: 0, False: 1, None: 2}[outcome.holds]
    changes = sum(len(left.split()) + len(right.split()) for left, right in outcome.differences)
    return order, speakers_differ(speaker, _speaker_of(known)), changes


def _is_placed(known: KnownFact, passage: Passage, before: Vocabulary) -> bool:
    """Whether the sentence names the speaker or the subject of the quote."""
    speaker = _speaker_of(known)
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
