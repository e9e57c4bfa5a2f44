"""Verdicts follow from what is measured: the cases of claims.md, from many fields, right ones and wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked_drafts import MarkedDraft, finding_at, read_marked_drafts

CASES = list(read_marked_drafts(Path(__file__).with_name("claims.md")))


@pytest.mark.parametrize("case", CASES, ids=[case.draft for case in CASES])
def test_the_verdict_follows_from_what_is_measured(case: MarkedDraft) -> None:
    finding = finding_at(case.facts, case.draft, case.start, case.end)

    assert (finding.verdict if finding else "unknown") == case.verdict
