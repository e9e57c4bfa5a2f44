"""What a rate refers to: "US$2bn a year", "12 per 100,000 people", "15 euros/hour", "3 t/ha/yr", "0.8 mm yr−1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli import units
from factcli.english.amounts import (
    COMPARED_SUMS,
    FIRST_OF_WHOLES,
    GLUED_RATES,
    RATE_ABBREVIATIONS,
    RATE_ADVERBS,
    TIME_OF,
    WHOLES,
)
from factcli.english.function_words import FUNCTION_WORDS, PREPOSITIONS, STOP_WORDS
from factcli.english.marks import APOSTROPHES, HYPHENS
from factcli.english.nouns import is_plural, singular
from factcli.english.numbers import SCALES
from factcli.mentions.amounts.exponents import DOTS, LONE_CAPITALS, NEGATIVE_SIGNS, negative_power
from factcli.mentions.amounts.money import currency_without_amount
from factcli.mentions.amounts.nouns import counted_noun
from factcli.mentions.amounts.number_words import add_words
from factcli.mentions.amounts.numerals import ONE, Numeral, read_digits
from factcli.mentions.amounts.quantities import plain_unit_at
from factcli.mentions.phrases import SymbolLexicon

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

_ARTICLES = frozenset({"a", "an", "each", "every"})
# As written after a figure without its noun.
_LATIN = {"annum": "year", "diem": "day", "capita": "capita", "head": "head"}
_LETTERS = {"d": "day", "y": "year", "a": "year"}
_ABBREVIATIONS = SymbolLexicon(RATE_ABBREVIATIONS)
_FIRST_OF_ABBREVIATIONS = frozenset(re.split(r"\W", form)[0] for form in RATE_ABBREVIATIONS)
_OF_RATES = _ARTICLES | {"per"}
_STARTS = _ARTICLES | RATE_ADVERBS.keys() | HYPHENS | DOTS | {"per", "/", "to"} | _FIRST_OF_ABBREVIATIONS
# Who or what a substance is shared out to: "8 hours of sleep a night", "40 kg of meat a head".
_SHARING = frozenset({"night", "head", "person"})
# A chemical formula: CO2, CO₂e, NO3, N, NaCl.
_FORMULA = re.compile(r"(?:[A-Z][a-z]?[0-9₀-₉]{0,2}){1,4}(?:-?eq?)?(?![\w])")
# "mg/kg/day" is per two things; a longer chain is a path or a list.
_MOST_DENOMINATORS = 3
_MOST_ADJECTIVES = 2
_MOST_OF_SUBSTANCE = 3


def rate_after(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """What the figure that ends before ``index`` is per, in the singular, and the index after it.

    Several denominators come in the order in which they are printed, with a dot between them: "ha·year".
    """
    if tokens.words[index] in COMPARED_SUMS and tokens.words[index + 1] in _OF_RATES:
        index += 1  # "£2bn more a year"
    if tokens.words[index] not in _STARTS and tokens.words[index + 1] not in NEGATIVE_SIGNS:
        index = _after_substance(tokens, index)
        if index == 0:
            return None
    parts: list[str] = []
    for _ in range(_MOST_DENOMINATORS):
        found = negative_power(tokens, index) or _denominator(tokens, index, is_first=not parts)
        if found is None:
            break
        part, index = found
        parts.append(part)
    return ("·".join(parts), index) if parts else None


def _after_substance(tokens: Tokens, index: int) -> int:
    """The index after what is measured, before its rate: "10 Gt CO2 yr−1", "4 g of salt per litre"; or 0."""
    is_of = tokens.words[index] == "of"
    first = index + is_of
    after = _after_formula(tokens, first) or (_after_words(tokens, first) if is_of else 0)
    if not after:
        return 0
    joint, whole = tokens.words[after : after + 2]
    is_time = joint == "a" and (whole in _SHARING or units.dimension_of(units.names().get(whole)) == "duration")
    is_rate = joint == "per" or is_time or (not is_of and (joint == "/" or whole in NEGATIVE_SIGNS))
    return after if is_rate else 0


def _after_words(tokens: Tokens, index: int) -> int:
    """The index after the one to three words of a substance that a rate follows: "carbon dioxide per"; or 0."""
    words = tokens.words
    if not words[index].isalpha():
        return 0
    for after in range(index + 1, index + _MOST_OF_SUBSTANCE + 1):
        if words[after] == "per":
            return after
        if not words[after].isalpha() or words[after] in STOP_WORDS:
            break
    return index + 1


def _after_formula(tokens: Tokens, index: int) -> int:
    """The index after the chemical formula at ``index``; 0 if none is there."""
    if not tokens.is_capitalised(index) or tokens.glued(index):
        return 0
    match = _FORMULA.match(tokens.text, tokens.starts[index])
    if match is None:
        return 0
    after = index
    while after < tokens.count and tokens.starts[after] < match.end():
        after += 1
    return after


def _denominator(tokens: Tokens, index: int, *, is_first: bool) -> tuple[str, int] | None:
    word = tokens.words[index]
    if word == "per":
        return _per(tokens, index + 1)
    if word == "/":
        return _stroke(tokens, index)
    if is_first:
        return _first_denominator(tokens, index)
    # "12 mg per kilogram a day"
    is_time = word in {"a", "an"} and units.dimension_of(units.names().get(tokens.words[index + 1])) == "duration"
    return _whole(tokens, index + 1) if is_time else None


def _first_denominator(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """What is said of a rate right after its figure only: "a year", "daily", "-a-share", "p.a."."""
    word = tokens.words[index]
    if word in _ARTICLES:
        return _whole(tokens, index + 1)
    if word in RATE_ADVERBS and not is_plural(tokens.words[index + 1]):
        return RATE_ADVERBS[word], index + 1
    if word == "to":
        return _exchanged(tokens, index)
    return _hyphenated(tokens, index) if word in HYPHENS else _abbreviation(tokens, index)


def _exchanged(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The currency that a rate of exchange is of: "82.7 to the dollar", but not "to the dollar's gains"."""
    money = currency_without_amount(tokens, index + 2) if tokens.words[index + 1] == "the" else None
    following = tokens.words[money[1]] if money else ""
    is_whole = following in FUNCTION_WORDS or not (following.isalpha() or following in APOSTROPHES)
    return money if is_whole else None


