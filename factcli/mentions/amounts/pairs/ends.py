"""The figure at an index with its currency, where another figure leads to it: the upper end of a range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.numbers import NUMBER_WORDS
from factcli.mentions.amounts.amount import Amount, amount_at

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens


# The number of a second figure starts at most this many tokens after its currency.
_LONGEST_PREFIX = 3


def figure_at(tokens: Tokens, index: int) -> Amount | None:
    """The figure that starts at ``index`` with its currency, if it has one."""
    for position in range(index, index + _LONGEST_PREFIX + 1):
        word = tokens.words[position]
        if word[:1].isdigit() or word in NUMBER_WORDS:
            amount = amount_at(tokens, position, index)
            return amount if amount is not None and amount.first == index else None
        if not word:
            return None
    return None
