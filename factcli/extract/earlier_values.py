"""What a figure was before or was thought to be: "compared with $52m a year earlier"; the newer one is to keep."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.model.edtf import EdtfDate

if TYPE_CHECKING:
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention

_NEAR, _FAR = 60, 90
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|against)"
    r" [^,;]{0,20}?(?:,? or [^,;.\d]{0,6})?\Z"
)
_FROM = re.compile(r"\bfrom (?:at least |about |around |nearly |almost )?\Z")
_TO = re.compile(r"(?: (?:per|a) \w{1,20}+)? to ")
# "Fell to £61m from £88m".
_TO_A_LEVEL = re.compile(r"\bto [£$€]?[\d.,]{1,12}+ ?[^\W\d_]{0,10}+%? from \Z")
_AT_THE_END = re.compile(r"(?: (?:per|a) (?:diluted |basic )?share)?(?:[.;]|,? or )")
# What others thought it would be: "beating the £31m expected by bakers".
_EXPECTED = re.compile(r" (?:that )?(?:\w+ )?(?:expected|forecast|predicted|estimated) by\b")
# "(2022: £31m)", "(prior year: £31m)".
_IN_BRACKETS = re.compile(r"\((?:(?:[HQ]\d |FY)?(?:19|20)\d\d|[\w ]{0,20}\byear)[:,] ?\Z")
_OF_BEFORE = re.compile(
    r"[^;]{0,60}?\b(?:(?:a|one) year (?:earlier|ago|before|prior)|last year|the (?:year|quarter) (?:before|earlier)"
    r"|(?:the |a )?(?:same|previous|prior|prior-year|preceding|comparable|corresponding|year-ago|year-earlier)\b)"
)


def is_earlier_value(mention: Mention, segment: Segment) -> bool:
    """Whether a figure is what another was at an earlier time or in a forecast, or where a rise began: "from 326"."""
    if isinstance(mention.value, EdtfDate):
        return False
    text, (start, end) = segment.whole, mention.span
    if text.endswith(("up from ", "down from "), segment.span.start, start):
        return True
    if _FROM.search(text, max(start - _NEAR, segment.span.start), start):
        has_fallen = _TO_A_LEVEL.search(text, max(start - _NEAR, segment.span.start), start) is not None
        return (
            _TO.match(text, end) is not None or " to " in mention.surface or has_fallen or _is_of_before(segment, end)
        )
    if _EXPECTED.match(text, end):
        return True
    if _IN_BRACKETS.search(text, max(start - _NEAR, segment.span.start), start):
        return True
    before = text[max(start - _NEAR, segment.span.start) : start]
    is_last = mention.kind in {"money", "percent"} and _AT_THE_END.match(text, end) is not None
    return bool(_COMPARED.search(before)) and (is_last or _is_of_before(segment, end))


def _is_of_before(segment: Segment, end: int) -> bool:
    return _OF_BEFORE.match(segment.whole[end : min(end + _FAR, segment.span.end)]) is not None
