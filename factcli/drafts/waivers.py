"""Find waivers: comments that suppress findings on their line or the next one.

``<!-- fact-ignore: reason -->`` covers its own line; alone on a line, it covers the next line that is not blank, and
the lines over which the last sentence of that line goes on.  Each format has the comment that its writers use:
``% fact-ignore: reason`` in LaTeX.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.known_formats import has_line_comments, is_binary, waiver_of
from factcli.english.sentences import iter_sentences
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents import Document

_BETWEEN = {
    # The marks around a comment -> the pattern of a waiver in it, which may go over lines; to the end of a line else.
    ("<!--", "-->"): r"<!--\s{0,99}+fact-ignore(?![\w-])\s{0,99}+(?::(?P<reason>(?:(?!-->).){0,999}+))?-->",
    ("{/*", "*/}"): r"\{/\*\s{0,99}+fact-ignore(?![\w-])\s{0,99}+(?::(?P<reason>(?:(?!\*/\}).){0,999}+))?\*/\}",
}
_TO_LINE_END = r"{mark}[ \t]{{0,99}}+fact-ignore(?![\w-])[ \t]{{0,99}}+(?::(?P<reason>[^\r\n]{{0,999}}+))?(?=[\r\n]|$)"
_BLANKS = re.compile(r"[\s>]*+")
# Marks of quotations and list items are not words.
_LEAD = re.compile(r"[\s>]*+(?:[-*+]\s++|\d{1,3}[.)]\s++)?+")
# Such lines are not part of a sentence: headings, rows, commands of LaTeX.
_NO_SENTENCE = re.compile(r"[\s>]*+[#|=\\<]")
_LONGEST_SENTENCE = 4_000
_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}+|~{3,}+)(?P<rest>[^\r\n]*+)", re.MULTILINE)


class Cover(NamedTuple):
    """What a waiver covers: what begins on these lines, by number, before ``end`` of the source."""

    first_line: int
    last_line: int
    end: int


class Waiver(NamedTuple):
    """A waiver: its span in the source, what it covers, and its reason (may be empty)."""

    span: Span
    cover: Cover
    reason: str


def find_waivers(document: Document) -> list[Waiver]:
    """The waivers of a draft in order; one shown as code does not count."""
    matches = list(_pattern(document.name).finditer(document.source))
    if not matches:
        return []
    fences = list(_fenced(document.source))
    found: list[Waiver] = []
    # From the end, so that in a stack of waivers each knows the line that the next one covers.
    for match in reversed(matches):
        if not _is_code(match, fences):
            below = found[-1] if found else None
            cover = _cover(document, match.span(), below)
            found.append(Waiver(Span(*match.span()), cover, " ".join((match["reason"] or "").split())))
    return found[::-1]


@lru_cache(maxsize=64)
def _pattern(name: str) -> re.Pattern[str]:
    """The waivers of the format of a file: in its own comments, and in HTML's where the format has none."""
    begin, _, end = waiver_of(name).partition("{}")
    mark = ("" if has_line_comments(name) else r"^[ \t]{0,99}+") + re.escape(begin.strip())
    pattern = _BETWEEN.get((begin.strip(), end.strip())) or _TO_LINE_END.format(mark=mark)
    return re.compile(pattern, re.IGNORECASE | re.DOTALL | re.MULTILINE)


def _cover(document: Document, span: tuple[int, int], below: Waiver | None) -> Cover:
    line = document.source_place(span[0]).line
    own = Cover(line, line, document.line_span(line).end)
    if not _stands_alone(document, span, line):
        return own
    waived = document.source_place(below.span.start).line if below else 0
    for following in range(line + 1, document.line_count + 1):
        if below and following == waived and _stands_alone(document, below.span, following):
            return below.cover
        if not _is_blank(document, *document.line_span(following)):
            return _with_sentence(document, following)
    return own


def _with_sentence(document: Document, line: int) -> Cover:
    """A line, and those over which its last sentence goes on where lines are broken within sentences."""
    start, end = document.line_span(line)
    if is_binary(document.name) or _NO_SENTENCE.match(document.source, start, end):
        return Cover(line, line, end)
    text = document.source[start : start + _LONGEST_SENTENCE]
    for sentence in iter_sentences(text):
        if start + sentence.end >= end:
            last = document.source_place(start + sentence.end).line
            return Cover(line, last, max(end, start + sentence.end))
    return Cover(line, line, end)


def _stands_alone(document: Document, span: tuple[int, int], line: int) -> bool:
    start, end = document.line_span(line)
    return _LEAD.fullmatch(document.source, start, span[0]) is not None and _is_blank(document, span[1], end)


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
