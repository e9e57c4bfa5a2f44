"""Facts in memory -> an index of their words, which are looked up as in the index of a store."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from factcli.index.build.rows import searched_texts
from factcli.index.build.tables import CREATE_TERMS, INSERT_TERMS, terms_of_texts
from factcli.index.match import clean, facts_with

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.model.facts import Fact


class WordIndex:
    """The words of facts that have no store; the first fact is number 1."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        # Whoever holds the facts may look them up from any thread; sqlite3 lets one in at a time.
        self._connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._connection.execute(CREATE_TERMS)
        self._connection.execute("BEGIN")
        rows = ((number, *map(clean, terms_of_texts(searched_texts(fact)))) for number, fact in enumerate(facts, 1))
        self._connection.executemany(INSERT_TERMS, rows)
        self._connection.execute("COMMIT")

    def numbers_with(self, words: Iterable[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts that have one of ``words``, in any of its forms."""
        found = facts_with(words, limit)
        return [number for (number,) in self._connection.execute(found.sql, found.parameters)]
