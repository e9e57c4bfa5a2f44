"""What a rate refers to: "US$2bn a year", "12 per 100,000 people", "$70-a-share", "15 euros/hour"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli import units
from factcli.english.amounts import RATE_ADVERBS, TIME_OF, WHOLES
from factcli.english.marks import HYPHENS
from factcli.english.nouns import is_plural, singular
from factcli.mentions.amounts.nouns import counted_noun
from factcli.mentions.amounts.numerals import read_digits

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

_ARTICLES = frozenset({"a", "an", "each", "every"})
# As written after a figure without its noun.
_LATIN = {"annum": "year", "diem": "day", "capita": "capita", "head": "head"}


def rate_after(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """What the figure that ends before ``index`` is per, in the singular, and the index after it."""
    word = tokens.words[index]
    if word == "per":
        return _per(tokens, index + 1)
    if word in _ARTICLES:
        return _whole(tokens, index + 1)
    if word in RATE_ADVERBS and not is_plural(tokens.words[index + 1]):
        return RATE_ADVERBS[word], index + 1
    if word == "/" and tokens.glued(index) and tokens.glued(index + 1):
        return _measure(tokens, index + 1)
    if word in HYPHENS and tokens.words[index + 1] in {"a", "an", "per"} and tokens.words[index + 2] in HYPHENS:
        return _whole(tokens, index + 3)
    return None


def _per(tokens: Tokens, index: int) -> tuple[str, int] | None:
    word = tokens.words[index]
    if word[:1].isdigit():
        number = read_digits(tokens, index, index)
        if number is None:
            return None
        noun = counted_noun(tokens, number.after)
        return (f"{number.value} {noun.unit}", noun.after) if noun else (str(number.value), number.after)
    if not word.isalpha() or word in {"cent", "se"}:
        return None
    return _LATIN.get(word) or _canonical(word), index + 1


def _whole(tokens: Tokens, index: int) -> tuple[str, int] | None:
    word = tokens.words[index]
    if word not in WHOLES or tokens.words[index + 1] in TIME_OF:
        return None
    return _canonical(word), index + 1


def _measure(tokens: Tokens, index: int) -> tuple[str, int] | None:
    word = tokens.words[index]
    unit = units.parse_unit(word) if word.isalpha() else None
    if unit is None and word not in WHOLES:
        return None
    return unit or word, index + 1


def _canonical(word: str) -> str:
    return units.names().get(word) or (singular(word) if is_plural(word) else word)
