"""Dashes, minus signs and apostrophes, by what a writer uses them for."""

from __future__ import annotations

from factcli.english.rows import word_set

_HYPHENS = frozenset("-\u2010\u2011")  # the ASCII hyphen, the hyphen, the non-breaking hyphen
_FIGURE_DASH = "\u2012"
EN_DASH = "\u2013"
_EM_DASH = "\u2014"
MINUS = "\u2212"
_HORIZONTAL_BAR = "\u2015"
_TILDES = frozenset("~\u301c")

# Between words, or between a number and its unit.
HYPHENS = _HYPHENS | {_FIGURE_DASH, EN_DASH, _EM_DASH}
# Between the ends of a range: the em dash only interrupts.
RANGE_DASHES = _HYPHENS | {_FIGURE_DASH, EN_DASH} | _TILDES
# Between the days or years of one date, where no minus can be meant: "5−7 February".
DATE_DASHES = RANGE_DASHES | {MINUS, _HORIZONTAL_BAR}
# Before a negative number.
MINUS_SIGNS = _HYPHENS | {MINUS, EN_DASH}
# Soft hyphens, joiners, directions and byte order marks: printed, they are nothing.
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\ufeff")
APOSTROPHES = frozenset("'\u2018\u2019\u02bc")

# A minus that has a space after it might be a dash.  After one of these, any dash is a sign.
BEFORE_DASH = frozenset("=<>≤≥≈≃")
# After one of these, a true minus is a sign; after a noun or a number it subtracts or interrupts.
BEFORE_MINUS = (
    BEFORE_DASH
    | {"(", "[", "~", ":"}
    | word_set(
        "to of at from between and or is was were are by about around approximately nearly below above under over than"
        " reached reaching with near ci"
    )
)
