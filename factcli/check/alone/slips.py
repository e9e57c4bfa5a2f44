"""Typing errors in figures: two amounts come in, whether one is the other mistyped goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.alone.intervals import amount_of

if TYPE_CHECKING:
    from decimal import Decimal

    from factcli.model.facts import Mention


_SURE_DIGITS = 4


def is_slip(one: Mention, other: Mention) -> bool:
    """Whether two figures differ in one digit, in two digits exchanged, or in the scale alone."""
    here, there = significant_digits(one), significant_digits(other)
    return bool(here and there) and is_one_edit(here, there)


def is_strong_slip(one: Mention, other: Mention) -> bool:
    """Whether two figures differ in the scale alone, or in two neighbouring digits exchanged: hardly ever by chance."""
    here, there = significant_digits(one), significant_digits(other)
    return amount_of(one) != amount_of(other) if here == there else are_digits_exchanged(one, other)


def are_in_other_order(one: Mention, other: Mention) -> bool:
    """Whether two figures of some length have the same digits in another order."""
    here, there = significant_digits(one), significant_digits(other)
    return here != there and len(here) >= _SURE_DIGITS and sorted(here) == sorted(there)


def are_digits_exchanged(one: Mention, other: Mention) -> bool:
    """Whether two figures are the same but for two neighbouring digits exchanged."""
    here, there = significant_digits(one), significant_digits(other)
    return len(here) == len(there) > 1 and here != there and sorted(here) == sorted(there) and is_one_edit(here, there)


def significant_digits(mention: Mention) -> str:
    """The digits of an amount without the zeros at its ends."""
    amount = amount_of(mention)
    if amount is None:
        return "".join(filter(str.isdigit, mention.surface))
    return _significant(amount)


def _significant(amount: Decimal) -> str:
    return "".join(map(str, amount.normalize().as_tuple().digits))


def is_one_edit(one: str, other: str) -> bool:
    """Whether two words are the same but for one letter changed, added or left out, or two neighbours exchanged.

    >>> is_one_edit("kieran", "keiran"), is_one_edit("firth", "smith")
    (True, False)
    """
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    end = 0
    while end < len(one) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if len(right) <= 1:
        return True
    return len(left) == len(right) == 2 and left == right[::-1]  # noqa: PLR2004 - two neighbours
