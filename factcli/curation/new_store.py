"""Make a store of one's own: a folder comes in; a facts.json, its settings and what git needs are written into it.

What the folder has already is kept as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.errors import FactcliError
from factcli.store.file import locked, make_folder_for
from factcli.store.location import OWN_SETTINGS, STORE_NAME
from factcli.store.tinydb_storage import SafeStorage
from factcli.store.transaction import FACTS, SOURCES, Change

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
    changes = []
    # First, so that nothing is made where the file may not be written.
    has_attribute = _has_attribute(folder / _ATTRIBUTES)
    if not dry_run:
        make_folder_for(folder / STORE_NAME)
    if not (folder / STORE_NAME).exists():
        changes.append(_made(folder / STORE_NAME, "an empty store", _write_store, dry_run=dry_run))
    if not has_settings:
        changes.append(_made(folder / OWN_SETTINGS, "settings", _write_settings, dry_run=dry_run))
    if not has_attribute:
        changes.append(_made(folder / _ATTRIBUTES, "git merges facts", _write_attribute, dry_run=dry_run))
    return changes


def _made(path: Path, what: str, write: Callable[[Path], None], *, dry_run: bool) -> Change:
    if not dry_run:
        write(path)
    return Change("write", str(path), what)


def _write_store(path: Path) -> None:
    storage = SafeStorage(path)
    with storage.locked():
        if storage.read() is None:
            storage.write({FACTS: {}, SOURCES: {}}, "created the store")


def _write_settings(path: Path) -> None:
    with locked(path) as file:
        file.replace(_SETTINGS, expected=None)


def _has_attribute(path: Path) -> bool:
    if path.is_symlink():
        raise FactcliError(f"{path}: is a link", hint="write into the file itself: facts.json merge=fact diff=fact")
    if not path.exists():
        return False
    with path.open("rb") as file:
        text = file.read(_LARGEST)
    return any(line.split()[:1] == [b"facts.json"] and b"merge=fact" in line.split() for line in text.splitlines())


def _write_attribute(path: Path) -> None:
    with locked(path) as file:
        before = file.read()
        text = before.data if before else b""
        separator = b"" if not text or text.endswith(b"\n") else b"\n"
        file.replace(text + separator + _ATTRIBUTE, expected=before)
