"""Read a Word document (.docx): each paragraph and each table row becomes a line.

Needs python-docx, from the extra ``docx``.  Footnotes, comments and text boxes are not read.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from factcli.documents.document import Document, DocumentError, OffsetMap, Paragraph
from factcli.documents.limits import LARGEST_FILE
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.table import _Row

LARGEST_CONTENT = 32 * 1024 * 1024
"""The maximum size of the unpacked XML in bytes; pictures are not unpacked."""
MOST_MARKS = 600_000
"""The maximum number of tags and attributes: each takes a few hundred bytes of memory; a book has a fifth of it."""
MOST_PARTS = 5_000
_PIECE = 256 * 1024
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BEFORE_XML = b"\xef\xbb\xbf \t\r\n"
_ENCODING = re.compile(rb"[^>]{1,100}?\bencoding\s{0,9}=\s{0,9}[\"']([\w.-]{1,40})")
_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252")
_HEADINGS = ("Heading", "Title")


def parse_docx(data: bytes, *, name: str) -> Document:
    """The document in the bytes of a .docx; line numbers count its paragraphs.

    Raises :class:`DocumentError` if it is broken, if it exceeds ``LARGEST_CONTENT``, ``MOST_MARKS`` or ``MOST_PARTS``,
    or if python-docx is not installed.
    """
    lines = list(_lines(_opened(data, name)))
    offsets = OffsetMap()
    parts: list[str] = []
    blocks: list[tuple[Span, bool]] = []
    length = source = 0
    for words, is_heading in lines:
        if words.strip():
            if parts:
                parts.append("\n\n")
                offsets.add(length, 2, source, 0)
                length += 2
            offsets.add(length, len(words), source, len(words))
            parts.append(words)
            blocks.append((Span(length, length + len(words)), is_heading))
            length += len(words)
        source += len(words) + 1
    if source > LARGEST_FILE:
        raise _too_large(name, f"contains more than {LARGEST_FILE // 1024**2} MiB of text")
    text, file_text = "".join(parts), "\n".join(words for words, _ in lines)
    paragraphs = tuple(_under_headings(text, blocks))
    headings = tuple(span for span, is_heading in blocks if is_heading)
    return Document(name, text, file_text, paragraphs, headings, offsets)


def _under_headings(text: str, blocks: list[tuple[Span, bool]]) -> Iterator[Paragraph]:
    heading = None
    for span, is_heading in blocks:
        if is_heading:
            heading = text[span.start : span.end].strip()
        else:
            yield Paragraph(span, heading)


def _opened(data: bytes, name: str) -> WordDocument:
    try:
        import docx
    except ImportError as error:
        hint = "install it with: pip install 'factcli[docx]'"
        raise DocumentError(name, "reading .docx needs python-docx", hint=hint) from error
    try:
        return docx.Document(_only_texts(data, name))
    except DocumentError:
        raise
    # zipfile, lxml and python-docx each raise their own exceptions for a broken file.
    except Exception as error:
        raise DocumentError(name, "not a valid .docx", hint="save it again as .docx") from error


def _only_texts(data: bytes, name: str) -> io.BytesIO:
    """A copy of the .docx with empty pictures, and with the size of its XML checked before it is parsed."""
    texts = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(texts, "w") as unpacked:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS:
            raise _too_large(name, f"has more than {MOST_PARTS:,} parts")
        if sum(part.file_size for part in parts if _is_text(part)) > LARGEST_CONTENT:
            raise _too_large(name, f"unpacks to more than {LARGEST_CONTENT // 1024**2} MiB of text")
        marks = 0
        for part in parts:
            with unpacked.open(part.filename, "w") as file:
                for piece in _pieces(packed, part):
                    marks += piece.count(b"<") + piece.count(b"=")
                    if marks > MOST_MARKS:
                        raise _too_large(name, f"has more than {MOST_MARKS:,} tags and attributes")
                    file.write(piece)
    return texts


def _is_text(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels"))


def _pieces(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of a part, if it is XML; zipfile reads no more than the size in the directory of the archive."""
    if not _is_text(part):
        return
    if part.compress_type not in _PACKINGS:
        raise zipfile.BadZipFile(part.filename)
    with packed.open(part) as file:
        head = file.read(_PIECE)
        # In other encodings tags cannot be counted, and an entity can expand to any number of them.
        encoding = _ENCODING.match(head)
        if not head.lstrip(_BEFORE_XML).startswith(b"<") or (encoding and encoding[1].lower() not in _ENCODINGS):
            raise zipfile.BadZipFile(part.filename)
        for piece in chain((head,), iter(partial(file.read, _PIECE), b"")):
            if b"<!DOCTYPE" in piece:
                raise zipfile.BadZipFile(part.filename)
            yield piece


def _too_large(name: str, what: str) -> DocumentError:
    return DocumentError(name, what, hint="split it into several files")


def _lines(document: WordDocument) -> Iterator[tuple[str, bool]]:
    """Each paragraph on one line, and whether it is a heading; a table row as its cells separated by tabs."""
    from docx.table import Table

    headings = {style.style_id for style in document.styles if (style.name or "").startswith(_HEADINGS)}
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from ((_cells(row), False) for row in block.rows)
        else:
            yield _one_line(block.text), block._p.style in headings  # noqa: SLF001 - style ids are faster than names


def _cells(row: _Row) -> str:
    """The cells of a row, each once, regardless of the columns and rows that it spans."""
    from docx.table import _Cell

    return "\t".join(_one_line(_Cell(cell, row.table).text) for cell in row._tr.tc_lst)  # noqa: SLF001


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")
