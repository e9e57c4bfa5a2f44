"""The rules of a sound store: each checks a fact, or at the end the whole store, and yields what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcli.check.compare.quantities import agrees, compare
from factcli.curation.refresh.origins import origin_fault
from factcli.english.nouns import is_plural, plural, singular
from factcli.mentions import find_figures
from factcli.model.due import due_day, today
from factcli.model.facts import Quantity
from factcli.model.formatting import plain_value, value_in_words
from factcli.store.csl import TYPES, authors_fault, issued_fault, url_fault
from factcli.units.lookup import dimension_of, parse_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from factcli.curation.validation_entries import Entry, Survey
    from factcli.model.facts import Fact, Value
    from factcli.store.schema import JsonPath

Level = Literal["error", "warning"]

SCHEMA = "schema"
_ID = re.compile(r"[^\W_]++(?:-[^\W_]++)*+")
_CURRENCY_LENGTH = 3
_NO_BOUND = frozenset({"=", "~"})


class Flaw(NamedTuple):
    """What is wrong with an entry, and the path to the value in it."""

    table: str
    id: str
    path: JsonPath
    message: str


class Rule(NamedTuple):
    """A rule: what it requires, in a sentence; its level; and the functions that check it.

    ``find`` checks a fact when it is read, ``conclude`` the whole store at the end.
    """

    about: str
    level: Level
    find: Callable[[Entry], Iterator[Flaw]] | None = None
    conclude: Callable[[Survey], Iterator[Flaw]] | None = None


def _bad_id(entry: Entry) -> Iterator[Flaw]:
    return _check_id("facts", entry.fact.id)


def _bad_source_ids(survey: Survey) -> Iterator[Flaw]:
    return (flaw for id_ in survey.sources for flaw in _check_id("sources", id_))


def _check_id(table: str, id_: str) -> Iterator[Flaw]:
    if not _ID.fullmatch(id_) or id_ != id_.lower():
        yield Flaw(table, id_, (), f"the id '{id_}' is not made of small letters, digits and hyphens")


def _unit_of(entry: Entry) -> str | None:
    return entry.fact.value.unit if isinstance(entry.fact.value, Quantity) else None


def _bad_unit(entry: Entry) -> Iterator[Flaw]:
    unit = _unit_of(entry)
    usual = parse_unit(unit) if unit else None
    if unit and usual and usual != unit and not _is_counted(unit, entry.fact):
        yield Flaw("facts", entry.fact.id, ("value", "unit"), f"the unit '{unit}' is written '{usual}' here")
    elif unit and not usual and len(unit) == _CURRENCY_LENGTH and unit.isalpha() and unit.isupper():
        yield Flaw("facts", entry.fact.id, ("value", "unit"), f"'{unit}' is not an ISO 4217 currency")


def _is_counted(unit: str, fact: Fact) -> bool:
    """Whether a unit that could be a currency is a noun where the source counts it: "two tries", not 2 TRY."""
    return any(plural(unit) in (reference.surface or "").lower().split() for reference in fact.references)


def _plural_unit(entry: Entry) -> Iterator[Flaw]:
    unit = _unit_of(entry)
    if unit and dimension_of(unit) == "count" and not parse_unit(unit) and is_plural(unit) and singular(unit) != unit:
        message = f"a counted noun is written in the singular: '{singular(unit)}', not '{unit}'"
        yield Flaw("facts", entry.fact.id, ("value", "unit"), message)


def _bad_rank(entry: Entry) -> Iterator[Flaw]:
    value = entry.fact.value
    if isinstance(value, Quantity) and value.is_rank and not _is_place(value.amount):
        yield Flaw("facts", entry.fact.id, ("value", "amount"), "a rank is a whole number, 1 or more")


def _is_place(amount: Decimal | None) -> bool:
    return amount is not None and amount >= 1 and amount == amount.to_integral_value()


def _missing_sources(survey: Survey) -> Iterator[Flaw]:
    for id_, number, source in survey.citations():
        if source not in survey.source_ids:
            yield Flaw("facts", id_, ("references", number, "source"), f"there is no source '{source}'")


def _unsourced(entry: Entry) -> Iterator[Flaw]:
    if not entry.fact.references:
        yield Flaw("facts", entry.fact.id, ("references",), "the fact has no reference to a source")


def _uncited(survey: Survey) -> Iterator[Flaw]:
    return (Flaw("sources", id_, (), f"no fact cites '{id_}'") for id_ in survey.sources if not survey.is_cited(id_))


def _bad_dates(survey: Survey) -> Iterator[Flaw]:
    for id_, source in survey.sources.items():
        if fault := issued_fault(source.issued):
            yield Flaw("sources", id_, ("issued",), fault)


def _bad_types(survey: Survey) -> Iterator[Flaw]:
    for id_, source in survey.sources.items():
        if source.type not in TYPES:
            yield Flaw("sources", id_, ("type",), f"'{source.type}' is not a CSL type")


def _bad_addresses(survey: Survey) -> Iterator[Flaw]:
    for id_, source in survey.sources.items():
        if fault := url_fault(source.url):
            yield Flaw("sources", id_, ("URL",), fault)


def _bad_authors(survey: Survey) -> Iterator[Flaw]:
    for id_, source in survey.sources.items():
        if fault := authors_fault(source.extra.get("author")):
            yield Flaw("sources", id_, ("author",), fault)


def _unplaced_quote(entry: Entry) -> Iterator[Flaw]:
    for number, reference in enumerate(entry.fact.references):
        if entry.fact.kind == "quote" and not reference.locator:
            yield Flaw("facts", entry.fact.id, ("references", number), "the reference of a quote has no locator")


def _missing_successors(survey: Survey) -> Iterator[Flaw]:
    for id_, successor in survey.successors.items():
        if successor not in survey.fact_ids:
            yield Flaw("facts", id_, ("superseded_by",), f"there is no fact '{successor}'")


def _circles(survey: Survey) -> Iterator[Flaw]:
    """Facts that are superseded by themselves at the end of the chain; each fact is visited once."""
    done: set[str] = set()
    for id_ in survey.successors:
        walked: dict[str, None] = {}
        here: str | None = id_
        while here is not None and here not in done and here not in walked:
            walked[here] = None
            here = survey.successors.get(here)
        if here is not None and here in walked:
            yield Flaw("facts", here, ("superseded_by",), f"'{here}' is superseded by itself")
        done.update(walked)


def _unexplained(entry: Entry) -> Iterator[Flaw]:
    if entry.fact.rank == "deprecated" and not (entry.fact.superseded_by or entry.fact.reason):
        yield Flaw("facts", entry.fact.id, ("rank",), "a deprecated fact needs superseded_by or a reason")


def _in_force_yet_superseded(entry: Entry) -> Iterator[Flaw]:
    fact = entry.fact
    if fact.rank != "deprecated" and fact.superseded_by:
        message = f"the fact is superseded by '{fact.superseded_by}', but not deprecated"
        yield Flaw("facts", fact.id, ("superseded_by",), message)


def _other_figure(entry: Entry) -> Iterator[Flaw]:
    if fault := statement_fault(entry):
        yield Flaw("facts", entry.fact.id, ("value",), fault)


def statement_fault(entry: Entry) -> str | None:
    """What the statement states instead of the fact's value; None if it states that too, or no value at all."""
    value = entry.fact.value
    wrong = ""
    for mention in entry.mentions:
        holds = _is_just(mention.value, value) or compare(mention.value, value).holds
        if holds:
            return None
        if holds is False:
            wrong = wrong or mention.surface
    return f"the statement says '{wrong}', the value {plain_value(value)}" if wrong else None


