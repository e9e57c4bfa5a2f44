"""The layout of a store: two-space JSON in UTF-8, one final newline; the content stays as it is, in its order."""

from __future__ import annotations

from pathlib import Path

from factcli.journal import remember
from factcli.storefile import digest_of, locked, read_store_file, replace_store_file
from factcli.storeparse import parse_store
from factcli.storesplice import read_tables, render_json


def laid_out(data: bytes, path: Path) -> bytes:
    """The bytes of a store in the usual layout; raises :class:`StoreError` for what is no store."""
    return (render_json(read_tables(parse_store(data, path))) + "\n").encode()


def lay_out(path: str, *, dry_run: bool = False) -> bool:
    """Give the store at ``path`` the usual layout; whether that changes it."""
    place = Path(path)
    if dry_run:
        data = read_store_file(place)
        return laid_out(data, place) != data
    with locked(place):
        data = read_store_file(place)
        new = laid_out(data, place)
        if new != data:
            replace_store_file(place, new, expected=digest_of(data))
            remember(path, data, "formatted the store")
    return new != data
