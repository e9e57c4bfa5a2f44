"""Work in a process of its own, so that two processors have a part in it; its messages come through a pipe."""

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
    """A process ended before its work did, for whatever reason: the work is still to be done."""


def can_fork() -> bool:
    """Whether there is a second processor, and this process can be forked: beside other threads that is not safe."""
    return hasattr(os, "fork") and threading.active_count() == 1 and (os.cpu_count() or 1) > 1


@contextmanager
def run_in_child(work: Callable[[Send], None]) -> Iterator[Iterator[Any]]:
    """Begin ``work(send)`` in another process; gives what it sends: lists, tuples and dictionaries of plain values.

    The iterator raises :class:`ChildEndedError` where the work was not done to its end.
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
    """Let a pipe hold much, so that neither process waits for the other; where that cannot be, it still works."""
    try:
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    except (ImportError, AttributeError, OSError):
        return


def _work_and_end(work: Callable[[Send], None], writing: int) -> None:
    """Do the work and end this process; what went wrong is told by what is missing."""
    try:
        with open(writing, "wb", buffering=_PIPE_BYTES) as messages:
            work(lambda message: _write(messages, message))
            _write(messages, _END)
    finally:
        os._exit(0)


def _read(messages: BinaryIO) -> Iterator[Any]:
    while (message := _next_message(messages)) != _END:
        yield message


def _write(messages: BinaryIO, message: Any) -> None:  # noqa: ANN401 - whatever marshal takes
    content = marshal.dumps(message)
    messages.write(len(content).to_bytes(_BYTES_OF_A_LENGTH))
    messages.write(content)


def _next_message(messages: BinaryIO) -> Any:  # noqa: ANN401 - whatever was sent
    # Read whole: marshal itself would ask a file for one small piece after the other.
    length = int.from_bytes(messages.read(_BYTES_OF_A_LENGTH))
    try:
        return marshal.loads(messages.read(length))  # noqa: S302 - our own process wrote it
    except (EOFError, ValueError, TypeError) as error:
        raise ChildEndedError from error
