"""A unit that is left out: said once for two amounts ("61 cents, up from 47"), or without its scale ("30 degrees")."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import chain
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
# "52 of its 90 beds" is a count.
_PART = late_pattern(r"\s(?:out\s)?of\b")
_AGE = late_pattern(r"\b(?:age|ages|aged)\b[^,;:.]*$")
_FAR = 40
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


def with_stated_unit(figure: Figure, passage: Passage, sources: SourceIndex) -> Figure:
    """The figure with the unit that its sentence leaves out, if a source states that; else the figure as it is."""
    units = chain(_in_units_said_once(figure, passage), _in_scales(figure), _in_years(figure, passage))
    stated = (each for each in units if any(like == Likeness.SAME for like, _ in sources.stating(each.value)))
    return next(stated, figure)


def _in_units_said_once(figure: Figure, passage: Passage) -> Iterator[Figure]:
    """The figure, if it is a bare number in digits, with the unit and scale of each other amount of its sentence.

    The nearest comes first.
    """
    value, here = figure.value, figure.mention
    if not isinstance(value, Quantity) or value.unit or value.amount is None or here.kind != "number":
        return
    is_part = _PART.match(passage.text, here.span.end)
    if is_part or not _DIGITS.fullmatch(here.surface) or _FIRST_YEAR <= value.amount <= _LAST_YEAR:
        return
    others = [each for each in passage.figures if each is not figure]
    for other in sorted(others, key=lambda each: abs(each.mention.span.start - here.span.start)):
        one = _one_of(other)
        if one is not None and one.amount is not None:
            quantum = None if value.quantum is None else value.quantum * one.amount
            scaled = msgspec.structs.replace(value, amount=value.amount * one.amount, unit=one.unit, quantum=quantum)
            yield replace(figure, value=scaled)


def _in_scales(figure: Figure) -> Iterator[Figure]:
    """The figure in degrees of each scale, where it is in degrees of none."""
    value = figure.value
    if isinstance(value, Quantity) and value.unit == "°" and "degree" in figure.mention.surface:
        yield from (replace(figure, value=msgspec.structs.replace(value, unit=unit)) for unit in ("°C", "°F"))


def _in_years(figure: Figure, passage: Passage) -> Iterator[Figure]:
    """The figure in years, where it is an age: "their average age was just over 38"."""
    value, before = figure.value, passage.text[passage.span.start : figure.mention.span.start]
    if isinstance(value, Quantity) and value.unit is None and _AGE.search(before[-_FAR:]):
        yield replace(figure, value=msgspec.structs.replace(value, unit="year"))


def _one_of(figure: Figure) -> Quantity | None:
    """One of the unit and scale in which an amount is written: a cent of "61 cents"; None where nothing is elided."""
    value = figure.value
    if not isinstance(value, Quantity) or value.amount is None or value.dimension in {"count", "number"}:
        return None
    digits = _DIGITS.search(figure.mention.surface)
    number = Decimal(digits[0]) if digits else Decimal(0)
    return Quantity(value.amount / number, value.unit) if number else None
