"""Read a store for indexing: yields the facts one by one, and skips unchanged blocks without parsing them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcli.errors import FactcliError
from factcli.index.build.rows import Sources
from factcli.store.file import read_store_file
from factcli.store.parse import parse_store
from factcli.store.scanner import Broken, Member, StoreText
from factcli.store.schema import decode_fact, decode_source, entry_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcli.index.build.blocks import KnownBlocks
    from factcli.model.facts import Fact
    from factcli.store.schema import Fault, Raw

    Progress = Callable[[int, int], None]
    Take = Callable[[Fact, Raw, Sources], None]

_REPORT_EVERY = 500
_PER_CENT = 100


class StoreReading(NamedTuple):
    """A store after reading: its text with the places of its facts, and its sources."""

    store: StoreText
    sources: Sources

    @property
    def digest(self) -> str:
        """The digest of the file."""
        return self.store.digest

    @property
    def facts(self) -> list[Member]:
        """Id and place of each fact in file order; a skipped block is one entry with the id of its first fact."""
        return self.store.tables.get("facts", [])


class StoreReader:
    """Reads a store, and calls ``take`` with each fact outside of unchanged blocks in ``known``."""

    def __init__(self, known: KnownBlocks | None, take: Take, progress: Progress | None = None) -> None:
        self._known = known
        self._take = take
        self._progress = progress
        self._seen = 0
        self._sources: Sources | None = None
        self._found = Sources()

    def read(self, store_path: str) -> StoreReading | None:
        """Read the file; returns None if the facts were read with the wrong sources, and must be read again.

        Sources follow the facts in the file, so they are looked up first with a guess; if the guess was wrong, a second
        call of this method has the right ones.  Raises StoreError with every defect of the file.
        """
        path = Path(store_path)
        self._found = Sources()
        source = parse_store(read_store_file(path), path, self._visit, self._end_of_known)
        looked_up, self._sources = self._sources, self._found
        return None if looked_up not in (None, self._found) else StoreReading(source, self._found)

    def _end_of_known(self, table: str, id_: str, text: str, start: int) -> int | None:
        """The end of an unchanged block of facts; None for any other entry."""
        if table != "facts":
            return None
        if self._sources is None:
            self._sources = likely_sources(text)
        self._seen += 1
        if self._progress and self._seen % _REPORT_EVERY == 0:
            self._progress(_PER_CENT * start // len(text), _PER_CENT)
        return self._known.end_of(id_, text, start) if self._known else None

    def _visit(self, table: str, id_: str, raw: Raw) -> Iterable[Fault]:
        try:
            if table == "sources":
                self._found[id_] = decode_source(id_, raw)
                return ()
            fact = decode_fact(id_, raw)
        except FactcliError:
            return entry_faults(table, raw)
        self._take(fact, raw, self._sources or Sources())
        return ()


def likely_sources(text: str) -> Sources:
    """The contents of the last ``"sources": {`` of a store; empty if that is not a table of sources."""
    source = StoreText(text, "")
    found = Sources()

    def take(id_: str, start: int) -> int:
        raw, end = source.scan(start)
        found[id_] = decode_source(id_, raw)
        return end

    start = text.rfind('"sources"')
    try:
        source.walk_object(text.index("{", start), take)
    except (Broken, ValueError, TypeError, FactcliError):
        return Sources()
    return found
