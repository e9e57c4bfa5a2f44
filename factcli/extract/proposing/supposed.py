"""Which figures are only needed, hoped for or possible: "needs £3m", "aims to sell 40", "could reach 60"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.english.function_words import AUXILIARIES
from factcli.english.measuring.clause_words import (
    ABILITY,
    DENIALS,
    FORECASTS,
    HOPING,
    NEEDING,
    POSSIBLE,
    RELATIVE,
    SUBORDINATE,
    WANTED_MORE,
)
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.people import VERBS as SPEECH
from factcli.extract.proposing.measured import covered
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention, Value

_REACH = 14
_NEAR = 4
_HOPING = HOPING | {"try", "tries", "trying"}
_OF = frozenset({"of", "for"})
_CLAUSE_ENDS = (RELATIVE | SUBORDINATE) - {"if", "as"}


def is_supposed(mention: Mention, value: Value, segment: Segment) -> bool:
    """Whether the clause before a figure says that it is what may be, would be or is wanted, not what is.

    What somebody announced is a fact of the announcement: "The council said it would spend £3m".
    """
    if not isinstance(value, Quantity):
        return False
    first, after = covered(mention, segment.words)
    clause = _clause_before(segment.words, first)
    return (
        _is_possible(clause, segment.words[:first])
        or _may_come_about(segment.words[after : after + _NEAR])
        or _is_wanted(clause, segment.words[first:after], value)
    )


def _clause_before(words: Sequence[Word], first: int) -> list[str]:
    """The words from the beginning of the clause to the figure; a comma between two figures ends none."""
    begin = first
    while begin > max(first - _REACH, 0) and not _ends_clause(words, begin - 1):
        begin -= 1
    return [word.text for word in words[begin:first] if not word.is_capital or word.opens_sentence]


def _ends_clause(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.text == "," and at:
        return not words[at - 1].text[:1].isdigit()
    return word.text in _CLAUSE_ENDS or (word.is_mark and word.text in {";", ":", "(", "“", '"'})


def _is_possible(clause: list[str], before: Sequence[Word]) -> bool:
    """Whether something could, might or would be, or is only so if something else is."""
    if "if" in clause or any(one in FORECASTS and other in _OF for one, other in pairwise(clause)):
        return True
    if not POSSIBLE.isdisjoint(clause):
        return DENIALS.isdisjoint(clause) and ABILITY.isdisjoint(clause)
    announced = any(word.text in SPEECH or word.text == "that" for word in before)
    return "would" in clause and DENIALS.isdisjoint(clause) and not (announced and NEEDING.isdisjoint(clause))


def _may_come_about(following: Sequence[Word]) -> bool:
    """Whether what is counted may do something: "a further 40 boats may sink"."""
    said = (word.text for word in following if not word.is_capital and (is_verb(word.text) or word.text in AUXILIARIES))
    return next(said, "") in POSSIBLE


def _is_wanted(clause: list[str], inside: Sequence[Word], value: Quantity) -> bool:
    """Whether somebody hopes to have so much, or needs that sum or as many more."""
    if any(one in _HOPING and other in {"to", "for"} for one, other in pairwise(clause)):
        return True
    if clause[-1:] in ([word] for word in _HOPING):
        return True
    if NEEDING.isdisjoint(clause):
        return False
    is_more = not WANTED_MORE.isdisjoint([*clause, *(word.text for word in inside)])
    return value.dimension == "money" or is_more or "will" in clause
