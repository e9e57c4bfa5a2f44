"""Which quotations are speech, and who said one that names nobody: "he said" after it, or who goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.function_words import ARTICLES, AUXILIARIES, PREPOSITIONS, SUBJECT_PRONOUNS
from factcli.english.measuring.clause_words import RELATIVE
from factcli.english.naming.happenings import PARTS_OF_A_TIME, SPEAKING_FOR_OTHERS
from factcli.english.naming.roles import LEADING, OFFICE_PREPOSITIONS
from factcli.english.people import BODIES, FORMS_OF_BE, OFFICES, PAPERS, POSTS_BEFORE_NAMES
from factcli.english.stemming import find_words
from factcli.extract.naming.pointed_at import is_demonym
from factcli.extract.people import name_alone, without_office
from factcli.mentions.quotes.speakers import Person, person_in

if TYPE_CHECKING:
    from factcli.extract.naming.name_parts import NamePart
    from factcli.extract.people import People
    from factcli.extract.proposing.antecedents import Antecedents
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention, Quotation

_OPENING_MARKS = ('"', "“", "'", "‘")
_CLOSING_MARKS = ('"', "”", "'", "’")
_AFTER = 30
_PRONOUN_WITHIN = 3
_OWNER = re.compile(r"(?<![\w.&-])\w[\w.&-]{0,40}+['’]s (?=[^\W_a-z]\S*+ [^\W_a-z])")
_LONGEST_CHARGE = 8
_LEAST_WORDS, _LEAST_WORDS_WITHOUT_A_CLAUSE = 3, 5
_NO_ROLES = RELATIVE | PREPOSITIONS
_SIGNS_OF_A_CLAUSE = AUXILIARIES | SUBJECT_PRONOUNS
_OPENER = re.compile(r"(?:But|And|Then|So|Yet|Both|Even|Con|Supt|Insp|Sgt) (?=[^\W_a-z])")
# "Ana Ruiz from Orla Shipping".
_FROM = re.compile(r"(?<=\w) from (?=[^\W_a-z]).*")
_ENDING = re.compile(r"['’]s$")
_NAME_BEFORE = r"(?:[A-ZÀ-Þ][\w’'&-]{0,40}+ (?:(?:for|of|and|the) ){0,2}+){1,6}+"
_SPEECH = r"(?:said|says|told|added|confirmed|insisted|described|called)\b"
_SAID_THE = re.compile(r" said (?:that )?the $")
_NOBODY = Person(None, None)


class QuotedSpeakers:
    """Gives each quotation of a text its speaker, in order."""

    def __init__(self, people: People, before: Antecedents) -> None:
        """``before`` is what the text has named before each quotation."""
        self._people = people
        self._before = before
        self._last = _NOBODY
        self._whole_names: dict[str, str] = {}
        self._end = 0

    def spoken(self, value: Quotation, mention: Mention, segment: Segment) -> Quotation:
        """The quotation with its speaker."""
        after = segment.whole[mention.span.end : mention.span.end + _AFTER]
        following = after.lstrip("".join(_CLOSING_MARKS)).lower().split()
        if not FORMS_OF_BE.isdisjoint(following[:1]):
            return replace(value, speaker=None, role=None)  # "“Old mill burns,” is the headline"
        by, is_participle = Person(value.speaker, value.role), _is_participle(value.speaker, segment)
        opener = _opener(mention, segment)
        if (
            opener
            and by.name
            and by.name.rpartition(" ")[2] not in segment.whole[segment.span.start : mention.span.start]
        ):
            by = self._people.full(opener)
        if by == _NOBODY or is_participle:
            first = [word.text for word in segment.words[: None if is_participle else 1]]
            pronoun = next((word for word in [*first, *following[:_PRONOUN_WITHIN]] if word in {"he", "she"}), None)
            person = self._before.who(pronoun) if pronoun else None
            by = self._people.full(person) if person else self._goes_on(segment)
        self._last, self._end = self._whole(self._right(by, mention, segment)), segment.span.end
        return replace(value, speaker=self._last.name, role=self._last.role)

    def _right(self, by: Person, mention: Mention, segment: Segment) -> Person:
        """Who speaks, with the name and the office as the text gives them elsewhere."""
        if by.name:
            by = _right_speaker(by.name, by.role, mention, segment)
        if by.role and not by.name:
            by = Person(_apposed(by.role, mention, segment), by.role)
        if by.name and by.name.rpartition(" ")[2] in SPEAKING_FOR_OTHERS:
            by = Person(None, by.name)  # "an Orla Rail spokesman"
        if by.name and by.name.rpartition(" ")[2].lower() in POSTS_BEFORE_NAMES:
            by = Person(self._before.person, by.name)  # "said the Labour MP"
        if by.role and not by.name and self._before.person and is_demonym(by.role.partition(" ")[0]):
            by = Person(self._before.person, None)  # "the Chilean actress"
        if by.role and not by.name:
            reporter = _reporter(by.role, segment)
            by = Person(reporter, None if reporter else by.role)
        if by.role and by.role.partition(" ")[0] in _NO_ROLES:
            by = Person(by.name, None)
        if by.name and is_demonym(by.name):
            by = Person(self._before.person, None if self._before.person else by.name)
        if by.name and by.name.islower():
            by = Person(self._before.called(by.name.rpartition(" ")[2]) or by.name, by.role)
        return self._with_body(by, segment) if by.role and not by.name else by

    def _whole(self, by: Person) -> Person:
        """Who speaks, by the whole name of whoever of that surname spoke last."""
        known = self._whole_names.get(by.name or "")
        if by.name and " " in by.name:
            self._whole_names[by.name.rpartition(" ")[2]] = by.name
        return by._replace(name=known) if known else by

    def _with_body(self, by: Person, segment: Segment) -> Person:
        """Who has an office, "the mayor"; for whom a spokesman speaks, where the sentence before is about a body."""
        role = by.role or ""
        body = self._before.body_before
        if role in SPEAKING_FOR_OTHERS and body:
            return Person(None, f"{role} for {body}")
        is_one = f"a {role.lower()}" not in segment.text.lower()
        return Person(self._people.holder(role), role) if is_one else by

    def _goes_on(self, segment: Segment) -> Person:
        """Who said the last quotation, where nothing but blanks is between the two and this one stands by itself."""
        text = segment.text
        is_next = not segment.whole[self._end : segment.span.start].strip()
        is_bare = text.startswith(_OPENING_MARKS) and text.rstrip().endswith(_CLOSING_MARKS)
        return self._last if is_next and is_bare else _NOBODY


def _opener(mention: Mention, segment: Segment) -> str | None:
    """Who speaks before the colon that opens a quotation: "Bo Tamm told Lomar Radio: “We row.”"."""
    before = segment.whole[segment.span.start : mention.span.start].rstrip(" ".join(_OPENING_MARKS))
    parts = (part for part in segment.parts if part.end < mention.span.start and not part.governed)
    speaking = (part.name for part in parts if part.speaks and part.may_be_person)
    return next(speaking, None) if before.endswith(":") else None


def is_speech(quotation: Quotation) -> bool:
    """Whether what stands between the marks is a sentence, or more than a phrase in doubtful marks."""
    words = [word.text for word in find_words(quotation.text) if not word.is_mark]
    has_clause = not _SIGNS_OF_A_CLAUSE.isdisjoint(words)
    return len(words) >= (_LEAST_WORDS if has_clause else _LEAST_WORDS_WITHOUT_A_CLAUSE)


def _is_participle(name: str | None, segment: Segment) -> bool:
    """Whether a name is only the first word of "Speaking in May, she said"."""
    first = segment.words[0].text if segment.words else ""
    return name is not None and first.endswith("ing") and name.lower() == first


def _right_speaker(speaker: str, role: str | None, mention: Mention, segment: Segment) -> Person:
    """Who speaks; the speaker is not named by "the Rovers boss", nor by "Fining Ruiz, the judge said"."""
    following = segment.text.partition(speaker)[2].split(maxsplit=1)[:1]
    office = following[0].strip(".,:").lower() if following else ""
    if office in OFFICES | LEADING and person_in(speaker).role is None:
        return Person(None, f"{speaker} {office}")
    is_aside = bool(segment.words) and segment.words[0].text.endswith("ing")
    if is_aside and role and f"{speaker.rpartition(' ')[2]}, the {role}" in segment.text:
        return Person(None, role)
    if speaker.lower() in CALENDAR_NAMES | PARTS_OF_A_TIME:
        return Person(None, role)
    return _by_name(speaker, role, mention, segment)


def _by_name(speaker: str, role: str | None, mention: Mention, segment: Segment) -> Person:
    """The speaker without whose he is, "HRW's Ana Ruiz"; for whom or where one speaks is not who does.

    "Ana Ruiz, of Lomar, said", "Ana Ruiz, harbour master in Vestby, said", "a clerk for the board in Vestby said".
    """
    named = _FROM.sub("", _ENDING.sub("", _OPENER.sub("", _OWNER.sub("", speaker))))
    named = name_alone(_without_nation(without_office(named)))
    before = [part for part in segment.parts if part.end < mention.span.start]
    where = next((part for part in before if part.name.endswith(named) and part.governed in OFFICE_PREPOSITIONS), None)
    if where is None or where.may_be_person:
        return Person(named, role)
    first = next((part for part in before if part.may_be_person and part.start < where.start), None)
    if first and segment.whole.startswith((", ", f" {where.governed} "), first.end):
        return Person(first.name, role)
    office = _office_before(where, segment)
    return Person(None, office) if office else Person(named, role)


def _without_nation(name: str) -> str:
    """The name without what its owner is by nation: "Ruiz" of "Chilean Ruiz"; a "Chilean ministry" keeps it."""
    words = name.split()
    is_body = words[-1:] and words[-1].lower() in BODIES
    nations = (at for at in (1, 2) if words[at : at + 1] and words[at].istitle() and is_demonym(" ".join(words[:at])))
    return name if is_body else " ".join(words[next(nations, 0) :])


def _office_before(where: NamePart, segment: Segment) -> str | None:
    """The office with what it is for, up to a name: "spokesman for the harbour board in Vestby"."""
    begin = max(where.first - _LONGEST_CHARGE, 0)
    for at in range(where.first - 1, begin, -1):
        if segment.words[at].is_mark:
            return None
        if segment.words[at].text in OFFICES and segment.words[at - 1].text in ARTICLES:
            return segment.whole[segment.words[at].start : where.end]
    return None


def _reporter(role: str, segment: Segment) -> str | None:
    """Who says something of somebody with an office: "Lomar said the captain would play “a large part”"."""
    at = segment.whole.find(role, segment.span.start, segment.span.end)
    named = (part for part in segment.parts if part.speaks and not part.governed and part.end < at)
    return next((part.name for part in named if _SAID_THE.search(segment.whole, part.end, at)), None)


def _apposed(role: str, mention: Mention, segment: Segment) -> str | None:
    """Who has the office that a quotation is of: "Ana Ruiz, Lomar's engineer said", "Tamm's wife, Ana Ruiz,"."""
    text = segment.whole
    before = (part for part in segment.parts if part.end < mention.span.start and not part.governed)
    named = [part for part in before if text.startswith(", ", part.end)]
    first = next((part for part in named if role in text[part.end : mention.span.start]), None)
    at = text.find(f"{role}, ", segment.span.start, mention.span.start)
    end = at + len(role)
    after = (part for part in named if at >= 0 and part.may_be_person and end < part.start < end + _AFTER)
    found = first or next((part for part in after if "," not in text[end + 1 : part.start]), None)
    return found.name if found else None


def body_spoken_for(speaker: str, segment: Segment, before: Antecedents) -> str | None:
    """The body for which somebody without a name speaks: "Orla Rail" of "a spokesman for Orla Rail", "its report"."""
    office, _, body = speaker.partition(" for ")
    own_name, _, last = speaker.rpartition(" ")
    if last in SPEAKING_FOR_OTHERS and own_name[:1].isupper():
        return own_name  # "a Department for Bread spokeswoman"
    head = office.rpartition(" ")[2]
    own = re.search(rf"(?<!\w)({_NAME_BEFORE}){re.escape(head)}\b", segment.text)
    plain = re.search(
        rf"\b{re.escape(head)} for (?:the (?=[A-Z]))?([^\W\d][^,.;:\"“”(]{{2,60}}?)(?: \([A-Z]{{2,8}}\))? {_SPEECH}",
        segment.text,
    )
    words = own[1].split() if own else []
    name = plain[1] if plain else body or " ".join(words[bool(words) and words[0].lower() in ARTICLES :])
    if name or head in SPEAKING_FOR_OTHERS:
        return name or before.body_before
    return before.called(head) or (speaker if head in BODIES - PAPERS else None)
