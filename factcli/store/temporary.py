"""Temporary folders that do not outlive their process for long: a path goes out; what killed processes left goes.

Each is in a folder with a lock file, which its process holds: where the lock is free, the process was killed.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factcli.store.lock import LockedElsewhereError, held_lock

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = "factcli-"
_LOCK = ".factcli.lock"
# A folder is made before it is locked.
_ABANDONED_SECONDS = 3600
_PATIENCE = 10.0


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A new folder of this process, removed after the block.  Raises OSError."""
    _sweep(Path(tempfile.gettempdir()))
    with (
        tempfile.TemporaryDirectory(prefix=_PREFIX) as outer,
        held_lock(Path(outer, _LOCK), _PATIENCE),
        tempfile.TemporaryDirectory(dir=outer) as inner,
    ):
        yield Path(inner)


def _sweep(parent: Path) -> None:
    """Remove the folders that killed processes of this user left."""
    with suppress(OSError), os.scandir(parent) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and _is_old(entry):
                with suppress(OSError, LockedElsewhereError):
                    _remove(Path(entry.path))


def _is_old(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder of this user that was made long ago."""
    status = entry.stat(follow_symlinks=False)
    is_own = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
    return is_own and stat.S_ISDIR(status.st_mode) and status.st_mtime < time.time() - _ABANDONED_SECONDS


def _remove(folder: Path) -> None:
    """Remove a folder that nobody holds; without a lock file, only if it is empty.  Raises OSError."""
    if (folder / _LOCK).is_file():
        with held_lock(folder / _LOCK, 0):
            shutil.rmtree(folder, ignore_errors=True)
    else:
        folder.rmdir()
