"""The outline of a document: its headings in, the headings that a place is below out."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.documents.document import Heading


class Outline:
    """Headings in order, each with those above it.

    One whose level is not known is below the first heading alone, which is the title.
    """

    def __init__(self, headings: Iterable[Heading]) -> None:
        self._starts: list[int] = []
        self._above: list[tuple[int, ...]] = []
        open_: list[tuple[int, int]] = []
        for number, (span, level) in enumerate(headings):
            open_ = [each for each in open_ if (each[1] < level if level else each[0] == 0)]
            open_.append((number, level))
            self._starts.append(span.start)
            self._above.append(tuple(each for each, _ in open_))

    def above(self, offset: int) -> tuple[int, ...]:
        r"""The numbers of the headings above a place, the outermost first; a heading is above its own words.

        >>> from factcli.documents import parse_document
        >>> text = parse_document("# Trees\n\n## Oak\n\n## Elm\n\nIt is tall.", name="trees.md")
        >>> Outline(text.headings).above(len(text.text))
        (0, 2)
        """
        number = bisect_right(self._starts, offset) - 1
        return self._above[number] if number >= 0 else ()

    def around(self, number: int) -> tuple[int, ...]:
        """The numbers of the headings above another one."""
        return self._above[number][:-1]

    def section(self, number: int) -> tuple[int, int | None]:
        """Where the section of a heading begins and ends; None for the end of the text."""
        depth = len(self._above[number])
        ends = (
            start
            for start, above in zip(self._starts[number + 1 :], self._above[number + 1 :], strict=True)
            if above[depth - 1 : depth] != (number,)
        )
        return self._starts[number], next(ends, None)
