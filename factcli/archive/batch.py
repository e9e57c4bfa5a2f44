"""Check batches of archive records: records and a question in, findings, rejected records and counts out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcli.archive.input_records import ArchiveDocument, Record, UnreadableError, read_record
from factcli.archive.result_rows import FindingRow, RejectedRow, row_of
from factcli.check import Checker
from factcli.check.indexed_evidence import IndexedEvidence
from factcli.check.reasons import FAULTS
from factcli.drafts.review import Summary, Terms, review_document
from factcli.errors import FactcliError
from factcli.index import FactIndex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from factcli.drafts.review import PlacedFinding


class ArchiveError(FactcliError):
    """An archive that cannot be checked as requested."""


class Question(NamedTuple):
    """What to check in each document.

    ``facts`` are the ids of the facts to check, empty for all.  ``since`` and ``until`` skip documents published on
    other days or without a date.  ``show_all`` also reports confirmed mentions.
    """

    facts: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    rules_off: frozenset[str] = frozenset()
    show_all: bool = False

    def wants(self, finding: PlacedFinding) -> bool:
        """Whether the finding belongs in the results."""
        if finding.verdict not in FAULTS and not (self.show_all and finding.verdict == "confirmed"):
            return False
        return not self.facts or (finding.fact is not None and finding.fact.id in self.facts)

    def covers(self, published: date | None) -> bool:
        """Whether a document published on this day is to be checked."""
        if self.since is None and self.until is None:
            return True
        if published is None:
            return False
        return (self.since is None or self.since <= published) and (self.until is None or published <= self.until)


class Answer(NamedTuple):
    """The results for some records: each was checked, skipped or rejected; ``summary`` counts their mentions."""

    findings: tuple[FindingRow, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    checked: int = 0
    skipped: int = 0
    summary: Summary = Summary()

    @property
    def records(self) -> int:
        """The number of records covered."""
        return self.checked + self.skipped + len(self.rejected)

    def plus(self, other: Answer) -> Answer:
        """The combined results of both."""
        return Answer(
            self.findings + other.findings,
            self.rejected + other.rejected,
            self.checked + other.checked,
            self.skipped + other.skipped,
            self.summary.plus(other.summary),
        )


def resolve_question(store_path: str, question: Question) -> Question:
    """The question, extended by the facts that its facts supersede; raises :class:`ArchiveError` for an unknown id."""
    index = FactIndex.at(store_path)
    wrong = sorted(id_ for id_ in question.facts if index.get(id_) is None)
    if wrong:
        raise ArchiveError(f"unknown fact id '{wrong[0]}'", hint="find ids with fact find WORD")
    return question._replace(facts=question.facts | _replaced_by(question.facts, index))


def _replaced_by(ids: frozenset[str], index: FactIndex) -> set[str]:
    """The ids of all facts that these supersede, directly or through later corrections."""
    found: set[str] = set()
    latest = ids
    while latest:
        latest = frozenset(index.replaced_by(latest) - found)
        found |= latest
    return found


class BatchChecker:
    """Checks records against a packed store."""

    def __init__(self, pack: str, question: Question) -> None:
        self._evidence = IndexedEvidence(FactIndex.packed(pack))
        self._checker = Checker(self._evidence)
        self._question = question
        self._numbers = self._evidence.numbers_of(question.facts)

    def check(self, records: Iterable[Record]) -> Answer:
        """The results for the records; a record that fails is rejected and does not affect the others."""
        answer = Answer()
        for record in records:
            answer = answer.plus(self._check_record(record))
        return answer

    def _check_record(self, record: Record) -> Answer:
        try:
            document = read_record(record)
            if not self._question.covers(document.published):
                return Answer(skipped=1)
            return self._check(document)
        except UnreadableError as error:
            return Answer(rejected=(RejectedRow(record.place, error.id, error.reason),))
        except Exception as error:  # noqa: BLE001 - one document must not end a run of hours
            return Answer(rejected=(RejectedRow(record.place, None, f"cannot be checked: {error!r}"),))

    def _check(self, document: ArchiveDocument) -> Answer:
        if self._numbers and not self._evidence.may_meet(document.document.text, self._numbers):
            return Answer(checked=1)
        terms = Terms(self._question.rules_off, document.published)
        review = review_document(document.document, self._checker, terms)
        findings = tuple(row_of(document, finding) for finding in review.findings if self._question.wants(finding))
        return Answer(findings, checked=1, summary=review.summary)


@lru_cache(maxsize=1)
def batch_checker(pack: str, question: Question) -> BatchChecker:
    """The checker of this process, kept so that its batches share what was loaded from the store."""
    return BatchChecker(pack, question)


def check_batch(pack: str, question: Question, records: list[Record]) -> Answer:
    """The results for a batch of records; called in worker processes."""
    return batch_checker(pack, question).check(records)
