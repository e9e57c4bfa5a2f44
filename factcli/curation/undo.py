"""The last changes of each store, so that they can be taken back: a bounded file beside the index.

An entry holds the stretch of bytes that the change took out, the length of what it put in, and the digests of the
file before and after: enough to restore the old file to the byte, and to see that nobody has changed it since.  It is
written before the store is; where a crash came between both, the digests say that the change never landed.
"""

from __future__ import annotations

import os
import re
import time
from base64 import b64decode, b64encode
from bisect import bisect_left
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcli.errors import FactcliError
from factcli.store.file import LockedFile, digest_of, locked, read_if_there
from factcli.store.location import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_ENTRIES = 100
_MOST_BYTES = 8 * 1024**2
_NAME_BYTES = 12
_NO_FILE = ""
_PIECE = 1 << 16
_STALE_SECONDS = 3600
_TEMPORARY = re.compile(r"journal-[0-9a-f]{24}\.[0-9]{1,20}\.tmp")


class JournalEntry(msgspec.Struct, frozen=True):
    """One change: what it was, the digests of the store before and after, and the stretch that it replaced.

    ``before`` is empty where the change made the store, ``removed`` is None where the stretch was too large to keep.
    """

    what: str
    before: str
    after: str
    start: int
    removed: str | None
    added: int


class Undone(NamedTuple):
    """What :func:`undo` took back, or would take back; ``is_gone`` where that was the change that made the store."""

    what: str
    left: int
    is_gone: bool = False


def journal_path(path: str | Path) -> Path:
    """The journal of the store at ``path``; it can be deleted at any time."""
    real = os.fsencode(os.path.realpath(path))
    return Path(cache_folder()) / f"journal-{blake2b(real, digest_size=_NAME_BYTES).hexdigest()}.jsonl"


@contextmanager
def noted(target: Path, before: bytes | None, after: bytes, what: str) -> Iterator[None]:
    """Note that the block changes the store at ``target`` from ``before``, None for no file, to ``after``.

    The caller holds the lock.  Where the block raises, the note is taken back.  A cache folder that cannot be written
    to costs the way back, not the change.
    """
    entry = _entry_of(before, after, what)
    entries = _landed(_entries(target), entry.before)
    with suppress(OSError):
        _write(target, [*entries, entry])
    try:
        yield
    except BaseException:
        with suppress(OSError):
            _write(target, entries)
        raise


def _entry_of(before: bytes | None, after: bytes, what: str) -> JournalEntry:
    old = before or b""
    start = _common_start(old, after)
    tail = _common_end(old, after, start)
    is_short = len(old) - tail - start <= _MOST_BYTES // 2
    removed = b64encode(old[start : len(old) - tail]).decode() if is_short else None
    digest = _NO_FILE if before is None else digest_of(before)
    return JournalEntry(what, digest, digest_of(after), start, removed, len(after) - tail - start)


def _landed(entries: list[JournalEntry], digest: str) -> list[JournalEntry]:
    """The entries without the last ones whose change is not in the store: its ``digest`` is the one before them."""
    while entries and entries[-1].before == digest != entries[-1].after:
        entries = entries[:-1]
    return entries


class _Step(NamedTuple):
    """The last change: its entry, those before it, and what the store held before it, None for no file."""

    entry: JournalEntry
    left: list[JournalEntry]
    restored: bytes | None


def undo(path: str, *, dry_run: bool = False) -> Undone:
    """Take back the last change of the store at ``path``; raises :class:`FactcliError` where that cannot be."""
    if dry_run:
        step = _last_step(path, Path(os.path.realpath(path)))
    else:
        with locked(Path(path)) as file:
            step = _last_step(path, file.target)
            _restore(file, step)
    return Undone(step.entry.what, len(step.left), is_gone=step.restored is None)


def _last_step(path: str, target: Path) -> _Step:
    """The last change of the store at ``target``, which the user calls ``path``."""
    content = read_if_there(target)
    digest = _NO_FILE if content is None else digest_of(content)
    entries = _landed(_entries(target), digest)
    if not entries:
        raise FactcliError(f"{path}: there is no change to take back", hint="only changes made by fact are kept")
    last = entries[-1]
    if content is None or digest != last.after:
        hint = "take the change back in an editor or with git"
        raise FactcliError(f"{path}: the store was changed since fact last did ({last.what})", hint=hint)
    if last.removed is None:
        hint = "take it back with git or from a backup"
        raise FactcliError(f"{path}: the last change is too large to be taken back ({last.what})", hint=hint)
    return _Step(last, entries[:-1], _restored(content, last, target))


def _restored(content: bytes, last: JournalEntry, target: Path) -> bytes | None:
    if last.before == _NO_FILE:
        return None
    restored = b"".join((content[: last.start], b64decode(last.removed or ""), content[last.start + last.added :]))
    if digest_of(restored) != last.before:
        raise FactcliError(f"{journal_path(target)}: the journal is damaged", hint="delete it")
    return restored


def _restore(file: LockedFile, step: _Step) -> None:
    """Take the change back in the store, and then its entry out of the journal."""
    if step.restored is None:
        file.remove(expected=step.entry.after)
    else:
        file.replace(step.restored, expected=step.entry.after)
    with suppress(OSError):
        _write(file.target, step.left)


def _entries(target: Path) -> list[JournalEntry]:
    """The entries of a journal, the latest last; none where there is none, or what is there is none."""
    try:
        lines = journal_path(target).read_bytes().splitlines()
        return [msgspec.json.decode(line, type=JournalEntry) for line in lines]
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return []


def _write(target: Path, entries: list[JournalEntry]) -> None:
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
