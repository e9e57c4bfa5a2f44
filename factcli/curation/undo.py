"""Take back the last change of a store: its path comes in, and the file as it was before goes back to the disk."""

from __future__ import annotations

import os
from base64 import b64decode
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcli.errors import FactcliError
from factcli.store.file import Snapshot, digest_of, locked, read_if_exists
from factcli.store.journal import NO_FILE, journal_path, read_entries, write_entries

if TYPE_CHECKING:
    from factcli.store.file import LockedFile
    from factcli.store.journal import JournalEntry


class Undone(NamedTuple):
    """What :func:`undo` took back, or would take back; ``is_gone`` if that was the change that created the store."""

    what: str
    left: int
    is_gone: bool = False


class _Step(NamedTuple):
    """The last change: its entry, those before it, the store as it is, and the bytes before it, None for no file."""

    entry: JournalEntry
    left: list[JournalEntry]
    content: Snapshot
    restored: bytes | None


def undo(path: str, *, dry_run: bool = False) -> Undone:
    """Take back the last change of the store at ``path``; raises :class:`FactcliError` if that is not possible."""
    if dry_run:
        step = _last_step(path, Path(os.path.realpath(path)))
    else:
        with locked(Path(path)) as file:
            step = _last_step(path, file.target)
            _restore(file, step)
    return Undone(step.entry.what, len(step.left), is_gone=step.restored is None)


def _last_step(path: str, target: Path) -> _Step:
    """The last change of the store at ``target``, which the user calls ``path``."""
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
    return _Step(last, entries[:-1], content, _restored(content.data, last, target))


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
