"""Whom and what a text has named so far: what "she", "the country" and "the attack" mean in its next sentence."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.english.aliases import country_of
from factcli.english.naming.given_names import is_given_name
from factcli.english.naming.happenings import (
    ANY_BODY,
    BUSINESSES,
    DYING,
    MEETINGS,
    NO_BUSINESSES,
    STANDING_NOUNS,
    TOWNS,
    UNNAMED_PEOPLE,
)
from factcli.english.naming.kinds import KINDS
from factcli.english.people import BODIES, OFFICES
from factcli.english.stemming import stem
from factcli.extract.naming.introduced import CalledByNoun
from factcli.extract.naming.most_named import MostNamed, TimesInText
from factcli.extract.naming.named_events import events_in, placed, tournament_in
from factcli.extract.naming.pointed_at import (
    described_in,
    is_by_itself,
    is_national,
    is_region_of_another,
    may_be_another,
    opening_pronoun,
    poll_in,
    town_in,
    whole_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.extract.naming.name_parts import NamePart
    from factcli.extract.naming.named_events import Event
    from factcli.extract.people import People
    from factcli.extract.proposing.segments import Segment

_REACH = 3
_BODIES = frozenset({"body", "thing"})
_STANDING_FOR_WORDS = frozenset({"it", "its", "they", "their"})
_OF_MANY = frozenset({"have", "are", "were"})
_SUBJECTS = {"his": "he", "her": "she"}
_LEAD = 5
_FAR_MORE = 3
_FIRST_WORDS = 6
_LEAST_OF_A_MAIN_NAME, _LEAST_OF_A_COUNTRY = 3, 5
# In a text of so few letters, what it is about is named once less.
_SHORT = 2_500


class Antecedents:
    """What was named in the sentences before one."""

    def __init__(self, people: People, text: str, main_body: str | None = None) -> None:
        self._people = people
        # The firm that the text names most, perhaps only later on.
        self.main_body = main_body
        self._text = text
        self.times = TimesInText(text)
        self.person: str | None = None
        # Who was "he" or "she" so far.
        self._called: dict[str, str] = {}
        self.thing: str | None = None
        # Whether "they" are the thing: "Lomar have won".
        self.is_many = False
        self._persons_age = self._things_age = 0
        self._last: dict[str, str] = {}
        self._countries, self._bodies, self._names = MostNamed(), MostNamed(), MostNamed()
        self._where = MostNamed()
        self.topic: Event | None = None
        self._last_event: Event | None = None
        self._count = self._event_at = 0
        self._events: set[str] = set()
        self._lead: str | None = None
        self.mourned: str | None = None  # whose obituary it is: "he" or "she" throughout
        self._by_noun = CalledByNoun()
        self._poll: str | None = None
        self._poll_at = 0
        self._body: str | None = None
        # What the sentence before is about in words, "the study", and of many: "the boats of Lomar".
        self.described: str | None = None
        self.described_many: str | None = None
        # Whether "we" are those who wrote the text.
        self.has_authors = False

    def take_title(self, title: Segment, occasion: Event | None) -> None:
        """Take note of the event that the title names, or of the ``occasion`` that it is: what the text is about."""
        self.topic = occasion or next((event for event in events_in(title) if event.is_named), None)
        for part in title.parts:
            self._note(part)
            if not part.may_be_person:
                self._names.note(part.name, _LEAST_OF_A_MAIN_NAME + 2 * part.acts)
        opening = title.opening_name
        if title.parts and not DYING.isdisjoint(word.text for word in title.words):
            self.mourned = self._people.full(title.parts[0].name).name
        is_person = opening is None or opening.may_be_person or self._people.knows(opening.name)
        self._lead = opening.name if opening and not is_person else None

    def observe(self, segment: Segment) -> None:
        """Take note of what a sentence names, before the next one is read."""
        self._note_people(segment)
        for part in segment.parts:
            self._note(part)
        self._last["town"] = town_in(segment) or self._last.get("town", "")
        self._note_heads(segment)
        self._note_thing(segment)
        if not self._count:
            opening = segment.opening_name
            self._lead = self._lead or self.thing or (opening.name if opening and opening.sort == "body" else None)
        self._note_events(segment)
        self._note_body(segment)
        self._note_described(segment)
        poll = poll_in(segment)
        self._poll, self._poll_at = (poll, self._count) if poll else (self._poll, self._poll_at)
        self._count += 1

    def who(self, word: str) -> str | None:
        """Whom "he", "she", "his" or "her" means in the next sentence."""
        pronoun, name = _SUBJECTS.get(word, word), self.mourned or self.person or ""
        is_same = self._called.get(name, pronoun) == pronoun and self._people.may_be(name, pronoun)
        return name or None if is_same else None

    @property
    def body_before(self) -> str | None:
        """The body that the sentence before is about: "Lomar", "the harbour board"."""
        head = self.described.rpartition(" ")[2] if self.described else ""
        return self._body or (self.described if head in BODIES | KINDS else None)

    @property
    def poll(self) -> str | None:
        """The poll of the sentences right before."""
        return self._poll if self._count - self._poll_at <= _REACH else None

    @property
    def last_event(self) -> Event | None:
        """The event named last, in the sentences right before."""
        return self._last_event if self._count - self._event_at <= _REACH else None

    @property
    def main_name(self) -> str | None:
        """What the text is about so far, nobody's name; None where it names many things alike.

        What its first sentence is about is that of all, if it is named again.
        """
        name = self._names.main or self._lead
        least = _LEAST_OF_A_COUNTRY if country_of(name or "") else _LEAST_OF_A_MAIN_NAME
        least -= len(self._text) < _SHORT and self.times.of(name) > 1 and not country_of(name or "")
        times = self._names.count(name) + self.times.of(f"the {(name or '').rpartition(' ')[2].lower()} ")
        if name == self._lead and " " in (name or ""):
            times = max(times, self.times.of(name))
        return name if times >= least else self.main_country

    @property
    def main_country(self) -> str | None:
        """The country where it all is: the one that the text names, and not only by the word for its people."""
        country = self._where.main
        is_often = self._where.count(country) > 1 and self.times.of(country) >= _LEAST_OF_A_MAIN_NAME
        return country if is_often else None

    def count(self, name: str) -> int:
        """How often the text has named it so far; twice for each time that it did something."""
        return self._names.count(name)

    def meant_by(self, noun: str, within: Iterable[NamePart] = ()) -> str | None:
        """What "the company", "the country" means; None where the text has not said so, or has named two."""
        for sort, nouns in STANDING_NOUNS.items():
            if noun in nouns:
                name = self._named_before(noun, sort, within) or (self._body if noun in ANY_BODY else None)
                is_public = name is not None and name.lower().rpartition(" ")[2] in NO_BUSINESSES
                name = None if is_public and noun in BUSINESSES else name
                return self._more_named(name) if noun in BUSINESSES else name
        return None

    def _more_named(self, name: str | None) -> str | None:
        """A business, or the one that the text is about where that is named far more often."""
        is_rare = name is None or self.times.of(name) * _FAR_MORE <= self.times.of(self.main_body)
        return self.main_body if self.main_body and is_rare else name

    def called(self, noun: str) -> str | None:
        """The name of "the company" or "the airport"."""
        return self.named_with(noun) or self.meant_by(noun)

    def named_with(self, head: str) -> str | None:
        """What "the bridge" means: the only name so far that ends so, "Ouse bridge"."""
        return self._by_noun.meant(head)

    def is_topic(self, event: Event) -> bool:
        """Whether an event is what the text is about."""
        return self.topic is not None and stem(self.topic.head) == stem(event.head)

    def named(self, event: Event) -> Event | None:
        """The event that "the attack" means."""
        known = (self.last_event, self.topic)
        return next((each for each in known if each and stem(each.head) == stem(event.head)), None)

    def _named_before(self, noun: str, sort: str, within: Iterable[NamePart]) -> str | None:
        here = [part.name for part in within if part.sort == sort]
        if here or sort == "place":
            return here[-1] if here else (self._last.get("town") or None) if noun in TOWNS else None
        return (self._countries if sort == "country" else self._bodies).main

    def _note(self, part: NamePart) -> None:
        if part.sort == "country":
            self._countries.note(part.name)
            # "US troops" and "Welsh sailors" may be anywhere.
            is_own_name = country_of(part.name) == part.name and not part.name.isupper()
            is_adjunct = not is_own_name and self._text[part.end + 1 : part.end + 2].islower()
            if not part.is_adjective and not is_adjunct:
                self._where.note(part.name)
        if not part.may_be_person and not part.speaks:
            self._names.note(part.name, 1 + part.acts)
        if part.sort != "person" and not (part.is_adjective and part.sort != "country"):
            self._last[part.sort] = part.name
        does = part.acts or part.speaks or part.owns
        if part.sort == "body" or (part.sort == "thing" and does and not self._people.knows(part.name)):
            self._bodies.note(part.name, 1 + part.acts)

    def _note_people(self, segment: Segment) -> None:
        """Who "she" is in the next sentence: a person whom this one is about, unless it is about somebody unnamed."""
        self._persons_age += 1
        opening = opening_pronoun(segment)
        same = self.who(opening) if opening else None
        if same and opening:
            self._called[same] = opening
        meant = None if same else self._acting_person(segment)
        if meant:
            self.person = self._people.full(meant.name).name
        if may_be_another(segment) or (meant and meant.speaks and self._tells_of_another(segment, meant)):
            self.person = None
        elif meant or same:
            self._persons_age = 0
        elif self._persons_age > _REACH or self._has_unnamed_person(segment) or self._is_crowded(segment):
            self.person = None

    def _tells_of_another(self, segment: Segment, speaker: NamePart) -> bool:
        """Whether somebody else does something in what a person says: "Ana Ruiz said Bo Tamm had left"."""
        after = (part for part in segment.parts if part.first > speaker.first and part.acts and not part.governed)
        return any(self._is_person(segment, part) for part in after if part.name != speaker.name)

    def _acting_person(self, segment: Segment) -> NamePart | None:
        """The person who does something in it, or the only one whom a body does something to."""
        persons = [part for part in segment.parts if self._is_person(segment, part)]
        acting = next((part for part in persons if part.acts or part.speaks), None)
        if acting or opening_pronoun(segment):
            return acting
        if self._has_unnamed_person(segment):
            return None
        free = [part for part in persons if part.governed in {"", "by"} and not part.owns]
        others = (part for part in segment.parts if part.acts and part.sort == "thing")
        return free[0] if len(free) == 1 and not any(others) else None

    def _is_person(self, segment: Segment, part: NamePart) -> bool:
        """Whether it is somebody's name; a single word is, where the text has the whole name of it or it speaks."""
        if is_region_of_another(segment, part):
            return False
        is_surname = part.sort == "thing" and " " not in part.name and self._people.knows(part.name)
        return part.may_be_person or is_surname or (part.sort == "thing" and is_by_itself(segment, part))

    def _is_crowded(self, segment: Segment) -> bool:
        """Whether it names somebody else, so that "she" may be either."""
        return not opening_pronoun(segment) and any(self._is_person(segment, part) for part in segment.parts)

    def _has_unnamed_person(self, segment: Segment) -> bool:
        first = segment.words[:_FIRST_WORDS]
        is_of_an_age = any(one.text == "-" and other.text == "old" for one, other in pairwise(first))
        return (
            (is_national(segment) and not self.person)
            or is_of_an_age
            or any(word.text in UNNAMED_PEOPLE or word.text in OFFICES for word in first)
        )

    def _note_heads(self, segment: Segment) -> None:
        """Take note of what "the bridge" may mean, and of whom "the airport" means again."""
        for before, word in pairwise(segment.words if self._by_noun else ()):
            name = self.named_with(word.text) if before.text == "the" else None
            if name:
                self._names.note(name)
                if before is segment.words[0]:
                    self.thing, self._things_age = name, 0
        self._by_noun.note(segment)

    def _note_thing(self, segment: Segment) -> None:
        """What "it" is in the next sentence: what this one is about, if that is a body, a place or a thing."""
        self._things_age += 1
        acting = (part for part in segment.parts if part.acts and not part.is_adjective)
        speaking = self._speaking_body(segment)
        subject = speaking or next(acting, None)
        if subject and (speaking or not self._is_person(segment, subject) or _may_be_body(subject)):
            self.thing, self._things_age = whole_name(segment, subject), 0
            self.is_many = not _OF_MANY.isdisjoint(word.text for word in segment.words[subject.after :])
        elif self._things_age > 1 or subject:
            self.thing = None

    def _speaking_body(self, segment: Segment) -> NamePart | None:
        """The body that the text is about, if the sentence is what it says: "Lomar said that"."""
        first = next(iter(segment.parts), None)
        if first is None or not first.speaks or first.first or first.name != self._bodies.main:
            return None
        is_main = self.times.of(first.name) >= _LEAST_OF_A_MAIN_NAME
        return first if is_main and self._tells_of_a_body else None

    @cached_property
    def _tells_of_a_body(self) -> bool:
        """Whether the text calls something "the company", "the club" or the like."""
        text = self._text.lower()
        return any(f"the {noun}" in text for noun in STANDING_NOUNS["body"])

    def _note_described(self, segment: Segment) -> None:
        if segment.words and segment.words[0].text in _STANDING_FOR_WORDS:
            return
        self.described, self.described_many = described_in(segment)

    def _note_body(self, segment: Segment) -> None:
        """What "the company" is in the next sentence: the only one that does or says something in this."""
        free = [part for part in segment.parts if part.governed in {"", "and"} and not part.owns]
        bodies = [part for part in free if part.sort in _BODIES and not self._is_person(segment, part)]
        is_one = len({part.name for part in free}) == len(bodies) == 1 and (bodies[0].acts or bodies[0].speaks)
        self._body = bodies[0].name if is_one else None

    def _note_events(self, segment: Segment) -> None:
        if self._count <= 1:
            self.topic = self.topic or tournament_in(segment)
        for event in events_in(segment):
            if event.is_named:
                self._last_event, self._event_at = event, self._count
                is_main = (not self._count or event.words in self._events) and event.head not in MEETINGS
                if is_main and self._count < _LEAD:
                    self.topic = self.topic or event
                self._events.add(event.words)
            elif self._count < _LEAD and not self.topic and placed(event, segment.parts):
                self.topic = self._last_event = placed(event, segment.parts)
                self._event_at = self._count
            elif event.is_new:
                # "A suicide bombing": what "the bombing" means from here on has no name.
                self._last_event = None


def _may_be_body(part: NamePart) -> bool:
    """Whether a name that has the form of a person's may be that of a business: no given name opens it."""
    return part.sort == "name" and not is_given_name(part.name.partition(" ")[0].lower())
