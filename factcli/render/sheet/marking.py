"""A block of a draft and the findings in it -> HTML: each stretch marked by the innermost finding that covers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.escaping import safe_html
from factcli.render.sheet.draft_blocks import as_lines
from factcli.render.sheet.signs import SIGNS, class_of, gravity_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.documents import Document
    from factcli.drafts.ticks import MarkedFinding
    from factcli.render.sheet.draft_blocks import DraftBlock, Prose


class NumberedFinding(NamedTuple):
    """A finding and its number on the page."""

    number: int
    marked: MarkedFinding

    @property
    def start(self) -> int:
        """Where its words begin in the source."""
        return self.marked.finding.start.offset

    @property
    def end(self) -> int:
        """Where they end; words of no length take one character."""
        return max(self.marked.finding.end.offset, self.start + 1)

    @property
    def classes(self) -> str:
        """The class of its mark."""
        return class_of(self.marked.finding)


def marked_block(
    document: Document, block: DraftBlock, findings: Sequence[NumberedFinding], prose: Prose
) -> Iterator[str]:
    """The text of a block with marks; ``findings`` are those that touch it, by where they begin."""
    start, end = block.span
    waiting = list(reversed(findings))
    open_ones: list[NumberedFinding] = []
    while start < end:
        while waiting and waiting[-1].start <= start:
            open_ones.append(waiting.pop())
        stop = min([end, *(each.end for each in open_ones), *(each.start for each in waiting[-1:])])
        yield from _stretch(document, start, stop, open_ones, prose)
        closed = [each for each in open_ones if each.end <= stop]
        yield from map(_reference, closed)
        open_ones = [each for each in open_ones if each.end > stop]
        start = stop


def _stretch(
    document: Document, start: int, end: int, covering: Sequence[NumberedFinding], prose: Prose
) -> Iterator[str]:
    text = "".join(_with_markup_dimmed(document, start, end, prose))
    if not covering:
        yield text
        return
    innermost = min(covering, key=lambda each: (each.end - each.start, gravity_of(each.classes)))
    yield f'<mark class="{innermost.classes}">{text}</mark>'


def _with_markup_dimmed(document: Document, start: int, end: int, prose: Prose) -> Iterator[str]:
    for first, after, is_prose in prose.parts(start, end):
        text = safe_html(as_lines(document.source, first, after))
        yield text if is_prose or not text.strip() else f"<i>{text}</i>"


def _reference(finding: NumberedFinding) -> str:
    """The number after the words, which leads to the note."""
    sign = SIGNS[finding.classes]
    label = f"note {finding.number}, {sign.name}"
    return (
        f'<a class="ref {finding.classes}" id="m{finding.number}" href="#n{finding.number}" aria-label="{label}">'
        f"{safe_html(sign.numbered(finding.number))}</a>"
    )
