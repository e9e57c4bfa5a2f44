"""Tables: total rows, total columns, and columns of percentages beside their counts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.grids import find_grids
from factcli.check.alone.intervals import Interval, digits, total
from factcli.check.reasons import Reason
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.grids import Cell, Grid
    from factcli.check.alone.reading import Reading

_TOTAL = late_pattern(
    r"(?:grand |overall )?totals?|all|sum|in all|altogether|total \([^)]{1,20}\)|total,? [£$€\w]{1,12}", re.IGNORECASE
)
# Where a total is none of the rows above it alone.
_PARTIAL = late_pattern(
    r"\b(?:sub-?totals?|of which|including|incl|less|minus|net|excluding|other than|carried|brought)\b", re.IGNORECASE
)
# Columns that are not added up.
_NO_SUMS = late_pattern(
    r"\b(?:average|mean|median|rate|ratio|per|price|year|rank|no\.?|age|index|change|growth|score|position"
    r"|temperature|date|time|share|±|sd)\b|[±#]",
    re.IGNORECASE,
)  # fmt: skip
_DIFFERENCE = late_pattern(r"(?:change|difference|diff\.?|increase|decrease|\+/[-−]|rise|fall|margin)", re.IGNORECASE)
_LEAST_SURE_SUM = 20
_PERCENT = late_pattern(r"%|\bper ?cent\b|\bshare\b", re.IGNORECASE)
_ROUNDED = late_pattern(r"\bround(?:ed|ing)\b|\bneed not add\b|\bmay not (?:add|sum)\b", re.IGNORECASE)
_REACH = 400
_FEWEST_PARTS = 2
# A "total" that is far from the sum is something else, unless all digits are the same.
_MOST_TIMES = 2
_HUNDRED = Decimal(100)


def find_wrong_table_totals(reading: Reading) -> Iterator[Disagreement]:
    """The totals of tables that their parts do not give, and the shares that their counts do not."""
    if "|" not in reading.part:
        return
    for grid in find_grids(reading.text, *reading.span):
        if not _ROUNDED.search(reading.text, max(0, grid.span.start - _REACH), grid.span.end + _REACH):
            wrong = list(_wrong_percentages(grid))
            yield from wrong
            yield from _wrong_columns(grid, {flaw.span for flaw in wrong})
            yield from _wrong_differences(grid)
            yield from _wrong_rows(grid)


def _total_row(grid: Grid) -> int | None:
    """The number of the one total row, which is the last."""
    numbers = [number for number, row in enumerate(grid.rows) if _TOTAL.fullmatch(row[0].words)]
    is_plain = not any(_PARTIAL.search(row[0].words) for row in grid.rows)
    last = len(grid.rows) - 1
    return last if is_plain and (numbers == [last] or (not numbers and _adds_up_but_once(grid))) else None


def _adds_up_but_once(grid: Grid) -> bool:
    """Whether the last row is the sum of those above in all columns but one, as only a row of totals is."""
    columns = [grid.column(number) for number in range(1, len(grid.head))]
    wrong = sum(not _adds_up(cells[:-1], cells[-1]) for cells in columns)
    return len(grid.rows) > _FEWEST_PARTS + 1 and wrong == 1 < len(columns) and _is_large(columns[0][-1])


def _is_large(cell: Cell) -> bool:
    """Whether a sum is hardly met by chance."""
    return (cell.number or 0) > _LEAST_SURE_SUM


def _wrong_columns(grid: Grid, known: set[Span]) -> Iterator[Disagreement]:
    last = _total_row(grid)
    if last is None or last < _FEWEST_PARTS:
        return
    for number in range(1, len(grid.head)):
        head = grid.head[number].words
        is_share = bool(_PERCENT.search(head))
        cells = grid.column(number)
        if (is_share or not _NO_SUMS.search(head)) and not known & {cell.span for cell in cells}:
            yield from _wrong_total(cells[last], cells[:last])


def _wrong_rows(grid: Grid) -> Iterator[Disagreement]:
    """The rows of a table whose last column is a total; where most rows add up."""
    *heads, last = grid.head
    if (
        not _TOTAL.fullmatch(last.words)
        or len(heads) <= _FEWEST_PARTS
        or any(_NO_SUMS.search(head.words) for head in heads[1:])
    ):
        return
    flaws = [list(_wrong_total(row[-1], row[1:-1])) for row in grid.rows]
    wrong = [flaw for found in flaws for flaw in found]
    if len(wrong) * 2 < len(flaws):
        yield from wrong


def _wrong_differences(grid: Grid) -> Iterator[Disagreement]:
    """The differences of a last column that are not those of the two before it, where all other rows' are."""
    if len(grid.head) <= _FEWEST_PARTS + 1 or not _DIFFERENCE.fullmatch(grid.head[-1].words):
        return
    rows = [row[-3:] for row in grid.rows]
    wrong = [row for row in rows if not _is_difference(*row)]
    if len(wrong) == 1 and len(rows) > _FEWEST_PARTS and all(cell.number is not None for cell in wrong[0]):
        before, after, said = wrong[0]
        numbers = [cell.number or Decimal(0) for cell in (after, before, said)]
        change = digits(abs(numbers[0] - numbers[1]))
        yield Disagreement(
            Reason.WRONG_TABLE_TOTAL, said.span, Span(before.span.start, after.span.end),
            f"{before.words} and {after.words} differ by {change}, not {digits(abs(numbers[2]))}",
        )  # fmt: skip


