"""Figures that only cells of tables state: of the row that a sentence names, and under the header that it names."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.against.judgement import SourceJudgement
from factcli.check.against.likeness import Likeness, family_of, likeness
from factcli.check.reasons import Reason
from factcli.documents.pipe_tables import find_tables
from factcli.english.reckoning.rising import FALLS, RISES
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.against.source_index import SourceIndex
    from factcli.check.passages import Figure, Passage
    from factcli.documents.pipe_tables import PipeCell, PipeTable
    from factcli.spans import Span

_WORD = late_pattern(r"[^\W_]+")
_UNIT = late_pattern(r"(?<!\s)\s*+[,(].*")
# The name of a row is right before its figure: "in Europe €40.6m", "Europe, with €40.6m".
_MOST_BETWEEN = 20
_BOTH = 2
# "Fell by more than a quarter, to": so many words before a figure say whether it has risen.
_WORDS_BEFORE = 9


class _Place(NamedTuple):
    """A cell: the source and table that it is in, its row, and the number of its column."""

    source: int
    table: PipeTable
    row: list[PipeCell]
    column: int

    @property
    def cell(self) -> PipeCell:
        return self.row[self.column]


class SourceCells:
    """The cells of all tables of the sources, by their places."""

    def __init__(self, sources: SourceIndex) -> None:
        self._sources = sources

    @cached_property
    def _places(self) -> dict[tuple[int, int], _Place]:
        """The cells by their source and the place of their first letter; found when a draft needs the first."""
        return {
            (source, cell.span.start): _Place(source, table, row, column)
            for source, text in enumerate(self._sources.texts)
            for table in find_tables(text.text)
            for row in table.rows
            for column, cell in enumerate(row)
        }

    def in_words(self, source: int, span: Span) -> str | None:
        """A cell with the names of its row and column: "Lyric, Tickets: 4.6"; None for what is in no table."""
        text = self._sources.texts[source]
        place = self._places.get((source, span.start)) if text.is_row(text.sentence_at(span.start)) else None
        if place is None:
            return None
        header = place.table.header[place.column].text if place.column < len(place.table.header) else ""
        names = [name for name in (place.row[0].text if place.column else "", header) if name]
        return f"{', '.join(names)}: {place.cell.text}" if names else None

    def judge(self, figure: Figure, passage: Passage) -> SourceJudgement | None:
        """The verdict on a sum, share or measure that only cells state; None where it is not clear which is meant."""
        if not isinstance(figure.value, Quantity) or family_of(figure.value)[0] == "count":
            return None
        stating = self._stating(figure)
        named = [place for place in stating if _is_nearest(place, passage, figure)]
        for place in named or stating:
            other = self._meant_by_header(place, figure, passage) or self._meant_by_change(place, figure, passage)
            if other and (named or self._has_another(place, figure, passage)):
                return self._contradicted(other)
        if named:
            stated = self._value(named[0])
            return SourceJudgement("confirmed", Reason.STATED, named[0].source, named[0].cell.span, stated)
        beside = next((place for place in stating if (other := self._in_named_row(place, figure, passage))), None)
        return self._contradicted(other) if beside and other else None

    def _stating(self, figure: Figure) -> list[_Place]:
        """The cells that state a figure; none where anything else does too."""
        same = [each for like, each in self._sources.stating(figure.value) if like == Likeness.SAME]
        if not all(self._sources.texts[each.source].is_row(each.sentence) for each in same):
            return []
        starts = ((each.source, self._sources.mention(each).span.start) for each in same)
        places = [self._places.get(start) for start in starts]
        return [place for place in places if place] if None not in places else []

    def _contradicted(self, place: _Place) -> SourceJudgement:
        stated = self._value(place)
        return SourceJudgement("contradicted", Reason.SWAPPED_IN_SOURCE, place.source, place.cell.span, stated)

    def _value(self, place: _Place) -> Quantity | None:
        value = self._sources.texts[place.source].value_at(place.cell.span)
        return value if isinstance(value, Quantity) else None

    def _differs(self, place: _Place, figure: Figure) -> bool:
        """Whether a cell has another amount of the figure's kind."""
        value = self._value(place)
        if value is None or not isinstance(figure.value, Quantity) or family_of(value) != family_of(figure.value):
            return False
        return likeness(figure.value, value) is None

    def _in_named_row(self, place: _Place, figure: Figure, passage: Passage) -> _Place | None:
        """The cell of the same column in the row that is named right before the figure, if it differs."""
        names = [(_offset_of_name(row, passage, figure), row) for row in place.table.rows if len(row) > place.column]
        near = [(offset, row) for offset, row in names if offset is not None and offset <= _MOST_BETWEEN]
        other = place._replace(row=min(near, key=lambda each: each[0])[1]) if near else None
        return other if other and self._differs(other, figure) else None

    def _meant_by_header(self, place: _Place, figure: Figure, passage: Passage) -> _Place | None:
        """The cell of the same row under the header that the sentence names for the figure, if it differs."""
        column = _column_named(place, figure, passage)
        if column is None or column == place.column:
            return None
        other = place._replace(column=column)
        return other if self._differs(other, figure) else None

    def _meant_by_change(self, place: _Place, figure: Figure, passage: Passage) -> _Place | None:
        """The other amount of a row of two, where the figure ends a fall and is greater, or a rise and is less."""
        direction = _direction(figure, passage)
        values = {column: self._value(place._replace(column=column)) for column in range(1, len(place.row))}
        amounts = {column: value.amount for column, value in values.items() if value and value.amount is not None}
        if not direction or len(amounts) != _BOTH or place.column not in amounts:
            return None
        (other,) = amounts.keys() - {place.column}
        turned = place._replace(column=other)
        is_turned = direction * (amounts[place.column] - amounts[other]) < 0
        return turned if is_turned and self._differs(turned, figure) else None

    def _has_another(self, place: _Place, figure: Figure, passage: Passage) -> bool:
        """Whether another figure of the sentence is in the same row."""
        others = (each for each in passage.figures if each.mention is not figure.mention)
        texts = {cell.text for number, cell in enumerate(place.row) if number != place.column}
        return any(not texts.isdisjoint(each.mention.surface.split()) for each in others)


