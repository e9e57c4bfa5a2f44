"""Letters after a number that are kelvins or degrees, by the words around them: "cooled to 77 K", "a high of 98 F"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.amounts import HEAT, TEMPERATURES, THOUSANDS
from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.nouns import IN_MILLIONS, is_plural
from factcli.mentions.amounts.numerals import is_integral

if TYPE_CHECKING:
    from factcli.mentions.amounts.numerals import Numeral
    from factcli.mentions.lexer import Tokens

_DEGREES = {"C": "°C", "F": "°F"}
_LEAST_HOT = 1000
_LEAST_FAHRENHEIT = 20
_CONTEXT = 8


def is_kelvin(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    """Whether the "K" at ``index`` is kelvin and not a thousand, by the gap before it and the words around it."""
    if not tokens.is_capitalised(index) or numeral.in_words or tokens.words[index] != "k":
        return False
    around = {*tokens.words[max(index - _CONTEXT, 0) : index], *tokens.words[index + 1 : index + _CONTEXT]}
    if not TEMPERATURES.isdisjoint(around):
        return True
    behind = tokens.words[index + 1]
    if not THOUSANDS.isdisjoint(around):
        return False
    if numeral.value >= _LEAST_HOT:
        return True  # "a 3000K lamp": nobody writes a million so
    if tokens.glued(index) or behind in IN_MILLIONS:
        return False
    is_noun = behind.isalpha() and not tokens.is_capitalised(index + 1) and not is_plural(behind)
    return is_noun or not is_integral(numeral.value) or not behind[:1].isalnum() or behind in FUNCTION_WORDS


def unsigned_degrees(tokens: Tokens, index: int, numeral: Numeral) -> str | None:
    """The scale of degrees whose sign was left out: "minus 5C", "98F"."""
    letter = tokens.surface(index, index + 1) if index < tokens.count else ""
    unit = _DEGREES.get(letter)
    if unit is None or numeral.in_words or not (tokens.glued(index) or _is_about_weather(tokens, index)):
        return None
    if tokens.words[index + 1][:1].isalnum() and (tokens.glued(index + 1) or tokens.is_capitalised(index + 1)):
        return None
    return unit if letter == "C" or abs(numeral.value) >= _LEAST_FAHRENHEIT else None


def _is_about_weather(tokens: Tokens, index: int) -> bool:
    """Whether the words around a free "C" or "F" are of heat and cold: "a high of 98 F"."""
    around = tokens.words[max(index - _CONTEXT, 0) : index] + tokens.words[index + 1 : index + _CONTEXT]
    return not HEAT.isdisjoint(around)
