"""The lock of a file, and a hold on its folder: paths come in, and while a block runs nobody else has the lock.

Nothing here knows of stores.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import lock_descriptor

if TYPE_CHECKING:
    from collections.abc import Iterator

_POLL_INTERVAL = 0.01
# O_NONBLOCK: opening a FIFO that nobody reads would wait for ever.
_LOCK_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_WITHOUT_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}


class NoLocksError(OSError):
    """The file system cannot lock files, as some network and FUSE file systems cannot."""


class LockedElsewhereError(Exception):
    """A lock that another process holds for too long; the message names the process."""


@contextmanager
def held_folder(folder: Path, *, follow: bool = True) -> Iterator[Path]:
    """A path to an open folder that stays the same folder when a link is put in its place.

    Where the system has no such paths, it is the ``folder`` itself.  Raises OSError, without ``follow`` for a link too.
    """
    if sys.platform == "win32":  # pragma: no cover - another system
        yield folder
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | (0 if follow else os.O_NOFOLLOW))
    try:
        held = Path(f"/proc/self/fd/{handle}")
        yield held if held.is_dir() else folder
    finally:
        os.close(handle)


@contextmanager
def held_lock(lock_path: Path, patience: float) -> Iterator[None]:
    """Hold the lock at ``lock_path`` during the block; raises :class:`LockedElsewhereError`, or OSError.

    It is the operating system's, which releases it when a process dies; the file is removed afterwards.  However many
    processes come first, none of them is waited for longer than about ``patience`` seconds.
    """
    hold: tuple[int, int] | None = None
    deadline = 0.0
    while True:
        with _opened(lock_path) as handle:
            if _is_taken(handle) and _is_at(lock_path, handle):
                with _noted(lock_path, handle):
                    yield
                return
            before, hold = hold, _hold(handle)
        if hold != before:
            deadline = time.monotonic() + patience
        elif time.monotonic() > deadline:
            raise LockedElsewhereError(_holder(lock_path))
        time.sleep(_POLL_INTERVAL)


def _is_taken(handle: int) -> bool:
    """Take the lock of an open file, unless another process holds it; whether it was taken."""
    try:
        return lock_descriptor(handle, blocking=False)
    except OSError as error:
        if error.errno in _WITHOUT_LOCKS:
            raise NoLocksError(error.errno, "its file system cannot lock files") from error
        raise


@contextmanager
def _opened(lock_path: Path) -> Iterator[int]:
    """The open lock file, which is made if there is none; a link is not followed.

    A FileLock would resolve the path before it opens it, and so make its file wherever a link that is put into the
    path in between leads.
    """
    handle = os.open(lock_path, _LOCK_FLAGS, 0o666)
    try:
        yield handle
    finally:
        os.close(handle)


@contextmanager
def _noted(lock_path: Path, handle: int) -> Iterator[None]:
    """Have the id of this process in the lock file during the block, and remove the file after it."""
    try:
        with suppress(OSError):
            _note(handle)
        yield
    finally:
        # Removed while it is still held: a process that waits for it notices, and makes a new one.
        with suppress(OSError):
            lock_path.unlink()


def _note(handle: int) -> None:
    """Write the id of this process into the lock file, unless that is a hard link to another file."""
    if os.fstat(handle).st_nlink == 1:
        os.truncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())


def _is_at(lock_path: Path, handle: int) -> bool:
    """Whether the open file is still the one at its path: who held it before has removed it."""
    try:
        return os.path.samestat(lock_path.lstat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _hold(handle: int) -> tuple[int, int]:
    """What identifies one hold of the lock, since each makes a new file."""
    status = os.fstat(handle)
    return status.st_ino, status.st_mtime_ns


def _holder(lock_path: Path) -> str:
    try:
        text = lock_path.read_text()
    except (OSError, UnicodeDecodeError):
        text = ""
    return f"process {text}" if text.isdecimal() else "another process"
