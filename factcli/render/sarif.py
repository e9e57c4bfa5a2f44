"""Findings -> a SARIF log (Static Analysis Results Interchange Format 2.1.0, OASIS) for code scanning."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from factcli import __version__
from factcli.check.reasons import Reason
from factcli.escaping import safe_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcli.documents import Document, Place
    from factcli.drafts.review import PlacedFinding, Review
    from factcli.model.facts import Span

ABOUT = {str(reason): reason.about for reason in Reason}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# In a message a brace opens a placeholder (3.11.5), a bracket a link (3.11.6).
_MESSAGE_ESCAPES = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})


def render_sarif(reviews: Sequence[Review], about: Mapping[str, str] = ABOUT) -> Iterator[str]:
    """The findings of all drafts as one log with one run; ``about`` says what each rule finds."""
    rules = sorted({finding.reason for review in reviews for finding in review.findings})
    driver = {
        "name": "factcli",
        "semanticVersion": __version__,
        "rules": [{"id": rule, "shortDescription": {"text": about.get(rule, rule)}} for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    frame = safe_json(json.dumps(log, ensure_ascii=False, indent=1)) + "\n"
    # The results are the last list of the log: they are put in one by one.
    head, _, tail = frame.rpartition("[]")
    yield head + "["
    separator = ""
    for review in reviews:
        for finding in review.findings:
            text = json.dumps(_result(finding, review.document, rules), ensure_ascii=False, indent=1)
            yield safe_json(separator + "\n" + text).replace("\n", "\n    ")
            separator = ","
    yield "\n   ]" if separator else "]"
    yield tail


def _result(finding: PlacedFinding, document: Document, rules: list[str]) -> dict[str, Any]:
    artifact = {"uri": relative_uri(finding.path)}
    physical = {"artifactLocation": artifact, "region": _region(finding.start, finding.end)}
    result: dict[str, Any] = {
        "ruleId": finding.reason,
        "ruleIndex": rules.index(finding.reason),
        # What holds has passed, and has then no other level than "none" (3.27.10).
        "kind": "pass" if finding.verdict == "confirmed" else "fail",
        "level": "none" if finding.verdict == "confirmed" else finding.level,
        "message": {"text": finding.message.translate(_MESSAGE_ESCAPES)},
        "locations": [{"physicalLocation": physical}],
    }
    if finding.fact:
        result["properties"] = {"fact": finding.fact.id}
    if finding.evidence and finding.evidence.source is None:
        other = {"artifactLocation": artifact, "region": _region(finding.evidence.start, finding.evidence.end)}
        text = {"text": finding.evidence.sentence.translate(_MESSAGE_ESCAPES)}
        result["relatedLocations"] = [{"physicalLocation": other, "message": text}]
    if finding.edit:
        replacement = {
            "deletedRegion": _region_of(document, finding.edit.span),
            "insertedContent": {"text": finding.edit.text},
        }
        result["fixes"] = [{"artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}]}]
    return result


def _region_of(document: Document, span: Span) -> dict[str, int]:
    return _region(*map(document.source_place, span))


def _region(start: Place, end: Place) -> dict[str, int]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def relative_uri(path: str) -> str:
    """A relative reference for a relative path, else a ``file:`` URI (RFC 3986)."""
    place = PurePath(path)
    text = quote(place.as_posix().encode("utf-8", "surrogateescape"), safe="/")
    if place.is_absolute():
        return f"file://{text}"
    # A first segment with a colon would read as a scheme; quote has escaped it.
    return text
