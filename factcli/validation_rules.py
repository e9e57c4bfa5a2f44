"""The rules of a sound store: each looks at the facts and sources that could be read, and says what is wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcli.compare import agrees, compare
from factcli.exchange.citations import TYPES, issued_fault
from factcli.mentions import find_mentions
from factcli.mentions.nouns import is_plural, singular
from factcli.model import Quantity, Quotation
from factcli.prose import plain_value, value_in_words
from factcli.units import dimension_of, parse_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcli.edtf import EdtfDate
    from factcli.model import Fact, Mention, Source
    from factcli.schema import JsonPath

Level = Literal["error", "warning"]

SCHEMA = "schema"
_ID = re.compile(r"[^\W_]++(?:-[^\W_]++)*+")
_WORD = re.compile(r"[^\W\d_]+")
# Statements that share this much of their words speak of the same measure: "the bombing killed", "killed ... people".
_ALIKE = 0.8
# A subject with thousands of figures is compared with its neighbours in the file, not with all of them.
_NEIGHBOURS = 20
_CURRENCY_LENGTH = 3


class Flaw(NamedTuple):
    """What is wrong with an entry, and the keys and indexes that lead to the place in it."""

    table: str
    id: str
    path: JsonPath
    message: str


class Rule(NamedTuple):
    """What a rule finds, in a sentence; how bad that is; and the function that finds it."""

    about: str
    level: Level
    find: Callable[[Entries], Iterator[Flaw]]


class Entries:
    """The facts and sources of a store that could be read, the ids of all, and what the statements themselves state."""

    def __init__(
        self,
        facts: dict[str, Fact],
        sources: dict[str, Source],
        *,
        fact_ids: frozenset[str],
        source_ids: frozenset[str],
    ) -> None:
        self.facts = facts
        self.sources = sources
        self.fact_ids = fact_ids
        self.source_ids = source_ids

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """The mentions in each fact's statement that are of the kind of its value; none for quotes."""
        return {id_: list(_own_mentions(fact)) for id_, fact in self.facts.items() if fact.kind != "quote"}

    @cached_property
    def alike(self) -> list[tuple[Fact, list[Fact]]]:
        """Each fact in force with those before it that speak of the same measure of the same subject and time."""
        return list(_find_alike(self))


def _own_mentions(fact: Fact) -> Iterator[Mention]:
    return (each for each in find_mentions(fact.statement) if isinstance(each.value, type(fact.value)))


def _bad_ids(entries: Entries) -> Iterator[Flaw]:
    for table, ids in (("facts", entries.facts), ("sources", entries.sources)):
        for id_ in ids:
            if not _ID.fullmatch(id_) or id_ != id_.lower():
                yield Flaw(table, id_, (), f"the id '{id_}' is not made of small letters, digits and hyphens")


def _bad_units(entries: Entries) -> Iterator[Flaw]:
    for id_, fact in entries.facts.items():
        unit = fact.value.unit if isinstance(fact.value, Quantity) else None
        usual = parse_unit(unit) if unit else None
        if unit and usual and usual != unit:
            yield Flaw("facts", id_, ("value", "unit"), f"the unit '{unit}' is written '{usual}' here")
        elif unit and not usual and len(unit) == _CURRENCY_LENGTH and unit.isalpha() and unit.isupper():
            yield Flaw("facts", id_, ("value", "unit"), f"'{unit}' is no currency of ISO 4217")


def _plural_units(entries: Entries) -> Iterator[Flaw]:
    for id_, fact in entries.facts.items():
        unit = fact.value.unit if isinstance(fact.value, Quantity) else None
        if unit and dimension_of(unit) == "count" and not parse_unit(unit) and is_plural(unit):
            message = f"what is counted stands in the singular: '{singular(unit)}', not '{unit}'"
            yield Flaw("facts", id_, ("value", "unit"), message)


def _missing_sources(entries: Entries) -> Iterator[Flaw]:
    for id_, fact in entries.facts.items():
        for number, reference in enumerate(fact.references):
            if reference.source not in entries.source_ids:
                path = ("references", number, "source")
                yield Flaw("facts", id_, path, f"there is no source '{reference.source}'")


def _unsourced(entries: Entries) -> Iterator[Flaw]:
    for id_, fact in entries.facts.items():
        if not fact.references:
            yield Flaw("facts", id_, ("references",), "the fact has no reference to a source")


def _uncited(entries: Entries) -> Iterator[Flaw]:
    cited = {reference.source for fact in entries.facts.values() for reference in fact.references}
    return (Flaw("sources", id_, (), f"no fact cites '{id_}'") for id_ in entries.sources if id_ not in cited)


def _bad_dates(entries: Entries) -> Iterator[Flaw]:
    for id_, source in entries.sources.items():
        if fault := issued_fault(source.issued):
            yield Flaw("sources", id_, ("issued",), fault)


def _bad_types(entries: Entries) -> Iterator[Flaw]:
    for id_, source in entries.sources.items():
        if source.type not in TYPES:
            yield Flaw("sources", id_, ("type",), f"'{source.type}' is not a type of CSL")


def _unplaced_quotes(entries: Entries) -> Iterator[Flaw]:
    for id_, fact in entries.facts.items():
        for number, reference in enumerate(fact.references):
            if fact.kind == "quote" and not reference.locator:
                yield Flaw("facts", id_, ("references", number), "the reference of a quote has no locator")


def _missing_successors(entries: Entries) -> Iterator[Flaw]:
    for id_, fact in entries.facts.items():
        if fact.superseded_by and fact.superseded_by not in entries.fact_ids:
            yield Flaw("facts", id_, ("superseded_by",), f"there is no fact '{fact.superseded_by}'")


