"""Counts of which others are a part: "36 boats" for the 19 of "19 of the 36 boats"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.model.facts import Mention, Span

_LONGEST_WHOLE, _BEFORE_WHOLE = 60, 20
_OUT_OF = re.compile(r"(?:\A|[.!?:;,]\s|\n)(?:Out o|O|o)f (?:the |its |their |our |those )?\Z")
_OF_WHICH = (", of which ", ", of whom ")
_OF_THEM = re.compile(r" of (?:(?:the|its|their|his|her|our|those) )?+")


def whole_of(mention: Mention, inside: Sequence[Mention], text: str) -> Mention | None:
    """The count that a number is a part of: "36 boats" for the 19 of "19 of the 36 boats"."""
    opening = _OF_THEM.match(text, mention.span.end)
    wholes = (
        other for other in inside
        if (opening and other.span.start == opening.end()) or _is_whole_before(other.span, mention.span, text)
    )  # fmt: skip
    found = next((other for other in wholes if isinstance(other.value, Quantity) and other.value.unit), None)
    return found if isinstance(mention.value, Quantity) and mention.value.unit is None else None


def is_only_whole(mention: Mention, others: Sequence[Mention], text: str) -> bool:
    """Whether a count is only there for a part of it: the 36 of "19 of the 36", not of "36, of which 19"."""
    is_told = text.startswith(_OF_WHICH, mention.span.end)
    return not is_told and any(whole_of(other, [mention], text) for other in others)


def _is_whole_before(whole: Span, part: Span, text: str) -> bool:
    """Whether a count is the whole of the next one: "Out of 122 schools, 80 were closed", "122, of which 80"."""
    between = text[whole.end : part.start]
    if between in _OF_WHICH:
        return True
    is_aside = between.endswith(", ") and between.count(",") == 1 and len(between) < _LONGEST_WHOLE
    return is_aside and _OUT_OF.search(text, max(whole.start - _BEFORE_WHOLE, 0), whole.start) is not None