def _is_nearest(place: _Place, passage: Passage, figure: Figure) -> bool:
    """Whether a cell is in the row of its table whose name is nearest before the figure, of those in its sentence."""
    own = _offset_of_name(place.row, passage, figure)
    if own is None:
        return False
    offsets = (_offset_of_name(row, passage, figure) for row in place.table.rows)
    return own <= min(offset for offset in offsets if offset is not None)


def _offset_of_name(row: list[PipeCell], passage: Passage, figure: Figure) -> int | None:
    """How far before the figure its sentence has the name of a row; None where it has it nowhere.

    A name after the figure is as far as the sentence is long.
    """
    name = _UNIT.sub("", row[0].text) if row else ""
    if not any(map(str.isalpha, name)):
        return None
    start, end = passage.span
    found = list(re.finditer(rf"(?i)(?<!\w){re.escape(name)}(?!\w)", passage.text[start:end]))
    before = [figure.mention.span.start - start - match.end() for match in found]
    return min((offset for offset in before if offset >= 0), default=end - start if found else None)


def _direction(figure: Figure, passage: Passage) -> int:
    """1 for a figure to which something has risen, -1 for one to which it has fallen, else 0."""
    before = [word.text for word in passage.words if word.end <= figure.mention.span.start]
    if before[-1:] != ["to"]:
        return 0
    near = before[-_WORDS_BEFORE:]
    return (not RISES.isdisjoint(near)) - (not FALLS.isdisjoint(near))


def _column_named(place: _Place, figure: Figure, passage: Passage) -> int | None:
    """The column whose header has a word, which the other headers have not, beside the figure; None where none has.

    In a sentence that begins with such a word each is before its figure, else after it: "22 with glasses, 33 without".
    """
    words = dict(_telling_words(place))
    marks = [word for word in passage.words if word.text in words]
    figures = [each.mention.span for each in passage.figures if not each.is_date]
    if not marks:
        return None
    span = figure.mention.span
    if marks[0].start < figures[0].start:
        beside = [word for word in marks if word.end <= span.start][-1:]
    else:
        beside = [word for word in marks if word.start >= span.end][:1]
    return words[beside[0].text] if beside else None


def _telling_words(place: _Place) -> Iterator[tuple[str, int]]:
    """The words that one header alone has, each with the number of its column; not those of the first column."""
    headers = [set(_WORD.findall(header.text.casefold())) for header in place.table.header]
    for column, own in enumerate(headers[: len(place.row)]):
        others = set[str]().union(*headers[:column], *headers[column + 1 :])
        if column:
            yield from ((word, column) for word in own - others)
