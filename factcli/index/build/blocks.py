"""Split a store into blocks of consecutive facts with digests, so that unchanged blocks are skipped in an update."""

from __future__ import annotations

import json
from hashlib import blake2b
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from factcli.index.build.tables import INSERT_BLOCK

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from factcli.index.build.reader import StoreReading
    from factcli.store.scanner import Member

# How many facts are read again if one of them changed.
_FACTS_OF_A_BLOCK = 200


class Block(NamedTuple):
    """A block in the index: its number, and the length and digest of its text."""

    number: int
    length: int
    digest: bytes


class KnownBlocks:
    """The blocks of an index, and which of them are unchanged in a store.

    The text of a block extends from the value of its first fact to the end of its last one.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        rows = connection.execute("SELECT first, block, length, digest FROM blocks")
        self._missing = {first: Block(*block) for first, *block in rows}
        self._met: set[int] = set()

    def end_of(self, id_: str, text: str, start: int) -> int | None:
        """The end of the unchanged block whose first fact has this id and its value at ``start``, or None."""
        block = self._missing.get(id_)
        if block is None or _digest(text[start : start + block.length]) != block.digest:
            return None
        del self._missing[id_]
        self._met.add(start)
        return start + block.length

    def missing_facts(self) -> set[int]:
        """The numbers of the facts in blocks that changed or are gone."""
        rows = (self._numbers(block.number) for block in self._missing.values())
        return {number for numbers in rows for number in numbers}

    def replace(self, reading: StoreReading, numbers: Mapping[str, int]) -> None:
        """Replace the changed blocks by blocks of the facts that were read; ``numbers`` maps ids to numbers."""
        gone = ((block.number,) for block in self._missing.values())
        self._connection.executemany("DELETE FROM blocks WHERE block = ?", gone)
        for is_met, facts in groupby(reading.facts, key=lambda fact: fact.value_start in self._met):
            if not is_met:
                blocks = blocks_of(reading, ((numbers[fact.key], fact) for fact in facts))
                self._connection.executemany(INSERT_BLOCK, blocks)

    def _numbers(self, block: int) -> list[int]:
        found = self._connection.execute("SELECT numbers FROM blocks WHERE block = ?", (block,)).fetchone()
        return list(json.loads(found[0]))


def blocks_of(reading: StoreReading, facts: Iterable[tuple[int, Member]]) -> Iterator[tuple[str, int, bytes, str]]:
    """The rows of the table ``blocks`` for consecutive facts, each given with its number."""
    rest = iter(facts)
    while block := list(islice(rest, _FACTS_OF_A_BLOCK)):
        first, last = block[0][1], block[-1][1]
        text = reading.store.text[first.value_start : last.end]
        yield first.key, len(text), _digest(text), json.dumps([number for number, _ in block])


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
