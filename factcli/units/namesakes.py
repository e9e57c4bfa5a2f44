"""Units that share a name, and dimensions in which writers give an amount twice, in two units."""

from __future__ import annotations

CONVERTED = frozenset({"length", "area", "volume", "mass", "temperature", "speed", "power", "energy", "pressure"})
# The same name for units of different sizes: any of them may be meant.
NAMESAKES: dict[str, tuple[str, ...]] = {
    "mi": ("nmi",), "gal": ("imp gal",), "imp gal": ("gal",), "ton": ("t", "long ton", "short ton"),
    "short ton": ("t", "long ton"), "long ton": ("t", "short ton"), "t": ("short ton", "long ton"), "mph": ("kn",),
    "m": ("mi",),
}  # fmt: skip
# Of the same name in Britain and America, a fifth apart; of no fixed size at all.
LOOSE = frozenset({"pt", "qt", "fl oz", "oz", "cup", "tbsp", "tsp", "bbl", "bushel", "hp"})
