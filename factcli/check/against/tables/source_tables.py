"""Figures that a table of a source states: in the row of the thing that a sentence names, the column of its noun."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.against.judgement import SourceJudgement
from factcli.check.against.likeness import Likeness, family_of, likeness
from factcli.check.against.scores.sides import Sides, sides_of
from factcli.check.against.tables.table_pairs import percents_of, record_of, scores_of, shares_in, summed_scores
from factcli.check.reasons import Reason
from factcli.documents.pipe_tables import find_tables
from factcli.english.number_names import CARDINAL_NAMES
from factcli.english.stemming import content_stems, find_words
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.check.against.read_source import ReadSource
    from factcli.check.against.scores.pairs import Pair
    from factcli.check.against.tables.table_pairs import TwoCells
    from factcli.check.passages import Figure, Passage
    from factcli.documents.pipe_tables import PipeCell, PipeTable

# "The three-point line" is not a figure of a table; "an 18-point game" is.
_SPELT_COMPOUND = re.compile(r"[^\W\d_]+-")
_BOTH = 2
# What is lost where a share is written in whole per cent.
_ROUNDED = Decimal("0.5")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*+")


class Row(NamedTuple):
    """A row of a table, by the words of its first cell."""

    source: int
    table: PipeTable
    cells: list[PipeCell]


class SourceTables:
    """The tables of all sources; rows are found by their names."""

    def __init__(self, texts: Sequence[ReadSource]) -> None:
        self._texts = texts
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)
        for number, text in enumerate(texts):
            for table in find_tables(text.text):
                for cells in table.rows:
                    self._add(Row(number, table, cells))

    def _add(self, row: Row) -> None:
        """Know a row by the names in it, and by the last word of each, as a person is known by the surname."""
        for cell in row.cells:
            name = cell.text.casefold()
            words = [] if any(map(str.isdigit, name)) else _WORD.findall(name)
            for known in {name, words[-1]} if words else ():
                self._rows[known].append(row)

    def judge_pair(self, pair: Pair, passage: Passage, before: Iterable[str]) -> SourceJudgement | None:
        """The verdict of the two cells that a pair is about; None where no row is named, or no cells are meant."""
        before = [*before]
        for row in self._named(pair.span.start, passage, before)[:1]:
            columns = zip(row.table.header, row.table.header[1:], strict=False)
            cells = list(zip(columns, zip(row.cells, row.cells[1:], strict=False), strict=False))
            meant = [both for (header, _), both in cells if pair.label and _abbreviates(pair.label, header.text)]
            found = [both for _, both in cells if [each.text for each in both] == [str(pair.first), str(pair.second)]]
            return _of_pair(pair, row, meant, found) or self._judge_unlabelled(pair, row, passage, before)
        return None

    def _judge_unlabelled(
        self, pair: Pair, row: Row, passage: Passage, before: Iterable[str]
    ) -> SourceJudgement | None:
        """The verdict on a record, a share or a score, by how it is written: "(12-3)", "7-of-9", "98-91"."""
        if pair.label:
            return None
        table, cells = row.table, row.cells
        is_share = not passage.text[slice(*pair.span)].replace("–", "-").replace("-", "").isdigit()
        is_record = passage.text[pair.span.start - 1 : pair.span.start] == "("
        if is_share:
            return _of_two(pair, row, list(shares_in(table, cells)))
        if is_record:
            record = record_of(table, cells)
            return _of_two(pair, row, [record]) if record else None
        rows = [cells, *(each.cells for each in self._others(row, passage, before))]
        if len(rows) != _BOTH:
            return None
        return _of_score(pair, row, rows, sides_of(pair, passage))

    def _others(self, row: Row, passage: Passage, before: Iterable[str]) -> list[Row]:
        """The other rows of its table that the text names, or the other of two."""
        if len(row.table.rows) == _BOTH:
            return [row._replace(cells=each) for each in row.table.rows if each is not row.cells]
        named = [each for text in (passage.text[slice(*passage.span)], *before) for each in self._all_named(text)]
        own = [each for each in named if each.table is row.table and each.cells is not row.cells]
        return [each for number, each in enumerate(own) if each.cells not in [one.cells for one in own[:number]]]

    def _all_named(self, text: str) -> Iterator[Row]:
        words = _WORD.findall(text)
        for at, word in enumerate(words):
            yield from self._rows_of(words, at) if word[0].isupper() else ()

    def judge(self, figure: Figure, passage: Passage, before: Iterable[str]) -> SourceJudgement | None:
        """The verdict of the cell that the figure is about; None where no single cell is."""
        if not self._rows or not isinstance(figure.value, Quantity) or figure.value.amount is None:
            return None
        rows = self._named(figure.mention.span.start, passage, before)
        if figure.value.unit == "%" and rows:
            return _of_percent(figure.value, rows[0])
        cells = [(row, cell) for row in rows for cell in _cells_of(figure, row)]
        of_years = self._of_years(figure, passage)
        return self._judge_cells(figure, cells, passage) or self._judge_cells(figure, of_years, passage)

    def _is_told_of_another(self, claim: Quantity, row: Row, cell: PipeCell, passage: Passage) -> bool:
        """Whether the sentence has the name of another row, with the value in the same column: "the group has 900"."""
        text = passage.text[slice(*passage.span)]
        if _is_told_of(row, text):
            return False
        column = row.cells.index(cell)
        others = (each for each in row.table.rows if len(each) > column and _is_told_of(row._replace(cells=each), text))
        values = (self._value_of(row, each[column]) for each in others)
        return any(value is not None and likeness(claim, value) == Likeness.SAME for value in values)

    def _judge_cells(
        self, figure: Figure, cells: list[tuple[Row, PipeCell]], passage: Passage
    ) -> SourceJudgement | None:
        """The verdict of the one cell that is meant; None where there are none or several."""
        if len(cells) != 1:
            return None
        row, cell = cells[0]
        stated = self._value_of(row, cell)
        if stated is None or not isinstance(figure.value, Quantity):
            return None
        claimed = figure.value if stated.unit else _bare(figure.value)
        if likeness(claimed, stated) == Likeness.SAME:
            return SourceJudgement("confirmed", Reason.STATED, row.source, cell.span, stated)
        if self._is_told_of_another(claimed, row, cell, passage):
            return None
        return SourceJudgement("contradicted", Reason.OTHER_IN_SOURCE, row.source, cell.span, stated)

    def _of_years(self, figure: Figure, passage: Passage) -> list[tuple[Row, PipeCell]]:
        """The cells under a year and in a row of which the sentence tells, in the figure's unit: "wool in 2019"."""
        text = passage.text[slice(*passage.span)]
        named = {word.casefold() for word in _WORD.findall(text)}
        years = {str(each.value) for each in passage.dates}
        rows = {id(row.cells): row for word in named for row in self._rows.get(word, ()) if _is_told_of(row, text)}
        return [
            (row, cell)
            for row in rows.values()
            for header, cell in zip(row.table.header[1:], row.cells[1:], strict=False)
            if header.text in years and self._measures(figure, row, cell)
        ]

    def _measures(self, figure: Figure, row: Row, cell: PipeCell) -> bool:
        stated, value = self._value_of(row, cell), figure.value
        if stated is None or not stated.unit or not isinstance(value, Quantity):
            return False
        return family_of(value) == family_of(stated)

    def _value_of(self, row: Row, cell: PipeCell) -> Quantity | None:
        value = self._texts[row.source].value_at(cell.span)
        return value if isinstance(value, Quantity) else None

    def _named(self, offset: int, passage: Passage, before: Iterable[str]) -> list[Row]:
        """The rows of the name that is nearest before an offset, or the last that the sentences before have.

        A name in several rows of a table, such as a team in a table of players, names none of them.
        """
        here = passage.text[passage.span.start : offset]
        for text in (here, *before):
            words = _WORD.findall(text)
            for at in range(len(words) - 1, -1, -1):
                own = self._rows_of(words, at) if words[at][0].isupper() else []
                if own:
                    return own
        return []

    def _rows_of(self, words: list[str], at: int) -> list[Row]:
        rows = self._rows.get(words[at].casefold().removesuffix("'s").removesuffix("’s").strip("."), [])
        own = [row for row in rows if sum(each.table is row.table for each in rows) == 1]
        return [row for row in own if not _is_other_name(words, at, row)]


