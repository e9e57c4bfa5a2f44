"""Build a document whose file is not text (PDF, sheets, slides): its paragraphs are written out as its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.documents.document import Document, DocumentError, DocumentPart, Headings
from factcli.documents.limits import LARGEST_FILE
from factcli.model.facts import Span
from factcli.spans import SpanColumns

if TYPE_CHECKING:
    from collections.abc import Iterable


class WrittenDocument:
    """Collects paragraphs, tables and parts in order."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._texts: list[str] = []
        self._length = 0
        self._paragraphs = SpanColumns()
        self._headings = Headings()
        self._parts: list[DocumentPart] = []

    def begin_part(self, label: str) -> None:
        """Say that what follows is on a page or slide; nothing in a document without parts."""
        self._parts.append(DocumentPart(self._length, label))

    def add_paragraph(self, words: str, *, level: int | None = None) -> None:
        """Append a paragraph, or a heading of a level; its blanks become one blank each."""
        line = " ".join(words.split())
        if not line:
            return
        span = Span(self._length, self._length + len(line))
        if level is not None:
            self._headings.add(span, level)
        else:
            self._paragraphs.append(span)
        self._put(line + "\n\n")

    def add_table(self, rows: Iterable[Iterable[str]], labels: Iterable[Iterable[str]] | None = None) -> None:
        """Append a table row by row; ``labels`` are the places of its cells, such as ``Costs!B4``."""
        begin = self._length
        places = iter(labels) if labels else None
        for row in rows:
            names = iter(next(places, ())) if places else iter(())
            # The bar before the first cell belongs to it: a row is where its first cell is.
            bar = "|"
            for cell in row:
                label = next(names, None)
                if label:
                    self._parts.append(DocumentPart(self._length, label, is_exact=True))
                self._put(f"{bar} {' '.join(cell.replace('|', '/').split())} |")
                bar = ""
            self._put("|\n" if bar else "\n")
        if self._length > begin:
            self._paragraphs.append(Span(begin, self._length - 1))
            self._put("\n")

    def document(self) -> Document:
        """The document of what was appended."""
        text = "".join(self._texts)
        return Document(self._name, text, text, self._paragraphs, self._headings, None, tuple(self._parts))

    def _put(self, words: str) -> None:
        self._texts.append(words)
        self._length += len(words)
        if self._length > LARGEST_FILE:
            what = f"contains more than {LARGEST_FILE // 1024**2} MiB of text"
            raise DocumentError(self._name, what, hint="split it into several files")
