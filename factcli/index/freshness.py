"""Whether an index is up to date with its store: by size, times and inode, and by a digest if the times are recent.

Each index has a seal file.  An index is never written to after it is published, so a file with the sealed size, times
and inode is identical to the one that was built; any other is not read.
"""

from __future__ import annotations

# The C part of sqlite3: the Python part is not needed, and takes a sixth of the time of ``python -c pass`` to import.
import _sqlite3 as sqlite3
import os
import stat
import time

from factcli.index.columns import SCHEMA_VERSION
from factcli.store.location import cache_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from factcli.tuples import NamedTuple

Signature = tuple[int, int, int, int]

# A store written in the same clock tick as it was checked could change again with the same times (git calls such an
# entry racy).  Two seconds is the coarsest timestamp resolution of a file system in use (FAT).
_RACY_NANOSECONDS = 2_000_000_000
_LONGEST = 1_000
_VERSION = f"{SCHEMA_VERSION}".encode()
# An index and a store that were last found to differ: a lookup asks up to three times, and each costs a digest.
_known_stale: list[tuple[Seal, Signature]] = []
# Windows has no numeric user ids, and its user folders are private.
_user = getattr(os, "geteuid", None)


class Seal(NamedTuple):
    """The digest and signature of a store, the time of the check, and the signature of the index built from it."""

    digest: str
    store: Signature
    checked: int
    file: Signature


def index_path(store_path: str) -> str:
    """The path of the index of a store."""
    real = os.path.realpath(store_path).encode("utf-8", "surrogateescape")
    return os.path.join(cache_folder(), f"index-{checksum(real):016x}.sqlite3")


def fresh(store_path: str) -> sqlite3.Connection | None:
    """A connection to the index of a store if it is up to date, else None; updates the seal after comparing digests."""
    place = index_path(store_path)
    seal = seal_of(place)
    signature = signature_of(store_path)
    if seal is None or signature is None:
        return None
    if seal.store != signature or max(signature[1:3]) >= seal.checked - _RACY_NANOSECONDS:
        now = time.time_ns()
        if (seal, signature) in _known_stale:
            return None
        if seal.store[0] != signature[0] or digest_of(store_path) != seal.digest:
            _known_stale[:] = [(seal, signature)]
            return None
        from factcli.index.publishing import remember

        remember(place, seal, seal._replace(store=signature, checked=now))
    return connected(place)


def connected(place: str) -> sqlite3.Connection:
    """A read-only connection to a published index, opened as immutable to skip locks and journals.

    A published index never changes: an update replaces the file.
    """
    path = place.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if os.sep != "/":
        path = "/" + path.replace(os.sep, "/")
    return sqlite3.connect(f"file://{path}?mode=ro&immutable=1", uri=True, isolation_level=None)


def digest_of(store_path: str) -> str | None:
    """The digest of a store's bytes; None if it cannot be read."""
    from factcli.store.file import digest_of as digest_of_bytes

    try:
        with open(store_path, "rb") as file:
            return digest_of_bytes(file.read())
    except OSError:
        return None


def signature_of(path: str) -> Signature | None:
    """Size, mtime, ctime and inode of a file; None if it is not a regular file."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def is_own(path: str) -> bool:
    """Whether a file or folder exists and belongs to the current user; another user's cannot be trusted."""
    try:
        return _user is None or bool(os.stat(path).st_uid == _user())
    except OSError:
        return False


def seal_path(place: str) -> str:
    """The path of the seal of the index at ``place``."""
    return place + ".seal"


def seal_of(place: str) -> Seal | None:
    """The seal of the index at ``place``; None if the index changed since, or belongs to another user."""
    seal = _parsed(_read(seal_path(place)))
    if seal is None or seal.file != signature_of(place):
        return None
    return seal if is_own(place) and is_own(os.path.dirname(place)) else None


def encode_seal(seal: Seal) -> bytes:
    """The bytes of a seal file."""
    numbers = " ".join(map(str, (*seal.store, seal.checked, *seal.file)))
    body = b"%s %s %s" % (_VERSION, seal.digest.encode(), numbers.encode())
    return b"%s %016x\n" % (body, checksum(body))


def checksum(data: bytes) -> int:
    """The 64-bit FNV-1a hash (RFC 9923): for a line of text, faster than importing hashlib."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def _read(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read(_LONGEST)
    except OSError:
        return b""


def _parsed(line: bytes) -> Seal | None:
    body, _, check = line.rpartition(b" ")
    version, _, rest = body.partition(b" ")
    if version != _VERSION or check != b"%016x\n" % checksum(body):
        return None
    digest, *texts = rest.decode().split(" ")
    numbers = tuple(map(int, texts))
    return Seal(digest, numbers[:4], numbers[4], numbers[5:])  # type: ignore[arg-type] # four each
