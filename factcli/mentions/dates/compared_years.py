"""Years that a figure is compared with: "up 18% on 2015", "down six points on 2019", "from 1990 levels"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.dates import BASE_CUES, PER_CENTS, PRICE_CUES, YEAR_BASES
from factcli.english.numbers import CARDINALS

if TYPE_CHECKING:
    from factcli.mentions.dates.grammar import Point
    from factcli.mentions.lexer import Tokens

LISTING = frozenset({",", "and", "or", "&"})
SENTENCE_ENDS = frozenset({"", ".", ":", "!", "?", ";"})
_FIRST_COMPARED, _LAST_COMPARED = 2000, 2039
_LONGEST_CHANGE = 5  # in words: "up £1.2m on"


def is_base(tokens: Tokens, point: Point) -> bool:
    """Whether a year comes before what it is compared by: "from 1990 levels"; "2018 sales fell" at the beginning."""
    before, following = tokens.words[point.first - 1], tokens.words[point.after]
    if following not in YEAR_BASES or not is_recent(point):
        return False
    is_share = before == "of" and tokens.words[point.first - 2] in PER_CENTS  # "84% of 2019 levels"
    is_cued = is_share or before in BASE_CUES or before in PRICE_CUES
    return is_cued or (begins_sentence(tokens, point.first) and (point.when.year or 0) % 100 != 0)


def is_compared(tokens: Tokens, point: Point) -> bool:
    """Whether a change is from a year of our time that ends its clause: "down from 2020.", "up 18% on 2015 and"."""
    first, year, following = point.first, point.when.year or 0, tokens.words[point.after]
    is_last = not following.isalnum() and following not in {"%", "-"}
    if tokens.words[first - 1] == "on":
        is_change = tokens.words[first - 2] in PER_CENTS or _is_up_or_down(tokens.words, first - 2)
        is_last |= following in LISTING
    else:
        is_change = tokens.words[first - 1] == "from" and tokens.words[first - 2] in {"up", "down"}
    return is_change and is_last and _FIRST_COMPARED <= year <= _LAST_COMPARED


def _is_up_or_down(words: list[str], last: int) -> bool:
    """Whether the amount that ends at ``last`` is a change since a year: "down six points on", "up £3m on"."""
    before = words[max(last - _LONGEST_CHANGE, 0) : last]
    return not {"up", "down"}.isdisjoint(before) and any(word[:1].isdigit() or word in CARDINALS for word in before)


def begins_sentence(tokens: Tokens, first: int) -> bool:
    """Whether a sentence begins at ``first``: after a full stop that is not that of an initial, as in "H.R. 1319"."""
    stop = first - 1
    is_initial = len(tokens.words[stop - 1]) == 1 and tokens.is_capitalised(stop - 1) and tokens.glued(stop)
    return tokens.words[stop] in SENTENCE_ENDS and not (tokens.words[stop] == "." and is_initial)


def is_recent(point: Point) -> bool:
    """Whether the year is one of this century or the last."""
    return 1900 <= (point.when.year or 0) <= 2099  # noqa: PLR2004 - the two
