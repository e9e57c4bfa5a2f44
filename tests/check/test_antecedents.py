"""What a sentence is about that does not name it: the cases of antecedents.md, right ones and wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked_drafts import MarkedDraft, finding_at, read_marked_drafts

CASES = list(read_marked_drafts(Path(__file__).with_name("antecedents.md")))


@pytest.mark.parametrize("case", CASES, ids=[case.draft for case in CASES])
def test_a_figure_is_of_what_its_sentence_refers_to(case: MarkedDraft) -> None:
    finding = finding_at(case.facts, case.draft, case.start, case.end)

    assert (finding.verdict if finding else "unknown") == case.verdict
