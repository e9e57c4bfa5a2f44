"""Dashes, minus signs and apostrophes, by what a writer uses them for."""

from __future__ import annotations

_HYPHENS = frozenset("-\u2010\u2011")  # the ASCII hyphen, the hyphen, the non-breaking hyphen
_FIGURE_DASH = "\u2012"
EN_DASH = "\u2013"
_EM_DASH = "\u2014"
_MINUS = "\u2212"
_HORIZONTAL_BAR = "\u2015"
_TILDES = frozenset("~\u301c")

# Between words, or between a number and its unit.
HYPHENS = _HYPHENS | {_FIGURE_DASH, EN_DASH, _EM_DASH}
# Between the ends of a range: the em dash only interrupts.
RANGE_DASHES = _HYPHENS | {_FIGURE_DASH, EN_DASH} | _TILDES
# Between the days or years of one date, where no minus can be meant: "5−7 February".
DATE_DASHES = RANGE_DASHES | {_MINUS, _HORIZONTAL_BAR}
# Before a negative number.
MINUS_SIGNS = _HYPHENS | {_MINUS, EN_DASH}
APOSTROPHES = frozenset("'\u2018\u2019\u02bc")
