"""Two claims side by side: which of their slots are the same, which differ, and which only one of them fills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcli.english.measuring.deeds import done_by_verb
from factcli.english.measuring.named_measures import excluded
from factcli.english.people import PERSONS
from factcli.english.stemming import meaning
from factcli.english.synonyms import SAME_COUNT

if TYPE_CHECKING:
    from collections.abc import Collection, Container

    from factcli.check.claims.slots import Claim

_PREFIX = 6
Likeness = Literal["same", "other", "open"]


def like_measure(here: Claim, there: Claim, labels: frozenset[str]) -> Likeness:
    """Whether both figures are of one measure, or of two, by the table of measures and by what is done.

    Where the draft names its measure by what both count, or by words that are ``labels`` (stems) of the fact, the table
    does not decide: "confirmed cases" are cases.  Nor does it where the same is done to the same things.
    """
    likeness = _like_named(here, there, labels)
    deed = like_deed(here, there)
    is_one_count = bool(here.counted) and here.counted == there.counted
    return deed if deed == "other" or likeness == "open" or (deed == "same" and is_one_count) else likeness


def _like_named(here: Claim, there: Claim, labels: frozenset[str]) -> Likeness:
    """Whether the table of measures knows both, as one measure or as two that exclude each other."""
    if not here.measures or not there.measures:
        return "open"
    if set(here.measures) & set(there.measures):
        return "same"
    named = labels | {meaning(there.counted)} if there.counted else labels
    if here.measure_terms and here.measure_terms <= named:
        return "open"
    return "other" if any(excluded(one, two) for one in here.measures for two in there.measures) else "open"


def like_deed(here: Claim, there: Claim) -> Likeness:
    """Whether the same is done to what both figures count; open where the words of either may tell of both."""
    ours, theirs = here.deeds, there.deeds
    if not ours.own or not theirs.own:
        return "open"
    if ours.own & theirs.own:
        return "same"
    return "open" if ours.own & theirs.all or theirs.own & ours.all else "other"


def is_one_deed(left: str, right: str) -> bool:
    """Whether two verbs (stems) may tell of one deed."""
    return not done_by_verb(left).isdisjoint(done_by_verb(right))


def said_otherwise(here: Claim, there: Claim, measure: Likeness) -> frozenset[str]:
    """The words of ``here`` that name by another word the same ``measure``, or the same deed, as ``there``."""
    is_nearest = measure == "same" and not set(here.measures[:1]).isdisjoint(there.measures)
    named = here.measure_terms if is_nearest else frozenset[str]()
    return named | {here.verb} if here.verb and like_deed(here, there) == "same" else named


def like_noun(here: Claim, there: Claim, known: Container[str]) -> Likeness:
    """Whether both count the same things; ``known`` are the stems that the fact knows."""
    if not here.counted or not there.counted:
        return "open"
    if is_one_noun(here.counted, there.counted):
        return "same"
    if "time" in (here.counted, there.counted):  # "won 21 times", "won 21 games"
        return "open"
    if here.counted in PERSONS:
        return "same" if there.counted in PERSONS else "open"
    return "open" if meaning(here.counted) in known else "other"


def is_one_noun(left: str, right: str) -> bool:
    """Whether two counted nouns (singular) count the same things."""
    return left == right or meaning(left) == meaning(right) or any(left in row and right in row for row in SAME_COUNT)


def knows_stem(known: Collection[str], stem: str) -> bool:
    """Whether a stem, or one with the same beginning, is known: "redevelop" and "redevelopment"."""
    if stem in known:
        return True
    head = stem[:_PREFIX]
    return len(head) == _PREFIX and any(each.startswith(head) for each in known)


def like_attribute(here: Claim, there: Claim, known: Collection[str]) -> Likeness:
    """Whether the noun that governs the figure is one that the fact knows."""
    if not here.attribute:
        return "open"
    if here.attribute == there.attribute or knows_stem(known, here.attribute):
        return "same"
    return "other"


def like_owner(here: Claim, there: Claim) -> Likeness:
    """Whether both are ages of one name, which one of the two may shorten."""
    if not here.owner or not there.owner:
        return "open"
    return "same" if here.owner <= there.owner or there.owner <= here.owner else "other"


def known_share(here: Claim, known: Container[str]) -> float:
    """The share of the words of the figure's clause that the fact knows; those near the figure count twice."""
    total = shared = 0.0
    for term in here.terms | here.near_terms:
        weight = 1.0 if term in here.near_terms else 0.5
        total += weight
        if term in known:
            shared += weight
    return shared / total if total else 0.0


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the words of both that both have."""
    return len(left & right) / len(left | right) if left and right else 0.0