def _is_difference(before: Cell, after: Cell, said: Cell) -> bool:
    here, there, change = before.interval, after.interval, said.interval
    if here is None or there is None or change is None:
        return False
    both = Interval(there.low - here.high, there.high - here.low)
    return both.meets(change) or Interval(-both.high, -both.low).meets(change)


def _wrong_total(said: Cell, parts: list[Cell]) -> Iterator[Disagreement]:
    whole, known = said.interval, [interval for part in parts if (interval := part.interval)]
    if whole is None or len(known) != len(parts) or len(parts) < _FEWEST_PARTS:
        return
    summed = total(known)
    numbers = [part.number or Decimal(0) for part in parts]
    exact = sum(numbers, Decimal(0))
    if summed.meets(whole) or not _is_near(exact, said.number or Decimal(0)):
        return
    shown = " + ".join(map(digits, numbers))
    working = f"{shown} = {digits(exact)}, not {digits(said.number or Decimal(0))}"
    yield Disagreement(Reason.WRONG_TABLE_TOTAL, said.span, Span(parts[0].span.start, parts[-1].span.end), working)


def _is_near(exact: Decimal, said: Decimal) -> bool:
    small, large = sorted((abs(exact), abs(said)))
    return small > 0 and large <= small * _MOST_TIMES


def _wrong_percentages(grid: Grid) -> Iterator[Disagreement]:
    """The shares that are not those of the counts in the column before, where the total says what they are of."""
    last = _total_row(grid)
    if last is None:
        return
    for number in range(2, len(grid.head)):
        counts, shares = grid.column(number - 1), grid.column(number)
        whole = counts[last].number
        if whole and shares[last].number == _HUNDRED and _adds_up(counts[:last], counts[last]):
            yield from (
                flaw
                for count, share in zip(counts[:last], shares[:last], strict=True)
                for flaw in _wrong_share(count, share, counts[last])
            )


def _adds_up(parts: list[Cell], whole: Cell) -> bool:
    known = [interval for part in parts if (interval := part.interval)]
    return len(known) == len(parts) and whole.interval is not None and total(known).meets(whole.interval)


def _wrong_share(count: Cell, share: Cell, whole: Cell) -> Iterator[Disagreement]:
    part, said, of = count.number, share.interval, whole.number
    if part is None or said is None or not of:
        return
    exact = part / of * _HUNDRED
    if not Interval(exact, exact).widened((said.high - said.low) / 2).meets(said):
        yield Disagreement(
            Reason.WRONG_TABLE_TOTAL, share.span, count.span, f"{digits(part)} of {digits(of)} is {digits(exact, 1)} %"
        )
