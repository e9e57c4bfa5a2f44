"""Waivers in a draft: a comment that takes responsibility for what its line, or the next one, says.

``<!-- fact-ignore: reason -->`` covers the line that it stands on; alone on its line, the next line that is not blank.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents import Document

_WAIVER = re.compile(r"<!--[ \t]{0,99}+fact-ignore(?![\w-])[ \t]{0,99}+(?::(?P<reason>(?:(?!-->)[^\r\n]){0,999}+))?-->")
_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}+|~{3,}+)(?P<rest>[^\r\n]*+)", re.MULTILINE)


class Waiver(NamedTuple):
    """A waiver: its place in the source, the number of the line that it covers, and its reason (may be empty)."""

    span: Span
    covered_line: int
    reason: str


def find_waivers(document: Document) -> list[Waiver]:
    """The waivers of a draft in order; what is shown as code is none."""
    matches = list(_WAIVER.finditer(document.source))
    if not matches:
        return []
    fences = list(_fenced(document.source))
    found: list[Waiver] = []
    # From the end, so that of several waivers above one another each knows what the next one covers.
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
        if _words(document, following):
            return following
    return line


def _stands_alone(document: Document, span: tuple[int, int], line: int) -> bool:
    return _words(document, line) == document.source[slice(*span)]


def _words(document: Document, line: int) -> str:
    return document.source[slice(*document.line_span(line))].strip()


def _is_code(match: re.Match[str], fences: list[Span]) -> bool:
    """Whether the comment stands between backticks or in a fenced block: it is shown, not meant."""
    text, (start, end) = match.string, match.span()
    if text[start - 1 : start] == "`" == text[end : end + 1]:
        return True
    return any(fence.start <= start < fence.end for fence in fences)


def _fenced(source: str) -> Iterator[Span]:
    """The fenced code blocks (CommonMark 0.31, section 4.5); one that is never closed reaches to the end."""
    opening: re.Match[str] | None = None
    for match in _FENCE.finditer(source):
        if opening is None:
            opening = match
        elif match["fence"].startswith(opening["fence"]) and not match["rest"].strip():
            yield Span(opening.start(), match.end())
            opening = None
    if opening is not None:
        yield Span(opening.start(), len(source))
