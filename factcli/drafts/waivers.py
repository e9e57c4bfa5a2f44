"""Find waivers: comments that suppress findings on their line or the next one.

``<!-- fact-ignore: reason -->`` covers its own line; alone on a line, it covers the next line that is not blank.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents import Document

_WAIVER = re.compile(r"<!--[ \t]{0,99}+fact-ignore(?![\w-])[ \t]{0,99}+(?::(?P<reason>(?:(?!-->)[^\r\n]){0,999}+))?-->")
_BLANKS = re.compile(r"\s*+")
_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}+|~{3,}+)(?P<rest>[^\r\n]*+)", re.MULTILINE)


class Waiver(NamedTuple):
    """A waiver: its span in the source, the number of the line that it covers, and its reason (may be empty)."""

    span: Span
    covered_line: int
    reason: str


def find_waivers(document: Document) -> list[Waiver]:
    """The waivers of a draft in order; one shown as code does not count."""
    matches = list(_WAIVER.finditer(document.source))
    if not matches:
        return []
    fences = list(_fenced(document.source))
    found: list[Waiver] = []
    # From the end, so that in a stack of waivers each knows the line that the next one covers.
    for match in reversed(matches):
        if not _is_code(match, fences):
            below = found[-1] if found else None
            covered_line = _covered_line(document, match.span(), below)
            found.append(Waiver(Span(*match.span()), covered_line, (match["reason"] or "").strip()))
    return found[::-1]


def _covered_line(document: Document, span: tuple[int, int], below: Waiver | None) -> int:
    line = document.source_place(span[0]).line
    if not _stands_alone(document, span, line):
        return line
    waived = document.source_place(below.span.start).line if below else 0
    for following in range(line + 1, document.line_count + 1):
        if below and following == waived and _stands_alone(document, below.span, following):
            return below.covered_line
        if not _is_blank(document, *document.line_span(following)):
            return following
    return line


def _stands_alone(document: Document, span: tuple[int, int], line: int) -> bool:
    start, end = document.line_span(line)
    return _is_blank(document, start, span[0]) and _is_blank(document, span[1], end)


def _is_blank(document: Document, start: int, end: int) -> bool:
    """Whether the span is blank; stops at the first other character."""
    return _BLANKS.fullmatch(document.source, start, end) is not None


def _is_code(match: re.Match[str], fences: list[Span]) -> bool:
    """Whether the comment is between backticks or in a fenced block, and so an example."""
    text, (start, end) = match.string, match.span()
    if text[start - 1 : start] == "`" == text[end : end + 1]:
        return True
    before = bisect_right(fences, start, key=lambda fence: fence.start) - 1
    return before >= 0 and start < fences[before].end


def _fenced(source: str) -> Iterator[Span]:
    """The fenced code blocks (CommonMark 0.31, section 4.5); an unclosed one extends to the end."""
    opening: re.Match[str] | None = None
    for match in _FENCE.finditer(source):
        if opening is None:
            opening = match
        elif match["fence"].startswith(opening["fence"]) and not match["rest"].strip():
            yield Span(opening.start(), match.end())
            opening = None
    if opening is not None:
        yield Span(opening.start(), len(source))
