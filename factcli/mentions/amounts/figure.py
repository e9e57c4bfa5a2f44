"""A text that is one figure and nothing else, as it is typed into a field: its hedge and its rate belong to it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factcli.mentions.amounts.hedges import hedge_after, leads_as_hedge
from factcli.mentions.amounts.rates import rate_after
from factcli.mentions.find import find_mentions
from factcli.mentions.lexer import lex
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens
    from factcli.model.facts import Mention

# The words before a range, whose second half the range itself has read.
_BEFORE_RANGES = (["between"], ["from"])


def sole_figure(text: str) -> Mention | None:
    """The mention of the quantity that the whole text states ("about US$2bn a year"); None for any other text."""
    mentions, blocks = list(find_mentions(text)), list(lex(text))
    if len(mentions) != 1 or len(blocks) != 1 or not isinstance(mentions[0].value, Quantity):
        return None
    [mention], [tokens] = mentions, blocks
    first = bisect_left(tokens.starts, mention.span.start, hi=tokens.count)
    after = bisect_left(tokens.starts, mention.span.end, hi=tokens.count)
    return mention if _begins(tokens, first, mention.value) and _ends(tokens, after) else None


def _begins(tokens: Tokens, first: int, value: object) -> bool:
    is_range = isinstance(value, Quantity) and value.is_range
    return first == 0 or leads_as_hedge(tokens, first) or (is_range and tokens.words[:first] in _BEFORE_RANGES)


def _ends(tokens: Tokens, after: int) -> bool:
    while after < tokens.count:
        found = rate_after(tokens, after) or hedge_after(tokens, after)
        if found is None:
            return False
        after = found[1]
    return True
