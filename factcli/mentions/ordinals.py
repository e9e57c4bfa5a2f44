"""Ordinals that are not a place in an order: part of a name, an adverb, or a quarter of a fiscal year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.labels import NAMED_BY_ORDINAL
from factcli.english.marks import HYPHENS
from factcli.english.numbers import (
    BEFORE_RANK,
    FIXED_AFTER_ORDINALS,
    NO_ORDINAL_AFTER,
    NO_ORDINAL_BEFORE,
    ORDINALS,
)
from factcli.mentions.amounts.identifiers import starts_sentence
from factcli.mentions.ranks import names_by_hyphen, names_with

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens


def names_something(tokens: Tokens, index: int) -> bool:
    """Whether an ordinal is part of a fixed word: "first-class", "at first", "split second", "a second"."""
    before, behind = tokens.words[index - 1], tokens.words[index + 1]
    if tokens.is_capitalised(index) and tokens.is_capitalised(index + 1) and not starts_sentence(tokens, index):
        return True  # "a Third World country"
    if behind in HYPHENS and tokens.glued(index + 1):
        return names_by_hyphen(tokens, index)
    if _is_adverb(tokens, index) or _is_of_fiscal_year(tokens, index):
        return True
    if behind in NO_ORDINAL_BEFORE or before in NO_ORDINAL_AFTER or names_with(tokens.words[index], behind):
        return True
    is_time = tokens.words[index] == "second" and before in {"a", "per", "one"}
    return is_time and (before != "a" or not behind[:1].isalpha())


def names_by_digits(tokens: Tokens, after: int) -> bool:
    """Whether an ordinal in digits that ends before ``after`` names what follows: "the 14th Amendment"."""
    return tokens.words[after] in NAMED_BY_ORDINAL and tokens.is_capitalised(after)


def _is_adverb(tokens: Tokens, index: int) -> bool:
    """Whether "first" says when: "First, stir it", "stir it first", "first and foremost"; "came first" is a place."""
    word, behind = tokens.words[index], tokens.words[index + 1]
    if f"{behind} {tokens.words[index + 2]}" in FIXED_AFTER_ORDINALS.get(word, ()):
        return True
    if word != "first":
        return False
    is_listed = behind == "," and tokens.words[index + 2] in ORDINALS
    if starts_sentence(tokens, index) or is_listed:
        return behind == "," and not is_listed
    return not behind[:1].isalnum() and behind not in HYPHENS and tokens.words[index - 1] not in BEFORE_RANK


def _is_of_fiscal_year(tokens: Tokens, index: int) -> bool:
    """Whether an ordinal counts a part of a year of accounts: "first quarter of fiscal 2021"."""
    part, joint, year = tokens.words[index + 1 : index + 4]
    if part in {"fiscal", "financial"}:
        return joint in {"quarter", "half"}
    return part in {"quarter", "half"} and joint == "of" and year in {"fiscal", "financial", "fy"}
