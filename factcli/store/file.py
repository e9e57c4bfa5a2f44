"""The file of a store: read whole, locked, and replaced so that a crash leaves the old or the new content.

The order is that of SQLite and git: write a temporary file beside the store, flush it to the disk, rename it over
the store, flush the folder.  Nothing here knows of JSON.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
import sys
import time
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from factcli.errors import Defect, StoreError, system_hint
from factcli.store.lock import LockedElsewhereError, NoLocksError, held_folder, held_lock

if sys.platform == "win32":  # pragma: no cover - another system
    _FULL_FLUSH = None
else:
    import fcntl

    _FULL_FLUSH = getattr(fcntl, "F_FULLFSYNC", None)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 10.0
# Windows refuses to rename while a virus scanner or an indexer has the old file open.
_REPLACE_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8) if sys.platform == "win32" else ()
_ANYBODY_MAY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_NEW_FILE_MODE = 0o666
_LONGEST_NAME = 40
_PIECE = 1 << 20
# A million facts take 0.5 to 1 GB.  A larger file was named by mistake, or is sparse.
_LARGEST_GIB = 2


def digest_of(data: bytes) -> str:
    """The digest that identifies a version of a store: SHA-256, in hexadecimal."""
    return sha256(data).hexdigest()


class Snapshot(NamedTuple):
    """The content of a file at one moment: its bytes and their digest, computed once."""

    data: bytes
    digest: str

    @classmethod
    def of(cls, data: bytes) -> Self:
        """The snapshot of a file that holds these bytes."""
        return cls(data, digest_of(data))


def read_store_file(path: Path) -> Snapshot:
    """The content of the file at ``path``; raises :class:`StoreError` if it is not a file or cannot be read."""
    snapshot = read_if_exists(path)
    if snapshot is None:
        raise _missing(path)
    return snapshot


def _missing(path: Path) -> StoreError:
    return StoreError(path, [Defect("no such file")], hint="check the path")


def read_if_exists(path: Path) -> Snapshot | None:
    """As :func:`read_store_file`, but None where nothing is at ``path``."""
    with _opened(path) as handle:
        if handle is None:
            return None
        with os.fdopen(handle, "rb", closefd=False) as file:
            return Snapshot.of(file.read())


@contextmanager
def _opened(path: Path) -> Iterator[int | None]:
    """The open file at ``path``, None if there is none; raises :class:`StoreError` if it is not a store."""
    with _as_store_error(path):
        try:
            # O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            handle = None
        try:
            if handle is not None:
                _check_kind(os.fstat(handle), path)
            yield handle
        finally:
            if handle is not None:
                os.close(handle)


def _check_kind(found: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(path, [Defect("is not a regular file")], hint="name a facts.json")
    if found.st_size > _LARGEST_GIB * 1024**3:
        what = f"the file is too large: {found.st_size / 1024**3:.1f} GiB"
        hint = f"stores of up to {_LARGEST_GIB} GiB are supported, some million facts; split it, or name another file"
        raise StoreError(path, [Defect(what)], hint=hint)


class LockedFile(NamedTuple):
    """The file of a store while its lock is held: where the path that was ``named`` led to when it was locked.

    A link in ``named``, or in place of a folder of ``target``, may lead elsewhere by now; reading and writing go to
    ``held``, the one file that is locked.
    """

    named: Path
    target: Path
    held: Path

    def read(self) -> Snapshot | None:
        """The content of the file, None where there is no file; raises as :func:`read_store_file` does."""
        with _errors_named(self.named, self.held):
            return read_if_exists(self.held)

    def replace(self, data: bytes, *, expected: Snapshot | None) -> None:
        """Make ``data`` the content of the file, or leave everything as it was.

        ``expected`` is the content that the new one is made from, None where there was no file.  Raises
        :class:`StoreError` if the file has changed since, is read-only, or cannot be written.
        """
        with _errors_named(self.named, self.held), _as_store_error(self.held):
            _check_real(self.target, self.held)
            _replace(self.held, data, expected)

    def remove(self, *, expected: Snapshot) -> None:
        """Remove the file; raises :class:`StoreError` if its content is not the ``expected`` one."""
        with _errors_named(self.named, self.held), _as_store_error(self.held):
            _check_real(self.target, self.held)
            _check_unchanged(self.held, expected)
            self.held.unlink()
            flush_folder(self.held.parent)


def rewrite_file(path: Path, rewrite: Callable[[bytes], bytes]) -> None:
    """Make what ``rewrite`` returns for the content of the file at ``path`` its new content, under its lock.

    Nothing is written when ``rewrite`` raises.  Raises :class:`StoreError`.
    """
    with locked(path) as file:
        before = file.read()
        if before is None:
            raise _missing(path)
        file.replace(rewrite(before.data), expected=before)


def _replace(target: Path, data: bytes, expected: Snapshot | None) -> None:
    old = _status(target)
    if old and not old.st_mode & _ANYBODY_MAY_WRITE:
        raise StoreError(target, [Defect("is read-only")], hint="allow writing to it (chmod u+w)")
    _remove_leftovers(target)
    temporary = target.with_name(f"{_stem(target)}{secrets.token_hex(4)}.tmp")
    try:
        _write_through(temporary, data, old)
        _check_unchanged(target, expected)
        _rename(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    flush_folder(target.parent)


def write_file(path: Path, data: bytes) -> None:
    """Make ``data`` the content of the file at ``path`` in one step, whatever it was; makes its folder too.

    Raises :class:`StoreError`.
    """
    make_folder_for(path)
    with locked(path) as file:
        file.replace(data, expected=file.read())


def make_folder_for(path: Path) -> None:
    """Make the folder of ``path``; raises :class:`StoreError` if that is not possible."""
    with _as_store_error(path):
        path.parent.mkdir(parents=True, exist_ok=True)


@contextmanager
def locked(path: Path, patience: float = PATIENCE, *, follow: bool = True) -> Iterator[LockedFile]:
    """Lock the file of the store at ``path``, so that no other factcli writes it; waits for the lock.

    However many processes come first, it waits for each, but for none longer than about ``patience`` seconds.  Without
    ``follow``, a path with a link in it is refused.

    The operating system's lock on a hidden file beside the store, which it releases when a process dies.  Raises
    :class:`StoreError` with the id of the process that holds it.
    """
    target = Path(os.path.realpath(path) if follow else path)
    if not os.path.isdir(target.parent):  # noqa: PTH112 - never raises
        raise StoreError(path, [Defect("no such folder")], hint="check the path")
    with _as_store_error(path), held_folder(target.parent) as folder:
        file = LockedFile(path, target, folder / target.name)
        _check_folder(file)
        try:
            with held_lock(file.held.with_name(f"{_stem(target)}lock"), patience), _errors_named(path, file.held):
                yield file
        except LockedElsewhereError as error:
            raise StoreError(path, [Defect(f"is being written by {error}")], hint="try again") from error


@contextmanager
def _as_store_error(path: Path) -> Iterator[None]:
    """Raise an :class:`OSError` of the block as a :class:`StoreError`."""
    try:
        yield
    except OSError as error:
        what = f"cannot be used: {error.strerror or error}"
        raise StoreError(path, [Defect(what)], hint=_hint_for(error)) from error


def _hint_for(error: OSError) -> str:
    """What to do about an error of the operating system."""
    return "keep it on a local disk" if isinstance(error, NoLocksError) else system_hint(error)


@contextmanager
def _errors_named(named: Path, target: Path) -> Iterator[Path]:
    """Raise the errors of ``target`` with the path that the user ``named``."""
    try:
        yield target
    except StoreError as error:
        if error.path == target:
            error.path = named
        raise


def _stem(target: Path) -> str:
    """The prefix of the names of the hidden files beside a store."""
    return f".{target.name[:_LONGEST_NAME]}."


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _check_unchanged(path: Path, expected: Snapshot | None) -> None:
    with _opened(path) as handle:
        is_same = expected is None if handle is None else expected is not None and _holds(handle, expected.data)
    if not is_same:
        raise _changed(path)


def _check_folder(file: LockedFile) -> None:
    """Raise :class:`StoreError` unless the folder that is held is the one of the path, without a link in it."""
    if os.path.realpath(file.held.parent) != str(file.target.parent):
        raise StoreError(file.named, [Defect("has a link in its path")], hint="remove the link, or try again")


def _check_real(target: Path, held: Path) -> None:
    """Raise :class:`StoreError` if a link is in the path of ``target``, which is ``held``."""
    if os.path.realpath(target) != str(target):
        raise _changed(held)


def _changed(path: Path) -> StoreError:
    return StoreError(path, [Defect("was changed by another program since it was read")], hint="try again")


def _holds(handle: int, data: bytes) -> bool:
    """Whether an open file holds exactly ``data``; compared in pieces, so that a large store is not read whole."""
    size = 0
    with os.fdopen(handle, "rb", buffering=0, closefd=False) as file:
        while piece := file.read(_PIECE):
            if not data.startswith(piece, size):
                return False
            size += len(piece)
    return size == len(data)


def _write_through(temporary: Path, data: bytes, old: os.stat_result | None) -> None:
    """Write a new file and flush it to the disk.

    It gets the mode of the ``old`` file, and its owner if the system allows that.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, _NEW_FILE_MODE)
    try:
        if old:
            _adopt(temporary, old)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        flush(handle)
    finally:
        os.close(handle)


def _adopt(temporary: Path, old: os.stat_result) -> None:
    if sys.platform != "win32":  # pragma: no branch
        # Only root may change the owner; for others the store becomes their own, as with any editor.
        with suppress(OSError):
            os.chown(temporary, old.st_uid, old.st_gid)
    temporary.chmod(stat.S_IMODE(old.st_mode))


def flush(handle: int) -> None:
    """Flush an open file to the disk."""
    if _FULL_FLUSH is None:
        os.fsync(handle)
    else:
        # Apple's fsync leaves the data in the disk's own cache.
        fcntl.fcntl(handle, _FULL_FLUSH)


def _rename(temporary: Path, target: Path) -> None:
    """Rename the new file over the old one, in one step."""
    for pause in _REPLACE_PAUSES:
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def flush_folder(folder: Path) -> None:
    """Flush a rename in the folder to the disk; Windows has no call for it."""
    if sys.platform != "win32":  # pragma: no branch
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove_leftovers(target: Path) -> None:
    """Remove temporary files of killed writers; the caller holds the lock, so none is in use."""
    leftover = re.compile(re.escape(_stem(target)) + r"[0-9a-f]{8}\.tmp")
    for path in target.parent.iterdir():
        if leftover.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()
