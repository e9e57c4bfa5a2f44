"""What a written amount can mean: a mention -> the interval that its digits allow, and the arithmetic of intervals."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.model.facts import Mention

HALF = Decimal("0.5")
# Whole numbers below this are counted: "390 pupils" are neither 385 nor 395.
_COUNTED_BELOW = 1000
# How far from its digits an amount with zeros at its end may lie: "10,000" says 9,750 to 10,250.
_MOST_ROUNDED = Decimal("0.025")
_SCALE = late_pattern(r"[\d.\s](?:k|m|mn|mln|b|bn|tn|million|billion|trillion|thousand|lakh|crore)\b", re.IGNORECASE)
_ROUND_WORDS = late_pattern(r"\b(?:hundred|dozen|score|couple)s?\b", re.IGNORECASE)


_COUNTED = frozenset({"count", "number", "money"})


class Interval(NamedTuple):
    """The amounts from ``low`` to ``high``, both included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Whether some amount is in both."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, by: Decimal) -> Interval:
        """The interval, longer by ``by`` at either end."""
        return Interval(self.low - by, self.high + by)

    def over(self, other: Interval) -> Interval | None:
        """All quotients; None unless all amounts of ``other`` are above 0."""
        if other.low <= 0:
            return None
        ends = [mine / its for mine in self for its in other]
        return Interval(min(ends), max(ends))

    def times(self, factor: Decimal) -> Interval:
        """All amounts, multiplied."""
        low, high = sorted((self.low * factor, self.high * factor))
        return Interval(low, high)


def about(amount: Decimal, share: Decimal) -> Interval:
    """The amounts within ``share`` of ``amount``."""
    return Interval(amount, amount).widened(abs(amount) * share)


def total(parts: Iterable[Interval]) -> Interval:
    """The sum of the intervals."""
    low = high = Decimal(0)
    for part in parts:
        low, high = low + part.low, high + part.high
    return Interval(low, high)


def amount_of(mention: Mention) -> Decimal | None:
    """The bare amount of a mention; None for a range, a date, or an amount with a hedge."""
    value = mention.value
    if not isinstance(value, Quantity) or value.comparator != "=":
        return None
    return value.amount


def unit_of(mention: Mention) -> str | None:
    """The unit of an amount."""
    return mention.value.unit if isinstance(mention.value, Quantity) else None


def written(mention: Mention) -> Interval | None:
    """What the digits of an amount allow; None where there is a hedge, a range, or nothing to tell how exact it is."""
    amount, value = amount_of(mention), mention.value
    if amount is None or not isinstance(value, Quantity) or value.quantum is None:
        return None
    if _ROUND_WORDS.search(mention.surface):
        return None
    is_counted = value.dimension in _COUNTED
    return Interval(amount, amount).widened(_reach(amount, value.quantum, mention.surface, is_counted=is_counted))


def _reach(amount: Decimal, quantum: Decimal, surface: str, *, is_counted: bool) -> Decimal:
    if _SCALE.search(surface):
        return quantum / 2
    if quantum >= 1 and abs(amount) < _COUNTED_BELOW:
        return Decimal(0) if is_counted else HALF
    return min(quantum / 2, max(abs(amount) * _MOST_ROUNDED, HALF))


def ends_of(mention: Mention) -> tuple[Interval, Interval] | None:
    """Both ends of a range, as far as its digits tell; None for anything else."""
    value = mention.value
    if not isinstance(value, Quantity) or value.lower is None or value.upper is None or value.quantum is None:
        return None
    low, high = (
        Interval(end, end).widened(_reach(end, value.quantum, mention.surface, is_counted=False))
        for end in (value.lower, value.upper)
    )
    return low, high


def digits(amount: Decimal, places: int = 2) -> str:
    """The amount for a message, with at most so many decimals.

    >>> digits(Decimal("5000")), digits(Decimal("33.333"), 1)
    ('5,000', '33.3')
    """
    rounded = round(amount, places)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
