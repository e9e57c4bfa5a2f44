"""Findings -> W3C Web Annotations (JSON-LD), which annotation programs such as Hypothesis read.

Positions count code points of the text without markup, as the model asks of text that is marked up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from factcli.drafts.baseline import fingerprints
from factcli.drafts.ticks import marked
from factcli.escaping import json_line, safe_link
from factcli.model.facts import Span
from factcli.render.sarif import relative_uri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents import Document
    from factcli.drafts.review import PlacedFinding, Review
    from factcli.drafts.ticks import DeskTick
    from factcli.render.findings import Results
    from factcli.render.report import Cite

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_MOST_CONTEXT = 32


def render_annotations(results: Results) -> Iterator[str]:
    """One page of annotations, each on the words of a finding."""
    names = "\n".join(review.document.name for review in results.reviews)
    head = {"@context": _CONTEXT, "id": _urn(names), "type": "AnnotationPage"}
    yield json_line(head)[:-1] + ', "items": ['
    separator = "\n"
    for review in results.reviews:
        for annotation in _annotations(review, results):
            yield separator + json_line(annotation)
            separator = ",\n"
    yield "]}\n" if separator == "\n" else "\n]}\n"


def _annotations(review: Review, results: Results) -> Iterator[dict[str, Any]]:
    ticks = (each.tick for each in marked(review, results.ticks))
    findings = (each.finding for each in marked(review, results.ticks))
    for (finding, fingerprint), tick in zip(fingerprints(findings), ticks, strict=True):
        yield {
            "id": _urn(fingerprint),
            "type": "Annotation",
            "motivation": "assessing",
            "body": list(_bodies(finding, tick, results.cite)),
            "target": {"source": relative_uri(finding.path), "selector": _selectors(review.document, finding)},
        }


def _bodies(finding: PlacedFinding, tick: DeskTick | None, cite: Cite | None) -> Iterator[dict[str, Any]]:
    """What the finding says, its verdict and rule as tags, and the address of the source of its fact."""
    yield _text(finding.message, "commenting")
    yield _text(finding.verdict, "tagging")
    yield _text(finding.reason, "tagging")
    if finding.waived:
        yield _text(f"waived: {finding.waived}", "tagging")
    if tick:
        yield _text(" ".join(filter(None, ("ticked", tick.by, tick.on))), "tagging")
    if finding.suggestion:
        yield _text(finding.suggestion, "editing")
    if finding.evidence:
        yield _text(f"{finding.evidence.place}: {finding.evidence.sentence}", "describing")
    if finding.fact:
        yield _text(f"{finding.fact.id}: {finding.fact.statement}", "describing")
        citation = cite(finding.path, finding.fact.id) if cite else None
        link = safe_link(citation.url) if citation else None
        if link:
            yield {"type": "SpecificResource", "source": link, "purpose": "linking"}


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _selectors(document: Document, finding: PlacedFinding) -> list[dict[str, Any]]:
    text, span = document.text, finding.span
    if span is None:
        # A comment is not in the text without markup.
        text, span = document.source, Span(finding.start.offset, finding.end.offset)
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - _MOST_CONTEXT) : span.start],
        "suffix": text[span.end : span.end + _MOST_CONTEXT],
    }
    return [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}]


def _urn(name: str) -> str:
    """An identifier that stays the same as long as the finding does."""
    return uuid5(NAMESPACE_URL, name.encode("utf-8", "backslashreplace").decode()).urn