def _is_other_name(words: list[str], at: int, row: Row) -> bool:
    """Whether the name in the text has a first name that the row does not have: another person of that name."""
    before = words[at - 1] if at else ""
    names = " ".join(cell.text for cell in row.cells).casefold()
    return before[:1].isupper() and before.isalpha() and at > 1 and before.casefold() not in names


def _of_pair(
    pair: Pair, row: Row, meant: list[tuple[PipeCell, PipeCell]], found: list[tuple[PipeCell, PipeCell]]
) -> SourceJudgement | None:
    both = next(iter([each for each in meant if each in found] or meant or found), None)
    if both is None:
        return None
    span = Span(both[0].span.start, both[1].span.end)
    value = Quantity(None, lower=Decimal(pair.first), upper=Decimal(pair.second))
    if both in found:
        return SourceJudgement("confirmed", Reason.STATED, row.source, span, value)
    if not all(cell.text.isdecimal() for cell in both):
        return None
    stated = Quantity(None, lower=Decimal(both[0].text), upper=Decimal(both[1].text))
    return SourceJudgement("contradicted", Reason.OTHER_IN_SOURCE, row.source, span, stated)


def _of_two(pair: Pair, row: Row, stated: list[TwoCells], *, is_either_way: bool = False) -> SourceJudgement | None:
    """The verdict of the cells that could be meant; None where there are none."""
    numbers = [str(pair.first), str(pair.second)]
    orders = [numbers, numbers[::-1]] if is_either_way else [numbers]
    found = next((both for both in stated if both.numbers in orders), None)
    if found:
        return SourceJudgement("confirmed", Reason.STATED, row.source, found.first.span)
    if len(stated) == 1:
        return _of_pair(pair, row, [(stated[0].first, stated[0].second)], [])
    return SourceJudgement("unsupported", Reason.NOT_STATED) if stated else None


