"""Hedges: the words around a figure that say whether it is exact, a bound or about right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.hedges import (
    AFTER_CLOSING_HEDGES,
    AFTER_OPEN_HEDGES,
    BETWEEN_NEGATION,
    BOUNDED,
    COMPARATIVES,
    DIRECTIONS,
    DISTANCES,
    HEDGES_AFTER,
    HEDGES_BEFORE,
    MOST_BETWEEN_NEGATION,
    NEGATIONS,
    NO_VERBS_DENIED,
    PASSES,
    PASSING_DOWNWARDS,
    PASSING_UPWARDS,
)
from factcli.english.marks import APOSTROPHES, HYPHENS
from factcli.english.nouns import is_plural
from factcli.mentions.phrases import Lexicon, reversed_lexicon
from factcli.units.currencies import SIGNS

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens
    from factcli.model.facts import Comparator

_PASSED: dict[str, Comparator] = {
    **{f"{verb} {way}": ">" for verb in PASSING_UPWARDS for way in PASSES},
    **{f"{verb} {way}": "<" for verb in PASSING_DOWNWARDS for way in PASSES},
}
_LEXICON = reversed_lexicon(
    _PASSED | {phrase.strip(): sign for sign, row in HEDGES_BEFORE.items() for phrase in row.split(",")}
)
_LEXICON_AFTER = Lexicon({phrase.strip(): sign for sign, row in HEDGES_AFTER.items() for phrase in row.split(",")})

_OPPOSITES: dict[Comparator, Comparator] = {">": "<=", "<": ">="}
_COMPASS = frozenset({"north", "south"})
_CLOSING_MARKS = frozenset({"", ".", ",", ";", ":", "!", "?", ")", "]", "”", '"', "-", "–", "—"})
_ARTICLES = frozenset({"a", "an", "another"})


def comparator_before(tokens: Tokens, index: int, floor: int) -> Comparator | None:
    """What the hedge that ends before token ``index`` says; None if none is there, "=" for "exactly"."""
    found = _LEXICON.longest_before(tokens, index, floor)
    if found is None and tokens.words[index - 1] in _ARTICLES and index - 1 > floor:
        found = _LEXICON.longest_before(tokens, index - 1, floor)
    if found is None:
        return None
    sign, first = found
    if tokens.words[first - 1] in HYPHENS and tokens.glued(first):
        return None  # "a 5-under 67"
    if tokens.words[first] == "up" and tokens.words[first - 1] in DIRECTIONS and index - first == 2:  # noqa: PLR2004
        return None
    if tokens.words[first] == "ca" and tokens.is_capitalised(first):
        return None  # California
    if tokens.words[first] in _COMPASS and (tokens.words[first - 1] in DISTANCES or tokens.words[index + 1] == "°"):
        return None
    return _OPPOSITES[sign] if sign in _OPPOSITES and _is_denied(tokens, first) else sign


def begin_of_hedge(tokens: Tokens, index: int) -> int:
    """The index at which the hedge that ends before ``index`` starts; ``index`` where there is none."""
    found = _LEXICON.longest_before(tokens, index, 0)
    return index if found is None else found[1]


def _is_denied(tokens: Tokens, index: int) -> bool:
    """Whether a negation governs the hedge that starts at ``index``: "no bigger than", "cannot be higher than"."""
    if tokens.words[index + 1] == "than" and _is_verb_denied(tokens, index - 1):
        return True  # "must not carry more than"
    for _ in range(MOST_BETWEEN_NEGATION):
        index -= tokens.words[index - 1] in BETWEEN_NEGATION
    return tokens.words[index - 1] in NEGATIONS or _is_contracted(tokens, index - 1)


def _is_verb_denied(tokens: Tokens, index: int) -> bool:
    """Whether the word at ``index`` is a verb or an adjective with "not" before it."""
    word = tokens.words[index]
    if not word.isalpha() or word in FUNCTION_WORDS or word in NO_VERBS_DENIED:
        return False
    return tokens.words[index - 1] in {"not", "never", "cannot"} or _is_contracted(tokens, index - 1)


def _is_contracted(tokens: Tokens, index: int) -> bool:
    """Whether the token at ``index`` is the end of "can't" or "won't"."""
    return tokens.words[index] == "t" and tokens.words[index - 1] in APOSTROPHES and tokens.glued(index)


def leads_as_hedge(tokens: Tokens, index: int) -> bool:
    """Whether all that comes before token ``index`` is one hedge."""
    found = _LEXICON.longest_before(tokens, index, 0)
    return found is not None and found[1] == 0


def hedge_after(tokens: Tokens, index: int) -> tuple[Comparator, int] | None:
    """What the hedge that starts at token ``index`` says ("or more", "+"), and the index after it, if there is one."""
    if tokens.words[index] == "," and tokens.words[index + 1] == "give":
        index += 1
    found = _LEXICON_AFTER.longest(tokens, index)
    if found is None:
        return None
    _, after = found
    if tokens.words[index] == "max" and tokens.is_capitalised(index):
        return None  # "the 737 Max"
    if tokens.words[index] in {"+", "-"}:
        return found if tokens.glued(index) and not tokens.words[after][:1].isdigit() else None
    if tokens.words[index] == "plus" and _is_added(tokens.words[after]):
        return None
    return None if tokens.words[index] in {"and", "or"} and not _closes(tokens, index, after) else found


def _closes(tokens: Tokens, index: int, after: int) -> bool:
    """Whether "and over" or "or more" before ``after`` belongs to the figure before it, not to one after it."""
    behind, said = tokens.words[after], tokens.words[after - 1]
    if tokens.words[index] == "or":
        return behind not in {"than", "$", "€", "£"} and not behind.isdigit()
    if behind in _CLOSING_MARKS or behind in AFTER_CLOSING_HEDGES:
        return True
    if behind in AFTER_OPEN_HEDGES or not behind.isalpha():
        return False
    is_bound = said in COMPARATIVES or said in {"above", "below", "up"}
    return is_bound or (said in {"over", "under"} and _is_bounded(tokens, index - 1))


def _is_bounded(tokens: Tokens, index: int) -> bool:
    """Whether the number at ``index`` is an age or size of those who are named before it, or opens the sentence."""
    if index == 0 or is_plural(tokens.words[index - 1]):
        return True
    return tokens.words[index - 1] in BOUNDED or tokens.words[index - 2] in BOUNDED


def _is_added(word: str) -> bool:
    """Whether "plus" before ``word`` adds something: "£20 plus £3", "ten plus expenses"."""
    return word[:1].isalnum() or word in SIGNS
