"""What an index holds, without a query: facts by id, number, subject or words, and the words and sources themselves."""

from __future__ import annotations

# The C part of sqlite3: the Python part is not needed, and takes a sixth of the time of ``python -c pass`` to import.
import _sqlite3 as sqlite3

from factcli.index.columns import TEXTS_WITH_NAMES
from factcli.index.hit import Hit
from factcli.index.match import clean, facts_named, facts_with, facts_with_word, json_array

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from factcli.query.terms import Query

# The maximum integer of SQLite.
_LARGEST_LIMIT = (1 << 63) - 1


class IndexContent:
    """The facts of one store and their words; the index is rebuilt once if it turns out to be broken."""

    def __init__(self, connection: sqlite3.Connection, store_path: str) -> None:
        self._connection = connection
        self._store_path = store_path

    def interrupt(self) -> None:
        """Stop what another thread searches for, which raises sqlite3.OperationalError there."""
        self._connection.interrupt()

    def get(self, id_: str) -> Hit | None:
        """The fact with this id, None if there is none."""
        rows = self._rows("SELECT * FROM facts WHERE id = ?", (clean(id_),))
        return Hit._make(rows[0]) if rows else None

    def numbered(self, numbers: Iterable[int]) -> list[Hit]:
        """The facts with these numbers (``Hit.number``), in no particular order."""
        rows = self._rows(
            "SELECT * FROM facts WHERE number IN (SELECT value FROM json_each(?))",
            (json_array(numbers),),
        )
        return list(map(Hit._make, rows))

    def replaced_by(self, ids: Iterable[str]) -> set[str]:
        """The ids of the facts superseded by those with ``ids``."""
        wanted = set(ids)
        rows = self._rows("SELECT id, superseded_by FROM facts WHERE superseded_by <> ''")
        return {id_ for id_, successor in rows if successor in wanted}

    def of_subject(self, subject: str, limit: int) -> list[Hit]:
        """At most ``limit`` facts with exactly this subject, in store order."""
        rows = self._rows(
            "SELECT * FROM facts WHERE subject = ? ORDER BY number LIMIT ?", (clean(subject), at_most(limit))
        )
        return list(map(Hit._make, rows))

    def numbers_with(self, words: Iterable[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts that have one of ``words``, in any form; sources do not count."""
        found = facts_with(words, at_most(limit))
        return [number for (number,) in self._rows(found.sql, found.parameters)]

    def numbers_named(self, names: Iterable[Iterable[str]], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts in which all words of one of ``names`` are close together."""
        found = facts_named(names, at_most(limit))
        return [number for (number,) in self._rows(found.sql, found.parameters)]

    def texts_named(self, words: Iterable[str], limit: int) -> list[str]:
        """What the first ``limit`` facts in which all ``words`` are close together say, as it is searched."""
        found = facts_named((words,), at_most(limit))
        texts = " || ' ' || ".join(TEXTS_WITH_NAMES)
        sql = f"SELECT {texts} FROM ({found.sql}) AS found JOIN facts ON facts.number = found.rowid"
        return [text for (text,) in self._rows(sql, found.parameters)]

    def numbers_with_word(self, word: str, others: Iterable[str], limit: int) -> list[int]:
        """The numbers of at most ``limit`` facts that have ``word``, and one of ``others``."""
        found = facts_with_word(word, others, at_most(limit))
        return [number for (number,) in self._rows(found.sql, found.parameters)]

    def has_word(self, word: str) -> bool:
        """Whether a fact has the word as it is written; accents and case do not count."""
        from factcli.index.suggest import is_known

        return is_known(self._connection, word)

    def words_like(self, word: str) -> list[str]:
        """The words of the facts within two slips of this one, folded, nearest first."""
        from factcli.index.suggest import words_like

        return words_like(self._connection, word)

    def numbers(self) -> list[int]:
        """The numbers of all facts."""
        return [number for (number,) in self._rows("SELECT number FROM facts ORDER BY number")]

    def __len__(self) -> int:
        return int(self._rows("SELECT count(*) FROM facts")[0][0])

    @property
    def has_many_subjects(self) -> bool:
        """Whether there is more than one subject."""
        first = "SELECT subject FROM facts LIMIT 1"
        return bool(self._rows(f"SELECT EXISTS (SELECT 1 FROM facts WHERE subject <> ({first}))")[0][0])

    def first(self) -> Hit | None:
        """The first fact of the store that is in force, None if there is none."""
        rows = self._rows("SELECT * FROM facts WHERE rank <> 'deprecated' ORDER BY number LIMIT 1")
        return Hit._make(rows[0]) if rows else None

    def count_until(self, day: int) -> int:
        """The number of facts in force whose value holds for a time up to this day, a number such as 20190718."""
        sql = "SELECT count(*) FROM facts WHERE last_as_of <= ? AND rank <> 'deprecated'"
        return int(self._rows(sql, (day,))[0][0])

    def values_of(self, column: str, limit: int) -> list[str]:
        """The most used values of a column of facts, whose name is not typed by a user; empty ones are left out."""
        used = f"SELECT {column} FROM facts WHERE {column} <> '' GROUP BY {column}"
        rows = self._rows(f"{used} ORDER BY count(*) DESC, {column} LIMIT ?", (at_most(limit),))
        return [value for (value,) in rows]

    def sources(self) -> dict[str, str]:
        """The sources of the store: id -> CSL-JSON."""
        return dict(self._rows("SELECT id, record FROM sources ORDER BY id"))

    def suggestions(self, query: Query, limit: int = 3) -> list[str]:
        """Words of the store that are similar to query words without a match."""
        from factcli.index.suggest import near_words

        return near_words(self._connection, query.words, limit)

    def ids_starting(self, prefix: str, limit: int = 100) -> list[tuple[str, str]]:
        """Ids that begin with ``prefix``, each with its statement, for completion."""
        return self._starting("id, statement", "facts", "id", prefix, limit)

    def words_starting(self, prefix: str, limit: int = 100) -> list[tuple[str, str]]:
        """Words of the store that begin with ``prefix``, each with its number of facts."""
        return self._starting("shown, facts || ' facts'", "words", "word", prefix.lower(), limit)

    def values_starting(self, qualifier: str, prefix: str, limit: int = 100) -> list[tuple[str, str]]:
        """Values of ``speaker``, ``unit`` or ``source`` that begin with ``prefix``, each with what it stands for."""
        from factcli.index.qualifier_values import values_starting

        return values_starting(self._connection, qualifier, prefix, limit)

    def _starting(self, columns: str, table: str, column: str, prefix: str, limit: int) -> list[tuple[str, str]]:
        begin = clean(prefix)
        return self._rows(
            f"SELECT {columns} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY {column} LIMIT ?",
            (begin, begin + "\U0010ffff", at_most(limit)),
        )

    def _rows(self, sql: str, parameters: tuple[object, ...] = ()) -> list[Any]:
        """Run a query; if the index turns out to be broken, rebuild it and retry once."""
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.DatabaseError as error:
            if not self._store_path or error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise
            from factcli.index.build.builder import rebuilt

            self._connection.close()
            self._connection = rebuilt(self._store_path)
            return self._connection.execute(sql, parameters).fetchall()


def at_most(limit: int) -> int:
    """Cap a limit at the maximum integer of SQLite."""
    return min(limit, _LARGEST_LIMIT)
