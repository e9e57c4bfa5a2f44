"""Tell a place in an order from the number of something: "reached No. 3" is a rank, "Platform No. 3" a name.

Ordinals that name ("the Third Reich", "a third-party app") are distinguished from those that rank ("the third-largest
bank").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english import labels
from factcli.english.marks import HYPHENS
from factcli.english.numbers import NAMED_AFTER_ORDINALS, NO_ORDINAL_BEFORE, NO_ORDINAL_JOINED

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

_NEAR = 4
_ENDINGS = ("est",)
_AFTER_ORDINAL = re.compile(r"[-\s]([^\W\d_]{1,40}+)")


def is_rank(tokens: Tokens, label: int, floor: int) -> bool:
    """Whether the number after the label at ``label`` ("number", "No", "#") is a place in an order.

    It is where a verb of ranking leads to it: "reached number four", "fell to No. 30", "the world number two".
    """
    before = label - 1
    if before < floor or (_heads_name(tokens, label) and tokens.words[before] != "world"):
        return False
    if _is_charted(tokens, label):
        return True
    word = tokens.words[before]
    if word in labels.RANKED or (word == "world" and label - 2 >= floor):
        return True
    return word in labels.RANK_PREPOSITIONS and _has_mover(tokens, before)


def _is_charted(tokens: Tokens, label: int) -> bool:
    """Whether what is ranked follows the number, after an article or an owner: "a number one hit", "the No. 2 seed"."""
    return _follows_charted(tokens, label + 1 + (tokens.words[label + 1] == "."))


def _follows_charted(tokens: Tokens, number: int) -> bool:
    after = number + 1 + (tokens.words[number + 1] in HYPHENS)
    return tokens.words[after] in labels.CHARTED and not tokens.is_capitalised(after)


def _heads_name(tokens: Tokens, label: int) -> bool:
    """Whether a name follows the number: "number 10 Downing Street"."""
    after = label + 1 + (tokens.words[label + 1] == ".")
    return tokens.words[after].isalnum() and tokens.is_capitalised(after + 1) and tokens.words[after + 2].isalpha()


def _has_mover(tokens: Tokens, preposition: int) -> bool:
    """Whether somebody or something climbs, falls, stays or spends weeks at or to the place."""
    near = tokens.words[max(0, preposition - _NEAR) : preposition]
    return any(word in labels.RANKED or word in labels.RANK_VERBS for word in near)


def is_number_one(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether a bare "one" is the first place in an order: "reached number one"."""
    label = index - 1
    if tokens.words[label] in HYPHENS and tokens.glued(index):
        return label - 1 >= floor and tokens.words[label - 1] == "number" and _follows_charted(tokens, index)
    return label > floor and tokens.words[label] == "number" and is_rank(tokens, label, floor)


def is_ranked_of(tokens: Tokens, index: int) -> bool:
    """Whether the number at ``index`` is a place among others: "ranked 23 out of 180"."""
    return index > 0 and tokens.words[index - 1] in labels.RANKS_OF


def is_superlative(word: str) -> bool:
    """Whether a word ranks what it describes: "largest", "worst", "most"."""
    return word in labels.SUPERLATIVES or (word.endswith(_ENDINGS) and word not in labels.NO_SUPERLATIVES)


def precedes_superlative(text: str, at: int) -> bool:
    """Whether a superlative comes right after ``at``, where an ordinal ends: "second-deadliest", "10th most"."""
    match = _AFTER_ORDINAL.match(text, at)
    return match is not None and is_superlative(match[1].lower())


def names_by_hyphen(tokens: Tokens, index: int) -> bool:
    """Whether an ordinal that a hyphen follows names something: "third-party", but not "second-deadliest"."""
    joined = tokens.words[index + 2]
    if is_superlative(joined):
        return False
    is_name = joined in NO_ORDINAL_BEFORE or joined in NO_ORDINAL_JOINED or names_with(tokens.words[index], joined)
    return is_name or tokens.words[index] == "second"


def names_with(ordinal: str, noun: str) -> bool:
    """Whether an ordinal makes a name or an idiom with the noun after it: "the eleventh hour", "a sixth-former"."""
    return noun in NAMED_AFTER_ORDINALS.get(ordinal, ())


def names_by_rank(tokens: Tokens, index: int) -> bool:
    """Whether the number at ``index`` says which one, and not how many: "magnitude 5 quakes", "the world No. 1 won"."""
    before = index - 1
    is_numero = tokens.words[before - 1 : before + 1] == ["no", "."] and tokens.is_capitalised(before - 1)
    is_within = tokens.words[before - 2].isalpha()  # not "Did he win? No. 40 people left."
    return (is_numero and is_within) or tokens.words[before] in {"magnitude", "number", "#"}
