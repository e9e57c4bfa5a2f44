"""Which body a whole text is about, if one: a firm that it names again and again, perhaps only after "the company"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.aliases import alias_of, country_of
from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.saying_whose import PLACE_LINKS
from factcli.english.naming.given_names import is_given_name
from factcli.english.naming.happenings import BUSINESSES, NO_BUSINESSES
from factcli.english.naming.kinds import CONTINENTS, PLACE_KINDS
from factcli.english.people import HONORIFICS, VERBS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.extract.names import NameSpan
    from factcli.extract.people import People

_LEAST = 3
_FAR_MORE = 1.5
_MOST_LOOKED_AT = 10
_NEAR = 24
_ENDS_OF_OWNERS = ("'s ", "’s ", "' ", "’ ")
_SMALL_WORD = re.compile(r"[a-z]+")


class NamedBodies:
    """Counts what does or has something in a text, so that the one that the text is about is known at its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._times: dict[str, int] = {}
        self._acting: dict[str, int] = {}
        self._placed: dict[str, int] = {}

    def counted(self, names: Iterable[NameSpan]) -> Iterator[NameSpan]:
        """The names, each counted as it passes."""
        for name in names:
            self._count(name)
            yield name

    def _count(self, name: NameSpan) -> None:
        words = name.words
        self._times[words] = self._times.get(words, 0) + 1
        following = self._text[name.end : name.end + _NEAR]
        verb = _SMALL_WORD.match(following, 1) if following[:1] == " " else None
        if following.startswith(_ENDS_OF_OWNERS) or (verb and is_verb(verb[0]) and verb[0] not in VERBS):
            self._acting[words] = self._acting.get(words, 0) + 1
        if self._text[max(name.start - _NEAR, 0) : name.start].rpartition(" ")[0].rpartition(" ")[2] in PLACE_LINKS:
            self._placed[words] = self._placed.get(words, 0) + 1

    def firm(self, people: People) -> str | None:
        """What "the company" is: the body that is named far more often than any other; None where there is none."""
        name = self.thing(people)
        return name if name and any(f"the {noun}" in self._text.lower() for noun in BUSINESSES) else None

    def thing(self, people: People) -> str | None:
        """What is named far more often than anything else and does something: a firm, a ship; None where nothing is."""
        often = sorted(self._times, key=lambda name: self._times[name], reverse=True)[:_MOST_LOOKED_AT]
        bodies = [name for name in often if self._is_body(name, people)]
        times = [*(self._times[name] for name in bodies if name == bodies[0] or bodies[0] not in name), 0, 0]
        is_main = times[0] >= _LEAST and times[0] > _FAR_MORE * times[1]
        return bodies[0] if is_main and bodies[0] in self._acting else None

    def _is_body(self, name: str, people: People) -> bool:
        first, *others = low = name.lower().split()
        is_person = is_given_name((people.full(name).name or name).split()[0].lower()) or len(others) > _LEAST
        is_place = country_of(name) or alias_of(name) or low[-1] in PLACE_KINDS | CONTINENTS or self._is_where(name)
        return not (
            is_person
            or is_place
            or not NO_BUSINESSES.isdisjoint(low)
            or first.rstrip(".") in CALENDAR_NAMES | HONORIFICS
        )

    def _is_where(self, name: str) -> bool:
        return 2 * self._placed.get(name, 0) > self._times[name]
