"""The text of a store: bytes come in, and entries with their places in the text go out, or every defect of it.

Only the two upper levels (tables, entries) are walked here; the value of each entry is decoded by json's own scanner.
So each entry is a slice of the text, which is kept to the byte when another one is changed.
"""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined] # unknown to typeshed
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.store.schema import JsonPath

BYTE_ORDER_MARK = "\ufeff"

# Python refuses to read more than 4,300 digits, whose cost grows with their square.
_LONGEST_INTEGER = 1000
_SPACE = re.compile(r"[ \t\n\r]*+")
_SPACES = frozenset(" \t\n\r")


class Member(NamedTuple):
    """One ``"key": value`` of an object: the key, and the offsets of the member and its value in the text."""

    key: str
    start: int
    value_start: int
    end: int


class KeptNumber(float):
    """A JSON number that Python would write differently, with its text: ``1.10`` stays ``1.10``."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str) -> Self:
        """The number that ``text`` spells; infinite if a float cannot hold it, but with its text."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, KeptNumber) else super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = float.__hash__


def _float(text: str) -> float:
    number = float(text)
    return number if repr(number) == text else KeptNumber(text)


def _integer(text: str) -> int | KeptNumber:
    is_plain = len(text) <= _LONGEST_INTEGER and text != "-0"
    return int(text) if is_plain else KeptNumber(text)


def _plainly(message: str) -> str:
    """The message of json without its "at"; an unterminated string always runs to the end of the file."""
    is_cut = message.startswith("Unterminated string")
    return "unexpected end of file: unterminated string" if is_cut else message.removesuffix(" at").lower()


class Broken(Exception):  # noqa: N818 - the store is broken
    """The text is not valid JSON from ``offset`` on."""

    def __init__(self, offset: int, what: str) -> None:
        self.offset = offset
        self.what = what


class StoreText:
    """A store as text, with the members at its top and the entries of each table.

    ``tables`` has the entries of each object at the top.  ``members`` are all members at the top, in order;
    ``end`` is where the outermost object ends; ``digest`` is that of the file's bytes.
    """

    def __init__(self, text: str, digest: str) -> None:
        self.text = text
        self.digest = digest
        self.members: list[Member] = []
        self.tables: dict[str, list[Member]] = {}
        self.end = len(text)
        self.is_suspicious = False
        self._scan = json.JSONDecoder(
            object_pairs_hook=self._object_of,
            parse_float=_float,
            parse_int=_integer,
            parse_constant=self._constant,
        ).scan_once  # type: ignore[attr-defined] # public in json.scanner, unknown to typeshed

    @property
    def begins_with_mark(self) -> bool:
        """Whether the file begins with a byte order mark, which JSON does not know (RFC 8259, 8.1)."""
        return self.text.startswith(BYTE_ORDER_MARK)

    @property
    def line_end(self) -> str:
        """How the lines of the file end: as the first one does."""
        first = self.text.find("\n")
        return "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"

    @property
    def top(self) -> int:
        """Where the outermost object begins."""
        return self.skip_space(int(self.begins_with_mark))

    def skip_space(self, offset: int) -> int:
        """The offset of the first character at or after ``offset`` that is not JSON white space."""
        if self.text[offset : offset + 1] not in _SPACES:
            return offset
        match = _SPACE.match(self.text, offset)
        return match.end() if match else offset

    def value(self, member: Member) -> Any:  # noqa: ANN401 - JSON
        """The decoded value of a member of this text."""
        return self.scan(member.value_start)[0]

    def scan(self, offset: int) -> tuple[Any, int]:
        """The decoded value that begins at ``offset``, and where it ends; raises :class:`Broken`."""
        try:
            value, end = self._scan(self.text, offset)
        except StopIteration as error:
            raise Broken(error.value, "expected a value") from error
        except json.JSONDecodeError as error:
            raise Broken(error.pos, _plainly(error.msg)) from error
        except RecursionError as error:
            raise Broken(offset, "nested too deeply") from error
        return value, end

    def walk_object(self, start: int, take: Callable[[str, int], int]) -> tuple[list[Member], int]:
        """The members of the object at ``start``, and where it ends.

        ``take`` is called with the key and the offset of each value, and returns where the value ends.
        """
        members: list[Member] = []
        here = self.skip_space(start + 1)
        while not (self._is_at("}", here) and not members):
            key, colon = self._key(here)
            value_start = self.skip_space(self.skip_space(colon) + 1)
            end = take(key, value_start)
            members.append(Member(key, here, value_start, end))
            here = self.skip_space(end)
            if self._is_at("}", here):
                break
            self._expect(",", here)
            here = self.skip_space(here + 1)
        return members, here + 1

    def walk_array(self, start: int, take: Callable[[int, int], int]) -> int:
        """Where the array at ``start`` ends; ``take`` as in :meth:`walk_object`, with the index for the key."""
        here = self.skip_space(start + 1)
        index = 0
        while not self._is_at("]", here):
            here = self.skip_space(take(index, here))
            index += 1
            if self._is_at(",", here):
                here = self.skip_space(here + 1)
        return here + 1

    def walk(self, offset: int, path: JsonPath, places: list[tuple[JsonPath, int]]) -> int:
        """Collect the offset of the value at ``offset`` and of each value in it; returns where it ends."""
        places.append((path, offset))
        if self._is_at("{", offset):
            return self.walk_object(offset, lambda key, start: self.walk(start, (*path, key), places))[1]
        if self._is_at("[", offset):
            return self.walk_array(offset, lambda index, start: self.walk(start, (*path, index), places))
        return self.scan(offset)[1]

    def follow(self, offset: int, path: JsonPath) -> tuple[int, int]:
        """How many steps of ``path`` there are in the value at ``offset``, and the offset of the value they lead to."""
        for depth, step in enumerate(path):
            inner = self._starts(offset).get(step)
            if inner is None:
                return depth, offset
            offset = inner
        return len(path), offset

    def _starts(self, offset: int) -> dict[str | int, int]:
        """The offset of each value in the object or array at ``offset``, by its key or index; none in other values."""
        starts: dict[str | int, int] = {}

        def take(step: str | int, start: int) -> int:
            starts[step] = start
            return self.scan(start)[1]

        if self._is_at("{", offset):
            self.walk_object(offset, take)
        elif self._is_at("[", offset):
            self.walk_array(offset, take)
        return starts

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1, in code points."""
        return self.text.count("\n", 0, offset) + 1, self.column(offset)

    def column(self, offset: int) -> int:
        """The column of an offset, from 1, in code points; a byte order mark takes none."""
        line_start = self.text.rfind("\n", 0, offset) + 1
        return offset - line_start + 1 - (self.begins_with_mark and line_start == 0)

    def _is_at(self, character: str, offset: int) -> bool:
        return self.text.startswith(character, offset)

    def _expect(self, character: str, offset: int) -> None:
        if not self._is_at(character, offset):
            raise Broken(offset, f"'{character}' is missing")

    def _key(self, offset: int) -> tuple[str, int]:
        if not self._is_at('"', offset):
            raise Broken(offset, "expected a key in double quotes")
        try:
            key, end = scanstring(self.text, offset + 1, True)  # noqa: FBT003 - a C function without keywords
        except json.JSONDecodeError as error:
            raise Broken(error.pos, _plainly(error.msg)) from error
        self._expect(":", self.skip_space(end))
        return key, self.skip_space(end)

    def _object_of(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        fields = dict(pairs)
        self.is_suspicious |= len(fields) != len(pairs)
        return fields

    def _constant(self, name: str) -> float:
        self.is_suspicious = True
        return float(name)
