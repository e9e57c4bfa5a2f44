"""The recipes of docs/CONTRIBUTING.md, followed literally in a copy of the package."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "CONTRIBUTING.md").read_text("utf-8").partition("\n## Recipes\n")[2].partition("\n## ")[0]
RECIPES = {title: body for title, _, body in (part.partition("\n") for part in TEXT.split("\n### ")[1:])}
FENCED = re.compile(r"^(?P<indent> *)```(?P<language>diff|console)\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL)
NEW = "/dev/null"


def blocks(recipe: str, language: str) -> list[str]:
    """The fenced blocks of a recipe in one language."""
    found = (match for match in FENCED.finditer(RECIPES[recipe]) if match["language"] == language)
    return [dedent(match["body"]) if match["indent"] else match["body"] for match in found]


def apply(block: str, folder: Path) -> None:
    """Change the file that a block names as it says; its old lines must occur there once."""
    first, *lines = block.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if not line.startswith("+"))
    new = "".join(line[1:] for line in lines if not line.startswith(("-", "+++ ")))
    if first == f"--- {NEW}\n":
        (folder / lines[0].removeprefix("+++ ").strip()).write_text(new, encoding="utf-8")
        return
    path = folder / first.removeprefix("--- ").strip()
    text = path.read_text("utf-8")
    assert text.count(old) == 1, block
    path.write_text(text.replace(old, new), encoding="utf-8")


def run(command: str, folder: Path) -> str:
    """What a command prints; ``fact`` and ``python`` are those of the copy."""
    place = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": place, "PYTHONPATH": str(folder), "FACTCLI_STORE": str(folder / "facts.json")}
    ended = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode in (0, 1), ended.stderr
    assert "Traceback" not in ended.stderr
    return ended.stdout


def pattern(expected: list[str]) -> str:
    """Lines that a command prints, as a regular expression."""
    return "".join(r"(?:.*\n)*" if line == "...\n" else re.escape(line) for line in expected)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package with its store, whose index is in the cache."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("factcli", ".ci", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    shutil.copy(ROOT / "facts.json", tmp_path)
    (tmp_path / "bin").mkdir()
    for name, arguments in (("fact", '-m factcli "$@"'), ("python", '"$@"')):
        script = tmp_path / "bin" / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments}\n')
        script.chmod(0o755)
    assert run("fact amia --count", tmp_path).strip().isdecimal()
    return tmp_path


def test_there_are_recipes_and_each_has_changes_and_commands() -> None:
    assert len(RECIPES) >= 9
    assert all(blocks(recipe, "diff") and blocks(recipe, "console") for recipe in RECIPES)


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_works_as_written(recipe: str, copy: Path) -> None:
    if any("make_unit_table" in block for block in blocks(recipe, "console")):
        pytest.importorskip("pint", reason="Pint makes the table of units; it is needed for development only")

    for block in blocks(recipe, "diff"):
        apply(block, copy)

    for block in blocks(recipe, "console"):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *expected = step.splitlines(keepends=True)
            printed = run(command, copy)
            assert re.fullmatch(pattern(expected), printed), f"{command}{printed}"


def test_a_recipe_is_needed(copy: Path) -> None:
    with pytest.raises(AssertionError, match="is not one of"):
        run("fact amia --format org", copy)


def test_a_change_that_does_not_fit_is_an_error(copy: Path) -> None:
    with pytest.raises(AssertionError):
        apply("--- factcli/index/hit.py\n     no such line\n+    note: str\n", copy)
