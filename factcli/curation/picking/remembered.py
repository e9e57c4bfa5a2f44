"""What was decided of candidates and not stored: those passed over and those edited, kept in a file for the next time.

It is beside the user's own store and not in the cache, as it cannot be made again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from factcli.curation.fields import read_field
from factcli.errors import StoreError
from factcli.store.file import write_file
from factcli.store.location import user_store

if TYPE_CHECKING:
    from factcli.store.schema import Raw

_MOST = 5_000


class EditedCandidate(msgspec.Struct, frozen=True):
    """A candidate as it was edited, not yet in the store."""

    id: str
    raw: dict[str, Any]


class _Kept(msgspec.Struct):
    passed: list[str] = []
    edited: dict[str, EditedCandidate] = {}


def citation_key(raw: Raw) -> str:
    """What tells a candidate from all others, also from another run of extract: its kind, source, place and words.

    One that cites no words is told by its statement and value.
    """
    cited = [read_field(raw, name) for name in ("source", "locator", "surface")]
    if not cited[-1]:
        cited += [raw.get("statement"), raw.get("value")]
    return blake2b(repr([raw.get("kind"), *cited]).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Remembered:
    """The decisions on the candidates of one store."""

    def __init__(self, store: str) -> None:
        real = os.fsencode(os.path.realpath(store))
        self._path = Path(user_store()).parent / "picks" / f"{blake2b(real, digest_size=8).hexdigest()}.json"
        self._kept = self._read()

    def is_passed(self, key: str) -> bool:
        """Whether the candidate was passed over."""
        return key in self._kept.passed

    def edited(self, key: str) -> EditedCandidate | None:
        """The candidate as it was edited last, None if it was not."""
        return self._kept.edited.get(key)

    def pass_over(self, key: str) -> None:
        """Remember that a candidate is not wanted."""
        self._kept.passed = [*(each for each in self._kept.passed if each != key), key][-_MOST:]
        self._write()

    def take_back(self, key: str) -> None:
        """Forget that it was not wanted."""
        self._kept.passed = [each for each in self._kept.passed if each != key]
        self._write()

    def edit(self, key: str, candidate: EditedCandidate | None) -> None:
        """Remember how a candidate was edited; None once that is in the store."""
        if candidate is not None:
            self._kept.edited[key] = candidate
        elif self._kept.edited.pop(key, None) is None:
            return
        self._write()

    def _read(self) -> _Kept:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=_Kept)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return _Kept()

    def _write(self) -> None:
        """Write the file in one step; where that is not possible, the decisions last as long as the session."""
        with suppress(StoreError):
            write_file(self._path, msgspec.json.encode(self._kept))
