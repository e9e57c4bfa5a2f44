"""Rises and falls with both ends in one clause: "rose from 80 to 100, up 30 per cent", "halved from 600 to 400"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import Interval, about, amount_of, digits, ends_of, unit_of, written
from factcli.check.alone.templates import AMOUNT, DATE, FRACTION, ORDINAL, PERCENT, RANGE, YEAR, matches
from factcli.check.reasons import Reason
from factcli.english.reckoning import rising
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

_END = f"[{AMOUNT}{PERCENT}]"
_UP, _DOWN = "|".join(sorted(rising.RISES)), "|".join(sorted(rising.FALLS))
_VERB = rf"(?P<verb>(?P<up>{_UP})|(?P<down>{_DOWN}))"
_UP_OR_TWO = "|".join((*sorted(rising.RISES), *rising.RISES_OF_TWO))
_DOWN_OR_TWO = "|".join((*sorted(rising.FALLS), *rising.FALLS_OF_TWO))
_MOVED = rf"(?P<verb>(?P<up>{_UP_OR_TWO})|(?P<down>{_DOWN_OR_TWO}))"
# What may follow an amount before the other end: "390 pupils to 350", "£1,000 a month in 2019 to ...".
_TAIL = (
    rf"(?: (?!from\b|to\b|and\b|or\b|but\b|by\b|up\b|down\b|while\b|who\b|which\b)[a-z'’-]{{1,15}}+"
    rf"| (?:in |on )?[{DATE}{YEAR}]){{0,4}}?"
)
_FROM_TO = rf"from (?P<begin>{_END}){_TAIL},? to (?P<end>{_END})"
_TO_FROM = rf"to (?P<end>{_END}){_TAIL},? from (?P<begin>{_END})"
_RANGE = rf"from (?P<range>{RANGE})"
_ENDS = rf"(?:{_FROM_TO}|{_TO_FROM.replace('begin', 'begin2').replace('end', 'end2')}|{_RANGE})"
_SHARE_IN_WORDS = "|".join(sorted(rising.SHARES_IN_WORDS, key=len, reverse=True))
_STEP = rf"(?:[{PERCENT}{AMOUNT}{FRACTION}]|(?:a|one) {ORDINAL}|(?:{_SHARE_IN_WORDS})\b)"
_NOUN = rf"(?:(?:an?|the) )?(?:[a-z-]{{1,12}}+ )?(?P<noun>{'|'.join(sorted(rising.NOUNS))}) of "
_PATTERNS = tuple(
    late_pattern(pattern)
    for pattern in (
        # rose by 10 per cent from 100 to 110; rose 10 per cent, from 100 to 110
        (
            rf"\b{_MOVED} (?:[a-z]{{1,12}}+ ){{0,2}}?(?:by )?(?P<step>{_STEP})(?P<points> points?)?{_TAIL},? "
            rf"(?:[a-z]{{2,12}}ing )?\(?{_ENDS}"
        ),
        # rose from 100 to 110, up 10 per cent; an increase of 10 per cent; or 10 per cent
        (
            rf"(?:\b{_VERB} (?:[a-z]{{1,12}}+ ){{0,2}}?)?{_ENDS}{_TAIL}(?:,| [–—-])? \(?"
            rf"(?:(?:up|down)(?: by)? |{_NOUN}|or |by )(?P<step>{_STEP})(?P<points> points?)?"
        ),
        # rose from 100 to 110, a 10 per cent increase
        (
            rf"{_ENDS}{_TAIL},? \(?(?:or )?an? (?P<step>{_STEP}) (?:[a-z]{{1,12}}+ )?"
            rf"(?:{'|'.join(sorted(rising.NOUNS))})\b"
        ),
        # sales of 110 were 10 per cent higher than the 100 of the year before
        (
            rf"(?P<end>{_END}){_TAIL}(?: (?:was|were|is|are)|,) (?P<step>{_STEP}) "
            rf"(?:(?P<up>{'|'.join(sorted(rising.MORE_THAN))})"
            rf"|(?P<down>{'|'.join(sorted(rising.LESS_THAN))})) than (?:the |its |last year['’]s )?(?P<begin>{_END})"
        ),
        # was 120 tonnes, up from 100 tonnes, an increase of 20 per cent
        (
            rf"(?P<end>{_END}){_TAIL},? (?:up|down) from (?P<begin>{_END}){_TAIL},? \(?(?:{_NOUN}|or |an? )"
            rf"(?P<step>{_STEP})"
        ),
        # down 10 per cent to 72m (2019: 80m)
        (
            rf"\b{_MOVED} (?:by )?(?P<step>{_STEP})(?P<points> points?)? to (?P<end>{_END}){_TAIL} \("
            rf"(?:[{DATE}{YEAR}]: |last year: |previously |from )"
            rf"(?P<begin>{_END})"
        ),
        # by 40 votes to 25, a majority of 15
        (
            rf"(?P<begin>{AMOUNT}) (?:to|against) (?P<end>{AMOUNT}),? (?:with |by )?(?:a|the) (?:majority|margin"
            rf"|difference|lead) of (?P<step>{AMOUNT})"
        ),
        # were 84, against 70 the season before, an increase of 20 per cent
        (
            rf"(?P<end>{_END}){_TAIL},? \(?(?:against|compared (?:with|to)|versus) (?P<begin>{_END}){_TAIL},? \(?"
            rf"(?:(?P<up>up|(?:an? )?(?:{'|'.join(sorted(rising.NOUNS_UP))}) of)"
            rf"|(?P<down>down|(?:an? )?(?:{'|'.join(sorted(rising.NOUNS_DOWN))}) of))(?: by)? (?P<step>{_STEP})"
        ),
        # to 84, up 20 per cent from 70; was 84, up 20 per cent on 70
        (
            rf"(?P<end>{_END}){_TAIL},? \(?(?:(?P<up>up)|(?P<down>down))(?: by)? (?P<step>{_STEP}) (?:from|on) "
            rf"(?:the )?(?P<begin>{_END})"
        ),
    )
)
# What any of these has in it.
_STEP_CUE = late_pattern(r"\b(?:from|than|against|compared|versus|up|down|majority|margin|difference|lead)\b| \(")
_TIMES = late_pattern(
    rf"\b(?P<hedge>(?:more than |less than |at least |[a-z]{{1,12}}+ )?)(?P<times>{'|'.join(rising.MULTIPLES)})"
    rf"(?: (?!from\b|to\b|and\b|but\b)(?:[a-z]{{1,12}}+|{AMOUNT}|{FRACTION})){{0,4}}?,? \(?{_ENDS}"
)
_DIRECTION = late_pattern(rf"\b{_VERB} (?:(?!to\b|by\b)[a-z]{{1,12}}+ ){{0,2}}?{_ENDS}")
_NUMBERED_FOLDS = {key: Decimal(value) for key, value in rising.MULTIPLES.items()}
# What a step leaves open: writers round 37.6 to 38 and to 40.
_PERCENT_SLACK = Decimal("0.6")
_ROUND_PERCENT_SLACK = Decimal("2.1")
_FRACTION_SLACK = Decimal("0.12")
_MULTIPLE_SLACK = Decimal("0.15")
_PROBABLY_OTHER_SCALES = 400
_HUNDRED = Decimal(100)


class Ends(NamedTuple):
    """The two amounts between which something changes, and what their digits allow."""

    begin: Interval
    end: Interval
    unit: str | None
    span: Span
    words: tuple[str, str]


def find_wrong_changes(reading: Reading) -> Iterator[Disagreement]:
    """The rises, falls and multiples that do not follow from the two amounts beside them."""
    for template in reading.templates:
        if len(_FIGURES.findall(template.words)) > 1 or RANGE in template:
            yield from _wrong_steps(template)
            yield from _wrong_multiples(template)


def find_wrong_directions(reading: Reading) -> Iterator[Disagreement]:
    """The falls that end higher than they begin, and the rises that end lower."""
    for template in reading.templates:
        if " from " not in template.words or not rising.ABOUT_RANKS.isdisjoint(_WORD.findall(template.words)):
            continue
        for match in matches(_DIRECTION, template):
            ends = _ends(template, match)
            if ends and _goes_against(match, ends):
                verb = template.text_span(*match.span("verb"))
                word = "less" if match["up"] else "more"
                yield Disagreement(
                    Reason.WRONG_DIRECTION, verb, ends.span, f"{ends.words[1]} is {word} than {ends.words[0]}"
                )


_WORD = late_pattern(r"[a-z]++")
_FIGURES = late_pattern(_END)


def _goes_against(match: re.Match[str], ends: Ends) -> bool:
    if ends.begin.low <= 0 or ends.end.low <= 0 or _are_of_other_scales(ends):
        return False
    return ends.end.high < ends.begin.low if match["up"] else ends.begin.high < ends.end.low


def _wrong_steps(template: Template) -> Iterator[Disagreement]:
    if not _STEP_CUE.search(template.words):
        return
    for pattern in _PATTERNS:
        for match in matches(pattern, template):
            ends = _ends(template, match)
            if ends and not _are_of_other_scales(ends) and not _is_hedged(template, match.start("step")):
                working = _wrong_words(ends, template, match) or _wrong_figure(ends, template, match)
                if working:
                    yield Disagreement(Reason.WRONG_CHANGE, template.text_span(*match.span("step")), ends.span, working)


def _is_hedged(template: Template, place: int) -> bool:
    """Whether the word before a mark leaves the amount open."""
    before = template.words[max(0, place - 24) : place].split()
    return bool(before) and before[-1] in rising.HEDGES


def _wrong_words(ends: Ends, template: Template, match: re.Match[str]) -> str | None:
    """What the step should be, where it is given as "a third" or "half"."""
    step = match["step"]
    if step in rising.SHARES_IN_WORDS:
        return _wrong_share(ends, about(Decimal(rising.SHARES_IN_WORDS[step]), _FRACTION_SLACK))
    if not step.endswith(ORDINAL):
        return None
    value = template.mention(match.end("step") - 1).value
    amount = value.amount if isinstance(value, Quantity) else None
    return _wrong_share(ends, about(_HUNDRED / amount, _FRACTION_SLACK)) if amount and amount > 1 else None


def _wrong_figure(ends: Ends, template: Template, match: re.Match[str]) -> str | None:
    """What the step should be, where it is given in figures."""
    if len(match["step"]) > 1:
        return None
    is_points = "points" in match.re.groupindex and bool(match["points"])
    return _wrong_step(ends, template.group(match, "step"), is_points=is_points)


def _wrong_step(ends: Ends, step: Mention, *, is_points: bool) -> str | None:
    """What the step should be, in words; None where it is right or cannot be worked out."""
    value = step.value
    if not isinstance(value, Quantity) or value.comparator not in {"=", "~"} or value.amount is None:
        return None
    if value.quantum is None:
        return None if value.amount >= 1 else _wrong_share(ends, about(value.amount * 100, _FRACTION_SLACK))
    if value.comparator != "=":
        return None
    if value.unit == "pp" or is_points or (value.unit == "point" and ends.unit == "%"):
        return _wrong_difference(ends, step)
    if value.unit == "%":
        shares = _share_interval(value)
        is_in_points = ends.unit == "%" and _difference(ends).meets(shares)
        return None if is_in_points else _wrong_share(ends, shares)
    return _wrong_difference(ends, step) if value.unit == ends.unit or value.unit is None else None


def _share_interval(value: Quantity) -> Interval:
    amount, quantum = value.amount or Decimal(0), value.quantum or Decimal(1)
    is_round = amount % 5 == 0
    slack = _ROUND_PERCENT_SLACK if is_round else _PERCENT_SLACK
    return Interval(amount, amount).widened(max(quantum / 2, slack if quantum >= 1 else quantum))


def _wrong_share(ends: Ends, said: Interval) -> str | None:
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
    exact = _middle(ends.end) / _middle(ends.begin) * 100 - 100
    return f"{ends.words[0]} to {ends.words[1]} is {'+' if exact > 0 else '−'}{digits(abs(exact), 1)} %"


def _difference(ends: Ends) -> Interval:
    low, high = ends.end.low - ends.begin.high, ends.end.high - ends.begin.low
    return Interval(low, high) if low > 0 else Interval(-high, -low)


def _wrong_difference(ends: Ends, step: Mention) -> str | None:
    said = written(step)
    if said is None or _difference(ends).meets(said):
        return None
    unit = " points" if unit_of(step) == "pp" else ""
    exact = abs(_middle(ends.end) - _middle(ends.begin))
    return f"{ends.words[0]} to {ends.words[1]} is a difference of {digits(exact)}{unit}"


def _wrong_multiples(template: Template) -> Iterator[Disagreement]:
    if "from " not in template.words:
        return
    for match in matches(_TIMES, template):
        ends = _ends(template, match)
        said = _multiple(match["hedge"].strip(), _NUMBERED_FOLDS[match["times"]])
        if not ends or said is None or _are_of_other_scales(ends):
            continue
        ratio = ends.end.over(ends.begin)
        if ratio and not ratio.meets(said):
            share = _middle(ends.end) / _middle(ends.begin)
            working = f"{ends.words[0]} to {ends.words[1]} is {digits(share)} times as much"
            yield Disagreement(Reason.WRONG_CHANGE, template.text_span(*match.span("times")), ends.span, working)


def _multiple(hedge: str, times: Decimal) -> Interval | None:
    """What a multiple with the word before it can mean; None where it may mean anything."""
    if hedge == "more than":
        beyond = Decimal(10**6) if times > 1 else Decimal(0)
        return Interval(*sorted((times, beyond)))
    if hedge.rpartition(" ")[2] in rising.HEDGES:
        return None
    return about(times, _MULTIPLE_SLACK)


def _middle(interval: Interval) -> Decimal:
    return (interval.low + interval.high) / 2


def _are_of_other_scales(ends: Ends) -> bool:
    """Whether one end seems to lack its "million": "from 1.5 to 3 million"."""
    small, large = sorted((_middle(ends.begin), _middle(ends.end)))
    return small <= 0 or large / small > _PROBABLY_OTHER_SCALES


def _ends(template: Template, match: re.Match[str]) -> Ends | None:
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
