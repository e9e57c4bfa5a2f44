"""Counts of what a draft itself lists: "Two friends, Ada and Bea, met"; no source needs to have counted them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.check.passages import Figure, Passage

# What is counted, and what opens the list.
_OPENING = late_pattern(
    r"[^,:;.()–—]{0,80}?(?:,? which (?:are|were)|[,:(–—]| - | (?:are|were)\b(?=[^,]{1,60}[,]| \w+ and ))\s*"
)
_LIST = late_pattern(r"[^;:()\n]{1,400}")
_LAST = late_pattern(r"(?P<comma>,)? (?:and|&) ")


def lists_as_many(figure: Figure, passage: Passage) -> bool:
    """Whether a list of as many things as the figure says follows in its sentence."""
    start, end = figure.mention.span.end, passage.span.end
    opening = _OPENING.match(passage.text, start, end)
    listed = _LIST.match(passage.text, opening.end(), end) if opening else None
    value = figure.value
    return bool(listed) and isinstance(value, Quantity) and value.amount == _things_in(listed[0] if listed else "")


def _things_in(listed: str) -> int | None:
    """How many things a list has; None where no "and" joins the last."""
    places = list(_LAST.finditer(listed))
    last = next((match for match in places if match["comma"]), places[0] if places else None)
    return listed.count(", ", 0, last.start()) + 2 if last else None
