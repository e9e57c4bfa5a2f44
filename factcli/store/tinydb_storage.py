"""TinyDB on a file that is never damaged: the storage through which every change of a store is read and written."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from factcli.store.file import PATIENCE, Snapshot, locked, read_if_exists
from factcli.store.journal import commit
from factcli.store.parse import parse_store
from factcli.store.splice import EMPTY_STORE, read_tables, spliced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from os import PathLike

    from factcli.store.file import LockedFile
    from factcli.store.scanner import StoreText

_BY_TINYDB = "changed the store with TinyDB"


class SafeStorage(Storage):
    """A TinyDB storage in a JSON file that survives crashes, full disks and other writers.

    Reading never creates or changes the file.  Writing changes only what changed, keeps the change in the journal,
    and raises :class:`StoreError` instead of overwriting what could not be read or has changed since it was read.
    """

    def __init__(self, path: str | PathLike[str], patience: float = PATIENCE) -> None:
        super().__init__()
        self.path = Path(path)
        self._patience = patience
        self._threads = RLock()
        self._locked: LockedFile | None = None
        self._is_read = False
        # The file as it was last read or written here, None where there was no file.
        self._content: Snapshot | None = None
        self._source: StoreText | None = None

    def read(self) -> dict[str, Any] | None:
        """The tables of the store, None where there is no file yet; raises :class:`StoreError`."""
        content = self._locked.read() if self._locked else read_if_exists(self.path)
        source = None if content is None else parse_store(content, self.path)
        self._content, self._source, self._is_read = content, source, True
        return None if source is None else read_tables(source)

    def write(self, data: Mapping[str, Any], what: str = _BY_TINYDB, run: str = "") -> None:
        """Make ``data`` the content of the file; ``what`` describes the change in the journal, ``run`` its session.

        Raises :class:`StoreError`, and TypeError or ValueError for what is not valid JSON.
        """
        with self.locked() as file:
            if not self._is_read:
                self.read()
            source = self._source or parse_store(self._content or Snapshot.of(EMPTY_STORE), self.path)
            after = spliced(source, data, self.path)
            self._content, self._source = commit(file, self._content, after, what, run), None

    @contextmanager
    def locked(self) -> Iterator[LockedFile]:
        """Keep other threads and processes from writing until the block ends; blocks can be nested."""
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
