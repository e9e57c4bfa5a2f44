"""The folder of a run: only names of its own are written in it, and only where no link and nothing else stands there.

A link would lead what is written, replaced or cut to a file elsewhere; so does a second name of the same file.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from factcli.archive.batch import ArchiveError
from factcli.store.file import flush

if TYPE_CHECKING:
    from pathlib import Path

FINDINGS, REJECTED, MANIFEST, SUMMARY = "findings", "rejected.jsonl", "manifest.jsonl", "summary.json"
FILES = (REJECTED, MANIFEST, SUMMARY)
NEW_FOLDER = "name a new folder"
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def check_names(folder: Path) -> None:
    """Raise :class:`ArchiveError` where the folder, or what is to be written in it, is a link or of another kind."""
    is_folder(folder)
    is_folder(folder / FINDINGS)
    for name in FILES:
        is_file(folder / name)


def is_folder(path: Path) -> bool:
    """Whether there is a folder at ``path``; raises :class:`ArchiveError` for a link and anything else."""
    status = _status(path)
    if status is not None and not stat.S_ISDIR(status.st_mode):
        raise ArchiveError(f"{path}: is not a folder", hint=NEW_FOLDER)
    return status is not None


def is_file(path: Path) -> bool:
    """Whether there is a file at ``path``; raises :class:`ArchiveError` for a link and anything else."""
    status = _status(path)
    if status is None:
        return False
    if not stat.S_ISREG(status.st_mode):
        raise ArchiveError(f"{path}: is not a file", hint=NEW_FOLDER)
    if status.st_nlink > 1:
        raise ArchiveError(f"{path}: is a hard link, so a file elsewhere would change too", hint=NEW_FOLDER)
    return True


def is_empty(path: Path) -> bool:
    """Whether there is nothing in the folder or file at ``path``, or nothing at all there."""
    if path.is_dir():
        return not any(path.iterdir())
    return not is_file(path) or not path.stat().st_size


def temporary(path: Path) -> Path:
    """Where a file is written before it is renamed to ``path``; what a killed run left there is removed."""
    beside = path.with_name(f".{path.name}")
    if is_file(beside):
        beside.unlink()
    return beside


def append(path: Path, data: bytes) -> None:
    """Write ``data`` behind what the file holds, through to the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _NO_LINK, 0o666)
    with open(handle, "ab") as file:  # noqa: PTH123 - an open file has no path
        file.write(data)
        file.flush()
        flush(file.fileno())


def cut(path: Path, size: int) -> None:
    """Take what stands behind the first ``size`` bytes of the file, which has as many, from its end."""
    handle = os.open(path, os.O_RDWR | _NO_LINK)
    with open(handle, "r+b") as file:  # noqa: PTH123 - an open file has no path
        file.truncate(size)


def replace(path: Path, text: str) -> None:
    """Make ``text`` the content of a file of the run, whole or not at all."""
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
        raise ArchiveError(f"{path}: is a symbolic link, which is not followed", hint=NEW_FOLDER)
    return status
