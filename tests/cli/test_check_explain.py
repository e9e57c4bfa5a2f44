"""``fact check --explain LINE``: which line is meant, what is shown in each form, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from running import Run

WRONG = "The bombing of the Amia centre in Buenos Aires killed 87 people.\n"
RIGHT = WRONG.replace("87", "85")
DRAFT = f"# Notes\n\n{WRONG}\n{RIGHT}"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    monkeypatch.chdir(tmp_path)

    def write(text: str, name: str = "draft.md") -> str:
        Path(name).write_text(text, "utf-8")
        return name

    return write


def test_the_findings_of_the_line_are_explained(piped: Run, draft: Callable[..., str]) -> None:
    ended = piped("check", draft(DRAFT), "--explain", "3")

    assert (ended.status, ended.err) == (1, "")
    assert "draft.md:3:55  error  87 people, not 85 people" in ended.out
    assert "read value 87 · unit person · noun person" in ended.out
    assert "amia-bombing-deaths: contradicted. The store has a different amount." in ended.out
    assert ": the same thing is meant" in ended.out


def test_confirmed_figures_are_explained_too_and_the_status_is_that_of_the_line(
    piped: Run, draft: Callable[..., str]
) -> None:
    ended = piped("check", draft(DRAFT), "--explain", "5")

    assert ended.status == 0
    assert "amia-bombing-deaths: confirmed" in ended.out


def test_a_line_without_mentions_says_so(piped: Run, draft: Callable[..., str]) -> None:
    ended = piped("check", draft(DRAFT), "--explain", "1")

    assert (ended.status, ended.out) == (0, "")
    assert ended.err == "fact: draft.md:1 has no figure, date or quote\n"


def test_of_several_drafts_the_path_says_which(piped: Run, draft: Callable[..., str]) -> None:
    first, second = draft(RIGHT, "a.md"), draft(WRONG, "b.md")

    assert piped("check", first, second, "--explain", "./b.md:1").status == 1
    assert piped("check", first, second, "--explain", "a.md:1").status == 0


@pytest.mark.parametrize(
    ("drafts", "line", "message"),
    [
        (1, "0", "invalid line '0' for --explain: expected 12, or draft.md:12"),
        (1, "last", "invalid line 'last' for --explain: expected 12, or draft.md:12"),
        (1, "9", "a.md has no line 9. Hint: its last line is 2"),
        (2, "1", "--explain needs the draft and the line, such as draft.md:12"),
        (2, "c.md:1", "--explain c.md:1 names none of the drafts that are checked"),
    ],
)
def test_a_line_that_cannot_be_meant_is_an_error(
    piped: Run, draft: Callable[..., str], drafts: int, line: str, message: str
) -> None:
    names = [draft(RIGHT, name) for name in ("a.md", "b.md")[:drafts]]
    ended = piped("check", *names, "--explain", line)

    assert (ended.status, ended.out) == (2, "")
    assert message in ended.err


@pytest.mark.parametrize("other", ["--fix", "--diff", "--watch", "--since=main"])
def test_it_does_not_combine_with_what_changes_or_repeats(piped: Run, draft: Callable[..., str], other: str) -> None:
    ended = piped("check", draft(DRAFT), "--explain", "3", other)

    assert ended.status == 2
    assert "--explain cannot be combined with --fix, --diff, --watch or --since" in ended.err


def test_other_forms_are_refused(piped: Run, draft: Callable[..., str]) -> None:
    ended = piped("check", draft(DRAFT), "--explain", "3", "--format", "sarif")

    assert ended.status == 2
    assert "--explain cannot be shown as sarif; formats: report, json" in ended.err


def test_json_has_the_claim_and_each_fact_with_what_decided(piped: Run, draft: Callable[..., str]) -> None:
    found = json.loads(piped("check", draft(DRAFT), "--explain", "3", "--format", "json").out)
    finding = found["findings"][0]

    assert found["schema_version"] == 1
    assert (finding["verdict"], finding["claim"]["value"]) == ("contradicted", "87")
    assert finding["considered"][0]["fact"] == "amia-bombing-deaths"
    assert finding["considered"][0]["decided_by"] == "weight"
    assert finding["considered"][0]["sum"] > finding["considered"][0]["least"]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_it_fits_the_terminal(piped: Run, draft: Callable[..., str], width: int) -> None:
    ended = piped("check", draft(DRAFT), "--explain", "3", COLUMNS=str(width))

    assert max(map(len, ended.out.splitlines())) <= width


def test_foreign_text_cannot_control_the_terminal(piped: Run, draft: Callable[..., str]) -> None:
    ended = piped(
        "check", draft("Ana \x1b[31m Silva said “we \x1b[2J will sail tomorrow, all of us”.\n"), "--explain", "1"
    )

    assert "\x1b" not in ended.out + ended.err
