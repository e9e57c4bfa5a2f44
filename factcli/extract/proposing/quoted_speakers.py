"""Who said a quotation that names nobody: whom "he said" after it means, or who goes on from the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.measuring.clause_words import RELATIVE
from factcli.english.naming.happenings import PARTS_OF_A_TIME
from factcli.english.naming.kinds import KINDS
from factcli.english.naming.roles import LEADING
from factcli.english.people import OFFICES
from factcli.extract.people import without_office
from factcli.extract.proposing.pointed_at import is_demonym
from factcli.mentions.quotes.speakers import Person, person_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.extract.people import People
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention, Quotation

_OPENING_MARKS = ('"', "“", "'", "‘")
_CLOSING_MARKS = ('"', "”", "'", "’")
_AFTER = 30
_PRONOUN_WITHIN = 3
_OWNER = re.compile(r"(?<![\w.&-])\w[\w.&-]{0,40}+['’]s (?=[^\W_a-z]\S*+ [^\W_a-z])")
_PERSONS, _GOVERNING = frozenset({"person", "name"}), frozenset({"of", "at", "for", "with"})
_OPENER = re.compile(r"(?:But|And|Then|So|Yet|Con|Supt|Insp|Sgt) (?=[^\W_a-z])")
_ENDING = re.compile(r"['’]s$")
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
        else:
            by = Person(value.speaker, value.role)
        self._last, self._end = self._right(by, mention, segment, person), segment.span.end
        return replace(value, speaker=self._last.name, role=self._last.role)

    def _right(self, by: Person, mention: Mention, segment: Segment, person: str | None) -> Person:
        """Who speaks, with the name and the office as the text gives them elsewhere."""
        if by.name:
            by = _right_speaker(by.name, by.role, mention, segment)
        if by.role and not by.name:
            by = Person(_apposed(by.role, mention, segment), by.role)
        if by.role and by.role.partition(" ")[0] in RELATIVE:
            by = Person(by.name, None)
        if by.name and is_demonym(by.name):
            by = Person(person, None if person else by.name)
        if by.name and by.name.islower():
            by = Person(self._named(by.name.rpartition(" ")[2]) or by.name, by.role)
        return by

    def _goes_on(self, segment: Segment) -> Person:
        """Who said the last quotation, where nothing but blanks is between the two and this one stands by itself."""
        text = segment.text
        is_next = not segment.whole[self._end : segment.span.start].strip()
        is_bare = text.startswith(_OPENING_MARKS) and text.rstrip().endswith(_CLOSING_MARKS)
        return self._last if is_next and is_bare else _NOBODY


def _right_speaker(speaker: str, role: str | None, mention: Mention, segment: Segment) -> Person:
    """Who speaks; the speaker is not named by "the Rovers boss", nor by "Fining Ruiz, the judge said"."""
    following = segment.whole[segment.whole.find(speaker, segment.span.start) + len(speaker) :].split(maxsplit=1)[:1]
    office = following[0].strip(".,:").lower() if following else ""
    if office in OFFICES | LEADING and person_in(speaker).role is None:
        return Person(None, f"{speaker} {office}")
    is_aside = bool(segment.words) and segment.words[0].text.endswith("ing")
    if is_aside and role and f"{speaker.rpartition(' ')[2]}, the {role}" in segment.text:
        return Person(None, role)
    if speaker.lower() in CALENDAR_NAMES | PARTS_OF_A_TIME:
        return Person(None, role)
    return Person(_by_name(speaker, mention, segment), role)


def _by_name(speaker: str, mention: Mention, segment: Segment) -> str:
    """The speaker without whose he is, "HRW's Ana Ruiz"; for whom he speaks is not who does: "Ana Ruiz, of Lomar,"."""
    text = segment.whole
    named = without_office(_ENDING.sub("", _OPENER.sub("", _OWNER.sub("", speaker))))
    if named.rpartition(" ")[2].lower() not in KINDS:
        return named
    first = next((part for part in segment.parts if part.sort in _PERSONS), None)
    if first is None or first.end >= mention.span.start or not text.startswith(", ", first.end):
        return named
    body = next((part for part in segment.parts if part.sort == "body" and part.name.endswith(named)), None)
    is_of = body is not None and body.governed in _GOVERNING and body.start > first.end
    return first.name if is_of else named


def _apposed(role: str, mention: Mention, segment: Segment) -> str | None:
    """Who has the office that a quotation is of: "Ana Ruiz, Lomar's chief engineer said"."""
    text = segment.whole
    before = (part for part in segment.parts if part.end < mention.span.start and not part.governed)
    named = (part for part in before if text.startswith(", ", part.end))
    return next((part.name for part in named if role in text[part.end : mention.span.start]), None)
