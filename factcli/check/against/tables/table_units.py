"""The units that a table has in its title, its headers or its first column: "(thousands of tonnes)", "US$m", "in %".

A text and its figures come in; the figures go out, those that fill a cell as the amounts that they stand for.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcli.documents.pipe_tables import find_tables
from factcli.mentions import find_figures
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.documents.pipe_tables import PipeCell, PipeTable
    from factcli.model.facts import Mention

# Where a unit stands: in brackets, after "in" or a comma, or as all of a header.
_PHRASE = late_pattern(
    r"\((?:in )?(?P<bracket>[^()]{1,40})\)|(?:, |\b)[Ii]n (?P<after>[^,;.()]{1,40})$|, (?P<last>[^,;.()]{1,40})$"
)
_MONEY = late_pattern(r"(?P<sign>[A-Z]{0,3}[$£€¥])\s?(?P<scale>\w{0,9})|(?P<code>[A-Z]{3})\b\s?(?P<of>\w{0,9})")
_SCALE = late_pattern(
    r"(?i:(?P<thousands>thousands?|['’]?000s?)|(?P<millions>millions?|mn?)|(?P<billions>billions?|bn))\b(?: of)?"
)
_SCALES = {"thousands": "thousand", "millions": "million", "billions": "billion"}
_WHOLE = late_pattern(r"[A-Z]{0,3}[$£€¥].{0,12}|%|per ?cent|(?i:(?:thousand|million|billion)s?\b).{0,30}")
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


def with_units_of_tables(text: str, figures: Iterable[Mention]) -> Iterator[Mention]:
    """The figures of a text; a bare number that is all of a cell has the unit that its table gives it."""
    units = {start: unit for table in find_tables(text) for start, unit in _units_of(table)}
    return (_in_unit(mention, units.get(mention.span.start)) for mention in figures)


def _units_of(table: PipeTable) -> Iterator[tuple[int, Quantity]]:
    """The places of the cells that have a unit, each with one of it."""
    whole = unit_in(table.title)
    columns = [unit_in(header.text, is_header=True) for header in table.header]
    for row in table.rows:
        own = unit_in(row[0].text) if row else None
        for number, cell in enumerate(row):
            unit = own or (columns[number] if number < len(columns) else None) or (whole if number else None)
            if unit and not (unit is whole and _is_year(cell)):
                yield cell.span.start, unit


def _is_year(cell: PipeCell) -> bool:
    return cell.text.isdecimal() and len(cell.text) == len("2000") and _FIRST_YEAR <= int(cell.text) <= _LAST_YEAR


def _in_unit(mention: Mention, unit: Quantity | None) -> Mention:
    value = mention.value
    if unit is None or unit.amount is None or not isinstance(value, Quantity) or value.unit or value.amount is None:
        return mention
    quantum = None if value.quantum is None else value.quantum * unit.amount
    product = value.amount * unit.amount
    amount = product.to_integral_value() if product == product.to_integral_value() else product
    return replace(mention, value=replace(value, amount=amount, unit=unit.unit, quantum=quantum))


def unit_in(words: str, *, is_header: bool = False) -> Quantity | None:
    """One of the unit that some words name; None where they name none.

    >>> [str(unit_in(words).unit) for words in ("Output (thousands of tonnes)", "Sales, US$m", "Costs in £ million")]
    ['t', 'USD', 'GBP']
    """
    match = _PHRASE.search(words)
    phrase = next(filter(None, match.groups()), "") if match else ""
    if not phrase and is_header and _WHOLE.fullmatch(words):
        phrase = words
    return _one(phrase.strip()) if phrase else None


def _one(phrase: str) -> Quantity | None:
    """One of what a phrase names, as the readers of figures read it."""
    money = _MONEY.match(phrase)
    scale = _SCALE.match(phrase)
    if money:
        sign, rest = money["sign"] or f"{money['code']} ", money["scale"] or money["of"] or ""
        written = f"{sign}1 {_plain_scale(rest)}".strip()
    elif scale:
        written = f"1 {_plain_scale(scale[0])} {phrase[scale.end() :].strip()}".strip()
    else:
        written = f"1 {phrase}"
    read = [each for each in find_figures(written) if each.span.end == len(written)]
    value = read[0].value if len(read) == 1 and read[0].span.start == 0 else None
    return value if isinstance(value, Quantity) and value.amount and _is_unit(value) else None


def _plain_scale(words: str) -> str:
    match = _SCALE.match(words)
    return _SCALES[match.lastgroup] if match and match.lastgroup else words


def _is_unit(value: Quantity) -> bool:
    """Whether it is a scale or a measure: a header "(home)" counts nothing."""
    return value.dimension not in {"count", "number"} or (value.amount or Decimal(0)) > 1
