"""A session of picking: candidates and a store come in; each decision changes the store at once and can be undone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple
from uuid import uuid4

from factcli.curation.operations import add_fact, add_source, deprecate, replace_fact
from factcli.curation.picking.duplicates import Duplicate, find_duplicate
from factcli.curation.picking.remembered import EditedCandidate, Remembered, citation_key
from factcli.curation.picking.typed_fields import with_field
from factcli.curation.undo import undo
from factcli.errors import FactcliError
from factcli.store.schema import decode_fact, id_faults
from factcli.store.transaction import FACTS, SOURCES, change_store, read_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factcli.store.schema import Raw
    from factcli.store.transaction import Change, Tables

# The fields that say something; the others name it.
_SAID = frozenset({"value", "statement", "as_of", "note", "references"})
_MARKED = re.compile(r"\[(?:[Tt]he |[Tt]his )?[\w-]{1,30}\]")
State = Literal["open", "taken", "passed"]


class Excerpt(NamedTuple):
    """The text around a candidate: ``paragraph[start:end]`` are the words that state it."""

    paragraph: str
    start: int
    end: int


@dataclass
class Candidate:
    """A candidate as it is now, what has become of it, and the text around it."""

    id: str
    raw: Raw
    key: str
    context: Excerpt | None = None
    state: State = "open"

    @property
    def subject(self) -> str:
        """What it is about; empty if it does not say."""
        return str(self.raw.get("subject") or "")

    @property
    def is_marked(self) -> bool:
        """Whether its statement has a word in brackets of which the text does not say what it means: "[They]"."""
        return _MARKED.search(str(self.raw.get("statement") or "")) is not None


class _Decision(NamedTuple):
    """What was decided last: of which candidates, and whether that changed the store."""

    candidates: tuple[Candidate, ...]
    is_stored: bool


class PickingSession:
    """The candidates of a file beside a store."""

    def __init__(self, store: str, candidates: Iterable[Candidate], sources: Mapping[str, Raw], *, again: bool) -> None:
        """``again`` offers candidates that were passed over earlier once more."""
        self.store = store
        self._sources = sources
        self._remembered = Remembered(store)
        self._decisions: list[_Decision] = []
        self._run = uuid4().hex
        self.candidates = [self._resumed(each, again=again) for each in candidates]
        self._read_store()
        self._leave_out_stored()

    @property
    def open_candidates(self) -> list[Candidate]:
        """Those that nothing was decided of yet, in order."""
        return [each for each in self.candidates if each.state == "open"]

    @property
    def taken(self) -> int:
        """How many are in the store, from this session or an earlier one."""
        return sum(each.state == "taken" for each in self.candidates)

    def duplicate_of(self, candidate: Candidate) -> Duplicate | None:
        """What the store has that the candidate says again or otherwise."""
        try:
            return find_duplicate(decode_fact(candidate.id, candidate.raw), self._facts)
        except FactcliError:
            return None

    def free_id(self, candidate: Candidate) -> str:
        """The id that the candidate would get: its own, or one with a number if that is taken."""
        return free_id(self._tables, candidate.id)

    def add(self, *candidates: Candidate) -> list[Change]:
        """Add candidates, in one change; raises :class:`FactcliError` if one is not valid."""
        return self._store(candidates, partial(_add_all, candidates=candidates, sources=self._sources))

    def replace(self, candidate: Candidate, old: str) -> list[Change]:
        """Let the fact ``old`` of the store say what the candidate says; its id, aliases and keywords stay."""
        return self._store((candidate,), partial(_replace, candidate=candidate, sources=self._sources, old=old))

    def deprecate(self, candidate: Candidate, old: str) -> list[Change]:
        """Add the candidate, and let it supersede the fact ``old`` of the store."""
        return self._store((candidate,), partial(add_successor, candidate=candidate, sources=self._sources, old=old))

    def pass_over(self, *candidates: Candidate) -> None:
        """Do not take the candidates, now or later."""
        for candidate in candidates:
            candidate.state = "passed"
            self._remembered.pass_over(candidate.key)
        self._decisions.append(_Decision(candidates, is_stored=False))

    def of_subject(self, candidate: Candidate) -> list[Candidate]:
        """The open candidates about the same, without those that the store may have already."""
        return [each for each in self.alike(candidate) if each is candidate or self.duplicate_of(each) is None]

    def alike(self, candidate: Candidate) -> list[Candidate]:
        """The open candidates about the same, this one among them."""
        if not candidate.subject:
            return [candidate]
        return [each for each in self.open_candidates if each.subject == candidate.subject]

    def subjects_for(self, candidate: Candidate) -> list[str]:
        """What the candidate may be about: the subject it has, those chosen in this session, and its keywords."""
        chosen = [each.subject for each in self.candidates if each.state == "taken"]
        keywords = [str(word) for word in candidate.raw.get("keywords") or ()]
        return [subject for subject in dict.fromkeys([candidate.subject, *reversed(chosen), *keywords]) if subject]

    def edit(self, candidate: Candidate, name: str, text: str) -> None:
        """Change a field of the candidate, or its ``id``; raises :class:`FactcliError` and changes nothing."""
        if name == "id":
            candidate.id = self._checked_id(text.strip())
        else:
            before = candidate.subject
            candidate.raw = with_field(candidate.raw, name, text)
            candidate.id = _renamed(candidate.id, before, candidate.subject)
        self._remembered.edit(candidate.key, EditedCandidate(candidate.id, candidate.raw))

    def undo(self) -> Candidate | None:
        """Take back the last decision, in the store too, and return its first candidate; None if there is none."""
        if not self._decisions:
            return None
        last = self._decisions[-1]
        if last.is_stored:
            undo(self.store, whole_run=False)
            self._read_store()
        for candidate in last.candidates:
            if candidate.state == "passed":
                self._remembered.take_back(candidate.key)
            else:
                self._remembered.edit(candidate.key, EditedCandidate(candidate.id, candidate.raw))
            candidate.state = "open"
        return self._decisions.pop().candidates[0]

    def _checked_id(self, id_: str) -> str:
        faults = [fault.what for fault in id_faults(id_)] + (["an id has no spaces"] if " " in id_ else [])
        if (FACTS, id_) in self._tables:
            faults.append("is already in the store")
        if faults:
            raise FactcliError(f"'{id_}': {faults[0]}", hint="use small letters, digits and hyphens")
        return id_

    def _store(self, candidates: Iterable[Candidate], change: Callable[[Tables], list[Change]]) -> list[Change]:
        changes = change_store(self.store, change, run=self._run)
        self._read_store()
        for candidate in candidates:
            candidate.state = "taken"
            self._remembered.edit(candidate.key, None)
        self._decisions.append(_Decision(tuple(candidates), is_stored=True))
        return changes

    def _resumed(self, candidate: Candidate, *, again: bool) -> Candidate:
        """The candidate as it was left last time."""
        edited = self._remembered.edited(candidate.key)
        if edited:
            candidate.id, candidate.raw = edited.id, edited.raw
        if self._remembered.is_passed(candidate.key) and not again:
            candidate.state = "passed"
        return candidate

    def _leave_out_stored(self) -> None:
        """Candidates whose words the store cites already are taken."""
        stored = {citation_key(raw) for _, raw in self._tables.entries(FACTS)}
        for candidate in self.candidates:
            if candidate.key in stored:
                candidate.state = "taken"

    def _read_store(self) -> None:
        """Read the store as it is now."""
        self._tables = read_tables(self.store)
        self._facts = [decode_fact(id_, raw) for id_, raw in self._tables.entries(FACTS)]


def _renamed(id_: str, before: str, subject: str) -> str:
    """The id of a candidate whose subject was changed: that of the new one, where it began as the old one does."""
    from factcli.extract.identifiers import stem_of

    old, new = stem_of(before), stem_of(subject)
    return id_.replace(old, new, 1) if new and old and f"{id_}-".startswith(f"{old}-") else id_


def free_id(tables: Tables, id_: str) -> str:
    """The id, or the first one with a number that the store does not have."""
    number, free = 1, id_
    while (FACTS, free) in tables:
        number += 1
        free = f"{id_}-{number}"
    return free


def add_candidate(tables: Tables, candidate: Candidate, sources: Mapping[str, Raw]) -> list[Change]:
    """Add a candidate under its own id or one with a number, after the sources that the store does not have yet."""
    decode_fact(candidate.id, candidate.raw)
    changes = _add_sources(tables, candidate, sources)
    return changes + add_fact(tables, free_id(tables, candidate.id), candidate.raw)


def _add_sources(tables: Tables, candidate: Candidate, sources: Mapping[str, Raw]) -> list[Change]:
    changes: list[Change] = []
    for source in dict.fromkeys(reference["source"] for reference in candidate.raw.get("references", ())):
        if source in sources and (SOURCES, source) not in tables:
            changes += add_source(tables, source, sources[source])
    return changes


def _add_all(tables: Tables, candidates: Iterable[Candidate], sources: Mapping[str, Raw]) -> list[Change]:
    return [change for candidate in candidates for change in add_candidate(tables, candidate, sources)]


def _replace(tables: Tables, candidate: Candidate, sources: Mapping[str, Raw], old: str) -> list[Change]:
    kept = {name: value for name, value in tables.entry(FACTS, old).items() if name not in _SAID}
    said = {name: value for name, value in candidate.raw.items() if name in _SAID}
    added = _add_sources(tables, candidate, sources)
    return added + replace_fact(tables, old, kept | said)


def add_successor(
    tables: Tables, candidate: Candidate, sources: Mapping[str, Raw], old: str, reason: str | None = None
) -> list[Change]:
    """Add a candidate, and let it supersede the fact ``old`` of the store."""
    successor = free_id(tables, candidate.id)
    added = add_candidate(tables, candidate, sources)
    return added + deprecate(tables, old, successor, reason)
