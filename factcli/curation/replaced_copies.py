"""Copies of sources that were replaced by others: kept by their digests, so that ``fact undo`` can put them back.

They are in the cache folder, as the journal is, and can be deleted at any time.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from factcli.errors import FactcliError
from factcli.store.file import digest_of, read_store_file, write_file
from factcli.store.location import cache_folder

# As much as the largest download; beyond that, the oldest copies go.
_MOST_BYTES = 100 * 1024**2
_NAME = re.compile("[0-9a-f]{64}")


def keep(data: bytes) -> None:
    """Keep a copy; where the cache folder cannot be written to, it is lost."""
    with suppress(FactcliError, OSError):
        write_file(_folder() / digest_of(data), data)
        _sweep()


def kept(digest: str) -> bytes | None:
    """The copy with that SHA-256, None if it is not kept any more."""
    if not _NAME.fullmatch(digest):
        return None
    try:
        found = read_store_file(_folder() / digest)
    except FactcliError:
        return None
    return found.data if found.digest == digest else None


def _folder() -> Path:
    return Path(cache_folder()) / "copies"


def _sweep() -> None:
    """Remove the oldest copies, but for the last one, until the others are small enough together."""
    room = _MOST_BYTES
    aged = sorted((path for path in _folder().iterdir() if _NAME.fullmatch(path.name)), key=_age)
    for path in aged[1:]:
        room -= path.lstat().st_size
        if room < 0:
            path.unlink()


def _age(path: Path) -> int:
    return -path.lstat().st_mtime_ns
