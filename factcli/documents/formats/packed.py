"""Open files that are zip archives of XML (.docx, .odt, .pptx, .epub): within limits, and without entities."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from factcli.documents.document import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

LARGEST_CONTENT = 32 * 1024 * 1024
"""The maximum size of the unpacked XML in bytes; pictures are not unpacked."""
MOST_MARKS = 600_000
"""The maximum number of tags and attributes: each takes a few hundred bytes of memory; a book has a fifth of it."""
MOST_PARTS = 5_000
DEEPEST = 100
"""How deep elements may be in each other where they are read; a table in a table in a table has 20."""
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BEFORE_XML = b"\xef\xbb\xbf \t\r\n"
_ENCODING = re.compile(rb"[^>]{1,100}?\bencoding\s{0,9}=\s{0,9}[\"']([\w.-]{1,40})")
_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252")
# A file of Office with a password, and one of before 2007, is of this kind.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MANIFEST = "META-INF/manifest.xml"


class Package:
    """The parts of a zip archive by name."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open it; raises :class:`DocumentError` if it is not a valid archive, encrypted or too large."""
        self._name = name
        self._left = LARGEST_CONTENT
        self._marks_left = MOST_MARKS
        if data.startswith(_OLE):
            what = "has a password, or is in a format of Office before 2007"
            raise DocumentError(name, what, hint=f"save it again as {self._suffix} without a password")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        # zipfile raises exceptions of many kinds for a broken archive.
        except Exception as error:
            raise self.invalid() from error
        parts = self._zip.infolist()
        if len(parts) > MOST_PARTS:
            raise self._too_large(f"has more than {MOST_PARTS:,} parts")
        if sum(part.file_size for part in parts if _is_text(part)) > LARGEST_CONTENT:
            raise self._too_large(f"unpacks to more than {LARGEST_CONTENT // 1024**2} MiB of text")

    def names(self) -> list[str]:
        """The names of all parts, in the order of the archive."""
        return self._zip.namelist()

    def read(self, part: str) -> bytes:
        """The bytes of a part; raises :class:`DocumentError` if it is missing, broken or too large."""
        try:
            info = self._zip.getinfo(part)
        except KeyError as error:
            raise self.invalid() from error
        self._left -= info.file_size
        if self._left < 0:
            raise self._too_large(f"unpacks to more than {LARGEST_CONTENT // 1024**2} MiB of text")
        if info.compress_type not in _PACKINGS:
            raise self.invalid()
        try:
            # No more than the size in the directory of the archive is read.
            return self._zip.read(info)
        # zipfile and zlib raise exceptions of many kinds for broken data.
        except Exception as error:
            raise self.invalid() from error

    def xml(self, part: str) -> Element:
        """The root element of a part that is XML; raises :class:`DocumentError`."""
        data = self.read(part)
        self._check_xml(data)
        try:
            root: Element = ET.fromstring(data)  # noqa: S314 - no entities can be declared, see _check_xml
        except (ET.ParseError, ValueError, LookupError) as error:
            raise self._encrypted() or self.invalid() from error
        return root

    def related(self, part: str) -> dict[str, str]:
        """The parts that belong to a part of an Office file ("" for the whole file), by the last word of their kind."""
        found: dict[str, str] = {}
        for each, target in self._relations(part):
            found.setdefault(each.get("Type", "").rpartition("/")[2], target)
        return found

    def targets(self, part: str) -> dict[str, str]:
        """The same by the ids with which the part names them."""
        return {each.get("Id", ""): target for each, target in self._relations(part)}

    def _relations(self, part: str) -> Iterator[tuple[Element, str]]:
        folder, file = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        for each in self.xml(relations) if relations in self._zip.NameToInfo else ():
            if each.get("TargetMode") != "External":
                # A target that begins with "/" is one from the top of the archive.
                yield each, posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")

    def invalid(self) -> DocumentError:
        """The error for a broken file."""
        return DocumentError(self._name, f"not a valid {self._suffix}", hint=f"save it again as {self._suffix}")

    @property
    def _suffix(self) -> str:
        return f".{self._name.rpartition('.')[2].lower()}"

    def _check_xml(self, data: bytes) -> None:
        """Raise for XML that declares entities, whose tags cannot be counted, or that has too many of them."""
        encoding = _ENCODING.match(data[:1_000])
        is_readable = data.lstrip(_BEFORE_XML).startswith(b"<")
        if encoding and encoding[1].lower() not in _ENCODINGS:
            raise self.invalid()
        if not is_readable or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise self._encrypted() or self.invalid()
        self._marks_left -= data.count(b"<") + data.count(b"=")
        if self._marks_left < 0:
            raise self._too_large(f"has more than {MOST_MARKS:,} tags and attributes")

    def _encrypted(self) -> DocumentError | None:
        """The error for a file of OpenDocument with a password; None for others."""
        if (
            _MANIFEST not in self._zip.NameToInfo
            or b"encryption-data" not in self._zip.read(_MANIFEST)[:LARGEST_CONTENT]
        ):
            return None
        return DocumentError(self._name, "has a password", hint="save it again without a password")

    def _too_large(self, what: str) -> DocumentError:
        return DocumentError(self._name, what, hint="split it into several files")


def _is_text(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels"))
