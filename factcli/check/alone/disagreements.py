"""A contradiction within a text, as a rule finds it, and as a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check.findings import EvidencePlace, Finding

if TYPE_CHECKING:
    from factcli.check.reasons import Reason
    from factcli.model.facts import Span


class Disagreement(NamedTuple):
    """What is wrong at ``span``; ``other`` is the place that it disagrees with, ``working`` the calculation in words.

    ``other`` is None where the calendar decides and no other words of the text.  ``headline`` is the working in short,
    with the words themselves.
    """

    reason: Reason
    span: Span
    other: Span | None
    working: str
    headline: str = ""


def finding_of(flaw: Disagreement, text: str, sentence: Span | None) -> Finding:
    """The flaw as a finding; ``sentence`` is the one that holds the other place."""
    surface = text[flaw.span.start : flaw.span.end]
    evidence = None
    if flaw.other is not None:
        around = sentence or flaw.other
        evidence = EvidencePlace(None, _line(text, flaw.other), text[around.start : around.end], flaw.other)
    return Finding(
        flaw.span, surface, "contradicted", flaw.reason, message=f"{_shortened(surface)}: {flaw.working}",
        evidence=evidence, headline=flaw.headline,
    )  # fmt: skip


def _line(text: str, span: Span) -> str:
    return f"line {text.count(chr(10), 0, span.start) + 1}"


_LONGEST_SURFACE = 80


def _shortened(surface: str) -> str:
    words = " ".join(surface.split())
    return words if len(words) <= _LONGEST_SURFACE else words[:_LONGEST_SURFACE].rpartition(" ")[0] + " …"
