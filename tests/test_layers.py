"""An arrow points down only, no two folders need each other, and an outside library has one home."""

from __future__ import annotations

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGE = Path(__file__).parent.parent / "factcli"

# From the ground up, a row a folder; the loose files are under all of them.
LAYERS = (
    "tuples",
    "errors",
    "escaping",
    "pipes",
    "spans",
    "units",
    "english",
    "model",
    "mentions",
    "documents",
    "store",
    "query",
    "index",
    "extract",
    "check",
    "curation",
    "exchange",
    "drafts",
    "archive",
    "render",
    "lsp",
    "mcp",
    "cli",
    "__main__",
)
HEIGHT = {name: height for height, name in enumerate(LAYERS)}
HOMES = {
    "tinydb": {"store"},
    "sqlite3": {"index", "exchange", "curation"},
    "_sqlite3": {"index"},
    "rich": {"render", "cli"},
    "click": {"cli"},
    "pygls": {"lsp"},
    "lsprotocol": {"lsp"},
    "mcp": {"mcp"},
    "pydantic": {"mcp"},
    "textual": {"cli"},
    "filelock": {"store", "index"},
    "rapidfuzz": {"index", "check", "drafts"},
    "markdown_it": {"documents"},
    "pypdfium2": {"documents"},
    "python_calamine": {"documents"},
    "pyarrow": {"archive", "exchange"},
    "pyspark": {"archive"},
}
MOST_PLACES = 25
MOST_FILES = 20
MOST_LINES = 350
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")
FOLDERS = sorted({path.parent for path in MODULES} - {PACKAGE})


def relative(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


NAMES = {dotted(path) for path in MODULES}


class Outline(NamedTuple):
    """What the tests ask of a module; its whole tree would take a hundred times the memory."""

    docstring: str
    imports: frozenset[str]
    imports_at_run_time: frozenset[str]
    calls: frozenset[str]
    classes: tuple[str, ...]


@cache
def outline(path: Path) -> Outline:
    tree = ast.parse(path.read_text("utf-8"))
    nodes = list(ast.walk(tree))
    return Outline(
        ast.get_docstring(tree) or "",
        imported(nodes),
        imported(tree.body),
        frozenset(ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call) and is_a_name(node.func)),
        tuple(node.name for node in nodes if isinstance(node, ast.ClassDef)),
    )


def imported(nodes: Sequence[ast.AST]) -> frozenset[str]:
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    return frozenset(plain | {f"{node.module}.{alias.name}" for node in froms for alias in node.names})


def is_a_name(node: ast.expr) -> bool:
    """Whether this is a name, with or without dots."""
    return isinstance(node, ast.Name) or (isinstance(node, ast.Attribute) and is_a_name(node.value))


def rooms_used(path: Path) -> set[str]:
    return {name.split(".")[1] for name in outline(path).imports if name.startswith("factcli.")} & HEIGHT.keys()


def modules_used(path: Path) -> set[str]:
    used = outline(path).imports_at_run_time
    return {name if name in NAMES else name.rpartition(".")[0] for name in used} & NAMES


def test_every_place_has_its_row() -> None:
    assert {room(path) for path in MODULES} == set(LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_uses_only_its_own_folder_and_those_below(path: Path) -> None:
    above = {name for name in rooms_used(path) if HEIGHT[name] > HEIGHT[room(path)]}

    assert not above


def test_no_module_needs_itself_by_way_of_others() -> None:
    graph = {dotted(path): modules_used(path) - {dotted(path)} for path in MODULES}

    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_an_outside_library_is_used_at_home_alone(path: Path) -> None:
    away = {
        name
        for name in outline(path).imports
        for library in [name.split(".")[0]]
        if room(path) not in HOMES.get(library, {room(path)})
    }

    assert not away


@pytest.mark.parametrize(
    "path", [path for path in MODULES if room(path) not in ("cli", "lsp", "mcp", "__main__")], ids=relative
)
def test_nothing_below_the_doors_prints_or_exits(path: Path) -> None:
    printing = {"print", "sys.exit", "exit", "sys.stdout.write", "sys.stderr.write", "click.echo"}

    assert not outline(path).calls & printing


def test_the_top_of_the_package_is_seen_at_a_glance() -> None:
    places = {room(path) for path in MODULES} | {"__init__"}

    assert len(places) <= MOST_PLACES


@pytest.mark.parametrize("folder", FOLDERS, ids=relative)
def test_a_folder_is_seen_at_a_glance_and_says_what_comes_in_and_goes_out(folder: Path) -> None:
    files = list(folder.glob("*.py"))

    assert len(files) <= MOST_FILES
    assert outline(folder / "__init__.py").docstring


def test_a_module_has_one_purpose() -> None:
    assert not {
        relative(path): lines for path in MODULES if (lines := path.read_text("utf-8").count("\n")) > MOST_LINES
    }


# Names that a folder's purpose tells apart; any other module has a name of its own.  A command is named after itself.
REPEATED_NAMES = {
    "candidates.py",
    "completion.py",
    "dates.py",
    "diff.py",
    "facts.py",
    "find.py",
    "findings.py",
    "hedges.py",
    "identifiers.py",
    "lookup.py",
    "marks.py",
    "match.py",
    "measures.py",
    "names.py",
    "nouns.py",
    "numbers.py",
    "parse.py",
    "people.py",
    "problems.py",
    "quantities.py",
    "quotes.py",
    "rows.py",
}


def repeated(named: list[tuple[str, str]]) -> dict[str, list[str]]:
    """The names that occur in more than one place, each with its places."""
    places: dict[str, list[str]] = {}
    for name, place in named:
        places.setdefault(name, []).append(place)
    return {name: found for name, found in places.items() if len(found) > 1}


def test_no_two_public_classes_share_a_name() -> None:
    classes = [(name, relative(path)) for path in MODULES for name in outline(path).classes if not name.startswith("_")]

    assert not repeated(classes)


def test_a_module_shares_its_name_only_where_no_import_is_taken_for_another() -> None:
    files = [
        (path.name, relative(path))
        for path in MODULES
        if path.name != "__init__.py" and "cli/commands" not in str(path)
    ]

    assert repeated(files).keys() <= REPEATED_NAMES
