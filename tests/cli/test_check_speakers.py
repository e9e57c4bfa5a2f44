"""Misattributed quotes in reports: told apart from changed ones and from those that no fact decides."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run

SAID = "The harbour will never be closed to fishermen"
DRAFTS = {
    "right": f"“{SAID},” said Ana Silva.",
    "misattributed": f"“{SAID},” said Tom Reyes.",
    "by a label": f"Tom Reyes: “{SAID}.”",
    "in part": "Tom Reyes promised that the harbour would “never be closed to fishermen”.",
    "changed": f"“{SAID.replace('fishermen', 'bathers')},” said Ana Silva.",
    "both": f"“{SAID.replace('fishermen', 'bathers')},” said Tom Reyes.",
    "by a body": f"“{SAID},” according to the Lomar council.",
    "by nobody": f"“{SAID},” he said.",
    "other words": "“We have no money left for a new bridge,” said Tom Reyes.",
}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    fact = {
        "kind": "quote",
        "statement": "Ana Silva, mayor of Lomar, promised that the harbour would stay open to fishermen.",
        "value": {"text": SAID, "speaker": "Ana Silva", "role": "mayor"},
        "references": [{"source": "gazette", "locator": "page 3"}],
    }
    path = tmp_path / "facts.json"
    sources = {"gazette": {"type": "book", "title": "City Gazette"}}
    path.write_text(json.dumps({"facts": {"harbour": fact}, "sources": sources}), "utf-8")
    return path


def checked(piped: Run, store: Path, name: str, *options: str) -> str:
    return piped("check", "-", *options, store=store, typed=DRAFTS[name].encode()).out


@pytest.mark.parametrize("name", ["misattributed", "by a label", "in part"])
def test_a_line_names_who_said_it_and_who_did_not(piped: Run, store: Path, name: str) -> None:
    line = checked(piped, store, name)

    assert "error: " in line
    assert ": said by Ana Silva, not Tom Reyes (City Gazette, page 3) [other-speaker]" in line


def test_a_changed_quote_keeps_its_own_rule(piped: Run, store: Path) -> None:
    line = checked(piped, store, "changed")

    assert "'bathers' for 'fishermen' [word-changed]" in line
    assert "said by" not in line


def test_a_quote_that_is_changed_and_misattributed_says_both(piped: Run, store: Path) -> None:
    line = checked(piped, store, "both")

    assert "'bathers' for 'fishermen'; said by Ana Silva, not Tom Reyes [word-changed]" in line


@pytest.mark.parametrize("name", ["right", "by a body", "by nobody", "other words"])
def test_who_may_have_said_it_is_not_reported(piped: Run, store: Path, name: str) -> None:
    assert checked(piped, store, name) == ""


def test_json_and_the_report_have_the_rule(piped: Run, store: Path) -> None:
    (finding,) = json.loads(checked(piped, store, "misattributed", "--format", "json"))["findings"]
    report = checked(piped, store, "misattributed", "--format", "report")

    assert (finding["verdict"], finding["reason"], finding["fact"]) == ("contradicted", "other-speaker", "harbour")
    assert "said by Ana Silva, not Tom Reyes" in " ".join(report.split())


def test_the_rule_can_be_turned_off_alone(piped: Run, store: Path) -> None:
    assert checked(piped, store, "misattributed", "--rule-off", "other-speaker") == ""
    assert checked(piped, store, "changed", "--rule-off", "other-speaker") != ""
