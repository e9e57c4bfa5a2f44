"""Powers: of ten around a number ("1.2 × 10³", "10⁶"), of others ("2^31"), and negative ones of a unit ("yr−1")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli import units

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

from factcli.mentions.patterns import late_pattern

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_RAISED + "⁺⁻−–-", "0123456789+----")
_SIGN = r"[+−–-]?[0-9]{1,2}(?!\.?[0-9])"
_SIGNED = (
    rf"(?:\$\^\{{?(?P<math>{_SIGN})\}}?\$|<sup>(?P<html>{_SIGN})</sup>|(?:\^|\*\*)\s?[({{]?(?P<power>{_SIGN})[)}}]?)"
)

# What a power of ten may begin with.
_BEGINNINGS = frozenset("eEx×·⋅∙*\\")
# What its power may begin with.
_AFTER_TEN = frozenset("$<^*−⁻" + _RAISED)
_EXPONENT = late_pattern(
    rf"""
      [eE](?P<e>[+−-]?[0-9]{{1,2}})(?!\w)
    | \s?(?:[x×·⋅∙*]|\\times|\\cdot)\s?10
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
      | (?P<minus>−[1-9])(?=\s?(?:[munpkµμ]?(?:[MLglsm]|mol|bar|Pa)|[nµμm]?[VAW])\b)  # 10−6 M: the power lost its place
      | (?P<raised>⁻[{_RAISED}]{{1,2}} | ¹[{_RAISED}] | [⁰²³⁴⁵⁶⁷⁸⁹])(?!\w)       # 10¹ is ten with a note mark
    )
    """,
    re.VERBOSE,
)

_RAISED_TO = late_pattern(r"\^(?:([+−–-]?[0-9]{1,3})|[({]([+−–-]?[0-9]{1,3})[)}])(?![\w^]|[.,][0-9])")

# Symbols of one capital letter, which are more often an initial or the letter of a code.
LONE_CAPITALS = frozenset("ABFJKNTVW")
_NEGATIVE = late_pattern(
    r"[ \u00a0\u2009\u202f]?[·⋅∙.]?(?P<symbol>[A-Za-zµμ]{1,8})(?P<sign>\^?[-−–]|⁻)(?P<power>[123¹²³])"
    r"(?![\w/]|[-−–.,]\w)"
)
# What may come after the symbol, and before it.
NEGATIVE_SIGNS = frozenset("-−–⁻^")
DOTS = frozenset("·⋅∙.")
_DAYS_AND_YEARS = {"d": "day", "a": "year", "y": "year"}
_RAISINGS = {"1": "", "¹": "", "2": "²", "²": "²", "3": "³", "³": "³"}


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
    may_be = text.startswith("10", offset) and text[offset + 2 : offset + 3] in _AFTER_TEN
    return _exponent(_POWER.match(text, offset)) if may_be else None


def raised_at(text: str, offset: int) -> Exponent | None:
    """The exponent of any number that ends at ``offset``: that of "2^31" is 31."""
    return _exponent(_RAISED_TO.match(text, offset))


def _exponent(match: re.Match[str] | None) -> Exponent | None:
    if match is None:
        return None
    digits = next(group for group in match.groups() if group)
    return Exponent(int(digits.translate(_DIGITS).replace(" ", "")), match.end())


def negative_power(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The unit of a negative power at ``index`` without its minus ("m²" for "m−2"), and the index after it."""
    symbol = index + 1 if tokens.words[index] in DOTS else index
    if tokens.words[symbol + 1] not in NEGATIVE_SIGNS:
        return None
    match = _NEGATIVE.match(tokens.text, tokens.ends[index - 1]) if index and tokens.words[index] else None
    if match is None or match["symbol"] == "in" or (match["sign"] == "-" and match["symbol"] in LONE_CAPITALS):
        return None
    unit = units.symbols().get(match["symbol"]) or units.names().get(match["symbol"])
    unit = _DAYS_AND_YEARS.get(match["symbol"], unit)
    after = index
    while after < tokens.count and tokens.starts[after] < match.end():
        after += 1
    if unit is None or "" in tokens.words[index:after]:
        return None
    return unit + _RAISINGS[match["power"]], after
