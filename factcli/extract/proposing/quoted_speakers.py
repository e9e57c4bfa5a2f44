"""Who said a quotation that names nobody: whom "he said" after it means, or who goes on from the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.measuring.clause_words import RELATIVE
from factcli.mentions.quotes.speakers import Person
from factcli.model.facts import Quotation

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.extract.people import People
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention

_OPENING_MARKS = ('"', "“", "'", "‘")
_CLOSING_MARKS = ('"', "”", "'", "’")
_AFTER = 30
_PRONOUN_WITHIN = 3
_OWNER = re.compile(r"\w[\w.&-]*+['’]s (?=[^\W_a-z]\S*+ [^\W_a-z])")
_PERSONS, _GOVERNING = frozenset({"person", "name"}), frozenset({"of", "at", "for", "with"})
_NOBODY = Person(None, None)


class QuotedSpeakers:
    """Gives each quotation of a text its speaker, in order."""

    def __init__(self, people: People, named: Callable[[str], str | None]) -> None:
        """``named`` gives what "the company" means, None where the text does not say it."""
        self._people = people
        self._named = named
        self._last = _NOBODY
        self._end = 0

    def spoken(self, value: Quotation, mention: Mention, segment: Segment, person: str | None) -> Quotation:
        """The quotation with its speaker; ``person`` is whom "she" means in its sentence."""
        if not (value.speaker or value.role):
            following = segment.whole[mention.span.end : mention.span.end + _AFTER].lower().split()
            spoken_by = {segment.words[0].text, *following[:_PRONOUN_WITHIN]} if segment.words else set()
            is_pronoun = not spoken_by.isdisjoint({"he", "she"})
            by = self._people.full(person) if is_pronoun and person else self._goes_on(segment)
            value = Quotation(value.text, by.name, by.role, value.language)
        if value.speaker:
            value = Quotation(value.text, _by_name(value.speaker, mention, segment), value.role, value.language)
        if not value.speaker and value.role:
            value = Quotation(value.text, _apposed(value.role, mention, segment), value.role, value.language)
        if value.role and value.role.partition(" ")[0] in RELATIVE:
            value = Quotation(value.text, value.speaker, None, value.language)
        if value.speaker and value.speaker.islower():
            value = Quotation(
                value.text, self._named(value.speaker.rpartition(" ")[2]) or value.speaker, value.role, value.language
            )
        self._last, self._end = Person(value.speaker, value.role), segment.span.end
        return value

    def _goes_on(self, segment: Segment) -> Person:
        """Who said the last quotation, where nothing but blanks is between the two and this one stands by itself."""
        text = segment.text
        is_next = not segment.whole[self._end : segment.span.start].strip()
        is_bare = text.startswith(_OPENING_MARKS) and text.rstrip().endswith(_CLOSING_MARKS)
        return self._last if is_next and is_bare else _NOBODY


def _by_name(speaker: str, mention: Mention, segment: Segment) -> str:
    """The speaker without whose he is, "HRW's Ana Ruiz"; for whom he speaks is not who does: "Ana Ruiz, of Lomar,"."""
    text = segment.whole
    named = _OWNER.sub("", speaker)
    first = next((part for part in segment.parts if part.sort in _PERSONS), None)
    if first is None or first.end >= mention.span.start or not text.startswith(", ", first.end):
        return named
    body = next((part for part in segment.parts if part.sort == "body" and part.name.endswith(named)), None)
    is_of = body is not None and body.governed in _GOVERNING and body.start > first.end
    return first.name if is_of else named


def _apposed(role: str, mention: Mention, segment: Segment) -> str | None:
    """Who has the office that a quotation is of: "Ana Ruiz, Lomar's chief engineer said"."""
    text = segment.whole
    named = (part for part in segment.parts if part.end < mention.span.start and text.startswith(", ", part.end))
    return next((part.name for part in named if role in text[part.end : mention.span.start]), None)
