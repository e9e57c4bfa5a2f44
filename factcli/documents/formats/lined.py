"""What the formats that are written line by line have in common: blocks of lines, markup within a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.building import DocumentBuilder
from factcli.documents.pipe_tables import cells_of_row
from factcli.documents.raised import raised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcli.documents.document import Document

_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n|$)")


class Line(NamedTuple):
    """A line without its end: its place in the source and its words."""

    start: int
    words: str

    @property
    def indent(self) -> int:
        """How many blanks it begins with."""
        return len(self.words) - len(self.words.lstrip())


class LineBlock(NamedTuple):
    """Lines of prose that belong together; each begins where its prose does.  ``level`` is that of a heading."""

    lines: list[Line]
    level: int | None = None


class LineTable(NamedTuple):
    """A table: its rows, each of cells; a cell may go over several lines."""

    rows: list[list[list[Line]]]


def cells_between_bars(line: Line) -> list[list[Line]]:
    """The cells of a row that is written on a line: ``| Ann | 12 |``."""
    row = line.words.strip()
    begin = line.start + line.words.index(row)
    cells = cells_of_row(row, 0, len(row))
    return [[Line(begin + cell.span.start, cell.text)] for cell in cells]


def lines_of(text: str) -> list[Line]:
    """The lines of a text."""
    found = [Line(match.start(), match[0].rstrip("\r\n")) for match in _LINE.finditer(text) if match[0]]
    return found or [Line(0, "")]


def stripped(line: Line, skip: int = 0) -> Line:
    """The line without ``skip`` characters and the blanks at both ends."""
    words = line.words[skip:]
    left = len(words) - len(words.lstrip())
    return Line(line.start + skip + left, words.strip())


def cut_markup(inline: re.Pattern[str], words: str) -> Iterator[tuple[int, int, str]]:
    """What of a line's words is markup by the pattern ``inline``; what its group ``label`` matches is kept.

    What its group ``raised`` matches is a superscript.
    """
    for match in inline.finditer(words):
        if match["raised"]:
            yield match.start(), match.end(), raised(words[: match.start()], match["raised"])
        elif match["label"]:
            yield match.start(), match.start("label"), ""
            yield match.end("label"), match.end(), ""
        else:
            yield match.start(), match.end(), ""


def build(
    name: str,
    source: str,
    blocks: Iterable[LineBlock | LineTable],
    find_cuts: Callable[[str], Iterable[tuple[int, int, str]]],
) -> Document:
    """The document of blocks; ``find_cuts`` says what of a line's words is markup, and what is printed instead."""
    builder = DocumentBuilder(name, source)
    for block in blocks:
        if isinstance(block, LineTable):
            _add_table(builder, block, find_cuts)
            continue
        for line in block.lines:
            for words, place, length in _pieces(line, find_cuts):
                if len(words) == length:
                    builder.add(words, place)
                else:
                    builder.replace(words, place, length)
            builder.add_blank(line.start + len(line.words))
        builder.end_block(block.lines[-1].start + len(block.lines[-1].words), level=block.level)
    return builder.document()


def _add_table(
    builder: DocumentBuilder, table: LineTable, find_cuts: Callable[[str], Iterable[tuple[int, int, str]]]
) -> None:
    end = 0
    for row in table.rows:
        cells = [[piece for line in cell for piece in [*_pieces(line, find_cuts), _blank_after(line)]] for cell in row]
        builder.add_row(cells, next((line.start for cell in row for line in cell), end))
        end = max([line.start + len(line.words) for cell in row for line in cell], default=end)
    builder.end_block(end)


def _blank_after(line: Line) -> tuple[str, int, int]:
    return " ", line.start + len(line.words), 0


def _pieces(line: Line, find_cuts: Callable[[str], Iterable[tuple[int, int, str]]]) -> Iterator[tuple[str, int, int]]:
    """What is printed of a line, each piece with its place and its length in the source."""
    place = 0
    for start, end, instead in find_cuts(line.words):
        yield line.words[place:start], line.start + place, start - place
        if instead:
            yield instead, line.start + start, end - start
        place = end
    yield line.words[place:], line.start + place, len(line.words) - place
