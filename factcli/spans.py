"""Where something is in a text."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Span(NamedTuple):
    """A half-open stretch of a text, in code points of the text as given."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a letter in common."""
        return self.start < other.end and other.start < self.end

    def holds(self, place: int) -> bool:
        """Whether the letter at ``place`` is in it."""
        return self.start <= place < self.end

    def shifted(self, shift: int) -> Span:
        """The same stretch so many letters further on."""
        return Span(self.start + shift, self.end + shift)


class SpanColumns(Sequence[Span]):
    """Spans in two columns, in order: a text of megabytes may have a million of them."""

    def __init__(self, starts: array[int] | None = None, ends: array[int] | None = None) -> None:
        self.starts = array("I") if starts is None else starts
        self.ends = array("I") if ends is None else ends

    @classmethod
    def of(cls, spans: Iterable[Span]) -> SpanColumns:
        """The columns of these spans."""
        columns = cls()
        for span in spans:
            columns.append(span)
        return columns

    def append(self, span: Span) -> None:
        """Put a span after the last one."""
        self.starts.append(span.start)
        self.ends.append(span.end)

    @overload
    def __getitem__(self, number: int) -> Span: ...
    @overload
    def __getitem__(self, number: slice) -> list[Span]: ...
    def __getitem__(self, number: int | slice) -> Span | list[Span]:
        if isinstance(number, slice):
            return list(map(Span, self.starts[number], self.ends[number]))
        return Span(self.starts[number], self.ends[number])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self.starts, self.ends)

    def __len__(self) -> int:
        return len(self.starts)
