"""Build a document piece by piece: stretches of prose with their places in the source come in."""

from __future__ import annotations

import re

from factcli.documents.document import Document, DocumentPart, Headings, OffsetMap
from factcli.model.facts import Span
from factcli.spans import SpanColumns

_BLANKS = re.compile(r"\s++")


class DocumentBuilder:
    """Collects the prose of a file block by block, with the map to its source.

    Blanks within a block are written as one blank, as a browser shows them.
    """

    def __init__(self, name: str, source: str) -> None:
        self._name = name
        self._source = source
        self._words: list[str] = []
        self._block: list[str] = []
        self._length = 0
        self._offsets = OffsetMap()
        self._paragraphs = SpanColumns()
        self._headings = Headings()
        self._parts: list[DocumentPart] = []
        self._begin = 0
        self._is_blank = True

    def add(self, words: str, start: int) -> None:
        """Append words that are at ``start`` of the source, letter by letter."""
        place = 0
        for match in _BLANKS.finditer(words):
            self._put(words[place : match.start()], start + place, match.start() - place)
            self.add_blank(start + match.start(), len(match[0]))
            place = match.end()
        self._put(words[place:], start + place, len(words) - place)

    def replace(self, words: str, start: int, length: int) -> None:
        """Append words that are written otherwise in the source, in ``length`` letters, such as ``&nbsp;``."""
        if words.isspace():
            self.add_blank(start, length)
        else:
            self._put(words, start, length)

    def add_blank(self, start: int, length: int = 0) -> None:
        """Append a blank, unless the block begins here or ends with one."""
        if not self._is_blank:
            self._put(" ", start, length)
            self._is_blank = True

    def break_line(self, start: int) -> None:
        """Begin a line within the block; where one begins here, end the block."""
        if "".join(self._block[-1:]) == "\n":
            self.end_block(start)
        elif self._block:
            self._put("\n", start, 0)
            self._is_blank = True

    def add_label(self, start: int) -> None:
        """Make a label of the words of the block: what comes next is its value, "Population: 4,120"."""
        words = "".join(self._block).rstrip()
        if words and not words.endswith(":"):
            self._put(":", start, 0)
        self.add_blank(start)

    @property
    def is_labelled(self) -> bool:
        """Whether the block so far is a label."""
        return "".join(self._block).endswith(": ")

    def end_block(self, start: int, *, level: int | None = None) -> None:
        """End the block of prose; ``start`` is the place in the source where the next one may begin.

        ``level`` is that of a heading, None for a paragraph.
        """
        words = "".join(self._block)
        if words.strip():
            span = Span(self._begin, self._begin + len(words.rstrip()))
            if level is not None:
                self._headings.add(span, level)
            else:
                self._paragraphs.append(span)
            self._put("\n\n", start, 0)
            self._begin = self._length
        self._block.clear()
        self._is_blank = True

    def begin_part(self, label: str, *, is_exact: bool = False) -> None:
        """Say that what follows is on a page, a slide, or in a cell."""
        self._parts.append(DocumentPart(self._length, label, is_exact))

    def add_row(self, cells: list[list[tuple[str, int, int]]], start: int) -> None:
        """Append a row of a table: cells of pieces, each with its place and its length in the source."""
        self.replace("|", start, 0)
        for cell in cells:
            self.add_blank(start)
            for words, place, length in cell:
                # A bar within a cell would be the end of it.
                printed = words.replace("|", "/")
                if len(words) == length:
                    self.add(printed, place)
                else:
                    self.replace(printed, place, length)
            self.add_blank(start)
            self.replace("|", start, 0)
        self._put("\n", start, 0)
        self._is_blank = True

    def end_row(self, start: int) -> None:
        """End a row of a table whose cells and bars were appended one by one."""
        self.add_blank(start)
        self._put("|\n", start, 0)
        self._is_blank = True

    def document(self) -> Document:
        """The document of what was appended."""
        text = "".join(self._words)
        return Document(
            self._name, text, self._source, self._paragraphs, self._headings, self._offsets, tuple(self._parts)
        )

    def _put(self, words: str, source: int, source_length: int) -> None:
        if words:
            self._offsets.add(self._length, len(words), source, source_length)
            self._words.append(words)
            self._block.append(words)
            self._length += len(words)
            self._is_blank = False
