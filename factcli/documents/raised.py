"""Superscript words: what is before them and they come in, what they are read as comes out.

A power stays ("m²", "10⁶"), so does an ordinal ("19th"); the mark of a note is not part of the text ("85²").
"""

from __future__ import annotations

import re

_POWERS = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
_EXPONENT = re.compile(r"[-−–+]?\d{1,2}")
_BASE = re.compile(
    r"(?:(?<![\d.,])10|(?<![^\W_])(?:[kcmdnµμ]?m|[kmM]?g|mi|ft|in|yd|s|h|[A-Za-z]|miles?|met(?:er|re)s?))$"
)
LONGEST_BASE = 12
"""No more letters before a superscript word than these matter to it."""
_MARK = r"(?:\d{1,3}|[a-z]{1,2}|[*†‡§¶#]{1,3})"
_NOTE = re.compile(rf"[\[(]?{_MARK}(?:\s?[,;–-]\s?{_MARK}){{0,9}}[\])]?")
_ENDINGS = frozenset({"th", "st", "nd", "rd", "er", "re", "me", "ème", "o", "a"})


def raised(before: str, words: str) -> str:
    """What superscript ``words`` after ``before`` are read as; empty for the mark of a note.

    >>> raised("5 km", "2"), raised("85 people", "2"), raised("the 19", "th")
    ('²', '', 'th')
    """
    mark = words.strip()
    if _EXPONENT.fullmatch(mark) and _BASE.search(before[-LONGEST_BASE:]):
        return mark.translate(_POWERS)
    is_ordinal = mark in _ENDINGS and len(mark) > 1 and before[-1:].isdigit()
    return "" if _NOTE.fullmatch(mark) and not is_ordinal else words
