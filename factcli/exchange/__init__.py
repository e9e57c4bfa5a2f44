"""Facts in the formats of other programs: CSV, JSON, JSON Lines in and out; databases and more out."""
