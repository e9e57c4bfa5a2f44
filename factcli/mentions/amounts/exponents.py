"""Powers of ten around a number in digits: "1.2 × 10³", "5 × 10−3", "1.23e7", "10⁶"."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcli.mentions.patterns import late_pattern

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_RAISED + "⁺⁻−–-", "0123456789+----")
_SIGNED = r"(?:\^|\*\*)\s?[({]?(?P<power>[+−–-]?[0-9]{1,2})[)}]?"

# What a power of ten may begin with.
_BEGINNINGS = frozenset("eEx×·⋅∙*")
_EXPONENT = late_pattern(
    rf"""
      [eE](?P<e>[+−-]?[0-9]{{1,2}})(?!\w)
    | \s?[x×·⋅∙*]\s?10
      (?: \s?{_SIGNED}(?!\w)
        | (?P<raised>[⁺⁻]?[{_RAISED}]{{1,2}})(?!\w)
        | (?P<minus>−[0-9]{{1,2}}|(?<!x\s10)(?<!x10)[–-][1-9])(?![\w.,])         # 5 × 10−3; "4 × 10-12 cm" is a range
      )
    """,
    re.VERBOSE,
)
_POWER = late_pattern(
    rf"""
    10
    (?: {_SIGNED}(?![\w^])
      | (?P<raised>⁻[{_RAISED}]{{1,2}} | ¹[{_RAISED}] | [⁰²³⁴⁵⁶⁷⁸⁹])(?!\w)       # 10¹ is ten with a note mark
    )
    """,
    re.VERBOSE,
)


class Exponent(NamedTuple):
    """The power of ten that a number is multiplied by, and the offset in the text that it ends at."""

    value: int
    end: int


def exponent_at(text: str, offset: int) -> Exponent | None:
    """The power of ten that multiplies the number that ends at ``offset``; None if there is none."""
    may_begin = text[offset : offset + 2].lstrip()[:1] in _BEGINNINGS
    return _exponent(_EXPONENT.match(text, offset)) if may_begin else None


def power_at(text: str, offset: int) -> Exponent | None:
    """The power of ten that is at ``offset`` without a factor: "10⁶", "10^6".

    "10¹" is a ten with a note mark.
    """
    return _exponent(_POWER.match(text, offset)) if text.startswith("10", offset) else None


def _exponent(match: re.Match[str] | None) -> Exponent | None:
    if match is None:
        return None
    digits = next(group for group in match.groups() if group)
    return Exponent(int(digits.translate(_DIGITS)), match.end())