def _other_surface(entry: Entry) -> Iterator[Flaw]:
    """References whose printed words state a value that differs from the fact's, and not the fact's too."""
    value = entry.fact.value
    for number, reference in enumerate(entry.fact.references):
        printed = find_figures(reference.surface) if reference.surface and entry.fact.kind != "quote" else []
        alike = [each for each in printed if each.is_possible and isinstance(each.value, type(value))]
        verdicts = [compare(each.value, value).holds for each in alike]
        is_named = any(_has_amount(each.value, value) for each in printed)
        if False in verdicts and True not in verdicts and not is_named:
            message = f"'{reference.source}' says '{reference.surface}', the value is {plain_value(value)}"
            yield Flaw("facts", entry.fact.id, ("references", number, "surface"), message)


def _has_amount(stated: Value, value: Value) -> bool:
    """Whether the number is the same, whatever it counts: the 850 of "850 of 920 metres"."""
    return isinstance(stated, Quantity) and isinstance(value, Quantity) and stated.amount == value.amount is not None


def _is_just(stated: Value, value: Value) -> bool:
    """Whether both are one amount of one unit, without a bound: nearly all statements, and no need to compare more."""
    return (
        isinstance(stated, Quantity)
        and isinstance(value, Quantity)
        and stated.amount == value.amount is not None
        and stated.unit == value.unit
        and stated.per == value.per
        and stated.comparator in _NO_BOUND
    )


