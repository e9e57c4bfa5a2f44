"""What a length of time is: somebody's age, how long ago something was, or how long it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.measuring.narrowing import MIDDLES
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.check.claims.slots import Claim
    from factcli.check.guards import Situation
    from factcli.check.passages import Figure, Passage


def other_length_of_time(situation: Situation) -> bool:
    """Whether one figure is an age, a time ago or an average age, and the other is not; or an age of another time."""
    alignment = situation.alignment
    if _is_age_then(alignment.passage, alignment.claim) and _is_age_beside_name(
        alignment.known.passage, alignment.figure
    ):
        return True
    here = _sort_of(alignment.passage, alignment.claim, alignment.here)
    there = _sort_of(alignment.known.passage, alignment.figure, alignment.there)
    return bool(here and there) and here != there


def _is_age_then(passage: Passage, figure: Figure) -> bool:
    """Whether an age is that of the time which the clause tells of: "escaped as a 23-year-old"."""
    return figure.mention.role == "age" and passage.text[: figure.mention.span.start].endswith((" as a ", " as an "))


def _is_age_beside_name(passage: Passage, figure: Figure) -> bool:
    """Whether an age stands between commas, which is that of the day of the text: "Ida Roth, 66,"."""
    start, end = figure.mention.span
    return figure.mention.role == "age" and passage.text[:start].endswith(", ") and passage.text[end : end + 1] == ","


def _sort_of(passage: Passage, figure: Figure, claim: Claim) -> str:
    """What sort of length of time a figure is; empty where it is none, or a bare number."""
    value = figure.value
    if not isinstance(value, Quantity) or value.dimension != "duration":
        return ""
    if figure.mention.role == "age" or "age" in claim.measures:
        return "average age" if any(word.text in MIDDLES for word in passage.words) else "age"
    after = next((word.text for word in passage.words if word.start >= figure.mention.span.end), "")
    return "ago" if after == "ago" else "length" if any(map(str.isalpha, figure.mention.surface)) else ""
