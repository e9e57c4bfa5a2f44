"""Summarise findings: how often each fact was printed wrong, and how, most frequent first."""

from __future__ import annotations

import json
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.check.reasons import FAULTS
from factcli.escaping import safe_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.archive.result_rows import FindingRow
    from factcli.drafts.review import Summary


class Count(NamedTuple):
    """The number of documents and findings with this verdict about a fact."""

    fact: str
    verdict: str
    documents: int
    findings: int


class PrintedCount(NamedTuple):
    """The same for one wording: ``surface`` holds the words as printed."""

    fact: str
    verdict: str
    surface: str
    documents: int
    findings: int


class ArchiveSummary(NamedTuple):
    """Totals of an archive: its documents, their mentions, and the facts."""

    checked: int
    skipped: int
    rejected: int
    mentions: Summary
    facts: list[Count]
    printed: list[PrintedCount]

    @property
    def wrong(self) -> list[PrintedCount]:
        """What was printed wrong, most frequent first."""
        return [count for count in self.printed if count.verdict in FAULTS]

    def as_json(self) -> dict[str, Any]:
        """The summary as a JSON object; keys are only ever added."""
        return {
            "schema_version": 1,
            "documents": {"checked": self.checked, "skipped": self.skipped, "rejected": self.rejected},
            "mentions": self.mentions._asdict(),
            "facts": [count._asdict() for count in self.facts],
            "printed": [count._asdict() for count in self.printed],
        }

    def as_text(self) -> str:
        """The content of the file of a summary."""
        return safe_json(json.dumps(self.as_json(), ensure_ascii=False, indent=2)) + "\n"


def count_findings(rows: Iterable[FindingRow]) -> tuple[list[Count], list[PrintedCount]]:
    """Count the rows by fact and verdict, and by wording; the rows of a document must be adjacent."""
    findings: Counter[tuple[str, ...]] = Counter()
    documents: Counter[tuple[str, ...]] = Counter()
    for _, group in groupby(rows, key=lambda row: row.document):
        keys = Counter(key for row in group for key in _keys(row))
        findings.update(keys)
        documents.update(keys.keys())
    counted = [(key, documents[key], findings[key]) for key in findings]
    return in_order(counted)


def in_order(counted: Iterable[tuple[tuple[str, ...], int, int]]) -> tuple[list[Count], list[PrintedCount]]:
    """Sort keys with their numbers of documents and findings into counts, most documents first."""
    facts, printed = [], []
    for key, documents, findings in sorted(counted, key=lambda each: (-each[1], -each[2], each[0])):
        if len(key) == len(Count._fields) - 2:
            facts.append(Count(key[0], key[1], documents, findings))
        else:
            printed.append(PrintedCount(key[0], key[1], key[2], documents, findings))
    return facts, printed


def _keys(row: FindingRow) -> tuple[tuple[str, ...], ...]:
    fact = row.fact or ""
    return (fact, row.verdict), (fact, row.verdict, row.surface)
