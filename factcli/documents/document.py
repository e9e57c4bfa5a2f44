"""The prose of a file, with an exact map from offsets in the prose to line, column and offset in the source."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from factcli.errors import FactcliError
from factcli.model.facts import Span
from factcli.spans import SpanColumns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The line ends of editors and of CommonMark.
LINE_END = re.compile(r"\r\n|\r|\n")


class DocumentError(FactcliError):
    """A file that cannot be read as text; the message begins with its path, and with line:column if known."""

    def __init__(self, name: str, what: str, *, line: int = 0, column: int = 0, hint: str | None = None) -> None:
        place = f"{name}:{line}:{column}" if line else name
        super().__init__(f"{place}: {what}", hint=hint)


class Place(NamedTuple):
    """A place in a file: line and column from 1, in code points, and offset into the source from 0."""

    line: int
    column: int
    offset: int


class Heading(NamedTuple):
    """A heading of :attr:`Document.text`: 1 is the level of the outermost one, 0 says that the level is not known."""

    span: Span
    level: int = 0


class DocumentPart(NamedTuple):
    """A part of a document, which begins at ``start`` of its text: a page, a slide, a sheet or a cell.

    ``is_exact`` says that the label names the place by itself, as that of a cell does.
    """

    start: int
    label: str
    is_exact: bool = False


class Headings(Collection[Heading]):
    """Headings in columns."""

    def __init__(self) -> None:
        self._spans = SpanColumns()
        self._levels = array("B")

    def add(self, span: Span, level: int) -> None:
        """Append a heading."""
        self._spans.append(span)
        self._levels.append(level)

    def __iter__(self) -> Iterator[Heading]:
        return map(Heading, self._spans, self._levels)

    def __len__(self) -> int:
        return len(self._spans)

    def __contains__(self, heading: object) -> bool:
        return any(heading == each for each in self)


class OffsetMap:
    """Maps segments of the prose to segments of the source.

    Segments are kept in arrays, because a draft of megabytes has hundreds of thousands.  A segment with the same length
    in prose and source is verbatim; any other maps as a whole (``&nbsp;``, a line break with block quotation marks, the
    blank line added between paragraphs).
    """

    def __init__(self) -> None:
        self._starts = array("I")
        self._lengths = array("I")
        self._sources = array("I")
        self._source_lengths = array("I")

    def add(self, start: int, length: int, source: int, source_length: int) -> None:
        """Append a segment; segments come in the order of the prose."""
        if length == source_length and self._extends(source):
            self._lengths[-1] += length
            self._source_lengths[-1] += length
            return
        self._starts.append(start)
        self._lengths.append(length)
        self._sources.append(source)
        self._source_lengths.append(source_length)

    def source_offset(self, offset: int) -> int:
        """The source offset of the character at ``offset``."""
        if not self._starts:
            return 0
        number = bisect_right(self._starts, offset) - 1
        shift = offset - self._starts[number]
        return self._sources[number] + (shift if self._is_verbatim(number) else 0)

    def source_end(self, offset: int) -> int:
        """The source offset after the character before ``offset``, which must not be 0."""
        number = bisect_right(self._starts, offset - 1) - 1
        shift = offset - self._starts[number] if self._is_verbatim(number) else self._source_lengths[number]
        return self._sources[number] + shift

    def segments(self, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        """The segments between two offsets as :meth:`add` takes them; the first and last are cut there."""
        number = max(bisect_right(self._starts, start) - 1, 0)
        while number < len(self._starts) and self._starts[number] < end:
            at, length, source = self._starts[number], self._lengths[number], self._sources[number]
            first, after = max(at, start), min(at + length, end)
            if self._is_verbatim(number):
                yield first, after - first, source + first - at, after - first
            else:
                yield first, after - first, source, self._source_lengths[number]
            number += 1

    def _is_verbatim(self, number: int) -> bool:
        return self._lengths[number] == self._source_lengths[number]

    def _extends(self, source: int) -> bool:
        return bool(self._starts) and self._is_verbatim(-1) and source == self._sources[-1] + self._source_lengths[-1]


@dataclass(frozen=True, eq=False)
class Document:
    """The prose of a file.

    ``text`` is the prose without markup.  ``source`` is the decoded text of the file, without a byte order mark.  Spans
    of ``paragraphs``, ``headings`` and ``block_quotes`` point into ``text``.  ``offsets`` is None if both texts are the
    same.  ``parts`` are the pages, slides or cells, in order.
    """

    name: str
    text: str
    source: str
    paragraphs: Collection[Span] = ()
    headings: Collection[Heading] = ()
    offsets: OffsetMap | None = None
    parts: Sequence[DocumentPart] = ()
    block_quotes: Collection[Span] = ()

    def locator(self, offset: int) -> str:
        """The place of the character at ``offset`` of ``text`` in words: "page 4, paragraph 2", "Costs!B4".

        >>> Document("a.txt", "one", "one", [Span(0, 3)]).locator(1)
        'paragraph 1'
        """
        number = bisect_right(self.parts, offset, key=attrgetter("start")) - 1
        part = self.parts[number] if number >= 0 else None
        if part and part.is_exact:
            return part.label
        begin = bisect_right(self._paragraph_starts, part.start - 1) if part else 0
        paragraph = bisect_right(self._paragraph_starts, offset) - begin
        place = f"paragraph {paragraph}" if paragraph > 0 else ""
        return ", ".join(filter(None, (part.label if part else "", place)))

    @cached_property
    def _paragraph_starts(self) -> array[int]:
        return array("I", (paragraph.start for paragraph in self.paragraphs))

    @property
    def title(self) -> str | None:
        """The first heading on one line, None where there is none."""
        first = next(iter(self.headings), None)
        return " ".join(self.text[slice(*first.span)].split()) if first else None

    def place(self, offset: int) -> Place:
        """The place in the file of the character at ``offset`` of ``text``.

        >>> Document("a.txt", "one two", "one two").place(4)
        Place(line=1, column=5, offset=4)
        """
        return self.source_place(self.offsets.source_offset(offset) if self.offsets else offset)

    def source_span(self, span: Span) -> Span:
        """The span of ``source`` that ``span`` of ``text`` came from, without markup at either end."""
        if self.offsets is None or span.start == span.end:
            return Span(self.place(span.start).offset, self.place(span.end).offset)
        return Span(self.offsets.source_offset(span.start), self.offsets.source_end(span.end))

    def source_place(self, offset: int) -> Place:
        """The place of an offset into ``source``."""
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1, offset)

    def line_span(self, line: int) -> Span:
        r"""The span of a line of ``source`` by number, from 1, without its line end.

        >>> Document("a.txt", "one\ntwo", "one\ntwo").line_span(2)
        Span(start=4, end=7)
        """
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.source)
        while end > start and self.source[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    @property
    def line_count(self) -> int:
        """The number of lines of ``source``; what follows the last line end counts as a line."""
        return len(self._line_starts)

    @cached_property
    def _line_starts(self) -> array[int]:
        starts = array("I", [0])
        starts.extend(match.end() for match in LINE_END.finditer(self.source))
        return starts
