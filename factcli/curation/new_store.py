"""Make a store of one's own: a folder comes in; a facts.json, its settings and what git needs are written into it.

What the folder has already is kept as it is.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcli.documents.files import read_bytes
from factcli.errors import FactcliError
from factcli.store.file import locked, make_folder_for
from factcli.store.location import OWN_SETTINGS, STORE_NAME
from factcli.store.tinydb_storage import SafeStorage
from factcli.store.transaction import FACTS, SOURCES, Change, read_tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from factcli.store.file import LockedFile

    # The name of a file, what it is, and what writes it.
    _Part = tuple[str, str, Callable[[Path], None]]

_SETTINGS = b"""\
# Settings of fact for this folder and those in it.
store = "facts.json"
# stores = ["facts.json", "../desk/facts.json"]   # several: the first is written to
# sources = ["sources/*"]                         # what drafts were written from
# exclude = ["archive/*"]                         # drafts that are not checked
"""
_ATTRIBUTES = ".gitattributes"
_ATTRIBUTE = b"facts.json merge=fact diff=fact\n"
# No file of attributes is as large.
_LARGEST = 1024**2


def make_store(folder: Path, *, has_settings: bool, dry_run: bool = False) -> list[Change]:
    """Make what the folder lacks of a store, its settings and its attributes for git; returns what was made.

    Raises :class:`FactcliError` if the folder cannot be made or written to.
    """
    lacking = _lacking(folder, has_settings=has_settings)
    for name, _, write in () if dry_run else lacking:
        make_folder_for(folder / name)
        write(folder / name)
    return [Change("write", str(folder / name), what) for name, what, _ in lacking]


def _lacking(folder: Path, *, has_settings: bool) -> list[_Part]:
    """What the folder has not; raises :class:`FactcliError` before anything is written where a part cannot be."""
    # Raises for a file that is there, but is not a store.
    read_tables(folder / STORE_NAME)
    has = {STORE_NAME: (folder / STORE_NAME).exists(), OWN_SETTINGS: has_settings}
    lacking = [part for part in _PARTS if not has.get(part[0])]
    for name, *_ in lacking:
        if (folder / name).is_symlink():
            raise FactcliError(f"{folder / name}: is a link", hint="remove it, or make the file that it leads to")
    if _has_attribute(folder / _ATTRIBUTES):
        lacking.pop()
    return lacking


def _write_store(path: Path) -> None:
    storage = SafeStorage(path)
    with storage.locked():
        if storage.read() is None:
            storage.write({FACTS: {}, SOURCES: {}}, "created the store")


def _write_settings(path: Path) -> None:
    with _locked_here(path) as file:
        file.replace(_SETTINGS, expected=None)


def _locked_here(path: Path) -> AbstractContextManager[LockedFile]:
    """The file at ``path`` and nowhere else: a link that was put in its place in the meantime is refused."""
    return locked(Path(os.path.realpath(path.parent), path.name), follow=False)


def _has_attribute(path: Path) -> bool:
    text = read_bytes(path, _LARGEST) if path.exists() else b""
    return any(line.split()[:1] == [b"facts.json"] and b"merge=fact" in line.split() for line in text.splitlines())


def _write_attribute(path: Path) -> None:
    with _locked_here(path) as file:
        before = file.read()
        text = before.data if before else b""
        separator = b"" if not text or text.endswith(b"\n") else b"\n"
        file.replace(text + separator + _ATTRIBUTE, expected=before)


_PARTS: tuple[_Part, ...] = (
    (STORE_NAME, "an empty store", _write_store),
    (OWN_SETTINGS, "settings", _write_settings),
    (_ATTRIBUTES, "git merges facts", _write_attribute),
)
