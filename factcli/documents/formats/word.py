"""Read a Word document (.docx): each paragraph and each row of a table becomes a line.

Tracked changes are read as accepted.  Footnotes, endnotes and text boxes are read after the paragraph that they hang
on.  Comments, headers and footers are not read.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.document import Document, DocumentError, Headings, OffsetMap
from factcli.documents.formats.packed import DEEPEST, Package
from factcli.documents.formats.word_styles import (
    PLAIN,
    attribute,
    child,
    level_of,
    local,
    read_styles,
    value,
)
from factcli.documents.formats.word_text import TextReader, Words
from factcli.documents.limits import LARGEST_FILE
from factcli.model.facts import Span
from factcli.spans import SpanColumns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from factcli.documents.formats.word_styles import Style

_BLOCKS = frozenset({"p", "tbl"})
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"})
_GONE = frozenset({"del", "moveFrom"})
# Word has no more columns.
_MOST_COLUMNS = 63


class WordLine(NamedTuple):
    """A line: a paragraph, a heading with its level, or a row of the table with this number."""

    words: str
    level: int | None = None
    table: int = 0


def parse_docx(data: bytes, *, name: str) -> Document:
    """The document in the bytes of a .docx; line numbers count its paragraphs and rows.

    Raises :class:`DocumentError` if it is broken, or exceeds a limit of :mod:`factcli.documents.formats.packed`.
    """
    package = Package(data, name)
    try:
        lines = list(_Reader(package).lines())
    except RecursionError as error:
        raise package.invalid() from error
    if sum(len(line.words) + 1 for line in lines) > LARGEST_FILE:
        what = f"contains more than {LARGEST_FILE // 1024**2} MiB of text"
        raise DocumentError(name, what, hint="split it into several files")
    return _document(name, lines)


class _Reader:
    """Reads the parts of a package that have text."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.related("").get("officeDocument", "word/document.xml")
        self._related = package.related(self._main)
        self._styles = read_styles(self._part("styles"))
        self._notes: dict[str, dict[str, Element]] = {}
        self._tables = count(1)
        self._depth = 0

    def lines(self) -> Iterator[WordLine]:
        """The lines of the body, each with those of its notes and text boxes after it."""
        body = child(self._package.xml(self._main), "body")
        if body is None:
            raise self._package.invalid()
        return self._blocks(body)

    def _part(self, kind: str) -> Element | None:
        path = self._related.get(kind)
        return self._package.xml(path) if path in self._package.names() and path else None

    def _blocks(self, container: Element) -> Iterator[WordLine]:
        """The lines of the paragraphs and tables in an element."""
        if self._depth > DEEPEST // 4:
            raise self._package.invalid()
        self._depth += 1
        reader = TextReader(self._styles, self._package.invalid)
        carried: list[Words] = []
        for block in self._inside(container, _BLOCKS):
            if local(block) == "tbl":
                yield from self._table(block)
                continue
            properties = child(block, "pPr")
            style = self._styles.get(value(properties, "pStyle") or "", PLAIN)
            carried.append(reader.read(block, style))
            if not _is_mark_deleted(properties):
                yield from self._paragraph(_joined(carried), properties, style)
                carried.clear()
        yield from self._paragraph(_joined(carried), None, PLAIN) if carried else ()
        self._depth -= 1

    def _paragraph(self, words: Words, properties: Element | None, style: Style) -> Iterator[WordLine]:
        own = level_of(properties)
        yield WordLine("" if style.is_listing else words.text, style.level if own is None else own)
        for kind, number in words.notes:
            note = self._notes_of(kind).pop(number, None)
            yield from self._blocks(note) if note is not None else ()
        for box in words.boxes:
            yield from self._blocks(box)

    def _notes_of(self, kind: str) -> dict[str, Element]:
        """The footnotes or endnotes by id; each is read once."""
        if kind not in self._notes:
            notes = self._part(f"{kind}s")
            found = notes if notes is not None else ()
            self._notes[kind] = {attribute(each, "id") or "": each for each in found if local(each) == kind}
        return self._notes[kind]

    def _table(self, table: Element) -> Iterator[WordLine]:
        rows = [self._cells(row) for row in self._inside(table, {"tr"}) if not _is_gone(child(row, "trPr"))]
        if all(len(row) <= 1 for row in rows):
            # A box around paragraphs.
            for cell in (cell for row in rows for cell in row if cell is not None):
                yield from self._blocks(cell)
            return
        number, inner = next(self._tables), list[WordLine]()
        for row in rows:
            yield WordLine(self._row(row, inner), table=number)
        yield from inner

    def _cells(self, row: Element) -> list[Element | None]:
        """The cells of a row; None for each column that is left out, or is covered by the cell before it."""
        cells: list[Element | None] = [None] * _columns(child(row, "trPr"), "gridBefore")
        for cell in self._inside(row, {"tc"}):
            properties = child(cell, "tcPr")
            if child(properties, "cellDel") is None:
                cells += [cell, *[None] * (_columns(properties, "gridSpan") - 1)]
        return cells

    def _row(self, cells: list[Element | None], inner: list[WordLine]) -> str:
        """A row as ``| cell | cell |``; the lines of tables in its cells are added to ``inner``."""
        printed = []
        for cell in cells:
            lines = list(self._blocks(cell)) if cell is not None else []
            inner += [line for line in lines if line.table]
            words = " ".join(line.words for line in lines if not line.table)
            printed.append(" ".join(words.replace("|", "/").split()))
        return f"| {' | '.join(printed)} |" if any(printed) else ""

    def _inside(self, element: Element, wanted: frozenset[str] | set[str], depth: int = 0) -> Iterator[Element]:
        """The elements with a wanted name, also within controls and tracked insertions, but not within each other."""
        if depth > DEEPEST:
            raise self._package.invalid()
        for each in element:
            name = local(each)
            if name in wanted:
                yield each
            elif name in _WRAPPERS:
                yield from self._inside(each, wanted, depth + 1)


