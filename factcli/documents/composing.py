"""Compose letters and their accents: a document comes in, one with composed letters and the same places goes out.

macOS and many PDFs write "é" as two characters; facts and readers of figures have one.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from factcli.documents.document import Document, DocumentPart, Headings, OffsetMap
from factcli.model.facts import Span
from factcli.spans import SpanColumns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
_PART_OF_LETTER = re.compile(rf"[{_MARKS}\u1161-\u1175]")
_DECOMPOSED = re.compile(rf"[^\W\d_][{_MARKS}]{{1,9}}+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")


def composed(document: Document) -> Document:
    """The document with its text in composed letters; the document itself where it is so already."""
    text = document.text
    if text.isascii() or unicodedata.is_normalized("NFC", text) or not _PART_OF_LETTER.search(text):
        return document
    return _Composer(document).document()


class _Composer:
    """Keeps which letters become shorter, and how places shift by them."""

    def __init__(self, document: Document) -> None:
        self._old = document
        self._letters = [(match.span(), letter) for match, letter in _letters(document.text)]
        self._ends = array("I", (end for (_, end), _ in self._letters))
        self._shifts = array("I", [0])
        for (start, end), letter in self._letters:
            self._shifts.append(self._shifts[-1] + end - start - len(letter))

    def document(self) -> Document:
        """The document with composed letters."""
        old, parts, offsets, place = self._old, list[str](), OffsetMap(), 0
        for (start, end), letter in self._letters:
            self._copy(offsets, place, start)
            first, last = (start, end) if old.offsets is None else old.source_span(Span(start, end))
            offsets.add(self._place(start), len(letter), first, last - first)
            parts += [old.text[place:start], letter]
            place = end
        self._copy(offsets, place, len(old.text))
        text = "".join([*parts, old.text[place:]])
        quotes = self._moved(old.block_quotes)
        return Document(
            old.name, text, old.source, self._moved(old.paragraphs), self._headings(), offsets, self._parts(), quotes
        )

    def _copy(self, offsets: OffsetMap, start: int, end: int) -> None:
        """Map a stretch of the text as it was."""
        if start == end:
            return
        if self._old.offsets is None:
            offsets.add(self._place(start), end - start, start, end - start)
            return
        for at, length, source, source_length in self._old.offsets.segments(start, end):
            offsets.add(self._place(at), length, source, source_length)

    def _place(self, offset: int) -> int:
        return offset - self._shifts[bisect_right(self._ends, offset)]

    def _span(self, span: Span) -> Span:
        return Span(self._place(span.start), self._place(span.end))

    def _headings(self) -> Headings:
        headings = Headings()
        for span, level in self._old.headings:
            headings.add(self._span(span), level)
        return headings

    def _moved(self, spans: Iterable[Span]) -> SpanColumns:
        return SpanColumns.of(map(self._span, spans))

    def _parts(self) -> tuple[DocumentPart, ...]:
        return tuple(part._replace(start=self._place(part.start)) for part in self._old.parts)


def _letters(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The letters that have a shorter form."""
    for match in _DECOMPOSED.finditer(text):
        letter = unicodedata.normalize("NFC", match[0])
        if len(letter) < len(match[0]):
            yield match, letter
