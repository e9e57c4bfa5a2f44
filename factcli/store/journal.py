"""The journal of a store: its last changes, kept in a bounded file in the cache folder so that they can be undone.

An entry holds the bytes that the change replaced, the length of the new ones, and the digests of the file before and
after: enough to restore the old file exactly, and to see that nobody has changed it since.  The entry is written
before the store.  After a crash between the two, the digests show that the change was never applied.
"""

from __future__ import annotations

import os
import re
import time
from base64 import b64encode
from bisect import bisect_left
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from factcli.store.file import Snapshot
from factcli.store.location import cache_folder

if TYPE_CHECKING:
    from factcli.store.file import LockedFile

_MOST_ENTRIES = 100
_MOST_BYTES = 8 * 1024**2
_NAME_BYTES = 12
NO_FILE = ""
_PIECE = 1 << 16
_STALE_SECONDS = 3600
_TEMPORARY = re.compile(r"journal-[0-9a-f]{24}\.[0-9]{1,20}\.tmp")


class JournalEntry(msgspec.Struct, frozen=True):
    """One change: what it was, the digests of the store before and after, and the bytes that it replaced.

    ``before`` is empty if the change created the store, ``removed`` is None if the bytes were too many to keep.
    ``run`` is the same for all changes of one session, which are undone together; empty for a change by itself.
    """

    what: str
    before: str
    after: str
    start: int
    removed: str | None
    added: int
    run: str = ""


def journal_path(path: str | Path) -> Path:
    """The journal of the store at ``path``; it can be deleted at any time."""
    real = os.fsencode(os.path.realpath(path))
    return Path(cache_folder()) / f"journal-{blake2b(real, digest_size=_NAME_BYTES).hexdigest()}.jsonl"


def commit(file: LockedFile, before: Snapshot | None, after: bytes, what: str, run: str = "") -> Snapshot:
    """Change a locked store from ``before``, None for no file, to ``after``, and record that in its journal.

    Returns the new content.  Raises :class:`StoreError` if the file is not as it was ``before``.  If the cache folder
    cannot be written to, the change is made all the same and cannot be undone.
    """
    new = Snapshot.of(after)
    entry = structs.replace(_entry_of(before, new, what), run=run)
    entries = read_entries(file.target, entry.before)
    with suppress(OSError):
        write_entries(file.target, [*entries, entry])
    try:
        file.replace(after, expected=before)
    except BaseException:
        with suppress(OSError):
            write_entries(file.target, entries)
        raise
    return new


def _entry_of(before: Snapshot | None, after: Snapshot, what: str) -> JournalEntry:
    old, new = before.data if before else b"", after.data
    start = _common_start(old, new)
    tail = _common_end(old, new, start)
    is_short = len(old) - tail - start <= _MOST_BYTES // 2
    removed = b64encode(old[start : len(old) - tail]).decode() if is_short else None
    return JournalEntry(
        what, before.digest if before else NO_FILE, after.digest, start, removed, len(new) - tail - start
    )


def read_entries(target: Path, digest: str) -> list[JournalEntry]:
    """The changes in the journal, the latest last; none if there is no journal or it is damaged.

    Left out are the last ones that were never applied: the store still has the ``digest`` from before them.
    """
    try:
        lines = journal_path(target).read_bytes().splitlines()
        entries = [msgspec.json.decode(line, type=JournalEntry) for line in lines]
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return []
    while entries and entries[-1].before == digest != entries[-1].after:
        entries.pop()
    return entries


def write_entries(target: Path, entries: list[JournalEntry]) -> None:
    """Write the latest of the entries, as many as the journal may hold, in one step; the caller holds the lock."""
    place = journal_path(target)
    place.parent.mkdir(parents=True, exist_ok=True)
    _sweep(place)
    temporary = place.with_suffix(f".{os.getpid()}.tmp")
    try:
        temporary.write_bytes(b"".join(_lines(entries)))
        temporary.replace(place)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _lines(entries: list[JournalEntry]) -> list[bytes]:
    """The latest of the entries as lines, as many as the journal may hold."""
    kept: list[bytes] = []
    room = _MOST_BYTES
    for line in map(msgspec.json.encode, reversed(entries[-_MOST_ENTRIES:])):
        room -= len(line)
        if room < 0:
            break
        kept.append(line + b"\n")
    return kept[::-1]


def _sweep(place: Path) -> None:
    """Remove what writers that were killed left: of this journal, whose lock is held, and of others after an hour."""
    for path in place.parent.iterdir():
        if _TEMPORARY.fullmatch(path.name):
            with suppress(OSError):
                is_own = path.name.startswith(f"{place.stem}.")
                if is_own or path.lstat().st_mtime < time.time() - _STALE_SECONDS:
                    path.unlink()


def _common_start(left: bytes, right: bytes) -> int:
    """How many bytes two texts begin with in common; compared in pieces, so that neither is copied whole."""
    most = min(len(left), len(right))
    for start in range(0, most, _PIECE):
        one, other = left[start : start + _PIECE], right[start : start + _PIECE]
        if one != other:
            return start + bisect_left(range(len(one)), 1, key=lambda at: one[: at + 1] != other[: at + 1])
    return most


def _common_end(left: bytes, right: bytes, start: int) -> int:
    """How many bytes two texts end with in common, of those that lie after ``start``."""
    most = min(len(left), len(right)) - start
    for length in range(0, most, _PIECE):
        size = min(_PIECE, most - length)
        one = left[len(left) - length - size : len(left) - length]
        other = right[len(right) - length - size : len(right) - length]
        if one != other:
            return length + _common_start(one[::-1], other[::-1])
    return most
