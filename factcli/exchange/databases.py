"""Facts and their sources as a database: SQLite with a full-text table, or Parquet; written to a file, streamed.

Amounts are texts in both, as they are in the store: a binary fraction would change them.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING

from factcli.errors import UnwrittenDatabaseError
from factcli.index.build.rows import Sources, encoded_source, row_of
from factcli.index.columns import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from factcli.model.facts import Fact, Source

# Columns of a fact, as `fact find --fields` has them; ``display`` is the value as people read it.
_OF_FACT = ("id", "kind", "value", "display", "amount", "unit", "quote", "speaker", "statement", "subject", "keywords",
            "as_of", "rank", "superseded_by")  # fmt: skip
_SEARCHED = ("statement", "subject", "keywords", "quote", "speaker")
_OF_CITATION = ("source", "locator", "surface", "url")
_OF_SOURCE = ("id", "type", "title", "issued", "url", "json")
_ROWS_AT_ONCE = 10_000
# Datasette and sqlite-utils find the full-text table by its name and by the table that it indexes.
_SCHEMA = f"""
CREATE TABLE sources ({", ".join(f"{name} TEXT" for name in _OF_SOURCE)}, PRIMARY KEY (id));
CREATE TABLE facts ({", ".join(f"{name} TEXT" for name in _OF_FACT)}, json TEXT, PRIMARY KEY (id));
CREATE TABLE references_ (
    fact TEXT REFERENCES facts (id), number INTEGER, source TEXT REFERENCES sources (id), locator TEXT, surface TEXT,
    PRIMARY KEY (fact, number)
);
CREATE INDEX references_source ON references_ (source);
CREATE VIRTUAL TABLE facts_fts USING fts5 ({", ".join(_SEARCHED)}, content="facts", tokenize="porter unicode61");
"""


def write_sqlite(path: Path, facts: Iterable[Fact], sources: Mapping[str, Source]) -> None:
    """Make the tables facts, sources, references_ and facts_fts in the new file at ``path``.

    Raises :class:`UnwrittenDatabaseError` if it cannot be written.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            _fill(connection, facts, sources)
    except sqlite3.OperationalError as error:
        raise UnwrittenDatabaseError(error) from error


def _fill(connection: sqlite3.Connection, facts: Iterable[Fact], sources: Mapping[str, Source]) -> None:
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(_SCHEMA)
    connection.execute("BEGIN")
    _insert(connection, "sources", map(_source_row, sources.values()))
    rows = iter(facts)
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        _insert(connection, "facts", _fact_rows(some, sources))
        _insert(connection, "references_", _reference_rows(some))
    connection.execute("INSERT INTO facts_fts (facts_fts) VALUES ('rebuild')")
    connection.execute("COMMIT")


def _insert(connection: sqlite3.Connection, table: str, rows: Iterator[tuple[object, ...]]) -> None:
    first = next(rows, None)
    if first is not None:
        statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"  # noqa: S608 - our own names
        connection.execute(statement, first)
        connection.executemany(statement, rows)


def _source_row(source: Source) -> tuple[str | None, ...]:
    issued = source.issued if isinstance(source.issued, str) else None
    return source.id, source.type, source.title, issued, source.url, encoded_source(source).decode()


def _fact_rows(facts: Iterable[Fact], sources: Mapping[str, Source]) -> Iterator[tuple[str | None, ...]]:
    cited = Sources(sources)
    for fact in facts:
        hit = row_of(fact, cited)
        yield (*(_cell(getattr(hit, name)) for name in _OF_FACT), hit.record)


def _reference_rows(facts: Iterable[Fact]) -> Iterator[tuple[str | int | None, ...]]:
    for fact in facts:
        for number, each in enumerate(fact.references, start=1):
            yield fact.id, number, each.source, each.locator, each.surface


def _cell(text: str) -> str | None:
    """The text of a column; nothing is NULL, as programs for tables expect it."""
    return text.replace(SEPARATOR, "; ") or None


def write_parquet(path: Path, facts: Iterable[Fact], sources: Mapping[str, Source]) -> None:
    """Write a row a fact, with its first citation, to the new file at ``path``; raises ImportError without pyarrow."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = (*_OF_FACT, *_OF_CITATION, "json")
    schema = pa.schema([(name, pa.string()) for name in names])
    cited, rows = Sources(sources), iter(facts)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        while some := [row_of(fact, cited) for fact in islice(rows, _ROWS_AT_ONCE)]:
            columns = {name: [_cell(getattr(hit, name)) for hit in some] for name in names[:-1]}
            writer.write_table(pa.table(columns | {"json": [hit.record for hit in some]}, schema))
