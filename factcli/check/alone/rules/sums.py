"""Sums: "36 seats: 17 Green, 12 Centre and 9 others", "£3.2m, £1.5m and £0.4m, a total of £5.4m"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import amount_of, digits, total, unit_of, written
from factcli.check.alone.templates import AMOUNT, DATE, MARKS, ORDINAL, YEAR, matches
from factcli.check.reasons import Reason
from factcli.english.reckoning.rising import HEDGES
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.intervals import Interval
    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

# What makes a list one of some only, or of parts of its parts.
_SOME_ONLY = late_pattern(
    r"\b(?:including|includes?|included|among|of whom|of which|of them|of those|as well as|such as|mostly|mainly|each"
    r"|apiece|per|every|also|(?:and|,) with|excluding|except|besides|plus|another|others?|the rest|remaining"
    r"|e\.g|respectively"
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
_TOTAL_FIRST = late_pattern(
    rf"(?P<total>{AMOUNT}){_COUNTED}(?: (?:over|for|in|during) [{AMOUNT}{DATE}{YEAR}])?(?P<opens>{_OPENS})"
    rf"(?P<list>{_LIST})"
    r"(?: and (?:the )?[a-z'’-]{2,20}+)?(?P<closes>[.;)]| [–—]|$)"
)
_IS_TOTAL = (
    r"(?:(?:for |or |making |with |bringing )?a (?:grand |combined )?total of|totall?ing|in total|making|altogether"
    r"|(?:together |altogether )?(?:that|this|which|they|these) (?:makes?|comes? to|came to|totals?|totall?ed)"
    r"|together (?:making|they (?:make|made)))"
)
_TOTAL_LAST = late_pattern(
    rf"(?P<list>{_LIST})(?:, (?:or )?| [–—] |: | \(|; (?=together\b|that\b|this\b|which\b)| (?=for a ))(?:"
    rf"{_IS_TOTAL} (?P<total>{AMOUNT})|(?P<total2>{AMOUNT})(?: [a-z-]{{1,15}}+){{0,4}}? (?:in all|altogether|in total"
    r"|overall|all told))"
)
# "36 seats: Green 17, Centre 12 and others 9"; "38 matches: won 20, drew 10 and lost 9".
_NAMED_ITEM = (
    rf"(?:the )?(?!and\b|or\b|but\b)[a-z'’-]{{2,20}}+(?: (?!and\b|or\b|but\b)[a-z'’-]{{2,20}}+){{0,2}}:? {AMOUNT}"
)
_NAMED_LIST = rf"{_NAMED_ITEM}(?:, {_NAMED_ITEM}){{0,11}},? and {_NAMED_ITEM}"
_NAMED_LAST = late_pattern(rf"(?P<total>{AMOUNT}){_COUNTED}(?P<opens>: | \()(?P<list>{_NAMED_LIST})(?P<closes>[.;)]|$)")
# Lists that need not be whole: they cannot be more than their total.
_OF_MONEY = late_pattern(rf"\bof the (?P<total>{AMOUNT}){_COUNTED}, (?P<list>{_LIST})(?=[.;]|$)")
_AT_MOST = (
    late_pattern(
        rf"(?P<total>{AMOUNT}), of which (?P<list>{AMOUNT} (?:is|was|are|were|will be|would be|went|goes"
        rf"|will go) [a-z ]{{1,40}}+"
        rf"(?:, {_ITEM}){{0,8}},? and {_ITEM})"
    ),
    late_pattern(
        rf"of the (?P<total>{AMOUNT}), (?P<list>{AMOUNT} (?:were |was |voted )?(?:for|in favou?r|against)\b{_COUNTED}"
        rf"(?:, {_ITEM}){{0,3}},? and {_ITEM})"
    ),
)
_CONTINUED = late_pattern(
    rf"^(?:there (?:are|were)|they (?:are|were|include)|these (?:are|were)) (?P<list>{_LIST})(?=[.;]|$)"
    rf"|^(?P<list2>(?:the )?[a-z]{{2,20}}+ (?:holds?|has|have|won|took|got|sent|gave|hold|scored|sold) {_ITEM}"
    rf"(?:, {_NAMED_ITEM}){{1,8}} and {_NAMED_ITEM})(?=[.;]|$)"
)
# Whatever order of words, the last amount is the total of all before it.
_LAST_TOTAL = late_pattern(
    rf"(?:,|;| [–—]| and| for| with) (?:[a-z]{{1,12}}+ ){{0,2}}?(?:{_IS_TOTAL} (?P<total>{AMOUNT})"
    rf"|(?P<total2>{AMOUNT})(?: [a-z-]{{1,15}}+){{0,3}}? (?:in all|altogether|in total|all told))[^\ue000-\ue006]*$"
)
# Counted without a figure: "one", or "and the dogs" before the total.
_ONE = late_pattern(
    r"\b(?:an?|one|single|himself|herself|itself|couple|pair|few|several|some|many)\b"
    rf"|\bwith (?!{AMOUNT})|\b(?:and|plus)\b[^{AMOUNT}]*$"
)
_PLAIN = {AMOUNT, DATE, ORDINAL, YEAR}
_NEARLY = Decimal("0.12")
_MOST_TIMES_OVER = Decimal("1.4")
_COMPLEMENTS = late_pattern(rf"(?P<total>{AMOUNT}){_COUNTED}, (?P<list>{AMOUNT} and {AMOUNT})(?=[,.;])")
_SEXES = (
    frozenset({"man", "woman"}),
    frozenset({"boy", "girl"}),
    frozenset({"adult", "child"}),
    frozenset({"male", "female"}),
)
_GROUP = late_pattern(rf"\(n ?= ?(?P<size>{AMOUNT})[);,]")
_ALLOCATED = late_pattern(r"\b(?:assigned|randomi[sz]ed|allocated|divided|split|separated|grouped)\b")
_LOST = late_pattern(
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
    around = [None, *reading.templates, None]
    for before, template, after in zip(around, reading.templates, around[2:], strict=False):
        sums = [*_sums(template), *_complements(template), *_groups(template, before), *_loose_sums(template)]
        wrong = [each for each in sums if not _adds_up(each) and not _is_explained(each, template, after)]
        yield from map(_flaw, wrong)
        parts = [*_partial_sums(template), *_continued(template, before)]
        yield from (_flaw(each) for each in parts if not _adds_up(each) and _is_little_over(each))


def _sums(template: Template) -> Iterator[Sum]:
    if template.count(AMOUNT) <= _LEAST_LISTED:
        return
    for pattern in (_TOTAL_FIRST, _NAMED_LAST, _TOTAL_LAST):
        for match in matches(pattern, template):
            if not _is_of_some(template, match):
                name = "total2" if match.groupdict().get("total2") else "total"
                yield Sum(template.group(match, name), _listed(template, match.span("list")))


def _loose_sums(template: Template) -> Iterator[Sum]:
    """Find a total after other amounts in any order of words: "by 17 votes to 12 with three abstentions, 31 in all"."""
    if template.count(AMOUNT) <= _LEAST_LISTED:
        return
    match = _LAST_TOTAL.search(template.words)
    if match is None or set(MARKS.findall(template.words)) - _PLAIN:
        return
    if _SOME_ONLY.search(template.words.replace(match[0], "")) or _ONE.search(template.words[: match.start()]):
        return
    whole = template.group(match, "total" if match["total"] else "total2")
    parts = _listed(template, (0, match.start()))
    each = Sum(whole, parts)
    if len(parts) >= _LEAST_LISTED and _is_nearly(each):
        yield each


def _is_nearly(each: Sum) -> bool:
    """Whether the parts give so nearly the total that they must be meant."""
    whole = amount_of(each.total) or Decimal(0)
    return abs(_added(each) - whole) <= whole * _NEARLY


def _complements(template: Template) -> Iterator[Sum]:
    """Find such as “a jury of twelve, seven women and six men,”."""
    if template.count(AMOUNT) <= _LEAST_LISTED:
        return
    for match in matches(_COMPLEMENTS, template):
        parts = template.between(*match.span("list"))
        if frozenset(map(unit_of, parts)) in _SEXES:
            yield Sum(template.group(match, "total"), parts)


def _partial_sums(template: Template) -> Iterator[Sum]:
    """The totals that the parts of some list are said to be of, whether it is whole or not."""
    if template.count(AMOUNT) <= _LEAST_LISTED:
        return
    for match in matches(_OF_MONEY, template):
        whole = template.group(match, "total")
        if (
            isinstance(whole.value, Quantity)
            and whole.value.dimension == "money"
            and not _SOME_BESIDES.search(match[0])
        ):
            yield Sum(whole, _listed(template, match.span("list")))
    for pattern in _AT_MOST:
        for match in matches(pattern, template):
            if not _SOME_BESIDES.search(match[0]):
                yield Sum(template.group(match, "total"), _listed(template, match.span("list")))


def _continued(template: Template, before: Template | None) -> Iterator[Sum]:
    """Find such as “The parade had 30 floats. There were 12 from schools, 9 from clubs and 11 from shops”."""
    if before is None or template.span.start - before.span.end > _NEAR or template.count(AMOUNT) < _LEAST_LISTED:
        return
    match = _CONTINUED.search(template.words)
    if match is None or _SOME_ONLY.search(match[0]):
        return
    counts = [mention for mention in before.mentions if _is_count(mention) and mention.kind != "ordinal"]
    if len(counts) == 1 and unit_of(counts[0]) is not None:
        yield Sum(counts[0], _listed(template, match.span("list" if match["list"] else "list2")))


def _is_explained(each: Sum, template: Template, after: Template | None) -> bool:
    """Whether the text names what is left: "60 in one and 58 in the other; four were lost"."""
    known = {each.total.span, *(part.span for part in each.parts)}
    left = abs((amount_of(each.total) or Decimal(0)) - _added(each))
    others = [*template.mentions, *(after.mentions if after else ())]
    return any(amount_of(other) == left for other in others if other.kind != "ordinal" and other.span not in known)


def _added(each: Sum) -> Decimal:
    return sum((amount_of(part) or Decimal(0) for part in each.parts), Decimal(0))


def _listed(template: Template, span: tuple[int, int]) -> list[Mention]:
    return [each for each in template.between(*span) if each.kind not in {"date", "ordinal"}]


def _is_little_over(each: Sum) -> bool:
    """Whether the parts are more than their total, but not so much more that they must be of something else."""
    whole = amount_of(each.total) or Decimal(0)
    summed = _added(each)
    return whole < summed <= whole * _MOST_TIMES_OVER


_NEAR = 4
_SOME_BESIDES = late_pattern(
    r"\b(?:each|apiece|per|every|both|also|with|as well|more|up to|others?|respectively|than)\b"
)


def _is_of_some(template: Template, match: re.Match[str]) -> bool:
    """Whether the words say that the list is not whole, or the amounts not exact."""
    words = match[0]
    if _SOME_ONLY.search(words) or set(MARKS.findall(words)) - {AMOUNT, DATE, ORDINAL}:
        return True
    before = template.words[max(0, match.start() - 24) : match.start()].split()
    opens = match.groupdict().get("opens")
    if opens is None and " with " in words:
        return True
    is_bracket_left_open = opens is not None and (opens.strip() == "(") != (match["closes"] == ")")
    return is_bracket_left_open or bool(before and before[-1] in HEDGES)


def _groups(template: Template, before: Template | None) -> Iterator[Sum]:
    """Find such as “The farm has 90 goats. They are kept in the barn (n = 52) or outside (n = 48)”."""
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
    summed = total(known)
    if any(part.low >= whole.high for part in known) or not _is_near(summed, whole):
        return True
    return summed.meets(whole) or _is_suffix(each)


def _is_near(summed: Interval, whole: Interval) -> bool:
    """Whether the sum is near enough to be meant: parts that are far more, or far less, are of something else."""
    return summed.low <= whole.high * _MOST_TIMES_OVER and summed.high * _MOST_TIMES_OVER >= whole.low


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
    (late_pattern(r"\d ?(?:m|mn|million)\b", re.IGNORECASE), 6),
    (late_pattern(r"\d ?(?:bn|b|billion)\b", re.IGNORECASE), 9),
)


def _scale(surface: str) -> Decimal:
    return next((Decimal(10) ** power for pattern, power in _SCALES if pattern.search(surface)), Decimal(1))
