"""Runs by their length: whether the "k" after a number is kilometres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.amounts import KINDS_OF_RUNS, RUNS
from factcli.english.function_words import ARTICLES, POSSESSIVES, PREPOSITIONS

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

# "A 5K" is a race without another word.
_LENGTHS = frozenset({"5", "10"})


def is_run(tokens: Tokens, index: int) -> bool:
    """Whether the "k" at ``index`` is kilometres of a run: "a 5k race", "ran a 10K"; not "a 5k run of copies"."""
    if tokens.words[index] != "k" or not tokens.glued(index):
        return False
    before, digits, behind = tokens.words[index - 2], tokens.words[index - 1], tokens.words[index + 1]
    if digits in _LENGTHS and before in ARTICLES | POSSESSIVES and tokens.is_capitalised(index):
        return not behind.isalpha() or behind in RUNS | PREPOSITIONS
    noun = index + 1 + (behind in KINDS_OF_RUNS)
    return tokens.words[noun] in RUNS and tokens.words[noun + 1] != "of"
