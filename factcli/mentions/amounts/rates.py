"""What a rate refers to: "US$2bn a year", "12 per 100,000 people", "$70-a-share", "15 euros/hour"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli import units
from factcli.english.numbers import HYPHENS
from factcli.english.rows import word_set
from factcli.mentions.amounts.nouns import counted_noun, is_plural, singular
from factcli.mentions.amounts.numerals import read_digits

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

# What "a" or "an" behind a figure makes a rate of; anything may follow "per".
_WHOLES = word_set("""
    year month week day hour minute night share head person piece pupil student household family worker vote word
    barrel ounce gallon litre liter pound ton tonne kilo kilogram gram bottle ticket seat unit dose copy mile
    kilometre kilometer yard foot acre hectare bushel carat pint pack box bag set game match season quarter shift
    """)
_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "h",
    "apiece": "piece", "nightly": "night",
}  # fmt: skip
_TIME_OF = frozenset({"ago", "earlier", "later", "before", "after", "old", "on"})
_ARTICLES = frozenset({"a", "an", "each", "every"})
# As written behind a figure without its noun.
_LATIN = {"annum": "year", "diem": "day", "capita": "capita", "head": "head"}


def rate_behind(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """What the figure that ends before ``index`` is per, in the singular, and the index behind it."""
    word = tokens.words[index]
    if word == "per":
        return _per(tokens, index + 1)
    if word in _ARTICLES:
        return _whole(tokens, index + 1)
    if word in _ADVERBS and not is_plural(tokens.words[index + 1]):
        return _ADVERBS[word], index + 1
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
    if word not in _WHOLES or tokens.words[index + 1] in _TIME_OF:
        return None
    return _canonical(word), index + 1


def _measure(tokens: Tokens, index: int) -> tuple[str, int] | None:
    word = tokens.words[index]
    unit = units.parse_unit(word) if word.isalpha() else None
    if unit is None and word not in _WHOLES:
        return None
    return unit or word, index + 1


def _canonical(word: str) -> str:
    return units.names().get(word) or (singular(word) if is_plural(word) else word)
