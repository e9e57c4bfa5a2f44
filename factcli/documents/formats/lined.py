"""What the formats that are written line by line have in common: blocks of lines, markup within a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.building import DocumentBuilder
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
    """Lines of prose that belong together; each begins where its prose does."""

    lines: list[Line]
    is_heading: bool = False


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
    name: str, source: str, blocks: Iterable[LineBlock], find_cuts: Callable[[str], Iterable[tuple[int, int, str]]]
) -> Document:
    """The document of blocks; ``find_cuts`` says what of a line's words is markup, and what is printed instead."""
    builder = DocumentBuilder(name, source)
    for block in blocks:
        for line in block.lines:
            place = 0
            for start, end, instead in find_cuts(line.words):
                builder.add(line.words[place:start], line.start + place)
                builder.replace(instead, line.start + start, end - start) if instead else None
                place = end
            builder.add(line.words[place:], line.start + place)
            builder.add_blank(line.start + len(line.words))
        builder.end_block(block.lines[-1].start + len(block.lines[-1].words), is_heading=block.is_heading)
    return builder.document()
