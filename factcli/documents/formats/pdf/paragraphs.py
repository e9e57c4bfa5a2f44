"""Read PDF: its pages paragraph by paragraph and table by table, without running heads and page numbers.

Needs pypdfium2, from the extra ``pdf``.  A page in columns is read in the order in which its maker wrote it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from factcli.documents.document import DocumentError
from factcli.documents.formats.pdf.page_lines import read_page
from factcli.documents.formats.written import WrittenDocument
from factcli.documents.limits import MOST_PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents.document import Document
    from factcli.documents.formats.pdf.page_lines import Rows

_PAGE_NUMBER = re.compile(
    r"\s*+(?:page\s++)?[-–—]?\s*+\d{1,4}\s*+(?:(?:of|/)\s*+\d{1,4}\s*+)?[-–—]?\s*+", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_AT_END = re.compile(r"^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$")
# The first or last line of this many pages is a running head or foot.
_LEAST_REPEATED = 3
_EDGE_LINES = 2
_HYPHENED = re.compile(r"(?<=[a-zà-ÿ])-$")
_ENDS = (".", "!", "?", ":", "…", "”", '"', ")")
# After a short line, this begins something else.
_OPENING = re.compile(r"\s*(?:[A-ZÀ-Þ“\"•▪‣–-]|\d{1,2}[.)])")
_SHORT_SHARE = 0.6


def parse_pdf(data: bytes, *, name: str) -> Document:
    """The document of a PDF; raises :class:`DocumentError` if it is broken, encrypted, without text, or too long.

    Also if pypdfium2 is not installed.
    """
    pages = _pages(data, name)
    if not any(isinstance(line, list) or line.strip() for page in pages for line in page):
        raise DocumentError(name, "has no text; it may be a scan", hint="run text recognition (OCR) on it first")
    document = WrittenDocument(name)
    running = _running_lines(pages)
    for number, page in enumerate(pages, start=1):
        document.begin_part(f"page {number}")
        _add_page(document, [line for line in page if isinstance(line, list) or not _is_running(line, running)])
    return document.document()


def _add_page(document: WrittenDocument, page: list[str | Rows]) -> None:
    """Append the paragraphs and tables of a page."""
    least = _SHORT_SHARE * _usual_length([line for line in page if isinstance(line, str)])
    lines: list[str] = []
    for line in [*page, []]:
        if isinstance(line, str):
            lines.append(line)
            continue
        for paragraph in _paragraphs(lines, least):
            document.add_paragraph(paragraph)
        document.add_table(line)
        lines = []


def _pages(data: bytes, name: str) -> list[list[str | Rows]]:
    """The lines and tables of each page."""
    try:
        import pypdfium2
    except ImportError as error:
        hint = "install it with: pip install 'factcli[pdf]'"
        raise DocumentError(name, "reading .pdf needs pypdfium2", hint=hint) from error
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower()
        what = "is encrypted" if is_locked else "not a valid PDF"
        hint = "save it without a password" if is_locked else "save or download it again"
        raise DocumentError(name, what, hint=hint) from error
    with file:
        if len(file) > MOST_PAGES:
            raise DocumentError(name, f"has more than {MOST_PAGES:,} pages", hint="split it into several files")
        return [read_page(page.get_textpage()) for page in file]


def _running_lines(pages: list[list[str | Rows]]) -> set[str]:
    """The lines at the edges of pages that come again and again, whatever number is in them.

    Those of a chapter come on few pages; the number of the page in them tells them from other lines.
    """
    seen: Counter[str] = Counter()
    counting: Counter[tuple[str, int]] = Counter()
    for number, page in enumerate(pages):
        lines = [line for line in page if isinstance(line, str) and line.strip()]
        edges = {line.strip() for line in lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]}
        seen.update({_pattern(line) for line in edges})
        counting.update(
            {(_pattern(line), int(found[0]) - number) for line in edges for found in _AT_END.finditer(line)}
        )
    return {
        *(line for line, times in seen.items() if times >= _LEAST_REPEATED and 2 * times >= len(pages) / 2),
        *(line for (line, _), times in counting.items() if times >= _LEAST_REPEATED),
    }


def _pattern(line: str) -> str:
    return _DIGITS.sub("#", line.strip())


def _is_running(line: str, running: set[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line)) or _pattern(line) in running


def _paragraphs(lines: list[str], least: float) -> Iterator[str]:
    """Lines joined to paragraphs: one ends at an empty line, or at the end of a sentence or heading in a short line.

    A line of at least ``least`` letters is not short.
    """
    words = ""
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        words = _joined(words, line.strip())
        is_end = line.rstrip().endswith(_ENDS) or _OPENING.match(following) is not None
        if not line.strip() or (is_end and len(line.strip()) < least):
            yield words
            words = ""
    yield words


def _usual_length(lines: list[str]) -> int:
    """The length of a full line of the page: four of five are not longer."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    return lengths[len(lengths) * 4 // 5] if lengths else 0


def _joined(words: str, line: str) -> str:
    """The next line after words; a word that is broken over both is rejoined."""
    if _HYPHENED.search(words) and line[:1].islower():
        return words[:-1] + line
    return f"{words} {line}" if words and line else words or line
