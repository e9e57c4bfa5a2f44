"""Figures that say again what another one says, or what it was before: "15 km (9 miles)", "from 326 to 438"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention, Value

_NEAR = 40
_BESIDE, _FAR, _LONG = 12, 60, 90
_FROM = re.compile(r"\b(?:up|down) from $|\b(?:rise|fall|increase|decrease|drop) (?:on|from) (?:the )?$")
_IN_BRACKETS = re.compile(
    r" ?\((?:or |about |around |roughly |approximately |some |[^()\d]?[\d.,]+[^()\d]{0,12}; ?){0,2}[^()\d\s]?$"
)
# "To 438 from 326", "to 438 in May, from 326".
_AFTER_LEVEL = re.compile(r" to (?:[a-z]{1,8} ){0,2}\D{0,4}[\d.,]{1,12}[^.;]{0,24} from $")
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|against|(?:up|down|rise|fall|increase|decrease) from)"
    r" [^,;.]{0,12}+(?:[\d.]{1,12}+ ?\w{0,10}+,? or [^,;.\d]{0,6}+)?\Z"
)
_OF_BEFORE = re.compile(
    r"[^;]{0,60}?\b(?:(?:a|one) year (?:earlier|ago|before|prior)|last year|the (?:year|quarter) (?:before|earlier)"
    r"|(?:the |a )?(?:same|previous|prior|prior-year|preceding|comparable|corresponding|year-ago|year-earlier)\b)"
)


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


def is_earlier_value(mention: Mention, segment: Segment, others: Sequence[Mention]) -> bool:
    """Whether a figure is what the one before it was at an earlier time, or where a rise began: "from 326 to 438"."""
    if isinstance(mention.value, EdtfDate):
        return False
    text, (start, end) = segment.whole, mention.span
    if _FROM.search(text, max(start - _NEAR, segment.span.start), start):
        return True
    if text.endswith("from ", segment.span.start, start):
        is_beginning = text.startswith(" to ", end) or " to " in mention.surface
        return is_beginning or _is_of_before(segment, end) or _is_after_level(mention, text, others)
    before = text[max(start - _FAR, segment.span.start) : start]
    return bool(_COMPARED.search(before)) and _is_of_before(segment, end)


def _is_of_before(segment: Segment, end: int) -> bool:
    return _OF_BEFORE.match(segment.whole[end : min(end + _LONG, segment.span.end)]) is not None


def _is_after_level(mention: Mention, text: str, others: Sequence[Mention]) -> bool:
    """Whether it comes after the level that it rose to, and no year is told of it: "to 438 in May, from 326"."""
    start, end = mention.span
    is_dated = any(isinstance(other.value, EdtfDate) and 0 <= other.span.start - end < _BESIDE for other in others)
    return not is_dated and _AFTER_LEVEL.search(text, max(start - _FAR, 0), start) is not None
