"""Whether two offices can be of one person: the roles of a draft and of a fact come in, yes or no goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.naming.roles import (
    FEDERAL,
    GROUPS,
    HELPERS,
    LEADING,
    SERVING,
    UNDERSTOOD,
    WHOLE_FIELDS,
    WHOLE_SCIENCES,
)
from factcli.english.stemming import find_words, meaning

if TYPE_CHECKING:
    from factcli.check.names_of_facts.offices import Role

_LEAST_MISSPELT = 6
_WHOLE_FIELD_STEMS = frozenset(map(meaning, WHOLE_FIELDS))
# A chief inspector has another rank than an inspector; the chief judge is a judge.
_WITH_CHIEFS = frozenset({"navy", "police"})
# In the name of an office itself they say that it is not the office: "vice president".
_LOWER = frozenset({"vice", "deputy", "assistant"})


def is_other_office(mine: Role, its: Role) -> bool:
    """Whether the head of one role excludes that of the other: an economist is not a psychologist."""
    if mine.head == its.head:
        return False
    if {mine.head, its.head} & LEADING and {mine.head, its.head} & SERVING:
        return not set(mine.bodies).isdisjoint(its.bodies)
    if mine.is_general or its.is_general:
        return False
    here, there = set(mine.head.split("-")), set(its.head.split("-"))
    if here <= there or there <= here:
        return not _LOWER.isdisjoint(here ^ there) or (
            "state" in here ^ there and (_is_federal(mine) or _is_federal(its))
        )
    are_of_one_group = not GROUPS.get(mine.head, frozenset()).isdisjoint(GROUPS.get(its.head, frozenset()))
    return (
        are_of_one_group
        or (mine.head in HELPERS) != (its.head in HELPERS)
        or _are_two_sciences(mine.head, its.head)
        or _is_misspelt(mine.head, its.head)
    )


def are_two_offices(mine: Role, its: Role) -> bool:
    """Whether two names with these offices are of two people: so are a colonel and a lieutenant colonel."""
    if is_other_office(mine, its) or is_other_rank(mine, its):
        return True
    groups = GROUPS.get(mine.head, frozenset()) & GROUPS.get(its.head, frozenset())
    return mine.head != its.head and bool(groups)


def _is_federal(role: Role) -> bool:
    """Whether an office is one of the whole United States, and not of one of them."""
    return role.text.replace(".", "").startswith(FEDERAL)


def _are_two_sciences(one: str, other: str) -> bool:
    """Whether both study something, and neither is a part of the other: a microbiologist is a biologist too."""
    ends = one.endswith("ologist") and other.endswith("ologist")
    return ends and WHOLE_SCIENCES.isdisjoint((one, other)) and not (one.endswith(other) or other.endswith(one))


def _is_misspelt(one: str, other: str) -> bool:
    """Whether one word was written for another that looks like it: "socialist" for "socialite"."""
    is_near = min(len(one), len(other)) > _LEAST_MISSPELT and one[:4] == other[:4]
    return is_near and OSA.distance(one, other, score_cutoff=2) <= 2  # noqa: PLR2004


def is_other_rank(mine: Role, its: Role) -> bool:
    """Whether the same office is held in another rank: a deputy mayor is not the mayor."""
    if mine.head != its.head:
        return False
    if mine.head == "professor":
        return bool(mine.ranks and its.ranks) and mine.ranks.isdisjoint(its.ranks)
    is_of_ranks = not GROUPS.get(mine.head, frozenset()).isdisjoint(_WITH_CHIEFS)
    added, left_out = mine.ranks - its.ranks, its.ranks - mine.ranks
    if not is_of_ranks:
        added -= {"chief"}
    return bool(added) or bool(left_out - UNDERSTOOD)


def is_other_party(mine: Role, its: Role) -> bool:
    """Whether the same office is held for another party: a Labour peer is not a crossbench peer."""
    return mine.head == its.head and bool(mine.parties and its.parties) and mine.parties.isdisjoint(its.parties)


def is_other_field(mine: Role, its: Role) -> bool:
    """Whether two ministers are for different things, or two professors teach them: finance is not foreign affairs."""
    here, there = mine.fields - _WHOLE_FIELD_STEMS, its.fields - _WHOLE_FIELD_STEMS
    return mine.head == its.head and bool(here and there) and here.isdisjoint(there)


def is_one_office(mine: Role, its: Role) -> bool:
    """Whether both are called by the same words, with a body, so that there is one holder at a time."""
    return bool(its.bodies) and mine.head == its.head and mine.time == its.time == "" and _words(mine) == _words(its)


def _words(role: Role) -> frozenset[str]:
    return frozenset(word.stem for word in find_words(role.text) if word.stem and word.text not in FUNCTION_WORDS)
