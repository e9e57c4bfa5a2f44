"""A question about an archive and records of it -> the findings that answer it, in batches that engines hand out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcli.archive.records import ArchiveDocument, Record, UnreadableError, read_record
from factcli.archive.rows import FindingRow, RejectedRow, row_of
from factcli.check import Checker
from factcli.check.indexed_evidence import IndexedEvidence
from factcli.drafts.review import FAULTS, Summary, Terms, review_document
from factcli.errors import FactcliError
from factcli.index import FactIndex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from factcli.drafts.review import PlacedFinding


class ArchiveError(FactcliError):
    """An archive that cannot be checked as it was asked."""


class Question(NamedTuple):
    """What is asked of each document.

    ``facts`` are the ids of those asked about; none for all.  ``since`` and
    ``until`` leave out documents of other days and of none.  ``show_all`` asks for what is confirmed too.
    """

    facts: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    rules_off: frozenset[str] = frozenset()
    show_all: bool = False

    def wants(self, finding: PlacedFinding) -> bool:
        """Whether the finding answers the question."""
        if finding.verdict not in FAULTS and not (self.show_all and finding.verdict == "confirmed"):
            return False
        return not self.facts or (finding.fact is not None and finding.fact.id in self.facts)

    def covers(self, published: date | None) -> bool:
        """Whether a document of this day is asked about."""
        if self.since is None and self.until is None:
            return True
        if published is None:
            return False
        return (self.since is None or self.since <= published) and (self.until is None or published <= self.until)


class Answer(NamedTuple):
    """What some records came to: each was checked, skipped or rejected; ``summary`` counts what was seen in them."""

    findings: tuple[FindingRow, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    checked: int = 0
    skipped: int = 0
    summary: Summary = Summary()

    @property
    def records(self) -> int:
        """How many records this is about."""
        return self.checked + self.skipped + len(self.rejected)

    def plus(self, other: Answer) -> Answer:
        """The answer for the records of both."""
        return Answer(
            self.findings + other.findings,
            self.rejected + other.rejected,
            self.checked + other.checked,
            self.skipped + other.skipped,
            self.summary.plus(other.summary),
        )


def asked(store_path: str, question: Question) -> Question:
    """The question with the facts that those it is about replaced; raises :class:`ArchiveError` for an unknown id."""
    index = FactIndex.at(store_path)
    wrong = sorted(id_ for id_ in question.facts if index.get(id_) is None)
    if wrong:
        raise ArchiveError(f"no fact has the id '{wrong[0]}'", hint="fact find WORD finds ids")
    return question._replace(facts=question.facts | _replaced_by(question.facts, index))


def _replaced_by(ids: frozenset[str], index: FactIndex) -> set[str]:
    """The ids of the facts that those with these ids replaced, however many corrections ago."""
    found: set[str] = set()
    latest = ids
    while latest:
        latest = frozenset(index.replaced_by(latest) - found)
        found |= latest
    return found


class Examiner:
    """Facts, packed into one file, and a question that many documents are asked."""

    def __init__(self, pack: str, question: Question) -> None:
        self._evidence = IndexedEvidence(FactIndex.packed(pack))
        self._checker = Checker(self._evidence)
        self._question = question
        self._numbers = self._evidence.numbers_of(question.facts)

    def examine(self, records: Iterable[Record]) -> Answer:
        """What the records come to; none stops the others."""
        answer = Answer()
        for record in records:
            answer = answer.plus(self._examine(record))
        return answer

    def _examine(self, record: Record) -> Answer:
        try:
            document = read_record(record)
            if not self._question.covers(document.published):
                return Answer(skipped=1)
            return self._check(document)
        except UnreadableError as error:
            return Answer(rejected=(RejectedRow(record.place, error.id, error.reason),))
        except Exception as error:  # noqa: BLE001 - an archive is hours of work, which no single document may end
            return Answer(rejected=(RejectedRow(record.place, None, f"cannot be checked: {error!r}"),))

    def _check(self, document: ArchiveDocument) -> Answer:
        if self._numbers and not self._evidence.may_meet(document.document.text, self._numbers):
            return Answer(checked=1)
        terms = Terms(self._question.rules_off, document.published)
        review = review_document(document.document, self._checker, terms)
        findings = tuple(row_of(document, finding) for finding in review.findings if self._question.wants(finding))
        return Answer(findings, checked=1, summary=review.summary)


@lru_cache(maxsize=1)
def examiner_of(pack: str, question: Question) -> Examiner:
    """The examiner of a process: what it has read of the facts serves all the batches that come its way."""
    return Examiner(pack, question)


def examine_batch(pack: str, question: Question, records: list[Record]) -> Answer:
    """What a batch of records comes to, in whatever process this is."""
    return examiner_of(pack, question).examine(records)
