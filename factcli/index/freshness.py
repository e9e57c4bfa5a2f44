"""Whether an index still tells what its store says: by size, times and inode, and by a digest when these are young."""

from __future__ import annotations

# The part of sqlite3 that does the work; the rest reads dates, and costs a sixth of ``python -c pass`` to import.
import _sqlite3 as sqlite3
import os
import time

from factcli.index.seal import checksum, seal_of, signature_of
from factcli.places import cache_folder

# A store written within the same tick of a clock as it was looked at could change again without a trace in its
# times (git calls such an entry racy).  Two seconds is the coarsest tick of a file system in use (FAT).
_RACY_NANOSECONDS = 2_000_000_000


def index_path(store_path: str) -> str:
    """The file of the index that belongs to a store."""
    real = os.path.realpath(store_path).encode("utf-8", "surrogateescape")
    return os.path.join(cache_folder(), f"index-{checksum(real):016x}.sqlite3")


def fresh(store_path: str) -> sqlite3.Connection | None:
    """A connection to the index of a store where that tells what the store says now; remembers how it was found so."""
    place = index_path(store_path)
    seal = seal_of(place)
    signature = signature_of(store_path)
    if seal is None or signature is None:
        return None
    if seal.store != signature or max(signature[1:3]) >= seal.checked - _RACY_NANOSECONDS:
        now = time.time_ns()
        if seal.store[0] != signature[0] or digest_of(store_path) != seal.digest:
            return None
        from factcli.index.publishing import remember

        remember(place, seal, seal._replace(store=signature, checked=now))
    return connected(place)


def connected(place: str) -> sqlite3.Connection:
    """A connection to a file that nobody writes to any more, which spares looking for locks and journals.

    An index is never changed: whoever brings it up to date puts another file in its place.
    """
    path = place.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if os.sep != "/":
        path = "/" + path.replace(os.sep, "/")
    return sqlite3.connect(f"file://{path}?mode=ro&immutable=1", uri=True, isolation_level=None)


def digest_of(store_path: str) -> str | None:
    """The digest of a store's bytes; None where it cannot be read."""
    from factcli.storefile import digest_of as digest_of_bytes

    try:
        with open(store_path, "rb") as file:
            return digest_of_bytes(file.read())
    except OSError:
        return None
