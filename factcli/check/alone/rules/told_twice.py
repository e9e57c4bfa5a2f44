"""The same figure told twice: the headline, a table or a sentence beside another sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.check.alone.flaws import Flaw
from factcli.check.alone.grids import find_grids
from factcli.check.alone.intervals import amount_of, ends_of, unit_of, written
from factcli.check.alone.slips import is_slip
from factcli.check.alone.templates import AMOUNT, DATE, YEAR, matches
from factcli.check.alone.times import year_of
from factcli.check.reasons import Reason
from factcli.english.events import EVENT_NOUNS, FATES, SAME_FIGURES
from factcli.english.stemming import meaning
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from factcli.check.alone.grids import Cell, Grid
    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

_WORD = re.compile(r"[a-z]{2,24}+")
_LEAD_SENTENCES = 3
# What makes a figure of the body another one than that of the headline.
_OTHER = re.compile(
    r"\b(?:first|more|another|further|extra|additional|initial(?:ly)?|original(?:ly)?|previous(?:ly)?|last|earlier|since|then|by \d"
    r"|each|every|per|up to|at least|up from|down from|instead|revised|rather|estimated?|could|may|might|some|part|half|already|other)\b"
)
_SCORE = re.compile(r"(?<![\d–-])(?P<one>\d{1,3})[-–](?P<other>\d{1,3})(?![\d–-])")
_WON = re.compile(
    r"\b(?:win|wins|won|beat|beats|beaten|defeat|defeats|defeated|lose|loses|lost|draw|draws|drew|thrash|thrashed|edge|edged"
    r"|victory|defeat|triumph|triumphed|held)\b",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r"\b(?:last|previous|earlier|down|leg|half[- ]time|aggregate|had)\b", re.IGNORECASE)
_AGAIN = re.compile(rf"^(?:the|that|this) (?P<again>{AMOUNT})(?= (?:is|was|will|would|are|were|has|had|came|comes|goes|went|must|can|could|should)\b|,)")
_VERBS = (
    r"(?:rose|fell|grew|was|were|is|are|reached|came to|stood at|climbed|dropped|declined|increased|decreased|totalled|totaled"
    r"|jumped|slipped|amounted to)"
)
_CASUALTIES = re.compile(
    rf"(?P<count>{AMOUNT}) (?:(?:people|men|women|others|passengers) )?(?:(?:were|was|are|have been|had been|has been|left|is) )?(?P<fate>{'|'.join(FATES)})\b"
)
_SAMPLES = r"studied|enrolled|included|recruited|surveyed|interviewed|analy[sz]ed|examined|tested|sampled|questioned|polled"
_SAMPLED = re.compile(rf"\b(?:{_SAMPLES}) (?P<count>{AMOUNT})|(?P<count2>{AMOUNT}) (?:were|was) (?:{_SAMPLES})\b")
_LOST = re.compile(r"\b(?:withdrew|excluded|dropped|lost|remaining|others|completed|died|of whom|of which|declined|rest|screened|eligible|phase|stage)\b")
_EVENT = re.compile(rf"\bthe (?P<noun>[a-z]{{3,15}}) (?:of|in) (?P<year>[{DATE}{YEAR}])|\bthe (?P<year2>[{DATE}{YEAR}]) (?P<noun2>[a-z]{{3,15}})\b")
_DATED = re.compile(rf"\b(?P<verb>[a-z]{{4,15}})(?: down| out| up)? (?:in )?(?P<year>[{DATE}{YEAR}])")
_THOUSANDS = {"thousand": 3, "000": 3, "m": 6, "million": 6, "mn": 6, "bn": 9, "billion": 9}


def find_figures_told_twice(reading: Reading) -> Iterator[Flaw]:
    """The figures that the text gives in two ways."""
    if reading.headline is not None:
        yield from _headline_figures(reading)
        yield from _headline_scores(reading)
        yield from _headline_casualties(reading)
    yield from _sampled_twice(reading)
    yield from _taken_up_again(reading)
    yield from _dated_twice(reading)
    yield from _in_table(reading)


def _headline_figures(reading: Reading) -> Iterator[Flaw]:
    headline = reading.headline
    assert headline is not None  # noqa: S101 - the caller has looked
    in_it = [each for each in reading.templates if each.span.start < headline.end]
    rest = [each for each in reading.templates if each.span.start >= headline.end]
    lead_end = _lead_end(reading, headline.end)
    body = [each for each in rest if each.span.start < lead_end]
    for template in in_it:
        for match in re.finditer(AMOUNT, template.words):
            yield from _other_in_body(template, match.start(), body, rest)


def _lead_end(reading: Reading, after: int) -> int:
    lead = [sentence for sentence in reading.sentences if sentence.start >= after][:_LEAD_SENTENCES]
    return lead[-1].end if lead else after


def _other_in_body(headline: Template, place: int, body: list[Template], rest: list[Template]) -> Iterator[Flaw]:
    mention = headline.mention(place)
    if written(mention) is None or not _is_measured(mention) or _OTHER.search(headline.words):
        return
    if any(_says_same(mention, other) for template in rest for other in template.mentions) or _is_derived(mention, rest):
        return
    found = [
        (template, match.start()) for template in body for match in re.finditer(AMOUNT, template.words)
        if _measures_alike(headline, place, template, match.start())
    ]  # fmt: skip
    if len(found) != 1:
        return
    template, at = found[0]
    other = template.mention(at)
    if written(other) is not None and not _OTHER.search(_near(template, at)) and is_slip(mention, other):
        yield Flaw(Reason.TOLD_TWICE, mention.span, other.span, f"{other.surface} in the text")


def _headline_casualties(reading: Reading) -> Iterator[Flaw]:
    """"Three hurt in crash", and "Four people were hurt" in the text."""
    headline = reading.headline
    assert headline is not None  # noqa: S101 - the caller has looked
    rest = [each for each in reading.templates if each.span.start >= headline.end]
    lead_end = _lead_end(reading, headline.end)
    for template in reading.templates:
        if template.span.start >= headline.end or _OTHER.search(template.words):
            continue
        for match in matches(_CASUALTIES, template):
            said, fate = template.group(match, "count"), FATES[match["fate"]]
            told = [
                (each, other.group(found, "count")) for other in rest if other.span.start < lead_end
                for each in (other,) for found in matches(_CASUALTIES, other) if FATES[found["fate"]] == fate
            ]  # fmt: skip
            is_told = any(_says_same(said, other) for each in rest for other in each.mentions) or _is_derived(said, rest)
            if len(told) == 1 and written(said) and written(told[0][1]) and not is_told and not _OTHER.search(told[0][0].words):
                yield Flaw(Reason.TOLD_TWICE, said.span, told[0][1].span, f"{told[0][1].surface} in the text")


def _sampled_twice(reading: Reading) -> Iterator[Flaw]:
    """"We studied 120 patients", and further on "102 patients were enrolled"."""
    found = [
        (template, template.group(match, "count" if match["count"] else "count2")) for template in reading.templates for match in matches(_SAMPLED, template)
    ]  # fmt: skip
    if len(found) != 2:  # noqa: PLR2004 - of more, nobody can say which are the same
        return
    (before, one), (after, other) = found
    between = reading.text[before.span.start : after.span.end].lower()
    is_same = unit_of(one) is not None and unit_of(one) == unit_of(other) and not one.modifiers and not other.modifiers
    if is_same and written(one) and written(other) and is_slip(one, other) and not _LOST.search(between) and not _OTHER.search(between):
        if amount_of(one) != amount_of(other) and not _is_derived(one, [after]):
            yield Flaw(Reason.TOLD_TWICE, other.span, one.span, f"{one.surface} before")


def _near(template: Template, place: int) -> str:
    return template.words[max(0, place - 30) : place + 30]


def _is_measured(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Quantity) and (value.dimension == "money" or unit_of(mention) is not None)


def _says_same(mention: Mention, other: Mention) -> bool:
    """Whether the body has the figure, whatever of; also rounded, hedged or in a range."""
    mine, its = written(mention), other.value
    amount = amount_of(mention)
    if mine is None or amount is None or not isinstance(its, Quantity):
        return False
    if its.amount is not None:
        exact = written(other)
        near = abs(its.amount - amount) <= abs(amount) / 10
        return (exact is not None and mine.meets(exact)) or (its.comparator != "=" and near) or its.amount == amount
    ends = ends_of(other)
    return bool(ends and ends[0].low <= amount <= ends[1].high)


def _is_derived(mention: Mention, rest: list[Template]) -> bool:
    """Whether two figures of the body give that of the headline."""
    amount = amount_of(mention)
    amounts = [each for template in rest for other in template.mentions if (each := amount_of(other))][:_MOST_PAIRED]
    known = set(amounts)
    return amount is not None and any(amount - each in known or amount + each in known for each in amounts)


_MOST_PAIRED = 60


def _measures_alike(headline: Template, here: int, template: Template, there: int) -> bool:
    """Whether both have the same unit, and the same word says what is measured."""
    one, other = headline.mention(here), template.mention(there)
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity) or one.value.per != other.value.per:
        return False
    if one.value.dimension == "money":
        return unit_of(one) == unit_of(other) and _governor(headline, here) == _governor(template, there) != ""
    if one.value.dimension != "count" or one.modifiers or other.modifiers:
        return False
    nouns = frozenset({unit_of(one), unit_of(other)})
    verb = _governor(template, there)
    return (len(nouns) == 1 and _governor(headline, here) == verb != "") or (nouns, verb) in _SAME


_SAME = {(frozenset(nouns.split()), meaning(verb)) for nouns, verbs in SAME_FIGURES for verb in verbs.split()}


def _governor(template: Template, place: int) -> str:
    """The stem of the word right before a figure; "" for a function word or at the beginning."""
    words = _WORD.findall(template.words[max(0, place - 30) : place])
    return meaning(words[-1]) or "" if words else ""


def _headline_scores(reading: Reading) -> Iterator[Flaw]:
    headline = reading.headline
    assert headline is not None  # noqa: S101 - the caller has looked
    said = _SCORE.search(reading.text, *headline)
    if not said or not _WON.search(reading.text, *headline):
        return
    body = [match for match in _SCORE.finditer(reading.text, headline.end, reading.span.end)]
    if any({match["one"], match["other"]} == {said["one"], said["other"]} for match in body):
        return
    lead = [match for match in body if match.end() <= _lead_end(reading, headline.end)]
    if len(lead) == 1:
        sentence = reading.sentence_at(lead[0].start())
        if sentence and _WON.search(reading.text, *sentence) and not _LAST_YEAR.search(reading.text, *sentence):
            yield Flaw(Reason.TOLD_TWICE, Span(*said.span()), Span(*lead[0].span()), f"{lead[0][0]} in the text")


def _taken_up_again(reading: Reading) -> Iterator[Flaw]:
    """"$3 million on the canal. ... The $3 billion will come from a loan"."""
    for number, template in enumerate(reading.templates):
        match = _AGAIN.search(template.words)
        if not match or not number:
            continue
        again, before = template.group(match, "again"), reading.templates[number - 1]
        if not isinstance(again.value, Quantity) or again.value.dimension != "money" or template.span.start - before.span.end > _NEAR:
            continue
        sums = [other for other in before.mentions if unit_of(other) == unit_of(again)]
        if len(sums) == 1 and _is_other_scale(sums[0], again) and not _is_told_before(reading, again, number):
            yield Flaw(Reason.TOLD_TWICE, again.span, sums[0].span, f"{sums[0].surface} in the sentence before")


_NEAR = 4


def _is_other_scale(one: Mention, other: Mention) -> bool:
    here, there = amount_of(one), amount_of(other)
    return bool(here and there and here != there and _significant(here) == _significant(there))


def _significant(amount: Decimal) -> tuple[int, ...]:
    return amount.normalize().as_tuple().digits


def _is_told_before(reading: Reading, again: Mention, number: int) -> bool:
    return any(_says_same(again, other) for template in reading.templates[:number] for other in template.mentions)


def _dated_twice(reading: Reading) -> Iterator[Flaw]:
    """"The abbey burned in 1431. After the fire of 1413 ..."."""
    for number, template in enumerate(reading.templates[1:], start=1):
        for match in matches(_EVENT, template):
            verbs = EVENT_NOUNS.get(match["noun"] or match["noun2"])
            if verbs:
                year = template.group(match, "year" if match["year"] else "year2")
                yield from _other_year(reading, number, year, verbs)


def _other_year(reading: Reading, number: int, named: Mention, verbs: frozenset[str]) -> Iterator[Flaw]:
    before = reading.templates[number - 1]
    year = year_of(named)
    for match in matches(_DATED, before):
        dated = before.group(match, "year")
        other = year_of(dated)
        if match["verb"] in verbs and year and other and year != other and is_slip(named, dated):
            years = [year_of(each) for template in reading.templates for each in template.mentions]
            if years.count(year) == 1 and years.count(other) == 1:
                yield Flaw(Reason.TOLD_TWICE, named.span, dated.span, f"{dated.surface} in the sentence before")


def _in_table(reading: Reading) -> Iterator[Flaw]:
    """A sentence that begins with the label of a row, beside that row."""
    if "|" not in reading.part:
        return
    for grid in find_grids(reading.text, *reading.span):
        for row in grid.rows:
            label, scale = _label(row[0].words, grid)
            numbers = [number for cell in row[1:] if (number := cell.number) is not None]
            if label and numbers:
                yield from _beside_row(reading, label, scale, row, numbers)


def _label(words: str, grid: Grid) -> tuple[str, int | None]:
    """The words of a row's label without its unit, and the power of ten that its unit names."""
    name, _, unit = words.partition(",") if "," in words else words.partition("(")
    match = re.search(r"(thousand|million|billion|000|bn|mn|m)\)?$", unit.strip() or grid.head[0].words.strip(), re.IGNORECASE)
    return name.strip().lower(), _THOUSANDS[match[1].lower()] if match else None


def _beside_row(reading: Reading, label: str, scale: int | None, row: list[Cell], numbers: list[Decimal]) -> Iterator[Flaw]:
    if scale is None or len(label) < 5:  # noqa: PLR2004 - shorter labels are words of all kinds
        return
    pattern = re.compile(rf"^{re.escape(label)} {_VERBS}(?: [a-z ]{{0,20}}?)?(?:to |at )?(?P<amount>{AMOUNT})(?=[ .,;])")
    for template in reading.templates:
        match = pattern.search(template.words)
        if not match or "|" in template.words:
            continue
        told = template.group(match, "amount")
        interval = written(told)
        if interval and not _OTHER.search(template.words) and not any(interval.low <= number.scaleb(scale) <= interval.high for number in numbers):
            yield Flaw(Reason.TOLD_TWICE, told.span, row[-1].span, f"the table has {', '.join(cell.words for cell in row[1:])}")
