"""An arrow points down only, and an outside library has one home."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factcli"

# From the ground up; what stands in one row may use one another.
LAYERS = (
    ("tuples",),
    (
        "errors",
        "edtf",
        "units",
        "unit_factors",
        "measures",
        "currencies",
        "model",
        "safetext",
        "places",
        "prose",
        "folding",
    ),
    ("mentions", "sentences"),
    ("documents", "configuration"),
    ("schema", "csl"),
    ("storage", "storefile", "storeparse", "storesplice", "storestream", "storetext", "store"),
    ("fields", "journal", "tables", "curate", "layout", "exchange", "storediff", "merge"),
    ("query", "query_terms", "query_values", "index"),
    ("extract",),
    ("compare", "compare_dates", "compare_quotes", "checking", "check", "recheck"),
    ("validate", "validation_entries", "validation_rules", "verify"),
    ("drafts",),
    ("archive",),
    ("render",),
    ("cli", "lsp", "__main__"),
)
HOMES = {
    "tinydb": {"storage", "store"},
    "sqlite3": {"index"},
    "_sqlite3": {"index"},
    "rich": {"render", "cli"},
    "click": {"cli"},
    "pygls": {"lsp"},
    "filelock": {"storage", "storefile", "index"},
    "rapidfuzz": {"index", "compare_quotes", "checking"},
    "markdown_it": {"documents"},
    "docx": {"documents"},
    "pyarrow": {"archive"},
    "pyspark": {"archive"},
}
HEIGHT = {name: height for height, layer in enumerate(LAYERS) for name in layer}


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return named | {f"{node.module}.{alias.name}" for node in froms for alias in node.names}


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.name != "__init__.py" or path.parent != PACKAGE]


def parts_used(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(path) if name.startswith("factcli.")} & HEIGHT.keys()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_uses_only_its_own_layer_and_those_below(path: Path) -> None:
    above = {name for name in parts_used(path) if HEIGHT[name] > HEIGHT[part(path)]}

    assert not above


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_an_outside_library_is_used_at_home_alone(path: Path) -> None:
    away = {
        name
        for name in imports(path)
        for library in [name.split(".")[0]]
        if part(path) not in HOMES.get(library, {part(path)})
    }

    assert not away


@pytest.mark.parametrize("path", [path for path in MODULES if part(path) not in ("cli", "lsp", "__main__")],
                         ids=lambda path: str(path.relative_to(PACKAGE)))  # fmt: skip
def test_nothing_below_the_doors_prints_or_exits(path: Path) -> None:
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    names = {ast.unparse(call) for call in calls}

    assert not names & {"print", "sys.exit", "exit", "sys.stdout.write", "sys.stderr.write", "click.echo"}


def test_no_module_is_longer_than_400_lines() -> None:
    assert not {path.name: lines for path in MODULES if (lines := path.read_text("utf-8").count("\n")) > 400}
