"""Sums: "41 members: 19 Labour, 14 Conservatives and 11 independents", "£2.4m, £1.1m and £0.6m, a total of £4.6m"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import Interval, amount_of, digits, total, unit_of, written
from factcli.check.alone.templates import AMOUNT, DATE, MARKS, ORDINAL, matches
from factcli.check.reasons import Reason
from factcli.english.reckoning.rising import HEDGES
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

# What makes a list one of some only, or of parts of its parts.
_SOME_ONLY = re.compile(
    r"\b(?:including|includes?|included|among|of whom|of which|of them|of those|as well as|such as|mostly|mainly|each"
    r"|apiece|per|every|also|with|excluding|except|besides|plus|another|others?|the rest|remaining|e\.g|respectively"
    r"|both|than|of the|at least|and more|out of|other|would|could|from (?:the )?[a-z]+ to|between)\b"
)
# One item: an amount and a few words; no more marks, no words that join.
_ITEM = rf"(?:the )?{AMOUNT}(?: (?!and\b|or\b|but\b|while\b)[^\ue000\ue001\ue004-\ue006,;:()–—. ]{{1,24}}+){{0,6}}"
_LIST = rf"{_ITEM}(?:, {_ITEM}){{0,11}},? (?:and|plus) {_ITEM}"
_COUNTED = r"(?: (?!and\b|or\b|but\b)[a-z'’-]{1,20}+){0,6}"
_OPENS = (
    r"(?:: |, (?:namely|made up of|comprising|consisting of) | (?:made up of|comprising|comprised of"
    r"|consisting of) | [–—] | \()"
)
_TOTAL_FIRST = re.compile(
    rf"(?P<total>{AMOUNT}){_COUNTED}(?P<opens>{_OPENS})(?P<list>{_LIST})(?P<closes>[.;)]| [–—]|$)"
)
_IS_TOTAL = (
    r"(?:(?:for |or |making |with |bringing )?a (?:grand |combined )?total of|totall?ing|in total|making|altogether)"
)
_TOTAL_LAST = re.compile(
    rf"(?P<list>{_LIST})(?:, | [–—] |: | \(| (?=for a ))(?:"
    rf"{_IS_TOTAL} (?P<total>{AMOUNT})|(?P<total2>{AMOUNT})(?: [a-z-]{{1,15}}+)? (?:in all|altogether|in total"
    r"|overall|all told))"
)
_COMPLEMENTS = tuple(
    re.compile(
        rf"(?P<total>{AMOUNT}){_COUNTED}, (?P<list>{AMOUNT} {one} and {AMOUNT} {other}"
        rf"|{AMOUNT} {other} and {AMOUNT} {one}),"
    )
    for one, other in (("men", "women"), ("boys", "girls"), ("adults", "children"), ("males", "females"))
)
_GROUP = re.compile(rf"\(n ?= ?(?P<size>{AMOUNT})[);,]")
_ALLOCATED = re.compile(r"\b(?:assigned|randomi[sz]ed|allocated|divided|split|separated|grouped)\b")
_LOST = re.compile(
    r"\b(?:withdrew|withdrawn|excluded|dropped|lost|remaining|others|completed|died|of whom|of which|declined"
    r"|rest|screened"
    r"|eligible|analy[sz]ed|refused|left|missing)\b"
)
_LEAST_LISTED = 2


class Sum(NamedTuple):
    """A total and the parts that it is said to be of."""

    total: Mention
    parts: list[Mention]


def find_wrong_sums(reading: Reading) -> Iterator[Disagreement]:
    """The totals that are not the sum of the parts beside them."""
    before: Template | None = None
    for template in reading.templates:
        sums = [*_sums(template), *_groups(template, before)]
        yield from (_flaw(each) for each in sums if not _adds_up(each))
        before = template


def _sums(template: Template) -> Iterator[Sum]:
    if template.words.count(AMOUNT) <= _LEAST_LISTED:
        return
    for pattern in (_TOTAL_FIRST, _TOTAL_LAST, *_COMPLEMENTS):
        for match in matches(pattern, template):
            if not _is_of_some(template, match):
                name = "total2" if match.groupdict().get("total2") else "total"
                parts = [each for each in template.between(*match.span("list")) if each.kind not in {"date", "ordinal"}]
                yield Sum(template.group(match, name), parts)


def _is_of_some(template: Template, match: re.Match[str]) -> bool:
    """Whether the words say that the list is not whole, or the amounts not exact."""
    words = match[0]
    if _SOME_ONLY.search(words) or set(MARKS.findall(words)) - {AMOUNT, DATE, ORDINAL}:
        return True
    before = template.words[max(0, match.start() - 24) : match.start()].split()
    opens = match.groupdict().get("opens")
    is_bracket_left_open = opens is not None and (opens.strip() == "(") != (match["closes"] == ")")
    return is_bracket_left_open or bool(before and before[-1] in HEDGES)


def _groups(template: Template, before: Template | None) -> Iterator[Sum]:
    """Find such as “We enrolled 300 patients. They were assigned to the drug (n = 148) or placebo (n = 162)”."""
    groups = [template.group(match, "size") for match in matches(_GROUP, template)]
    if len(groups) < _LEAST_LISTED or not _ALLOCATED.search(template.words) or _LOST.search(template.words):
        return
    first = groups[0].span.start
    own = [mention for mention in template.mentions if mention.span.end < first and _is_count(mention)]
    earlier = [mention for mention in before.mentions if _is_count(mention)] if before and not own else []
    if earlier and before and _LOST.search(before.words):
        return
    largest = max((amount_of(group) or Decimal(0) for group in groups), default=Decimal(0))
    totals = [mention for mention in own or earlier if (amount_of(mention) or 0) > largest]
    if len(totals) == 1:
        yield Sum(totals[0], groups)


def _is_count(mention: Mention) -> bool:
    return isinstance(mention.value, Quantity) and mention.value.dimension in {"count", "number"}


def _adds_up(each: Sum) -> bool:
    """Whether the parts give the total, or the amounts cannot be added for certain."""
    whole, parts = written(each.total), [written(part) for part in each.parts]
    known = [part for part in parts if part is not None]
    if whole is None or len(known) != len(parts) or len(parts) < _LEAST_LISTED or not _are_alike(each):
        return True
    if any(part.low >= whole.high for part in known):
        return True
    return total(_exact(part) for part in known).meets(_exact(whole)) or _is_suffix(each)


def _exact(interval: Interval) -> Interval:
    """A count is exact; what is written in tenths is not."""
    middle = (interval.low + interval.high) / 2
    is_counted = interval.high - interval.low == 1 and middle == middle.to_integral_value()
    return Interval(middle, middle) if is_counted else interval


def _are_alike(each: Sum) -> bool:
    """Whether all are sums of the same money or measure, or all counts."""
    units = {unit_of(mention) for mention in (each.total, *each.parts)}
    dimensions = {
        value.dimension for mention in (each.total, *each.parts) if isinstance(value := mention.value, Quantity)
    }
    rates = {value.per for mention in (each.total, *each.parts) if isinstance(value := mention.value, Quantity)}
    if dimensions <= {"count", "number"}:
        return "time" not in units
    return len(units) == 1 and len(rates) == 1 and not dimensions & {"percent", "temperature"}


def _is_suffix(each: Sum) -> bool:
    """Whether the last of the parts alone give the total: a list may begin later than it seems."""
    amounts = [amount_of(part) or Decimal(0) for part in each.parts]
    whole = amount_of(each.total)
    return any(sum(amounts[start:], Decimal(0)) == whole for start in range(1, len(amounts) - 1))


def _flaw(each: Sum) -> Disagreement:
    amounts = [amount_of(part) or Decimal(0) for part in each.parts]
    unit = max(amounts)
    scale = _scale(each.total.surface) if unit else Decimal(1)
    shown = [
        digits(amount / scale) for amount in (*amounts, sum(amounts, Decimal(0)), amount_of(each.total) or Decimal(0))
    ]
    *parts, summed, said = shown
    other = Span(each.parts[0].span.start, each.parts[-1].span.end)
    return Disagreement(Reason.WRONG_SUM, each.total.span, other, f"{' + '.join(parts)} = {summed}, not {said}")


_SCALES = (
    (re.compile(r"\d ?(?:m|mn|million)\b", re.IGNORECASE), 6),
    (re.compile(r"\d ?(?:bn|b|billion)\b", re.IGNORECASE), 9),
)


def _scale(surface: str) -> Decimal:
    return next((Decimal(10) ** power for pattern, power in _SCALES if pattern.search(surface)), Decimal(1))
