"""Judgements -> findings: the verdict on a mention, the reason, a message, and the text that would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcli.check.compare.quotes import LEAST_SHARED_WORDS
from factcli.check.compare.who_said import may_speak_for, speakers_differ
from factcli.check.quotations import QuoteJudgement
from factcli.check.reasons import FAULTS, Reason, Verdict, registered
from factcli.documents.composing import composed
from factcli.documents.document import Document
from factcli.english.nouns import plural
from factcli.model.facts import Fact, Quantity, Quotation, Span
from factcli.model.figure_style import style_of
from factcli.model.formatting import fact_in_words, without_noun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcli.check.verdicts import Judgement
    from factcli.model.facts import Value

    Titles = Callable[[str], str]


class EvidencePlace(msgspec.Struct, frozen=True):
    """What a mention was held against, where no fact says it: a place in a source, or in the draft itself.

    ``source`` is the name of the source, None for the draft; ``locator`` the place in words ("line 3"), ``sentence``
    the sentence there, ``span`` the words themselves, in the text of the source or draft, and ``surface`` these words.
    """

    source: str | None
    locator: str
    sentence: str
    span: Span
    surface: str = ""


class Finding(msgspec.Struct, frozen=True):
    """One mention of a draft, checked.

    ``span`` is in the draft as given, ``surface`` is the text there.  ``reason`` is the name of the rule that
    decided; one that is not registered for the verdict raises ValueError.  ``fact`` is the fact that the mention
    was compared with, if any.  ``suggestion`` replaces the surface, in the draft's own style; None where there is
    nothing to replace or no safe way to write it.  ``evidence`` is the place that it was held against, where that is
    not a fact.  ``headline`` is the message without what the rest of a report shows: "87 people, not 85 people".
    """

    span: Span
    surface: str
    verdict: Verdict
    reason: Reason
    fact: Fact | None = None
    message: str = ""
    suggestion: str | None = None
    evidence: EvidencePlace | None = None
    headline: str = ""

    def __post_init__(self) -> None:
        """Refuse a reason that is not registered for the verdict."""
        registered(self.reason, self.verdict)

    def noting(self, note: str) -> Finding:
        """The finding with a remark at the end of its message."""
        headline = self.headline and f"{self.headline}; {note}"
        return msgspec.structs.replace(self, message=f"{self.message}; {note}", headline=headline)


def in_composed_letters(
    text: str, block_quotes: Iterable[Span], check: Callable[[str, Iterable[Span]], list[Finding]]
) -> list[Finding]:
    """What ``check`` finds in a text with its accents composed, as macOS does not write them; places are as given."""
    document = composed(Document("", text, text, block_quotes=[*block_quotes]))
    found = check(document.text, document.block_quotes)
    if document.offsets is None:
        return found
    placed = ((each, document.source_span(each.span)) for each in found)
    return [msgspec.structs.replace(each, span=span, surface=text[slice(*span)]) for each, span in placed]


def right_value(judged: Judgement | QuoteJudgement, successor: Fact | None) -> Value | None:
    """The value that should replace a fault; None where nothing is to be replaced.

    ``successor`` is the fact that replaced an outdated one.  Where the draft states one end of a
    period, only that end is replaced.
    """
    fact = judged.fact
    if fact is None or judged.verdict not in FAULTS:
        return None
    if isinstance(judged, QuoteJudgement):
        return fact.value if judged.verdict == "contradicted" and judged.differences else None
    if successor or judged.verdict == "outdated":
        return successor.value if successor else None
    figure = judged.alignment.figure if judged.alignment else None
    return figure.value if figure and figure.side != "whole" else fact.value


def of_figure(judgement: Judgement, successor: Fact | None, title_of: Titles, suggestion: str | None) -> Finding:
    """The finding for a figure or date; ``successor`` is the fact that replaced an outdated one."""
    mention, fact = judgement.mention, judgement.fact
    said = _said(mention.surface, judgement, fact, successor)
    message = f"{mention.surface}: {said}{_place(successor or fact, title_of) if _has_place(judgement, fact) else ''}"
    headline = f"{mention.surface}: {said}"
    if fact and judgement.verdict == "contradicted" and judgement.reason.says_value_only:
        headline = f"{mention.surface}, not {suggestion or fact_in_words(fact, style_of(mention.surface))}"
    return Finding(
        mention.span, mention.surface, judgement.verdict, judgement.reason, fact, message, suggestion, headline=headline
    )


def of_quote(judgement: QuoteJudgement, title_of: Titles, suggestion: str | None) -> Finding:
    """The finding for quoted words."""
    mention, fact = judgement.mention, judgement.fact
    surface = _shortened(mention.surface.rstrip(","))
    said = _said(surface, judgement, fact, None)
    message = f"{surface}: {said}{_place(fact, title_of) if _has_place(judgement, fact) else ''}"
    changes = "; ".join(_changes(judgement.differences))
    if changes:
        changes = "; ".join([changes, *_misattributed(judgement)])
        message += f": {changes}"
    return Finding(
        mention.span, mention.surface, judgement.verdict, judgement.reason, fact, message, suggestion,
        headline=f"“{surface}”: {changes or said}",
    )  # fmt: skip


def _changes(differences: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What the draft changed in the words of a quote: first the words that differ, then those added and left out."""
    pairs = list(differences)
    yield from (f"'{draft}' for '{stored}'" for draft, stored in pairs if draft and stored)
    yield from (f"'{draft}' added" for draft, stored in pairs if not stored)
    yield from (f"'{stored}' left out" for draft, stored in pairs if not draft)


