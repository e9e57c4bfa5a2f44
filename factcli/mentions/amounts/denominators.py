"""The words that a number of parts is divided by: the "thirds" of "two thirds", the "tenth" of "one tenth"."""

from __future__ import annotations

from decimal import Decimal
from math import gcd
from typing import TYPE_CHECKING

from factcli import units
from factcli.english.marks import HYPHENS
from factcli.english.numbers import (
    AFTER_PARTS,
    AFTER_STEPS,
    ANY_ORDINAL,
    BEFORE_SHARES,
    BELOW_HUNDRED,
    PARTS,
    PLURAL_PARTS,
    SCALE_ORDINALS,
    SCALE_PARTS,
    TENS,
    UNITS,
    VERBS_OF_SHARES,
)
from factcli.mentions.amounts.durations import are_quarters_of_years
from factcli.mentions.amounts.numerals import POWERS

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

# The denominators of rulers and recipes.
_NO_NOUNS = HYPHENS | {"final", "finals", "place", ""}
_IN_DIGITS = frozenset({"2", "3", "4", "8", "16", "32", "64"})


def denominator_at(tokens: Tokens, position: int, *, one: bool) -> tuple[Decimal, int] | None:
    """What the word at ``position`` divides the number before it by, which is 1 if ``one``, and the index after it."""
    words = tokens.words
    hyphen = words[position] in HYPHENS
    position += hyphen
    word = words[position]
    if word == "one" and words[position + 1] in HYPHENS and words[position + 2] in SCALE_PARTS:
        return POWERS[SCALE_PARTS[words[position + 2]]], position + 3  # "six one-hundredths"
    if word in PLURAL_PARTS and not one and not are_quarters_of_years(tokens, position):
        return Decimal(PLURAL_PARTS[word]), position + 1
    if word in SCALE_PARTS or (one and word in SCALE_ORDINALS and _is_no_rank(tokens, position)):
        return POWERS[(SCALE_PARTS | SCALE_ORDINALS)[word]], position + 1
    if one:
        is_part = hyphen or reads_as_part(tokens, position) or _is_before_measure(tokens, position)
    else:
        is_part = hyphen and _is_part_of_several(tokens, position)
    if word in PARTS and is_part:
        return Decimal(PARTS[word]), position + 1
    return _of_several_words(tokens, position, one=one)


def _of_several_words(tokens: Tokens, position: int, *, one: bool) -> tuple[Decimal, int] | None:
    """What "five-hundredth" or "twenty-fifths" divides by, and the index after it."""
    words, word = tokens.words, tokens.words[position]
    if one and word in UNITS and (below := _hyphened_scale(tokens, position)):
        return below, position + 3
    if word in TENS:
        behind = position + 1 + (words[position + 1] in HYPHENS)
        last = words[behind]
        if last.endswith("s") and last[:-1] in ANY_ORDINAL and not one:
            return Decimal(TENS[word] + ANY_ORDINAL[last[:-1]]), behind + 1
        if one and last in ANY_ORDINAL and words[behind + 1] in {"", "of"} and words[position - 2] != "the":
            return Decimal(TENS[word] + ANY_ORDINAL[last]), behind + 1
    return None


def _hyphened_scale(tokens: Tokens, position: int) -> Decimal | None:
    """What "five-hundredth" divides by, where "of" follows: "one five-hundredth of the price"."""
    hyphen, scale, of = tokens.words[position + 1 : position + 4]
    is_part = hyphen in HYPHENS and scale in SCALE_ORDINALS and of == "of"
    return UNITS[tokens.words[position]] * POWERS[SCALE_ORDINALS[scale]] if is_part else None


def _is_part_of_several(tokens: Tokens, position: int) -> bool:
    """Whether a singular after a hyphen is one of several parts: "three-quarter hours", but "a two-quarter slump"."""
    above, below = BELOW_HUNDRED.get(tokens.words[position - 2], 0), PARTS.get(tokens.words[position], 0)
    is_proper = 1 < above < below and gcd(above, below) == 1
    return is_proper and tokens.words[position + 1] not in _NO_NOUNS


def _is_before_measure(tokens: Tokens, position: int) -> bool:
    """Whether a part is one of a unit: "one third cup"; a time is not divided so ("one third day" of three)."""
    return units.dimension_of(units.names().get(tokens.words[position + 1])) in {"volume", "length", "mass", "area"}


def reads_as_part(tokens: Tokens, position: int) -> bool:
    """Whether a singular such as "third" is a part here and not a rank: "a third of", but "a third time"."""
    behind = tokens.words[position + 1]
    before = tokens.words[position - 2]
    is_step = before == "by" and behind in AFTER_STEPS  # "fell by a third this year"
    is_group = tokens.words[position] == "quarter" or before in BEFORE_SHARES  # "nearly a third said"
    return is_step or (is_group and behind in VERBS_OF_SHARES) or behind in AFTER_PARTS or not behind[:1].isalnum()


def _is_no_rank(tokens: Tokens, position: int) -> bool:
    """Whether "one hundredth" is a part: before "of a", "as long" or "the size", and with no "the" before it."""
    one = position - (3 if tokens.words[position - 1] in HYPHENS else 2)
    return tokens.words[position + 1] in {"of", "as", "the"} and tokens.words[one] != "the"


def proper_fraction_at(tokens: Tokens, position: int) -> tuple[Decimal, int] | None:
    """The fraction that digits add after "and", and the index after it: "2 and 1/2"; "10 and 11/12" are days."""
    above, stroke, below = tokens.words[position : position + 3]
    is_whole = tokens.glued(position + 1) and tokens.glued(position + 2) and stroke == "/" and below in _IN_DIGITS
    is_span = tokens.words[position - 3] == "between"
    is_date = tokens.words[position + 3] == "/" and tokens.glued(position + 3)
    if not is_whole or is_span or is_date or len(above) > len(below) or int(above) >= int(below):
        return None
    return Decimal(above) / Decimal(below), position + 3
