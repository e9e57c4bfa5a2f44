"""Whether a store is sound: the bytes of a facts.json come in, and every problem goes out with its place.

A store that is no JSON, or that programs could read differently, is refused as everywhere else
(:func:`factcli.storeparse.parse_store`); what is wrong with single entries is collected here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.documents import Document
from factcli.errors import FactcliError
from factcli.model import Span
from factcli.schema import decode_fact, decode_source, entry_faults
from factcli.storeparse import TABLES, parse_store
from factcli.validation_rules import RULES, SCHEMA, Entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcli.schema import JsonPath
    from factcli.storetext import Member, StoreText
    from factcli.validation_rules import Level


class Problem(NamedTuple):
    """One thing that is wrong: the span in the text of the store, how bad it is, the rule, and the entry's id."""

    span: Span
    level: Level
    rule: str
    message: str
    id: str


class Validation(NamedTuple):
    """The text of a store, what is wrong with it in the order of the file, and how many facts were looked at."""

    document: Document
    problems: list[Problem]
    facts: int

    def count(self, level: Level) -> int:
        """How many problems are of that level."""
        return sum(problem.level == level for problem in self.problems)


class StorePlaces:
    """Where the entries of a store, and the values in them, stand in its text."""

    def __init__(self, source: StoreText) -> None:
        self.source = source
        self._members = {(table, member.key): member for table in TABLES for member in source.tables.get(table, ())}

    def members(self) -> Iterator[tuple[str, Member]]:
        """Each entry of the two tables."""
        return ((table, member) for (table, _), member in self._members.items())

    def span(self, table: str, id_: str, path: JsonPath) -> Span:
        """The span of a value in an entry; where it is missing, the key of the object that lacks it."""
        member = self._members[table, id_]
        shift = int(self.source.begins_with_mark)
        places: list[tuple[JsonPath, int]] = []
        self.source.walk(member.value_start, (), places)
        offsets = dict(places)
        nearest = next(path[:length] for length in range(len(path), -1, -1) if path[:length] in offsets)
        if not nearest:
            return Span(member.start - shift, self.source.text.rindex(":", member.start, member.value_start) - shift)
        return Span(offsets[nearest] - shift, self.source.scan(offsets[nearest])[1] - shift)

    def document(self, name: str) -> Document:
        """The text of the store, without a byte order mark, as a document."""
        text = self.source.text[self.source.begins_with_mark :]
        return Document(name, text, text)


def validate_store(data: bytes, path: Path) -> Validation:
    """Everything that is wrong with the store in the bytes of the file at ``path``.

    Raises :class:`StoreError` for what is no store at all.
    """
    places = StorePlaces(parse_store(data, path))
    ids = {table: frozenset(entry.key for entry in places.source.tables.get(table, ())) for table in TABLES}
    entries = Entries({}, {}, fact_ids=ids["facts"], source_ids=ids["sources"])
    problems = list(_unreadable(places, entries))
    for name, rule in RULES.items():
        for flaw in rule.find(entries):
            span = places.span(flaw.table, flaw.id, flaw.path)
            problems.append(Problem(span, rule.level, name, flaw.message, flaw.id))
    problems.sort(key=lambda problem: problem.span)
    return Validation(places.document(str(path)), problems, len(entries.fact_ids))


def _unreadable(places: StorePlaces, entries: Entries) -> Iterator[Problem]:
    """Fill ``entries`` with what can be read; give what is wrong with the rest."""
    for table, member in places.members():
        raw = places.source.value(member)
        try:
            if table == "facts":
                entries.facts[member.key] = decode_fact(member.key, raw)
            else:
                entries.sources[member.key] = decode_source(member.key, raw)
        except FactcliError:
            for fault in entry_faults(table, raw):
                yield Problem(places.span(table, member.key, fault.path), "error", SCHEMA, fault.what, member.key)
