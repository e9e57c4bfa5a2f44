"""What other tools read of the project agrees with the package."""

from __future__ import annotations

import re

from running import ROOT

import factcli


def test_the_citation_has_the_version_of_the_package() -> None:
    citation = (ROOT / "docs" / "CITATION.cff").read_text("utf-8")

    assert re.search(r"^version: (.+)$", citation, re.MULTILINE)[1] == factcli.__version__


def test_the_index_for_language_models_names_every_document() -> None:
    named = re.findall(r"\]\(([A-Z_]+\.md)\)", (ROOT / "docs" / "llms.txt").read_text("utf-8"))

    assert set(named) == {page.name for page in (ROOT / "docs").glob("*.md")}
