"""Durations and anniversaries beside their dates: "from 2007 to 2017, fourteen years"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import amount_of, unit_of
from factcli.check.alone.templates import AMOUNT, DATE, ORDINAL, YEAR, matches
from factcli.check.alone.times import days_of_period, ends_of_period, months_of_period, year_of, years_of_period
from factcli.check.reasons import Reason
from factcli.english.events import BEGINS, FINISHES
from factcli.english.reckoning.rising import JUBILEES
from factcli.mentions.patterns import late_pattern
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

# Years that are not the length of the period beside them.
_ELSEWHERE = (
    r"(?! (?:later|before|earlier|after|ago|old|on\b|since|previously|younger|older|of age|in (?:prison|jail)))"
)
_LENGTH = rf"(?P<length>{AMOUNT}){_ELSEWHERE}"
_OF = r"(?:a |the |those |these |in all |some )?(?:(?:total|period|span|reign|term|stretch|run|spell|career) of )?"
_PERIOD = late_pattern(
    rf"(?P<period>{DATE})(?:,|;|:| [–—-]| \() ?{_OF}{_LENGTH}(?: of\b| in which| in (?:all|office|power|charge)"
    r"|\)| that\b| during| when|[.,;])"
)
_TWO = rf"(?:from|between) (?P<first>[{DATE}{YEAR}]) (?:to|and|until|till) (?P<last>[{DATE}{YEAR}])"
_BETWEEN = late_pattern(
    rf"\b{_TWO}(?:,|;|:| [–—-]| \() ?{_OF}{_LENGTH}(?: of\b| in which| in (?:all|office|power|charge)|\)| that\b"
    r"| during| when|[.,;])"
)
_BEFORE = late_pattern(
    rf"(?P<length>{AMOUNT})(?:, | \(|: | [–—] |,? running | )(?:(?:in (?:office|power|charge|prison|jail|exile)"
    r"|festival|exhibition|fair|visit|tour|trip"
    r"|conference|summit|strike|reign|term|war|career|rule|spell|tenure|run|period|presidency|premiership"
    rf"|partnership|marriage|siege)(?: [a-z]+){{0,3}}?,? \(?)?(?P<period>{DATE})"
)
_LASTED = late_pattern(rf"(?P<period>{DATE}),? (?:which )?(?:lasted|took) (?:for )?{_LENGTH}(?=[.,;)]|$| of\b)")
# "For three months, from May to July 2011"; "the six-week course runs from 5 January to 15 February 2026".
_FOR = late_pattern(rf"\bfor (?P<length>{AMOUNT})(?:,|:| [–—]| \() ?(?P<period>{DATE})(?=[.,;)]|$)")
_RUNS = late_pattern(
    rf"\b(?:the|a|an|this|our|its) (?P<length>{AMOUNT}) (?:[a-z-]{{2,15}} )?(?:runs|ran|lasts|lasted|took "
    rf"place|takes place|is held"
    rf"|was held) (?P<period>{DATE})(?=[.,;)]|$)"
)
_BEGAN = late_pattern(
    rf"(?P<length>{AMOUNT}) (?:[a-z]+ )?(?:term|reign|war|rule|mandate|contract|lease|tenure|siege|strike|run) "
    r"(?:began|started|lasted|ran)"
    rf"(?: in| from)? (?P<first>[{DATE}{YEAR}]) (?:and (?:ended|finished|expired)|until|to)(?: in)? "
    rf"(?P<last>[{DATE}{YEAR}])"
)
_FROM_START = late_pattern(
    rf"\b(?:began|started) in (?P<first>[{DATE}{YEAR}]) and (?:ended|finished) in (?P<last>[{DATE}{YEAR}])(?:,|;"
    rf"| [–—]| \() ?{_OF}{_LENGTH}"
)
# Founded in 1987 and sold in 2009, after 22 years
_AFTER = late_pattern(
    rf"\b(?:{BEGINS})\b(?: [a-z'’-]{{1,15}}+){{0,5}}? (?:in|on) (?P<first>[{DATE}{YEAR}])(?:,| and| but)"
    rf"(?: [a-z'’-]{{1,15}}+){{0,5}}? "
    rf"(?:{FINISHES})\b(?: [a-z'’-]{{1,15}}+){{0,5}}? (?:in|on) (?P<last>[{DATE}{YEAR}]),? after {_LENGTH}"
    r"(?=[.;)]| as (?:an?|its|his|her|the)\b| in (?:office|charge|power|business|service)\b|$)"
)
_WAIT = late_pattern(
    rf"(?P<since>{DATE})[^.;]{{0,50}}?\b(?:wait|drought|absence|gap|spell|exile|silence|break|hiatus|streak"
    rf"|run) of {_LENGTH}"
    rf"[^.;\ue002\ue006\ue000]{{0,30}}? in (?P<now>[{DATE}{YEAR}])"
)
_ANNIVERSARY = late_pattern(
    rf"(?P<number>{ORDINAL}|{AMOUNT})(?:[ -]year)?[ -](?:wedding |birth |death )?(?P<kind>anniversary|birthday"
    r"|jubilee)\b"
)
_KEPT = rf"(?:(?P<number>{ORDINAL}) (?:wedding )?anniversary|(?P<word>{'|'.join(JUBILEES)}))"
_KEPT_FIRST = late_pattern(
    rf"\b(?:its|their|his|her|the) {_KEPT} (?:in|on) (?P<now>[{DATE}{YEAR}])[^.;\ue002\ue006]{{0,50}}?\b"
    r"(?:founded|established|opened|built"
    rf"|launched|married|formed|set up|created|of [^.;\ue002\ue006]{{1,40}}?)(?: in| on) (?P<event>[{DATE}{YEAR}])"
)
_AFTER_YEARS = late_pattern(rf"(?P<length>{AMOUNT})(?! old)(?: [a-z]{{1,12}}+){{0,4}}? \((?P<period>{DATE})\)")
_FOUNDED = late_pattern(
    rf"\b(?:founded|established|opened|built|launched|married|formed|set up|created|incorporated|completed|consecrated)"
    rf"(?: in [a-z ]{{1,30}}?)?(?: in| on) (?P<event>[{DATE}{YEAR}])[^.;\ue002\ue006]{{0,50}}?\b(?:its|their|his"
    rf"|her|the) (?:(?P<number>{ORDINAL})"
    rf" (?:wedding )?anniversary|(?P<word>{'|'.join(JUBILEES)})) (?:in|on) (?P<now>[{DATE}{YEAR}])"
)
_IN = late_pattern(rf"(?:\b(?:in|on|this year,|during) |^)(?P<now>[{DATE}{YEAR}])")
_EVENT = late_pattern(
    rf"\bof (?:the |its |his |her |their )?(?:(?P<before>[{DATE}{YEAR}]) [a-z]|(?:[a-z'’-]+ ){{1,6}}?(?:in|of"
    rf"|on) (?P<after>[{DATE}{YEAR}]))"
)
_LATE = late_pattern(r"\b(?:late|belated(?:ly)?|delayed|postponed|early|ahead of)\b")
_CLAUSE = late_pattern(r"[;:]|, (?:and|but|while|which|who|when)\b| [–—] ")
_SLACK = 1
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}


def find_wrong_durations(reading: Reading) -> Iterator[Disagreement]:
    """The lengths of time and the anniversaries that do not follow from the dates beside them."""
    for template in reading.templates:
        dates, has_length = template.count(DATE + YEAR), AMOUNT in template
        if has_length and DATE in template:
            yield from _wrong_periods(template)
        if has_length and dates > 1:
            yield from _wrong_ranges(template)
            yield from _wrong_waits(template)
        if dates:
            yield from _wrong_anniversaries(template)
        if dates > 1:
            yield from _wrong_jubilees(template)


def _wrong_periods(template: Template) -> Iterator[Disagreement]:
    for pattern in (_PERIOD, _BEFORE, _LASTED, _AFTER_YEARS, _FOR, _RUNS):
        for match in matches(pattern, template):
            period, length = template.group(match, "period"), template.group(match, "length")
            days = days_of_period(period)
            if days is not None and unit_of(length) in _DAYS_IN:
                yield from _wrong_days(length, period, days)
            yield from _wrong_months(length, period)
            years = ends_of_period(period) or years_of_period(period)
            if years and _is_said_as_period(period) and _is_whole_bracket(template, match.start("period")):
                yield from _wrong_length(length, period.span, *years)


def _wrong_ranges(template: Template) -> Iterator[Disagreement]:
    """Find such as “from 1980 to 1990, eight years in which”."""
    for match in (
        *matches(_BETWEEN, template),
        *matches(_BEGAN, template),
        *matches(_FROM_START, template),
        *matches(_AFTER, template),
    ):
        first, last, length = (template.group(match, name) for name in ("first", "last", "length"))
        begin, end = year_of(first), year_of(last)
        if begin and end:
            yield from _wrong_length(length, Span(first.span.start, last.span.end), begin, end)


def _is_whole_bracket(template: Template, place: int) -> bool:
    """Whether a period that begins a bracket is all of it."""
    return template.words[place - 1 : place] != "(" or template.words[place + 1 : place + 2] == ")"


def _is_said_as_period(period: Mention) -> bool:
    return not period.surface.lower().startswith("since")


def _wrong_months(length: Mention, period: Mention) -> Iterator[Disagreement]:
    """A month more or less is how people count."""
    amount, months = amount_of(length), months_of_period(period)
    if amount is not None and months is not None and unit_of(length) == "month" and abs(months - amount) > _SLACK:
        yield Disagreement(Reason.WRONG_DURATION, length.span, period.span, f"{period.surface} is {months} months")


def _wrong_length(length: Mention, other: Span, begin: int, end: int) -> Iterator[Disagreement]:
    years = _years(length)
    if years is None or begin >= end or abs(end - begin - years) <= _SLACK:
        return
    yield Disagreement(Reason.WRONG_DURATION, length.span, other, f"{begin} to {end} is {end - begin} years")


def _wrong_days(length: Mention, period: Mention, days: int) -> Iterator[Disagreement]:
    """From the 3rd to the 7th are four days, or five with both."""
    amount, unit = amount_of(length), _DAYS_IN[unit_of(length) or ""]
    slack = unit // 2
    if amount is not None and not days - slack <= amount * unit <= days + 1 + slack:
        yield Disagreement(
            Reason.WRONG_DURATION, length.span, period.span, f"{period.surface} is {days} or {days + 1} days"
        )


def _years(length: Mention) -> int | None:
    """The length in whole years; None where it is hedged or in another unit."""
    amount, unit = amount_of(length), unit_of(length)
    is_rate = isinstance(length.value, Quantity) and length.value.per is not None
    if amount is None or unit not in {"year", "decade"} or is_rate or "old" in length.surface:
        return None
    years = amount * (10 if unit == "decade" else 1)
    is_whole = years == years.to_integral_value() and unit == "year"
    return int(years) if is_whole else None


def _wrong_waits(template: Template) -> Iterator[Disagreement]:
    for match in matches(_WAIT, template):
        since, length, now = (template.group(match, name) for name in ("since", "length", "now"))
        begin, end = _start(since), year_of(now)
        if begin and end:
            yield from _wrong_length(length, Span(since.span.start, since.span.end), begin, end)


def _start(since: Mention) -> int | None:
    """The year of "since 2009"."""
    value = since.value
    is_open = isinstance(value, EdtfDate) and value.text.endswith("/..") and not value.is_approximate
    return value.earliest.year if isinstance(value, EdtfDate) and is_open and value.earliest else None


def _wrong_anniversaries(template: Template) -> Iterator[Disagreement]:
    if _LATE.search(template.words):
        return
    for match in matches(_ANNIVERSARY, template):
        number = template.group(match, "number")
        start, end = _clause(template, match.start(), match.end())
        event = _EVENT.search(template.words, match.end(), end)
        amount = amount_of(number)
        if event is None or amount is None or match["kind"] == "birthday":
            continue
        begun = template.group(event, "before" if event["before"] else "after")
        year = year_of(begun)
        dates = [template.group(found, "now") for found in _IN.finditer(template.words, start, end)]
        now = [each for each in map(year_of, dates) if each]
        others = {each for each in now if each != year} or set(now)
        if year and others and all(each - year != amount for each in others) and len(others) == 1:
            then = others.pop()
            if then > year:
                yield Disagreement(
                    Reason.WRONG_DURATION, number.span, begun.span, f"{year} to {then} is {then - year} years"
                )


def _wrong_jubilees(template: Template) -> Iterator[Disagreement]:
    """Find such as “Founded in 1920, the firm celebrated its 90th anniversary in 2015”."""
    for match in (*matches(_FOUNDED, template), *matches(_KEPT_FIRST, template)):
        event, now = template.group(match, "event"), template.group(match, "now")
        year, then, years = year_of(event), year_of(now), _years_kept(template, match)
        if year and then and years and year < then and then - year != years:
            span = template.text_span(*match.span("number" if match["number"] else "word"))
            yield Disagreement(Reason.WRONG_DURATION, span, event.span, f"{year} to {then} is {then - year} years")


def _years_kept(template: Template, match: re.Match[str]) -> int | None:
    """How many years an anniversary keeps: the 90th, or the centenary."""
    if match["word"]:
        return JUBILEES[match["word"]]
    value = template.group(match, "number").value
    return int(value.amount) if isinstance(value, Quantity) and value.amount else None


def _clause(template: Template, start: int, end: int) -> tuple[int, int]:
    """The clause around a stretch of a sentence."""
    begin = max((match.end() for match in _CLAUSE.finditer(template.words, 0, start)), default=0)
    after = _CLAUSE.search(template.words, end)
    return begin, after.start() if after else len(template.words)
