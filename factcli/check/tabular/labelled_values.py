"""The values of a table's row, or of lines with a label: each with the headers that say what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.paragraph_reader import moved
from factcli.documents.pipe_tables import cells_of_row
from factcli.mentions import find_mentions
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.check.passages import Passage
    from factcli.documents.pipe_tables import PipeCell
    from factcli.model.facts import Mention

_LABELLED = late_pattern(
    r"^[^\S\n]{0,8}+(?:[-*•–][^\S\n]{1,4}+)?(?P<label>[^\W\d_][^:\n|]{0,80}?)[^\S\n]{0,4}:[^\S\n]{1,8}+"
    r"(?P<value>[^\n|]{1,60}+)$",
    re.MULTILINE,
)
_FIGURES = late_pattern(r"[^\w\s]{0,2}[A-Z]{0,3}[^\w\s]{0,2}\d")
# A value fills its cell, but for a mark of a note or a word or two.
_LEAST_SHARE = 0.5
_MOST_LABEL_WORDS = 8
_LONGEST_ROW = 2_000


class LabelledValue(NamedTuple):
    """A figure or date of a table or a labelled line; ``headers`` are those of its column and of its row, if any."""

    mention: Mention
    headers: tuple[str, ...]


class TableHeads:
    """The header of the table that a row is in; rows come in the order of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last = -1
        self._head: list[PipeCell] = []

    def head_of(self, row: Span) -> list[PipeCell]:
        """The first row of the table of a row, empty where that is itself the first."""
        start = self._text.rfind("\n", 0, row.start) + 1
        begin = self._first_row(start)
        if begin > self._last or self._last < 0:
            end = self._text.find("\n", begin)
            self._head = cells_of_row(self._text, begin, end if end >= 0 else len(self._text))
        self._last = start
        return [] if begin == start else self._head

    def _first_row(self, start: int) -> int:
        """Where the first of the rows right before a line begins, or the last one that was asked for."""
        while start > max(self._last, 0):
            before = self._text.rfind("\n", 0, start - 1) + 1
            if not self._text[before:start].lstrip().startswith("|"):
                break
            start = before
        return start


def is_row(text: str, place: Span) -> bool:
    """Whether a sentence is a row of a table."""
    return place.end - place.start <= _LONGEST_ROW and text.startswith("|", place.start)


def is_laid_out(text: str, place: Span) -> bool:
    """Whether a sentence is a row, or lines of a label and figures: they leave to a heading what they are about."""
    if is_row(text, place):
        return True
    labelled = _labelled(text[place.start : place.end])
    return bool(labelled) and all(_FIGURES.match(match["value"]) for match in labelled)


def _labelled(lines: str) -> list[re.Match[str]]:
    """The label and the value of each line; none unless all lines have both."""
    if ":" not in lines:
        return []
    found = list(_LABELLED.finditer(lines))
    return found if len(found) == sum(bool(line.strip()) for line in lines.splitlines()) else []


def values_of_row(passage: Passage, head: Sequence[PipeCell]) -> Iterator[LabelledValue]:
    """The values of a row below a header; none where the two have not as many cells."""
    cells = cells_of_row(passage.text, *passage.span)
    if len(cells) != len(head) or len(cells) < 2:  # noqa: PLR2004 - a name and a value
        return
    first = _value_in(cells[0], passage.mentions)
    name = cells[0].text if first is None or _is_time(first) else ""
    for header, cell in zip(head[1:], cells[1:], strict=True):
        mention = _value_in(cell, passage.mentions)
        if mention and header.text:
            yield LabelledValue(mention, tuple(filter(None, (header.text, name))))


def values_of_lines(passage: Passage) -> Iterator[LabelledValue]:
    """The values of lines such as "Deaths: 85", if all lines of the passage are such."""
    for match in _labelled(passage.text[passage.span.start : passage.span.end]):
        # The label of the next line is not what is counted: each line is read by itself.
        found = [moved(each, passage.span.start + match.start("value")) for each in find_mentions(match["value"])]
        start, end = (passage.span.start + each for each in match.span("value"))
        mention = _inside(Span(start, end), found)
        is_label = len(match["label"].split()) <= _MOST_LABEL_WORDS
        if mention and mention.span.start == start and is_label:
            yield LabelledValue(mention, (match["label"].strip(),))


def _is_time(mention: Mention) -> bool:
    """Whether a first cell is a date, or the four digits of a year."""
    return mention.kind == "date" or (mention.surface.isdigit() and len(mention.surface) == 4)  # noqa: PLR2004 - a year


def _value_in(cell: PipeCell, mentions: Sequence[Mention]) -> Mention | None:
    return _inside(cell.span, mentions)


def _inside(place: Span, mentions: Sequence[Mention]) -> Mention | None:
    """The only figure or date of a place, if it fills most of it."""
    inside = [each for each in mentions if place.start <= each.span.start and each.span.end <= place.end]
    if len(inside) != 1 or inside[0].kind == "quote" or not inside[0].is_possible:
        return None
    filled = inside[0].span.end - inside[0].span.start
    return inside[0] if filled >= _LEAST_SHARE * (place.end - place.start) else None
