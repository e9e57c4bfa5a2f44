"""The manifest of a run: its parameters, then one line of totals after each finished part.

Each line holds a digest of itself and of all lines before it, so a run never resumes from a damaged manifest.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from factcli.archive.batch import ArchiveError
from factcli.archive.folder import append, cut, is_file
from factcli.drafts.review import Summary

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 64 * 1024 * 1024
_ANOTHER = "use a new folder, or delete this one"


class Done(NamedTuple):
    """The progress of a run: how many records, from the first on, are done, and with which results."""

    parts: int = 0
    findings: int = 0
    checked: int = 0
    skipped: int = 0
    rejected: int = 0
    rejected_bytes: int = 0
    summary: Summary = Summary()

    @property
    def records(self) -> int:
        """The number of records that are done."""
        return self.checked + self.skipped + self.rejected


class _Entry(msgspec.Struct):
    done: Done
    digest: str


class Manifest:
    """A manifest file, read and appended to; ``done`` holds the totals of its last line, None for a new run."""

    def __init__(self, path: Path, run: dict[str, Any]) -> None:
        """Read an existing manifest; raises :class:`ArchiveError` if it is damaged or belongs to another run."""
        self._path = path
        self._head = msgspec.json.encode(run) + b"\n"
        self._digest = _digest("", self._head)
        self.done: Done | None = None
        data = self._data()
        if data == self._head or not self._head.startswith(data):
            self._read(data, run)

    def begin(self) -> None:
        """Write the first line, replacing an unfinished one."""
        append(self._path, b"")
        cut(self._path, 0)
        append(self._path, self._head)
        self.done = Done()

    def add(self, done: Done) -> None:
        """Append a line of totals and flush it to the disk."""
        line, self._digest = _entry(done, self._digest)
        append(self._path, line)
        self.done = done

    def _data(self) -> bytes:
        if not is_file(self._path):
            return b""
        if self._path.stat().st_size > _LARGEST:
            raise ArchiveError(f"{self._path}: too large for a manifest", hint=_ANOTHER)
        return self._path.read_bytes()

    def _read(self, data: bytes, run: dict[str, Any]) -> None:
        head, *lines = data.splitlines(keepends=True)
        if head != self._head:
            raise self._foreign(head, run)
        self.done = Done()
        # A line without a line end was being written when the run was interrupted.
        torn = b"" if data.endswith(b"\n") else lines.pop()
        for number, line in enumerate(lines, start=2):
            self._take(number, line)
        if torn:
            cut(self._path, len(data) - len(torn))

    def _take(self, number: int, line: bytes) -> None:
        try:
            done = msgspec.json.decode(line, type=_Entry).done
            expected, self._digest = _entry(done, self._digest)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            done, expected = Done(), b""
        if line != expected:
            raise self._damaged(number)
        self.done = done

    def _foreign(self, head: bytes, run: dict[str, Any]) -> ArchiveError:
        """The error for a first line that does not match this run."""
        try:
            known = msgspec.json.decode(head, type=dict[str, Any])
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return self._damaged(1)
        differing = [name for name in run if msgspec.to_builtins(run[name]) != known.get(name)]
        if not differing or not known.keys() & run.keys():
            return self._damaged(1)
        what = f"{self._path.parent}: the run was started with a different {' and '.join(differing)}"
        return ArchiveError(what, hint=_ANOTHER)

    def _damaged(self, number: int) -> ArchiveError:
        return ArchiveError(f"{self._path}:{number}:1: damaged, or not written by fact archive", hint=_ANOTHER)


def _entry(done: Done, previous: str) -> tuple[bytes, str]:
    """The manifest line for these totals, and its digest."""
    digest = _digest(previous, msgspec.json.encode(done))
    return msgspec.json.encode(_Entry(done, digest)) + b"\n", digest


def _digest(previous: str, content: bytes) -> str:
    return sha256(previous.encode() + content).hexdigest()[:16]
