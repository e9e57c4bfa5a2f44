"""Units of money and measure: which dimension a unit has, and its factor to the base unit of that dimension."""

from __future__ import annotations

from decimal import Decimal

# symbol: (dimension, base unit, factor to the base unit)
MEASURES: dict[str, tuple[str, str, str]] = {
    "m": ("length", "m", "1"),
    "km": ("length", "m", "1000"),
    "mi": ("length", "m", "1609.344"),
    "m²": ("area", "m²", "1"),
    "ha": ("area", "m²", "10000"),
    "km²": ("area", "m²", "1000000"),
    "kg": ("mass", "kg", "1"),
    "%": ("percent", "%", "1"),
    "year": ("duration", "s", "31557600"),
    "day": ("duration", "s", "86400"),
}
CURRENCIES = frozenset({"USD", "EUR", "GBP"})


def dimension_of(unit: str | None) -> str:
    """What ``unit`` measures: ``money``, ``length``, ...; ``count`` for a counted noun, ``number`` for None."""
    if unit is None:
        return "number"
    if unit in CURRENCIES:
        return "money"
    return MEASURES[unit][0] if unit in MEASURES else "count"


def to_base(amount: Decimal, unit: str | None) -> tuple[Decimal, str | None]:
    """The amount in the base unit of its dimension, with that unit: 500 km² is 500 000 000 m².

    Money and counted nouns have no base: they come back as they are.
    """
    if unit is None or unit not in MEASURES:
        return amount, unit
    _, base, factor = MEASURES[unit]
    return amount * Decimal(factor), base
