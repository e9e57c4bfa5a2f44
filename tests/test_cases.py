"""Every draft of tests/cases gets the findings that are listed below it.

A case is a draft in Markdown, a line ``---``, and the findings expected: ``verdict | surface | fact`` with the
words of the draft and the id of the fact, or ``silent``.  A fourth column is the text to put in place of the surface.
Two facts that state the same are joined by ``or``.  All that is contradicted or outdated must be listed; what is
confirmed need not be.
"""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from factcli.check import check_text
from factcli.documents import parse_document
from factcli.store import FactStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcli.check import Finding
    from factcli.model.facts import Fact

    Check = Callable[[str], list[Finding]]

FOLDER = Path(__file__).parent / "cases"
STORE = Path(__file__).parents[1] / "facts.json"
FAULTS = {"contradicted", "outdated"}


class Expected(NamedTuple):
    """One line of a case: ``end`` and ``start`` bound the surface in the draft."""

    verdict: str
    surface: str
    facts: tuple[str, ...]
    suggestion: str | None
    start: int
    end: int

    def is_met_by(self, finding: Finding) -> bool:
        """Whether the finding has this verdict, about one of these facts, on words that overlap the surface."""
        return (
            finding.verdict == self.verdict
            and finding.fact is not None
            and finding.fact.id in self.facts
            and finding.span.start < self.end
            and self.start < finding.span.end
        )

    def mend(self, draft: str) -> str:
        """The draft with the suggestion in place of the surface."""
        return f"{draft[: self.start]}{self.suggestion}{draft[self.end :]}"


class Case(NamedTuple):
    """A draft with the findings expected of it."""

    name: str
    draft: str
    expected: tuple[Expected, ...]


def read_case(path: Path) -> Case:
    markdown, _, lines = path.read_text(encoding="utf-8").rpartition("\n---\n")
    draft = parse_document(markdown, name=path.name).text
    return Case(path.stem, draft, tuple(_expected(line, draft) for line in lines.splitlines() if line != "silent"))


def _expected(line: str, draft: str) -> Expected:
    verdict, surface, facts, *suggestion = line.split(" | ")
    start = draft.index(surface)
    return Expected(verdict, surface, tuple(facts.split(" or ")), (*suggestion, None)[0], start, start + len(surface))


def mended(draft: str, finding: Finding) -> str:
    return f"{draft[: finding.span.start]}{finding.suggestion}{draft[finding.span.end :]}"


def said_in_place_of(finding: Finding, findings: Iterable[Finding]) -> list[tuple[str, bool]]:
    """What is read where a suggestion was put in, and whether it is called wrong; of a quote, the quote alone."""
    first, last = finding.span.start, finding.span.start + len(finding.suggestion or "")
    there = [each for each in findings if each.span.start < last and first < each.span.end]
    is_quote = finding.fact is not None and finding.fact.kind == "quote"
    return [(each.surface, each.verdict in FAULTS) for each in there if not is_quote or each.span == (first, last)]


def described(findings: Iterable[Finding]) -> list[str]:
    return [f"{each.verdict} | {each.surface} | {each.fact and each.fact.id}: {each.reason}" for each in findings]


CASES = [read_case(path) for path in sorted(FOLDER.glob("*.md"))]
SUGGESTIONS = [(case, line) for case in CASES for line in case.expected if line.suggestion]
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@pytest.fixture(scope="module")
def check() -> Check:
    """The findings of a draft, which several tests look at."""
    return cache(partial(check_text, facts=FactStore.open(STORE)))


@every_case
def test_what_a_case_expects_is_found(case: Case, check: Check) -> None:
    findings = check(case.draft)

    missed = [line for line in case.expected if not any(line.is_met_by(finding) for finding in findings)]
    assert not missed, described(findings)


@every_case
def test_nothing_else_is_called_wrong(case: Case, check: Check) -> None:
    faults = [finding for finding in check(case.draft) if finding.verdict in FAULTS]

    unexpected = [fault for fault in faults if not any(line.is_met_by(fault) for line in case.expected)]
    assert not unexpected, described(unexpected)


@pytest.mark.parametrize(("case", "line"), SUGGESTIONS, ids=[case.name for case, _ in SUGGESTIONS])
def test_a_suggestion_mends_the_draft(case: Case, line: Expected, check: Check) -> None:
    finding = next(each for each in check(case.draft) if line.is_met_by(each))

    assert mended(case.draft, finding) == line.mend(case.draft)


@every_case
def test_a_suggestion_read_again_is_one_mention_that_is_not_called_wrong(case: Case, check: Check) -> None:
    suggested = [each for each in check(case.draft) if each.suggestion]

    there = [said_in_place_of(finding, check(mended(case.draft, finding))) for finding in suggested]

    assert there == [[(finding.suggestion, False)] for finding in suggested]


@pytest.mark.parametrize("fact", FactStore.open(STORE).facts(), ids=lambda fact: fact.id)
def test_a_statement_of_the_store_is_not_contradicted_by_it(fact: Fact, check: Check) -> None:
    contradicted = [each for each in check(fact.statement) if each.verdict == "contradicted"]

    assert not contradicted, described(contradicted)


def test_there_are_as_many_traps_as_faults() -> None:
    faulty = [case for case in CASES if FAULTS & {line.verdict for line in case.expected}]

    assert len(CASES) - len(faulty) >= len(faulty) > 0
