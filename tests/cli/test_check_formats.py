"""The forms of a report that programs read, each held to its specification, and safe whatever the texts hold."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

if TYPE_CHECKING:
    from running import Run

WRONG = "É 😀.\n\nThe bombing of the Amia centre in Buenos Aires killed 87 people. <!-- fact-ignore -->\n"
FORMATS = ["report", "lines", "json", "jsonl", "sarif", "rdjsonl", "github", "gitlab", "html", "annotations"]
SARIF = json.loads((Path(__file__).parents[1] / "schemas" / "sarif.json").read_text("utf-8"))
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
HOSTILE = (
    "red \x1b[2J\x1b]0;title\x07\x1b]8;;http://x\x07 \x9b31m over\x0bwritten back\b\b del\x7f \u202egnp\u2066x\u2069"
    " [/] [bold] [link=http://x]y[/link] :skull: %0A::error::x %25 nul tab\tend {0} " + "e\u0301\u0301" * 50
)

# An id may hold whatever can be printed.
ID = "[/] [link=http://x]y[/link] {0} %0A::error::x"


@pytest.fixture
def draft(tmp_path: Path) -> str:
    (tmp_path / "a b%.md").write_text(WRONG, "utf-8")
    return "a b%.md"


def test_gitlab_has_an_issue_for_each_finding_with_a_fingerprint_of_its_own(piped: Run, tmp_path: Path) -> None:
    slip = "The Amia bombing killed 87 people.\n\n"
    (tmp_path / "a.md").write_text(slip * 2, "utf-8")
    first, second = json.loads(piped("check", "--format", "gitlab", "a.md", cwd=tmp_path).out)

    assert first["location"] == {"path": "a.md", "lines": {"begin": 1}}
    assert (first["check_name"], first["severity"]) == ("other-value", "major")
    assert first["description"].startswith("87 people: the store has 85 people")
    assert first["fingerprint"] != second["fingerprint"]

    (tmp_path / "a.md").write_text("# Title\n\n" + slip, "utf-8")
    [moved] = json.loads(piped("check", "--format", "gitlab", "a.md", cwd=tmp_path).out)
    assert moved["fingerprint"] == first["fingerprint"]


def test_gitlab_gets_an_array_where_nothing_is_found(piped: Run) -> None:
    assert piped("check", "-", "--format", "gitlab", typed=b"Nothing.").out == "[]\n"


def test_json_has_the_summary_and_the_findings(piped: Run, draft: str, tmp_path: Path) -> None:
    ended = piped("check", "--format", "json", draft, cwd=tmp_path)

    report = json.loads(ended.out)
    assert report | {"findings": []} == {
        "schema_version": 1,
        "summary": {
            "seen": 1,
            "confirmed": 0,
            "contradicted": 1,
            "outdated": 0,
            "unknown": 0,
            "waived": 0,
            "unsupported": 0,
            "elsewhere": 0,
        },
        "findings": [],
    }
    message = report["findings"][0].pop("message")
    assert report["findings"][0] == {
        "path": draft,
        "line": 3,
        "column": 55,
        "end_line": 3,
        "end_column": 64,
        "start": 60,
        "end": 69,
        "surface": "87 people",
        "verdict": "contradicted",
        "reason": "other-value",
        "fact": "amia-bombing-deaths",
        "suggestion": "85 people",
        "evidence": None,
    }
    assert message.startswith("87 people: ")
    assert WRONG[60:69] == "87 people"


def test_json_of_a_clean_draft_is_json(piped: Run) -> None:
    assert json.loads(piped("check", "--format", "json", "-").out)["findings"] == []


def test_jsonl_has_one_finding_a_line(piped: Run, draft: str, tmp_path: Path) -> None:
    ended = piped("check", "--format", "jsonl", draft, cwd=tmp_path)

    findings = [json.loads(line) for line in ended.out.splitlines()]
    assert [finding["reason"] for finding in findings] == ["other-value", "waiver-without-reason"]


def test_json_may_be_asked_for_before_the_command(piped: Run, draft: str, tmp_path: Path) -> None:
    assert json.loads(piped("--format", "json", "check", draft, cwd=tmp_path).out)["schema_version"] == 1


def sarif(printed: str) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(printed)
    jsonschema.Draft202012Validator(SARIF).validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_sarif_keeps_to_its_schema(piped: Run, draft: str, tmp_path: Path) -> None:
    run = sarif(piped("check", "--format", "sarif", draft, cwd=tmp_path).out)

    result = run["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert (result["level"], result["ruleId"], place["artifactLocation"]) == (
        "error",
        "other-value",
        {"uri": "a%20b%25.md"},
    )
    assert place["region"] == {"startLine": 3, "startColumn": 55, "endLine": 3, "endColumn": 64}
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_sarif_result_points_to_its_rule(piped: Run, draft: str, tmp_path: Path) -> None:
    run = sarif(piped("check", "--format", "sarif", draft, cwd=tmp_path).out)

    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["other-value", "waiver-without-reason"]


def test_sarif_reports_what_is_confirmed_as_passed(piped: Run) -> None:
    right = WRONG.replace("87", "85").replace("<!-- fact-ignore -->", "")

    run = sarif(piped("check", "--all", "--format", "sarif", "-", typed=right.encode()).out)

    assert [(result["kind"], result["level"]) for result in run["results"]] == [("pass", "none")]


def test_sarif_without_findings_has_results(piped: Run) -> None:
    assert sarif(piped("check", "--format", "sarif", "-").out)["results"] == []


def test_sarif_mends_what_it_finds(piped: Run, draft: str, tmp_path: Path) -> None:
    run = sarif(piped("check", "--format", "sarif", draft, cwd=tmp_path).out)

    change = run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change == {
        "deletedRegion": {"startLine": 3, "startColumn": 56, "endLine": 3, "endColumn": 57},
        "insertedContent": {"text": "5"},
    }


def test_columns_for_reviewdog_count_bytes(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("É 😀. " + WRONG.split("\n")[2] + "\n", "utf-8")

    ended = piped("check", "--format", "rdjsonl", "draft.md", cwd=tmp_path)

    diagnostic = json.loads(ended.out.splitlines()[0])
    assert diagnostic["location"] == {
        "path": "draft.md",
        "range": {"start": {"line": 1, "column": 64}, "end": {"line": 1, "column": 73}},
    }
    assert (diagnostic["severity"], diagnostic["code"]) == ("ERROR", {"value": "other-value"})
    assert diagnostic["suggestions"] == [
        {"range": {"start": {"line": 1, "column": 65}, "end": {"line": 1, "column": 66}}, "text": "5"}
    ]


def test_github_gets_workflow_commands(piped: Run, draft: str, tmp_path: Path) -> None:
    ended = piped("check", "--format", "github", draft, cwd=tmp_path)

    first = ended.out.splitlines()[0]
    assert first.startswith("::error file=a b%25.md,line=3,endLine=3,col=55,endColumn=64::87 people: ")


@pytest.fixture
def hostile_store(tmp_path: Path) -> Path:
    fact = {
        "kind": "figure",
        "statement": "The Amia bombing killed 85 people.",
        "subject": "Amia bombing",
        "keywords": [HOSTILE],
        "value": {"amount": "85", "unit": "person"},
        "note": HOSTILE,
        "rank": "normal",
        "references": [{"source": ID, "locator": HOSTILE, "surface": HOSTILE}],
    }
    sources = {ID: {"type": "article", "title": HOSTILE, "issued": HOSTILE, "URL": "javascript:alert(1)//\x1b[2J"}}
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps({"facts": {ID: fact}, "sources": sources}), encoding="utf-8")
    return path


@pytest.fixture
def hostile_draft(tmp_path: Path) -> str:
    name = "a\x1b[2J::%,\u202eb.md"
    text = f"The Amia bombing killed 87 people, {HOSTILE} and “{HOSTILE}”. <!-- fact-ignore -->\n\n" + HOSTILE
    (tmp_path / name).write_text(text, "utf-8")
    return str(tmp_path / name)


@pytest.mark.parametrize("form", FORMATS)
def test_no_raw_control_character_reaches_a_pipe(
    piped: Run, hostile_store: Path, hostile_draft: str, form: str
) -> None:
    ended = piped("check", "--all", "--format", form, "--color", "never", hostile_draft, store=hostile_store)

    assert "87 people" in ended.out
    assert not RAW.findall(ended.out + ended.err)


def test_no_raw_control_character_is_in_a_diff(piped: Run, hostile_store: Path, hostile_draft: str) -> None:
    ended = piped("check", "--diff", hostile_draft, store=hostile_store)

    assert "85 people" in ended.out
    assert not RAW.findall(ended.out + ended.err)


def test_no_raw_control_character_reaches_a_terminal(on_terminal: Run, hostile_store: Path, hostile_draft: str) -> None:
    printed = on_terminal("check", "--all", hostile_draft, store=hostile_store).out

    assert not re.findall(r"\x1b(?!\[[0-9;]*m)", printed)
    assert not RAW.findall(printed.replace("\x1b[", ""))
    assert "= \x1b[0m\x1b[2m[/] [link=http://x]y[/link] {0}" in printed


def test_a_message_cannot_begin_another_workflow_command(piped: Run, hostile_store: Path, hostile_draft: str) -> None:
    ended = piped("check", "--format", "github", hostile_draft, store=hostile_store)

    assert all(line.count("::") >= 2 and line.startswith(("::error ", "::warning ")) for line in ended.out.splitlines())
    assert "%0A::error" not in ended.out.replace("%250A::error", "")


def test_braces_and_brackets_are_text_in_sarif(piped: Run, hostile_store: Path, hostile_draft: str) -> None:
    run = sarif(piped("check", "--format", "sarif", hostile_draft, store=hostile_store).out)

    message = run["results"][0]["message"]["text"]
    assert re.sub(r"\\[\[\]\\]|\{\{|\}\}", "", message) == re.sub(r"[\[\]{}\\]", "", message)


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_name_need_not_be_text(piped: Run, tmp_path: Path, form: str) -> None:
    path = str(tmp_path) + "/\udcff.md"
    Path(path).write_text(WRONG, "utf-8")

    ended = piped("check", "--format", form, path)

    assert (ended.status, "87 people" in ended.out) == (1, True)


@pytest.mark.parametrize("form", FORMATS)
def test_an_ascii_terminal_is_no_hindrance(piped: Run, draft: str, tmp_path: Path, form: str) -> None:
    ended = piped("check", "--format", form, draft, cwd=tmp_path, PYTHONIOENCODING="ascii")

    assert (ended.status, "Traceback" in ended.err) == (1, False)
    assert ended.out.isascii()
