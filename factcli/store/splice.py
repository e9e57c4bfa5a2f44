"""Changed data and the text that it was read from come in; the new text goes out, in which only what changed differs.

An entry that was not changed keeps its slice of the old text, to the byte.  A changed or a new one is written as
two-space JSON.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from itertools import pairwise
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.errors import Defect, StoreError
from factcli.store.scanner import KeptNumber, Member, StoreText

if TYPE_CHECKING:
    from pathlib import Path

INDENT = 2
EMPTY_STORE = b'{\n  "facts": {},\n  "sources": {}\n}\n'


# Text is turned into bytes in pieces of this size, so that a large store is not in memory once more.
_PIECE = 1 << 20

# A stretch of the old text, or new text.
Fragment = slice | str


class StoredDocument(MutableMapping[str, Any]):
    """An entry of a store, decoded on first access: most operations need few of them."""

    __slots__ = ("_fields", "member", "source")

    def __init__(self, source: StoreText, member: Member) -> None:
        self.source = source
        self.member = member
        self._fields: dict[str, Any] | None = None

    @property
    def is_untouched(self) -> bool:
        """Whether the entry was never accessed, so that it cannot have been changed."""
        return self._fields is None

    @property
    def fields(self) -> dict[str, Any]:
        """The decoded entry."""
        if self._fields is None:
            self._fields = self.source.value(self.member)
        return self._fields

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - JSON
        return self.fields[name]

    def __setitem__(self, name: str, value: Any) -> None:  # noqa: ANN401 - JSON
        self.fields[name] = value

    def __delitem__(self, name: str) -> None:
        del self.fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)

    def __repr__(self) -> str:
        return repr(self.fields)


def read_tables(source: StoreText) -> dict[str, Any]:
    """The content of a store in the form that TinyDB uses: tables of documents; other members unchanged."""
    return {member.key: _content(source, member) for member in source.members}


def _content(source: StoreText, member: Member) -> Any:  # noqa: ANN401 - JSON
    entries = source.tables.get(member.key)
    if entries is None or not all(source.text.startswith("{", entry.value_start) for entry in entries):
        return source.value(member)
    return {entry.key: StoredDocument(source, entry) for entry in entries}


def render_json(value: Any, depth: int = 0) -> str:  # noqa: ANN401 - JSON
    """Two-space JSON as of ``json.dumps(value, ensure_ascii=False, indent=2)``, with numbers as they were read.

    Raises TypeError for values that JSON does not have, ValueError for NaN and infinities.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, Mapping):
        return _block(
            "{}",
            [f"{encode_basestring(str(key))}: {render_json(item, depth + 1)}" for key, item in value.items()],
            depth,
        )
    if isinstance(value, (list, tuple)):
        return _block("[]", [render_json(item, depth + 1) for item in value], depth)
    if isinstance(value, KeptNumber):
        return value.text
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (int, float)):
        if not math.isfinite(value):
            raise ValueError(f"{value} is not valid JSON")
        return repr(value)
    raise TypeError(f"{type(value).__name__} is not JSON serializable")


class Members(NamedTuple):
    """An object of JSON whose members come one by one."""

    items: Iterable[tuple[str, Any]]


def stream_json(value: Any, depth: int = 0) -> Iterator[str]:  # noqa: ANN401 - JSON
    """The text of :func:`render_json` piece by piece; objects may be :class:`Members`, and arrays iterators."""
    if isinstance(value, Members):
        yield from _streamed("{}", ((f"{encode_basestring(key)}: ", item) for key, item in value.items), depth)
    elif isinstance(value, Iterator):
        yield from _streamed("[]", (("", item) for item in value), depth)
    else:
        yield render_json(value, depth)


def _streamed(brackets: str, items: Iterable[tuple[str, Any]], depth: int) -> Iterator[str]:
    pad = "\n" + " " * (INDENT * (depth + 1))
    before = brackets[0]
    for head, item in items:
        yield f"{before}{pad}{head}"
        yield from stream_json(item, depth + 1)
        before = ","
    yield brackets if before == brackets[0] else f"\n{' ' * (INDENT * depth)}{brackets[1]}"


def render_store(source: StoreText) -> Iterator[str]:
    """The content of a store as two-space JSON with a final newline, entry by entry."""
    yield from stream_json(Members((member.key, _members_of(source, member)) for member in source.members))
    yield "\n"


def _members_of(source: StoreText, member: Member) -> Any:  # noqa: ANN401 - JSON
    if member.key not in source.tables:
        return source.value(member)
    return Members((entry.key, source.value(entry)) for entry in source.tables[member.key])


