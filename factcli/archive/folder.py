"""Safe writes into the output folder of a run: only known names, never through a link.

A symbolic or hard link would redirect a write to a file outside of the folder.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcli.archive.batch import ArchiveError
from factcli.errors import system_hint
from factcli.store.file import flush
from factcli.store.lock import LockedElsewhereError, held_folder, held_lock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FINDINGS, REJECTED, MANIFEST, SUMMARY = "findings", "rejected.jsonl", "manifest.jsonl", "summary.json"
LOCK = f".{MANIFEST}.lock"
FILES = (REJECTED, MANIFEST, SUMMARY)
NEW_FOLDER = "use a new folder"
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def check_names(folder: Path) -> None:
    """Raise :class:`ArchiveError` if the folder, or a file to be written in it, is a link or of the wrong kind."""
    is_folder(folder)
    check_contents(folder)


def check_contents(folder: Path) -> None:
    """Raise :class:`ArchiveError` if what is to be written in the folder is a link or of the wrong kind."""
    is_folder(folder / FINDINGS)
    for name in FILES:
        is_file(folder / name)


@contextmanager
def locked_output(folder: Path, patience: float) -> Iterator[Path]:
    """Lock an output folder, and hold it as :func:`held` does; raises :class:`ArchiveError`."""
    try:
        with held(folder) as path, held_lock(path / LOCK, patience):
            yield path
    except LockedElsewhereError as error:
        raise ArchiveError(f"{folder / MANIFEST}: is being written by {error}", hint="try again") from error
    except OSError as error:
        what = f"{folder}: cannot be used: {error.strerror or error}"
        raise ArchiveError(what, hint=system_hint(error)) from error


@contextmanager
def held(folder: Path) -> Iterator[Path]:
    """A path to ``folder`` that stays the same folder when a link is put in its place.

    Errors of the block name ``folder``.  Raises :class:`ArchiveError` if a link is there already, or OSError.
    """
    with held_folder(folder) as path:
        try:
            _check_same(folder, path)
            yield path
        except ArchiveError as error:
            named = re.sub(rf"{re.escape(str(path))}\b", lambda _: str(folder), error.message)
            raise ArchiveError(named, hint=error.hint) from error


def _check_same(folder: Path, path: Path) -> None:
    if not is_folder(folder) or not os.path.samestat(folder.lstat(), path.stat()):
        raise ArchiveError(f"{folder}: was replaced by another program", hint="try again")


def is_folder(path: Path) -> bool:
    """Whether a folder exists at ``path``; raises :class:`ArchiveError` for a link or anything else."""
    status = _status(path)
    if status is not None and not stat.S_ISDIR(status.st_mode):
        raise ArchiveError(f"{path}: not a folder", hint=NEW_FOLDER)
    return status is not None


def is_file(path: Path) -> bool:
    """Whether a file exists at ``path``; raises :class:`ArchiveError` for a link or anything else."""
    status = _status(path)
    if status is None:
        return False
    if not stat.S_ISREG(status.st_mode):
        raise ArchiveError(f"{path}: not a regular file", hint=NEW_FOLDER)
    if status.st_nlink > 1:
        raise ArchiveError(f"{path}: is a hard link, and writing would change another file", hint=NEW_FOLDER)
    return True


def is_empty(path: Path) -> bool:
    """Whether the folder or file at ``path`` is empty or missing."""
    if path.is_dir():
        return not any(path.iterdir())
    return not is_file(path) or not path.stat().st_size


def temporary(path: Path) -> Path:
    """The hidden path at which a file is written before it is renamed to ``path``; a leftover there is removed."""
    beside = path.with_name(f".{path.name}")
    if is_file(beside):
        beside.unlink()
    return beside


def append(path: Path, data: bytes) -> None:
    """Append ``data`` to the file and flush it to the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _NO_LINK, 0o666)
    with open(handle, "ab") as file:  # noqa: PTH123 - an open file has no path
        file.write(data)
        file.flush()
        flush(file.fileno())


def cut(path: Path, size: int) -> None:
    """Truncate the file to ``size`` bytes; it has at least that many."""
    handle = os.open(path, os.O_RDWR | _NO_LINK)
    with open(handle, "r+b") as file:  # noqa: PTH123 - an open file has no path
        file.truncate(size)


def replace(path: Path, text: str) -> None:
    """Replace the content of a file with ``text``, atomically."""
    beside = temporary(path)
    with beside.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        flush(file.fileno())
    is_file(path)
    beside.replace(path)


def _status(path: Path) -> os.stat_result | None:
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(status.st_mode):
        raise ArchiveError(f"{path}: is a symbolic link, and links are not followed", hint=NEW_FOLDER)
    return status
