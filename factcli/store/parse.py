"""Strict parsing of a store: bytes come in, a StoreText goes out, or a StoreError with every defect and its place.

JSON parsers differ in what they accept (RFC 8259 leaves it to them): duplicate keys, NaN, lone surrogates.  A store
that two programs would read differently is refused here.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from factcli.errors import Defect, StoreError
from factcli.store.scanner import Broken, Member, StoreText
from factcli.store.schema import Fault, id_faults, json_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from factcli.store.file import Snapshot
    from factcli.store.schema import JsonPath

    Visit = Callable[[str, str, dict[str, Any]], Iterable[Fault]]
    Known = Callable[[str, str, str, int], int | None]
    Flaw = tuple[int, JsonPath, str]

TABLES = ("facts", "sources")
DEEPEST = 64

_MERGE_MARKER = re.compile(r"^<{7}(?=[ \r\n]|\Z)", re.MULTILINE)
_BLANK = re.compile(r"\ufeff?[ \t\r\n]*+")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_TOKEN = re.compile(r'[\[\]{}]|"(?:[^"\\]++|\\.)*+"')
_CONSTANTS = ("NaN", "Infinity", "-Infinity")
_CONFLICT = "unresolved merge conflict"
_RESTORE = "restore it from a backup or from git"
_RESOLVE = "keep one side of each, and delete the lines with <<<<<<<, ======= and >>>>>>>"
_CORRECT = "correct it in an editor"


def parse_store(content: Snapshot, path: Path, visit: Visit | None = None, known: Known | None = None) -> StoreText:
    """The store in the ``content`` of the file at ``path``.

    ``visit(table, id, raw)`` is called for each entry of the tables ``facts`` and ``sources`` in order; the faults
    that it returns are reported with the other defects.  ``known(table, id, text, start)`` returns where an entry
    ends that was read before and can be skipped.  Raises :class:`StoreError` with all defects in one go.
    """
    source = StoreText(_decode(content.data, path), content.digest)
    # A large store as bytes, as text and as facts at the same time takes too much memory.
    del content
    flaws: list[Flaw] = []
    try:
        _read_top(source, flaws, visit or _take_unseen, known or _know_nothing)
    except Broken as broken:
        flaws.extend((offset, (), what) for offset, what in _explain(source, broken))
        hint = _RESOLVE if flaws[-1][2] == _CONFLICT else _RESTORE
        raise StoreError(path, _defects(source, flaws), hint=hint) from broken
    if flaws:
        raise StoreError(path, _defects(source, flaws), hint=_CORRECT)
    return source


def _take_unseen(_table: str, _id: str, _raw: dict[str, Any]) -> Iterable[Fault]:
    return ()


def _know_nothing(_table: str, _id: str, _text: str, _start: int) -> int | None:
    return None


def _defects(source: StoreText, flaws: list[Flaw]) -> Iterator[Defect]:
    for offset, path, what in flaws:
        line, column = source.place(offset)
        yield Defect(what, line, column, json_path(path) if path else "")


def _decode(data: bytes, path: Path) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise StoreError(path, [Defect(_encoding(data, error.start), line, column)], hint="save it as UTF-8") from error
    if _BLANK.fullmatch(text):
        what = "contains only white space" if text else "is empty"
        raise StoreError(path, [Defect(f"the file {what}", 1, 1)], hint=_RESTORE)
    return text


def _encoding(data: bytes, offset: int) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the file is UTF-16, not UTF-8"
    return f"the byte 0x{data[offset]:02X} is not UTF-8 (is the file Latin-1?)"


def _read_top(source: StoreText, flaws: list[Flaw], visit: Visit, known: Known) -> None:
    """Read the object at the top and collect each flaw; raises :class:`Broken` if the text is not valid JSON."""
    if not source.text.startswith("{", source.top):
        _, end = source.scan(source.top)
        flaws.append((source.top, (), "the store must be an object with the tables facts and sources"))
        _refuse_rest(source, end)
        return

    def take(name: str, start: int) -> int:
        if source.text.startswith("{", start):
            source.tables[name], end = source.walk_object(start, _entry_reader(source, name, flaws, visit, known))
            flaws.extend(_repeated(source.tables[name], (name,)))
        else:
            end = _scan_whole(source, (name,), start, flaws)[1]
            if name in TABLES:
                flaws.append((start, (name,), "must be an object"))
        return end

    source.members, source.end = source.walk_object(source.top, take)
    flaws.extend(_repeated(source.members, ()))
    _refuse_rest(source, source.end)


def _refuse_rest(source: StoreText, end: int) -> None:
    rest = source.skip_space(end)
    if rest < len(source.text):
        raise Broken(rest, "extra data after the end of the store (the rest of an older version?)")


def _entry_reader(
    source: StoreText, table: str, flaws: list[Flaw], visit: Visit, known: Known
) -> Callable[[str, int], int]:
    def take(id: str, start: int) -> int:  # noqa: A002 - the model's word
        known_end = known(table, id, source.text, start)
        if known_end is not None:
            return known_end
        flaw_count = len(flaws)
        flaws.extend((start, (table, id), fault.what) for fault in id_faults(id))
        raw, end = _scan_whole(source, (table, id), start, flaws)
        if table in TABLES and len(flaws) == flaw_count:
            faults = visit(table, id, raw) if isinstance(raw, dict) else (Fault((), "must be an object"),)
            flaws.extend(_placed(source, (table, id), start, faults))
        return end

    return take


def _placed(source: StoreText, entry: JsonPath, start: int, faults: Iterable[Fault]) -> Iterator[Flaw]:
    """The faults of an entry at the values concerned; a missing field is placed at its object."""
    return ((source.follow(start, path)[1], (*entry, *path), what) for path, what in faults)


def _repeated(members: list[Member], path: JsonPath) -> Iterator[Flaw]:
    seen: set[str] = set()
    if len({member.key for member in members}) == len(members):
        return
    for member in members:
        if member.key in seen:
            yield member.start, (*path, member.key), "duplicate key"
        seen.add(member.key)


def _scan_whole(source: StoreText, path: JsonPath, start: int, flaws: list[Flaw]) -> tuple[Any, int]:
    """The value at ``start`` and where it ends; collects what json accepts but a store must not contain."""
    source.is_suspicious = False
    value, end = source.scan(start)
    if _is_deep(source.text, start, end):
        raise Broken(start, f"nested deeper than {DEEPEST} levels")
    if source.is_suspicious:
        flaws.extend(_lax_spots(source, path, start))
    surrogate = _SURROGATE.search(source.text, start, end)
    if surrogate and not _is_unicode(value):
        flaws.append((surrogate.start(), path, "a lone surrogate is not a valid character"))
    return value, end


def _is_deep(text: str, start: int, end: int) -> bool:
    if text.count("{", start, end) + text.count("[", start, end) <= DEEPEST:
        return False
    depth = deepest = 0
    for token in _TOKEN.finditer(text, start, end):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token[0], 0)
        deepest = max(deepest, depth)
    return deepest > DEEPEST


def _is_unicode(value: Any) -> bool:  # noqa: ANN401 - JSON
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _lax_spots(source: StoreText, path: JsonPath, start: int) -> Iterator[Flaw]:
    places: list[tuple[JsonPath, int]] = []
    source.walk(start, path, places)
    seen: set[JsonPath] = set()
    for place, offset in places:
        if place in seen:
            yield offset, place, "duplicate key"
        if source.text.startswith(_CONSTANTS, offset):
            yield offset, place, "NaN and Infinity are not valid JSON"
        seen.add(place)


def _explain(source: StoreText, broken: Broken) -> list[tuple[int, str]]:
    """A plain description of what is wrong at the place where the text stops being JSON."""
    text, here = source.text, broken.offset
    if markers := [match.start() for match in _MERGE_MARKER.finditer(text)]:
        return [(marker, _CONFLICT) for marker in markers]
    before = text[:here].rstrip(" \t\r\n")
    if text.startswith("\0", here):
        return [(here, "NUL characters: the file is damaged, perhaps by a crash")]
    if not text[here:].strip(" \t\r\n"):
        return [(here, "unexpected end of file")]
    if before.endswith(",") and text[here] in "]}":
        return [(len(before) - 1, "trailing comma")]
    return [(here, broken.what)]
