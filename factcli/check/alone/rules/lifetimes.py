"""Ages beside the dates that they follow from: "born on 7 June 1925, died on 2 July 2001 at the age of 75"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import amount_of
from factcli.check.alone.templates import AMOUNT, DATE, YEAR, matches
from factcli.check.alone.times import Apart, ends_of_period, year_of, years_apart, years_of_period
from factcli.check.reasons import Reason
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

_WHEN = f"[{DATE}{YEAR}]"
_AGED = (
    rf"(?:,? ?\(?(?:at (?:the )?age(?: of)?|at|aged|age|when (?:he|she) was|being) )(?P<age>{AMOUNT})(?! (?:per"
    r"|minutes|hours|a\.?m|p\.?m|o'clock))"
)
# Words that do not bring in another person or another date.
_PLAIN = (
    r"(?:(?!\b(?:father|mother|brother|sister|son|daughter|wife|husband|his|her|their|whose"
    r"|widow)\b)[^.;\ue002\ue006\ue003]){0,%d}?"
)
_OWN = (
    r"(?:(?!\b(?:father|mother|brother|sister|son|daughter|wife|husband|whose|widow)\b)[^.;\ue000\ue002\ue006]){1,%d}?"
)
_BORN = rf"\bborn(?: in [a-z ,]{{1,40}}?,?)?(?: on| in|:)? (?P<born>{_WHEN})"
_ANY_CLAUSE = r"[^.\ue002\ue006]{0,30}?"
_PATTERNS = tuple(
    late_pattern(pattern)
    for pattern in (
        (
            rf"\bwas (?P<age>{AMOUNT}) when (?:he|she) died (?:on|in) (?P<then>{_WHEN}){_ANY_CLAUSE}\b"
            rf"(?:been )?born (?:on|in) (?P<born>{_WHEN})"
        ),
        (
            rf"{_BORN}{_PLAIN % 40}\bwas (?:only |just )?(?P<age>{AMOUNT})(?: years old)? when (?:he|she"
            rf"|it) {_PLAIN % 50}(?:in|on) (?P<then>{_WHEN})"
        ),
        (
            rf"{_BORN}{_PLAIN % 60}\b(?:died|dead|killed|passed away|death)\b(?: (?:in|of|at) [a-z ]{{1,30}}?)?"
            r"(?: on| in)? "
            rf"(?P<then>{_WHEN}){_PLAIN % 30}{_AGED}"
        ),
        (
            rf"{_BORN}{_PLAIN % 60}\b(?:died|was killed|passed away){_PLAIN % 30}{_AGED}{_PLAIN % 20} (?:on|in) "
            rf"(?P<then>{_WHEN})"
        ),
        (
            rf"\((?:born )?(?P<born>{_WHEN}) ?[–—-] ?(?P<then>{_WHEN})\){_PLAIN % 60}\b(?:died|passed away"
            rf"|was killed){_PLAIN % 30}{_AGED}"
        ),
        (
            rf"\bdied (?:on|in) (?P<then>{_WHEN}){_AGED}{_ANY_CLAUSE} \(?(?:had been |was )?born(?: on| in)? "
            rf"(?P<born>{_WHEN})"
        ),
        (
            rf"{_BORN}{_PLAIN % 40}\b(?:turned|turns|was|reached) (?P<age>{AMOUNT})(?: years old)? (?:on|in) "
            rf"(?P<then>{_WHEN})"
        ),
        # (born 1921) was 90 when her last show opened in 2011; born in 2010, started school in 2014, when he was four
        (
            rf"\bborn(?: in| on)? (?P<born>{_WHEN})[),]? (?:and |who |he |she )?was (?:only |just "
            rf")?(?P<age>{AMOUNT}) when {_OWN % 60}"
            rf" (?:in|on) (?P<then>{_WHEN})(?=[.,;)]|$)"
        ),
        (
            rf"\bborn(?: in| on)? (?P<born>{_WHEN}){_OWN % 60} (?:in|on) (?P<then>{_WHEN}),? when (?:he|she) was "
            rf"(?:only |just )?(?P<age>{AMOUNT})(?=[.,;)]|$)"
        ),
        # born in 1970, the painter sold her first work in 1990 at the age of 20
        (
            rf"(?:^|, )born (?:in [a-z ]{{1,30}} )?(?:on|in) (?P<born>{_WHEN}), (?:he |she |the [a-z]{{3,15}} "
            rf")?{_OWN % 50} (?:on|in) "
            rf"(?P<then>{_WHEN}),? (?:when (?:he|she) was|at the age of|at age|aged) (?P<age>{AMOUNT})(?=[.,;)]|$)"
        ),
        (
            rf"\bborn (?:on|in) (?P<born>{_WHEN}){_PLAIN % 30}\b(?:married|graduated|emigrated|enlisted|retired"
            r"|resigned|joined|became"
            rf"|won|was elected|was appointed|moved|began|founded|wrote|published)\b{_PLAIN % 40} in "
            rf"(?P<then>{_WHEN}){_PLAIN % 20}{_AGED}"
        ),
    )
)
_LIFE = late_pattern(rf"\((?P<life>{DATE})\){_PLAIN % 60}\b(?:died|passed away|was killed){_PLAIN % 30}{_AGED}")
_BRACKETED = late_pattern(rf"\((?P<life>{DATE})\)")
_THEN_DIED = late_pattern(
    rf"^(?:he|she) (?:died|passed away)(?:{_AGED})|^(?:he|she) was (?:only |just )?(?P<age2>{AMOUNT})"
    r" (?:when (?:he|she) died|at (?:the time of )?(?:his|her) death)\b"
)
_NEAR = 4
# "Died in 1988 at 70, opened his first shop in 1927": he was nine.
_IMPLIED = late_pattern(
    rf"\bdied(?: on| in) (?P<then>{_WHEN}){_AGED},? (?:and )?(?:had )?(?P<deed>took (?:his|her) degree|graduated"
    r"|married|enlisted"
    rf"|was ordained|was elected|was knighted|was called to the bar|qualified|took office|entered parliament|became"
    rf" (?:a |an )?(?:[a-z]+ ){{0,2}}(?:minister|professor|judge|bishop|mp|mayor|doctor|priest))"
    rf"{_PLAIN % 50} in (?P<earlier>{_WHEN})"
)
_LEAST_AGE_OF_DEEDS = 12
_OLDEST = 125


def find_wrong_ages(reading: Reading) -> Iterator[Disagreement]:
    """The ages that do not follow from a birth and a later date."""
    for before, after in pairwise(reading.templates):
        yield from _after_life(before, after)
    for template in reading.templates:
        if AMOUNT in template and template.count(DATE + YEAR) > 1:
            yield from _wrong_ages(template)
            yield from _implied(template)
        if AMOUNT in template and DATE in template:
            yield from _wrong_lives(template)


def _wrong_ages(template: Template) -> Iterator[Disagreement]:
    for pattern in _PATTERNS:
        for match in matches(pattern, template):
            born, then, age = (template.group(match, name) for name in ("born", "then", "age"))
            years, apart = _years(age), years_apart(born, then)
            if years is not None and apart and 0 <= apart.fewest <= _OLDEST and not apart.fewest <= years <= apart.most:
                other = Span(min(born.span.start, then.span.start), max(born.span.end, then.span.end))
                yield Disagreement(Reason.WRONG_AGE, age.span, other, _working(born, then, apart))


def _after_life(before: Template, after: Template) -> Iterator[Disagreement]:
    """Find such as “Ida Moll (1901-1984) taught botany. She died aged 93.”."""
    died, life = _THEN_DIED.search(after.words), _BRACKETED.search(before.words)
    if not died or not life or before.words.count("(") > 1 or after.span.start - before.span.end > _NEAR:
        return
    lived, age = before.group(life, "life"), after.group(died, "age" if died["age"] else "age2")
    ends, years = ends_of_period(lived) or years_of_period(lived), _years(age)
    if ends and years is not None and ends[1] - ends[0] - years not in {0, 1}:
        apart = ends[1] - ends[0]
        yield Disagreement(
            Reason.WRONG_AGE, age.span, lived.span, f"{ends[0]} to {ends[1]} is {apart - 1} or {apart} years"
        )


def _wrong_lives(template: Template) -> Iterator[Disagreement]:
    """Find such as “Ida Moll (1901-1984) ... died at the age of 93”."""
    for match in matches(_LIFE, template):
        life, age = template.group(match, "life"), template.group(match, "age")
        ends, years = ends_of_period(life), _years(age)
        if ends and years is not None and ends[1] - ends[0] - years not in {0, 1}:
            apart = ends[1] - ends[0]
            yield Disagreement(
                Reason.WRONG_AGE, age.span, life.span, f"{ends[0]} to {ends[1]} is {apart - 1} or {apart} years"
            )


def _working(born: Mention, then: Mention, apart: Apart) -> str:
    years = str(apart.most) if apart.fewest == apart.most else f"{apart.fewest} or {apart.most}"
    return f"{born.surface} to {then.surface} is {years} years"


def _years(age: Mention) -> int | None:
    """The age in whole years; None for anything else."""
    amount = amount_of(age)
    value = age.value
    unit = getattr(value, "unit", None)
    is_age = amount is not None and amount == amount.to_integral_value() and 0 < amount <= _OLDEST
    return int(amount) if amount is not None and is_age and unit in {None, "year"} else None


def _implied(template: Template) -> Iterator[Disagreement]:
    """A deed that the age at death makes a child's."""
    for match in matches(_IMPLIED, template):
        died, years, deed = (
            year_of(template.group(match, "then")),
            _years(template.group(match, "age")),
            template.group(match, "earlier"),
        )
        done = year_of(deed)
        if died is None or years is None or done is None:
            continue
        age = done - (died - years)
        if age < _LEAST_AGE_OF_DEEDS:
            other = template.text_span(match.start("then"), match.end("age"))
            working = f"who was {years} in {died} was born in {died - years - 1} or {died - years}, and {age} in {done}"
            yield Disagreement(Reason.WRONG_AGE, deed.span, other, working)
