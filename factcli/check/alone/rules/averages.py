"""Means outside the range that is given with them: "depths ranged from 3 to 18 metres, with a mean of 21"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import Interval, about, amount_of, digits, ends_of, unit_of, written
from factcli.check.alone.templates import AMOUNT, PERCENT, RANGE, matches
from factcli.check.reasons import Reason
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

_MEAN = (
    rf"(?:mean|median|average|on average|averag(?:ing|ed|es))(?: [a-z]{{1,12}}+)?(?: of| was| is|:|,)? "
    rf"(?P<mean>[{AMOUNT}{PERCENT}])"
)
_RANGED = (
    r"(?:\brang(?:ed|es|ing|e)(?: was| is)?(?: from| between|:|,)?|\bfrom|\bbetween|\baged|\bare|\bwere) "
    rf"(?P<range>{RANGE})"
)
_SIGNED = r"(?: (?!and\b|while\b|but\b)[a-z]{1,15}+){0,3}"
_PATTERNS = (
    late_pattern(rf"{_RANGED}{_SIGNED}(?:,| \(| and|(?= with)) ?(?:with |and )?(?:an? |the |their |on )?{_MEAN}"),
    late_pattern(
        rf"\b{_MEAN}{_SIGNED},? ?[(\[]?(?:(?:range|ranging|ranged)(?: from| between|:|,| of)?|min"
        rf"(?:imum)?[–-]max(?:imum)?:?) ?(?P<range>{RANGE})(?=[)\],;.]| years?[)\],;.]|$)"
    ),
)


_PAIR = late_pattern(
    rf"\b(?:rang(?:ed|es|ing) from|between) (?P<least>{AMOUNT}) (?:to|and) (?P<most>{AMOUNT}){_SIGNED}"
    rf"(?:,| \(| and|(?= with)) ?(?:with |and )?(?:an? |the |their |on )?{_MEAN}"
)
# "40, 62 and 18, an average of 40"; "12, 15 and 18 degrees gave a mean of 15 degrees".
_LISTED = late_pattern(
    rf"(?P<list>{AMOUNT}(?:, {AMOUNT}){{1,9}},? and {AMOUNT})(?:,| [–—]| \(|:|(?= (?:gave|give|yielded|make|made)\b)) ?"
    r"(?:giving |making |for |or |with |gave |give |yielded |make |made )?(?:him |her |it |them )?(?:an?|the) "
    rf"(?:average|mean) (?:score |mark |time )?of (?P<mean>{AMOUNT})(?=[.,;)]|$)"
)
_BARE = late_pattern(rf"(?P<range>{RANGE}) \({_MEAN}\)")


_SLACK = Decimal("0.02")


def find_means_outside(reading: Reading) -> Iterator[Disagreement]:
    """The means and medians below the least or above the most."""
    for template in reading.templates:
        if RANGE in template:
            for pattern in (*_PATTERNS, _BARE):
                yield from _outside_range(template, pattern)
        elif template.count(AMOUNT) > 2:  # noqa: PLR2004 - both ends and the mean
            yield from _outside_pair(template)
            yield from _wrong_means(template)


def _outside_range(template: Template, pattern: re.Pattern[str]) -> Iterator[Disagreement]:
    for match in matches(pattern, template):
        mean, both = template.group(match, "mean"), template.group(match, "range")
        ends = ends_of(both)
        if ends and len({unit_of(mean), unit_of(both)} - {None}) <= 1:
            yield from _outside(mean, ends[0].low, ends[1].high, both.span, both.surface)


def _wrong_means(template: Template) -> Iterator[Disagreement]:
    """Find means such as “scored 40, 62 and 18, an average of 45”."""
    for match in matches(_LISTED, template):
        listed, mean = template.between(*match.span("list")), template.group(match, "mean")
        amounts, said = [amount_of(each) for each in listed], _said(mean)
        known = [amount for amount in amounts if amount is not None]
        if said is None or len(known) != len(amounts) or len({unit_of(each) for each in (mean, *listed)} - {None}) > 1:
            continue
        exact = sum(known, Decimal(0)) / len(known)
        if not about(exact, _SLACK).meets(said):
            span = Span(listed[0].span.start, listed[-1].span.end)
            yield Disagreement(
                Reason.MEAN_OUTSIDE_RANGE, mean.span, span, f"the mean of {len(known)} is {digits(exact)}"
            )


def _said(mean: Mention) -> Interval | None:
    """What the digits of a mean allow; "an average of" before it is not a hedge."""
    value = mean.value
    if not isinstance(value, Quantity) or value.amount is None or value.quantum is None:
        return None
    return Interval(value.amount, value.amount).widened(value.quantum / 2)


def _outside_pair(template: Template) -> Iterator[Disagreement]:
    for match in matches(_PAIR, template):
        mean, least, most = (template.group(match, name) for name in ("mean", "least", "most"))
        low, high = written(least), written(most)
        if low and high and len({unit_of(each) for each in (mean, least, most)} - {None}) <= 1:
            span = Span(least.span.start, most.span.end)
            yield from _outside(mean, low.low, high.high, span, f"{least.surface} to {most.surface}")


def _outside(mean: Mention, low: Decimal, high: Decimal, span: Span, words: str) -> Iterator[Disagreement]:
    amount = mean.value.amount if isinstance(mean.value, Quantity) else None
    if amount is not None and low < high and not low <= amount <= high:
        side = "below" if amount < low else "above"
        yield Disagreement(Reason.MEAN_OUTSIDE_RANGE, mean.span, span, f"{digits(amount)} is {side} the range {words}")
