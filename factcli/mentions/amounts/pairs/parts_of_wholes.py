"""Shares of a whole: "one in eight", "three out of four", "9 of 10 dentists", "a one-in-four chance"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcli import units
from factcli.english.function_words import AUXILIARIES
from factcli.english.labels import RANK_LABELS
from factcli.english.marks import HYPHENS
from factcli.english.nouns import PEOPLE, PEOPLE_ENDINGS, singular
from factcli.english.numbers import ARTICLES, NUMBER_WORDS
from factcli.mentions.amounts.amount import Amount, amount_at
from factcli.mentions.amounts.hedges import begin_of_hedge
from factcli.mentions.amounts.pairs.ends import figure_at
from factcli.mentions.amounts.pairs.scores import is_score
from factcli.mentions.ranks import is_ranked_of

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens


_PEOPLE = frozenset(map(singular, PEOPLE))
_SMALL_WHOLES = frozenset(map(Decimal, (*range(2, 11), 12, 20)))
_SENTENCE_ENDS = frozenset({"", ".", "!", "?", "that"})
# "No. 1 in 12 countries" is a rank.
_NUMBERING = RANK_LABELS | {"no", "nos"}
_OF_SHARES = HYPHENS | {"out", "in", "over", "of"}
_ROUND_WHOLES = frozenset(map(Decimal, (10, 100, 1000, 10_000, 100_000, 1_000_000)))


def share(tokens: Tokens, amount: Amount) -> Amount | None:
    """A share of a whole in words: "one in eight", "three out of four", "one over twenty"."""
    connector, index = tokens.words[amount.after], amount.after + 1
    if connector not in _OF_SHARES or not _is_part(tokens, amount):
        return None
    if connector in HYPHENS:
        is_hyphened = tokens.words[index] in {"in", "out"} and tokens.words[index + 1] in HYPHENS
        return _hyphened_share(tokens, amount, index + 2) if is_hyphened else None
    if connector == "out" and tokens.words[index] == "of":
        index += 1
    elif connector not in {"in", "over", "of"}:
        return None
    is_each = tokens.words[index] == "every"
    index += is_each
    if tokens.words[index] in ARTICLES:
        index += 1
    word = tokens.words[index]
    if not (word[:1].isdigit() or word in NUMBER_WORDS):
        return None
    whole = amount_at(tokens, index, index - 1 if tokens.words[index - 1] in ARTICLES else index)
    connector = "out" if is_each else connector
    if whole is None or whole.kind == "ordinal" or not _is_whole(tokens, amount, whole, connector):
        return None
    return amount._replace(
        after=whole.number_after,
        resume=whole.resume,
        value=amount.value / whole.value,
        quantum=None,
        per=None,
        is_weak=False,
    )


def _is_part(tokens: Tokens, amount: Amount) -> bool:
    """Whether a bare whole number may be a part of a whole."""
    is_whole = amount.unit is None and amount.value != 0 and amount.value == amount.value.to_integral_value()
    before = tokens.words[amount.first - 1 - (tokens.words[amount.first - 1] == ".")]
    return is_whole and before not in _NUMBERING and not is_ranked_of(tokens, amount.first)


def _hyphened_share(tokens: Tokens, part: Amount, index: int) -> Amount | None:
    """A share that hyphens join, with its whole at ``index``: "a one-in-four chance", "3-in-10 odds"."""
    if tokens.words[index] == "of" and tokens.words[index + 1] in HYPHENS:
        index += 2
    whole = figure_at(tokens, index)
    is_count = whole is not None and (whole.unit is None or units.dimension_of(whole.unit) == "count")
    if whole is None or whole.kind == "ordinal" or not is_count or not whole.value > abs(part.value):
        return None
    after = whole.number_after
    if tokens.words[after] in HYPHENS:
        return None
    return part._replace(after=after, resume=after, value=part.value / whole.value, quantum=None, is_weak=False)


def _is_whole(tokens: Tokens, part: Amount, whole: Amount, connector: str) -> bool:
    if not abs(part.value) < whole.value or (whole.unit is not None and units.dimension_of(whole.unit) != "count"):
        return False
    if connector == "over":
        return part.in_words | (part.value == 1) and not tokens.words[whole.after][:1].isalnum()
    if connector == "of":
        # "9 of 10 dentists" is a share, "60 of 100 senators" are sixty.
        is_of_people = whole.unit is None or whole.unit in _PEOPLE or whole.unit.endswith(PEOPLE_ENDINGS)
        return is_of_people and part.value > 1 and whole.value == 10 and not is_score(tokens, part)  # noqa: PLR2004
    is_small = _is_small_whole(tokens, whole) or _opens_sentence(tokens, part, whole)
    if connector == "in" and is_small and not is_score(tokens, part):
        return True
    return connector == "out" or part.value == 1 or whole.value in _ROUND_WHOLES or whole.unit in _PEOPLE


def _opens_sentence(tokens: Tokens, part: Amount, whole: Amount) -> bool:
    """Whether a sentence is about a share of things: "Two in three homes are empty", not "won two in three games"."""
    before = begin_of_hedge(tokens, part.first) - 1
    return tokens.words[before] in _SENTENCE_ENDS and whole.unit is not None and whole.value in _SMALL_WHOLES


def _is_small_whole(tokens: Tokens, whole: Amount) -> bool:
    """Whether a clause ends after a small whole, or its verb follows: "only 2 in 5, he said, agreed", "4 in 5 were"."""
    behind = tokens.words[whole.after]
    is_end = not behind[:1].isalnum() and behind not in HYPHENS | {"%"}
    return whole.unit is None and (is_end or behind in AUXILIARIES) and whole.value in _SMALL_WHOLES
