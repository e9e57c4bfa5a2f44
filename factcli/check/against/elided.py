"""A unit that a sentence says once for two amounts: "61 cents, up from 47"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from factcli.check.against.likeness import Likeness
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.against.source_index import SourceIndex
    from factcli.check.passages import Figure, Passage

_DIGITS = late_pattern(r"(?<![\d.,])\d{1,9}(?:\.\d{1,6})?(?![\d,.]*\d)")
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


def with_stated_unit(figure: Figure, passage: Passage, sources: SourceIndex) -> Figure:
    """The figure with a unit that its sentence says once, if a source states that; else the figure as it is."""
    units = _in_units_said_once(figure, passage)
    stated = (each for each in units if any(like == Likeness.SAME for like, _ in sources.stating(each.value)))
    return next(stated, figure)


def _in_units_said_once(figure: Figure, passage: Passage) -> Iterator[Figure]:
    """The figure, if it is a bare number in digits, with the unit and scale of each other amount of its sentence.

    The nearest comes first.
    """
    value, here = figure.value, figure.mention
    if not isinstance(value, Quantity) or value.unit or value.amount is None or here.kind != "number":
        return
    if not _DIGITS.fullmatch(here.surface) or _FIRST_YEAR <= value.amount <= _LAST_YEAR:
        return
    others = [each for each in passage.figures if each is not figure]
    for other in sorted(others, key=lambda each: abs(each.mention.span.start - here.span.start)):
        one = _one_of(other)
        if one is not None and one.amount is not None:
            quantum = None if value.quantum is None else value.quantum * one.amount
            scaled = msgspec.structs.replace(value, amount=value.amount * one.amount, unit=one.unit, quantum=quantum)
            yield replace(figure, value=scaled)


def _one_of(figure: Figure) -> Quantity | None:
    """One of the unit and scale in which an amount is written: a cent of "61 cents"; None where nothing is elided."""
    value = figure.value
    if not isinstance(value, Quantity) or value.amount is None or value.dimension in {"count", "number"}:
        return None
    digits = _DIGITS.search(figure.mention.surface)
    number = Decimal(digits[0]) if digits else Decimal(0)
    return Quantity(value.amount / number, value.unit) if number else None
