"""The file of a store: its bytes come in whole or not at all, and go out so that a crash leaves the old or the new.

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
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from factcli.errors import Defect, StoreError

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 10.0
_REPLACE_ATTEMPTS = 10
_NEW_FILE_MODE = 0o666
_LONGEST_NAME = 40


def digest_of(data: bytes) -> str:
    """The digest by which a store is told from its earlier and later versions: SHA-256, in hexadecimal."""
    return sha256(data).hexdigest()


def read_store_file(path: Path) -> bytes:
    """The bytes of the file at ``path``; raises :class:`StoreError` for what is no file or cannot be read."""
    with _told(path):
        # O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise StoreError(path, [Defect("is not a file")], hint="name a facts.json")
            return file.read()


def replace_store_file(path: Path, data: bytes, *, expected: str | None) -> None:
    """Make ``data`` the content of the file that ``path`` leads to, or leave everything as it was.

    ``expected`` is the digest of the content that the new one is made from, None where there was no file.  Raises
    :class:`StoreError` when the file has another content by now, is read-only, or cannot be written.  The caller
    holds the lock (:func:`locked`).
    """
    target = Path(os.path.realpath(path))
    with _told(path):
        mode = _mode(target)
        if mode is not None and not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            raise StoreError(path, [Defect("is read-only")], hint="allow writing to it (chmod u+w)")
        _remove_leftovers(target)
        temporary = target.with_name(f"{_stem(target)}{secrets.token_hex(4)}.tmp")
        try:
            _write_through(temporary, data, mode)
            if _digest_at(path) != expected:
                raise StoreError(path, [Defect("was changed by another program since it was read")], hint="try again")
            _rename(temporary, target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        _flush_folder(target.parent)


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Keep every other factcli from writing the store at ``path`` meanwhile; waits ``patience`` seconds for it.

    The lock is one of the system's on a hidden file beside the store, so a process that dies lets go of it.  Raises
    :class:`StoreError` that names the process that holds it.
    """
    target = Path(os.path.realpath(path))
    lock_path = target.with_name(f"{_stem(target)}lock")
    lock = FileLock(lock_path, timeout=patience, thread_local=False)
    with _told(path):
        try:
            lock.acquire()
        except Timeout as error:
            raise StoreError(path, [Defect(f"is being written by {_holder(lock_path)}")], hint="try again") from error
    try:
        with suppress(OSError):
            lock_path.write_text(str(os.getpid()))
        yield
    finally:
        # While it is still held: whoever waits for the removed file sees that it is gone, and makes a new one.
        with suppress(OSError):
            lock_path.unlink()
        lock.release()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell an error of the system as one of the store."""
    try:
        yield
    except FileNotFoundError as error:
        raise StoreError(path, [Defect("there is no such file or folder")], hint="check the path") from error
    except OSError as error:
        raise StoreError(path, [Defect(f"cannot be used: {error.strerror or error}")]) from error


def _stem(target: Path) -> str:
    """What the names of the hidden files beside a store begin with."""
    return f".{target.name[:_LONGEST_NAME]}."


def _mode(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def _digest_at(path: Path) -> str | None:
    return digest_of(read_store_file(path)) if path.exists() else None


def _write_through(temporary: Path, data: bytes, mode: int | None) -> None:
    """Write a new file whose content is on the disk, not only on its way there, when this returns."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, _NEW_FILE_MODE)
    with os.fdopen(handle, "wb") as file:
        if mode is not None:
            temporary.chmod(mode)
        file.write(data)
        file.flush()
        _flush(handle)


def _flush(handle: int) -> None:
    if sys.platform != "win32" and hasattr(fcntl, "F_FULLFSYNC"):
        # Apple's fsync leaves the data in the disk's own cache.
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def _rename(temporary: Path, target: Path) -> None:
    """Put the new file in the place of the old one, in one step."""
    for attempt in range(_REPLACE_ATTEMPTS):
        try:
            temporary.replace(target)
        except PermissionError:
            # Windows refuses while a virus scanner or an indexer has the old file open.
            if sys.platform != "win32" or attempt == _REPLACE_ATTEMPTS - 1:
                raise
            time.sleep(0.05 * (attempt + 1))
        else:
            return


def _flush_folder(folder: Path) -> None:
    """Make the rename itself last; Windows has no way to ask for it."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove_leftovers(target: Path) -> None:
    """Remove what writers that were killed left behind; the lock says that none is at work."""
    leftover = re.compile(re.escape(_stem(target)) + r"[0-9a-f]{8}\.tmp")
    for path in target.parent.iterdir():
        if leftover.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()


def _holder(lock_path: Path) -> str:
    try:
        text = lock_path.read_text()
    except (OSError, UnicodeDecodeError):
        text = ""
    return f"process {text}" if text.isdecimal() else "another process"
