"""Read slides (.pptx): the paragraphs and tables of each slide, and its notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.documents.formats.packed import Package
from factcli.documents.formats.written import WrittenDocument
from factcli.documents.raised import raised

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from factcli.documents.document import Document

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PRESENTATION = "ppt/presentation.xml"
_SLIDE = re.compile(r"ppt/slides/slide(?P<number>\d{1,5})\.xml")


def parse_slides(data: bytes, *, name: str) -> Document:
    """The document in the bytes of a .pptx; raises :class:`DocumentError` if it is broken or too large."""
    package = Package(data, name)
    slides = _in_order(package)
    if not slides:
        raise package.invalid()
    document = WrittenDocument(name)
    names = set(package.names())
    for number, part in enumerate(slides, start=1):
        document.begin_part(f"slide {number}")
        _add(document, package.xml(part))
        notes = package.related(part).get("notesSlide")
        if notes in names and notes:
            _add(document, package.xml(notes))
    return document.document()


def _in_order(package: Package) -> list[str]:
    """The parts of the slides in the order in which they are shown; by their numbers where the file says none."""
    found = sorted((int(match["number"]), match[0]) for part in package.names() if (match := _SLIDE.fullmatch(part)))
    parts = [part for _, part in found]
    if _PRESENTATION not in package.names():
        return parts
    targets = package.targets(_PRESENTATION)
    shown = [targets.get(_relation(each)) for each in package.xml(_PRESENTATION).iter() if each.tag.endswith("}sldId")]
    ordered = [part for part in dict.fromkeys(shown) if part in set(parts) and part]
    return ordered or parts


def _relation(element: Element) -> str:
    return next((value for key, value in element.attrib.items() if key.endswith("relationships}id")), "")


def _add(document: WrittenDocument, root: Element) -> None:
    tables = list(root.iter(f"{_DRAWING}tbl"))
    inside = {id(paragraph) for table in tables for paragraph in table.iter(f"{_DRAWING}p")}
    for paragraph in root.iter(f"{_DRAWING}p"):
        if id(paragraph) not in inside:
            document.add_paragraph(_words(paragraph))
    for table in tables:
        document.add_table([_words(cell) for cell in row.iter(f"{_DRAWING}tc")] for row in table.iter(f"{_DRAWING}tr"))


def _words(element: Element) -> str:
    pieces: list[str] = []
    for piece in element.iter():
        if piece.tag in {f"{_DRAWING}r", f"{_DRAWING}fld"}:
            pieces.append(_run(piece, "".join(pieces[-3:])))
        elif piece.tag in {f"{_DRAWING}br", f"{_DRAWING}p"}:
            pieces.append(" ")
    return "".join(pieces)


def _run(run: Element, before: str) -> str:
    """The words of a run; those of a field are the number of the slide or the day."""
    properties = run.find(f"{_DRAWING}rPr")
    look = properties.attrib if properties is not None else {}
    if run.tag == f"{_DRAWING}fld" or look.get("strike", "noStrike") != "noStrike":
        return ""
    words = "".join(text.text or "" for text in run.findall(f"{_DRAWING}t"))
    baseline = look.get("baseline", "0")
    return raised(before, words) if baseline.isdigit() and baseline != "0" else words
