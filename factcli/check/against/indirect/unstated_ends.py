"""The end of a range or a period that no source states, where one states the other: "to 28 March" of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcli.check.against.likeness import Likeness, likeness
from factcli.mentions.patterns import late_pattern
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    from factcli.check.against.source_index import SourceIndex
    from factcli.check.passages import Figure
    from factcli.model.facts import Value

_JOINT = late_pattern(
    r"(?:from |between )?(?P<first>.{1,40}?)(?: (?:to|and|until|till|through) | ?[–-] ?)(?P<last>.{1,40})"
)


def unstated_end(figure: Figure, sources: SourceIndex) -> Span:
    """The words of the only end that no source states; those of the whole figure where there is no such end.

    An amount is stated as an end where a source has a range with that end, a date also by itself.
    """
    span = figure.mention.span
    written, ends = _JOINT.fullmatch(figure.mention.surface), _ends(figure.value)
    are_stated = [_is_stated(end, sources, at) for at, end in enumerate(ends)] if written else []
    if written is None or sum(are_stated) != 1:
        return span
    start, end = written.span("last" if are_stated[0] else "first")
    return Span(span.start + start, span.start + end)


def _ends(value: Value) -> list[Value]:
    """The beginning and the end of a closed range or period; nothing for all else."""
    if isinstance(value, EdtfDate):
        ends = value.text.split("/") if value.is_interval else []
        return [EdtfDate(each) for each in ends] if all(each.strip(".") for each in ends) else []
    if isinstance(value, Quantity) and value.is_range:
        return [replace(value, amount=each, lower=None, upper=None) for each in (value.lower, value.upper)]
    return []


def _is_stated(end: Value, sources: SourceIndex, at: int) -> bool:
    """Whether a source states an end as the same end of a range, or as a date."""
    for like, statement in sources.stating(end):
        theirs = _ends(statement.value)
        if like == Likeness.END and theirs and likeness(end, theirs[at]) == Likeness.SAME:
            return True
        if like == Likeness.SAME and isinstance(end, EdtfDate):
            return True
    return False
