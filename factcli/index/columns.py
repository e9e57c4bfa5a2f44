"""The columns of the index: their weights, the fields of the output, and the version that is derived from them."""

from __future__ import annotations

from factcli.index.hit import Hit

# Change it when the index changes in a way that the columns and constants below do not show: the text in a column,
# the SQL of a table.  An index with another version is built again.
_SALT = 11
# "fact" in ASCII; SQLite keeps it in the header of the file (PRAGMA application_id).
APPLICATION_ID = 0x66616374

# Columns that are searched for words, with their weight for bm25: what a curator chose counts most.
WEIGHTS = {
    "keywords": 10.0,
    "subject": 6.0,
    "aliases": 5.0,
    "statement": 3.0,
    "quote": 3.0,
    "speaker": 5.0,
    "unit": 1.0,
    "source": 0.5,
    "source_ids": 0.5,
}

# Those that hold names.
TEXTS_WITH_NAMES = ("subject", "aliases", "statement", "keywords", "speaker")

# A word in more facts than this is frequent: its top hits are stored when the index is built.
FREQUENT = 2_000
# So are the top hits of two frequent words that share more facts than that, and more than this share of all facts.
FREQUENT_PAIR = 0.01

# Output columns in their order (``--fields``): those of TSV and CSV by default, and the others by name.
DEFAULT_FIELDS = ("id", "kind", "value", "statement", "subject", "as_of", "source", "url", "locator")
FURTHER_FIELDS = ("amount", "unit", "speaker", "keywords", "rank", "surface")
FIELDS = DEFAULT_FIELDS + FURTHER_FIELDS

# Separates the parts of a column that holds several: no text of a store can contain it unescaped.
SEPARATOR = "\x1f"

# The largest prime that fits the 31 bits of PRAGMA user_version, but for 2 ** 31 - 1, which would not see two bytes
# change places that are 31 apart.
_PRIME = 2_147_483_629


def version_of(*content: object) -> int:
    """A number below 2 ** 31 that changes with the repr of ``content``; to import a module of hashes would take longer.

    >>> version_of(("id", "kind")) == version_of(("kind", "id"))
    False
    """
    return int.from_bytes(repr(content).encode()) % _PRIME or 1


SCHEMA_VERSION = version_of(_SALT, Hit._fields, WEIGHTS, FREQUENT, FREQUENT_PAIR, SEPARATOR)
