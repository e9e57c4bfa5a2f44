"""Open a path, bytes or text and choose the parser by the file name.

Text is UTF-8, with or without a byte order mark, or UTF-16 with one; anything else is an error with its place.
"""

from __future__ import annotations

import codecs
import os
import stat
from typing import TYPE_CHECKING, BinaryIO

from factcli.documents.composing import composed
from factcli.documents.document import LINE_END, Document, DocumentError
from factcli.documents.known_formats import format_of, parser_of
from factcli.documents.limits import LARGEST_BINARY, LARGEST_FILE

if TYPE_CHECKING:
    from pathlib import Path

MARKED_ENCODINGS = (
    (codecs.BOM_UTF32_LE, None),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, None),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (stat.S_ISDIR, "is a folder", "name a file in it"),
    (stat.S_ISFIFO, "is a pipe", "pass its text on standard input, with - as the path"),
    (stat.S_ISCHR, "is a device", "name a file"),
    (stat.S_ISBLK, "is a device", "name a file"),
    (stat.S_ISSOCK, "is a socket", "name a file"),
)


def read_document(path: Path) -> Document:
    """The document in the file at ``path``, read as its suffix says, without one as plain text.

    Raises :class:`DocumentError` where there is no such file, no text in it, or more than ``LARGEST_FILE`` bytes.
    """
    return decode_document(read_bytes(path), name=str(path))


def decode_document(data: bytes, *, name: str) -> Document:
    """The document in bytes, such as from standard input; raises :class:`DocumentError`.

    The suffix of ``name`` selects the parser, as in :func:`read_document`.
    """
    if len(data) > largest_of(name):
        raise _too_large(name, largest_of(name))
    if format_of(name).is_binary:
        return composed(parser_of(name)(data, name=name))
    return parse_document(_decoded(data, name), name=name)


def decode_text(data: bytes, *, name: str) -> str:
    """The text in bytes, whatever the suffix of ``name`` says; raises :class:`DocumentError`."""
    if len(data) > LARGEST_FILE:
        raise _too_large(name, LARGEST_FILE)
    return _decoded(data, name)


def parse_document(text: str, *, name: str) -> Document:
    """The document of a text; the suffix of ``name`` selects the parser, plain text where it has none."""
    return composed(parser_of(name)(text, name=name))


def largest_of(name: str) -> int:
    """How many bytes a file of this name may have."""
    return LARGEST_BINARY if format_of(name).is_binary else LARGEST_FILE


def open_without_blocking(path: Path) -> BinaryIO:
    """Open a file for reading; a pipe without a writer does not block.  Raises :class:`OSError`."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    return open(handle, "rb")  # noqa: PTH123 - an open file has no path


def read_bytes(path: Path, largest: int | None = None) -> bytes:
    """The bytes of a file, at most ``largest``, else as many as its format may have.

    Raises :class:`DocumentError` where it cannot be read, or has more.
    """
    largest = largest_of(str(path)) if largest is None else largest
    try:
        with open_without_blocking(path) as file:
            _check_kind(path, os.fstat(file.fileno()), largest)
            data = file.read(largest + 1)
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or str(error)
        raise DocumentError(str(path), what[:1].lower() + what[1:], hint="check the path") from error
    if len(data) > largest:
        raise _too_large(str(path), largest)
    return data


def _check_kind(path: Path, status: os.stat_result, largest: int) -> None:
    for is_kind, what, hint in _KINDS:
        if is_kind(status.st_mode):
            raise DocumentError(str(path), what, hint=hint)
    if status.st_size > largest:
        raise _too_large(str(path), largest)


def _too_large(name: str, largest: int) -> DocumentError:
    return DocumentError(name, f"larger than {largest // 1024**2} MiB", hint="split the text into several files")


def _decoded(data: bytes, name: str) -> str:
    mark, encoding = next(((mark, code) for mark, code in MARKED_ENCODINGS if data.startswith(mark)), (b"", "utf-8"))
    if encoding is None:
        raise DocumentError(name, "is UTF-32", hint="save it as UTF-8")
    data = data[len(mark) :]
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line, column = _end_of(data[: error.start].decode(encoding, "replace"))
        what = f"byte 0x{data[error.start]:02X} is not {encoding[:6].upper().rstrip('-')}"
        raise DocumentError(name, what, line=line, column=column, hint="save it as UTF-8") from error
    if "\0" in text:
        line, column = _end_of(text[: text.index("\0")])
        raise DocumentError(
            name, "contains a NUL character, so it is not text", line=line, column=column, hint="save it as UTF-8"
        )
    return text


def _end_of(text: str) -> tuple[int, int]:
    """Line and column after the end of ``text``."""
    ends = [match.end() for match in LINE_END.finditer(text)]
    return len(ends) + 1, len(text) - (ends[-1] if ends else 0) + 1
