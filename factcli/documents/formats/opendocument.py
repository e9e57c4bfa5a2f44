"""Read OpenDocument text (.odt): paragraphs, headings, tables, text boxes and notes; tracked deletions are not read."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.formats.packed import DEEPEST, Package
from factcli.documents.formats.written import WrittenDocument
from factcli.documents.raised import raised

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from factcli.documents.document import Document

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_BLOCKS = frozenset({f"{_TEXT}p", f"{_TEXT}h", f"{_TABLE}table"})
# What is not part of the text, or repeats it with the numbers of pages.
_UNREAD = frozenset({
    f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}ruby-text", f"{_TEXT}table-of-content",
    f"{_TEXT}alphabetical-index", f"{_TEXT}illustration-index", f"{_TEXT}table-index", f"{_TEXT}page-number",
    f"{_TEXT}page-count", f"{_TEXT}hidden-text", f"{_TEXT}soft-page-break",
})  # fmt: skip
# What hangs on a paragraph, and is read after it.
_HANGING = frozenset({f"{_TEXT}note", f"{_DRAW}frame", f"{_DRAW}custom-shape", f"{_DRAW}g"})
# References to another place; one without a blank before it is the mark of a note.
_REFERENCES = frozenset({f"{_TEXT}note-ref", f"{_TEXT}bookmark-ref", f"{_TEXT}reference-ref"})
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": " "}
_MOST_COLUMNS = 100
_STYLES = "styles.xml"


class _Look(NamedTuple):
    """What a style of words says: whether they are read, and whether they are raised."""

    is_read: bool = True
    is_raised: bool = False


def parse_opendocument(data: bytes, *, name: str) -> Document:
    """The document in the bytes of an .odt; raises :class:`DocumentError` if it is broken or too large."""
    package = Package(data, name)
    root = package.xml("content.xml")
    body = root.find(f".//{_OFFICE}text")
    reader = _Reader(package, root, WrittenDocument(name))
    try:
        reader.add_blocks(body if body is not None else root)
    except RecursionError as error:
        raise package.invalid() from error
    return reader.written.document()


class _Reader:
    """Writes out the blocks of a text in order."""

    def __init__(self, package: Package, root: Element, written: WrittenDocument) -> None:
        self._package = package
        named = [package.xml(_STYLES)] if _STYLES in package.names() else []
        styles = chain.from_iterable(each.iter(f"{_STYLE}style") for each in [*named, root])
        self._looks = {style.get(f"{_STYLE}name"): _look(style) for style in styles}
        self.written = written

    def add_blocks(self, container: Element, depth: int = 0) -> None:
        """Append the paragraphs, headings and tables in an element, each with what hangs on it after it."""
        if depth > DEEPEST:
            raise self._package.invalid()
        for child in container:
            if child.tag == f"{_TABLE}table":
                self._add_table(child, depth)
            elif child.tag in _BLOCKS:
                hanging: list[Element] = []
                words = self._words(child, hanging)
                self.written.add_paragraph(words, level=_level(child) if child.tag == f"{_TEXT}h" else None)
                for each in hanging:
                    self.add_blocks(each, depth + 1)
            elif child.tag not in _UNREAD and child.tag != f"{_TEXT}note-citation":
                self.add_blocks(child, depth + 1)

    def _add_table(self, table: Element, depth: int) -> None:
        """Append a table, and after it the tables, notes and boxes in its cells."""
        hanging: list[Element] = []
        rows = [[self._cell(cell, hanging) for cell in _cells(row)] for row in self._rows(table, depth)]
        self.written.add_table(rows)
        for each in hanging:
            if each.tag == f"{_TABLE}table":
                self._add_table(each, depth + 1)
            else:
                self.add_blocks(each, depth + 1)

    def _rows(self, table: Element, depth: int) -> Iterator[Element]:
        if depth > DEEPEST:
            raise self._package.invalid()
        for child in table:
            if child.tag == f"{_TABLE}table-row":
                yield child
            elif child.tag in {f"{_TABLE}table-header-rows", f"{_TABLE}table-rows", f"{_TABLE}table-row-group"}:
                yield from self._rows(child, depth + 1)

    def _cell(self, cell: Element | None, hanging: list[Element]) -> str:
        return self._words(cell, hanging) if cell is not None else ""

    def _words(self, element: Element, hanging: list[Element]) -> str:
        pieces: list[str] = []
        self._gather(element, pieces, hanging, 0)
        return "".join(pieces)

    def _gather(self, element: Element, pieces: list[str], hanging: list[Element], depth: int) -> None:
        if depth > DEEPEST:
            raise self._package.invalid()
        pieces.append(element.text or "")
        for child in element:
            if child.tag in _HANGING or child.tag == f"{_TABLE}table":
                hanging.append(child)
            elif child.tag in _SPACES:
                pieces.append(_SPACES[child.tag])
            elif child.tag in _REFERENCES:
                words = "".join(child.itertext())
                pieces.append(words if "".join(pieces)[-1:].isspace() else raised("".join(pieces[-3:]), words))
            elif child.tag not in _UNREAD:
                self._span(child, pieces, hanging, depth + 1)
            pieces.append(child.tail or "")

    def _span(self, element: Element, pieces: list[str], hanging: list[Element], depth: int) -> None:
        look = self._looks.get(element.get(f"{_TEXT}style-name"), _Look())
        words: list[str] = []
        self._gather(element, words, hanging, depth)
        if look.is_raised:
            pieces.append(raised("".join(pieces[-3:]), "".join(words)))
        elif look.is_read:
            pieces += words
        pieces.append("\n" if element.tag in _BLOCKS else "")


def _level(heading: Element) -> int:
    number = heading.get(f"{_TEXT}outline-level", "")
    return int(number) if number.isdecimal() and len(number) == 1 else 0


def _look(style: Element) -> _Look:
    said: dict[str, str] = {}
    for each in style.iter(f"{_STYLE}text-properties"):
        said.update({key.rpartition("}")[2]: value for key, value in each.attrib.items()})
    is_struck = any(said.get(name, "none") != "none" for name in ("text-line-through-style", "text-line-through-type"))
    is_hidden = said.get("display") == "none"
    position = said.get("text-position", "0%").split()[0] if said.get("text-position", "").strip() else "0%"
    is_raised = position == "super" or (position[:1].isdigit() and position != "0%")
    return _Look(not is_struck and not is_hidden, is_raised)


def _cells(row: Element) -> Iterator[Element | None]:
    """The cells of a row, None for one that is covered by another; repeated cells are repeated."""
    for cell in row:
        is_covered = cell.tag == f"{_TABLE}covered-table-cell"
        if is_covered or cell.tag == f"{_TABLE}table-cell":
            number = cell.get(f"{_TABLE}number-columns-repeated", "1")
            times = int(number) if number.isdecimal() and len(number) <= len(str(_MOST_COLUMNS)) else 1
            yield from [None if is_covered else cell] * min(times, _MOST_COLUMNS)
