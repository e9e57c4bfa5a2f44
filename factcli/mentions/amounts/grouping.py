"""Thousands grouped with a full stop, as most of Europe writes them: "50.000 hectares", "12.500 people"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcli import units
from factcli.english.nouns import AVERAGED, PEOPLE, singular

if TYPE_CHECKING:
    from factcli.mentions.amounts.amount import Amount
    from factcli.mentions.lexer import Tokens

_GROUPED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9]|[.,][0-9])")
_PEOPLE = frozenset(map(singular, PEOPLE))
_THOUSAND = Decimal(1000)


def regrouped(tokens: Tokens, index: int, amount: Amount | None) -> Amount | None:
    """The figure whose digits start at ``index``, with its full stop read as what groups thousands where it does.

    None where it may be either: three zeros after a full stop are decimals of an instrument, or thousands.
    """
    if (
        amount is None
        or tokens.words[index + 1] != "."
        or amount.unit is None
        or amount.scale != 1
        or not _GROUPED.match(tokens.text, tokens.starts[index])
    ):
        return amount
    if amount.per is not None or amount.unit in AVERAGED:
        return amount
    is_people = amount.unit in _PEOPLE
    if amount.value != amount.value.to_integral_value() and not is_people:
        return amount
    if is_people or _is_written_out(tokens, amount):
        return amount._replace(value=amount.value * _THOUSAND // 1, quantum=_quantum(amount))
    return None


def _quantum(amount: Amount) -> Decimal | None:
    """The last place that is not a zero: 50.000 is fifty thousand, to ten thousand."""
    exponent = (amount.value * _THOUSAND // 1).normalize().as_tuple().exponent
    return Decimal(10) ** exponent if isinstance(exponent, int) else None


def _is_written_out(tokens: Tokens, amount: Amount) -> bool:
    """Whether nobody measured this to three decimals: a count, a sum of ten or more, a unit in full."""
    if amount.kind == "money":
        return abs(amount.value) >= 10  # noqa: PLR2004 - "$1.000" may be a price
    if units.dimension_of(amount.unit) == "count":
        return amount.value > 1
    return len(tokens.words[amount.after - 1]) > 4  # noqa: PLR2004 - "hectares", not "ha", "mL"