def _joined(parts: list[Words]) -> Words:
    text = "".join(part.text for part in parts)
    return Words(text, [note for part in parts for note in part.notes], [box for part in parts for box in part.boxes])


def _is_mark_deleted(properties: Element | None) -> bool:
    """Whether the end of a paragraph is deleted or moved away, so that the next one goes on with it."""
    return _is_gone(child(properties, "rPr"))


def _is_gone(properties: Element | None) -> bool:
    return any(local(each) in _GONE for each in properties) if properties is not None else False


def _columns(properties: Element | None, name: str) -> int:
    """How many columns a property gives; 0 for none, or for what is not a number of columns."""
    number = value(properties, name) or ""
    columns = int(number) if number.isdecimal() and len(number) <= len(str(_MOST_COLUMNS)) else 0
    return columns if columns <= _MOST_COLUMNS else 0


def _document(name: str, lines: list[WordLine]) -> Document:
    """The document whose file has these lines; the rows of a table are one paragraph."""
    offsets, paragraphs, headings = OffsetMap(), SpanColumns(), Headings()
    parts: list[str] = []
    length = source = begin = 0
    kept = [(number, line) for number, line in enumerate(lines) if line.words.strip()]
    starts = list(_starts(lines))
    for (number, line), following in zip(kept, [*(line for _, line in kept[1:]), None], strict=False):
        source = starts[number]
        offsets.add(length, len(line.words), source, len(line.words))
        parts.append(line.words)
        length += len(line.words)
        is_row_before = following is not None and line.table > 0 and following.table == line.table
        if not is_row_before:
            span = Span(begin, length)
            if line.level is not None:
                headings.add(span, line.level)
            else:
                paragraphs.append(span)
        if following is not None:
            gap = "\n" if is_row_before else "\n\n"
            offsets.add(length, len(gap), source + len(line.words), 0)
            parts.append(gap)
            length += len(gap)
            begin = begin if is_row_before else length
    return Document(name, "".join(parts), "\n".join(line.words for line in lines), paragraphs, headings, offsets)


def _starts(lines: Iterable[WordLine]) -> Iterator[int]:
    start = 0
    for line in lines:
        yield start
        start += len(line.words) + 1