def _circles(entries: Entries) -> Iterator[Flaw]:
    """Facts that are superseded by themselves in the end; each fact is walked over once."""
    done: set[str] = set()
    for id_ in entries.facts:
        walked: dict[str, None] = {}
        here: str | None = id_
        while here is not None and here not in done and here not in walked:
            walked[here] = None
            fact = entries.facts.get(here)
            here = fact.superseded_by if fact else None
        if here is not None and here in walked:
            yield Flaw("facts", here, ("superseded_by",), f"'{here}' is superseded by itself in the end")
        done.update(walked)


def _unexplained(entries: Entries) -> Iterator[Flaw]:
    for id_, fact in entries.facts.items():
        if fact.rank == "deprecated" and not (fact.superseded_by or fact.reason):
            yield Flaw("facts", id_, ("rank",), "a deprecated fact needs superseded_by or a reason")


def _in_force_yet_superseded(entries: Entries) -> Iterator[Flaw]:
    for id_, fact in entries.facts.items():
        if fact.rank != "deprecated" and fact.superseded_by:
            message = f"the fact is superseded by '{fact.superseded_by}', but not deprecated"
            yield Flaw("facts", id_, ("superseded_by",), message)


def _other_figures(entries: Entries) -> Iterator[Flaw]:
    """Facts whose statement states another value than theirs, and not theirs as well."""
    for id_, mentions in entries.mentions.items():
        value = entries.facts[id_].value
        verdicts = [(mention.surface, compare(mention.value, value)) for mention in mentions]
        wrong = [surface for surface, agreement in verdicts if agreement.holds is False]
        if wrong and not any(agreement.holds for _, agreement in verdicts):
            message = f"the statement says '{wrong[0]}', the value {plain_value(value)}"
            yield Flaw("facts", id_, ("value",), message)


def _contradictions(entries: Entries) -> Iterator[Flaw]:
    for fact, others in entries.alike:
        for other in others if fact.kind != "quote" else ():
            if agrees(fact.value, other.value) is False and agrees(other.value, fact.value) is False:
                message = f"'{other.id}' says {value_in_words(other.value)} of the same, and both are in force"
                yield Flaw("facts", fact.id, ("value",), message)
                break


def _duplicates(entries: Entries) -> Iterator[Flaw]:
    for fact, others in entries.alike:
        same = next((other.id for other in others if fact.value == other.value), None)
        if same is not None:
            yield Flaw("facts", fact.id, (), f"the fact says the same as '{same}'")


def _find_alike(entries: Entries) -> Iterator[tuple[Fact, list[Fact]]]:
    before: defaultdict[tuple[str, ...], list[tuple[Fact, frozenset[str]]]] = defaultdict(list)
    for fact in entries.facts.values():
        if fact.rank == "deprecated":
            continue
        words = _measure(fact, entries)
        neighbours = before[_about(fact)]
        yield (
            fact,
            [
                other
                for other, other_words in neighbours[-_NEIGHBOURS:]
                if _share(words, other_words) >= _ALIKE and _may_be_at_once(fact.as_of, other.as_of)
            ],
        )
        neighbours.append((fact, words))


def _about(fact: Fact) -> tuple[str, ...]:
    """What two facts must have in common before their words are compared; of quotes, the words themselves."""
    subject = " ".join((fact.subject or "").casefold().split())
    if isinstance(fact.value, Quotation):
        return fact.kind, " ".join(_WORD.findall(fact.value.text.casefold()))
    per = fact.value.per or "" if isinstance(fact.value, Quantity) else ""
    return fact.kind, subject, per


def _measure(fact: Fact, entries: Entries) -> frozenset[str]:
    """The words of a statement without the value that it states: what is left says what was measured."""
    text = fact.statement
    for mention in reversed(entries.mentions.get(fact.id, [])):
        text = f"{text[: mention.span.start]} {text[mention.span.end :]}"
    return frozenset(_WORD.findall(text.casefold()))


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    """How much of their words two statements share, from 0 to 1 (Jaccard)."""
    return len(left & right) / len(left | right) if left or right else 1.0


def _may_be_at_once(left: EdtfDate | None, right: EdtfDate | None) -> bool:
    return left is None or right is None or left == right or left.intersects(right)


RULES = {
    "id": Rule("An id is made of small letters, digits and hyphens.", "warning", _bad_ids),
    "unit": Rule("A unit is written in its usual form.", "error", _bad_units),
    "plural-unit": Rule("A counted noun stands in the singular.", "warning", _plural_units),
    "no-source": Rule("A reference names a source of the store.", "error", _missing_sources),
    "no-reference": Rule("A fact has a reference.", "error", _unsourced),
    "issued": Rule("The date of a source is EDTF, or an object of CSL.", "error", _bad_dates),
    "source-type": Rule("The type of a source is one of CSL.", "warning", _bad_types),
    "uncited": Rule("A source is cited.", "warning", _uncited),
    "no-locator": Rule("The reference of a quote says where it stands.", "warning", _unplaced_quotes),
    "no-successor": Rule("A fact is superseded by one of the store.", "error", _missing_successors),
    "circle": Rule("No fact is superseded by itself.", "error", _circles),
    "unexplained": Rule("A deprecated fact says what holds instead, or why.", "error", _unexplained),
    "not-deprecated": Rule("A superseded fact is deprecated.", "warning", _in_force_yet_superseded),
    "other-figure": Rule("A statement states the value of its fact.", "error", _other_figures),
    "contradiction": Rule("Facts in force do not contradict one another.", "error", _contradictions),
    "duplicate": Rule("No fact is there twice.", "warning", _duplicates),
}
ABOUT = {SCHEMA: "An entry has the fields of the schema."} | {name: rule.about for name, rule in RULES.items()}
