"""Multiples of another amount: "9.6 tonnes a field, four times the 3.2 tonnes of 2019"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import Interval, about, amount_of, digits, unit_of, written
from factcli.check.alone.templates import AMOUNT, PERCENT, matches
from factcli.check.reasons import Reason
from factcli.english.reckoning.rising import HEDGES
from factcli.english.reckoning.things import TIMES_IN_WORDS
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

_ANY = f"[{AMOUNT}{PERCENT}]"

_MULTIPLE = late_pattern(
    rf"(?P<large>{_ANY})(?: (?!and\b|or\b|but\b|than\b)[a-z-]{{1,15}}+){{0,4}}?(?:,| [–—]| \(| is| was| were)? ?"
    rf"(?P<hedge>(?:[a-z]{{1,12}} )?)(?P<times>{AMOUNT}|{'|'.join(TIMES_IN_WORDS)})(?: as (?:many|much|large|big|high"
    r"|far|fast|old|heavy"
    r"|long) as| that of)? "
    r"(?:(?:the|its|their) (?:[a-z]{2,12} ){1,3}of|the|last "
    r"(?:year|season|month|week|quarter|summer|winter)['’]s|its|their) "
    rf"(?P<small>{_ANY})"
)
_AS_MANY = late_pattern(
    rf"\b(?P<hedge>(?:[a-z]{{1,12}} )?)(?P<times>{AMOUNT}|{'|'.join(TIMES_IN_WORDS)}) as (?:many|much|high|large"
    r"|big|far"
    rf"|long)(?: [a-z]{{1,12}}+)?(?: as [^.;:(\ue000-\ue006]{{1,40}}?)?"
    rf"(?:: |, | \()(?P<large>{_ANY})(?: [a-z]{{1,15}}+){{0,2}} (?:against|compared (?:with|to)|versus|to) "
    rf"(?:the )?(?P<small>{_ANY})"
)
_OF_ANOTHER = late_pattern(
    rf"(?P<large>{AMOUNT})(?: (?!and\b|or\b|but\b|than\b)[a-z-]{{1,15}}+){{0,4}}?(?:,| [–—]| \(| is| was) ?"
    rf"(?P<hedge>(?:[a-z]{{1,12}} )?)(?P<times>{AMOUNT}|{'|'.join(TIMES_IN_WORDS)}) the (?:[a-z]{{1,12}} )?"
    r"(?:length|size|height|width|depth|weight|price|cost|number|area|population|speed|rate|amount|value|distance|total"
    r"|volume|salary|capacity) (?:of|in|for) [^.;:(\ue000-\ue006]{1,50}?"
    r"(?:, (?:which|who) (?:is|was|are|were|has|had|costs?|cost)(?: only| just)? | \(|, at | at |, )"
    rf"(?P<small>{AMOUNT})(?=[.,;)]|$)"
)
_AS_ANOTHER = late_pattern(
    rf"(?P<large>{AMOUNT})(?: (?!and\b|or\b|but\b|than\b)[a-z-]{{1,15}}+){{0,4}}?(?:,| [–—]) "
    rf"(?P<hedge>(?:[a-z]{{1,12}} )?)(?P<times>{AMOUNT}|{'|'.join(TIMES_IN_WORDS)}) as "
    rf"(?:much|many|large|big|high|far|fast|old"
    rf"|heavy|long) as [^.;:(,\ue000-\ue006]{{1,40}}?(?: \(|, at | at |, )(?P<small>{AMOUNT})(?=[.,;)]|$)"
)
_PATTERNS = (_MULTIPLE, _AS_MANY, _OF_ANOTHER, _AS_ANOTHER)
_SLACK = Decimal("0.15")
_MOST = 100
_MOST_DOUBLED = Decimal("1.25")


def find_wrong_multiples(reading: Reading) -> Iterator[Disagreement]:
    """The multiples that are not the quotient of the two amounts."""
    for template in reading.templates:
        if template.count(AMOUNT + PERCENT) < 2:  # noqa: PLR2004 - the large and the small one
            continue
        for match in (found for pattern in _PATTERNS for found in matches(pattern, template)):
            yield from _of_match(template, match)


def _of_match(template: Template, match: re.Match[str]) -> Iterator[Disagreement]:
    large, small = template.group(match, "large"), template.group(match, "small")
    here, there, factor = written(large), written(small), _factor(template, match)
    if here is None or there is None or factor is None or not _are_alike(large, small):
        return
    ratio = here.over(there)
    said = about(factor, _SLACK)
    if match["times"] in TIMES_IN_WORDS:
        # Who says "double" may leave out "more than".
        said = Interval(said.low, factor * _MOST_DOUBLED)
    if match["hedge"].strip() in HEDGES or ratio is None or ratio.meets(said):
        return
    mine, its = amount_of(large), amount_of(small)
    if mine and its:
        working = f"{large.surface} is {digits(mine / its)} times {small.surface}"
        span = template.text_span(*match.span("times"))
        yield Disagreement(Reason.WRONG_CHANGE, span, small.span, working)


def _are_alike(large: Mention, small: Mention) -> bool:
    """Whether both have one unit, or one is a count whose noun the other has."""
    units = {unit_of(large), unit_of(small)}
    dimensions = {value.dimension for value in (large.value, small.value) if isinstance(value, Quantity)}
    return len(units) == 1 or (None in units and dimensions <= {"count", "number"})


def _factor(template: Template, match: re.Match[str]) -> Decimal | None:
    if match["times"] in TIMES_IN_WORDS:
        return Decimal(TIMES_IN_WORDS[match["times"]])
    times = template.group(match, "times")
    amount = amount_of(times)
    return amount if unit_of(times) == "time" and amount and 1 < amount <= _MOST else None
