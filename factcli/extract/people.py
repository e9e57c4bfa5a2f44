"""Who is who in a text: the full name and office that it gives once, for the bare surname of its later sentences.

A title says whether somebody is "he" or "she".
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from factcli.english.aliases import country_of
from factcli.english.measuring.sport import PLAYERS
from factcli.english.naming.given_names import is_given_name
from factcli.english.naming.kinds import KINDS, OPENING_KINDS, TRADES
from factcli.english.naming.names import GENERATIONS, NAME_SUFFIXES
from factcli.english.naming.roles import PARTIES, SAME_BEFORE, is_profession
from factcli.english.people import DEMONYM_ENDINGS, OFFICES, PRONOUNS_OF_TITLES, TRADE_ENDINGS
from factcli.mentions.quotes.speakers import Person, person_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.extract.names import NameSpan

_MOST_WORDS, _LEAST_OF_A_NAME = 4, 2
# "Ten-man", "Vestby-born".
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[a-z]+)+")
_NO_LONGER = frozenset({"former", "late", "ex"})
_HONOURS = NAME_SUFFIXES - GENERATIONS


class People:
    """The people of a text, found by the last words of their names."""

    def __init__(self, names: Iterable[NameSpan], headline: Iterable[NameSpan] = ()) -> None:
        """``names`` are those of the text; where two end alike, the one in its ``headline`` is meant."""
        self._by_ending: dict[str, dict[str, Person]] = {}
        self._by_beginning: dict[str, dict[str, Person]] = {}
        self._by_office: dict[str, set[str]] = {}
        self._pronouns: dict[str, set[str]] = {}
        known: set[str] = set()
        headline = list(headline)
        self._main = {name_alone(name.words) for name in headline}
        for words in (name.words for name in chain(headline, names)):
            if words in known:
                continue
            known.add(words)
            person = person_in(words)
            self._learn_pronoun(words)
            name = name_alone(without_office(person.name)) if person.name else ""
            if person.name and " " in name and len(person.name.split()) <= _MOST_WORDS:
                self._learn(name, person.role, person.name)

    def knows(self, name: str) -> bool:
        """Whether the name of somebody in the text ends so."""
        return any(whole != name for whole in self._by_ending.get(name, ()))

    def is_part_of_name(self, name: str) -> bool:
        """Whether it is the first or last word of the one person's name that has it: "Ruiz" of "Ana Ruiz".

        "Bank" of "Orla Bank" is not.
        """
        first, *others = (self.full(name).name or "").split()
        is_kind = name.lower() in KINDS | TRADES or first.lower() in OPENING_KINDS
        return name in {first, *others[-1:]} and bool(others) and "of" not in others and not is_kind

    def full(self, name: str) -> Person:
        """The one person of the text whose name ends so, with the office; else only the name itself."""
        people = list(self._by_ending.get(without_honours(name), {}).values())
        if not people and (name in self._pronouns or is_given_name(name.lower())):
            people = list(self._by_beginning.get(name, {}).values())  # "Mr Wang" is Wang Yi, "Ana" Ana Ruiz
        main = [person for person in people if person.name in self._main]
        # "Lost Haugen letters" are those of Ana Haugen.
        given = [person for person in people if is_given_name((person.name or "").partition(" ")[0].lower())]
        return next((each[0] for each in (people, given, main) if len(each) == 1), Person(name, None))

    def holder(self, office: str) -> str | None:
        """Who has the office, if the text gives it to one person: "Prime Minister Ana Ruiz"."""
        holders = self._by_office.get(office.lower(), set())
        return next(iter(holders)) if len(holders) == 1 else None

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether "he" or "she" may be somebody of this name; "Mr Ruiz" is not "she"."""
        called = self._pronouns.get(name.rpartition(" ")[2], {pronoun})
        return len(called) > 1 or pronoun in called

    def _learn_pronoun(self, words: str) -> None:
        title, *others = words.split()
        pronoun = PRONOUNS_OF_TITLES.get(title.lower().rstrip("."))
        if pronoun and others:
            self._pronouns.setdefault(others[-1], set()).add(pronoun)

    def _learn(self, name: str, role: str | None, printed: str) -> None:
        name = without_honours(name)
        if role:
            self._by_office.setdefault(role.lower(), set()).add(name)
        self._by_beginning.setdefault(name.partition(" ")[0], {}).setdefault(name, Person(name, role))
        for ending in _endings(without_honours(printed)):
            people = self._by_ending.setdefault(ending, {})
            if name not in people or not people[name].role:
                people[name] = Person(name, role)


def name_alone(name: str) -> str:
    """The name without what its owner is by nation, party or trade: "Ana Ruiz" of "Chilean Ana Ruiz"."""
    first, *others = name.split()
    low = first.lower()
    if others and (low in PLAYERS or low in _NO_LONGER or _COMPOUND.fullmatch(first)):
        return " ".join(others)
    if len(others) < _LEAST_OF_A_NAME or is_given_name(low):
        return name
    if not is_given_name(others[0].lower().partition("-")[0]):
        return " ".join(others) if is_profession(low) else name  # "Vocalist Orla Ruiz"
    is_nation = low.endswith(DEMONYM_ENDINGS) and country_of(first) is not None
    return (
        " ".join(others) if is_nation or SAME_BEFORE.get(low, low) in PARTIES or low.endswith(TRADE_ENDINGS) else name
    )


def without_honours(name: str) -> str:
    """The name without the letters after it: "Ana Ruiz" of "Ana Ruiz QC"."""
    *others, last = name.split()
    return " ".join(others) if len(others) > 1 and last.lower() in _HONOURS else name


def without_office(named: str) -> str:
    """The name of "UN Secretary-General Ana Ruiz"; offices with a hyphen are read as part of it."""
    words = named.split()
    ends = [at for at, word in enumerate(words[:-2], 1) if "-" in word and word.lower().rpartition("-")[2] in OFFICES]
    return " ".join(words[ends[-1] :]) if ends else named


def _endings(name: str) -> list[str]:
    """The name, and what is left of it without its first words, from a capital on."""
    words = name.split()
    return [" ".join(words[start:]) for start in range(len(words)) if words[start][0].isupper()]
