"""Hours, minutes and seconds run together: "2h 30m", "17h30min", "2h30"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.mentions.amounts.numerals import Numeral, read_digits

if TYPE_CHECKING:
    from decimal import Decimal

    from factcli.mentions.lexer import Tokens

_SIXTY = 60
# What may follow an amount of the unit: the smaller unit, its symbols that are glued to the digits, and the free ones.
_SMALLER = {"h": ("min", {"m", "min", "mins"}, {"min", "mins"}), "min": ("s", {"s", "sec", "secs"}, {"sec", "secs"})}


class Duration(NamedTuple):
    """A time in its smallest ``unit`` that is printed, and the index after it."""

    value: Decimal
    quantum: Decimal | None
    unit: str
    after: int


def duration_at(tokens: Tokens, value: Decimal, unit: str | None, after: int) -> Duration | None:
    """The time whose first part is ``value`` of ``unit`` and ends before ``after``; None if nothing smaller follows."""
    found = None
    while unit in _SMALLER:
        part = _part(tokens, unit, after)
        if part is None:
            break
        numeral, after = part
        value, unit = value * _SIXTY + numeral.value, _SMALLER[unit][0]
        found = Duration(value, numeral.quantum, unit, after)
    return found


def _part(tokens: Tokens, unit: str, index: int) -> tuple[Numeral, int] | None:
    """The number of the next smaller unit at ``index``, and the index after its symbol."""
    if not tokens.words[index].isdigit():
        return None
    numeral = read_digits(tokens, index, index)
    if numeral is None or not 0 <= numeral.value < _SIXTY or numeral.after > index + 3:
        return None
    _, glued, free = _SMALLER[unit]
    after = numeral.after
    if tokens.words[after] in (glued if tokens.glued(after) else free):
        is_cut = tokens.glued(after + 1) and tokens.words[after + 1][:1].isalpha()
        return None if is_cut else (numeral, after + 1)
    is_bare = unit == "h" and tokens.glued(index) and len(tokens.words[index]) == 2  # noqa: PLR2004 - "2h30"
    return (numeral, after) if is_bare and not tokens.words[after][:1].isalnum() else None
