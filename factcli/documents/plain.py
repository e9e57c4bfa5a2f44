"""Read plain text: blank lines separate paragraphs; a short line without a full stop is a heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.documents.document import Document, Paragraphs, Spans
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK_LINES = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*+(?:(?:\r\n?|\n)[^\S\r\n]*+)+")
_LONGEST_HEADING = 120
_NO_HEADING_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", '"')


def parse_plain(text: str, *, name: str) -> Document:
    """The document of a plain text: all of it is prose, and offsets are those of the file."""
    paragraphs, headings = Paragraphs(), Spans()
    heading = None
    end = len(text.rstrip())
    for block in _blocks(text):
        words = text[block.start : block.end]
        # The last block is never a heading.
        if block.end < end and _is_heading(words):
            headings.add(block)
            heading = words.lstrip("#•*-\N{EN DASH} \t")
        else:
            paragraphs.add(block, heading)
    return Document(name, text, text, paragraphs, headings)


def _blocks(text: str) -> Iterator[Span]:
    """The blocks between blank lines, without surrounding whitespace."""
    start = 0
    for match in _BLANK_LINES.finditer(text):
        yield from _stripped(text, start, match.start())
        start = match.end()
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    if left < end:
        yield Span(left, start + len(words.rstrip()))


def _is_heading(words: str) -> bool:
    return len(words) <= _LONGEST_HEADING and not re.search(r"[\r\n]", words) and not words.endswith(_NO_HEADING_ENDS)
