"""Keys that sort in SQLite as the values that they stand for: amounts as texts, days as integers."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal

    from factcli.edtf import EdtfDate

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


def yearless_days(date: EdtfDate) -> tuple[int, int]:
    """First and last day of a date without a year, as month * 100 + day: ``XXXX-07`` is 700 to 731."""
    begin, _, end = str(date).partition("/")
    return _month_day(begin, 0), _month_day(end or begin, 31)


def _month_day(point: str, missing_day: int) -> int:
    _, month, day = [*point.rstrip("?~%").split("-"), "", ""][:3]
    return (int(month) * 100 if month.isdigit() else 0) + (int(day) if day.isdigit() else missing_day)
