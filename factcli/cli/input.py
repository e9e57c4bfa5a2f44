"""The name of a file, or ``-`` for standard input, comes in; its text or document goes out."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factcli.documents import decode_document, read_document
from factcli.documents.files import decode_text, largest_of, read_bytes
from factcli.documents.limits import LARGEST_BINARY, LARGEST_FILE
from factcli.errors import FactcliError
from factcli.pipes import is_pipe, read_pipe

if TYPE_CHECKING:
    from factcli.documents import Document

STANDARD_INPUT = "-"
_TERMINAL = "/dev/tty"


def read_text(file: str) -> str:
    """The text of a file as it is, or of standard input for ``-``; raises :class:`FactcliError`."""
    name = "standard input" if file == STANDARD_INPUT else file
    if file != STANDARD_INPUT and not is_pipe(file):
        return decode_text(read_bytes(Path(file), LARGEST_FILE), name=name)
    return decode_text(_read_stream(file), name=name)


def read_data(file: str) -> bytes:
    """The bytes of a file, a pipe, or standard input for ``-``; raises :class:`FactcliError`."""
    if file != STANDARD_INPUT and not is_pipe(file):
        return read_bytes(Path(file), LARGEST_BINARY)
    return _read_stream(file, LARGEST_BINARY)


def read_input(file: str, name: str, *, may_be_pipe: bool = True) -> Document:
    """The document in a file, in a pipe, or in standard input for ``-``; the last two are called ``name``.

    Raises :class:`FactcliError`, also for a pipe where it may not be one.
    """
    if file == STANDARD_INPUT or (may_be_pipe and is_pipe(file)):
        return decode_document(_read_stream(file, largest_of(name)), name=name)
    return read_document(Path(file))


def _read_stream(file: str, largest: int = LARGEST_FILE) -> bytes:
    """The bytes of a pipe, or of standard input for ``-``."""
    if file != STANDARD_INPUT:
        return read_pipe(file, largest + 1)
    try:
        return sys.stdin.buffer.read(largest + 1)
    except OSError as error:
        raise _unreadable(error, "pipe a text into it, or name a file") from error


def has_own_terminal() -> bool:
    """Whether questions can be answered though standard input is a pipe: from the terminal of the process."""
    try:
        os.close(os.open(_TERMINAL, os.O_RDWR))
    except OSError:
        return False
    return sys.stderr.isatty()


def read_from_terminal() -> None:
    """Let the rest of the process read what is typed, after a pipe has been read to its end."""
    terminal = os.open(_TERMINAL, os.O_RDWR)
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)
    sys.stdin = open(sys.stdin.fileno(), encoding="utf-8", closefd=False)  # noqa: SIM115 - open until exit


def require_standard_input(hint: str) -> None:
    """Raise :class:`FactcliError` with this ``hint`` if standard input is closed or cannot be read."""
    try:
        os.read(sys.stdin.fileno(), 0)
    except OSError as error:
        raise _unreadable(error, hint) from error


def _unreadable(error: OSError, hint: str) -> FactcliError:
    what = "is closed" if error.errno == errno.EBADF else f"cannot be read: {error.strerror}"
    return FactcliError(f"standard input {what}", hint=hint)
