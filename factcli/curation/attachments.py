"""Copies of sources: a file and its source come in; the copy beside the store and its record in the source go out."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from factcli.curation.operations import replace_source
from factcli.curation.replaced_copies import keep, kept
from factcli.documents import decode_document
from factcli.documents.document import DocumentError
from factcli.documents.files import read_bytes
from factcli.documents.known_formats import SOURCE_SUFFIXES, format_of
from factcli.errors import FactcliError
from factcli.store.file import digest_of, locked, make_folder_for, read_store_file
from factcli.store.transaction import SOURCES, Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcli.store.transaction import Tables

FOLDER = "sources"
"""The folder beside a store that holds the copies."""
_NAME = re.compile(r"[^\W_][\w.-]{0,199}", re.ASCII)
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST_STEM = 80
# The suffix of what a server sends; where it only says that it is text, or bytes, the address tells more.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/vtt": ".vtt",
    "message/rfc822": ".eml",
    "application/epub+zip": ".epub",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
}


class Attached(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a source says of its copy: the path from the folder of the store, the digest, the day, and from where."""

    file: str
    sha256: str
    day: str
    address: str | None = None


class Copy(NamedTuple):
    """A file to be attached: its bytes, the suffix of its format, and the address that it is from, if any."""

    data: bytes
    suffix: str
    address: str | None = None


class Keeping(NamedTuple):
    """How a copy is kept: beside which store, on which day; whether it replaces another and files are written."""

    store: Path
    day: str
    replaces: bool = False
    writes: bool = True


class AttachmentError(FactcliError):
    """A copy that cannot be made or read."""


def copy_of_file(path: Path) -> Copy:
    """The file at ``path``, which must be one that is read as a source.  Raises :class:`FactcliError`."""
    try:
        format_of(str(path))
    except DocumentError as error:
        raise AttachmentError(error.message, hint="attach a .txt file with its text") from error
    data = read_bytes(path)
    decode_document(data, name=str(path))
    return Copy(data, path.suffix.lower() if path.suffix.lower() in SOURCE_SUFFIXES else ".txt")


def copy_of_text(data: bytes) -> Copy:
    """A text that was piped in.  Raises :class:`FactcliError` if it is none."""
    decode_document(data, name="standard input")
    return Copy(data, ".txt")


def copy_of_download(data: bytes, address: str, media_type: str, charset: str | None) -> Copy:
    """What was fetched from an address, which must be something that is read as a source.

    Text in another encoding is kept as UTF-8.  Raises :class:`FactcliError`.
    """
    suffix = _suffix_of(address, media_type)
    if not format_of(f"x{suffix}").is_binary:
        data = _as_utf8(data, charset)
    decode_document(data, name=f"{address}{'' if address.endswith(suffix) else suffix}")
    return Copy(data, suffix, address)


def _suffix_of(address: str, media_type: str) -> str:
    of_path = PurePath(address.partition("?")[0]).suffix.lower()
    known = _SUFFIXES.get(media_type)
    if known is None and of_path in SOURCE_SUFFIXES:
        return of_path
    if known is None and media_type == "text/plain":
        return ".txt"
    if known is None:
        raise AttachmentError(f"{address}: {media_type} is not read", hint="attach a file of its text")
    return known


