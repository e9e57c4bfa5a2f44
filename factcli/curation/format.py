"""The layout of a store: two-space JSON in UTF-8, one final newline; the content stays as it is, in its order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcli.store.file import locked, read_store_file
from factcli.store.journal import commit
from factcli.store.parse import parse_store
from factcli.store.splice import encoded, render_store

if TYPE_CHECKING:
    from factcli.store.file import Snapshot


def formatted(content: Snapshot, path: Path) -> bytes:
    """The bytes of a store in the usual layout; raises :class:`StoreError` if the store cannot be read."""
    return encoded(render_store(parse_store(content, path)), path)


def format_store(path: str, *, dry_run: bool = False) -> bool:
    """Give the store at ``path`` the usual layout; whether that changes it."""
    place = Path(path)
    if dry_run:
        before = read_store_file(place)
        return formatted(before, place) != before.data
    with locked(place) as file:
        before = file.read() or read_store_file(place)
        after = formatted(before, place)
        if after != before.data:
            commit(file, before, after, "formatted the store")
    return after != before.data
