"""What the checker says of a mention: the verdict, the rule behind it, a message, and the words that would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from factcli.checking.rewriting import rewrite
from factcli.checking.verdicts import Verdict  # noqa: TC001 - msgspec reads the types of a Struct at run time
from factcli.compare_quotes import LEAST_SHARED_WORDS
from factcli.edtf import EdtfDate
from factcli.model import Fact, Quantity, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcli.checking.quotes import QuoteJudgement
    from factcli.checking.verdicts import Judgement
    from factcli.model import Value

_WHY = {
    "wrong-rounding": "rounded the wrong way; the store has {value}",
    "bound-fails": "the store has {value}",
    "outside-the-range": "the store has {value}, which lies outside",
    "other-currency": "another currency; the store has {value}",
    "percent-or-points": "per cent and percentage points are not the same; the store has {value}",
    "wrong-weekday": "the day was no such weekday",
    "other-speaker": "the store has these words from {speaker}",
    "ellipsis-turns-sense": "what is left out turns the sense; the store has {value}",
    "superseded": "true once, but since revised",
}
_CONFIRMED = {"same": "as in the store", "rounded": "rounded from {value}", "partial": "part of {value}"}


class Finding(msgspec.Struct, frozen=True):
    """One mention of a draft, checked.

    ``span`` lies in the draft as given, ``surface`` are its words there.  ``reason`` is the short stable name of
    the rule that decided, ``fact`` the fact it was held against, if any.  ``suggestion`` replaces the surface, in
    the draft's own style; None where there is nothing to replace or no safe way to write it.
    """

    span: Span
    surface: str
    verdict: Verdict
    reason: str
    fact: Fact | None = None
    message: str = ""
    suggestion: str | None = None


def of_figure(judgement: Judgement, successor: Fact | None, titles: Mapping[str, str]) -> Finding:
    """The finding for a figure or date; ``successor`` is the fact that replaced an outdated one."""
    mention = judgement.mention
    fact = judgement.pairing.known.fact if judgement.pairing else None
    right = successor or fact
    suggestion = None
    if right and judgement.verdict in {"contradicted", "outdated"} and judgement.reason != "wrong-weekday":
        suggestion = rewrite(mention, right.value)
    said = _said(judgement.verdict, judgement.reason, fact, None if successor else suggestion)
    if successor:
        said += f"; the store now has {suggestion or value_text(successor.value)}"
    message = f"{mention.surface}: {said}{_place(right, titles) if judgement.verdict != 'unknown' else ''}"
    return Finding(mention.span, mention.surface, judgement.verdict, judgement.reason, fact, message, suggestion)


def of_quote(judgement: QuoteJudgement, titles: Mapping[str, str]) -> Finding:
    """The finding for quoted words."""
    mention, fact = judgement.mention, judgement.fact
    said = _said(judgement.verdict, judgement.reason, fact, None)
    changes = [f"'{draft}' for '{stored}'" for draft, stored in judgement.differences if draft and stored]
    changes += [f"'{draft}' added" for draft, stored in judgement.differences if not stored]
    changes += [f"'{stored}' left out" for draft, stored in judgement.differences if not draft]
    place = _place(fact, titles) if judgement.verdict != "unknown" else ""
    message = f"{_shortened(mention.surface)}: {said}{place}" + (f": {'; '.join(changes)}" if changes else "")
    is_changed = judgement.verdict == "contradicted" and judgement.differences
    suggestion = rewrite(mention, fact.value) if fact and is_changed else None
    return Finding(mention.span, mention.surface, judgement.verdict, judgement.reason, fact, message, suggestion)


def _said(verdict: Verdict, reason: str, fact: Fact | None, suggestion: str | None) -> str:
    """What the store says to it; the right value as the draft would write it, where there is a ``suggestion``."""
    if fact is None:
        return "no fact of the store is about it"
    if verdict == "unknown":
        return f"nothing in the store decides it ({reason})"
    speaker = fact.value.speaker if isinstance(fact.value, Quotation) else None
    phrases = _CONFIRMED if verdict == "confirmed" else _WHY
    return phrases.get(reason, "the store has {value}").format(
        value=suggestion or value_text(fact.value), speaker=speaker
    )


def value_text(value: Value) -> str:
    """A value as a writer reads it: ``7,000,000 USD``, ``85``, ``2019-07-18``, a quote in its marks."""
    if isinstance(value, Quotation):
        return f"“{value.text}”"
    if isinstance(value, EdtfDate):
        return value.text
    return _quantity_text(value)


def _quantity_text(value: Quantity) -> str:
    if value.amount is None:
        amount = f"{value.lower if value.lower is not None else ''} to {value.upper if value.upper is not None else ''}"
    else:
        amount = f"{value.amount:,f}"
        amount = amount.rstrip("0").rstrip(".") if "." in amount else amount
    hedge = {"=": "", "~": "about "}.get(value.comparator, value.comparator + " ")
    unit = f" {value.unit}" if value.unit and value.dimension != "count" else ""
    return f"{hedge}{amount}{unit}" + (f" a {value.per}" if value.per else "")


def _place(fact: Fact | None, titles: Mapping[str, str]) -> str:
    if fact is None or not fact.references:
        return ""
    reference = fact.references[0]
    title = titles.get(reference.source, reference.source)
    return f" ({title}, {reference.locator})" if reference.locator else f" ({title})"


def _shortened(surface: str) -> str:
    words = surface.split()
    return surface if len(words) <= 2 * LEAST_SHARED_WORDS else " ".join(words[:LEAST_SHARED_WORDS]) + " …"
