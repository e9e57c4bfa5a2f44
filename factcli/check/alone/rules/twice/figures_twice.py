"""The same figure given in two ways: in a table and a sentence, or in two sentences."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.grids import find_grids
from factcli.check.alone.intervals import amount_of, unit_of, written
from factcli.check.alone.same_figures import OTHER_FIGURE, is_derived, says_same
from factcli.check.alone.slips import is_slip, is_strong_slip
from factcli.check.alone.templates import AMOUNT, DATE, YEAR, matches
from factcli.check.alone.times import year_of
from factcli.check.reasons import Reason
from factcli.english.events import EVENT_NOUNS
from factcli.english.reckoning.things import POWERS_OF_TEN, SAMPLE_UNITS
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from factcli.check.alone.grids import Cell, Grid
    from factcli.check.alone.reading import Reading
    from factcli.model.facts import Mention

_AGAIN = late_pattern(
    rf"^(?:the|that|this) (?P<again>{AMOUNT})(?= (?:spent|paid|raised|pledged|promised|borrowed|lent|is|was|will"
    r"|would|are|were|has|had|came|comes|goes|went|must"
    r"|can|could|should)\b|,)"
)
_VERBS = (
    r"(?:rose|fell|grew|was|were|is|are|reached|came to|stood at|climbed|dropped|declined|increased|decreased"
    r"|totalled|totaled"
    r"|jumped|slipped|amounted to)"
)
_LABELLED = late_pattern(
    rf"^(?P<label>[a-z][a-z '’/-]{{4,60}}?) {_VERBS}(?: [a-z ]{{0,20}}?)?(?:to |at )?(?P<amount>{AMOUNT})(?=[ .,;])"
)
_POWER = late_pattern(r"(thousand|million|billion|000|bn|mn|m)\)?$", re.IGNORECASE)
_SHORTEST_LABEL = 5
_SAMPLES = (
    r"studied|followed|monitored|tracked|treated|assessed|observed|enrolled|included|recruited|surveyed"
    r"|interviewed|analy[sz]ed|examined|tested|sampled|questioned|polled"
)
_SAMPLED = late_pattern(rf"\b(?:{_SAMPLES}) (?P<count>{AMOUNT})|(?P<count2>{AMOUNT}) (?:were|was) (?:{_SAMPLES})\b")
_LOST = late_pattern(
    r"\b(?:withdrew|excluded|dropped|lost|remaining|others|completed|died|of whom|of which|declined|rest"
    r"|screened|eligible|phase|stage)\b"
)
_PART = late_pattern(rf"(?P<part>{AMOUNT}) (?:out )?of (?:the |all |our )?(?P<whole>{AMOUNT})")
_OF_WHOLE = late_pattern(rf"\bof (?:the |all |our )?(?P<whole>{AMOUNT})(?: [a-z]{{1,15}}+){{0,3}}, (?P<part>{AMOUNT})")
_MOST_PARTS = 4
_BORN = late_pattern(rf"\bborn (?:in|on) (?P<born>[{DATE}{YEAR}])")
_BORN_AGAIN = late_pattern(rf"^(?:(?:he|she) was )?born (?:in|on) (?P<born>[{DATE}{YEAR}])")
_KIN = late_pattern(
    r"\b(?:father|mother|brother|sister|son|daughter|wife|husband|twin|cousin|uncle|aunt|grandfather|grandmother)\b"
)
_EVENT = late_pattern(
    rf"\bthe (?P<noun>[a-z]{{3,15}}) (?:of|in) (?P<year>[{DATE}{YEAR}])|\bthe (?P<year2>[{DATE}{YEAR}]) "
    rf"(?P<noun2>[a-z]{{3,15}})\b"
)
_DATED = late_pattern(rf"\b(?P<verb>[a-z]{{4,15}})(?: down| out| up)? (?:in )?(?P<year>[{DATE}{YEAR}])")

_NEAR = 4


def find_inconsistent_figures(reading: Reading) -> Iterator[Disagreement]:
    """The figures that the text gives in two ways."""
    yield from _sampled_twice(reading)
    yield from _inconsistent_parts(reading)
    yield from _born_twice(reading)
    yield from _taken_up_again(reading)
    yield from _dated_twice(reading)
    yield from _in_table(reading)


def _sampled_twice(reading: Reading) -> Iterator[Disagreement]:
    """Find such as “We studied 120 patients”, and further on ”102 patients were enrolled”."""
    found = [
        (template, template.group(match, "count" if match["count"] else "count2"))
        for template in reading.templates
        for match in matches(_SAMPLED, template)
    ]
    if len(found) != 2:  # noqa: PLR2004 - of more, none is known to be the same
        return
    (before, one), (after, other) = found
    between = reading.text[before.span.start : after.span.end].lower()
    is_same = (
        unit_of(one) in SAMPLE_UNITS and unit_of(one) == unit_of(other) and not one.modifiers and not other.modifiers
    )
    if (
        (
            is_same
            and written(one)
            and written(other)
            and is_slip(one, other)
            and not _LOST.search(between)
            and not OTHER_FIGURE.search(between)
        )
        and amount_of(one) != amount_of(other)
        and not is_derived(one, [after])
    ):
        yield Disagreement(Reason.INCONSISTENT_FIGURE, other.span, one.span, f"{one.surface} before")


def _inconsistent_parts(reading: Reading) -> Iterator[Disagreement]:
    """Find such as “45 of the 60 rivers were clean”, and further on “of the 60 rivers tested, 54 were clean”."""
    found = [
        (template.group(match, "part"), template.group(match, "whole"))
        for template in reading.templates
        if DATE not in template and YEAR not in template
        for pattern in (_PART, _OF_WHOLE)
        for match in matches(pattern, template)
    ]
    for (part, whole), (again, same) in pairwise(found):
        is_same = amount_of(whole) == amount_of(same) and unit_of(whole) == unit_of(same) is not None
        if is_same and written(part) and written(again) and is_strong_slip(part, again) and len(found) <= _MOST_PARTS:
            yield Disagreement(Reason.INCONSISTENT_FIGURE, again.span, part.span, f"{part.surface} before")


def _born_twice(reading: Reading) -> Iterator[Disagreement]:
    """Find such as “He was born in 1876 in Ulm. Born in 1867, he ...”."""
    for before, after in pairwise(reading.templates):
        first, again = _BORN.search(before.words), _BORN_AGAIN.search(after.words)
        if (
            first
            and again
            and after.span.start - before.span.end < _NEAR
            and not _KIN.search(before.words + after.words)
        ):
            one, other = before.group(first, "born"), after.group(again, "born")
            if year_of(one) != year_of(other) and year_of(one) and year_of(other) and is_slip(one, other):
                yield Disagreement(Reason.INCONSISTENT_FIGURE, other.span, one.span, f"born in {year_of(one)} before")


def _taken_up_again(reading: Reading) -> Iterator[Disagreement]:
    """Find such as “€5 million for the pier. ... The €5 billion is for a decade”."""
    for number, template in enumerate(reading.templates):
        match = _AGAIN.search(template.words)
        if not match or not number:
            continue
        again, before = template.group(match, "again"), reading.templates[number - 1]
        if (
            not isinstance(again.value, Quantity)
            or again.value.dimension not in {"money", "count"}
            or template.span.start - before.span.end > _NEAR
        ):
            continue
        sums = [other for other in before.mentions if unit_of(other) == unit_of(again)]
        if len(sums) == 1 and _is_slip_again(sums[0], again) and not _is_told_before(reading, again, number):
            yield Disagreement(
                Reason.INCONSISTENT_FIGURE, again.span, sums[0].span, f"{sums[0].surface} in the sentence before"
            )


def _is_slip_again(one: Mention, other: Mention) -> bool:
    return _is_other_scale(one, other) or (unit_of(one) == unit_of(other) and is_strong_slip(one, other))


def _is_other_scale(one: Mention, other: Mention) -> bool:
    here, there = amount_of(one), amount_of(other)
    return bool(here and there and here != there and _significant(here) == _significant(there))


def _significant(amount: Decimal) -> tuple[int, ...]:
    return amount.normalize().as_tuple().digits


def _is_told_before(reading: Reading, again: Mention, number: int) -> bool:
    return any(says_same(again, other) for template in reading.templates[:number] for other in template.mentions)


def _dated_twice(reading: Reading) -> Iterator[Disagreement]:
    """Find such as “The mill collapsed in 1852. Since the collapse of 1825 ...”."""
    for number, template in enumerate(reading.templates[1:], start=1):
        for match in matches(_EVENT, template):
            verbs = EVENT_NOUNS.get(match["noun"] or match["noun2"])
            if verbs:
                year = template.group(match, "year" if match["year"] else "year2")
                yield from _other_year(reading, number, year, verbs)


def _other_year(reading: Reading, number: int, named: Mention, verbs: frozenset[str]) -> Iterator[Disagreement]:
    before = reading.templates[number - 1]
    year = year_of(named)
    for match in matches(_DATED, before):
        dated = before.group(match, "year")
        other = year_of(dated)
        if match["verb"] in verbs and year and other and year != other and is_slip(named, dated):
            years = [year_of(each) for template in reading.templates for each in template.mentions]
            if years.count(year) == 1 and years.count(other) == 1:
                yield Disagreement(
                    Reason.INCONSISTENT_FIGURE, named.span, dated.span, f"{dated.surface} in the sentence before"
                )


def _in_table(reading: Reading) -> Iterator[Disagreement]:
    """A sentence that begins with the label of a row, beside that row."""
    if "|" not in reading.part:
        return
    rows = _labelled_rows(reading)
    for template in reading.templates if rows else ():
        match = _LABELLED.search(template.words)
        row = rows.get(match["label"]) if match else None
        if match and row and "|" not in template and not OTHER_FIGURE.search(template.words):
            yield from _beside_row(template.group(match, "amount"), *row)


def _labelled_rows(reading: Reading) -> dict[str, tuple[list[Cell], int]]:
    """The rows of tables whose unit names a power of ten, by their labels, without those that occur twice."""
    rows: dict[str, tuple[list[Cell], int]] = {}
    twice: set[str] = set()
    for grid in find_grids(reading.text, *reading.span):
        for row in grid.rows:
            label, scale = _label(row[0].words, grid)
            twice.update({label} & rows.keys())
            if scale is not None and len(label) >= _SHORTEST_LABEL:
                rows[label] = row, scale
    return {label: row for label, row in rows.items() if label not in twice}


def _label(words: str, grid: Grid) -> tuple[str, int | None]:
    """The words of a row's label without its unit, and the power of ten that its unit names."""
    name, _, unit = words.partition(",") if "," in words else words.partition("(")
    match = _POWER.search(unit.strip() or grid.head[0].words.strip())
    return name.strip().lower(), POWERS_OF_TEN[match[1].lower()] if match else None


def _beside_row(stated: Mention, row: list[Cell], scale: int) -> Iterator[Disagreement]:
    interval = written(stated)
    numbers = [number.scaleb(scale) for cell in row[1:] if (number := cell.number) is not None]
    if interval and numbers and not any(interval.low <= number <= interval.high for number in numbers):
        cells = ", ".join(cell.words for cell in row[1:])
        yield Disagreement(Reason.INCONSISTENT_FIGURE, stated.span, row[-1].span, f"the table has {cells}")
