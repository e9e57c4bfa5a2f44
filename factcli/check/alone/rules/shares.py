"""Shares beside the counts or the fraction that they express: "36 of 90 (44%)", "two thirds (57%)"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import Interval, about, digits, unit_of, written
from factcli.check.alone.templates import AMOUNT, FRACTION, PERCENT, matches
from factcli.check.reasons import Reason
from factcli.english.reckoning.rising import HEDGES
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

_WORDS = r"(?: (?!and\b|or\b|but\b|of\b|than\b|from\b|while\b)[a-z'’-]{1,18}+)"
# A bracket that holds the share alone, or the share before something that only adds to it.
_SHARE = rf"[(\[](?P<share>{PERCENT})(?=[)\],;])"
_SHARE_NOUNS = "rate|share|proportion|percentage|ratio|turnout|uptake|occupancy|yield"
_OF = (
    r"(?: out)? of (?:the |these |those |its |all |our |their |her |his |a total of )?(?:[a-z-]{1,15}['’]s? )?"
    r"(?:(?:total|overall|combined|annual) [a-z]{2,15} of )?"
)
_COUNTS = tuple(
    late_pattern(pattern)
    for pattern in (
        # of 40 eggs, 10 hatched (25%)
        rf"\b(?:of|among) (?:the )?(?P<whole>{AMOUNT}){_WORDS}{{0,6}}, (?P<part>{AMOUNT}){_WORDS}{{1,8}} {_SHARE}",
        # 300 of the 1,500 members - 20% - voted
        rf"(?P<part>{AMOUNT}){_OF}(?P<whole>{AMOUNT}){_WORDS}{{0,3}} [–—] (?P<share>{PERCENT}) [–—]",
        # of the 60 wells that were tested, 15 (25%)
        (
            rf"\b(?:of|among) (?:the |these |those |its |our |all )?(?P<whole>{AMOUNT}){_WORDS}{{0,6}},? "
            rf"(?P<part>{AMOUNT}) {_SHARE}"
        ),
        # 26 of 50 cars (52%); 26 (52%) of 50 cars
        rf"(?P<part>{AMOUNT}){_WORDS}{{0,3}}{_OF}(?P<whole>{AMOUNT}){_WORDS}{{0,3}} {_SHARE}",
        rf"(?P<part>{AMOUNT}){_WORDS}{{0,2}} {_SHARE}[)\]]{_OF}(?P<whole>{AMOUNT})",
        # 420 of the port's 1,680 berths were free, or 25%
        (
            rf"(?P<part>{AMOUNT}){_WORDS}{{0,3}}{_OF}(?P<whole>{AMOUNT}){_WORDS}{{0,8}}, "
            r"(?:or|that is|i\.e\.|equal to) "
            rf"(?P<share>{PERCENT})(?=[.,;)]|$| of)"
        ),
        # 52% (26 of 50)
        rf"(?P<share>{PERCENT})(?: of{_WORDS}{{1,4}})? [(\[](?P<part>{AMOUNT}){_OF}(?P<whole>{AMOUNT})[)\],;]",
        # 25% of the 60 wells (15)
        (
            rf"(?P<share>{PERCENT}) of (?:the |these |all |its |our )?(?P<whole>{AMOUNT}){_WORDS}{{0,3}} [(\[]"
            rf"(?P<part>{AMOUNT})[)\]]"
        ),
        # of the firm's 800 staff, 200, or 25%,
        (
            rf"\b(?:of|among) (?:the |its |our |all )?(?:[a-z-]{{1,15}}['’]s? )?"
            rf"(?P<whole>{AMOUNT}){_WORDS}{{0,3}}, (?P<part>{AMOUNT}),? "
            rf"(?:or |[(])(?P<share>{PERCENT})(?=[,.;)])"
        ),
        # 45 per cent of the 200 plots, or 90,
        (
            rf"(?P<share>{PERCENT}) of (?:the |these |all |its |our )?(?P<whole>{AMOUNT}){_WORDS}{{0,3}}, or "
            rf"(?P<part>{AMOUNT})(?=[,.;)])"
        ),
        # 9 of their 12 shots, a success rate of 75%
        (
            rf"(?P<part>{AMOUNT}){_WORDS}{{0,3}}{_OF}(?P<whole>{AMOUNT}){_WORDS}{{0,6}}(?:,| [–—]) "
            rf"(?:giving |making |for )?(?:an? |the )(?:[a-z-]{{2,15}} ){{0,2}}(?:{_SHARE_NOUNS}) of "
            rf"(?P<share>{PERCENT})(?=[.,;)]|$)"
        ),
        # 900 of the port's 1,200 berths had been let, 75 per cent of the total.
        (
            rf"(?P<part>{AMOUNT}){_WORDS}{{0,3}}{_OF}(?P<whole>{AMOUNT}){_WORDS}{{0,8}}(?:,| [–—]) (?:or |some "
            rf")?(?P<share>{PERCENT})"
            r"(?: of (?:the|its|all|their|our)(?: [a-z]{2,15}){1,2})?(?=[.,;)]|$)"
        ),
        # 60 wells; 15 of them (25%)
        (
            rf"(?P<whole>{AMOUNT}){_WORDS}{{0,4}}(?: of [a-z]{{2,15}})?[,;:] (?P<part>{AMOUNT}) of "
            rf"(?:them|these|those|which|whom)"
            rf"(?:,|{_WORDS}{{0,4}}) {_SHARE}"
        ),
        # 15 of 60, 25%,
        rf"(?P<part>{AMOUNT}){_OF}(?P<whole>{AMOUNT}){_WORDS}{{0,3}}, (?P<share>{PERCENT})(?=[,.;)]|$| of them[.,;])",
    )
)
_HEDGE = (
    r"(?P<hedge>(?:(?:just|only|well|a little|slightly) )?(?:under|over|above|below|less than|more than|almost"
    r"|nearly|exactly|about|roughly|around) )?"
)
_FRACTIONS = tuple(
    late_pattern(pattern)
    for pattern in (
        rf"(?P<fraction>{FRACTION}){_WORDS}{{0,4}},? or (?P<share>{PERCENT})(?=[,.;)])",
        rf"(?P<part>{AMOUNT}){_OF}(?P<whole>{AMOUNT}){_WORDS}{{0,3}} \((?P<fraction>{FRACTION})\)",
        rf"(?P<fraction>{FRACTION}) of(?: the)?{_WORDS}{{1,4}}, (?:or )?(?P<share>{PERCENT})(?=[,.;)])",
        rf"(?P<fraction>{FRACTION})(?: of)?(?: the)?{_WORDS}{{0,8}} {_SHARE}",
        (
            rf"(?P<share>{PERCENT})(?: of(?: the)?{_WORDS}{{1,4}})?,? [(\[]?(?:or )?{_HEDGE}"
            rf"(?P<fraction>{FRACTION})(?=[,.;)\]])"
        ),
        rf"(?P<share>{PERCENT}),? (?:or |[(\[]){_HEDGE}(?P<fraction>{FRACTION}) of\b",
        (
            rf"(?P<part>{AMOUNT}){_OF}(?P<whole>{AMOUNT}){_WORDS}{{0,3}}, (?:or |which is |that is "
            rf")?{_HEDGE}(?P<fraction>{FRACTION})"
            r"(?=(?: of (?:them|the (?:total|whole|lot|sum|[a-z]+ (?:cost|budget|price|total))))?(?:[,.;)]|$))"
        ),
        (
            rf"(?P<fraction>{FRACTION}) of (?:the |its |all |our |their )?(?P<whole>{AMOUNT}){_WORDS}{{0,3}} [(\[]"
            rf"(?P<part>{AMOUNT})[)\]]"
        ),
        (
            rf"(?P<fraction>{FRACTION})(?: of)?(?: the)?{_WORDS}{{0,3}}, (?P<part>{AMOUNT}){_OF}(?P<whole>{AMOUNT})"
            r"(?=[,.;)])"
        ),
        rf"(?P<fraction>{FRACTION})(?: of)?(?: the)?{_WORDS}{{0,3}}, (?P<counted>{FRACTION})(?=[,.;)])",
        rf"(?P<counted>{FRACTION}){_WORDS}{{0,3}}, (?:or )?{_HEDGE}(?P<fraction>{FRACTION})(?=[,.;)])",
    )
)
_COUNT_PAIR = late_pattern(r"(?P<part>\d{1,9})(?: out)?(?: of |/)(?P<whole>\d{1,9})")
_PART_OF = late_pattern(rf"(?P<part>{AMOUNT}){_WORDS}{{0,3}}{_OF}(?P<whole>{AMOUNT})")
_THAT_IS = late_pattern(
    rf"^(?:that|this) (?:is|was|makes|comes to|amounts to|represents|works out at) (?:[a-z]{{1,10}} "
    rf")?(?P<share>{PERCENT})"
    r"(?=[.,;!]| of (?:them|the total|all)\b|$)"
)
_SLACK = Decimal("0.12")
_HUNDRED = Decimal(100)
_LEAST_EXACT = 12


def find_wrong_shares(reading: Reading) -> Iterator[Disagreement]:
    """The percentages that do not follow from the counts or the fraction beside them."""
    for before, after in pairwise(reading.templates):
        yield from _said_afterwards(before, after)
    for template in reading.templates:
        if PERCENT in template and template.count(AMOUNT) > 1:
            yield from _wrong_percentages(template)
        if FRACTION in template and template.count(FRACTION + PERCENT + AMOUNT) > 1:
            yield from _wrong_fractions(template)


def _said_afterwards(before: Template, after: Template) -> Iterator[Disagreement]:
    """Find such as “Of 80 hens, 20 laid. That is 35 per cent.”."""
    said = _THAT_IS.search(after.words)
    if not said or PERCENT in before or before.count(AMOUNT) != 2 or not after.follows(before):  # noqa: PLR2004
        return
    counts = _PART_OF.search(before.words)
    if counts:
        part, whole = before.group(counts, "part"), before.group(counts, "whole")
        yield from _wrong_percentage(part, whole, after.group(said, "share"))


def _wrong_percentage(part: Mention, whole: Mention, share: Mention) -> Iterator[Disagreement]:
    ratio, said = _ratio(part, whole), _said(share)
    if ratio and said and not ratio.times(_HUNDRED).meets(said):
        working = f"{part.surface} of {whole.surface} is {_percent(part, whole)} %"
        yield Disagreement(Reason.WRONG_SHARE, share.span, _both(part, whole), working)


def _wrong_percentages(template: Template) -> Iterator[Disagreement]:
    for pattern in _COUNTS:
        for match in matches(pattern, template):
            part, whole, share = (template.group(match, name) for name in ("part", "whole", "share"))
            if not _is_hedged(template, match, ("part", "whole", "share")):
                yield from _wrong_percentage(part, whole, share)


def _ratio(part: Mention, whole: Mention) -> Interval | None:
    """The share that a count is of another; None where the two are not counts of the same kind."""
    mine, its = written(part), written(whole)
    units = {unit_of(part), unit_of(whole)} - {None}
    dimensions = {value.dimension for value in (part.value, whole.value) if isinstance(value, Quantity)}
    is_measured = len(units) == 1 and len(dimensions - {"number"}) == 1 and not dimensions & {"percent", "temperature"}
    if mine is None or its is None or not (dimensions <= {"count", "number"} or is_measured):
        return None
    if mine.high > its.low or _is_year(whole):
        return None
    exact = Interval(_amount(part), _amount(part)), Interval(_amount(whole), _amount(whole))
    return exact[0].over(exact[1]) if _amount(whole) < _COUNTED else mine.over(its)


_COUNTED = 1000


def _is_year(mention: Mention) -> bool:
    return mention.kind == "date"


def _amount(mention: Mention) -> Decimal:
    value = mention.value
    return value.amount if isinstance(value, Quantity) and value.amount is not None else Decimal(0)


def _said(share: Mention) -> Interval | None:
    """What a percentage can mean, rounded up or down."""
    value = share.value
    if not isinstance(value, Quantity) or value.amount is None or value.comparator != "=" or value.unit != "%":
        return None
    return Interval(value.amount, value.amount).widened(value.quantum or Decimal(1))


def _is_hedged(template: Template, match: re.Match[str], names: tuple[str, ...]) -> bool:
    """Whether a word before one of the marks leaves its amount open."""
    for name in names:
        before = template.words[max(0, match.start(name) - 24) : match.start(name)].split()
        if before and before[-1] in HEDGES:
            return True
    return False


def _percent(part: Mention, whole: Mention) -> str:
    return digits(_amount(part) / _amount(whole) * 100, 1)


def _both(part: Mention, whole: Mention) -> Span:
    return Span(min(part.span.start, whole.span.start), max(part.span.end, whole.span.end))


def _wrong_fractions(template: Template) -> Iterator[Disagreement]:
    for pattern in _FRACTIONS:
        for match in matches(pattern, template):
            groups = match.groupdict()
            fraction = template.group(match, "fraction")
            said = _fraction(fraction, groups.get("hedge") or "")
            if "share" in groups:
                share = template.group(match, "share")
                exact, is_open = _said(share), _is_hedged(template, match, ("share",))
                if exact and not is_open and not said.meets(exact):
                    yield Disagreement(Reason.WRONG_SHARE, share.span, fraction.span, _fraction_in_percent(fraction))
            else:
                yield from _wrong_count(template, match, fraction, said)


def _wrong_count(template: Template, match: re.Match[str], fraction: Mention, said: Interval) -> Iterator[Disagreement]:
    """Find such as “22 out of 88 ferries, nearly half”."""
    if "counted" in match.re.groupindex:
        counted = template.group(match, "counted")
        ratio: Interval | None = _counted_ratio(counted)
        span, words = counted.span, counted.surface
    else:
        part, whole = template.group(match, "part"), template.group(match, "whole")
        ratio, span, words = _ratio(part, whole), _both(part, whole), f"{part.surface} of {whole.surface}"
    if ratio and not ratio.times(_HUNDRED).meets(said):
        working = f"{words} is {digits((ratio.low + ratio.high) * 50, 1)} %"
        yield Disagreement(Reason.WRONG_SHARE, fraction.span, span, working)


def _counted_ratio(mention: Mention) -> Interval | None:
    """The share of counts as exact as "22 out of 88"; None for "three in four"."""
    match = _COUNT_PAIR.search(mention.surface)
    if not match or int(match["whole"]) < _LEAST_EXACT:
        return None
    return Interval(_amount(mention), _amount(mention))


def _fraction(mention: Mention, hedge: str) -> Interval:
    """What a fraction in words can mean, in per cent."""
    return about(_amount(mention) * 100, _SLACK * (2 if hedge.strip() not in {"", "exactly"} else 1))


def _fraction_in_percent(mention: Mention) -> str:
    return f"{mention.surface} is {digits(_amount(mention) * 100, 0)} %"
