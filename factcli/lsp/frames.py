"""Read and write the frames of the LSP base protocol (3.17) on standard input and output."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

# Larger than the largest draft that is checked, with every character escaped.
LARGEST_MESSAGE = 256 * 1024 * 1024
_LONGEST_HEADER = 1024

_HEADER = re.compile(rb"[A-Za-z][\w-]{0,80}+:")
_LENGTH = re.compile(rb"content-length:[ \t]{0,20}+(\d{1,15}+)[ \t\r\n]*+", re.IGNORECASE)
# After garbage, or after a body without a line end, a line may still end with a valid header.
_LENGTH_AT_END = re.compile(rb"(?<![\w-])content-length:[ \t]{0,20}+\d{1,15}+\r?\n\Z", re.IGNORECASE)


class FrameWriter:
    """The output for pygls; ``gone`` is called when the editor has closed the stream, which is not an error."""

    def __init__(self, target: BinaryIO, gone: Callable[[], None]) -> None:
        self._target = target
        self._gone = gone

    def write(self, data: bytes) -> None:
        """Send a message."""
        try:
            self._target.write(data)
            self._target.flush()
        except BrokenPipeError:
            self._gone()

    def close(self) -> None:
        """Do nothing: the caller owns the stream."""


class FrameError(FactcliError):
    """Bytes that are not a frame; the next call of :meth:`Frames.next` continues after them."""


class Frames:
    """Reads the message bodies from a stream."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._length: int | None = None
        self._is_lost = False

    def next(self) -> bytes | None:
        """The next body; None at the end of the stream.

        Raises :class:`FrameError` once for everything between two valid frames.
        """
        while line := self._source.readline(_LONGEST_HEADER):
            is_cut = not line.endswith(b"\n") and len(line) < _LONGEST_HEADER
            if is_cut:
                return None
            if line.strip():
                self._read_header(line)
            elif self._length is not None:
                return self._body(self._length)
        return None

    def _body(self, length: int) -> bytes | None:
        self._length, self._is_lost = None, False
        body = self._source.read(length)
        return body if len(body) == length else None

    def _read_header(self, line: bytes) -> None:
        match = _LENGTH.fullmatch(line)
        if match is None and _HEADER.match(line) and not line.lower().startswith(b"content-length"):
            return
        known, self._length = self._length, None
        if match is None:
            at_end = _LENGTH_AT_END.search(line)
            match = at_end and _LENGTH.fullmatch(at_end[0])
            self._length = int(match[1]) if match else None
            self._lose("malformed message header")
        elif int(match[1]) > LARGEST_MESSAGE:
            self._lose(f"message of {int(match[1])} bytes exceeds the limit of {LARGEST_MESSAGE}")
        elif known not in (None, int(match[1])):
            self._lose("message with two Content-Length headers")
        else:
            self._length = int(match[1])

    def _lose(self, what: str) -> None:
        was_lost, self._is_lost = self._is_lost, True
        if not was_lost:
            raise FrameError(what)
