"""Read Markdown as a document: its prose without front matter, code, markup, link targets, HTML tags and comments.

markdown-it-py parses the blocks (CommonMark, with tables).  It has no offsets within a line, so inline markup is found
by :mod:`factcli.documents.inline`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt

from factcli.documents.dialects import is_title
from factcli.documents.document import Document, Headings, OffsetMap
from factcli.documents.inline import find_markup
from factcli.documents.markdown_lines import MarkdownLine, MarkdownLines
from factcli.documents.masking import masked
from factcli.model.facts import Span
from factcli.spans import SpanColumns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*+(?:\r\n?|\n)")
_DEFINITION = re.compile(r"\[[^\^\]][^\]]{0,300}+\]:\s")
_ROW_HEAD = re.compile(r"^[\s>]*+")
_NO_PROSE_ELEMENTS = re.compile(r"\s{0,3}<(?:script|style|pre|code|textarea|svg|!doctype|\?)", re.IGNORECASE)
_DEEPEST = 20
_LINES_AT_ONCE = 2_000
_PARTS_AT_ONCE = 4_000
# The head of a table is a row and the line that says how its columns are aligned.
_HEAD_LINES = 2
# A paragraph of more lines is not prose, and is cut.
_LONGEST_PARAGRAPH = 64_000
# The kinds of blocks besides those of the parser: the first row of a table, and one after another.
_ROW, _NEXT_ROW = "row", "next row"
# The kinds of the headings, by the tags that the parser gives them.
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]
# A line that begins no other block than a paragraph.
_WORDS = re.compile(r" {0,3}(?![0-9]{1,9}[.)])\w[^|]*\Z")
# The index of the token at which a piece ends, None within one; and what is to be read next.
_Cut = tuple[int | None, "_Rest"]


def parse_markdown(text: str, *, name: str) -> Document:
    """The document of a Markdown text; any text is valid."""
    return _parsed(text, masked(text), name)


def parse_mdx(text: str, *, name: str) -> Document:
    """The document of an MDX text: indented lines are prose, imports, exports and expressions are not."""
    prose = masked(text, is_mdx=True)
    return _parsed(text, prose, name, is_mdx=True)


def _parsed(source: str, text: str, name: str, *, is_mdx: bool = False) -> Document:
    """The document of a source, read from a text of the same length."""
    prose = _Prose(source)
    for kind, quote, lines in _blocks(text, is_mdx=is_mdx):
        prose.add(lines, kind, quote=quote)
    return prose.document(name)


class _Prose:
    """Collects the prose of each block, with the map to the source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._done: list[str] = []
        self._parts: list[str] = []
        self._length = 0
        self._offsets = OffsetMap()
        self._paragraphs = SpanColumns()
        self._headings = Headings()
        self._quotes = SpanColumns()
        self._quote = 0
        self._quoted = Span(0, 0)

    def add(self, lines: list[MarkdownLine], kind: str, *, quote: int = 0) -> None:
        """Append a block, separated by a blank line from the previous one, a row by the end of a line.

        ``quote`` numbers the block quotation that it is in.
        """
        if self._length and self._parts[-1] != "\n\n":
            self._put("\n" if kind == _NEXT_ROW else "\n\n", lines[0].start, 0)
        if len(self._parts) > _PARTS_AT_ONCE:
            self._done.append("".join(self._parts[:-1]))
            del self._parts[:-1]
        start, first_part = self._length, len(self._parts)
        if kind in {_ROW, _NEXT_ROW}:
            self._put("| ", lines[0].start, 0)
            self._add_lines(lines, in_table=True)
            self._put(" |", lines[-1].start + len(lines[-1].words), 0)
        else:
            self._add_lines(lines)
        words = "".join(self._parts[first_part:])
        if not words.strip():
            return
        span = Span(start + len(words) - len(words.lstrip()), self._length - len(words) + len(words.rstrip()))
        if kind in _LEVELS:
            self._headings.add(span, _LEVELS[kind])
        else:
            self._paragraphs.append(span)
        self._add_to_quote(span, quote)

    def _add_to_quote(self, span: Span, quote: int) -> None:
        if quote != self._quote:
            self._end_quote()
            self._quote, self._quoted = quote, span
        self._quoted = Span(self._quoted.start, span.end)

    def _end_quote(self) -> None:
        if self._quote:
            self._quotes.append(self._quoted)

    def document(self, name: str) -> Document:
        text = "".join([*self._done, *self._parts])
        self._end_quote()
        return Document(
            name, text, self._source, self._paragraphs, self._headings, self._offsets, block_quotes=self._quotes
        )

    def _add_lines(self, lines: list[MarkdownLine], *, in_table: bool = False) -> None:
        content = "\n".join(line.words for line in lines)
        starts, place = [], 0
        for line in lines:
            starts.append(place)
            place += len(line.words) + 1
        kept = 0
        number = 0
        for cut in [*find_markup(content, in_table=in_table), None]:
            end = cut.start if cut else len(content)
            number = self._keep(lines, starts, number, kept, end)
            if cut is None:
                break
            if cut.instead:
                number = _line_at(starts, number, cut.start)
                self._put(cut.instead, lines[number].start + cut.start - starts[number], cut.end - cut.start)
            kept = max(kept, cut.end)

    def _keep(self, lines: list[MarkdownLine], starts: list[int], number: int, start: int, end: int) -> int:
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

    def _break_line(self, line: MarkdownLine, following: MarkdownLine) -> None:
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


