"""Whether an index still tells what its store says: by size, times and inode, and by a digest when these are young.

Beside an index stands its seal.  Nobody writes to an index once it is in its place, so a file whose size, times and
inode are those that were sealed is the one that was built, to the bit; any other is not read.
"""

from __future__ import annotations

# The part of sqlite3 that does the work; the rest reads dates, and costs a sixth of ``python -c pass`` to import.
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

# A store written within the same tick of a clock as it was looked at could change again without a trace in its
# times (git calls such an entry racy).  Two seconds is the coarsest tick of a file system in use (FAT).
_RACY_NANOSECONDS = 2_000_000_000
_LONGEST = 1_000
_VERSION = f"{SCHEMA_VERSION}".encode()
# Windows has no numbers for users, and its folders of users are closed to others.
_user = getattr(os, "geteuid", None)


class Seal(NamedTuple):
    """The digest and signature of a store, when they were looked at, and the signature of the index made from it."""

    digest: str
    store: Signature
    checked: int
    file: Signature


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
    from factcli.store.file import digest_of as digest_of_bytes

    try:
        with open(store_path, "rb") as file:
            return digest_of_bytes(file.read())
    except OSError:
        return None


def signature_of(path: str) -> Signature | None:
    """Size, time of content, time of change and inode of a file; None where it is no regular file."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def is_own(path: str) -> bool:
    """Whether a file or folder is there and belongs to the user who runs us: another could have put anything in it."""
    try:
        return _user is None or bool(os.stat(path).st_uid == _user())
    except OSError:
        return False


def seal_path(place: str) -> str:
    """The file of the seal of the index at ``place``."""
    return place + ".seal"


def seal_of(place: str) -> Seal | None:
    """The seal of the index at ``place``; None where that is not the user's, or not as it was when it was sealed."""
    seal = _parsed(_read(seal_path(place)))
    if seal is None or seal.file != signature_of(place):
        return None
    return seal if is_own(place) and is_own(os.path.dirname(place)) else None


def encode_seal(seal: Seal) -> bytes:
    """The content of the file of a seal."""
    numbers = " ".join(map(str, (*seal.store, seal.checked, *seal.file)))
    body = b"%s %s %s" % (_VERSION, seal.digest.encode(), numbers.encode())
    return b"%s %016x\n" % (body, checksum(body))


def checksum(data: bytes) -> int:
    """The 64-bit FNV-1a hash (RFC 9923): to import a module of hashes is slower than this is for a line of text."""
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
