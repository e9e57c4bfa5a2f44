"""Changed data and the text that it was read from come in; the new text goes out, in which only what changed differs.

An entry that was not changed keeps its slice of the old text, to the byte.  A changed or a new one is written as
two-space JSON.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, MutableMapping
from json.encoder import encode_basestring
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.storetext import KeptNumber, Member, StoreText

if TYPE_CHECKING:
    from collections.abc import Iterable

INDENT = 2
EMPTY_STORE = b'{\n  "facts": {},\n  "sources": {}\n}\n'


class Piece(NamedTuple):
    """The text of one member of the object that is written, and the member of the old text that it replaces."""

    text: str
    old: Member | None


class StoredDocument(MutableMapping[str, Any]):
    """An entry of a store, decoded when it is first looked into: most entries of most operations never are."""

    __slots__ = ("_fields", "member", "source")

    def __init__(self, source: StoreText, member: Member) -> None:
        self.source = source
        self.member = member
        self._fields: dict[str, Any] | None = None

    @property
    def is_untouched(self) -> bool:
        """Whether nobody looked into the entry, so that nobody can have changed it."""
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
    """The content of a store as TinyDB has it: tables of documents; what is no table, as it stands."""
    return {member.key: _content(source, member) for member in source.members}


def _content(source: StoreText, member: Member) -> Any:  # noqa: ANN401 - JSON
    entries = source.tables.get(member.key)
    if entries is None or not all(source.text.startswith("{", entry.value_start) for entry in entries):
        return source.value(member)
    return {entry.key: StoredDocument(source, entry) for entry in entries}


def render_json(value: Any, depth: int = 0) -> str:  # noqa: ANN401 - JSON
    """Two-space JSON as of ``json.dumps(value, ensure_ascii=False, indent=2)``, with numbers as they were read.

    Raises TypeError for what is no JSON, ValueError for NaN and infinities.
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
            raise ValueError(f"{value} is no number of JSON")
        return repr(value)
    raise TypeError(f"{type(value).__name__} is no JSON")


def _block(brackets: str, items: list[str], depth: int) -> str:
    if not items:
        return brackets
    pad = "\n" + " " * (INDENT * (depth + 1))
    return f"{brackets[0]}{pad}{f',{pad}'.join(items)}\n{' ' * (INDENT * depth)}{brackets[1]}"


def splice(source: StoreText, data: Mapping[str, Any]) -> str:
    """The text of the store with ``data`` as its content: the text of ``source`` but for what changed."""
    old = {member.key: member for member in source.members}
    rendered = (_table(source, name, old.get(name), content) for name, content in data.items())
    body = _object(source, (source.top, source.end), source.members, rendered, depth=0)
    return source.text[: source.top] + body + source.text[source.end :]


def _table(source: StoreText, name: str, old: Member | None, content: Any) -> Piece:  # noqa: ANN401 - JSON
    if old is None or name not in source.tables or not isinstance(content, Mapping):
        return _piece(source, name, old, content, depth=1)
    members = {member.key: member for member in source.tables[name]}
    entries = (_piece(source, str(id), members.get(str(id)), document, depth=2) for id, document in content.items())  # noqa: A001
    body = _object(source, (old.value_start, old.end), source.tables[name], entries, depth=1)
    return Piece(source.text[old.start : old.value_start] + body, old)


def _piece(source: StoreText, key: str, old: Member | None, value: Any, depth: int) -> Piece:  # noqa: ANN401 - JSON
    if old is None:
        return Piece(f"{encode_basestring(key)}: {_rendered(source, value, depth)}", None)
    if isinstance(value, StoredDocument) and value.source is source and value.is_untouched:
        return Piece(source.text[old.start : old.end], old)
    if render_json(source.value(old)) == render_json(value):
        return Piece(source.text[old.start : old.end], old)
    return Piece(source.text[old.start : old.value_start] + _rendered(source, value, depth), old)


def _rendered(source: StoreText, value: Any, depth: int) -> str:  # noqa: ANN401 - JSON
    return render_json(value, depth).replace("\n", source.line_end)


def _object(
    source: StoreText, span: tuple[int, int], members: list[Member], pieces: Iterable[Piece], *, depth: int
) -> str:
    """The object of ``pieces``, each behind the white space that stood before it, or before a new line of its own."""
    text, pad = source.text, source.line_end + " " * (INDENT * (depth + 1))
    gaps = {member.start: text[before.end : member.start] for before, member in pairwise(members)}
    parts = ["{", text[span[0] + 1 : members[0].start] if members else pad]
    for number, piece in enumerate(pieces):
        if number:
            parts.append(gaps.get(piece.old.start if piece.old else -1, f",{pad}"))
        parts.append(piece.text)
    if len(parts) == 2:  # noqa: PLR2004 - the brace and what follows it
        return "{}"
    parts.append(text[members[-1].end : span[1] - 1] if members else source.line_end + " " * (INDENT * depth))
    return "".join((*parts, "}"))
