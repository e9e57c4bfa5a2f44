"""Read Markdown as a document: its prose without front matter, code, markup, link targets, HTML tags and comments.

markdown-it-py parses the blocks (CommonMark, with tables).  It has no offsets within a line, so inline markup is found
by :mod:`factcli.documents.inline`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt

from factcli.documents.document import LINE_END, Document, OffsetMap, Paragraph
from factcli.documents.inline import find_markup
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*+(?:\r\n?|\n)")
_DEFINITION = re.compile(r"\[[^\^\]][^\]]{0,300}+\]:\s")
_NO_PROSE_ELEMENTS = re.compile(r"\s{0,3}<(?:script|style|pre|code|textarea|svg|!doctype|\?)", re.IGNORECASE)
_DEEPEST = 20


class _Line(NamedTuple):
    """A line of a block without block markup: its start in the source and its words."""

    start: int
    words: str


def parse_markdown(text: str, *, name: str) -> Document:
    """The document of a Markdown text; any text is valid."""
    prose = _Prose(text)
    for kind, lines in _blocks(text):
        prose.add(lines, is_heading=kind == "heading")
    return prose.document(name)


class _Prose:
    """Collects the prose of each block, with the map to the source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._length = 0
        self._offsets = OffsetMap()
        self._paragraphs: list[Paragraph] = []
        self._headings: list[Span] = []
        self._heading: str | None = None

    def add(self, lines: list[_Line], *, is_heading: bool) -> None:
        """Append a block, separated by a blank line from the previous one."""
        if self._length and self._parts[-1] != "\n\n":
            self._put("\n\n", lines[0].start, 0)
        start, first_part = self._length, len(self._parts)
        self._add_lines(lines)
        words = "".join(self._parts[first_part:])
        if not words.strip():
            return
        span = Span(start + len(words) - len(words.lstrip()), self._length - len(words) + len(words.rstrip()))
        if is_heading:
            self._headings.append(span)
            self._heading = " ".join(words.split())
        else:
            self._paragraphs.append(Paragraph(span, self._heading))

    def document(self, name: str) -> Document:
        text = "".join(self._parts)
        return Document(name, text, self._source, tuple(self._paragraphs), tuple(self._headings), self._offsets)

    def _add_lines(self, lines: list[_Line]) -> None:
        content = "\n".join(line.words for line in lines)
        starts, place = [], 0
        for line in lines:
            starts.append(place)
            place += len(line.words) + 1
        kept = 0
        number = 0
        for cut in [*find_markup(content), None]:
            end = cut.start if cut else len(content)
            number = self._keep(lines, starts, number, kept, end)
            if cut is None:
                break
            if cut.instead:
                number = _line_at(starts, number, cut.start)
                self._put(cut.instead, lines[number].start + cut.start - starts[number], cut.end - cut.start)
            kept = max(kept, cut.end)

    def _keep(self, lines: list[_Line], starts: list[int], number: int, start: int, end: int) -> int:
        """Append a span of the joined lines; returns the number of the line in which it ends."""
        while start < end:
            number = _line_at(starts, number, start)
            line, shift = lines[number], start - starts[number]
            if shift == len(line.words):
                self._break_line(line, lines[number + 1])
                start += 1
                continue
            stop = min(len(line.words), end - starts[number])
            self._put(line.words[shift:stop], line.start + shift, stop - shift)
            start = starts[number] + stop
        return number

    def _break_line(self, line: _Line, following: _Line) -> None:
        end = line.start + len(line.words)
        length = following.start - end
        self._put(self._source[end] if length == 1 else "\n", end, length)

    def _put(self, words: str, source: int, source_length: int) -> None:
        self._offsets.add(self._length, len(words), source, source_length)
        self._parts.append(words)
        self._length += len(words)


def _line_at(starts: list[int], number: int, place: int) -> int:
    while number + 1 < len(starts) and starts[number + 1] <= place:
        number += 1
    return number


def _blocks(text: str) -> Iterator[tuple[str, list[_Line]]]:
    """The blocks with prose: their kind (heading, paragraph) and their lines."""
    body = _body_start(text)
    starts = [body, *(match.end() for match in LINE_END.finditer(text, body))]
    ends = [*(match.start() for match in LINE_END.finditer(text, body)), len(text)]
    source = [_Line(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]
    kind = "paragraph"
    for token in _parser().parse(text[body:]):
        if token.type.endswith("_open"):
            kind = token.type.removesuffix("_open")
        lines = list(_prose_lines(token, kind, source))
        if lines:
            yield kind, lines


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").disable("reference")
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.options["maxNesting"] = _DEEPEST
    return parser


def _body_start(text: str) -> int:
    """The offset of the text after its front matter (YAML between ---, TOML between +++)."""
    opening = _FRONT_MATTER.match(text)
    if not opening:
        return 0
    closing = re.compile(rf"^{re.escape(opening['fence'])}[ \t]*+(?:\r\n?|\n|\Z)", re.MULTILINE)
    match = closing.search(text, opening.end())
    return match.end() if match else 0


def _prose_lines(token: Token, kind: str, source: list[_Line]) -> Iterator[_Line]:
    if token.map is None:
        return
    rows = source[token.map[0] : token.map[1]]
    if token.type == "html_block" and _holds_prose(token.content):
        yield from rows
    elif token.type == "tr_open":
        yield from (_located(row, row.words.strip().strip("|")) for row in rows)
    elif token.type == "inline" and kind not in {"th", "td"}:
        located = (_located(row, words) for row, words in zip(rows, token.content.split("\n"), strict=False))
        yield from (line for line in located if not _DEFINITION.match(line.words))


def _holds_prose(block: str) -> bool:
    is_open_comment = block.lstrip().startswith("<!--") and "-->" not in block
    return not is_open_comment and not _NO_PROSE_ELEMENTS.match(block)


def _located(row: _Line, words: str) -> _Line:
    """The words of a source line, with their place in it."""
    words = words.strip()
    return _Line(row.start + max(row.words.rfind(words), 0), words)
