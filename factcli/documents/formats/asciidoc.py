"""Read AsciiDoc: the prose without comments, attributes, macros and listings."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from factcli.documents.formats.lined import Line, LineBlock, LineTable, build, cut_markup, lines_of, stripped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.documents.document import Document

_UNREAD_FENCES = re.compile(r"(?:/{4,}|-{4,}|\.{4,}|`{3,}|\+{4,})$")
_PROSE_FENCES = re.compile(r"(?:={4,}|\*{4,}|_{4,}|--)$")
_COMMENT = re.compile(r"//(?!/)")
_ATTRIBUTE = re.compile(
    r":!?[\w-]+!?:(?:\s|$)|\[[^\]]{0,500}\]$|(?:include|image|video|audio)::|toc::|ifdef::|endif::|<<<$|'''$"
)
_HEADING = re.compile(r"(?P<marks>={1,6})\s+|\.(?=[A-Z\d])")
_ITEM = re.compile(r"\s*(?:[*.-]{1,5}\s+|\d{1,3}\.\s+|[A-Z]{3,12}:\s+)")
_BARS = "|==="
_CELL = re.compile(r"\|(?P<words>[^|]{0,4000}+)")
# The style of the next cell is right before its bar: "2+|Both", "a|List".
_STYLE = re.compile(r"(?:^|\s)(?:\d{1,3}(?:\.\d{1,3})?[+*])?[<^>.]{0,3}[adehlms]?$")
_TABLE = re.compile(r"[|!,:]={3,}$")
_FOOTNOTE = re.compile(r"footnote(?:ref)?:[\w-]{0,60}\[(?P<words>[^\[\]]{0,500})\]")
_INLINE = re.compile(
    rf"{_FOOTNOTE.pattern}"
    r"|(?:https?|link|mailto|xref|image|kbd|btn)::?[^\s\[\]]{0,500}\[(?P<label>[^\[\]]{0,500})\]"
    r"|`(?P<code>[^`]{1,500})`|(?P<mark>(?<![\w*])\*{1,2}(?=[\w“\"$£€])|(?<=[\w.,”\"%])\*{1,2}(?![\w*])"
    r"|(?<![\w_])_{1,2}(?=\w)|(?<=[\w.,])_{1,2}(?![\w_])|(?<!\w)#{1,2}(?=\w)|(?<=\w)#{1,2}(?!\w))|(?P<anchor><<[^<>]{1,200}>>|\{[\w-]{1,60}\})"
    r"|\^(?P<raised>[^\s^]{1,20})\^"
)


def parse_asciidoc(text: str, *, name: str) -> Document:
    """The document of an AsciiDoc text; any text is valid."""
    return build(name, text, _blocks(lines_of(text)), partial(cut_markup, _INLINE))


def _blocks(lines: list[Line]) -> Iterator[LineBlock | LineTable]:
    block: list[Line] = []
    fence: str | None = None
    table: list[Line] | None = None
    for line in lines:
        words = line.words.strip()
        if fence is None and words == _BARS:
            yield from _with_notes(block) if block else ()
            yield from [_table(table)] if table else []
            block, table = [], [] if table is None else None
            continue
        if table is not None:
            table.append(line)
            continue
        if fence is not None:
            fence = None if words == fence else fence
            continue
        if _UNREAD_FENCES.match(words):
            fence = words
        is_break = not words or fence is not None or _is_markup(words) or bool(_ITEM.match(line.words))
        if (is_break or _HEADING.match(words)) and block:
            yield from _with_notes(block)
            block = []
        heading = _HEADING.match(words)
        if heading:
            # The level of the title of a block, such as a table, is not known.
            level = len(heading["marks"] or "")
            yield LineBlock([stripped(line, line.words.index(words) + heading.end())], level)
        elif words and fence is None and not _is_markup(words):
            block.append(_content(line))
    if block:
        yield from _with_notes(block)


def _with_notes(block: list[Line]) -> Iterator[LineBlock]:
    """A block, and after it the footnotes that are written in it."""
    yield LineBlock(block)
    for line in block:
        for note in _FOOTNOTE.finditer(line.words):
            if note["words"]:
                yield LineBlock([Line(line.start + note.start("words"), note["words"])])


def _table(lines: list[Line]) -> LineTable:
    """The table of the lines between bars; its first line with words has a cell for each column, or is a column."""
    written = [[_cell(line, match) for match in _CELL.finditer(line.words)] for line in lines]
    cells = [cell for line in written for cell in line]
    columns = next((len(line) for line in written if line), 1)
    if columns == 1:
        # Each cell has a line of its own, and an empty line is between two rows.
        gap = next((number for number, line in enumerate(written) if number and not line), len(written))
        columns = max(sum(map(len, written[:gap])), 1)
    return LineTable([cells[at : at + columns] for at in range(0, len(cells), columns)])


def _cell(line: Line, match: re.Match[str]) -> list[Line]:
    is_followed = line.words[match.end() : match.end() + 1] == "|"
    words = _STYLE.sub("", match["words"]) if is_followed else match["words"]
    return [stripped(Line(line.start + match.start("words"), words))]


def _is_markup(words: str) -> bool:
    patterns = (_COMMENT, _ATTRIBUTE, _PROSE_FENCES, _TABLE)
    return words == "+" or any(pattern.match(words) for pattern in patterns)


def _content(line: Line) -> Line:
    item = _ITEM.match(line.words)
    return stripped(line, item.end() if item else 0)
