"""TinyDB on a file that is never damaged: a storage, and tables whose every operation holds the lock of the file."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage
from tinydb.table import Table

from factcli.store.file import PATIENCE, digest_of, locked, read_if_there, read_store_file
from factcli.store.parse import parse_store
from factcli.store.splice import EMPTY_STORE, read_tables, spliced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from os import PathLike

    from tinydb.queries import QueryLike

    from factcli.store.file import LockedFile
    from factcli.store.scanner import StoreText


class SafeStorage(Storage):
    """A TinyDB storage in a JSON file that survives crashes, full disks and other writers.

    Reading never creates or changes the file.  Writing changes only what changed, and refuses with a
    :class:`StoreError` to write over what could not be read or has changed since it was read.
    """

    def __init__(self, path: str | PathLike[str], patience: float = PATIENCE) -> None:
        super().__init__()
        self.path = Path(path)
        self._patience = patience
        self._threads = RLock()
        self._locked: LockedFile | None = None
        self._is_read = False
        self._digest: str | None = None
        self._source: StoreText | None = None

    def read(self) -> dict[str, Any] | None:
        """The tables of the store, None where there is no file yet; raises :class:`StoreError`."""
        content = self._locked.read() if self._locked else read_if_there(self.path)
        self._source = None if content is None else parse_store(content, self.path)
        self._digest = None if self._source is None else self._source.digest
        self._is_read = True
        return None if self._source is None else read_tables(self._source)

    def write(self, data: Mapping[str, Any]) -> None:
        """Make ``data`` the content of the file; raises :class:`StoreError`, TypeError and ValueError for no JSON."""
        with self._holding() as file:
            if not self._is_read:
                self.read()
            if self._source is None:
                # Written here before, and by nobody else since: replacing the file makes sure.
                content = EMPTY_STORE if self._digest is None else read_store_file(file.target)
                self._source = parse_store(content, self.path)
            after = spliced(self._source, data, self.path)
            file.replace(after, expected=self._digest)
            self._digest, self._source = digest_of(after), None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other threads and processes from writing until the block ends; blocks may stand in each other."""
        with self._holding():
            yield

    @contextmanager
    def _holding(self) -> Iterator[LockedFile]:
        with self._threads:
            if self._locked:
                yield self._locked
                return
            with locked(self.path, self._patience) as file:
                self._locked = file
                try:
                    yield file
                finally:
                    self._locked = None


class LockedTable(Table):
    """A table whose operations read, change and write under one lock, so that no two writers lose anything."""

    storage: SafeStorage

    def insert(self, document: Mapping[str, Any]) -> int:
        """As in TinyDB; the next free number is that of the file, not of the last insert here."""
        with self._afresh():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """As in TinyDB, with the same care as :meth:`insert`."""
        with self._afresh():
            return super().insert_multiple(documents)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """As in TinyDB; nobody inserts between the look and the insert."""
        with self._afresh():
            return super().upsert(document, cond)

    def change(self, updater: Callable[[dict[Any, Any]], None]) -> None:
        """Let ``updater`` change the documents (by id) in place and write them, or nothing when it raises."""
        self._update_table(updater)

    def _update_table(self, updater: Callable[[dict[Any, Any]], None]) -> None:
        with self.storage.locked():
            super()._update_table(updater)

    @contextmanager
    def _afresh(self) -> Iterator[None]:
        with self.storage.locked():
            self._next_id = None
            yield
