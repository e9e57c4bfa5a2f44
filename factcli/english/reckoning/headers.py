"""Words that head the columns of a table of results."""

from __future__ import annotations

from factcli.english.rows import word_set

WON = word_set("w win wins won victories")
LOST = word_set("l loss losses lost defeats")
PERCENT = word_set("pct percent percentage")