def _blocks(text: str, *, is_mdx: bool = False) -> Iterator[tuple[str, int, list[MarkdownLine]]]:
    """The blocks that hold prose: kind (h1, paragraph, row), number of the block quotation or 0, and lines."""
    source = MarkdownLines(text, _body_start(text), is_mdx=is_mdx)
    kind, row, depth, quotes = "paragraph", _ROW, 0, 0
    for first, tokens in _pieces(source):
        for token in tokens:
            if token.type.startswith("blockquote_"):
                depth += token.nesting
                quotes += depth == 1 and token.nesting == 1
            if token.type.endswith("_open"):
                kind = token.tag if token.tag in _LEVELS else token.type.removesuffix("_open")
                row = _ROW if kind == "table" else row
            if token.map is not None:
                lines = list(_prose_lines(token, kind, source.rows(first + token.map[0], first + token.map[1])))
                if lines and kind == "tr":
                    yield row, quotes if depth > 0 else 0, lines
                    row = _NEXT_ROW
                elif lines:
                    first_line = next(source.rows(first + token.map[0], first + token.map[1]))
                    yield _kind(kind, first_line), quotes if depth > 0 else 0, lines


def _kind(kind: str, row: MarkdownLine) -> str:
    return "paragraph" if kind in _LEVELS and is_title(row.words) else kind


class _Piece(NamedTuple):
    """Tokens that were read at once; line 0 of them is the line ``first`` of the text."""

    first: int
    tokens: list[Token]


class _Rest(NamedTuple):
    """What is still to be read: the number of its first line, and the head of the table that goes on there."""

    first: int
    head: str = ""


def _pieces(source: MarkdownLines) -> Iterator[_Piece]:
    """The tokens of the text piece by piece: all at once take gigabytes.

    A piece ends where the last block that was read begins, as it may go on after that; in a long table, at a
    row; in a long paragraph, at a line.
    """
    parser = _parser()
    rest, count = _Rest(0), _LINES_AT_ONCE
    while rest.first + count < len(source):
        piece = _read(parser, source, rest, rest.first + count)
        found = _next_block(piece, source) or _next_row(piece, source, rest) or _next_line(piece, source, rest, count)
        if found is None:
            count *= 2
            continue
        index, following = found
        if index is None:
            piece = _read(parser, source, rest, following.first)
        else:
            count = _LINES_AT_ONCE
        yield _Piece(piece.first, piece.tokens[:index])
        rest = following
    yield _read(parser, source, rest, len(source))


