"""The layout of a store: two-space JSON in UTF-8, one final newline; the content stays as it is, in its order."""

from __future__ import annotations

from pathlib import Path

from factcli.curation.undo import noted
from factcli.store.file import digest_of, locked, read_store_file
from factcli.store.parse import parse_store
from factcli.store.splice import encoded, render_store


def laid_out(data: bytes, path: Path) -> bytes:
    """The bytes of a store in the usual layout; raises :class:`StoreError` for what is no store."""
    source = parse_store(data, path)
    # A large store as old bytes, as text and as new bytes is as much as must be in memory at once.
    del data
    return encoded(render_store(source), path)


def lay_out(path: str, *, dry_run: bool = False) -> bool:
    """Give the store at ``path`` the usual layout; whether that changes it."""
    place = Path(path)
    if dry_run:
        data = read_store_file(place)
        return laid_out(data, place) != data
    with locked(place) as file:
        data = read_store_file(file.target)
        new = laid_out(data, place)
        if new != data:
            with noted(file.target, data, new, "formatted the store"):
                file.replace(new, expected=digest_of(data))
    return new != data