def _hyphenated(tokens: Tokens, index: int) -> tuple[str, int] | None:
    is_rate = tokens.words[index + 1] in {"a", "an", "per"} and tokens.words[index + 2] in HYPHENS
    return _whole(tokens, index + 3) if is_rate else None


def _abbreviation(tokens: Tokens, index: int) -> tuple[str, int] | None:
    is_glued = tokens.glued(index) and tokens.words[index] not in GLUED_RATES
    return None if is_glued else _ABBREVIATIONS.longest(tokens, index)


def _per(tokens: Tokens, index: int) -> tuple[str, int] | None:
    word = tokens.words[index]
    unit = plain_unit_at(tokens, index) or currency_without_amount(tokens, index)
    if unit is not None:
        return unit
    if word[:1].isdigit() or word in SCALES:
        return _per_number(tokens, index)
    if not word.isalpha() or word in {"cent", "se"}:
        return None
    head = _head_of_whole(tokens, index)
    return _LATIN.get(word) or _canonical(tokens.words[head]), head + 1


def _head_of_whole(tokens: Tokens, index: int) -> int:
    """The index of the noun that a rate is of, after its adjectives: "per diluted common share"."""
    words = tokens.words
    for head in range(index, index + _MOST_ADJECTIVES + 1):
        if words[head] in WHOLES:
            return head
        if not words[head].isalpha() or words[head] in STOP_WORDS or words[head] in _LATIN or is_plural(words[head]):
            break
    return index


def _per_number(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """A number of things or of a unit: "per 100,000 people", "per 100 km"."""
    is_word = tokens.words[index] in SCALES
    number = Numeral(index, index, ONE, ONE) if is_word else read_digits(tokens, index, index)
    if number is None:
        return None
    number = add_words(tokens, number)
    unit = plain_unit_at(tokens, number.after)
    if unit is not None:
        return f"{number.value:f} {unit[0]}", unit[1]
    noun = counted_noun(tokens, number.after)
    return (f"{number.value:f} {noun.unit}", noun.after) if noun else (f"{number.value:f}", number.after)


def _whole(tokens: Tokens, index: int) -> tuple[str, int] | None:
    word, behind = tokens.words[index], tokens.words[index + 1]
    if word == "second" and (not behind.isalpha() or behind in PREPOSITIONS):
        return "s", index + 1  # "24 images a second with it", but "two goals a second time"
    if word in FIRST_OF_WHOLES:
        unit = plain_unit_at(tokens, index)  # "a metric ton"
        return unit if unit and unit[1] > index + 1 else None
    # "A year on" is later, "a year on loans" a rate.
    is_time = behind in TIME_OF and not (behind == "on" and _names_object(tokens, index + 2))
    return None if word not in WHOLES or is_time else (_canonical(word), index + 1)


def _names_object(tokens: Tokens, index: int) -> bool:
    """Whether a word or a date, which is hidden by now, comes at ``index``: "an hour on loans", "an hour on May 1"."""
    return tokens.words[index].isalpha() or (tokens.words[index] == "" and index < tokens.count)


def _stroke(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """What is after a stroke that has white space on both sides or on neither: "€15/hour", "100 km / h"."""
    glued = tokens.glued(index)
    if tokens.glued(index + 1) != glued:
        return None
    index += 1
    word = tokens.words[index]
    if word[:1].isdigit():
        return _stroke_number(tokens, index)
    if not glued and word.upper() in LONE_CAPITALS:
        return None
    unit = plain_unit_at(tokens, index)
    if unit is not None or not glued:
        return unit or ((word, index + 1) if word in WHOLES else None)
    named = _LETTERS.get(word) or (units.parse_unit(word) if word.isalpha() else None)
    return (named or word, index + 1) if named or word in WHOLES else None


def _stroke_number(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """A round number of a unit after a stroke ("5 L/100 km"); "5 kg/11 lb" says one figure twice."""
    if not tokens.words[index].startswith("10") or tokens.words[index].strip("0") != "1":
        return None
    number = _per_number(tokens, index)
    if number is None or " " not in number[0]:
        return None
    whole = number[0].partition(" ")[2]
    before = plain_unit_at(tokens, index - 2)
    is_same = before is not None and units.dimension_of(before[0]) == units.dimension_of(whole)
    is_share = number[0] == "100 g"  # "3 mg/100 g"
    return None if (is_same and not is_share) or units.dimension_of(whole) == "count" else number


def _canonical(word: str) -> str:
    return units.names().get(word) or (singular(word) if is_plural(word) else word)
