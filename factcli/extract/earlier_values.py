"""Figures that say again what another one says, or what it was before or was thought to be.

"15 km (9 miles)", "from 326 to 438", "compared with $52m a year earlier".
"""

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
_UP_FROM = re.compile(r"\b(?:up|down) from $|\b(?:rise|fall|increase|decrease|drop) (?:on|from) (?:the )?$")
_CONVERTED = re.compile(
    r" ?\((?:or |about |around |roughly |approximately |some |[^()\d]?[\d.,]+[^()\d]{0,12}; ?){0,2}[^()\d\s]?$"
)
# "To 438 from 326", "to 438 in May, from 326".
_AFTER_LEVEL = re.compile(r" to (?:[a-z]{1,8} ){0,2}\D{0,4}[\d.,]{1,12}[^.;]{0,24} from $")
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|against)"
    r" [^,;]{0,20}?(?:,? or [^,;.\d]{0,6})?\Z"
)
_FROM = re.compile(r"\bfrom (?:at least |about |around |nearly |almost )?\Z")
_TO = re.compile(r"(?: (?:per|a) \w{1,20}+)? to ")
_AT_THE_END = re.compile(r"(?: (?:per|a) (?:diluted |basic )?share)?(?:[.;]|,? or )")
# What others thought it would be: "beating the £31m expected by bakers".
_EXPECTED = re.compile(r" (?:that )?(?:\w+ )?(?:expected|forecast|predicted|estimated) by\b")
# "(2022: £31m)", "(prior year: £31m)".
_IN_BRACKETS = re.compile(r"\((?:(?:[HQ]\d |FY)?(?:19|20)\d\d|[\w ]{0,20}\byear)[:,] ?\Z")
_OF_BEFORE = re.compile(
    r"[^;]{0,60}?\b(?:(?:a|one) year (?:earlier|ago|before|prior)|last year|the (?:year|quarter) (?:before|earlier)"
    r"|(?:the |a )?(?:same|previous|prior|prior-year|preceding|comparable|corresponding|year-ago|year-earlier)\b)"
)


def is_conversion(mention: Mention, text: str, others: Sequence[Mention]) -> bool:
    """Whether it says in brackets what the figure before it says in another unit: "15.5 km (or 9.6 miles)"."""
    opening = _CONVERTED.search(text, max(mention.span.start - _NEAR, 0), mention.span.start)
    return opening is not None and any(
        other.span.end == opening.start() and _is_same_in(mention.value, other.value) for other in others
    )


def _is_same_in(value: Value, other: Value) -> bool:
    """Whether two figures are of one dimension in two units; pounds of an amount are not dollars of another."""
    if not isinstance(value, Quantity) or not isinstance(other, Quantity):
        return False
    if value.dimension == "money":
        return other.dimension == "number" or (other.dimension == "money" and other.unit != value.unit)
    return other.dimension == value.dimension and other.dimension not in {"count", "number"}


def is_earlier_value(mention: Mention, segment: Segment, others: Sequence[Mention]) -> bool:
    """Whether a figure is what another was at an earlier time or in a forecast, or where a rise began: "from 326"."""
    if isinstance(mention.value, EdtfDate):
        return False
    text, (start, end) = segment.whole, mention.span
    if _UP_FROM.search(text, max(start - _NEAR, segment.span.start), start):
        return True
    if _FROM.search(text, max(start - _NEAR, segment.span.start), start):
        is_beginning = _TO.match(text, end) is not None or " to " in mention.surface
        return is_beginning or _is_of_before(segment, end) or _is_after_level(mention, text, others)
    if _EXPECTED.match(text, end) or _IN_BRACKETS.search(text, max(start - _NEAR, segment.span.start), start):
        return True
    before = text[max(start - _NEAR, segment.span.start) : start]
    is_last = mention.kind in {"money", "percent"} and _AT_THE_END.match(text, end) is not None
    return bool(_COMPARED.search(before)) and (is_last or _is_of_before(segment, end))


def _is_of_before(segment: Segment, end: int) -> bool:
    return _OF_BEFORE.match(segment.whole[end : min(end + _LONG, segment.span.end)]) is not None


def _is_after_level(mention: Mention, text: str, others: Sequence[Mention]) -> bool:
    """Whether it comes after the level that it rose to, and no year is told of it: "to 438 in May, from 326"."""
    start, end = mention.span
    is_dated = any(isinstance(other.value, EdtfDate) and 0 <= other.span.start - end < _BESIDE for other in others)
    return not is_dated and _AFTER_LEVEL.search(text, max(start - _FAR, 0), start) is not None
