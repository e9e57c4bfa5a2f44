"""Publish an index atomically: one process at a time replaces the file, and nobody writes to it in place."""

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

# How long to wait for another process before answering from an index in memory.
PATIENCE_SECONDS = 10.0
_ABANDONED_SECONDS = 3600


@contextmanager
def index_lock(place: str, patience: float) -> Iterator[bool]:
    """Lock the index at ``place`` for publishing; yields whether that succeeded within ``patience`` seconds.

    It is an operating system lock, released when its process dies.
    """
    folder = os.path.dirname(place)
    lock = FileLock(place + ".lock", timeout=patience)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        is_ours = is_own(folder) and bool(lock.acquire())
    except (OSError, Timeout, NotImplementedError, RuntimeError):
        # RuntimeError: this thread already holds the lock.
        is_ours = False
    try:
        yield is_ours
    finally:
        if is_ours:
            lock.release()


@contextmanager
def temporary_beside(place: str) -> Iterator[str]:
    """A temporary file in the folder of ``place``, removed after the block unless it was published."""
    handle, draft = tempfile.mkstemp(prefix=".index-", suffix=".building", dir=os.path.dirname(place))
    os.close(handle)
    try:
        yield draft
    finally:
        with suppress(OSError):
            os.unlink(draft)


def publish(draft: str, place: str, digest: str, store: Signature, checked: int) -> None:
    """Move a draft to ``place`` and seal it; requires the lock.  Raises OSError."""
    os.replace(draft, place)
    # A leftover of a version that wrote to the index in place.
    with suppress(OSError):
        os.unlink(place + "-journal")
    index = signature_of(place)
    if index:
        _set_seal(place, Seal(digest, store, checked, index))
    _sweep(os.path.dirname(place))


def unseal(place: str) -> None:
    """Invalidate a broken index; requires the lock."""
    with suppress(FileNotFoundError):
        os.unlink(seal_path(place))


def remember(place: str, old: Seal, new: Seal) -> None:
    """Replace the seal of an index if it is still ``old``; if that fails, the next lookup computes the digest again."""
    with index_lock(place, 0) as is_ours, suppress(OSError):
        if is_ours and seal_of(place) == old:
            _set_seal(place, new)


def _set_seal(place: str, seal: Seal) -> None:
    with temporary_beside(place) as draft:
        with open(draft, "wb") as file:
            file.write(encode_seal(seal))
        os.replace(draft, seal_path(place))


def _sweep(folder: str) -> None:
    """Remove temporary files of builds that were killed more than an hour ago."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".building") and entry.stat().st_mtime < time.time() - _ABANDONED_SECONDS:
                os.unlink(entry.path)
