"""Changes between two amounts: both ends and a step come in, what the step should be goes out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.alone.intervals import Interval, about, amount_of, digits, ends_of, unit_of, written
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    import re

    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

# What a step leaves open: writers round 37.6 to 38 and to 40.
_PERCENT_SLACK = Decimal("0.6")
_ROUND_PERCENT_SLACK = Decimal("2.1")
FRACTION_SLACK = Decimal("0.12")
_PROBABLY_OTHER_SCALES = 400


class Ends(NamedTuple):
    """The two amounts between which something changes, and what their digits allow."""

    begin: Interval
    end: Interval
    unit: str | None
    span: Span
    words: tuple[str, str]


def wrong_step(ends: Ends, step: Mention, *, is_points: bool) -> str | None:
    """What the step should be, in words; None where it is right or cannot be worked out."""
    value = step.value
    if not isinstance(value, Quantity) or value.comparator not in {"=", "~"} or value.amount is None:
        return None
    if value.quantum is None:
        return _wrong_part(ends, value.amount, value.unit)
    if value.comparator != "=":
        return None
    if value.unit == "pp" or is_points or (value.unit == "point" and ends.unit == "%"):
        return _wrong_difference(ends, step)
    if value.unit == "%":
        shares = _share_interval(value)
        is_in_points = ends.unit == "%" and _difference(ends).meets(shares)
        return None if is_in_points else wrong_share(ends, shares)
    is_alike = value.unit == ends.unit or value.unit is None or (ends.unit is None and value.dimension == "count")
    return _wrong_difference(ends, step) if is_alike else None


def _share_interval(value: Quantity) -> Interval:
    amount, quantum = value.amount or Decimal(0), value.quantum or Decimal(1)
    is_round = amount % 5 == 0
    slack = _ROUND_PERCENT_SLACK if is_round else _PERCENT_SLACK
    return Interval(amount, amount).widened(max(quantum / 2, slack if quantum >= 1 else quantum))


def _wrong_part(ends: Ends, part: Decimal, unit: str | None) -> str | None:
    """What the change is, in words; None where it is that part of the amount, or of a point as in "half a point"."""
    if unit in {"point", "pp"}:
        is_right = ends.unit != "%" or _difference(ends).meets(Interval(part, part))
        return None if is_right else _difference_in_words(ends, " points")
    return None if part >= 1 else wrong_share(ends, about(part * 100, FRACTION_SLACK))


def wrong_share(ends: Ends, said: Interval) -> str | None:
    """What the change is in per cent, in words; None where that is what was said, or cannot be worked out."""
    ratio = ends.end.over(ends.begin)
    if ratio is None:
        return None
    change = Interval((ratio.low - 1) * 100, (ratio.high - 1) * 100)
    size = (
        Interval(*sorted(map(abs, change)))
        if change.low * change.high > 0
        else Interval(Decimal(0), max(map(abs, change)))
    )
    if size.meets(said):
        return None
    exact = middle(ends.end) / middle(ends.begin) * 100 - 100
    return f"{ends.words[0]} to {ends.words[1]} is {'+' if exact > 0 else '−'}{digits(abs(exact), 1)} %"


def _difference(ends: Ends) -> Interval:
    low, high = ends.end.low - ends.begin.high, ends.end.high - ends.begin.low
    return Interval(low, high) if low > 0 else Interval(-high, -low)


def _wrong_difference(ends: Ends, step: Mention) -> str | None:
    said = written(step)
    if said is None or _difference(ends).meets(said):
        return None
    unit = " points" if unit_of(step) == "pp" else ""
    return _difference_in_words(ends, unit)


def _difference_in_words(ends: Ends, unit: str) -> str:
    exact = abs(middle(ends.end) - middle(ends.begin))
    return f"{ends.words[0]} to {ends.words[1]} is a difference of {digits(exact)}{unit}"


def middle(interval: Interval) -> Decimal:
    """The amount halfway between the ends."""
    return (interval.low + interval.high) / 2


def are_of_other_scales(ends: Ends) -> bool:
    """Whether one end seems to lack its "million": "from 1.5 to 3 million"."""
    small, large = sorted((middle(ends.begin), middle(ends.end)))
    return small <= 0 or large / small > _PROBABLY_OTHER_SCALES


def ends_of_change(template: Template, match: re.Match[str]) -> Ends | None:
    """Both ends of a change; None where they are hedged, of different units, or years."""
    names = match.re.groupindex
    if "range" in names and match["range"]:
        return _ends_of_range(template.group(match, "range"))
    suffix = "2" if "begin2" in names and match["begin2"] else ""
    begin, end = template.group(match, f"begin{suffix}"), template.group(match, f"end{suffix}")
    here, there = written(begin), written(end)
    if here is None or there is None or not _are_alike(begin, end):
        return None
    span = Span(min(begin.span.start, end.span.start), max(begin.span.end, end.span.end))
    return Ends(here, there, unit_of(begin) or unit_of(end), span, (begin.surface, end.surface))


def _are_alike(begin: Mention, end: Mention) -> bool:
    """Whether the two measure the same, as far as their units tell."""
    if unit_of(begin) == unit_of(end):
        return True
    amount = amount_of(end)
    dimensions = {value.dimension for value in (begin.value, end.value) if isinstance(value, Quantity)}
    is_bare = None in {unit_of(begin), unit_of(end)} and "number" in dimensions and "money" not in dimensions
    return (
        amount is not None and (is_bare or dimensions <= {"count", "number"}) and None in {unit_of(begin), unit_of(end)}
    )


def _ends_of_range(mention: Mention) -> Ends | None:
    both = ends_of(mention)
    if both is None or not isinstance(mention.value, Quantity) or mention.value.comparator != "=":
        return None
    words = (f"{digits(mention.value.lower or Decimal(0))}", f"{digits(mention.value.upper or Decimal(0))}")
    return Ends(*both, mention.value.unit, mention.span, words)