def _read(parser: MarkdownIt, source: MarkdownLines, rest: _Rest, after: int) -> _Piece:
    """The tokens of some lines of the rest; those of the repeated head of a table are left out."""
    tokens = parser.parse(rest.head + source.text(rest.first, after))
    if not rest.head:
        return _Piece(rest.first, tokens)
    return _Piece(rest.first - _HEAD_LINES, [each for each in tokens if not each.map or each.map[0] >= _HEAD_LINES])


def _next_block(piece: _Piece, source: MarkdownLines) -> _Cut | None:
    index = _last_start(piece.tokens, source, piece.first)
    return (index, _Rest(piece.first + _first_line(piece.tokens[index]))) if index else None


def _next_row(piece: _Piece, source: MarkdownLines, rest: _Rest) -> _Cut | None:
    """The last row of a table that is the last block and in no other: the rest begins with it, under the same head."""
    tokens = piece.tokens
    blocks = [index for index, token in enumerate(tokens) if token.level == 0 and token.nesting > 0]
    begin = blocks[-1] if blocks else 0
    if not rest.head and not (blocks and tokens[begin].type == "table_open"):
        return None
    rows = [index for index in range(begin, len(tokens)) if tokens[index].type == "tr_open"]
    if (blocks and rest.head) or len(rows) <= _HEAD_LINES:
        return None
    head = piece.first + _first_line(tokens[begin])
    return rows[-1], _Rest(
        piece.first + _first_line(tokens[rows[-1]]), rest.head or source.text(head, head + _HEAD_LINES)
    )


def _next_line(piece: _Piece, source: MarkdownLines, rest: _Rest, count: int) -> _Cut | None:
    """A line of a paragraph without end that would begin a paragraph by itself, as would the next one."""
    if count < _LONGEST_PARAGRAPH or [token.type for token in piece.tokens] != _PARAGRAPH:
        return None
    last = rest.first + count - 2
    for line in range(last, last - _LINES_AT_ONCE, -1):
        if all(_WORDS.match(source.text(each, each + 1)) for each in (line, line + 1)):
            return None, _Rest(line)
    return None


def _last_start(tokens: list[Token], source: MarkdownLines, first: int) -> int:
    """The index of the last token at which the parser, starting anew, would read what follows in the same way; or 0.

    Such are the blocks that are in nothing but block quotations, and the items of lists that are.
    """
    found = quotes = 0
    for index, token in enumerate(tokens):
        is_item = token.type == "list_item_open" and token.level == quotes + 1
        if (token.level == quotes or is_item) and token.nesting >= 0 and _first_line(token):
            # As the first line of a piece, one with a bar might be the head of a table.
            line = first + _first_line(token)
            found = index if token.level == 0 or "|" not in source.text(line, line + 1) else found
        if token.type == "blockquote_open":
            quotes += token.level == quotes
        elif token.type == "blockquote_close":
            quotes -= token.level == quotes - 1
    return found


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


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


def _prose_lines(token: Token, kind: str, rows: Iterator[MarkdownLine]) -> Iterator[MarkdownLine]:
    if token.type == "html_block" and _holds_prose(token.content):
        yield from rows
    elif token.type == "tr_open":
        yield from (_located(row, _ROW_HEAD.sub("", row.words).strip().strip("|")) for row in rows)
    elif token.type == "inline" and kind not in {"th", "td"}:
        located = (_located(row, words) for row, words in zip(rows, token.content.split("\n"), strict=False))
        yield from (line for line in located if not _DEFINITION.match(line.words))


def _holds_prose(block: str) -> bool:
    is_open_comment = block.lstrip().startswith("<!--") and "-->" not in block
    return not is_open_comment and not _NO_PROSE_ELEMENTS.match(block)


def _located(row: MarkdownLine, words: str) -> MarkdownLine:
    """The words of a source line, with their place in it."""
    words = words.strip()
    return MarkdownLine(row.start + max(row.words.rfind(words), 0), words)
