"""What a lookup knows of the index: its version, the weights of its columns, and the fields of its output."""

from __future__ import annotations

# Raise it when anything below changes, or what a row is made of: an older index is then built anew.
SCHEMA_VERSION = 8
# "fact" in ASCII; SQLite keeps it in the header of the file (PRAGMA application_id).
APPLICATION_ID = 0x66616374

# Columns that words are looked up in, with their weight for bm25: what a curator chose counts most.
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

# A word that more facts have is frequent: the best of them are noted when the index is built.
FREQUENT = 2_000
# So are the best of those that have two frequent words, where these are more, and more than this share of all facts.
FREQUENT_PAIR = 0.01

# Output columns in their order (``--fields``): those of TSV and CSV by default, and the further ones by name.
DEFAULT_FIELDS = ("id", "kind", "value", "statement", "subject", "as_of", "source", "url", "locator")
FURTHER_FIELDS = ("amount", "unit", "speaker", "keywords", "rank", "surface")
FIELDS = DEFAULT_FIELDS + FURTHER_FIELDS

# Between the parts of a column that holds several: no text of a store can hold it unescaped.
SEPARATOR = "\x1f"
