"""Take back the last change of a store: its path comes in, and the file as it was before goes back to the disk."""

from __future__ import annotations

import os
from base64 import b64decode
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcli.errors import FactcliError
from factcli.store.file import Snapshot, digest_of, locked, read_if_exists
from factcli.store.journal import NO_FILE, journal_path, read_entries, write_entries

if TYPE_CHECKING:
    from factcli.store.file import LockedFile
    from factcli.store.journal import JournalEntry


class Undone(NamedTuple):
    """What :func:`undo` took back, or would take back; ``is_gone`` if that was the change that created the store.

    ``changes`` is how many there were: more than one for a run.
    """

    what: str
    left: int
    is_gone: bool = False
    changes: int = 1


class _Step(NamedTuple):
    """The last changes: their entries, those before, the store, and the bytes before them, None for no file."""

    entries: list[JournalEntry]
    left: list[JournalEntry]
    content: Snapshot
    restored: bytes | None


def undo(path: str, *, dry_run: bool = False, whole_run: bool = True) -> Undone:
    """Take back the last change of the store at ``path``, or with ``whole_run`` all of the run that it belongs to.

    Raises :class:`FactcliError` if that is not possible.
    """
    if dry_run:
        step = _last_step(path, Path(os.path.realpath(path)), whole_run=whole_run)
    else:
        with locked(Path(path)) as file:
            step = _last_step(path, file.target, whole_run=whole_run)
            _restore(file, step)
    what = step.entries[0].what + (f", and {len(step.entries) - 1} more changes" if step.entries[1:] else "")
    return Undone(what, len(step.left), is_gone=step.restored is None, changes=len(step.entries))


def _last_step(path: str, target: Path, *, whole_run: bool) -> _Step:
    """The last change, or run, of the store at ``target``, which the user calls ``path``."""
    content = read_if_exists(target)
    entries = read_entries(target, content.digest if content else NO_FILE)
    if not entries:
        raise FactcliError(f"{path}: nothing to undo", hint="only changes made by fact can be undone")
    last = entries[-1]
    if content is None or content.digest != last.after:
        hint = "undo the change in an editor or with git"
        raise FactcliError(f"{path}: the store has changed since the last change made by fact ({last.what})", hint=hint)
    if last.removed is None:
        hint = "undo it with git or restore a backup"
        raise FactcliError(f"{path}: the last change is too large to undo ({last.what})", hint=hint)
    count = _length_of_run(entries) if whole_run else 1
    return _Step(entries[-count:], entries[:-count], content, _restored_all(content.data, entries[-count:], target))


def _length_of_run(entries: list[JournalEntry]) -> int:
    """How many of the last changes were one run, and can be taken back."""
    run, count = entries[-1].run, 1
    for entry, later in pairwise(reversed(entries)):
        if not run or later.run != run or later.removed is None or entry.before != later.after:
            break
        count += 1
    return count


def _restored_all(content: bytes, entries: list[JournalEntry], target: Path) -> bytes | None:
    """The bytes before the first of these changes, None for no file."""
    restored: bytes | None = content
    for entry in reversed(entries):
        restored = _restored(restored or b"", entry, target)
    return restored


def _restored(content: bytes, last: JournalEntry, target: Path) -> bytes | None:
    if last.before == NO_FILE:
        return None
    restored = b"".join((content[: last.start], b64decode(last.removed or ""), content[last.start + last.added :]))
    if digest_of(restored) != last.before:
        raise FactcliError(f"{journal_path(target)}: the journal is damaged", hint="delete it")
    return restored


def _restore(file: LockedFile, step: _Step) -> None:
    """Take the change back in the store, and then its entry out of the journal."""
    if step.restored is None:
        file.remove(expected=step.content)
    else:
        file.replace(step.restored, expected=step.content)
    with suppress(OSError):
        write_entries(file.target, step.left)
