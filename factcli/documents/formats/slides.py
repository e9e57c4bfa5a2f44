"""Read slides (.pptx): the paragraphs and tables of each slide, and its notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.documents.formats.packed import Package
from factcli.documents.formats.written import WrittenDocument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from factcli.documents.document import Document

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLIDE = re.compile(r"ppt/slides/slide(?P<number>\d{1,5})\.xml")


def parse_slides(data: bytes, *, name: str) -> Document:
    """The document in the bytes of a .pptx; raises :class:`DocumentError` if it is broken or too large."""
    package = Package(data, name)
    slides = sorted((int(match["number"]), match[0]) for part in package.names() if (match := _SLIDE.fullmatch(part)))
    if not slides:
        raise package.invalid()
    document = WrittenDocument(name)
    names = set(package.names())
    for number, part in slides:
        document.begin_part(f"slide {number}")
        _add(document, package.xml(part))
        notes = f"ppt/notesSlides/notesSlide{number}.xml"
        if notes in names:
            _add(document, package.xml(notes))
    return document.document()


def _add(document: WrittenDocument, root: Element) -> None:
    tables = list(root.iter(f"{_DRAWING}tbl"))
    inside = {id(paragraph) for table in tables for paragraph in table.iter(f"{_DRAWING}p")}
    for paragraph in root.iter(f"{_DRAWING}p"):
        if id(paragraph) not in inside:
            document.add_paragraph(_words(paragraph))
    for table in tables:
        document.add_table([_words(cell) for cell in row.iter(f"{_DRAWING}tc")] for row in table.iter(f"{_DRAWING}tr"))


def _words(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for piece in element.iter():
        if piece.tag == f"{_DRAWING}t":
            yield piece.text or ""
        elif piece.tag in {f"{_DRAWING}br", f"{_DRAWING}p"}:
            yield " "
