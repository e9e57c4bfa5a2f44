"""Ages and durations that follow from two dates of one subject: the cases of lengths.md, and how they are told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from marked_drafts import MarkedDraft, finding_at, read_marked_drafts
from msgspec.structs import replace

if TYPE_CHECKING:
    from factcli.check import Finding

CASES = list(read_marked_drafts(Path(__file__).with_name("lengths.md")))
BIRTH, DEATH = CASES[0].facts


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.draft)
def test_the_two_dates_decide(case: MarkedDraft) -> None:
    found = finding_at(case.facts, case.draft, case.start, case.end)

    assert (found.verdict if found else "unknown") == case.verdict


def told(draft: str) -> Finding:
    found = finding_at((BIRTH, DEATH), draft, draft.index("75"), draft.index("75") + 2)
    assert found
    return found


def test_both_facts_are_named_with_what_follows_from_them() -> None:
    found = told("Ida Moll was 75 when she died.")

    assert found.message == "75: f0 has 7 June 1925 and f1 has 2 July 2001, which is 76 years"
    assert (found.reason, found.fact) == ("wrong-age", DEATH)


def test_a_deprecated_date_decides_nothing() -> None:
    facts = (BIRTH, replace(DEATH, rank="deprecated", reason="misread"))
    found = finding_at(facts, "Ida Moll was 75 when she died.", 13, 15)

    assert found
    assert found.verdict == "unknown"
