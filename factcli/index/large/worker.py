"""Run work in a forked child and stream its results through a pipe."""

from __future__ import annotations

import marshal
import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    Send = Callable[[Any], None]

_PIPE_BYTES = 1 << 20
_BYTES_OF_A_LENGTH = 8
_END = "end"


class ChildEndedError(Exception):
    """The child process ended before its work was finished."""


def can_fork() -> bool:
    """Whether there is a second core and this process can be forked, which is not safe with other threads."""
    return hasattr(os, "fork") and threading.active_count() == 1 and (os.cpu_count() or 1) > 1


@contextmanager
def run_in_child(work: Callable[[Send], None]) -> Iterator[Iterator[Any]]:
    """Run ``work(send)`` in a forked child; yields an iterator of the messages it sends, which marshal must support.

    The iterator raises :class:`ChildEndedError` if the child ends before the work is finished.
    """
    reading, writing = os.pipe()
    _widen(writing)
    child = os.fork()
    if not child:
        os.close(reading)
        _work_and_end(work, writing)
    os.close(writing)
    try:
        with open(reading, "rb") as messages:
            yield _read(messages)
    finally:
        os.waitpid(child, 0)


def _widen(pipe: int) -> None:
    """Enlarge the buffer of a pipe, if possible, so that the processes wait less for each other."""
    try:
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    except (ImportError, AttributeError, OSError):
        return


def _work_and_end(work: Callable[[Send], None], writing: int) -> None:
    """Do the work and exit the child; after an error the end message is missing."""
    try:
        with open(writing, "wb", buffering=_PIPE_BYTES) as messages:
            work(lambda message: _write(messages, message))
            _write(messages, _END)
    finally:
        os._exit(0)


def _read(messages: BinaryIO) -> Iterator[Any]:
    while (message := _next_message(messages)) != _END:
        yield message


def _write(messages: BinaryIO, message: Any) -> None:  # noqa: ANN401 - any value that marshal supports
    content = marshal.dumps(message)
    messages.write(len(content).to_bytes(_BYTES_OF_A_LENGTH))
    messages.write(content)


def _next_message(messages: BinaryIO) -> Any:  # noqa: ANN401 - any value that was sent
    # Read in one piece: marshal.load would read a file in many small pieces.
    length = int.from_bytes(messages.read(_BYTES_OF_A_LENGTH))
    try:
        return marshal.loads(messages.read(length))  # noqa: S302 - written by our own child process
    except (EOFError, ValueError, TypeError) as error:
        raise ChildEndedError from error
