"""Read plain text: blank lines separate paragraphs; a short line without a full stop is a heading.

A headline may also be the first line of a paragraph, without a blank line after it; one is then put into the prose.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.documents.document import Document, Headings, OffsetMap
from factcli.english.function_words import FUNCTION_WORDS
from factcli.model.facts import Span
from factcli.spans import SpanColumns

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK_LINES = re.compile(r"(?:\r\n?+|\n)[^\S\r\n]*+(?:(?:\r\n?+|\n)[^\S\r\n]*+)+")
_LONGEST_HEADING = 120
# The first line of a paragraph, and the word after it.
_HEADLINE = re.compile(r"(?P<line>\S[^\r\n]{1,99})(?P<end>\r\n|\r|\n)(?=[^\S\r\n]{0,9}[\"“‘«]?[A-ZÀ-Þ])")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]?(?:\s|$)")
_LEAST_LINE = 40
_MOST_WORDS = 14
# A line with a value, "Net debt: £112m", and one with two sentences, as a caption and its credit are.
_VALUE = re.compile(r"[^:\d]{2,60}+: [£$€]?+\d")
_CREDITED = re.compile(r".{20,}?\w{4}[.!?] [(]?[A-Z]")
_NO_HEADING_ENDS = (".", "!", "?", "…", ":", ";", ",", "”", '"')


def parse_plain(source: str, *, name: str, with_headlines: bool = True) -> Document:
    """The document of a plain text: all of it is prose.

    ``with_headlines`` allows a blank line after a headline that has none; without, the prose is the text.
    """
    text, offsets = _with_blank_lines(source) if with_headlines else (source, None)
    paragraphs, headings = SpanColumns(), Headings()
    end = len(text.rstrip())
    for block in _blocks(text):
        words = text[block.start : block.end]
        # The last block is never a heading.
        has_value = (headings or paragraphs) and _VALUE.match(words)
        if block.end < end and _is_heading(words) and not has_value and not _CREDITED.match(words):
            headings.add(block, 0)
        else:
            paragraphs.append(block)
    return Document(name, text, source, paragraphs, headings, offsets)


def _with_blank_lines(source: str) -> tuple[str, OffsetMap | None]:
    """The text with a blank line after each headline, and the map of its places; None where it is the source."""
    ends = [end for block in _blocks(source) if (end := _headline_end(source, block))]
    if not ends:
        return source, None
    offsets, parts, length = OffsetMap(), list[str](), 0
    for start, end in pairwise([0, *ends, len(source)]):
        if start:
            parts.append("\n")
            offsets.add(length, 1, start, 0)
            length += 1
        parts.append(source[start:end])
        offsets.add(length, end - start, start, end - start)
        length += end - start
    return "".join(parts), offsets


def _headline_end(source: str, block: Span) -> int | None:
    """The end of the first line of a paragraph, where it is a headline: far shorter than the sentences after it.

    A line that was wrapped is not: the next word would have had room on it.
    """
    match = _HEADLINE.match(source, block.start, block.end)
    if not match or not _is_headline(match["line"]):
        return None
    rest = source[match.end() : block.end]
    longest = max(map(len, rest.splitlines()))
    has_room = 2 * len(match["line"]) <= longest and longest >= _LEAST_LINE
    return match.end() if has_room and _SENTENCE_END.search(rest) else None


def _is_headline(line: str) -> bool:
    words = line.split()
    is_cut = words[-1].lower() in FUNCTION_WORDS or line.rstrip().endswith((*_NO_HEADING_ENDS, "-"))
    return len(words) <= _MOST_WORDS and not is_cut and line[0] not in "|<>#-*•"


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
