"""The name of a file, or ``-`` for standard input, comes in; its text or document goes out."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factcli.documents import decode_document, read_document
from factcli.documents.files import LARGEST_FILE
from factcli.errors import FactcliError

if TYPE_CHECKING:
    from factcli.documents import Document

STANDARD_INPUT = "-"


def read_text(file: str) -> str:
    """The text of a file, or of standard input for ``-``; raises :class:`FactcliError`."""
    return read_input(file, "standard input").source


def read_input(file: str, name: str) -> Document:
    """The document in a file, or in standard input for ``-``, which is called ``name``; raises FactcliError."""
    if file != STANDARD_INPUT:
        return read_document(Path(file))
    try:
        data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _unreadable(error, "pipe a text into it, or name a file") from error
    return decode_document(data, name=name)


def require_standard_input(hint: str) -> None:
    """Raise :class:`FactcliError` with this ``hint`` if standard input is closed or cannot be read."""
    try:
        os.read(sys.stdin.fileno(), 0)
    except OSError as error:
        raise _unreadable(error, hint) from error


def _unreadable(error: OSError, hint: str) -> FactcliError:
    what = "is closed" if error.errno == errno.EBADF else f"cannot be read: {error.strerror}"
    return FactcliError(f"standard input {what}", hint=hint)
