"""What the README shows is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcli.cli.fast_path import COMMANDS

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
MOST_LINES = 220


def test_the_calls_from_python_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent)
    code = README.partition("## From Python")[2].partition("```python\n")[2].partition("```")[0]
    made: dict[str, object] = {}

    exec(code, made)  # noqa: S102 - our own example

    assert made["store"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`fact {command}" in README


def test_the_readme_is_read_in_one_go_and_begins_with_a_picture() -> None:
    assert README.count("\n") <= MOST_LINES
    assert README[: README.index("<picture>")].count("\n") < 20
