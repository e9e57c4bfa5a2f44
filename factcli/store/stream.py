"""The facts of a file one by one: the file is read and checked whole, but each fact is decoded only while it is used.

A store of 100,000 facts takes three times as much memory as facts as it does as text.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcli.store.file import read_store_file
from factcli.store.parse import parse_store
from factcli.store.schema import decode_fact, entry_decoder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from factcli.model.facts import Fact, Source
    from factcli.store.scanner import StoreText


class FactStream:
    """The facts of a store in the order of the file; they are decoded again in each iteration.

    Make one with :meth:`open`.  ``sources`` are all sources by their ids.
    """

    def __init__(self, source: StoreText, sources: dict[str, Source]) -> None:
        self._source = source
        self.sources = sources

    @classmethod
    def open(cls, path: str | PathLike[str]) -> FactStream:
        """The store in the file at ``path``; raises :class:`StoreError` with every defect of it."""
        sources: dict[str, Source] = {}
        place = Path(path)
        return cls(parse_store(read_store_file(place), place, entry_decoder(sources, lambda _: None)), sources)

    def __iter__(self) -> Iterator[Fact]:
        return (decode_fact(entry.key, self._source.value(entry)) for entry in self._source.tables.get("facts", ()))

    def __len__(self) -> int:
        return len(self._source.tables.get("facts", ()))
