"""Every rule that the checker reports under is known by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcli.check import Checker
from factcli.documents import parse_document
from factcli.drafts.review import FAULTS
from factcli.drafts.rules import RULES
from factcli.store import FactStore

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.md"))


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(FactStore.open(Path(__file__).parents[2] / "facts.json"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_reported_rule_is_described(path: Path, checker: Checker) -> None:
    draft = parse_document(path.read_text("utf-8").rpartition("\n---\n")[0], name=path.name)

    reported = {finding.reason for finding in checker.check(draft.text) if finding.verdict in FAULTS}

    assert reported <= RULES.keys()


@pytest.mark.parametrize("description", RULES.values())
def test_a_description_is_a_sentence(description: str) -> None:
    assert description[0].isupper()
    assert description.endswith(".")
