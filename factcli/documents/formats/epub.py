"""Read electronic books (.epub): the chapters in the order of reading, each as HTML."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from factcli.documents.formats.html import parse_html
from factcli.documents.formats.packed import Package
from factcli.documents.formats.written import WrittenDocument
from factcli.documents.pipe_tables import cells_of_row

if TYPE_CHECKING:
    from factcli.documents.document import Document

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_PACKAGE = "{http://www.idpf.org/2007/opf}"


def parse_epub(data: bytes, *, name: str) -> Document:
    """The document in the bytes of an .epub; raises :class:`DocumentError` if it is broken or too large."""
    package = Package(data, name)
    document = WrittenDocument(name)
    sheets = (name for name in package.names() if name.lower().endswith(".css"))
    styles = "\n".join(package.read(sheet).decode("utf-8", "replace") for sheet in sheets)
    for number, part in enumerate(_chapters(package), start=1):
        document.begin_part(f"chapter {number}")
        chapter = parse_html(package.read(part).decode("utf-8", "replace"), name=part, style_sheet=styles)
        levels = {heading.span: heading.level for heading in chapter.headings}
        for span in sorted([*levels, *chapter.paragraphs]):
            words = chapter.text[span.start : span.end]
            if words.startswith("|"):
                document.add_table([cell.text for cell in cells_of_row(row, 0, len(row))] for row in words.split("\n"))
            else:
                document.add_paragraph(words, level=levels.get(span))
    return document.document()


def _chapters(package: Package) -> list[str]:
    rootfile = package.xml("META-INF/container.xml").find(f".//{_CONTAINER}rootfile")
    if rootfile is None:
        raise package.invalid()
    path = rootfile.get("full-path", "")
    root = package.xml(path)
    items = {item.get("id"): item.get("href", "") for item in root.iter(f"{_PACKAGE}item")}
    order = [items.get(itemref.get("idref")) for itemref in root.iter(f"{_PACKAGE}itemref")]
    folder = posixpath.dirname(path)
    return [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in order if href]
