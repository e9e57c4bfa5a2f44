"""Rises and falls with both ends in one clause: "rose from 80 to 100, up 30 per cent", "halved from 600 to 400"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import Interval, about, digits
from factcli.check.alone.templates import AMOUNT, DATE, FRACTION, ORDINAL, PERCENT, RANGE, YEAR, matches
from factcli.check.alone.two_ends import (
    FRACTION_SLACK,
    are_of_other_scales,
    ends_of_change,
    middle,
    wrong_share,
    wrong_step,
)
from factcli.check.reasons import Reason
from factcli.english.reckoning import rising
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.check.alone.two_ends import Ends

_END = f"[{AMOUNT}{PERCENT}]"
_UP, _DOWN = "|".join(sorted(rising.RISES)), "|".join(sorted(rising.FALLS))
_VERB = rf"(?P<verb>(?P<up>{_UP})|(?P<down>{_DOWN}))"
_UP_OR_TWO = "|".join((*sorted(rising.RISES), *rising.RISES_OF_TWO))
_DOWN_OR_TWO = "|".join((*sorted(rising.FALLS), *rising.FALLS_OF_TWO))
_MOVED = rf"(?P<verb>(?P<up>{_UP_OR_TWO})|(?P<down>{_DOWN_OR_TWO}))"
# What may follow an amount before the other end: "390 pupils to 350", "£1,000 a month in 2019 to ...".
_TAIL = (
    rf"(?: (?!from\b|to\b|and\b|or\b|but\b|by\b|up\b|down\b|while\b|who\b|which\b)[a-z'’-]{{1,15}}+"
    rf"| (?:in |on )?[{DATE}{YEAR}]| (?:in|over|within|after) {AMOUNT}){{0,4}}?"
)
_FROM_TO = rf"from (?P<begin>{_END}){_TAIL},? to (?P<end>{_END})"
_TO_FROM = rf"to (?P<end>{_END}){_TAIL},? from (?P<begin>{_END})"
_RANGE = rf"from (?P<range>{RANGE})"
_ENDS = rf"(?:{_FROM_TO}|{_TO_FROM.replace('begin', 'begin2').replace('end', 'end2')}|{_RANGE})"
_SHARE_IN_WORDS = "|".join(sorted(rising.SHARES_IN_WORDS, key=len, reverse=True))
_STEP = rf"(?:[{PERCENT}{AMOUNT}{FRACTION}]|(?:a|one) {ORDINAL}|(?:{_SHARE_IN_WORDS})\b)"
_NOUNS_UP, _NOUNS_DOWN = "|".join(sorted(rising.NOUNS_UP)), "|".join(sorted(rising.NOUNS_DOWN))
# A word or a time beside an amount.
_ASIDE = rf"(?: (?!and\b|or\b|but\b|than\b|from\b|to\b)[a-z'’-]{{1,15}}+| (?:in |on )?[{DATE}{YEAR}])"
_GAP = "majority|margin|difference|lead|gap|gain|deficit|surplus|shortfall|advantage|benefit"
# "A lead of 12 points": the noun is the unit of both amounts.
_WORDS_ON = r"(?: (?:points?|votes?|goals?|runs?|seats?))?"
_SAVED = r"(?:you |they |customers |shoppers |readers )?(?:save|saves|saving)"
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
            rf"|(?P<down>{'|'.join(sorted(rising.LESS_THAN))})) than (?:(?:the|its|their|his|her|last year['’]s)"
            rf"(?: [a-z]{{2,15}}+){{0,3}}? )?(?:of )?(?P<begin>{_END})"
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
        # by 40 votes to 25, a majority of 15; 9 days in one group and 12 in the other, a gap of 3 days
        (
            rf"(?P<begin>{_END})(?:{_TAIL},? (?:to|against|and|ahead of|behind)(?: [a-z]{{1,15}}+){{0,3}}? |[-–])"
            rf"(?P<end>{_END}){_TAIL}(?:,|,? (?:with|by|for|giving|leaving|leaves|left|gives|gave|means|meant))"
            rf"(?: her| him| it| them)? (?:a|the) (?:{_GAP}) of (?P<step>{_END}){_WORDS_ON}(?=[.,;)]|$)"
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
            rf"(?:the |(?:last|the (?:previous|prior)) (?:year|season|month|week|quarter)['’]s )?(?P<begin>{_END})"
        ),
        # now 60, down from 80: you save 20
        (
            rf"(?P<end>{_END}){_TAIL},? (?:up|down) from (?P<begin>{_END}){_TAIL}(?:,|:| [–—]) \(?{_SAVED} "
            rf"(?P<step>{_STEP})"
        ),
        # which cost 60 last summer, now costs 80, up 33 per cent; 60 in 2010 and 80 in 2020, a 33 per cent increase
        (
            rf"(?P<begin>{_END})(?P<then>{_ASIDE}){{1,4}}(?:,| and| but)(?: [a-z]{{1,12}}+){{0,4}}? (?P<end>{_END})"
            rf"{_ASIDE}{{0,3}}(?:,| [–—]) \(?(?:(?:(?P<up>up|an? (?:{_NOUNS_UP}) of)|(?P<down>down|an? "
            rf"(?:{_NOUNS_DOWN}) of))"
            rf"(?: by)? (?P<step>{_STEP})|an? (?P<step2>{_STEP}) (?:{_NOUNS_UP}|{_NOUNS_DOWN}))(?=[.,;)]|$)"
        ),
    )
)
_TIMES_TOLD = late_pattern(
    rf"[{DATE}{YEAR}].*[{DATE}{YEAR}]|\b(?:now|today|this (?:year|month|week|season|summer|winter|spring|autumn))\b"
)
_BOTH_ENDS = late_pattern(_ENDS)
_THAT_IS = late_pattern(
    rf"^(?:that|this|it) (?:is|was|represents|means|amounts to|makes) (?:{_NOUN}(?P<step>{_STEP})"
    rf"|an? (?P<step2>{_STEP}) (?:[a-z]{{1,12}}+ )?(?:{'|'.join(sorted(rising.NOUNS))}))(?=[.,;]|$)"
)
# What any of these has in it.
_STEP_CUE = late_pattern(
    rf"\b(?:from|than|against|compared|versus|up|down|now|today|increase|rise|fall|drop)\b| \(|\b(?:{_GAP})\b"
)
_TIMES = late_pattern(
    rf"\b(?P<hedge>(?:more than |less than |at least |[a-z]{{1,12}}+ )?)(?P<times>{'|'.join(rising.MULTIPLES)})"
    rf"(?: (?!from\b|to\b|and\b|but\b)(?:[a-z]{{1,12}}+|[{AMOUNT}{FRACTION}{DATE}{YEAR}])){{0,4}}?,? \(?{_ENDS}"
)
_DIRECTION = late_pattern(rf"\b{_VERB} (?:(?!to\b|by\b)[a-z]{{1,12}}+ ){{0,2}}?{_ENDS}")
_NUMBERED_FOLDS = {key: Decimal(value) for key, value in rising.MULTIPLES.items()}
_MULTIPLE_SLACK = Decimal("0.15")
_HUNDRED = Decimal(100)


def find_wrong_changes(reading: Reading) -> Iterator[Disagreement]:
    """The rises, falls and multiples that do not follow from the two amounts beside them."""
    for before, after in pairwise(reading.templates):
        yield from _said_afterwards(before, after)
    for template in reading.templates:
        if len(_FIGURES.findall(template.words)) > 1 or RANGE in template:
            yield from _wrong_steps(template)
            yield from _wrong_multiples(template)


def _said_afterwards(before: Template, after: Template) -> Iterator[Disagreement]:
    """Find such as “Rents rose from 80 to 100. That is an increase of 40 per cent.”."""
    said = _THAT_IS.search(after.words)
    if not said or not after.follows(before) or len(_FIGURES.findall(before.words)) > 2:  # noqa: PLR2004
        return
    match = _BOTH_ENDS.search(before.words)
    ends = ends_of_change(before, match) if match else None
    if ends and not are_of_other_scales(ends):
        working = _wrong_words(ends, after, said) or _wrong_figure(ends, after, said)
        if working:
            yield Disagreement(Reason.WRONG_CHANGE, after.text_span(*said.span(_step(said))), ends.span, working)


def find_wrong_directions(reading: Reading) -> Iterator[Disagreement]:
    """The falls that end higher than they begin, and the rises that end lower."""
    for template in reading.templates:
        if " from " not in template.words or not rising.ABOUT_RANKS.isdisjoint(_WORD.findall(template.words)):
            continue
        for match in matches(_DIRECTION, template):
            ends = ends_of_change(template, match)
            if ends and _goes_against(match, ends):
                verb = template.text_span(*match.span("verb"))
                word = "less" if match["up"] else "more"
                yield Disagreement(
                    Reason.WRONG_DIRECTION, verb, ends.span, f"{ends.words[1]} is {word} than {ends.words[0]}"
                )


_WORD = late_pattern(r"[a-z]++")
_FIGURES = late_pattern(_END)


def _goes_against(match: re.Match[str], ends: Ends) -> bool:
    if ends.begin.low <= 0 or ends.end.low <= 0 or are_of_other_scales(ends):
        return False
    return ends.end.high < ends.begin.low if match["up"] else ends.begin.high < ends.end.low


def _wrong_steps(template: Template) -> Iterator[Disagreement]:
    if not _STEP_CUE.search(template.words):
        return
    for pattern in _PATTERNS:
        for match in matches(pattern, template):
            ends = ends_of_change(template, match)
            if "then" in match.re.groupindex and not (ends and _is_of_two_times(template, match, ends)):
                continue
            if ends and not _is_hedged(template, match.start(_step(match))) and not are_of_other_scales(ends):
                working = _wrong_words(ends, template, match) or _wrong_figure(ends, template, match)
                if working:
                    yield Disagreement(
                        Reason.WRONG_CHANGE, template.text_span(*match.span(_step(match))), ends.span, working
                    )


def _step(match: re.Match[str]) -> str:
    """The name of the group that has the step."""
    return "step" if match["step"] else "step2"


def _is_of_two_times(template: Template, match: re.Match[str], ends: Ends) -> bool:
    """Whether two amounts are told of two times, and the change goes the way that is said."""
    words = template.words[match.start("begin") : match.start(_step(match))]
    if not _TIMES_TOLD.search(words):
        return False
    if match["step"]:
        return (middle(ends.begin) < middle(ends.end)) == bool(match["up"])
    return True


def _is_hedged(template: Template, place: int) -> bool:
    """Whether the word before a mark leaves the amount open."""
    before = template.words[max(0, place - 24) : place].split()
    return bool(before) and before[-1] in rising.HEDGES


def _wrong_words(ends: Ends, template: Template, match: re.Match[str]) -> str | None:
    """What the step should be, where it is given as "a third" or "half"."""
    step = match[_step(match)]
    if step in rising.SHARES_IN_WORDS:
        return wrong_share(ends, about(Decimal(rising.SHARES_IN_WORDS[step]), FRACTION_SLACK))
    if not step.endswith(ORDINAL):
        return None
    value = template.mention(match.end(_step(match)) - 1).value
    amount = value.amount if isinstance(value, Quantity) else None
    return wrong_share(ends, about(_HUNDRED / amount, FRACTION_SLACK)) if amount and amount > 1 else None


def _wrong_figure(ends: Ends, template: Template, match: re.Match[str]) -> str | None:
    """What the step should be, where it is given in figures."""
    if len(match[_step(match)]) > 1:
        return None
    step = template.group(match, _step(match))
    is_points = "points" in match.re.groupindex and bool(match["points"])
    return wrong_step(ends, step, is_points=is_points)


def _wrong_multiples(template: Template) -> Iterator[Disagreement]:
    if "from " not in template.words:
        return
    for match in matches(_TIMES, template):
        ends = ends_of_change(template, match)
        said = _multiple(match["hedge"].strip(), _NUMBERED_FOLDS[match["times"]])
        if not ends or said is None or are_of_other_scales(ends):
            continue
        ratio = ends.end.over(ends.begin)
        if ratio and not ratio.meets(said):
            share = middle(ends.end) / middle(ends.begin)
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
