"""The SQL schema of the index, and the statements that fill it."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from factcli.english.folding import folded_text
from factcli.index.columns import APPLICATION_ID, SCHEMA_VERSION, WEIGHTS
from factcli.index.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

_COLUMNS = ", ".join(Hit._fields[1:])
_TERMS = ", ".join(WEIGHTS)
_TOKENS = "porter unicode61 remove_diacritics 2"
_texts_of = itemgetter(*map(Hit._fields.index, WEIGHTS))
CREATE = f"""
CREATE TABLE facts (number INTEGER PRIMARY KEY, {_COLUMNS});
CREATE VIRTUAL TABLE terms USING fts5({_TERMS}, content = 'facts', content_rowid = 'number',
                                      tokenize = '{_TOKENS}');
CREATE TABLE blocks (block INTEGER PRIMARY KEY, first TEXT, length INTEGER, digest BLOB, numbers TEXT);
CREATE TABLE words (word TEXT PRIMARY KEY, backwards TEXT NOT NULL, shown TEXT NOT NULL, facts INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE VIRTUAL TABLE frequent USING fts5(word, facts UNINDEXED, tokenize = '{_TOKENS}');
CREATE TABLE champions (words INTEGER, number INTEGER, score REAL, PRIMARY KEY (words, number)) WITHOUT ROWID;
CREATE TABLE sources (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {SCHEMA_VERSION};
"""
# The words alone, of facts that are kept elsewhere.
CREATE_TERMS = f"CREATE VIRTUAL TABLE terms USING fts5({_TERMS}, content = '', tokenize = '{_TOKENS}')"
CREATE_LOOKUPS = """
CREATE UNIQUE INDEX facts_id ON facts (id);
CREATE INDEX facts_subject ON facts (subject);
CREATE INDEX facts_rank ON facts (rank) WHERE rank <> 'normal';
CREATE INDEX words_backwards ON words (backwards);
CREATE INDEX facts_amount ON facts (low) WHERE low IS NOT NULL;
CREATE INDEX facts_base_amount ON facts (dimension, base_low) WHERE base_low IS NOT NULL;
CREATE INDEX facts_day ON facts (first_day) WHERE first_day IS NOT NULL;
CREATE INDEX facts_month_day ON facts (first_month_day) WHERE first_month_day IS NOT NULL;
"""
# A word counts once for each spelling in a fact; the first spelling inserted is the one shown.
INSERT_WORD = "INSERT INTO words VALUES (?, ?, ?, ?) ON CONFLICT (word) DO UPDATE SET facts = facts + excluded.facts"
INSERT_BLOCK = "INSERT INTO blocks (first, length, digest, numbers) VALUES (?, ?, ?, ?)"
INSERT_SOURCE = "INSERT INTO sources VALUES (?, ?)"
INSERT = f"INSERT INTO facts VALUES ({', '.join('?' * len(Hit._fields))})"
INSERT_TERMS = f"INSERT INTO terms (rowid, {_TERMS}) VALUES (?, {', '.join('?' * len(WEIGHTS))})"
DELETE_TERMS = f"INSERT INTO terms (terms, rowid, {_TERMS}) VALUES ('delete', ?, {', '.join('?' * len(WEIGHTS))})"


def terms_of(row: Sequence[Any]) -> Iterator[str]:
    """The searchable columns of a row, normalised for the index."""
    return map(folded_text, _texts_of(row))


def terms_of_texts(texts: Mapping[str, str]) -> Iterator[str]:
    """As :func:`terms_of`, of texts by the names of their columns; the other columns are empty."""
    return (folded_text(texts.get(column, "")) for column in WEIGHTS)
