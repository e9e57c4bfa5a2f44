"""Findings of an archive -> how often each fact was printed wrong, and how: the most printed first."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.drafts.review import FAULTS, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.archive.result_rows import FindingRow


class Count(NamedTuple):
    """How many documents, with how many findings, say of a fact what has this verdict."""

    fact: str
    verdict: str
    documents: int
    findings: int


class PrintedCount(NamedTuple):
    """The same for one way to print it: ``surface`` are the words as they stand in the documents."""

    fact: str
    verdict: str
    surface: str
    documents: int
    findings: int


class ArchiveSummary(NamedTuple):
    """What became of the documents of an archive, of the mentions in them, and of the facts."""

    checked: int
    skipped: int
    rejected: int
    mentions: Summary
    facts: list[Count]
    printed: list[PrintedCount]

    @property
    def wrong(self) -> list[PrintedCount]:
        """What was printed wrong, the most printed first."""
        return [count for count in self.printed if count.verdict in FAULTS]

    def as_json(self) -> dict[str, Any]:
        """The summary as an object of JSON; keys are only ever added."""
        return {
            "schema_version": 1,
            "documents": {"checked": self.checked, "skipped": self.skipped, "rejected": self.rejected},
            "mentions": self.mentions._asdict(),
            "facts": [count._asdict() for count in self.facts],
            "printed": [count._asdict() for count in self.printed],
        }


def count_findings(rows: Iterable[FindingRow]) -> tuple[list[Count], list[PrintedCount]]:
    """The rows by fact and verdict, and by the words printed; those of a document follow one another."""
    findings: Counter[tuple[str, ...]] = Counter()
    documents: Counter[tuple[str, ...]] = Counter()
    for _, group in groupby(rows, key=lambda row: row.document):
        keys = Counter(key for row in group for key in _keys(row))
        findings.update(keys)
        documents.update(keys.keys())
    counted = [(key, documents[key], findings[key]) for key in findings]
    return in_order(counted)


def in_order(counted: Iterable[tuple[tuple[str, ...], int, int]]) -> tuple[list[Count], list[PrintedCount]]:
    """Keys with their documents and findings, as counts with the most documents first."""
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
