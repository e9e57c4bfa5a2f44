"""Judgements -> findings: the verdict on a mention, the reason, a message, and the text that would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcli.check.compare.quotes import LEAST_SHARED_WORDS
from factcli.check.quotations import QuoteJudgement
from factcli.check.reasons import Reason, Verdict, registered
from factcli.check.suggestions.law import FAULTS
from factcli.documents.composing import composed
from factcli.documents.document import Document
from factcli.model.facts import Fact, Quotation, Span
from factcli.model.formatting import fact_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcli.check.verdicts import Judgement
    from factcli.model.facts import Value

    Titles = Callable[[str], str]


class EvidencePlace(msgspec.Struct, frozen=True):
    """What a mention was held against, where no fact says it: a place in a source, or in the draft itself.

    ``source`` is the name of the source, None for the draft; ``locator`` the place in words ("line 3"), ``sentence``
    the sentence there, ``span`` the words themselves, in the text of the source or draft.
    """

    source: str | None
    locator: str
    sentence: str
    span: Span


class Finding(msgspec.Struct, frozen=True):
    """One mention of a draft, checked.

    ``span`` is in the draft as given, ``surface`` is the text there.  ``reason`` is the name of the rule that
    decided; one that is not registered for the verdict raises ValueError.  ``fact`` is the fact that the mention
    was compared with, if any.  ``suggestion`` replaces the surface, in the draft's own style; None where there is
    nothing to replace or no safe way to write it.  ``evidence`` is the place that it was held against, where that is
    not a fact.
    """

    span: Span
    surface: str
    verdict: Verdict
    reason: Reason
    fact: Fact | None = None
    message: str = ""
    suggestion: str | None = None
    evidence: EvidencePlace | None = None

    def __post_init__(self) -> None:
        """Refuse a reason that is not registered for the verdict."""
        registered(self.reason, self.verdict)


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
    message = _message(mention.surface, judgement, fact, successor, title_of)
    return Finding(mention.span, mention.surface, judgement.verdict, judgement.reason, fact, message, suggestion)


def of_quote(judgement: QuoteJudgement, title_of: Titles, suggestion: str | None) -> Finding:
    """The finding for quoted words."""
    mention, fact = judgement.mention, judgement.fact
    message = _message(_shortened(mention.surface), judgement, fact, None, title_of)
    changes = [f"'{draft}' for '{stored}'" for draft, stored in judgement.differences if draft and stored]
    changes += [f"'{draft}' added" for draft, stored in judgement.differences if not stored]
    changes += [f"'{stored}' left out" for draft, stored in judgement.differences if not draft]
    if changes:
        message += ": " + "; ".join(changes)
    return Finding(mention.span, mention.surface, judgement.verdict, judgement.reason, fact, message, suggestion)


def _message(
    surface: str,
    judgement: Judgement | QuoteJudgement,
    fact: Fact | None,
    successor: Fact | None,
    title_of: Titles,
) -> str:
    if fact is None and judgement.verdict == "contradicted":
        return f"{surface}: {judgement.reason.message}"
    if fact is None:
        return f"{surface}: no fact in the store is about it"
    values = {
        "value": fact_in_words(fact),
        "speaker": _speaker(fact.value),
        "claimed": _speaker(judgement.mention.value),
    }
    if judgement.verdict == "unknown":
        return f"{surface}: the store does not decide it ({judgement.reason})"
    said = judgement.reason.message.format(**values)
    if successor:
        said += f"; the store now has {fact_in_words(successor)}"
    return f"{surface}: {said}{_place(successor or fact, title_of)}"


def _speaker(value: Value) -> str | None:
    return value.speaker if isinstance(value, Quotation) else None


def _place(fact: Fact, title_of: Titles) -> str:
    if not fact.references:
        return ""
    reference = fact.references[0]
    title = _shortened(title_of(reference.source))
    return f" ({title}, {reference.locator})" if reference.locator else f" ({title})"


def _shortened(surface: str) -> str:
    words = surface.split()
    return (
        surface if len(words) <= 2 * LEAST_SHARED_WORDS else " ".join(words[:LEAST_SHARED_WORDS]).rstrip(",;:") + " …"
    )
