"""Standard input as a language server reads it: bounded, so that no broken frame takes the memory with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.errors import FactcliError

if TYPE_CHECKING:
    from typing import BinaryIO

# More than the largest draft that is checked takes when each of its characters is escaped.
LARGEST_MESSAGE = 256 * 1024 * 1024
_LONGEST_HEADER = 1024


class BoundedInput:
    """What pygls reads from: lines of headers, and bodies of so many bytes."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source

    def readline(self) -> bytes:
        """The next line of a header, or the next part of one that is too long to be one."""
        return self._source.readline(_LONGEST_HEADER)

    def read(self, size: int) -> bytes:
        """A body of ``size`` bytes; raises :class:`FactcliError` for a size that no message has."""
        if size > LARGEST_MESSAGE:
            raise FactcliError(
                f"the editor announced a message of {size} bytes", hint="start the language server again"
            )
        return self._source.read(size)
