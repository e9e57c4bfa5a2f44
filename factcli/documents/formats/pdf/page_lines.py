"""The lines of a page of a PDF in the order of reading: what PDFium gives comes in; lines and tables go out.

Superscripts are read as powers, or left out where they are marks of notes; lines from right to left are turned.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from factcli.documents.formats.pdf.characters import LINE_END_HYPHENS, PageCharacters
from factcli.documents.formats.pdf.marks import Superscript, find_superscripts
from factcli.documents.formats.pdf.page_tables import find_page_tables
from factcli.documents.right_to_left import Placed, has_right_to_left, read_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfTextPage

    from factcli.spans import Span

Rows = list[list[str]]
"""A table: the words of each cell of each row."""

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_BROKEN = re.compile(rf"[{LINE_END_HYPHENS}](?:\r\n?|\n)?(?P<next>\w?)")
# Where the lines of a turned table run into each other.
_GLUED = re.compile(r"\d[A-Z][a-z]{2}|[a-z]{3}\d{2}")


def read_page(page: PdfTextPage) -> list[str | Rows]:
    """The lines and tables of a page, in the order in which its maker wrote them."""
    text: str = page.get_text_bounded()
    if has_right_to_left(text):
        return [*_split("\n".join(read_line(line) or _as_stored(line) for line in _placed(page)))]
    characters = PageCharacters(page, text)
    if any(characters.is_turned(glued.start()) for glued in _GLUED.finditer(text)):
        return [*_split("\n".join(_as_stored(part) for line in _placed(page) for part in _level(line)))]
    marks = list(find_superscripts(text, characters))
    lines, place = list[str | Rows](), 0
    for table in find_page_tables(text, characters):
        lines += _split(_printed(text, marks, place, table.span.start))
        lines.append([[_cell(text, marks, cell) for cell in row] for row in table.rows])
        place = table.span.end
    return [*lines, *_split(_printed(text, marks, place, len(text)))]


def _cell(text: str, marks: list[Superscript], words: list[Span]) -> str:
    return _clean(" ".join(_printed(text, marks, *word) for word in words))


def _printed(text: str, marks: list[Superscript], start: int, end: int) -> str:
    """A stretch of the text of a page with what its superscripts are read as."""
    parts = []
    number = bisect_left(marks, (start,))
    while number < len(marks) and marks[number].start < end:
        parts += [text[start : marks[number].start], marks[number].printed]
        start = marks[number].end
        number += 1
    return "".join([*parts, text[start:end]])


def _as_stored(line: list[Placed]) -> str:
    return "".join(each.character for each in line)


def _level(line: list[Placed]) -> Iterator[list[Placed]]:
    """The lines in what PDFium takes for one: those of turned text follow each other without a break."""
    start, before = 0, None
    for number, each in enumerate(line):
        if each.right <= each.left or each.top <= each.bottom:
            continue  # a blank that PDFium adds has no place
        if before and not each.is_level_with(before):
            yield line[start:number]
            start = number
        before = each
    yield line[start:]


def _placed(page: PdfTextPage) -> Iterator[list[Placed]]:
    """The lines of a page, as PDFium parts them."""
    from pypdfium2.raw import FPDFText_GetUnicode

    line: list[Placed] = []
    for number in range(page.count_chars()):
        left, bottom, right, top = page.get_charbox(number, loose=True)
        character = chr(FPDFText_GetUnicode(page, number))
        if character == "\n":
            yield line
            line = []
        elif character != "\r":
            line.append(Placed(character, left, right, bottom, top))
    yield line


def _split(text: str) -> list[str]:
    return _clean(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _clean(text: str) -> str:
    """The text without ligatures, and with words joined that are broken over two lines."""
    text = _BROKEN.sub(lambda broken: broken["next"] if broken["next"].islower() else f"-{broken['next']}", text)
    return text.translate(_LIGATURES)
