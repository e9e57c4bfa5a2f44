"""Figures that say again what another one says, or what it was before: "15 km (9 miles)", "from 326 to 438"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.model.facts import Mention, Value

_NEAR = 40
_BESIDE, _FAR = 12, 60
_COMPARED = re.compile(r"\b(?:up|down) from $|\b(?:rise|fall|increase|decrease|drop) (?:on|from) (?:the )?$")
_IN_BRACKETS = re.compile(
    r" ?\((?:or |about |around |roughly |approximately |some |[^()\d]?[\d.,]+[^()\d]{0,12}; ?){0,2}[^()\d\s]?$"
)
# "To 438 from 326", "to 438 in May, from 326".
_AFTER_LEVEL = re.compile(r" to (?:[a-z]{1,8} ){0,2}\D{0,4}[\d.,]{1,12}[^.;]{0,24} from $")


def is_conversion(mention: Mention, text: str, others: Sequence[Mention]) -> bool:
    """Whether it says in brackets what the figure before it says in another unit: "15.5 km (or 9.6 miles)"."""
    opening = _IN_BRACKETS.search(text, max(mention.span.start - _NEAR, 0), mention.span.start)
    return opening is not None and any(
        other.span.end == opening.start() and _is_same_in(mention.value, other.value) for other in others
    )


def _is_same_in(value: Value, other: Value) -> bool:
    """Whether two figures are of one dimension in two units; pounds of an amount are no dollars of another."""
    if not isinstance(value, Quantity) or not isinstance(other, Quantity):
        return False
    if value.dimension == "money":
        return other.dimension == "number" or (other.dimension == "money" and other.unit != value.unit)
    return other.dimension == value.dimension and other.dimension not in {"count", "number"}


def is_value_before(mention: Mention, text: str, others: Sequence[Mention]) -> bool:
    """Whether a figure is what another was before, at a time that is not said: "from 326 to 438", "to 438 from 326"."""
    start, end = mention.span
    if isinstance(mention.value, EdtfDate):
        return False
    if _COMPARED.search(text, max(start - _NEAR, 0), start):
        return True
    if not text.endswith("from ", 0, start):
        return False
    if text.startswith(" to ", end) or " to " in mention.surface:
        return True
    is_dated = any(isinstance(other.value, EdtfDate) and 0 <= other.span.start - end < _BESIDE for other in others)
    return not is_dated and _AFTER_LEVEL.search(text, max(start - _FAR, 0), start) is not None
