"""Keys that sort in SQLite as the values that they stand for: amounts as texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


# Exponents beyond this are all the same to us; no figure of the world comes near.
_LARGEST_EXPONENT = 499_999
_USUAL_DIGITS = 20
_COMPLEMENT = str.maketrans("0123456789", "9876543210")


def sort_key(amount: Decimal) -> str:
    """A text that sorts among such texts as the amount does among amounts, exactly and at any size.

    A float would hold 15 digits; a decimal of SQLite's own there is none.
    """
    text = str(amount)
    if len(text) <= _USUAL_DIGITS and text.isdecimal():
        # As below, for the amounts that nearly all are.
        written = text.lstrip("0")
        return f"2{len(written) + _LARGEST_EXPONENT + 1:06d}{written.rstrip('0')}" if written else "1"
    sign, digits, exponent = amount.as_tuple()
    written = "".join(map(str, digits)).lstrip("0")
    if not written or not isinstance(exponent, int):
        return "1"
    places = max(-_LARGEST_EXPONENT, min(_LARGEST_EXPONENT, len(written) + exponent))
    magnitude = f"{places + _LARGEST_EXPONENT + 1:06d}{written.rstrip('0')}"
    # Complemented digits turn the order round below zero; "~" puts the shorter of two behind.
    return f"0{magnitude.translate(_COMPLEMENT)}~" if sign else f"2{magnitude}"
