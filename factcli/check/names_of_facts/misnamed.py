"""The rules for names that no fact knows: a slip in a known name, another first name, a single name one slip off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from factcli.check.names_of_facts.known_names import KnownNames, surname_of
from factcli.check.names_of_facts.name_likeness import NameLikeness, is_known_as, likeness
from factcli.check.names_of_facts.office_conflicts import are_two_offices
from factcli.check.names_of_facts.spelling import folded, is_said_alike
from factcli.check.reasons import Reason
from factcli.english.function_words import PLACING, TITLE_WORDS
from factcli.english.naming.given_names import is_given_name
from factcli.english.naming.kinds import KIN
from factcli.english.stemming import find_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.check.names_of_facts.known_names import KnownName
    from factcli.check.names_of_facts.surroundings import Surroundings

_Names = TypeVar("_Names", bound=KnownNames)

# English has few common words with these ends: "Leonardo", "Kofi".
_RARE_IN_WORDS = ("a", "i", "o", "u")
_REASONS = {"slip": Reason.NAME_SPELLING, "first": Reason.NAME_FIRST, "mark": Reason.NAME_FIRST}


# So many words must be shared where a surname alone is like that of a known person, or of what may be one.
_OF_A_PERSON, _OF_ANYBODY = 2, 3


class Misnaming(NamedTuple, Generic[_Names]):
    """A name of a draft that may be a known one: which, how, and how many words around them are shared."""

    known: KnownName
    fact: _Names
    how: NameLikeness
    shared: int

    @property
    def reason(self) -> Reason | None:
        """The rule that finds it; None where too little is shared.

        Whoever writes from a source means whom it names, so that a slip needs no other word in common.
        """
        how, is_alike = self.how, self.shared >= self.how.for_note
        is_slip_of_source = self.fact.is_source and how.kind == "slip"
        if self.shared >= how.needed or (is_slip_of_source and how.may_be_sure and is_alike):
            return _REASONS[how.kind]
        return Reason.NAME_ALIKE if is_alike and not is_slip_of_source else None


def find_misnaming(around: Surroundings, facts: Iterable[_Names]) -> Misnaming[_Names] | None:
    """The known name that a name of a draft was most likely written for, of those of some facts."""
    found: list[Misnaming[_Names]] = []
    for fact in facts:
        for known in fact.names:
            if known.name.is_whole or not around.name.is_whole:
                if is_known_as(around.name, known.name):
                    return None
                if misnaming := _of_known(around, fact, known):
                    found.append(misnaming)
    best = max(found, key=_certainty, default=None)
    if best and best.reason == Reason.NAME_SPELLING and _is_between(found, best):
        return None
    return best if best and best.reason else None


def _certainty(found: Misnaming[_Names]) -> tuple[bool, bool, int]:
    return found.reason is not None, found.how.kind == "slip", found.shared


def _is_between(found: list[Misnaming[_Names]], best: Misnaming[_Names]) -> bool:
    """Whether another known name is as near, and as well known here."""
    return any(
        other.how.kind == "slip" and other.how.right.lower() != best.how.right.lower() and other.shared >= best.shared
        for other in found
    )


def _of_known(around: Surroundings, fact: _Names, known: KnownName) -> Misnaming[_Names] | None:
    how = _likeness(around, known)
    if how is None or around.is_told_apart or (how.kind != "slip" and not _may_be_mistaken(around, fact)):
        return None
    if around.is_cut_off and how.right.startswith(how.wrong):
        return None
    if how.wrong == around.name.written[0] and _is_kin(around, fact) and not _are_homophones(around, how):
        return None
    if how.kind == "first" and _is_another(around, how, fact, known):
        return None
    return Misnaming(known, fact, how, shared_words(around, fact, known))


def _likeness(around: Surroundings, known: KnownName) -> NameLikeness | None:
    """How a name is like a known one; a single name may be the surname of a known person, if more is said of both."""
    if around.name.is_whole or not known.name.is_whole:
        return likeness(around.name, known.name, is_person=_is_person(around, known))
    if around.word_before in PLACING:
        return None
    how = likeness(around.name, surname_of(known.name), is_person=True)
    return how and how._replace(for_note=_OF_A_PERSON if _is_of_person(known) else _OF_ANYBODY)


def shared_words(around: Surroundings, fact: KnownNames, known: KnownName) -> int:
    """How many words around a name are of a fact that has a known one; the same place or office is one."""
    stems = around.stems & fact.context_without(known.name.words)
    places = around.places & fact.vocabulary.names
    shared = len(stems) + sum(place.removesuffix("=") not in stems for place in places)
    return shared + (around.role is not None and around.role.head in {role.head for role in known.roles})


def _is_another(around: Surroundings, how: NameLikeness, fact: KnownNames, known: KnownName) -> bool:
    """Whether the first name is that of another person: who has another office, or whom the evidence has elsewhere.

    Nor is a word that has its capital from the sentence that it opens surely a name: "Keeper Ruiz dived."
    """
    sentence = around.text[slice(*around.sentence)]
    its_name, as_couple = " ".join(known.name.written), f"{how.right} and {how.wrong}"
    if fact.knows_word(how.wrong) or its_name in sentence or as_couple in sentence:
        return True
    if around.role and known.roles and all(are_two_offices(around.role, its) for its in known.roles):
        return True
    its = [mention.opens for _, mention in known.places] if fact.is_source else []
    may_be_word = (
        how.wrong.isascii() and not how.wrong.endswith(_RARE_IN_WORDS) and not is_given_name(folded(how.wrong))
    )
    return (around.mention.opens and may_be_word) or (bool(its) and all(its) and not is_given_name(folded(how.right)))


def _is_of_person(known: KnownName) -> bool:
    """Whether a fact shows that a name is a person's."""
    return bool(known.is_speaker or known.roles or is_given_name(known.name.words[0]))


def _is_person(around: Surroundings, known: KnownName) -> bool:
    return bool(
        _is_of_person(known) or around.role or around.mention.title or is_given_name(around.name.words[0])
        or not TITLE_WORDS.issuperset(around.name.marks.particles.split())
    )  # fmt: skip


def _may_be_mistaken(around: Surroundings, fact: KnownNames) -> bool:
    """Whether a name that is not nearly the same may be a mistake: in prose, and not said to be of another."""
    return around.is_prose and not around.is_another and not _is_kin(around, fact)


def _are_homophones(around: Surroundings, how: NameLikeness) -> bool:
    """Whether a first name is said like the known one, and no word for a relative is right beside it."""
    return not around.is_of_kin and is_said_alike(folded(how.wrong), folded(how.right))


def _is_kin(around: Surroundings, fact: KnownNames) -> bool:
    """Whether the sentence speaks of a relative, of whom the fact does not."""
    return bool(around.kin) and KIN.isdisjoint(word.text for word in find_words(fact.text))
