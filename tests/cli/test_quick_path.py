"""A plain lookup and a plain completion import few modules, and only those do without ``typing``."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import factcli

PACKAGE = Path(factcli.__file__).parent
SLOW = {"click", "re", "typing", "json", "datetime", "dataclasses", "inspect", "contextlib", "pathlib", "sqlite3"}
LOOKUPS = [
    *(["amia", "--format", form] for form in ("tsv", "csv", "json", "jsonl", "md")),
    ["kind:quote", "--format", "tsv"],
    ["hezb", "--format", "tsv"],
]
COMPLETIONS = ["fact show amia-", "fact Hezb", "fact find speaker:po"]


def imported(line: list[str], store: Path, **asked: str) -> set[str]:
    script = f"import sys; from factcli.cli.main import run; run({line}); sys.exit(' '.join(sys.modules))"
    # Without site, whose packages' own .pth files import what they like.
    command = [sys.executable, "-S", "-c", script]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "FACTCLI_STORE": str(store)} | asked
    # Twice, because the first lookup in a store builds its index.
    subprocess.run(command, env=environment, capture_output=True, check=False)
    return set(subprocess.run(command, env=environment, capture_output=True, check=False).stderr.decode().split())


def imported_by_completion(typed: str, store: Path) -> set[str]:
    place = str(typed.count(" "))
    return imported([], store, _FACT_COMPLETE="zsh_complete", COMP_WORDS=typed, COMP_CWORD=place)


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def typing_only_imports(path: Path) -> bool:
    tree = ast.parse(path.read_text("utf-8"))
    return any(isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING" for node in ast.walk(tree))


@pytest.mark.parametrize("line", LOOKUPS, ids=" ".join)
def test_a_lookup_imports_nothing_that_is_slow_to_import(shipped_store: Path, line: list[str]) -> None:
    assert not imported(line, shipped_store) & SLOW


@pytest.mark.parametrize("figure", ["85", "US$7m", "value:>5m"])
def test_a_lookup_of_a_figure_imports_nothing_for_dates_and_quotes(shipped_store: Path, figure: str) -> None:
    modules = imported([figure], shipped_store)

    assert not modules & {"factcli.mentions.dates.find", "factcli.mentions.quotes.find"}


def test_a_draft_without_a_fault_imports_no_suggestions(shipped_store: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("The AMIA bombing killed 85 people.\n", "utf-8")

    modules = imported(["check", str(draft)], shipped_store)

    assert "factcli.check.checker" in modules
    assert "factcli.check.suggestions.law" not in modules


@pytest.mark.parametrize("typed", COMPLETIONS)
def test_a_completion_imports_nothing_that_is_slow_to_import(shipped_store: Path, typed: str) -> None:
    assert not imported_by_completion(typed, shipped_store) & SLOW


def test_exactly_the_modules_of_the_quick_path_do_without_typing(shipped_store: Path) -> None:
    modules = {module_name(path): path for path in PACKAGE.rglob("*.py")}
    quick = set.union(
        *(imported(line, shipped_store) for line in LOOKUPS),
        *(imported_by_completion(typed, shipped_store) for typed in COMPLETIONS),
    )

    without_typing = {name for name, path in modules.items() if "\nTYPE_CHECKING = False\n" in path.read_text("utf-8")}

    assert without_typing == {name for name in quick & modules.keys() if typing_only_imports(modules[name])}
