"""The documents: every link leads somewhere, and every folder of the package is in the architecture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "AGENTS.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
ARCHITECTURE = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
LINK = re.compile(r"""\]\(([^()\s]+)\)|(?:src|srcset)="([^"]+)\"""")


def links(document: Path) -> list[str]:
    text = re.sub(r"```.*?```", "", document.read_text("utf-8"), flags=re.DOTALL)
    return ["".join(found) for found in LINK.findall(text)]


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", document.read_text("utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


INSIDE = [(document, link) for document in DOCUMENTS for link in links(document) if not re.match(r"[a-z]+:", link)]


@pytest.mark.parametrize(("document", "link"), INSIDE, ids=[f"{each[0].name}: {each[1]}" for each in INSIDE])
def test_a_link_leads_somewhere(document: Path, link: str) -> None:
    path, _, anchor = link.partition("#")
    target = (document.parent / path) if path else document

    assert target.exists()
    assert not anchor or anchor in anchors(target)


def test_the_architecture_names_every_folder() -> None:
    folders = {path.parent.name for path in (ROOT / "factcli").glob("*/**/__init__.py")}

    assert {name for name in folders if not re.search(rf"`{name}\b", ARCHITECTURE)} == set()


def test_the_architecture_names_modules_that_exist() -> None:
    named = {path for path in re.findall(r"`([a-z_]+/[a-z_/.]+)`", ARCHITECTURE) if path.endswith((".py", "/"))}

    assert {path for path in named if not (ROOT / "factcli" / path).exists() and not (ROOT / path).exists()} == set()


def test_every_decision_is_dated() -> None:
    undated = [
        path.name
        for path in (ROOT / "docs" / "decisions").glob("*.md")
        if not re.search(r"^Date: \d{4}-\d{2}-\d{2}$", path.read_text("utf-8"), flags=re.MULTILINE)
    ]

    assert not undated


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = [path.name[:4] for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]

    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def test_the_glossary_is_in_the_order_of_the_alphabet() -> None:
    terms = re.findall(r"^\| ([^|]+) \|", (ROOT / "docs" / "GLOSSARY.md").read_text("utf-8"), flags=re.MULTILINE)[1:]

    assert terms == sorted(terms, key=str.lower)
