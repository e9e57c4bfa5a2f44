"""``fact validate`` tells what is wrong with a store as a compiler does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from running import Run


@pytest.fixture
def unsound(own_store: Path) -> Path:
    own_store.write_text(own_store.read_text("utf-8").replace('"amount": "85"', '"amount": "87"'), "utf-8")
    return own_store


def test_the_curated_store_is_sound(piped: Run) -> None:
    ended = piped("validate")

    assert (ended.status, ended.out, ended.err) == (0, "", "fact: 59 facts: no problems\n")


def test_a_problem_is_a_line_with_its_place_and_rule(piped: Run, unsound: Path) -> None:
    ended = piped("validate", store=unsound)
    path, line, column, text = ended.out.splitlines(keepends=True)[0].split(":", 3)

    assert (ended.status, ended.err) == (1, "fact: 59 facts: 1 error, 1 warning\n")
    assert unsound.read_text("utf-8").splitlines()[int(line) - 1][int(column) - 1 :] == "{"
    assert (path, text) == (
        str(unsound),
        " error: the statement says '85 people', the value 87 person [other-figure]\n",
    )


def test_a_problem_is_shown_in_its_line_on_a_terminal(on_terminal: Run, unsound: Path) -> None:
    ended = on_terminal("validate", store=unsound)

    assert ended.status == 1
    assert "^" in ended.out


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "rdjsonl"])
def test_each_form_is_json_that_names_the_rule(piped: Run, unsound: Path, form: str) -> None:
    printed = piped("validate", "--format", form, store=unsound).out

    assert "other-figure" in json.dumps(
        [json.loads(text) for text in ([printed] if form in ("json", "sarif") else printed.splitlines())]
    )


def test_the_json_counts(piped: Run, unsound: Path) -> None:
    answer = json.loads(piped("validate", "--format", "json", store=unsound).out)

    assert answer["summary"] == {"errors": 1, "warnings": 1}
    assert answer["problems"][0]["id"] == "amia-bombing-deaths"
    assert json.loads(piped("validate", "--format", "json").out)["problems"] == []


def test_github_gets_commands(piped: Run, unsound: Path) -> None:
    assert piped("validate", "--format", "github", store=unsound).out.startswith("::error file=")


def test_stores_can_be_named(piped: Run, unsound: Path, shipped_store: Path) -> None:
    ended = piped("validate", str(shipped_store), str(unsound), "--count", store=None)

    assert (ended.status, ended.out) == (1, "2\n")
    assert piped("validate", "nosuch.json", store=None).status == 2


def test_quiet_says_nothing(piped: Run, unsound: Path) -> None:
    ended = piped("validate", "-q", store=unsound)

    assert (ended.status, ended.out, ended.err) == (1, "", "")
