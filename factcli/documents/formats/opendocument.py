"""Read OpenDocument text (.odt): paragraphs, headings, tables and notes; tracked deletions are not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.documents.formats.packed import Package
from factcli.documents.formats.written import WrittenDocument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from factcli.documents.document import Document

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_UNREAD = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}ruby-text"})
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": " "}
_DEEPEST = 200


def parse_opendocument(data: bytes, *, name: str) -> Document:
    """The document in the bytes of an .odt; raises :class:`DocumentError` if it is broken or too large."""
    package = Package(data, name)
    document = WrittenDocument(name)
    body = package.xml("content.xml").find(f".//{_OFFICE}text")
    for element in _blocks(body if body is not None else package.xml("content.xml"), 0):
        if element.tag == f"{_TABLE}table":
            document.add_table([_words(cell) for cell in _cells(row)] for row in element.iter(f"{_TABLE}table-row"))
            continue
        document.add_paragraph(_words(element), is_heading=element.tag == f"{_TEXT}h")
        for note in element.iter(f"{_TEXT}note-body"):
            document.add_paragraph(_words(note))
    return document.document()


def _blocks(element: Element, depth: int) -> Iterator[Element]:
    """The paragraphs, headings and tables, in order."""
    for child in element:
        if child.tag in {f"{_TEXT}p", f"{_TEXT}h", f"{_TABLE}table"}:
            yield child
        elif child.tag not in _UNREAD and depth < _DEEPEST:
            yield from _blocks(child, depth + 1)


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row if cell.tag == f"{_TABLE}table-cell")


def _words(element: Element) -> str:
    """The text of an element, without notes and comments."""
    return "".join(_pieces(element, 0))


def _pieces(element: Element, depth: int) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag not in _UNREAD and depth < _DEEPEST:
            yield from _pieces(child, depth + 1)
            yield "\n" if child.tag in {f"{_TEXT}p", f"{_TEXT}h"} else ""
        yield child.tail or ""
