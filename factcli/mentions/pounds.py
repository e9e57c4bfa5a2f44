"""Pounds: whether those of a number weigh or pay, by the words around them; where nothing tells, they pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli import units
from factcli.english.amounts import (
    AFTER_BODIES,
    BANKNOTES,
    BODY_CHANGES,
    ENDS_OF_HEIGHTS,
    FUNDS,
    LEVERS,
    LOADS,
    MASS_CUES,
    PAYING,
    WEIGHING,
)
from factcli.english.marks import HYPHENS
from factcli.english.people import FORMS_OF_BE, PERSONAL_PRONOUNS
from factcli.mentions.amounts.hedges import begin_of_hedge
from factcli.units.currencies import SIGNS

if TYPE_CHECKING:
    from factcli.mentions.amounts.numerals import Numeral
    from factcli.mentions.lexer import Tokens

# Nobody loses or gains more of them: "the firm lost 20 million pounds".
_HEAVIEST = 1000
_MILLION = 1_000_000
_FAR = 7
_NEAR = 4


def weigh(tokens: Tokens, index: int, numeral: Numeral, *, hyphen: bool) -> bool:
    """Whether the pounds at ``index`` are a weight: "lost 20 pounds", "a 12-pound baby", "six pounds of flour"."""
    words, behind = tokens.words, tokens.words[index + 1]
    if words[numeral.first - 1] in {"stone", "stones", "st"} or _goes_on_in_units(tokens, index + 1):
        return True
    if hyphen and behind in HYPHENS and words[index + 2] in {"a", "an", "per"}:
        return False  # "a five-pound-a-week rise"
    converted = _converted(tokens, numeral.first, index + 1)
    if converted is not None:
        return converted
    is_attribute = hyphen or (words[index] == "pound" and behind.isalpha() and abs(numeral.value) != 1)
    if is_attribute and behind not in BANKNOTES:
        return numeral.scale < _MILLION  # "a million-pound home"
    return behind in MASS_CUES or _is_of_goods(tokens, index + 1) or (not hyphen and _is_load(tokens, index, numeral))


def _goes_on_in_units(tokens: Tokens, index: int) -> bool:
    """Whether ounces come after pounds, or what makes a pressure or a torque of them: "pounds per square inch"."""
    word, behind = tokens.words[index : index + 2]
    is_pressure = word == "per" and behind in {"square", "sq"}
    return is_pressure or (word in HYPHENS and behind in LEVERS) or _goes_on_in_ounces(tokens, index)


def _goes_on_in_ounces(tokens: Tokens, index: int) -> bool:
    """Whether ounces come after pounds: "7 pounds 8 ounces", "7-pound, 8-ounce"."""
    index += tokens.words[index] in {",", "and"}
    after = index + 1 + (tokens.words[index + 1] in HYPHENS)
    return tokens.words[after] in {"ounce", "ounces", "oz"}


def _converted(tokens: Tokens, first: int, after: int) -> bool | None:
    """Whether the same is said in brackets as a mass: "300 pounds (136 kg)"; False for money, None for neither."""
    words = tokens.words
    inside = after + 1 if words[after] == "(" else None
    if inside is None and words[first - 1] == "(":
        inside = max(first - 3, 0)
    if inside is None:
        return None
    near = words[inside : inside + _NEAR] if inside > first else words[max(first - _NEAR, 0) : first]
    if not SIGNS.keys().isdisjoint(near):
        return False
    return any(units.dimension_of(units.parse_unit(word)) == "mass" for word in near if word.isalpha()) or None


def _is_of_goods(tokens: Tokens, index: int) -> bool:
    return tokens.words[index] == "of" and tokens.words[index + 1] not in FUNDS


def _is_load(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    """Whether a verb or noun before says what the pounds do; one of money wins."""
    first, words = numeral.first, tokens.words
    before = words[max(first - _FAR, 0) : first]
    if not PAYING.isdisjoint(before) or not PAYING.isdisjoint(words[index + 1 : index + 1 + _NEAR]):
        return False
    near = before[-_NEAR:] if before[-1:] != ["with"] else []
    if not WEIGHING.isdisjoint(near) or not LOADS.isdisjoint(before):
        return True
    is_of_body = abs(numeral.value) < _HEAVIEST and not BODY_CHANGES.isdisjoint(near)
    begin = begin_of_hedge(tokens, first)
    return is_of_body or _is_after_height(words[max(begin - _FAR, 0) : begin]) or _is_somebody(tokens, index, numeral)


def _is_after_height(before: list[str]) -> bool:
    """Whether a height comes right before: "6ft 2in and 210 pounds", "6-foot-4, 240 pounds"."""
    last = before[-1:]
    return last in (["and"], [","], ["at"]) and not ENDS_OF_HEIGHTS.isdisjoint(before[-4:-1])


def _is_somebody(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    """Whether a person is so many pounds: "he was 240 pounds", "at 350 pounds, she"; not pounds short."""
    verb, behind = tokens.words[numeral.first - 1], tokens.words[index + 1]
    if verb == "at":
        return behind in PERSONAL_PRONOUNS or (behind == "," and tokens.words[index + 2] in PERSONAL_PRONOUNS)
    is_end = not behind[:1].isalnum() or behind in AFTER_BODIES
    return tokens.words[numeral.first - 2] in PERSONAL_PRONOUNS and verb in FORMS_OF_BE and is_end
