"""Who is who in a text: the full name and office that it gives once, for the bare surname of its later sentences."""

from __future__ import annotations

import re

from factcli.mentions.attribution import Attribution, person_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.extract.names import Name

_MOST_WORDS = 4


class People:
    """The people of a text by the last words of their names."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._known: dict[str, list[Attribution]] = {}
        for words in dict.fromkeys(name.words for name in names):
            person = person_in(words)
            if person.speaker and 1 < len(person.speaker.split()) <= _MOST_WORDS:
                self._learn(person.speaker, person)

    def _learn(self, name: str, person: Attribution) -> None:
        for ending in _endings(name):
            known = self._known.setdefault(ending, [])
            same = next((number for number, other in enumerate(known) if other.speaker == name), None)
            if same is None:
                known.append(person)
            elif not known[same].role:
                known[same] = person

    def full(self, name: str) -> Attribution:
        """The one person of the text whose name ends so, with the office; else only the name itself."""
        known = self._known.get(name, [])
        return known[0] if len(known) == 1 else Attribution(name)


def _endings(name: str) -> list[str]:
    """The name, and what is left of it without its first words, from a capital on."""
    words = name.split()
    return [
        " ".join(words[start:])
        for start in range(len(words))
        if re.match(r"[^\W\d_]", words[start]) and words[start][0].isupper()
    ]
