"""What the README shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcli.cli.fast_path import COMMANDS

if TYPE_CHECKING:
    from conftest import Run

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
PICTURES = re.findall(r"<!-- picture: (.*?) -->\n```\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("query", "picture"), PICTURES)
def test_a_picture_is_what_the_command_prints(piped: Run, query: str, picture: str) -> None:
    printed = piped(*query.split(), "--format", "table").out

    assert [line.rstrip() for line in printed.strip().splitlines()] == picture.strip().splitlines()


def test_the_calls_from_python_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent)
    code = README.partition("## From Python")[2].partition("```python\n")[2].partition("```")[0]
    made: dict[str, object] = {}

    exec(code, made)  # noqa: S102 - our own example

    assert made["store"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`fact {command}" in README


def test_the_readme_has_a_picture_on_its_first_screen() -> None:
    assert README[: README.index("```\n")].count("\n") < 20
    assert len(PICTURES) == 1
