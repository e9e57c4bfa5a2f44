"""One process at a time puts an index in its place; nobody ever writes to the file that stands there."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from factcli.index.freshness import Seal, encode_seal, is_own, seal_of, seal_path, signature_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.index.freshness import Signature

# How long another may keep us waiting before we answer from an index of our own in memory.
PATIENCE_SECONDS = 10.0
_ABANDONED_SECONDS = 3600


@contextmanager
def index_lock(place: str, patience: float) -> Iterator[bool]:
    """Wait for our turn to put an index at ``place``; gives whether it came within ``patience`` seconds.

    The lock is one of the system's, so a process that dies lets go of it.
    """
    folder = os.path.dirname(place)
    lock = FileLock(place + ".lock", timeout=patience)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        is_ours = is_own(folder) and bool(lock.acquire())
    except (OSError, Timeout, NotImplementedError, RuntimeError):
        # RuntimeError: this very thread has its turn already.
        is_ours = False
    try:
        yield is_ours
    finally:
        if is_ours:
            lock.release()


@contextmanager
def temporary_beside(place: str) -> Iterator[str]:
    """An empty file beside ``place``, which is gone afterwards unless it was published."""
    handle, draft = tempfile.mkstemp(prefix=".index-", suffix=".building", dir=os.path.dirname(place))
    os.close(handle)
    try:
        yield draft
    finally:
        with suppress(OSError):
            os.unlink(draft)


def publish(draft: str, place: str, digest: str, store: Signature, checked: int) -> None:
    """Put a draft in its place, with its seal; only in our turn.  Raises OSError."""
    os.replace(draft, place)
    # What an earlier version, which wrote to the index itself, left behind when it was killed.
    with suppress(OSError):
        os.unlink(place + "-journal")
    index = signature_of(place)
    if index:
        _set_seal(place, Seal(digest, store, checked, index))
    _sweep(os.path.dirname(place))


def unseal(place: str) -> None:
    """Let an index that turned out to be broken not be read any more; only in our turn."""
    with suppress(FileNotFoundError):
        os.unlink(seal_path(place))


def remember(place: str, old: Seal, new: Seal) -> None:
    """Replace the seal of an index; where that cannot be, or is another by now, the next lookup digests again."""
    with index_lock(place, 0) as is_ours, suppress(OSError):
        if is_ours and seal_of(place) == old:
            _set_seal(place, new)


def _set_seal(place: str, seal: Seal) -> None:
    with temporary_beside(place) as draft:
        with open(draft, "wb") as file:
            file.write(encode_seal(seal))
        os.replace(draft, seal_path(place))


def _sweep(folder: str) -> None:
    """Remove what builders left behind that were killed more than an hour ago."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".building") and entry.stat().st_mtime < time.time() - _ABANDONED_SECONDS:
                os.unlink(entry.path)
