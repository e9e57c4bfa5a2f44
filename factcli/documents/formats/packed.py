"""Open files that are zip archives of XML (.odt, .pptx, .epub): within limits of size, and without entities."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from factcli.documents.document import DocumentError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST_PART = 32 * 1024 * 1024
"""The maximum size of one unpacked part in bytes."""
MOST_PARTS = 5_000


class Package:
    """The parts of a zip archive by name."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open it; raises :class:`DocumentError` if it is no valid archive, or has too many parts."""
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise self.invalid() from error
        if len(self._zip.infolist()) > MOST_PARTS:
            raise DocumentError(name, f"has more than {MOST_PARTS:,} parts", hint="split it into several files")

    def names(self) -> list[str]:
        """The names of all parts, in the order of the archive."""
        return self._zip.namelist()

    def read(self, part: str) -> bytes:
        """The bytes of a part; raises :class:`DocumentError` if it is missing, broken or too large."""
        try:
            if self._zip.getinfo(part).file_size > LARGEST_PART:
                what = f"unpacks to more than {LARGEST_PART // 1024**2} MiB of text"
                raise DocumentError(self._name, what, hint="split it into several files")
            with self._zip.open(part) as file:
                return file.read(LARGEST_PART)
        # zipfile and its codecs raise exceptions of their own for broken data.
        except (
            KeyError,
            zipfile.BadZipFile,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
            EOFError,
        ) as error:
            raise self.invalid() from error

    def xml(self, part: str) -> Element:
        """The root element of a part that is XML; raises :class:`DocumentError`."""
        data = self.read(part)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise self.invalid()
        try:
            root: Element = ET.fromstring(data)  # noqa: S314 - no entities can be declared, see above
        except ET.ParseError as error:
            raise self.invalid() from error
        return root

    def invalid(self) -> DocumentError:
        """The error for a broken file."""
        suffix = self._name.rpartition(".")[2].lower()
        return DocumentError(self._name, f"not a valid .{suffix}", hint=f"save it again as .{suffix}")
