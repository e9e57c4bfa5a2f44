"""How large a draft or source may be."""

from __future__ import annotations

LARGEST_FILE = 10 * 1024 * 1024
"""The maximum size of a draft in bytes: several novels, still read in seconds."""
LARGEST_BINARY = 100 * 1024 * 1024
"""The maximum size of a source that is not text, such as a PDF with pictures."""
MOST_CELLS = 500_000
"""The maximum number of cells of a spreadsheet that are read."""
LONGEST_CELL = 128 * 1024
"""The maximum size of a cell of CSV in characters."""
MOST_PAGES = 5_000
"""The maximum number of pages of a PDF that are read."""
