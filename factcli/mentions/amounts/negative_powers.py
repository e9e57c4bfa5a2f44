"""Units of a negative power, as science writes a rate: "yr−1" is per year, "m⁻²" per square metre."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli import units
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

# Symbols of one capital letter, which are more often an initial or the letter of a code.
LONE_CAPITALS = frozenset("ABFJKNTVW")
_FORM = late_pattern(
    r"[ \u00a0\u2009\u202f]?[·⋅∙.]?(?P<symbol>[A-Za-zµμ]{1,4})(?P<sign>\^?[-−–]|⁻)(?P<power>[123¹²³])"
    r"(?![\w/]|[-−–.,]\w)"
)
# What may come after the symbol, and before it.
NEGATIVE_SIGNS = frozenset("-−–⁻^")
DOTS = frozenset("·⋅∙.")
_POWERS = {"1": "", "¹": "", "2": "²", "²": "²", "3": "³", "³": "³"}


def negative_power(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The unit of a negative power at ``index`` without its minus ("m²" for "m−2"), and the index after it."""
    symbol = index + 1 if tokens.words[index] in DOTS else index
    if tokens.words[symbol + 1] not in NEGATIVE_SIGNS:
        return None
    match = _FORM.match(tokens.text, tokens.ends[index - 1]) if index and tokens.words[index] else None
    if match is None or match["symbol"] == "in" or (match["sign"] == "-" and match["symbol"] in LONE_CAPITALS):
        return None
    unit = units.symbols().get(match["symbol"])
    after = index
    while after < tokens.count and tokens.starts[after] < match.end():
        after += 1
    if unit is None or "" in tokens.words[index:after]:
        return None
    return unit + _POWERS[match["power"]], after
