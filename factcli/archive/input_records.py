"""Parse a record of an archive into a document to check, or reject it with a reason."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from factcli.documents import Document, DocumentError, decode_document, parse_document, read_document
from factcli.documents.limits import LARGEST_FILE

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DAYS = (date, datetime)
_LONGEST_NAME = 4096
_MOST_FIELDS = 1000
_NESTED = (b"{", b"[")

Content = bytes | Path | Mapping[str, object] | str


class Record(NamedTuple):
    """One record of an archive: a line of JSON, the columns of a row, or a file or its bytes.

    ``place`` locates it for messages.  A string as ``content`` is the reason why it could not be read.  ``name`` is the
    path of a file within its archive, and the id of its document.
    """

    place: str
    content: Content
    name: str = ""


class ArchiveDocument(NamedTuple):
    """A document with the metadata of its record; ``published`` is a day."""

    id: str
    document: Document
    published: date | None = None
    title: str | None = None
    url: str | None = None


class UnreadableError(Exception):
    """A record that cannot be read as a document; ``reason`` says why, ``id`` is its id if that could be read."""

    def __init__(self, reason: str, id_: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.id = id_


class _Columns(msgspec.Struct):
    """The columns that are read; others are ignored."""

    id: str | int
    text: str
    published: str | None = None
    title: str | None = None
    url: str | None = None


class _Id(msgspec.Struct):
    """The id alone, for a record whose other columns are invalid."""

    id: str | int


COLUMNS = _Columns.__struct_fields__


class _Key(str):
    """The name of a JSON field, checked for duplicates while it is decoded."""

    __slots__ = ()


def check_columns(names: Iterable[str]) -> None:
    """Raise :class:`ValueError` for a duplicate among the columns that are read."""
    for name, count in Counter(names).items():
        if count > 1 and name in COLUMNS:
            raise ValueError(f"duplicate column {name}")


def read_record(record: Record) -> ArchiveDocument:
    """The document of a record; raises :class:`UnreadableError`."""
    if isinstance(record.content, str):
        raise UnreadableError(record.content)
    if isinstance(record.content, Mapping):
        return _from_columns(_converted(record.content))
    if isinstance(record.content, bytes) and not record.name:
        return _from_columns(_parsed(record.content))
    return _from_file(record.name, record.content)


def _parsed(line: bytes) -> _Columns:
    if len(line) > LARGEST_FILE:
        raise _too_large()
    try:
        columns = msgspec.json.decode(line.removeprefix(_BYTE_ORDER_MARK), type=_Columns)
        _check_fields(line.removeprefix(_BYTE_ORDER_MARK))
    except msgspec.ValidationError as error:
        raise UnreadableError(str(error), _id_in(line)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(str(error)) from error
    return columns


def _check_fields(line: bytes) -> None:
    """Raise :class:`UnreadableError` for a duplicate key, which two programs may read as two different documents.

    Keys of nested objects count too.
    """
    seen: set[str] = set()

    def see(_: type, name: str) -> str:
        if name in seen:
            raise UnreadableError(f"duplicate key '{name[:40]}'", _id_in(line) if name != "id" else None)
        if len(seen) == _MOST_FIELDS:
            raise UnreadableError(f"more than {_MOST_FIELDS:,} fields", _id_in(line))
        seen.add(name)
        return _Key(name)

    def see_nested(pairs: list[tuple[str, object]]) -> None:
        for name, count in Counter(name for name, _ in pairs).items():
            if count > 1:
                raise UnreadableError(f"duplicate key '{name[:40]}'", _id_in(line))

    for value in msgspec.json.decode(line, type=dict[_Key, msgspec.Raw], dec_hook=see).values():
        if bytes(memoryview(value)[:1]) in _NESTED:
            # A number is not converted: one of a million digits is an error in Python.
            json.loads(bytes(value), object_pairs_hook=see_nested, parse_int=str, parse_float=str)


def _id_in(line: bytes) -> str | None:
    """The id of a line that is otherwise invalid, None if it has no valid one."""
    try:
        id_ = str(msgspec.json.decode(line.removeprefix(_BYTE_ORDER_MARK), type=_Id).id)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return None if _fault_of("id", id_) else id_


def _converted(columns: Mapping[str, object]) -> _Columns:
    known = {name: columns[name] for name in COLUMNS if columns.get(name) is not None}
    if isinstance(known.get("published"), _DAYS):
        known["published"] = str(known["published"])
    try:
        return msgspec.convert(known, _Columns)
    except msgspec.ValidationError as error:
        raise UnreadableError(str(error), _id_of(columns)) from error


def _id_of(columns: Mapping[str, object]) -> str | None:
    """The id of a row that is otherwise invalid, None if it has no valid one."""
    id_ = columns.get("id")
    return str(id_) if isinstance(id_, str | int) and not _fault_of("id", str(id_)) else None


def _from_columns(columns: _Columns) -> ArchiveDocument:
    id_ = str(columns.id)
    if fault := "the id is empty" if not id_ else _fault_of("id", id_):
        raise UnreadableError(fault)
    if len(columns.text) > LARGEST_FILE:
        raise _too_large(id_)
    for name in ("text", "published", "title", "url"):
        if fault := _fault_of(name, getattr(columns, name) or ""):
            raise UnreadableError(fault, id_)
    document = parse_document(columns.text, name="")
    return ArchiveDocument(id_, document, _day(columns.published, id_), columns.title or None, columns.url or None)


def _fault_of(name: str, text: str) -> str | None:
    """Why ``text`` is invalid in the column ``name``; None if it is valid."""
    if name != "text" and len(text) > _LONGEST_NAME:
        return f"the {name} is longer than {_LONGEST_NAME:,} characters"
    if "\0" in text:
        return f"the {name} contains a NUL character"
    try:
        text.encode()
    except UnicodeEncodeError:
        return f"the {name} is not UTF-8"
    return None


def _day(text: str | None, id_: str) -> date | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError as error:
        raise UnreadableError(f"invalid published '{text[:40]}': expected a date such as 2019-07-18", id_) from error


def _from_file(name: str, content: bytes | Path) -> ArchiveDocument:
    try:
        document = decode_document(content, name=name) if isinstance(content, bytes) else read_document(content)
    except DocumentError as error:
        raise UnreadableError(error.message, name) from error
    return ArchiveDocument(name, document, title=document.title)


def _too_large(id_: str | None = None) -> UnreadableError:
    return UnreadableError(f"larger than {LARGEST_FILE // 1024**2} MiB", id_)
