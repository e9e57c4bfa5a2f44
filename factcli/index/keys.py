"""Encode amounts as text keys that sort in SQLite like the amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


# Larger exponents are treated as equal; no real figure comes near.
_LARGEST_EXPONENT = 499_999
_USUAL_DIGITS = 20
_COMPLEMENT = str.maketrans("0123456789", "9876543210")


def sort_key(amount: Decimal) -> str:
    """A text key that sorts like the amount, exactly and at any size.

    A float keeps only 15 digits, and SQLite has no decimal type.
    """
    text = str(amount)
    if len(text) <= _USUAL_DIGITS and text.isdecimal():
        # A fast path with the same result, for nearly all amounts.
        written = text.lstrip("0")
        return f"2{len(written) + _LARGEST_EXPONENT + 1:06d}{written.rstrip('0')}" if written else "1"
    sign, digits, exponent = amount.as_tuple()
    written = "".join(map(str, digits)).lstrip("0")
    if not written or not isinstance(exponent, int):
        return "1"
    places = max(-_LARGEST_EXPONENT, min(_LARGEST_EXPONENT, len(written) + exponent))
    magnitude = f"{places + _LARGEST_EXPONENT + 1:06d}{written.rstrip('0')}"
    # Below zero, complemented digits reverse the order, and "~" sorts the shorter of two keys last.
    return f"0{magnitude.translate(_COMPLEMENT)}~" if sign else f"2{magnitude}"
