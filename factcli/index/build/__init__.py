"""Building the index: the bytes of a store come in, the rows of an SQLite file go out, all or only what changed."""
