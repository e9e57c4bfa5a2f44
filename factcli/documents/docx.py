"""Read a Word document (.docx) as a document: a paragraph is a line, a row of a table too.

Needs python-docx, which the extra ``docx`` brings.  Footnotes, comments and text boxes are not read.
"""

from __future__ import annotations

import io
import zipfile

from factcli.documents.document import Document, DocumentError, OffsetMap, Paragraph
from factcli.model import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument

LARGEST_CONTENT = 256 * 1024 * 1024
"""The bytes that the parts of a .docx may have when unpacked: more is a bomb, or nothing but pictures."""
_LARGEST_TEXT_PART = 64 * 1024 * 1024
_HEADINGS = ("Heading", "Title")


def parse_docx(data: bytes, *, name: str) -> Document:
    """The document in the bytes of a .docx; line numbers count its paragraphs.

    Raises :class:`DocumentError` where it is broken or unpacks to more than ``LARGEST_CONTENT`` bytes, or where
    python-docx is missing.
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
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive, name)
        return docx.Document(io.BytesIO(data))
    except DocumentError:
        raise
    # zipfile, lxml and python-docx each raise their own for a broken file.
    except Exception as error:
        raise DocumentError(name, "is no .docx that can be read", hint="save it again as .docx") from error


def _check_size(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    largest = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if sum(part.file_size for part in parts) > LARGEST_CONTENT or largest > _LARGEST_TEXT_PART:
        what = f"unpacks to more than {LARGEST_CONTENT // 1024**2} MiB, or {_LARGEST_TEXT_PART // 1024**2} MiB of text"
        raise DocumentError(name, what, hint="split it into several files")


def _lines(document: WordDocument) -> Iterator[tuple[str, bool]]:
    """Each paragraph on one line, and whether it is a heading; a row of a table as its cells between tabs."""
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (("\t".join(_one_line(cell.text) for cell in row.cells), False) for row in block.rows)
        else:
            style = block.style.name if block.style is not None else None
            yield _one_line(block.text), (style or "").startswith(_HEADINGS)


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")
