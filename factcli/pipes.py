"""Pipes that a command line names, as ``<(git show HEAD:facts.json)`` does: read once, whole, and never waited for."""

from __future__ import annotations

import os
import stat
import time
from typing import TYPE_CHECKING

from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Iterator

# How long to wait for a first writer.
_PATIENCE = 1.0
_PAUSE = 0.01
_PIECE = 65536
# Pipes of this process: whoever writes to them was there before us.
INHERITED = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")


def is_pipe(path: str) -> bool:
    """Whether there is a pipe at ``path``."""
    try:
        return stat.S_ISFIFO(os.stat(path).st_mode)  # noqa: PTH116 - a lookup does not import pathlib
    except (OSError, ValueError):
        return False


def read_pipe(path: str, most: int) -> bytes:
    """What comes out of the pipe until its writers close it, at most ``most`` bytes.

    Raises :class:`FactcliError` where nobody writes to it, and OSError.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        if not stat.S_ISFIFO(os.fstat(handle).st_mode):
            raise FactcliError(f"{path}: is not a pipe any more", hint="try again")
        return b"".join(_pieces(handle, most, path))
    finally:
        os.close(handle)


def _pieces(handle: int, most: int, path: str) -> Iterator[bytes]:
    has_writer = path.startswith(INHERITED)
    end = time.monotonic() + _PATIENCE
    while most > 0:
        piece = _piece(handle, most)
        if piece:
            most -= len(piece)
            yield piece
        elif piece is not None and has_writer:
            return
        elif not has_writer and time.monotonic() > end:
            raise FactcliError(f"{path}: is a pipe that nobody writes to", hint="name a file")
        else:
            time.sleep(_PAUSE)
        has_writer = has_writer or piece != b""


def _piece(handle: int, most: int) -> bytes | None:
    """The next bytes; none where nobody writes, None where a writer has nothing yet."""
    try:
        return os.read(handle, min(most, _PIECE))
    except BlockingIOError:
        return None
