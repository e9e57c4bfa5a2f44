"""The lines of a Markdown text: as they are in the file, and as CommonMark, which the parser reads."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.dialects import to_commonmark
from factcli.documents.document import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDENT = re.compile(r"^[ \t]++", re.MULTILINE)


class MarkdownLine(NamedTuple):
    """A line of a block without block markup: its start in the source and its words."""

    start: int
    words: str


class MarkdownLines:
    """The lines of a text from an offset on, cut out when they are asked for: a draft of megabytes has many."""

    def __init__(self, text: str, body: int, *, is_mdx: bool) -> None:
        self._text = text
        self.starts = _line_starts(text, body)
        # In CommonMark, the lines are the same, but not their lengths.
        plain = _INDENT.sub("", text[body:]) if is_mdx else text[body:]
        self._read = to_commonmark(plain)
        self._read_starts = _line_starts(self._read, 0)

    def __len__(self) -> int:
        return len(self.starts)

    def text(self, first: int, after: int) -> str:
        """Some lines in CommonMark, with their line ends."""
        starts = self._read_starts
        return self._read[starts[first] : starts[after] if after < len(self) else len(self._read)]

    def rows(self, first: int, after: int) -> Iterator[MarkdownLine]:
        """Some lines of the source, without their line ends."""
        return (MarkdownLine(self.starts[at], self._row(at).rstrip("\r\n")) for at in range(first, after))

    def _row(self, at: int) -> str:
        return self._text[self.starts[at] : self.starts[at + 1] if at + 1 < len(self) else len(self._text)]


def _line_starts(text: str, body: int) -> array[int]:
    starts = array("I", [body])
    starts.extend(match.end() for match in LINE_END.finditer(text, body))
    return starts