def _sides_in(rows: Sequence[list[PipeCell]], span: Span | None) -> Sides:
    """Who won by the cells of two rows in the column of a cell of the first, which is at ``span``."""
    column = [cell.span for cell in rows[0]].index(span) if span else 0
    lower, higher = sorted(rows, key=lambda row: int(row[column].text))
    return Sides(_name_of(higher), _name_of(lower))


def _name_of(row: list[PipeCell]) -> frozenset[str]:
    words = (word for cell in row for word in find_words(cell.text, 0, len(cell.text)))
    return frozenset(word.folded for word in words if word.is_capital)


def _of_score(pair: Pair, row: Row, rows: Sequence[list[PipeCell]], sides: Sides) -> SourceJudgement | None:
    """The verdict of what two rows have in a column or, of a part of a match, in several."""
    judged = _of_two(pair, row, list(scores_of(row.table, *rows)), is_either_way=True)
    if judged and judged.verdict == "confirmed":
        is_turned = sides.are_turned(_sides_in(rows, judged.span))
        return judged._replace(verdict="contradicted", reason=Reason.OTHER_DIRECTION) if is_turned else judged
    is_sum = any({*numbers} == {str(pair.first), str(pair.second)} for numbers in summed_scores(row.table, *rows))
    return SourceJudgement("unknown", Reason.ELSEWHERE, row.source, row.cells[0].span) if is_sum and judged else judged


def _of_percent(value: Quantity, row: Row) -> SourceJudgement | None:
    """Unsupported where the table has shares in per cent and none is this one; None for the rest."""
    rows = row.table.rows if len(row.table.rows) == _BOTH else [row.cells]
    stated = [Decimal(each) for each in percents_of(row.table, rows) if each.replace(".", "", 1).isdecimal()]
    amount = value.amount
    is_stated = amount is not None and any(abs(each - amount) <= _ROUNDED for each in stated)
    return SourceJudgement("unsupported", Reason.NOT_STATED) if stated and not is_stated else None


def _abbreviates(label: str, header: str) -> bool:
    """Whether a label is short for the header of a column: ``FG`` for field goals made, ``3Pt`` for three-pointers."""
    words = [word.casefold() for word in re.findall(r"[^\W_]+", header)]
    letters = label.casefold()
    if letters[0].isdigit():
        spelt = [CARDINAL_NAMES[int(letters[0])], letters[1:2]]
        return len(words) > 1 and words[0] == spelt[0] and words[1].startswith(spelt[1])
    return len(letters) > 1 and "".join(word[0] for word in words).startswith(letters)


def _cells_of(figure: Figure, row: Row) -> list[PipeCell]:
    """The cells of the row whose column is called as what the figure counts."""
    if figure.context.is_part or _SPELT_COMPOUND.match(figure.mention.surface):
        return []
    noun = content_stems(figure.mention.surface)
    columns = zip(row.table.header[1:], row.cells[1:], strict=False)
    return [cell for header, cell in columns if (stems := content_stems(header.text)) and stems <= noun]


def _is_told_of(row: Row, text: str) -> bool:
    """Whether a sentence has the name of a row, the words of its first cell."""
    return bool(row.cells and re.search(rf"(?i)(?<!\w){re.escape(row.cells[0].text)}(?!\w)", text))


def _bare(value: Quantity) -> Quantity:
    return Quantity(value.amount, comparator=value.comparator, quantum=value.quantum)
