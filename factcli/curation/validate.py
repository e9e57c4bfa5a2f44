"""Whether a store is sound: the bytes of a facts.json come in, and every problem goes out with its place.

A store that is not valid JSON, or that programs could read differently, is refused as everywhere else
(:func:`factcli.store.parse.parse_store`); what is wrong with single entries is collected here.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from factcli.curation.validation_entries import Neighbourhood, Survey, about
from factcli.curation.validation_rules import RULES, SCHEMA, Flaw
from factcli.documents import Document
from factcli.errors import FactcliError
from factcli.index.large.worker import ChildEndedError, can_fork, run_in_child
from factcli.model.facts import Span
from factcli.store.collector import garbage_collector_paused
from factcli.store.file import Snapshot, read_store_file
from factcli.store.parse import TABLES, parse_store
from factcli.store.schema import decode_fact, decode_source, entry_faults
from factcli.store.transaction import FACTS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path
    from typing import Any

    from factcli.curation.validation_rules import Level
    from factcli.index.large.worker import Send
    from factcli.model.facts import Fact
    from factcli.store.scanner import StoreText
    from factcli.store.schema import Fault, JsonPath, Raw
    from factcli.store.transaction import Tables

# What is wrong with an entry's fields comes before what the rules find.
_FIRST = -1
_AT_ONCE = 1000
# A smaller store is checked before a second process has started.
_LARGE_BYTES = 8_000_000
# Of this many facts the second process checks all but one: the first process compares the names.
_SHARES = 3
_FINDERS = tuple((rank, rule.find) for rank, rule in enumerate(RULES.values()) if rule.find)


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
    """The spans of the entries of a store, and of the values in them, in its text."""

    def __init__(self, source: StoreText) -> None:
        self.source = source
        self._members = {(table, member.key): member for table in TABLES for member in source.tables.get(table, ())}

    def span(self, table: str, id_: str, path: JsonPath) -> Span:
        """The span of a value in an entry; if it is missing, the key of the object that lacks it."""
        member = self._members[table, id_]
        shift = int(self.source.begins_with_mark)
        depth, start = self.source.follow(member.value_start, path)
        if not depth:
            return Span(member.start - shift, self.source.text.rindex(":", member.start, member.value_start) - shift)
        return Span(start - shift, self.source.scan(start)[1] - shift)

    def document(self, name: str) -> Document:
        """The text of the store, without a byte order mark, as a document."""
        text = self.source.text[self.source.begins_with_mark :]
        return Document(name, text, text)


@garbage_collector_paused()
def validate_file(path: Path) -> Validation:
    """Everything that is wrong with the store in the file at ``path``; raises as :func:`validate_store` does.

    Two processes share the facts of a large store.
    """
    if can_fork() and path.stat().st_size > _LARGE_BYTES:
        try:
            return _validate_with_child(path)
        except ChildEndedError:
            pass
    validator = _Validator()
    # Nothing here may keep the bytes: a large store as bytes, as text and as facts takes too much memory.
    return validator.finish(parse_store(read_store_file(path), path, validator.visit), path)


def _validate_with_child(path: Path) -> Validation:
    """The same with a child for most facts; raises ChildEndedError where it ended early, or read another store."""

    def work(send: Send) -> None:
        checks = _FactChecks(lambda fact: not _is_first_share(fact))
        source = parse_store(read_store_file(path), path, checks.visit)
        send((source.digest, [(rank, tuple(flaw)) for rank, flaw in checks.found()]))

    validator = _Validator(_is_first_share)
    with run_in_child(work) as messages:
        source = parse_store(read_store_file(path), path, validator.visit)
        return validator.finish(source, path, _received(messages, source.digest))


def _is_first_share(fact: Fact) -> bool:
    """Whether the first process checks a fact; facts that are compared with each other are in one share."""
    return not crc32(about(fact).encode("utf-8", "surrogatepass")) % _SHARES


def _received(messages: Iterator[Any], digest: str) -> Iterator[tuple[int, Flaw]]:
    """What the child has found in the store with this digest."""
    for read, found in messages:
        if read != digest:
            raise ChildEndedError
        yield from ((rank, Flaw(*flaw)) for rank, flaw in found)


@garbage_collector_paused()
def validate_store(data: bytes, path: Path) -> Validation:
    """Everything that is wrong with the store in the bytes of the file at ``path``.

    Raises :class:`StoreError` if they are not a store at all.
    """
    validator = _Validator()
    return validator.finish(parse_store(Snapshot.of(data), path, validator.visit), path)


class _FactChecks:
    """The rules for single facts, applied to those that ``is_mine``, each beside others of its subject."""

    def __init__(self, is_mine: Callable[[Fact], bool]) -> None:
        self._is_mine = is_mine
        self._neighbourhood = Neighbourhood()
        self._waiting: list[Fact] = []
        self._found: list[tuple[int, Flaw]] = []

    def visit(self, table: str, id_: str, raw: Raw) -> Iterable[Fault]:
        """Check an entry, if it is a fact that can be read."""
        if table == "facts":
            with suppress(FactcliError):
                self.take(decode_fact(id_, raw))
        return ()

    def take(self, fact: Fact) -> None:
        """Check a fact, at once or with those that follow."""
        if self._is_mine(fact):
            self._waiting.append(fact)
            if len(self._waiting) == _AT_ONCE:
                self._check_waiting()

    def found(self) -> list[tuple[int, Flaw]]:
        """What is wrong with the facts, each with the rank of its rule."""
        self._check_waiting()
        return self._found

    def _check_waiting(self) -> None:
        """Check the waiting facts, rule by rule: quicker than fact by fact."""
        entries = [self._neighbourhood.entry(fact) for fact in self._waiting]
        for rank, find in _FINDERS:
            self._found += [(rank, flaw) for entry in entries for flaw in find(entry)]
        self._waiting.clear()


def flaws_of(tables: Tables, ids: Collection[str]) -> list[tuple[Level, Flaw]]:
    """What is wrong with some facts of a store, by themselves and beside the others of their subjects."""
    checks = _FactChecks(lambda _: True)
    subjects = {tables.entry(FACTS, id_).get("subject") for id_ in ids}
    for id_, raw in tables.entries(FACTS):
        if id_ in ids or (raw.get("subject") and raw["subject"] in subjects):
            checks.visit(FACTS, id_, raw)
    rules = [*RULES.values()]
    return [(rules[rank].level, flaw) for rank, flaw in checks.found() if flaw.id in ids]


class _Validator:
    """One pass through a store: the rules check each fact as it is read, and the whole store at the end.

    Facts that are not ``is_mine`` are checked by themselves elsewhere.
    """

    def __init__(self, is_mine: Callable[[Fact], bool] = lambda _: True) -> None:
        self._survey = Survey()
        self._checks = _FactChecks(is_mine)
        self._found: list[tuple[int, Flaw]] = []

    def visit(self, table: str, id_: str, raw: Raw) -> Iterable[Fault]:
        """Check an entry; a faulty one does not stop the rest from being read."""
        try:
            if table == "facts":
                fact = decode_fact(id_, raw)
                self._survey.note(fact)
                self._checks.take(fact)
            else:
                self._survey.sources[id_] = decode_source(id_, raw)
        except FactcliError:
            self._found += [(_FIRST, Flaw(table, id_, fault.path, fault.what)) for fault in entry_faults(table, raw)]
        return ()

    def finish(self, source: StoreText, path: Path, elsewhere: Iterable[tuple[int, Flaw]] = ()) -> Validation:
        """Check the whole store, after its entries; ``elsewhere`` is what was found of the others."""
        self._found += self._checks.found()
        survey = self._survey
        survey.fact_ids, survey.source_ids = (
            frozenset(entry.key for entry in source.tables.get(table, ())) for table in TABLES
        )
        for rank, rule in enumerate(RULES.values()):
            if rule.conclude:
                self._found += [(rank, flaw) for flaw in rule.conclude(survey)]
        self._found += elsewhere
        places = StorePlaces(source)
        problems = sorted(_placed(places, self._found), key=lambda found: (found[1].span, found[0]))
        return Validation(places.document(str(path)), [problem for _, problem in problems], len(survey.fact_ids))


def _placed(places: StorePlaces, found: Iterable[tuple[int, Flaw]]) -> Iterator[tuple[int, Problem]]:
    rules = [*RULES.items()]
    for rank, flaw in found:
        span = places.span(flaw.table, flaw.id, flaw.path)
        if rank == _FIRST:
            yield rank, Problem(span, "error", SCHEMA, flaw.message, flaw.id)
        else:
            name, rule = rules[rank]
            yield rank, Problem(span, rule.level, name, flaw.message, flaw.id)
