"""A claim: what one figure of a sentence measures, slot by slot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from factcli.check.claims.near_deeds import NO_DEEDS, NearDeeds

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Claim:
    """What a figure measures.  A slot that the sentence does not fill is empty; words are given as stems.

    ``subject`` is the head noun of what its clause is about, empty where that is a name or a pronoun, and
    ``subject_names`` are the folded words of the names there.  ``verb`` is the verb of the clause.  ``attribute`` is
    the noun that governs the figure ("a deficit of"), ``counted`` the head of what is counted.  ``measures`` are rows
    of the table of measures that the clause names, the nearest first, and ``measure_terms`` the words that name them.
    ``narrowed`` are the words that make it a part: a group, a period, a statistic.  ``terms`` are the stems of its
    clause, ``near_terms`` those nearer to it than to another figure.  ``set_apart`` are the words that tell its thing
    from others of the kind: "an earlier strike", "before the strike".  ``owner`` are the folded words of the name of
    whom an age is said, and ``deeds`` what is done to what is counted.
    """

    subject: str = ""
    subject_names: frozenset[str] = _NONE
    verb: str = ""
    attribute: str = ""
    counted: str = ""
    measures: tuple[str, ...] = ()
    measure_terms: frozenset[str] = _NONE
    narrowed: frozenset[str] = _NONE
    near_terms: frozenset[str] = _NONE
    terms: frozenset[str] = _NONE
    set_apart: frozenset[str] = _NONE
    owner: frozenset[str] = _NONE
    deeds: NearDeeds = NO_DEEDS
    is_passive: bool = False
    is_intended: bool = False
    is_hoped: bool = False
    is_hypothetical: bool = False
    is_denied: bool = False
    is_change: bool = False
    is_bare_year: bool = False


NOTHING = Claim()


class ClauseClaim(NamedTuple):
    """What a clause says, whichever of its figures is asked for."""

    names: frozenset[str]
    subject: str
    verbs: list[int]
    terms: frozenset[str]
    set_apart: frozenset[str]
    is_passive: bool
    is_intended: bool
    is_hoped: bool
    is_hypothetical: bool
    is_denied: bool
