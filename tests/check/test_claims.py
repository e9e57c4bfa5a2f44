"""Verdicts follow from what is measured: the cases of claims.md, from many fields, right ones and wrong ones."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from factcli.check import Checker
from factcli.mentions import find_mentions
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Fact, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check import Finding


class Case(NamedTuple):
    """A draft beside facts; the figure meant is ``draft[start:end]``."""

    facts: tuple[Fact, ...]
    draft: str
    start: int
    end: int
    verdict: str


def fact_of(number: int, line: str) -> Fact:
    subject, statement = line.split(" | ")
    mention = find_mentions(statement)[-1]
    kind = "date" if isinstance(mention.value, EdtfDate) else "figure"
    reference = Reference("gazette", surface=mention.surface)
    return Fact(
        id=f"f{number}", kind=kind, statement=statement, value=mention.value, subject=subject, references=(reference,)
    )


def read_cases() -> Iterator[Case]:
    for block in Path(__file__).with_name("claims.md").read_text("utf-8").split("\n## ")[1:]:
        lines = block.splitlines()[1:]
        stated = [line.removeprefix("fact: ") for line in lines if line.startswith("fact: ")]
        facts = tuple(fact_of(number, line) for number, line in enumerate(stated))
        for verdict, marked in (line.split(" | ") for line in lines if line and not line.startswith("fact: ")):
            match = re.search(r"\[(.+?)\]", marked)
            assert match
            draft = marked.replace("[", "").replace("]", "")
            yield Case(facts, draft, match.start(), match.end() - 2, verdict)


CASES = list(read_cases())


def finding_of(case: Case) -> Finding | None:
    found = Checker(case.facts).check(case.draft)
    return next((each for each in found if each.span.start < case.end and case.start < each.span.end), None)


@pytest.mark.parametrize("case", CASES, ids=[case.draft for case in CASES])
def test_the_verdict_follows_from_what_is_measured(case: Case) -> None:
    finding = finding_of(case)

    assert (finding.verdict if finding else "unknown") == case.verdict
