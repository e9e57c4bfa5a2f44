"""Scores of games and of votes, which are no ranges: "won 3-5", "the Rovers (8-36)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.amounts import SCORES
from factcli.english.nouns import is_plural

if TYPE_CHECKING:
    from factcli.mentions.amounts.amount import Amount
    from factcli.mentions.lexer import Tokens


_WALK_BACK = 6


def is_score(tokens: Tokens, lower: Amount) -> bool:
    """Whether a number is the first of a score, by the words before it and the bracket that it is in."""
    if lower.unit is not None or lower.value >= 100:  # noqa: PLR2004 - no score is higher
        return False
    before = tokens.words[max(lower.first - _WALK_BACK, 0) : lower.first]
    return _is_record(tokens, lower) or not SCORES.isdisjoint(before)


def _is_record(tokens: Tokens, lower: Amount) -> bool:
    """Whether a bracket after a name in the plural holds what was won and lost: "the Rovers (8-36)"."""
    first, after = lower.first, lower.after + 2
    is_alone = tokens.words[first - 1] == "(" and tokens.words[after] in {")", ","} and tokens.glued(after)
    return is_alone and tokens.is_capitalised(first - 2) and is_plural(tokens.words[first - 2])
