"""The text of a file that a command line names, or of standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from factcli.documents import decode_document, read_document
from factcli.documents.files import LARGEST_FILE

STANDARD_INPUT = "-"


def read_text(file: str) -> str:
    """The text of a file, or of standard input for ``-``; raises :class:`FactcliError`."""
    if file == STANDARD_INPUT:
        return decode_document(sys.stdin.buffer.read(LARGEST_FILE + 1), name="standard input").source
    return read_document(Path(file)).source