def _block(brackets: str, items: list[str], depth: int) -> str:
    if not items:
        return brackets
    pad = "\n" + " " * (INDENT * (depth + 1))
    return f"{brackets[0]}{pad}{f',{pad}'.join(items)}\n{' ' * (INDENT * depth)}{brackets[1]}"


def splice(source: StoreText, data: Mapping[str, Any]) -> str:
    """The text of the store with ``data`` as its content: the text of ``source``, except for what changed."""
    return "".join(_stretches(source.text, _store(source, data)))


def spliced(source: StoreText, data: Mapping[str, Any], path: Path) -> bytes:
    """:func:`splice` in UTF-8; raises :class:`StoreError` with the ``path`` for lone surrogates."""
    return encoded(_stretches(source.text, _store(source, data)), path)


def encoded(texts: Iterable[str], path: Path) -> bytes:
    """The joined texts in UTF-8; raises :class:`StoreError` with the ``path`` for lone surrogates."""
    buffer = io.BytesIO()
    try:
        for text in texts:
            for start in range(0, len(text), _PIECE):
                buffer.write(text[start : start + _PIECE].encode())
    except UnicodeEncodeError as error:
        defect = Defect(f"{error.object[error.start]!r} cannot be written as UTF-8")
        raise StoreError(path, [defect], hint="a lone surrogate is not a valid character") from error
    return buffer.getvalue()


def _stretches(text: str, fragments: Iterable[Fragment]) -> Iterator[str]:
    """The fragments as text; neighbours in the old text are cut out as one, in pieces: a large store is copied once."""
    start = end = 0
    for fragment in fragments:
        if isinstance(fragment, slice) and fragment.start == end and end - start < _PIECE:
            end = fragment.stop
            continue
        yield text[start:end]
        start = end = 0
        if isinstance(fragment, slice):
            start, end = fragment.start, fragment.stop
        else:
            yield fragment
    yield text[start:end]


def _store(source: StoreText, data: Mapping[str, Any]) -> Iterator[Fragment]:
    members = {member.key: member for member in source.members}
    items = [(members.get(name), _table(source, name, members.get(name), data[name])) for name in data]
    yield slice(0, source.top)
    yield from _object(source, slice(source.top, source.end), source.members, items, depth=0)
    yield slice(source.end, len(source.text))


def _table(source: StoreText, name: str, old: Member | None, content: Any) -> Iterator[Fragment]:  # noqa: ANN401 - JSON
    if old is None or name not in source.tables or not isinstance(content, Mapping):
        yield from _member(source, name, old, content, depth=1)
        return
    members = {entry.key: entry for entry in source.tables[name]}
    items = (
        (members.get(str(key)), _member(source, str(key), members.get(str(key)), document, depth=2))
        for key, document in content.items()
    )
    yield slice(old.start, old.value_start)
    yield from _object(source, slice(old.value_start, old.end), source.tables[name], items, depth=1)


def _member(source: StoreText, key: str, old: Member | None, value: Any, depth: int) -> Iterator[Fragment]:  # noqa: ANN401 - JSON
    if old is None:
        yield f"{encode_basestring(key)}: "
    elif _is_unchanged(source, old, value):
        yield slice(old.start, old.end)
        return
    else:
        yield slice(old.start, old.value_start)
    yield render_json(value, depth).replace("\n", source.line_end)


def _is_unchanged(source: StoreText, old: Member, value: Any) -> bool:  # noqa: ANN401 - JSON
    if isinstance(value, StoredDocument) and value.source is source and value.is_untouched:
        return value.member == old
    return render_json(source.value(old)) == render_json(value)


def _object(
    source: StoreText,
    span: slice,
    members: list[Member],
    items: Iterable[tuple[Member | None, Iterable[Fragment]]],
    *,
    depth: int,
) -> Iterator[Fragment]:
    """The object of ``items``, each after the white space that it had, or on a new line."""
    pad = source.line_end + " " * (INDENT * (depth + 1))
    gaps = {member.start: slice(before.end, member.start) for before, member in pairwise(members)}
    is_empty = True
    for old, fragments in items:
        if is_empty:
            yield "{"
            yield slice(span.start + 1, members[0].start) if members else pad
        else:
            yield gaps.get(old.start, f",{pad}") if old else f",{pad}"
        is_empty = False
        yield from fragments
    if is_empty:
        yield slice(span.start, span.stop) if not members else "{}"
    else:
        yield slice(members[-1].end, span.stop - 1) if members else source.line_end + " " * (INDENT * depth)
        yield "}"
