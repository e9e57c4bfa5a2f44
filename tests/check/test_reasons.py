"""The registry of reasons: no finding has another, and everything that names reasons is made from it."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcli.check import Checker, Finding
from factcli.check.reasons import LEVELS, REASONS, Reason
from factcli.documents import parse_document
from factcli.model.facts import Span
from factcli.render.sarif import render_sarif
from factcli.store import FactStore

if TYPE_CHECKING:
    from running import Run

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests" / "cases").glob("*.md"))


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(FactStore.open(ROOT / "facts.json"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_reason_is_given_for_a_verdict_that_it_is_registered_for(path: Path, checker: Checker) -> None:
    draft = parse_document(path.read_text("utf-8").rpartition("\n---\n")[0], name=path.name)

    findings = checker.check(draft.text)

    assert all(type(finding.reason) is Reason for finding in findings)
    assert all(finding.verdict in finding.reason.verdicts for finding in findings)


@pytest.mark.parametrize(
    ("verdict", "reason"), [("contradicted", "sounds-odd"), ("confirmed", "other-value"), ("unknown", ""), ("", "same")]
)
def test_an_unregistered_reason_cannot_be_raised(verdict: str, reason: str) -> None:
    with pytest.raises(ValueError, match="is not a reason for the verdict"):
        Finding(Span(0, 1), "5", verdict, reason)  # type: ignore[arg-type]


def test_a_reason_is_the_text_of_its_name() -> None:
    assert json.dumps(Reason.OTHER_VALUE) == '"other-value"'
    assert f"{Reason.OTHER_VALUE}" == "other-value"
    assert REASONS["other-value"] is Reason.OTHER_VALUE


@pytest.mark.parametrize("reason", Reason)
def test_a_reason_is_described(reason: Reason) -> None:
    assert set(reason.verdicts) <= LEVELS.keys()
    assert reason.verdicts
    assert reason.about[0].isupper()
    assert reason.about.endswith(".")
    assert reason.message.format(value="5 km", speaker="Ana Silva", claimed="Bo Li", calculation="9 less 4")


@pytest.mark.parametrize("name", ["other-value", "superseded", "unused-waiver", "no-fact", "approximate-date"])
def test_each_reason_for_a_problem_can_be_turned_off(piped: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "draft.md").write_text("Nothing here.\n")
    (tmp_path / ".factcli.toml").write_text(f'rules-off = ["{name}"]\n')

    assert piped("check", "draft.md", "--rule-off", name, cwd=tmp_path).status == 0


def test_what_confirms_cannot_be_turned_off(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("Nothing here.\n")

    assert piped("check", "draft.md", "--rule-off", "verbatim", cwd=tmp_path).status == 2


def test_sarif_describes_what_is_unknown_too(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("The Lomar dyke is 12 km long.\n")

    log = json.loads(piped("check", "draft.md", "--all", "--format", "sarif", cwd=tmp_path).out)

    rules = {rule["id"]: rule["shortDescription"]["text"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert rules
    assert rules == {name: REASONS[name].about for name in rules}


def test_a_log_without_findings_has_no_rules() -> None:
    log = json.loads("".join(render_sarif(())))

    assert log["runs"][0]["tool"]["driver"]["rules"] == []


def test_the_page_of_rules_is_current() -> None:
    specification = importlib.util.spec_from_file_location("make_rules", ROOT / ".ci" / "make_rules.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)

    assert (ROOT / "docs" / "RULES.md").read_text("utf-8") == module.table()
