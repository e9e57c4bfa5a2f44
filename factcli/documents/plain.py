"""Read plain text as a document: paragraphs are what blank lines part, headings the short lines without a full stop."""

from __future__ import annotations

import re

from factcli.documents.document import Document, Paragraph
from factcli.model import Span

_BLANK_LINES = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*+(?:(?:\r\n?|\n)[^\S\r\n]*+)+")
_LONGEST_HEADING = 120
_NO_HEADING_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", '"')


def parse_plain(text: str, *, name: str) -> Document:
    """The document of a plain text: all of it is prose, and offsets are those of the file."""
    blocks = _blocks(text)
    paragraphs: list[Paragraph] = []
    headings: list[Span] = []
    heading = None
    for number, block in enumerate(blocks):
        words = text[block.start : block.end]
        if number < len(blocks) - 1 and _is_heading(words):
            headings.append(block)
            heading = words.lstrip("#•*-\N{EN DASH} \t")
        else:
            paragraphs.append(Paragraph(block, heading))
    return Document(name, text, text, tuple(paragraphs), tuple(headings))


def _blocks(text: str) -> list[Span]:
    """The stretches between blank lines, without the blanks around them."""
    ends = [match.span() for match in _BLANK_LINES.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return [block for start, stop in zip(starts, stops, strict=True) if (block := _stripped(text, start, stop))]


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    return Span(left, start + len(words.rstrip())) if left < end else None


def _is_heading(words: str) -> bool:
    return len(words) <= _LONGEST_HEADING and not re.search(r"[\r\n]", words) and not words.endswith(_NO_HEADING_ENDS)
