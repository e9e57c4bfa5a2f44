"""Hedges: the words around a figure that say whether it is exact, a bound or about right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.rows import word_set
from factcli.mentions.phrases import Lexicon, reversed_lexicon

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens
    from factcli.model.facts import Comparator

# Comparator: the phrases that stand before a figure, parted by commas.
_BEFORE: dict[Comparator, str] = {
    "~": """about, around, roughly, approximately, approx, approx., some, circa, ca., c., nearly, almost, close to,
        an estimated, estimated at, estimated, in the region of, in the order of, just under, just over, just short of,
        just shy of, not quite, ~, ≈, or so, somewhere around, more or less, virtually, practically, nigh on,
        on average, an average of, averaging""",
    ">": """more than, over, greater than, higher than, larger than, bigger than, above, upwards of, upward of,
        in excess of, exceeding, exceeds, exceed, exceeded, surpass, surpassed, surpassing, surpasses, topping, topped,
        longer than, older than, well over, well above, beyond, >, not less than or equal to, taller than, heavier than,
        bigger or greater than, better than, or more than""",
    ">=": """at least, no less than, no fewer than, not less than, not fewer than, a minimum of, minimum of,
        no smaller than, greater than or equal to, more than or equal to, bigger or equal than, greater or equal than,
        more or equal than, larger or equal than, >=, =>, ≥, not under, as many as or more than, a minimum""",
    "<": """less than, fewer than, lower than, smaller than, under, below, shorter than, younger than, short of,
        well under, well below, shy of, <, lighter than, cheaper than""",
    "<=": """up to, as many as, as much as, at most, no more than, not more than, no greater than, no higher than,
        a maximum of, maximum of, not exceeding, less than or equal to, fewer than or equal to, less or equal than,
        smaller or equal than, smaller than or equal to, lower than or equal to, <=, =<, ≤, at the most, as long as,
        as high as, not over, no longer than, no larger than, a maximum, up to a maximum of""",
    "=": "exactly, precisely, no more and no less than, equal to, equals, equals to, just, only",
}
_BEHIND: dict[Comparator, str] = {
    ">=": "or more, or above, or greater, or over, or older, or higher, or longer, plus, +, - plus, and over",
    "<=": "or less, or fewer, or below, or under, or younger, at most, or lower, tops, at the most",
    "~": "or so, or thereabouts, - odd, odd, - ish, - something, give or take",
}
_LEXICON = reversed_lexicon({phrase.strip(): sign for sign, row in _BEFORE.items() for phrase in row.split(",")})
_LEXICON_BEHIND = Lexicon({phrase.strip(): sign for sign, row in _BEHIND.items() for phrase in row.split(",")})

# "revised up to 3,000", "rose up to": here "up to" is a direction.
_DIRECTIONS = word_set(
    "revised revising revise raised raising rose rises rising risen increased increasing went gone jumped moved bumped"
    " climbed climbing this it them figure number drove driving shot scaled upped"
)
_ARTICLES = frozenset({"a", "an", "another"})


def comparator_before(tokens: Tokens, index: int, floor: int) -> Comparator | None:
    """What the hedge that ends before token ``index`` says; None if none stands there, "=" for "exactly"."""
    found = _LEXICON.longest_before(tokens, index, floor)
    if found is None and tokens.words[index - 1] in _ARTICLES and index - 1 > floor:
        found = _LEXICON.longest_before(tokens, index - 1, floor)
    if found is None:
        return None
    sign, first = found
    if tokens.words[first] == "up" and tokens.words[first - 1] in _DIRECTIONS and index - first == 2:  # noqa: PLR2004
        return None
    return sign


def leads_as_hedge(tokens: Tokens, index: int) -> bool:
    """Whether all that stands before token ``index`` is one hedge."""
    found = _LEXICON.longest_before(tokens, index, 0)
    return found is not None and found[1] == 0


def hedge_behind(tokens: Tokens, index: int) -> tuple[Comparator, int] | None:
    """What the hedge that starts at token ``index`` says ("or more", "+"), and the index behind it, if there is one."""
    found = _LEXICON_BEHIND.longest(tokens, index)
    if found is None:
        return None
    _, after = found
    if tokens.words[index] in {"+", "-"}:
        return found if tokens.glued(index) and not tokens.words[after][:1].isdigit() else None
    return None if tokens.words[index] == "plus" and tokens.words[after][:1].isalnum() else found
