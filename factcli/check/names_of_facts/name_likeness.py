"""Two names -> how the one may have been written for the other: a slip in one word, or another first name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcli.check.names_of_facts.name_marks import other_generation, other_initials, other_particles
from factcli.check.names_of_facts.spelling import (
    are_acronyms_alike,
    differ_by_doubling,
    folded,
    is_inflection,
    is_near,
    is_one_slip,
    is_other_accent,
    is_said_alike,
    is_same,
    slip_of,
)
from factcli.english.aliases import alias_of
from factcli.english.naming.given_names import is_given_name, is_short_form, is_transcription
from factcli.english.naming.kinds import BODIES, KINDS, OPENING_KINDS, TRADES
from factcli.english.naming.names import DOCTRINE_ENDINGS
from factcli.english.naming.roles import MAYBE_TITLES, ROLE_NOUNS

if TYPE_CHECKING:
    from factcli.check.names_of_facts.known_names import ComparedName

_SHORTEST_SINGLE = 5
_MOST_WORDS_OF_A_PERSON = 4
_LEAST_REST = 3
_LONG_REST = 2
_LONG_BESIDE_KIND = 8
_ANY_KINDS = KINDS | OPENING_KINDS


class NameLikeness(NamedTuple):
    """What differs: ``kind``, the two words as written, and how much context it takes to be sure.

    ``needed`` is the number of shared words for a finding at its own level, ``for_note`` for a note.
    """

    kind: Literal["slip", "first", "single", "mark"]
    wrong: str
    right: str
    needed: int
    for_note: int

    @property
    def may_be_sure(self) -> bool:
        """Whether any context would be enough."""
        return self.needed < _NEVER


_NEVER = 99
# What makes a place its people: "Victoria", "Victorian".
_PEOPLE = frozenset({"n", "an", "ian", "i"})
# With this many distinctive words in common there is no doubt who is meant.
_SURE = 2


def likeness(mine: ComparedName, its: ComparedName, *, is_person: bool) -> NameLikeness | None:
    """How a name of a draft is like a known one; None where both are the same, or two names.

    ``is_person`` says that one of them is known to be a person's.
    """
    if mine.words == its.words and _has_other_marks(mine, its):
        return _of_marks(mine, its, is_person=is_person)
    if not its.is_whole or not mine.is_whole:
        return _of_single(mine, its)
    return _of_whole(mine, its, is_person=is_person)


def _of_whole(mine: ComparedName, its: ComparedName, *, is_person: bool) -> NameLikeness | None:
    """How names of several words are alike."""
    pairs = _aligned(mine, its)
    others = [at for at, (one, other) in enumerate(pairs) if not is_same(one, other)]
    if len(others) != 1 or (not is_person and _are_of_two_things(others[0], mine, its)):
        return None
    at = others[0]
    wrong, right = pairs[at]
    rest = [folded(one) for place, (one, _) in enumerate(pairs) if place != at]
    one, other = folded(wrong), folded(right)
    if {one, other} <= BODIES:
        return NameLikeness("slip", wrong, right, _NEVER, 1 if len(rest) > _SURE else 2) if len(rest) > 1 else None
    slip = _of_slip(wrong, right, rest, is_person=is_person, is_first=at == 0)
    if slip and len(mine.words) != len(its.words):
        # Without its middle name, it may as well be another's.
        if not is_one_slip(one, other):
            return None
        return slip._replace(needed=max(slip.needed, 2), for_note=max(slip.for_note, 1))
    if slip or at or len(mine.words) != len(its.words) or mine.is_of_partners or its.is_of_partners:
        return slip
    return _of_first(wrong, right, rest, is_person=is_person)


# A draft has the same names again and again, and so has what it is held against.
@lru_cache(2_048)
def is_known_as(mine: ComparedName, its: ComparedName) -> bool:
    """Whether one name is the other, or a part of it: "Ana Ruiz" of "Ana María Ruiz", "Bill Hale" of "William Hale"."""
    if _has_other_marks(mine, its):
        return False
    small, large = sorted((mine, its), key=lambda name: len(name.words))
    if small is its and (its.words[0], its.words[-1]) != (mine.words[0], mine.words[-1]):
        return False
    rest = list(large.written)
    for number, word in enumerate(small.written):
        found = next((at for at, other in enumerate(rest) if _is_one(word, other, is_first=number == 0)), None)
        if found is None:
            return False
        rest = rest[found + 1 :]
    return True


def _is_one(word: str, other: str, *, is_first: bool) -> bool:
    one, its = folded(word), folded(other)
    if is_other_accent(word, other):
        return False
    may_be_short = is_first and not (word.isupper() or other.isupper())
    return is_same(word, other) or is_transcription(one, its) or (may_be_short and is_short_form(one, its))


def _has_other_marks(mine: ComparedName, its: ComparedName) -> bool:
    """Whether initials, a generation or particles say that two names are not one, whatever their words are."""
    return mine.marks != its.marks and (
        other_initials(mine.marks, its.marks)
        or (mine.is_whole and other_generation(mine.marks, its.marks))
        or (mine.is_whole and other_particles(mine.marks, its.marks))
    )


def _of_marks(mine: ComparedName, its: ComparedName, *, is_person: bool) -> NameLikeness | None:
    """The likeness of two names that have the same words: a relative, or a stranger, may have them too.

    Films and wars have a II and a III, and so have kings, of whom the one is not written for the other; nor is
    "Group B" written for "Group D".
    """
    if mine.marks.ends_in_initial:
        return None
    is_of_family = (is_person and mine.words[0] not in MAYBE_TITLES) or mine.marks.is_junior_or_senior
    if other_generation(mine.marks, its.marks) and not is_of_family:
        return None
    if other_initials(mine.marks, its.marks) or other_generation(mine.marks, its.marks):
        return NameLikeness("mark", mine.full, its.full, 2, 1)
    return NameLikeness("slip", mine.marks.particles, its.marks.particles, 1, _NEVER)


def _aligned(mine: ComparedName, its: ComparedName) -> list[tuple[str, str]]:
    """The words of two names that belong together; of a name with middle names only the first and the last."""
    if len(mine.words) == len(its.words):
        return list(zip(mine.written, its.written, strict=True))
    small, large = sorted((mine, its), key=lambda name: len(name.words))
    if len(small.words) > _LONG_REST or not KINDS.isdisjoint(large.words):
        return []
    return [(name[0], other[0]) for name, other in ((mine.written, its.written),)] + [
        (mine.written[-1], its.written[-1])
    ]


def _of_slip(wrong: str, right: str, rest: list[str], *, is_person: bool, is_first: bool) -> NameLikeness | None:
    one, other = folded(wrong), folded(right)
    if not any(len(word) >= _LEAST_REST for word in rest) or _are_two_words(one, other, is_person=is_person):
        return None
    is_two_people = is_first and _are_two_people(one, other)
    slip = "soft" if is_other_accent(wrong, right) else slip_of(one, other)
    distinctive = [word for word in rest if not _is_common(word, KINDS if is_first else _ANY_KINDS)]
    is_sure = len(distinctive) >= _SURE or (bool(distinctive) and len(rest) > _SURE)
    if slip is None and is_sure and min(len(one), len(other)) >= _SHORTEST_SINGLE:
        slip = "hard" if is_near(one, other) else None
    if slip is None or (is_two_people and not is_one_slip(one, other)):
        return None
    if is_inflection(one, other) and not (is_person and KINDS.isdisjoint((one, other))):
        return NameLikeness("slip", wrong, right, _NEVER, 0 if is_sure else _SURE) if distinctive and rest[1:] else None
    if not distinctive:
        is_long = slip == "soft" and min(len(one), len(other)) >= _LONG_BESIDE_KIND
        return NameLikeness("slip", wrong, right, 2, 1 if is_long else _NEVER)
    if is_sure:
        return NameLikeness("slip", wrong, right, 1, 0)
    is_likely = is_said_alike(one, other) or is_one_slip(one, other)
    needed = 1 if is_likely and (slip == "soft" or (not is_first and one[0] == other[0])) else 2
    return NameLikeness("slip", wrong, right, needed, _NEVER if slip == "hard" or is_two_people else 0)


def _is_common(word: str, kinds: frozenset[str]) -> bool:
    """Whether a word is in the names of many things: kinds, directions, countries."""
    return word in kinds or (bool(alias_of(word)) and not is_given_name(word))


def _are_two_people(one: str, other: str) -> bool:
    """Whether both are given names, but not homophones, which are written for each other: "Katharine", "Katherine"."""
    are_homophones = is_said_alike(one, other) and min(len(one), len(other)) >= _SHORTEST_SINGLE
    return is_given_name(one) and is_given_name(other) and not are_homophones


def _of_first(wrong: str, right: str, rest: list[str], *, is_person: bool) -> NameLikeness | None:
    """Another first name with the same surname, if both are names of people."""
    one, other = folded(wrong), folded(right)
    if len(rest) >= _MOST_WORDS_OF_A_PERSON or min(len(one), len(other)) < 2:  # noqa: PLR2004 - an initial
        return None
    if is_short_form(one, other) or is_transcription(one, other) or not ROLE_NOUNS.isdisjoint((one, other)):
        return None
    if rest[-1] in KINDS or {one, other} & _ANY_KINDS or any(map(_is_of_place, (one, other, rest[-1]))):
        return None
    if ("-" in one and (other in one.split("-"))) or ("-" in other and (one in other.split("-"))):
        return None
    if len(rest[-1]) < _LEAST_REST:
        return None
    are_people = is_person or is_given_name(one) or is_given_name(other)
    needed = 2 + 2 * (not are_people)
    return NameLikeness("first", wrong, right, needed, _NEVER)


def _of_single(mine: ComparedName, its: ComparedName) -> NameLikeness | None:
    if mine.is_whole or its.is_whole:
        return None
    wrong, right = mine.written[0], its.written[0]
    if wrong.isupper() or right.isupper():
        return NameLikeness("single", wrong, right, _NEVER, 2) if are_acronyms_alike(wrong, right) else None
    if is_other_accent(wrong, right) and mine.words == its.words:
        return NameLikeness("single", wrong, right, _NEVER, 1)
    one, other = mine.words[0], its.words[0]
    slip = slip_of(one, other) if min(len(one), len(other)) >= _SHORTEST_SINGLE else None
    if slip is None or (slip == "hard" and not is_one_slip(one, other)):
        return None
    if is_inflection(one, other) or _are_place_and_people(one, other):
        return None
    likely = 0 if differ_by_doubling(one, other) else 1
    return NameLikeness("single", wrong, right, _NEVER, likely if slip == "soft" else 2)


def _are_two_words(one: str, other: str, *, is_person: bool) -> bool:
    """Whether both are right, of different things: "Ministry" and "Minister", "Costa Rica" and "Costa Rican"."""
    return {one, other} <= KINDS or (not is_person and _are_place_and_people(one, other))


def _are_place_and_people(one: str, other: str) -> bool:
    """Whether one word is a place or doctrine and the other its people: "Costa Rica", "Costa Rican"."""
    short, long = sorted((one, other), key=len)
    return long.removeprefix(short) in _PEOPLE or not _roots(one).isdisjoint(_roots(other))


def _roots(word: str) -> set[str]:
    """What the name of a doctrine, or its adjective, may be made from."""
    return {word.removesuffix(ending) for ending in DOCTRINE_ENDINGS if word.endswith(ending)}


def _is_of_place(word: str) -> bool:
    """Whether a folded word is a place, or an adjective of one or more: "Anglo-Canadian"."""
    return any(map(alias_of, (word, *word.split("-"))))


def _are_of_two_things(at: int, mine: ComparedName, its: ComparedName) -> bool:
    """Whether the word in which two names differ is of another number, and says what is named; or one name has "of".

    That is the last word, as of "Nellis and Luke Air Force Bases", that before "of", or what opens names, but no
    business: "Approval of Bodies" and "Approved Bodies", "Her Majesty" and "Their Majesties".
    """
    if (" of " in mine.full) != (" of " in its.full):
        return True
    is_head = at == len(mine.words) - 1 or f"{mine.written[at]} of" in mine.full
    is_of_business = not TRADES.isdisjoint((mine.words[-1], its.words[-1]))
    is_counted = (is_head and not is_of_business) or mine.words[at] in OPENING_KINDS
    return is_counted and is_inflection(mine.words[at], its.words[at])