def _as_utf8(data: bytes, charset: str | None) -> bytes:
    """The text in UTF-8; unchanged if it is UTF-8 already, or not in the encoding that the server names."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        with suppress(LookupError, UnicodeError):
            return data.decode(charset or "utf-8").encode("utf-8")
    return data


def attach(tables: Tables, id_: str, copy: Copy, keeping: Keeping) -> list[Change]:
    """Keep a copy beside the store and note it in the source; an empty list if it is noted already.

    Only a copy that the source has is replaced, and only if that is asked for; another file in its place is never
    touched.  Raises :class:`FactcliError`.
    """
    raw = tables.entry(SOURCES, id_)
    known = attached_to(raw)
    made = Attached(f"{FOLDER}/{_stem_of(id_)}{copy.suffix}", digest_of(copy.data), keeping.day, copy.address)
    if known and (known.file, known.sha256) == (made.file, made.sha256) and is_unchanged(keeping.store, known):
        return []
    if known and not keeping.replaces:
        hint = "attach it with --replace to replace that copy"
        raise AttachmentError(f"source '{id_}' has a copy of {known.day}: {known.file}", hint=hint)
    is_own = known is not None and known.file == made.file
    _write(_real_folder(keeping.store) / made.file, copy.data, is_own=is_own, writes=keeping.writes)
    custom = raw.get("custom")
    raw["custom"] = (custom if isinstance(custom, dict) else {}) | {"attached": msgspec.to_builtins(made)}
    return [Change("attach", f"source {id_}", made.file)] if replace_source(tables, id_, raw) else []


def _stem_of(id_: str) -> str:
    """The name of the copy of a source; ids with other characters are told apart by a digest."""
    plain = _OTHER.sub("-", id_.lower()).strip("-")[:_LONGEST_STEM]
    return plain if plain == id_ else f"{plain or 'source'}-{digest_of(id_.encode('utf-8', 'surrogatepass'))[:8]}"


def _write(place: Path, data: bytes, *, is_own: bool, writes: bool) -> None:
    _check_folder(place.parent)
    if place.is_symlink():
        raise AttachmentError(f"{place}: is a link", hint="move it away")
    if place.exists() and not is_own and read_store_file(place).data != data:
        raise AttachmentError(f"{place}: is another file", hint="move it away")
    if writes:
        make_folder_for(place)
        # A link that was put in its place in the meantime could lead anywhere.
        with locked(place, follow=False) as file:
            before = file.read()
            if before and not is_own and before.data != data:
                raise AttachmentError(f"{place}: is another file", hint="move it away")
            if before and before.data != data:
                keep(before.data)
            file.replace(data, expected=before)


def _real_folder(store: Path) -> Path:
    """The folder that a store is in, without links."""
    return Path(os.path.realpath(store.parent))


def _check_folder(folder: Path) -> None:
    """Copies stay beside the store: a link could lead them anywhere."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise AttachmentError(f"{folder}: is not a folder of its own", hint="move it away")


def attached_to(fields: Mapping[str, Any]) -> Attached | None:
    """What the fields of a source say of its copy; None where they say nothing that can be read."""
    custom = fields.get("custom")
    try:
        return msgspec.convert(custom.get("attached") if isinstance(custom, dict) else None, Attached | None)
    except msgspec.ValidationError:
        return None


def path_of(store: Path, attached: Attached) -> Path:
    """The path of a copy, which is in the folder beside the store and nowhere else.  Raises :class:`FactcliError`."""
    folder, _, name = attached.file.partition("/")
    if folder != FOLDER or not _NAME.fullmatch(name):
        raise AttachmentError(f"{attached.file}: is not in {FOLDER}/", hint="attach the source again, with --replace")
    place = store.parent / FOLDER / name
    _check_folder(place.parent)
    try:
        mode = os.lstat(place).st_mode
    except OSError as error:
        raise AttachmentError(f"{place}: {error.strerror or error}", hint="attach the source again") from error
    if not stat.S_ISREG(mode):
        raise AttachmentError(f"{place}: is not a file", hint="attach the source again")
    return place


def put_back(before: Tables, after: Tables, store: Path) -> Iterator[str]:
    """Put back the copies that a change replaced, now that the store went from ``before`` to ``after`` without it.

    Yields what to say of those that stay as they are.  Only a copy that is as ``before`` noted it is replaced.
    """
    noted = {id_: attached_to(raw) for id_, raw in after.entries(SOURCES)}
    for id_, raw in before.entries(SOURCES):
        old, new = attached_to(raw), noted.get(id_)
        if old is not None and (new is None or new.file != old.file):
            yield f"the copy {old.file} was not removed"
        if new is not None and old != new and not is_unchanged(store, new) and not _is_put_back(store, old, new):
            yield f"{new.file} is not the copy of {new.day} any more: attach source '{id_}' again, with --replace"


def _is_put_back(store: Path, old: Attached | None, new: Attached) -> bool:
    """Whether the copy that a source notes again is kept, and has taken the place of the ``old`` one."""
    data = kept(new.sha256)
    if data is None or old is None or old.file != new.file or not is_unchanged(store, old):
        return False
    with suppress(FactcliError):
        _write(_real_folder(store) / new.file, data, is_own=True, writes=True)
    return is_unchanged(store, new)


def is_unchanged(store: Path, attached: Attached) -> bool:
    """Whether the copy has the bytes that were attached."""
    try:
        return digest_of(read_bytes(path_of(store, attached))) == attached.sha256
    except FactcliError:
        return False
