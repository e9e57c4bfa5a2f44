"""Whether an index still tells what its store says: by size, times and inode, and by a digest when these are young."""

from __future__ import annotations

# The part of sqlite3 that does the work; the rest reads dates, and costs a sixth of ``python -c pass`` to import.
import _sqlite3 as sqlite3
import os
import stat
import time

from factcli.index.columns import APPLICATION_ID, SCHEMA_VERSION
from factcli.places import cache_folder

# A store written within the same tick of a clock as it was looked at could change again without a trace in its
# times (git calls such an entry racy).  Two seconds is the coarsest tick of a file system in use (FAT).
_RACY_NANOSECONDS = 2_000_000_000

Signature = tuple[int, int, int, int]


def index_path(store_path: str) -> str:
    """The file of the index that belongs to a store."""
    real = os.path.realpath(store_path).encode("utf-8", "surrogateescape")
    return os.path.join(cache_folder(), f"index-{_fnv1a(real):016x}.sqlite3")


def _fnv1a(data: bytes) -> int:
    """The 64-bit FNV-1a hash (RFC 9923): to import a module of hashes is slower than this is for a path."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def signature_of(store_path: str) -> Signature | None:
    """Size, time of content, time of change and inode of a store; None where it is no regular file."""
    try:
        found = os.stat(store_path)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def opened(path: str) -> sqlite3.Connection | None:
    """A connection to the index at ``path``; None where there is none, or one that is not ours to read."""
    if not os.path.isfile(path):
        return None
    connection = sqlite3.connect(path, timeout=5.0, isolation_level=None)
    try:
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        if ours and connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
            return connection
    except sqlite3.DatabaseError:
        pass
    connection.close()
    return None


def is_fresh(connection: sqlite3.Connection, store_path: str) -> bool:
    """Whether the index tells what the store says now; remembers a digest that was found to be the same."""
    state = connection.execute("SELECT digest, size, mtime, ctime, inode, checked FROM state").fetchone()
    now = time.time_ns()
    signature = signature_of(store_path)
    if state is None or signature is None:
        return False
    digest, *known, checked = state
    if tuple(known) == signature and max(signature[1:3]) < checked - _RACY_NANOSECONDS:
        return True
    if known[0] != signature[0] or digest_of(store_path) != digest:
        return False
    remember(connection, digest, signature, now)
    return True


def digest_of(store_path: str) -> str | None:
    """The digest of a store's bytes; None where it cannot be read."""
    from factcli.storefile import digest_of as digest_of_bytes

    try:
        with open(store_path, "rb") as file:
            return digest_of_bytes(file.read())
    except OSError:
        return None


def remember(connection: sqlite3.Connection, digest: str, signature: Signature, checked: int) -> None:
    """Note for which state of the store the index holds; where it cannot be noted, the next lookup digests again."""
    try:
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM state")
            connection.execute("INSERT INTO state VALUES (?, ?, ?, ?, ?, ?)", (digest, *signature, checked))
    except sqlite3.OperationalError:
        pass
