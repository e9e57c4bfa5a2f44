"""The rows of the output: findings and rejected records, as JSON Lines and as columns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from factcli.escaping import safe_json

if TYPE_CHECKING:
    from factcli.archive.input_records import ArchiveDocument
    from factcli.drafts.review import PlacedFinding


class FindingRow(NamedTuple):
    """A finding with the metadata of its document.

    ``start`` and ``end`` are offsets in code points into the text as given, ``line`` counts from 1, ``fact`` is an id.
    """

    document: str
    published: str | None
    title: str | None
    url: str | None
    line: int
    start: int
    end: int
    surface: str
    verdict: str
    reason: str
    fact: str | None
    message: str
    suggestion: str | None


class RejectedRow(NamedTuple):
    """A record that was not checked: its place in the archive, its id if known, and the reason."""

    place: str
    document: str | None
    reason: str


# The integer columns; the others hold strings.
NUMBERS = frozenset({"line", "start", "end"})


def row_of(document: ArchiveDocument, finding: PlacedFinding) -> FindingRow:
    """A finding of a document as a row."""
    return FindingRow(
        document.id,
        document.published.isoformat() if document.published else None,
        document.title,
        document.url,
        finding.start.line,
        finding.start.offset,
        finding.end.offset,
        finding.surface,
        finding.verdict,
        finding.reason,
        finding.fact.id if finding.fact else None,
        finding.message,
        finding.suggestion,
    )


def json_line(row: FindingRow | RejectedRow) -> str:
    """The row as one line of JSON with its line end; keys are only ever added."""
    return safe_json(json.dumps(row._asdict(), ensure_ascii=False)) + "\n"
