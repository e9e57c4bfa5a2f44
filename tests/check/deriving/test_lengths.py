"""Ages and durations that follow from two dates of one subject: the cases of lengths.md, and how they are told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from factcli.check import Checker
from factcli.mentions import find_mentions
from factcli.model.facts import Fact, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check import Finding


class Case(NamedTuple):
    """A draft beside a store; the age or duration is ``draft[start:end]``."""

    facts: tuple[Fact, ...]
    draft: str
    start: int
    end: int
    verdict: str


def fact_of(number: int, line: str) -> Fact:
    subject, statement = line.split(" | ")
    mention = find_mentions(statement)[-1]
    references = (Reference("register", surface=mention.surface),)
    return Fact(
        id=f"f{number}", kind="date", statement=statement, value=mention.value, subject=subject, references=references
    )


def read_cases() -> Iterator[Case]:
    for block in Path(__file__).with_name("lengths.md").read_text("utf-8").split("\n## ")[1:]:
        lines = block.splitlines()[1:]
        stated = [line.removeprefix("fact: ") for line in lines if line.startswith("fact: ")]
        facts = tuple(fact_of(number, line) for number, line in enumerate(stated))
        for verdict, marked in (line.split(" | ") for line in lines if line and not line.startswith("fact: ")):
            match = re.search(r"\[(.+?)\]", marked)
            assert match
            draft = marked.replace("[", "").replace("]", "")
            yield Case(facts, draft, match.start(), match.end() - 2, verdict)


CASES = list(read_cases())
BIRTH, DEATH = CASES[0].facts


def finding_of(facts: tuple[Fact, ...], draft: str, start: int, end: int) -> Finding | None:
    found = Checker(facts).check(draft)
    return next((each for each in found if each.span.start < end and start < each.span.end), None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.draft)
def test_the_two_dates_decide(case: Case) -> None:
    found = finding_of(case.facts, case.draft, case.start, case.end)

    assert (found.verdict if found else "unknown") == case.verdict


def told(draft: str) -> Finding:
    found = finding_of((BIRTH, DEATH), draft, draft.index("75"), draft.index("75") + 2)
    assert found
    return found


def test_both_facts_are_named_with_what_follows_from_them() -> None:
    found = told("Ida Moll was 75 when she died.")

    assert found.message == "75: f0 has 7 June 1925 and f1 has 2 July 2001, which is 76 years"
    assert (found.reason, found.fact) == ("wrong-age", DEATH)


def test_a_deprecated_date_decides_nothing() -> None:
    from msgspec.structs import replace

    facts = (BIRTH, replace(DEATH, rank="deprecated", reason="misread"))
    found = finding_of(facts, "Ida Moll was 75 when she died.", 13, 15)

    assert found
    assert found.verdict == "unknown"
