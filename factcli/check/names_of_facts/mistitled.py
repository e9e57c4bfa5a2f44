"""The rule for a known name beside another office than the facts give it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from factcli.check.names_of_facts.known_names import KnownNames
from factcli.check.names_of_facts.office_conflicts import (
    is_one_office,
    is_other_field,
    is_other_office,
    is_other_party,
    is_other_rank,
)
from factcli.check.names_of_facts.spelling import folded
from factcli.english.aliases import alias_of
from factcli.english.naming.kinds import KINDS
from factcli.english.naming.roles import GROUPS, KEPT_TITLES, OF_ONE_BODY, TRADES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factcli.check.names_of_facts.known_names import ComparedName, KnownName
    from factcli.check.names_of_facts.offices import Role
    from factcli.check.names_of_facts.surroundings import Surroundings

_Names = TypeVar("_Names", bound=KnownNames)

# Offices change: a fact this many years older or younger than the draft says nothing about it.
_MOST_YEARS = 2


class Mistitling(NamedTuple, Generic[_Names]):
    """A known name with another office: the fact, the office that it gives, and whether the draft's was right once."""

    fact: _Names
    known: Role
    is_outdated: bool


def find_mistitling(
    around: Surroundings, facts: Iterable[_Names], published: date | None
) -> tuple[Role, Mistitling[_Names]] | None:
    """The office that a draft has beside a name, and the fact that gives another; None where one gives the same."""
    role = around.role
    if role is None or role.time in {"former", "coming"} or around.is_told_apart or around.is_another:
        return None
    if role.bodies and not role.time and not around.is_of_another_time:
        role = role._replace(time="current")
    given = [(fact, its) for fact in facts if _is_of_the_time(fact, published) for its in roles_of(fact, around.name)]
    current = [(fact, its) for fact, its in given if not fact.is_superseded]
    conflicting = [(fact, its) for fact, its in current if _conflict(role, its, [each for each, _ in given])]
    if not conflicting or len(conflicting) < len(current):
        return None
    was_right = any(fact.is_superseded and not _conflict(role, its, [fact]) for fact, its in given)
    fact, its = conflicting[0]
    return role, Mistitling(fact, its, was_right)


def find_other_holder(
    around: Surroundings, facts: Iterable[_Names], published: date | None
) -> tuple[_Names, KnownName] | None:
    """Who has the office of a name that no fact knows; None where nobody has, or it may be of another time.

    Several may have one that is not "the" office, but hardly two of one first name.
    """
    role = around.role
    if role is None or around.is_told_apart or around.is_another or around.kin:
        return None
    is_of_one = role.is_of_one and around.has_aside
    first = around.name.words[0]
    for fact in facts:
        if not fact.is_superseded and _is_of_the_time(fact, published):
            for known in fact.names:
                may_be_meant = known.name.is_whole and (is_of_one or known.name.words[0] == first)
                if may_be_meant and any(is_one_office(role, its) for its in known.roles):
                    return fact, known
    return None


def roles_of(fact: KnownNames, name: ComparedName) -> Iterator[Role]:
    """The offices that a fact gives a name."""
    for known in fact.names:
        if known.name.words == name.words or _is_fuller(known.name, name):
            yield from (role for role in known.roles if not any(_is_short_of(role, full) for full in known.roles))


def _is_short_of(role: Role, full: Role) -> bool:
    """Whether one is the bare title of another: "Professor" of "professor of botany at Lomar"."""
    return role.head == full.head and not role.bodies and bool(full.bodies) and role.ranks <= full.ranks


def _is_fuller(known: ComparedName, name: ComparedName) -> bool:
    """Whether one is the other with middle names."""
    ends = {(each.words[0], each.words[-1]) for each in (known, name) if each.is_whole}
    return known.is_whole and name.is_whole and len(ends) == 1


def _is_of_the_time(fact: KnownNames, published: date | None) -> bool:
    day = fact.as_of.latest if fact.as_of else None
    return published is None or day is None or abs(published.year - day.year) <= _MOST_YEARS


def _conflict(mine: Role, its: Role, facts: Sequence[KnownNames]) -> bool:
    if its.time in {"former", "coming"}:
        is_said = mine.time == "current" or GROUPS.get(mine.head, frozenset()).isdisjoint(KEPT_TITLES)
        return mine.head == its.head and is_said and not _is_other_body(mine, its, facts)
    if is_other_office(mine, its) or is_other_rank(mine, its) or is_other_party(mine, its):
        return True
    if is_other_field(mine, its):
        return True
    if {mine.head, its.head} <= TRADES and mine.head != its.head:
        return any(_is_known(body, fact) for body in mine.bodies for fact in facts) and bool(its.bodies)
    is_one_office = mine.head == its.head or mine.is_general or its.is_general
    return is_one_office and _has_one_body(mine) and _has_one_body(its) and _is_other_body(mine, its, facts)


def _has_one_body(role: Role) -> bool:
    """Whether whoever holds the office of one body does not hold it of another: not the director of a film."""
    if role.head in OF_ONE_BODY or role.link in {"at", "with"}:
        return True
    return role.head == "director" and (bool(role.ranks) or any(_kinds_in(body) for body in role.bodies))


def _kinds_in(body: str) -> frozenset[str]:
    return KINDS.intersection(body.lower().split())


def _is_other_body(mine: Role, its: Role, facts: Sequence[KnownNames]) -> bool:
    """Whether both say of what the office is, and none of the draft's names is known to the facts."""
    for are_places in (True, False):
        here = [body for body in mine.bodies if _tells(body) and _is_place(body) == are_places]
        there = [body for body in its.bodies if _tells(body) and _is_place(body) == are_places]
        if here and there:
            return not any(_is_known(body, fact) or _is_short(body, there) for body in here for fact in facts)
    return False


def _tells(body: str) -> bool:
    """Whether a body has a name, besides what it is: not "the Institute"."""
    return " " in body or body.lower() not in KINDS


def _is_place(body: str) -> bool:
    return _place(body) is not None


def _place(body: str) -> str | None:
    """The key of a place, that of "US" and "U.S." too, which are kept in capitals."""
    plain = body.replace(".", "")
    return alias_of(plain) or alias_of(plain.lower())


def _is_known(body: str, fact: KnownNames) -> bool:
    known = fact.vocabulary
    return _place(body) in known.names or all(known.knows(folded(word)) for word in body.split())


def _is_short(body: str, others: list[str]) -> bool:
    """Whether a name is the initials of another: "NCA" of the "National Crime Agency"."""
    return any(_initials(other) == body or _initials(body) == other for other in others)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