def _misattributed(judgement: QuoteJudgement) -> list[str]:
    """What is also said of a changed quote whose speaker is another one."""
    if judgement.fact is None or judgement.verdict != "contradicted":
        return []
    claimed, speaker = _speaker(judgement.mention.value), _speaker(judgement.fact.value)
    is_other = speakers_differ(claimed, speaker) and not may_speak_for(claimed, speaker)
    return [Reason.OTHER_SPEAKER.message.format(speaker=speaker, claimed=claimed)] if is_other else []


def _has_place(judgement: Judgement | QuoteJudgement, fact: Fact | None) -> bool:
    return fact is not None and judgement.verdict != "unknown"


def _said(surface: str, judgement: Judgement | QuoteJudgement, fact: Fact | None, successor: Fact | None) -> str:
    """What the store says of the words of the draft, figures in the style of the draft."""
    if fact is None:
        is_wrong = judgement.verdict == "contradicted"
        return judgement.reason.message if is_wrong else "no fact in the store is about it"
    if judgement.verdict == "unknown" and judgement.reason == Reason.SAME_NUMBER:
        return f"the store has {without_noun(surface, fact.value)}, but of {_counted(fact)}"
    if judgement.verdict == "unknown":
        about = judgement.reason.about.rstrip(".")
        return f"the store does not decide it ({about[:1].lower()}{about[1:]})"
    style = style_of(surface)
    values = {
        "value": fact_in_words(fact, style),
        "speaker": _speaker(fact.value),
        "claimed": _speaker(judgement.mention.value),
    }
    said = _message(judgement, fact).format(**values)
    return f"{said}; the store now has {fact_in_words(successor, style)}" if successor else said


def _message(judgement: Judgement | QuoteJudgement, fact: Fact) -> str:
    """The message of the reason; what agrees by a hedge or in another unit is not called rounded."""
    said, known = judgement.mention.value, fact.value
    if judgement.reason == Reason.ROUNDED and isinstance(said, Quantity) and isinstance(known, Quantity):
        if said.unit != known.unit and said.dimension not in ("count", "number"):
            return "{value}, converted"
        if said.comparator == "~":
            return "near enough to {value}"
    return judgement.reason.message


def _counted(fact: Fact) -> str:
    """What a fact counts, else what it is about."""
    value = fact.value
    noun = value.unit if isinstance(value, Quantity) and value.dimension == "count" and not value.is_rank else None
    return plural(noun) if noun else fact.subject or f"“{fact.statement}”"


def _speaker(value: Value) -> str | None:
    return value.speaker if isinstance(value, Quotation) else None


def _place(fact: Fact | None, title_of: Titles) -> str:
    if fact is None or not fact.references:
        return ""
    reference = fact.references[0]
    title = _shortened(title_of(reference.source))
    return f" ({title}, {reference.locator})" if reference.locator else f" ({title})"


def _shortened(surface: str) -> str:
    words = surface.split()
    return (
        surface if len(words) <= 2 * LEAST_SHARED_WORDS else " ".join(words[:LEAST_SHARED_WORDS]).rstrip(",;:") + " …"
    )
