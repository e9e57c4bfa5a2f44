"""Observations of official statistics come in: who, what, when, how much; facts with statements and ids go out."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.nouns import singular
from factcli.errors import FactcliError
from factcli.exchange.import_formats import Batch, ImportedFact
from factcli.extract.identifiers import Identifiers, slug
from factcli.model.edtf import EdtfDate, parse_edtf
from factcli.model.formatting import date_in_words, value_in_words
from factcli.store.schema import decode_fact
from factcli.units.lookup import parse_unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from factcli.exchange.import_formats import ImportChoices
    from factcli.store.schema import Raw

MOST_OBSERVATIONS = 100_000
"""The maximum number of observations of a file; a store of more is better cut down first."""
LONGEST_LABEL = 300
_LONGEST_LOCATOR = 200
_LONGEST_ID = 60
_PERIOD = re.compile(
    r"(?P<year>[0-9]{4})(?:-?(?P<part>[QSHMWA])(?P<number>[0-9]{1,2})|(?P<month>-[0-9]{2})?(?P<day>(?<=-..)-[0-9]{2})?)"
)
_QUARTERS, _HALVES = 32, 39
# Codes of units as SDMX and Eurostat have them; None is a bare number.
_CODES: dict[str, str | None] = {
    "PC": "%", "PT": "%", "PERCENT": "%", "PS": "person", "PER": "person", "PERS": "person", "PERSONS": "person",
    "NR": None, "NUMBER": None, "NUM": None, "NBR": None, "H": "h", "KM2": "km²", "TONNES": "t", "RATIO": None,
}  # fmt: skip
_SCALES = {"THS": 3, "MIO": 6, "BN": 9, "THOUSAND": 3, "MILLION": 6, "BILLION": 9, "1000": 3}


class Series(NamedTuple):
    """What a figure or date is about: ``details`` are further words that tell it from its siblings."""

    subject: str
    measure: str
    details: tuple[str, ...] = ()
    as_of: str | None = None


class Observation(NamedTuple):
    """One figure: ``amount`` is a decimal as text, ``locator`` its place in the file."""

    about: Series
    amount: str
    unit: str | None
    locator: str


class Unit(NamedTuple):
    """A unit, the power of ten that amounts are in, and what was not understood of it."""

    symbol: str | None
    exponent: int = 0
    rest: str = ""


def batch_of(found: Sequence[Observation | None], what: str, source: Raw, name: str) -> Batch:
    """The facts of observations, all from one source; those that are None are counted in a note.

    ``what`` they are called there: "cells".  Raises :class:`FactcliError` for none at all, or more than there may be.
    """
    observations = list(filter(None, found))
    if len(observations) > MOST_OBSERVATIONS:
        raise FactcliError(f"{name}: more than {MOST_OBSERVATIONS:,} observations", hint="import a part of it")
    left_out = len(found) - len(observations)
    note = f"{left_out} {what} without a value or with a period of another form were left out"
    source_id = slug(source["title"])[:_LONGEST_ID].strip("-") or "dataset"
    batch, ids = Batch([], {source_id: source}, (note,) if left_out else ()), Identifiers()
    for each in observations:
        value = {"amount": each.amount} | ({"unit": each.unit} if each.unit else {})
        about = each.about
        raw = fact_of("figure", value, about)
        locator = each.locator[:_LONGEST_LOCATOR]
        raw["references"] = [{"source": source_id, "locator": locator}]
        id_ = ids.choose(about.subject, [about.measure, *about.details, about.as_of or ""])
        batch.facts.append(ImportedFact(f"{name}: {locator}", id_, raw))
    if not batch.facts:
        raise FactcliError(f"{name}: no observations with a value", hint="check the file")
    return batch


def fact_of(kind: str, value: Raw, about: Series) -> Raw:
    """A fact as JSON, with a statement such as "The population of Leith was 50,000 people in 2019."."""
    stated = decode_fact("x", {"kind": kind, "statement": "x", "value": value}).value
    said = _dated(stated) if isinstance(stated, EdtfDate) else value_in_words(stated)
    measure, more = about.measure, f" ({', '.join(about.details)})" if about.details else ""
    measured = measure[:1].lower() + measure[1:] if measure[1:2].islower() else measure
    raw: Raw = {
        "kind": kind,
        "statement": f"The {measured}{more} of {about.subject} was {said}{_when(about.as_of)}.",
        # With the details, as facts of one subject, measure and time contradict each other.
        "subject": ", ".join((about.subject, *about.details)),
        "keywords": [measure, *about.details],
        "value": value,
    }
    return raw | ({"as_of": about.as_of} if about.as_of else {})


def _when(as_of: str | None) -> str:
    if as_of is None:
        return ""
    when = EdtfDate(as_of)
    return f" {'on' if when.precision == 'day' else 'in'} {_dated(when)}"


def _dated(when: EdtfDate) -> str:
    """A date in words, with the article of a decade: "the 1890s"."""
    return f"{'the ' if when.precision == 'decade' else ''}{date_in_words(when)}"


def period(text: str) -> str | None:
    """A period of official statistics as EDTF: ``2019-Q1``, ``2019M07``, ``2019-W05``; None for another form.

    >>> period("2019-Q1"), period("2019M07")
    ('2019-33', '2019-07')
    """
    match = _PERIOD.fullmatch(text.strip())
    if match is None:
        return None
    number = int(match["number"] or 0)
    try:
        return str(parse_edtf(_edtf(match, number)))
    except (FactcliError, ValueError):
        return None


def _edtf(match: re.Match[str], number: int) -> str:
    year, part = match["year"], match["part"]
    if part == "W":
        first, last = (date.fromisocalendar(int(year), number, day) for day in (1, 7))
        return f"{first}/{last}"
    if part in ("Q", "S", "H"):
        last_of_year = 4 if part == "Q" else 2
        if not 1 <= number <= last_of_year:
            raise ValueError(number)
        return f"{year}-{number + (_QUARTERS if part == 'Q' else _HALVES)}"
    if part == "M":
        return f"{year}-{number:02}"
    return f"{year}{match['month'] or ''}{match['day'] or ''}"


def unit_of(text: str) -> Unit:
    """The unit that a code or label names: ``MIO_EUR``, ``Percent``, ``Thousand persons``."""
    words = text.strip().replace("_", " ").split()
    exponent = _SCALES.get(words[0].upper(), 0) if len(words) > 1 else 0
    rest = " ".join(words[1:] if exponent else words)
    code = rest.upper().replace(" ", "_")
    if code in _CODES:
        return Unit(_CODES[code], exponent)
    symbol = parse_unit(rest) or parse_unit(rest.lower())
    if symbol or not rest:
        return Unit(symbol, exponent)
    is_noun = rest.isalpha() and rest.islower()
    return Unit(singular(rest), exponent) if is_noun else Unit(None, exponent, rest)


def scaled(amount: str, exponent: int) -> str | None:
    """An amount times a power of ten, as decimal text; None if it is not a finite number."""
    try:
        number = Decimal(amount.strip())
        # Past these, a decimal of few characters would be a text of many.
        if not number.is_finite() or abs(number.adjusted()) > 50 or abs(exponent) > 18:  # noqa: PLR2004
            return None
        return f"{number.scaleb(exponent):f}"
    except (InvalidOperation, ValueError):
        return None


def chosen(
    role: str, guesses: Iterable[str], known: Mapping[str, str], choices: ImportChoices, name: str
) -> str | None:
    """The column or dimension that has a role: the one that is mapped, guessed, or asked for; None for none.

    ``known`` are the columns by their names in capitals.  Raises :class:`FactcliError` for one that does not exist.
    """
    wanted = choices.mapping.get(role)
    if wanted is not None:
        if wanted == "-" or wanted.upper() in known:
            return known.get(wanted.upper())
        raise FactcliError(f"{name}: there is no column '{wanted}'", hint=f"columns: {', '.join(known.values())}")
    guess = next((known[each] for each in guesses if each in known), None)
    if guess is None and choices.ask is not None:
        answer = choices.ask(f"Which column is the {role}? Enter for none", (*known.values(),), "")
        guess = answer if answer in known.values() else None
    return guess


def check_roles(mapping: Iterable[str], known: Collection[str]) -> None:
    """Raise :class:`FactcliError` for a role of ``--map`` that is not one of those ``known``."""
    unknown = next((role for role in mapping if role not in known), None)
    if unknown is not None:
        raise FactcliError(f"--map {unknown}: unknown role", hint=f"known roles: {', '.join(known)}")


def missing(role: str, known: Iterable[str], name: str) -> FactcliError:
    """The error for a role that no column has."""
    hint = f"name it with --map {role}=COLUMN; columns: {', '.join(known)}"
    return FactcliError(f"{name}: cannot tell which column is the {role}", hint=hint)
