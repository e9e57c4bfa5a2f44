"""The file of a store -> the facts in it that an index does not have as they are now, one by one.

Facts that the index knows as they stand are skipped unread.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcli.errors import FactcliError
from factcli.index.build.rows import Sources
from factcli.store.schema import decode_fact, decode_source, entry_faults
from factcli.store.file import read_store_file
from factcli.store.parse import parse_store
from factcli.store.scanner import Broken, Member, StoreText

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
    """A store that was read: its text with the places of its facts, and its sources."""

    store: StoreText
    sources: Sources

    @property
    def digest(self) -> str:
        """The digest of the file."""
        return self.store.digest

    @property
    def facts(self) -> list[Member]:
        """Id and place of each fact in the order of the file; those of a known block as one, by the id of the first."""
        return self.store.tables.get("facts", [])


class StoreReader:
    """Reads a store once, and calls ``take`` with each fact that is in no block of ``known``, and the sources."""

    def __init__(self, known: KnownBlocks | None, take: Take, progress: Progress | None = None) -> None:
        self._known = known
        self._take = take
        self._progress = progress
        self._seen = 0
        self._sources: Sources | None = None
        self._found = Sources()

    def read(self, store_path: str) -> StoreReading | None:
        """Read the file; None where the facts were taken with other sources than it turned out to have.

        Sources stand behind the facts that cite them, so they are looked up ahead; where that went wrong, another
        reading by this reader goes right.  Raises StoreError with every defect of the file.
        """
        path = Path(store_path)
        self._found = Sources()
        source = parse_store(read_store_file(path), path, self._visit, self._end_of_known)
        looked_up, self._sources = self._sources, self._found
        return None if looked_up not in (None, self._found) else StoreReading(source, self._found)

    def _end_of_known(self, table: str, id_: str, text: str, start: int) -> int | None:
        """Where a block of facts ends that the index has as it stands; None for any other entry."""
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
    """What the last ``"sources": {`` of a store holds; nothing where that is not its table of sources."""
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
