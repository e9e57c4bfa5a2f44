"""A value and its headers -> the sentence that says the same: "Population", "Lomar" and "23,400"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.events import FRAME_OF
from factcli.english.stemming import find_words
from factcli.mentions import find_mentions
from factcli.mentions.patterns import late_pattern
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcli.check.tabular.labelled_values import LabelledValue

# "Cost ($m)", "Area in km2", "Share, %".
_UNIT = late_pattern(r"\s*+[(\[](?P<bracket>[^()\[\]]{1,20})[)\]]|,?\s(?:in\s)?(?P<plain>%|[£$€]\s?\w{0,2}|km2?|km²)$")
_MONEY = late_pattern(r"(?P<sign>US\$|A\$|C\$|[£$€])\s?(?P<scale>m|mn|bn?|k|million|billion|thousand|000s?)?$")
_SCALES = {"000": "thousand", "000s": "thousand", "thousands": "thousand", "millions": "million", "billions": "billion"}
_PARTICIPLE = re.compile(r"\w{2,}(?:ed|ght|lt|nt|wn|ut)$", re.IGNORECASE)


class Restated(NamedTuple):
    """A sentence that says what a value and its headers say; the value is ``text[value.start:value.end]``.

    ``subject`` and ``measure`` are the headers that name them, ``time`` the date among them; empty or None where there
    is none.  A measure without a subject may name it too: "Population of Lomar".
    """

    text: str
    value: Span
    subject: str
    measure: str
    time: EdtfDate | None


def restate(labelled: LabelledValue, is_subject: Callable[[str], bool]) -> Restated | None:
    """The sentence; None where the headers do not say what is measured.  ``is_subject`` knows the names of subjects."""
    times, others = [], []
    for header in labelled.headers:
        rest, time = _without_time(header)
        times += [time] if time else []
        others += [rest] if rest else []
    named = (each for each in reversed(others) if is_subject(_without_unit(each)[0]))
    subject = next(named, "") if len(others) > 1 else ""
    measures = [each for each in others if each is not subject]
    if len(measures) != 1 or len(times) > 1:
        return None
    measure, unit = _without_unit(measures[0])
    value = _with_unit(labelled.mention.surface, unit)
    if not value or not any(word.is_content for word in find_words(measure)) or find_mentions(measure):
        return None
    return _sentence(labelled, value, subject, measure, times[0] if times else None)


def _sentence(
    labelled: LabelledValue, value: str, subject: str, measure: str, time: tuple[str, EdtfDate] | None
) -> Restated:
    opening = f"In {time[0]}, " if time else ""
    is_date = isinstance(labelled.mention.value, EdtfDate)
    before, after = _frame(measure, subject, labelled, is_date=is_date)
    begin = f"{opening}{before}" if opening else before[:1].upper() + before[1:]
    span = Span(len(begin), len(begin) + len(value))
    return Restated(f"{begin}{value}{after}.", span, subject, measure, time[1] if time else None)


def _frame(measure: str, subject: str, labelled: LabelledValue, *, is_date: bool) -> tuple[str, str]:
    """What comes before the value, and what after it."""
    name = measure[:1].lower() + measure[1:] if measure[1:2].islower() else measure
    is_deed = bool(_PARTICIPLE.match(name.split()[0])) or name.split()[0] in FRAME_OF
    if is_date:
        precision = labelled.mention.value.precision if isinstance(labelled.mention.value, EdtfDate) else ""
        at = "on" if precision == "day" else "in"
        return (f"{subject or 'it'} was {name} {at} ", "") if is_deed else (f"the {name}{_of(subject)} was {at} ", "")
    if is_deed and " " not in name:
        return ("", f" were {name}{_of(subject).replace(' of ', ' in ', 1)}")
    return f"the {name}{_of(subject)} was ", ""


def _of(subject: str) -> str:
    return f" of {subject}" if subject else ""


def _without_time(header: str) -> tuple[str, tuple[str, EdtfDate] | None]:
    """A header and the date in it: "Population 2011", "(2011)"."""
    found = [each for each in find_mentions(f"in {header}") if isinstance(each.value, EdtfDate)]
    if len(found) != 1 or not isinstance(found[0].value, EdtfDate):
        return header, None
    start, end = (place - len("in ") for place in found[0].span)
    rest = f"{header[: max(start, 0)]} {header[end:]}"
    return " ".join(rest.replace("()", " ").split()).strip(" ,;–-"), (
        found[0].surface.removeprefix("in "),
        found[0].value,
    )


def _without_unit(header: str) -> tuple[str, str]:
    match = _UNIT.search(header)
    if match is None:
        return header, ""
    unit = match["bracket"] or match["plain"] or ""
    return f"{header[: match.start()]}{header[match.end() :]}".strip(), unit


def _with_unit(surface: str, unit: str) -> str:
    """The value as it is written in a sentence; empty where the unit of the header cannot be put to it."""
    if not unit:
        return surface
    money = _MONEY.match(unit)
    ways = [f"{surface}{unit}", f"{surface} {_SCALES.get(unit.lower(), unit)}"]
    if money:
        scale = money["scale"] or ""
        ways.insert(
            0, f"{money['sign']}{surface}{_SCALES.get(scale, scale) and ' '}{_SCALES.get(scale, scale)}".rstrip()
        )
        ways.insert(0, f"{money['sign']}{surface}{scale}")
    return next(_read_whole(ways), "")


def _read_whole(ways: list[str]) -> Iterator[str]:
    """Those that are read as one amount."""
    for way in ways:
        found = find_mentions(f"It was {way}.")
        is_whole = len(found) == 1 and found[0].surface == way
        if is_whole and isinstance(found[0].value, Quantity) and found[0].value.amount is not None:
            yield way
