"""Check the names of a draft again after each change: unchanged paragraphs keep their findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcli.check.names_of_facts.name_checker import by_paragraph
from factcli.check.paragraph_reader import Memory

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from datetime import date

    from factcli.check import Finding
    from factcli.check.names_of_facts.name_checker import NameChecker


class NameRechecker:
    """Checks names again; :meth:`iter_findings` gives what ``NameChecker.iter_findings`` would."""

    def __init__(self, names: NameChecker[Any]) -> None:
        self._names = names
        self._paragraphs: Memory[Hashable, tuple[Finding, ...]] = Memory()

    def iter_findings(self, text: str, published: date | None = None) -> Iterator[Finding]:
        """The findings of a paragraph depend on it alone, but for how often the text has a name."""
        yield from by_paragraph(text, lambda paragraph: self._of_paragraph(paragraph, published))
        self._paragraphs.end_round()

    def _of_paragraph(self, paragraph: str, published: date | None) -> tuple[Finding, ...]:
        return self._paragraphs.recall(
            (paragraph, published), lambda: tuple(self._names.of_paragraph(paragraph, published))
        )
