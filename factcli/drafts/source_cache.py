"""What was read of a source is kept in the cache folder: bytes of a file come in, the source as it was read goes out.

The name of an entry is made of the file's bytes, its suffix and a version that changes with what reads sources.  An
entry that is broken, or not our own, is not used; the source is then read again, and the entry replaced.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from contextlib import suppress
from functools import cache
from itertools import chain
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from factcli import __version__
from factcli.index.columns import version_of
from factcli.index.freshness import is_own
from factcli.store.location import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcli.check.against.read_source import ReadSource
    from factcli.documents import Document

# Change it when an entry means something else with the same fields.
_SALT = 1
# What reads sources and judges by them: a change in these folders may change what an entry says.
_READERS = ("documents", "mentions", "english", "units", "model", "check")
FINDINGS_SUFFIX = ".findings"
_SUFFIX, _UNFINISHED = ".source", ".writing"
_SUFFIXES = (_SUFFIX, FINDINGS_SUFFIX)
# To read a shorter source is as quick as to look for it.
_LEAST_BYTES = 4_096
# Beyond this size, the entries are dropped that were not used for the longest time.
_MOST_BYTES = 256 * 1024**2
_ABANDONED_SECONDS = 3600


def read_source(data: bytes, name: str, decode: Callable[[], Document]) -> ReadSource:
    """The source in the bytes of a file, from the cache if it was read before; else ``decode`` reads it.

    Without a cache folder, or with one that cannot be written, the answer is the same, only later.
    """
    # Who has kept findings of all that a draft states need not wait for the import.
    from factcli.check.against.read_source import ReadSource
    from factcli.check.against.stored_source import decode_source, encode_source

    if len(data) < _LEAST_BYTES:
        return ReadSource(decode())
    seal = seal_of(data, name)
    place = place_of(seal + _SUFFIX)
    entry = load_entry(place)
    source = decode_source(entry, name, seal) if entry is not None else None
    if source is None:
        source = ReadSource(decode())
        with suppress(OSError):
            keep_entry(place, encode_source(source, seal))
    return source


def place_of(entry: str) -> Path:
    """Where the cache has an entry of this name."""
    return Path(cache_folder(), "sources", entry)


def seal_of(data: bytes, name: str) -> str:
    """What identifies the bytes of a source, the format that its name implies, and the code that reads it."""
    digest = hashlib.blake2b(data, digest_size=20)
    digest.update(f"{PurePath(name).suffix.lower()} {_version()}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@cache
def _version() -> int:
    """A number that changes with the modules that read sources and judge by them, which say what an entry has."""
    return version_of(_SALT, __version__, sys.byteorder, sorted(_modules()))


def _modules() -> Iterator[tuple[str, int, int]]:
    """The name, size and time of each module that reads sources."""
    package = Path(__file__).parent.parent
    for folder, _, names in chain.from_iterable(os.walk(package / reader) for reader in _READERS):
        for module in (f"{folder}/{name}" for name in names if name.endswith(".py")):
            status = os.stat(module)  # noqa: PTH116 - of some 300 modules, in each check with sources
            yield module, status.st_size, status.st_mtime_ns


def load_entry(place: Path) -> bytes | None:
    """The entry at a place, which counts as used; None where this user has none there."""
    try:
        if not (is_own(str(place.parent)) and is_own(str(place)) and place.is_file()):
            return None
        with place.open("rb") as file:
            entry = file.read(_MOST_BYTES)
        os.utime(place)
    except OSError:
        return None
    return entry


def keep_entry(place: Path, entry: bytes) -> None:
    """Write an entry in full or not at all, and drop the oldest ones beyond the size.  Raises OSError."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if len(entry) > _MOST_BYTES or not is_own(str(place.parent)):
        return
    # It imports much that reading an entry does not need.
    import tempfile

    handle, draft = tempfile.mkstemp(prefix=".", suffix=_UNFINISHED, dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(entry)
        Path(draft).replace(place)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
    _drop_old(place.parent)


def _drop_old(folder: Path) -> None:
    """Remove what killed writers left, and the entries that were not used for the longest time."""
    with os.scandir(folder) as found:
        files = sorted(((each.stat().st_mtime, each.stat().st_size, each) for each in found), key=lambda each: -each[0])
    room = _MOST_BYTES
    for used, size, entry in files:
        if entry.name.endswith(_SUFFIXES):
            room -= size
        is_abandoned = entry.name.endswith(_UNFINISHED) and used < time.time() - _ABANDONED_SECONDS
        if is_abandoned or (entry.name.endswith(_SUFFIXES) and room < 0):
            Path(entry.path).unlink(missing_ok=True)
