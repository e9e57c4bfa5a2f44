"""Where something is in a text."""

from __future__ import annotations

from typing import NamedTuple


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
