"""The lock of a file, and a hold on its folder: paths come in, and while a block runs nobody else has the lock.

Nothing here knows of stores.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from collections.abc import Iterator

_POLL_INTERVAL = 0.01


class LockedElsewhereError(Exception):
    """A lock that another process holds for too long; the message names the process."""


@contextmanager
def held_folder(folder: Path) -> Iterator[Path]:
    """A path to an open folder that stays the same folder when a link is put in its place.

    Where the system has no such paths, it is the ``folder`` itself.  Raises OSError.
    """
    if sys.platform == "win32":  # pragma: no cover - another system
        yield folder
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        held = Path(f"/proc/self/fd/{handle}")
        yield held if held.is_dir() else folder
    finally:
        os.close(handle)


@contextmanager
def held_lock(lock_path: Path, patience: float) -> Iterator[None]:
    """Hold the lock at ``lock_path`` during the block; raises :class:`LockedElsewhereError`, or OSError.

    It is the operating system's, which releases it when a process dies; the file is removed afterwards.
    """
    lock = FileLock(lock_path, timeout=patience, poll_interval=_POLL_INTERVAL)
    try:
        _acquire(lock, lock_path)
    except Timeout as error:
        raise LockedElsewhereError(_holder(lock_path)) from error
    try:
        with suppress(OSError):
            lock_path.write_text(str(os.getpid()))
        yield
    finally:
        # Removed while it is still held: a process that waits for it notices, and makes a new one.
        with suppress(OSError):
            lock_path.unlink()
        lock.release()


def _acquire(lock: FileLock, lock_path: Path) -> None:
    """Take the lock, or raise :class:`Timeout` if a single holder keeps it for longer than the timeout."""
    while True:
        holding = _hold(lock_path)
        try:
            lock.acquire()
        except Timeout:
            if holding and holding == _hold(lock_path):
                raise
        else:
            return


def _hold(lock_path: Path) -> tuple[int, int] | None:
    """What identifies one hold of the lock, since each makes a new file; None if nobody holds it."""
    try:
        status = lock_path.lstat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns


def _holder(lock_path: Path) -> str:
    try:
        text = lock_path.read_text()
    except (OSError, UnicodeDecodeError):
        text = ""
    return f"process {text}" if text.isdecimal() else "another process"