def _contradiction(entry: Entry) -> Iterator[Flaw]:
    fact = entry.fact
    for other in entry.alike if fact.kind != "quote" else ():
        # A sentence may state two figures of one kind: "129 people killed and more than 350 injured".
        states_both = any(_is_of_one_figure(mention.value, other.value) for mention in entry.mentions)
        if not states_both and agrees(fact.value, other.value) is False and agrees(other.value, fact.value) is False:
            message = f"'{other.id}' says {value_in_words(other.value)} of the same, and both are in force"
            yield Flaw("facts", fact.id, ("value",), message)
            return


def _is_of_one_figure(read: Value, stored: Value) -> bool:
    """Whether both are the same figure; what is read may leave out what it counts: "31 killed"."""
    if isinstance(read, Quantity) and isinstance(stored, Quantity):
        return (read.amount, read.lower, read.upper) == (stored.amount, stored.lower, stored.upper)
    return read == stored


def _due(entry: Entry) -> Iterator[Flaw]:
    due = due_day(entry.fact)
    if due and due <= today():
        yield Flaw("facts", entry.fact.id, ("review",), f"the fact has been due for review since {due}")


def _undated_period(entry: Entry) -> Iterator[Flaw]:
    if entry.fact.review and entry.fact.rank != "deprecated" and due_day(entry.fact) is None:
        yield Flaw("facts", entry.fact.id, ("review",), f"'{entry.fact.review}' needs an as_of to be counted from")


def _bad_origin(entry: Entry) -> Iterator[Flaw]:
    for number, reference in enumerate(entry.fact.references):
        fault = reference.origin is not None and origin_fault(reference.origin)
        if fault:
            yield Flaw("facts", entry.fact.id, ("references", number, "origin"), fault)


def _duplicate(entry: Entry) -> Iterator[Flaw]:
    same = next((other.id for other in entry.alike if entry.fact.value == other.value), None)
    if same is not None:
        yield Flaw("facts", entry.fact.id, (), f"the fact says the same as '{same}'")


def _two_spellings(survey: Survey) -> Iterator[Flaw]:
    """Names of subjects, aliases and speakers that look like one name misspelt."""
    for wrong, right in survey.names.misspelt():
        fact, path = wrong.places[0]
        yield Flaw("facts", fact, path, f"the name '{wrong}' is like '{right}' of '{right.facts[0]}'")


RULES = {
    "id": Rule("An id is made of small letters, digits and hyphens.", "warning", _bad_id, _bad_source_ids),
    "unit": Rule("A unit is written in its usual form.", "error", _bad_unit),
    "plural-unit": Rule("A counted noun is written in the singular.", "warning", _plural_unit),
    "rank": Rule("A rank is a whole number, 1 or more.", "error", _bad_rank),
    "no-source": Rule("A reference names a source of the store.", "error", conclude=_missing_sources),
    "no-reference": Rule("A fact has a reference.", "error", _unsourced),
    "issued": Rule("The date of a source is an EDTF date or a CSL object.", "error", conclude=_bad_dates),
    "source-type": Rule("The type of a source is a CSL type.", "warning", conclude=_bad_types),
    "source-url": Rule("The address of a source is a web address.", "warning", conclude=_bad_addresses),
    "source-author": Rule("The authors of a source are CSL names.", "warning", conclude=_bad_authors),
    "uncited": Rule("Each source is cited by a fact.", "warning", conclude=_uncited),
    "no-locator": Rule("The reference of a quote has a locator.", "warning", _unplaced_quote),
    "no-successor": Rule("The successor of a fact is in the store.", "error", conclude=_missing_successors),
    "circle": Rule("No chain of superseded facts is a circle.", "error", conclude=_circles),
    "unexplained": Rule("A deprecated fact names its successor or gives a reason.", "error", _unexplained),
    "not-deprecated": Rule("A superseded fact is deprecated.", "warning", _in_force_yet_superseded),
    "other-figure": Rule("A statement states the value of its fact.", "error", _other_figure),
    "other-surface": Rule("The words of each reference state the value of the fact.", "warning", _other_surface),
    "contradiction": Rule("Facts in force do not contradict one another.", "error", _contradiction),
    "two-spellings": Rule("A name is spelt in one way.", "warning", conclude=_two_spellings),
    "due": Rule("No fact is due for review.", "warning", _due),
    "undated-review": Rule("A review after a period has a date to count from.", "warning", _undated_period),
    "origin": Rule("An origin is a command, or a file and a place in it.", "error", _bad_origin),
    "duplicate": Rule("No fact is a duplicate of another.", "warning", _duplicate),
}
ABOUT = {SCHEMA: "An entry has the fields of the schema."} | {name: rule.about for name, rule in RULES.items()}
