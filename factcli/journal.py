"""The last changes of each store, so that they can be taken back: a bounded file beside the index.

An entry holds the stretch of bytes that the change took out, the length of what it put in, and the digests of the
file before and after: enough to restore the old file to the byte, and to see that nobody has changed it since.
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from factcli.errors import FactcliError
from factcli.places import cache_folder
from factcli.storefile import digest_of, locked, read_store_file, replace_store_file

_MOST_ENTRIES = 100
_MOST_BYTES = 8 * 1024**2
_NAME_BYTES = 12


class Entry(msgspec.Struct, frozen=True):
    """One change: what it was, the digests of the store before and after, and the stretch that it replaced."""

    what: str
    before: str
    after: str
    start: int
    removed: str
    added: int


class Undone(NamedTuple):
    """What :func:`undo` took back, or would take back."""

    what: str
    left: int


def journal_path(path: str) -> Path:
    """The journal of the store at ``path``; it can be deleted at any time."""
    real = os.fsencode(os.path.realpath(path))
    return Path(cache_folder()) / f"journal-{blake2b(real, digest_size=_NAME_BYTES).hexdigest()}.jsonl"


def remember(path: str, before: bytes | None, what: str) -> None:
    """Note that the store at ``path`` was changed from ``before`` to what it holds now.

    The first content of a store is not noted: there is nothing before it to go back to.  A cache folder that cannot be
    written to costs the way back, not the change.
    """
    if before is None:
        return
    after = read_store_file(Path(path))
    start = _common_prefix(before, after)
    tail = _common_prefix(before[start:][::-1], after[start:][::-1])
    removed = before[start : len(before) - tail]
    added = len(after) - tail - start
    entry = Entry(what, digest_of(before), digest_of(after), start, b64encode(removed).decode(), added)
    with suppress(OSError):
        _write(path, [*_entries(path), entry])


def undo(path: str, *, dry_run: bool = False) -> Undone:
    """Take back the last change of the store at ``path``; raises :class:`FactcliError` where that cannot be."""
    if dry_run:
        return _undo(path, dry_run=True)
    with locked(Path(path)):
        return _undo(path, dry_run=False)


def _undo(path: str, *, dry_run: bool) -> Undone:
    entries = _entries(path)
    if not entries:
        raise FactcliError(f"{path}: there is no change to take back", hint="only changes made by fact are kept")
    last, content = entries[-1], read_store_file(Path(path))
    if digest_of(content) != last.after:
        hint = "take the change back in an editor or with git"
        raise FactcliError(f"{path}: the store was changed since fact last did ({last.what})", hint=hint)
    restored = content[: last.start] + b64decode(last.removed) + content[last.start + last.added :]
    if digest_of(restored) != last.before:
        raise FactcliError(f"{journal_path(path)}: the journal is damaged", hint="delete it")
    if not dry_run:
        replace_store_file(Path(path), restored, expected=last.after)
        with suppress(OSError):
            _write(path, entries[:-1])
    return Undone(last.what, len(entries) - 1)


def _entries(path: str) -> list[Entry]:
    """The entries of a journal, the latest last; none where there is none, or what is there is none."""
    try:
        lines = journal_path(path).read_bytes().splitlines()
        return [msgspec.json.decode(line, type=Entry) for line in lines]
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return []


def _write(path: str, entries: list[Entry]) -> None:
    """Write the latest of the entries, as many as the journal may hold, in one step."""
    kept: list[bytes] = []
    room = _MOST_BYTES
    for line in map(msgspec.json.encode, reversed(entries[-_MOST_ENTRIES:])):
        room -= len(line)
        if room < 0:
            break
        kept.append(line)
    place = journal_path(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    temporary = place.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_bytes(b"".join(line + b"\n" for line in reversed(kept)))
    temporary.replace(place)


def _common_prefix(left: bytes, right: bytes) -> int:
    """How many bytes two texts begin with in common, by halving: each comparison is one of memory."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
