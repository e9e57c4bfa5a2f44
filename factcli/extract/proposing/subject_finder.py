"""What a figure is about: the event, body or place that its sentence says it of, never only its first capital."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.english.aliases import country_of
from factcli.english.function_words import ARTICLES, CONJUNCTIONS
from factcli.english.measuring.clause_words import ASIDE_OF_A_CLAUSE, RELATIVE
from factcli.english.naming.happenings import (
    AT_THE_TIME_OF,
    HEARING,
    LONG_HAPPENINGS,
    MEETINGS,
    POLLS,
    STANDING_NOUNS,
)
from factcli.english.people import BEFORE_NOUNS, HONORIFICS, VERBS
from factcli.extract.naming.introduced import opening_thing
from factcli.extract.naming.named_events import events_in, placed
from factcli.extract.naming.pointed_at import (
    after_opening,
    aged_person,
    has_relative,
    is_definite,
    is_in_aside,
    is_in_opening,
    is_national,
    is_region_of_another,
    is_substance,
    is_whence,
    opens_another_clause,
    opens_with_relative,
    poll_in,
    speaks_of_itself,
    whole_name,
)
from factcli.extract.proposing.measured import covered
from factcli.extract.proposing.quoted_speakers import body_spoken_for
from factcli.extract.proposing.subject_likelihood import OWNING, WHOLE, by_grammar
from factcli.model.facts import Quantity, Quotation

if TYPE_CHECKING:
    from factcli.extract.naming.name_parts import NamePart
    from factcli.extract.naming.named_events import Event
    from factcli.extract.proposing.antecedents import Antecedents
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention, Value

_ANY_STANDING = frozenset(word for words in STANDING_NOUNS.values() for word in words)
_OF_AN_AGE = ["the", "-", "year", "-", "old"]
_FAR_PRONOUN = 60
_IT_IS, _AFTER_IT_IS = (["it", "is"], ["it", "was"]), 3  # "It was Vestby that"
_A_WORD_AWAY, _A_WORD_AFTER, _A_TIME_NAMED = 0.08, 0.2, 0.1
_OFTEN, _FAR_ACTING, _ACROSS = 5, 8, 20
_HEARD = VERBS.keys() | HEARING
_LEAST = 0.3
_OF_POLLS = frozenset({"percent", "number"})
_SUMS = frozenset({"money", "percent"})
_REPORTER, _PERSON_WITH_A_COUNT, _PERSON, _ADJECTIVE, _ADJECTIVE_OF_COUNTRY = 5.0, 2.5, 0.5, 5.0, 1.5


class About(NamedTuple):
    """What a fact is about, and the sort of it: ``event``, ``country``, ``place``, ``person``, ``body``, ``given``.

    It is ``carried`` where the sentence does not say it but the text before it does.
    """

    name: str | None
    sort: str


class SubjectFinder:
    """Finds what the mentions of a sentence are about; ``before`` is what the text has named before it."""

    def __init__(self, segment: Segment, before: Antecedents) -> None:
        self._segment = segment
        self._parts = segment.parts
        self._before = before
        self.events = events_in(segment)

    def about(self, mention: Mention, value: Value) -> About:
        """What the mention is about."""
        if self._segment.is_row:
            return About(self._segment.row_name, "place")
        if isinstance(value, Quotation):
            return self._of_quote(value)
        if mention.role == "age":
            return About(aged_person(mention, self._segment), "person")
        if self._segment.label and self._segment.is_of_label(mention):
            return self._carried()
        return (
            self._of_line()
            or self._owner(mention, value)
            or self._of_poll(mention, value)
            or self._of_opening(mention)
            or self._of_event(mention)
            or self._of_name(mention)
            or self._carried(value)
        )

    def _of_quote(self, value: Quotation) -> About:
        """The event that the sentence names, else who speaks."""
        told = (event for event in self.events if event.head not in MEETINGS and event.words in value.text)
        told = (event for event in told if self._before.is_topic(event))
        meant = next(filter(None, map(self._meant, told)), None)
        if meant:
            return About(meant.words, "event")
        by = value.speaker or value.role or ""
        if by and (not by.islower() if value.speaker else by.partition(" ")[0].lower() in HONORIFICS):
            return About(by, "person")
        whose = body_spoken_for(by, self._segment, self._before)
        carried = self._carried()
        return About(whose, "body") if whose else About(None, "carried") if country_of(carried.name or "") else carried

    def _meant(self, event: Event) -> Event | None:
        """The event with its name: what "the attack" means."""
        is_only_placed = event.is_named and event.words.startswith(f"{event.head} ") and self._is_known(event)
        if event.is_named and not is_only_placed:
            return event
        known = None if event.is_new else self._before.named(event)
        return known or placed(event, self._parts) or self._in_country(event)

    def _is_known(self, event: Event) -> bool:
        """Whether "the festival at Vestby Hall" is the one that the text is about by another name."""
        before = self._segment.words[event.first - 1].text if event.first else ""
        return before == "the" and self._before.topic is not None and self._before.topic.head == event.head

    def _in_country(self, event: Event) -> Event | None:
        """The event called after the country that the text is about, where it has the name of none: "the conflict"."""
        country = self._before.main_country
        is_definite = not event.is_new and event.first > 0 and self._segment.words[event.first - 1].text == "the"
        is_open = is_definite and self._before.topic is None and country is not None
        return event._replace(words=f"{country} {event.head}", is_named=True) if is_open else None

    def _of_line(self) -> About | None:
        """The place or body that opens a line of a list: "Peru: In 2001 four mills closed"."""
        part, words = next(iter(self._parts), None), self._segment.words
        is_label = part and not part.first and part.after < len(words) and words[part.after].text == ":"
        return About(part.name, part.sort) if part and is_label and part.sort not in {"person", "name"} else None

    def _owner(self, mention: Mention, value: Value) -> About | None:
        """The name that a bracket with the figure belongs to: "Anbar (15 killed and 37 injured)"."""
        text = self._segment.whole
        opening = text.rfind("(", self._segment.span.start, mention.span.start)
        if opening < 0 or ")" in text[opening : mention.span.start]:
            return None
        part = next((part for part in self._parts if 0 <= opening - part.end <= 1), None)
        if part is None and isinstance(value, Quantity) and value.dimension == "percent" and self._before.poll:
            return self._carried(value)  # "trust was higher among pilots (72%)"
        return About(part.name, part.sort) if part else None

    def _of_poll(self, mention: Mention, value: Value) -> About | None:
        """The poll that gives a share: "a survey of 1,300 adults by Orla Polls"."""
        first, _ = covered(mention, self._segment.words)
        before = [word.text for word in self._segment.words[max(first - 2, 0) : first]]
        is_asked = before[-1:] == ["of"] and before[0] in POLLS
        is_share = isinstance(value, Quantity) and value.dimension in _OF_POLLS
        poll = poll_in(self._segment) if is_asked or is_share else None
        return About(poll, "poll") if poll else None

    def _of_opening(self, mention: Mention) -> About | None:
        """Of whom what opens the sentence is said: "Born in Vestby in 1929, Ana Ruiz rowed"."""
        at = after_opening(self._segment)
        part = next((part for part in self._parts if at <= part.first <= at + 1), None)
        if not at or (part and part.start < mention.span.start):
            return None
        return About(part.name, part.sort) if part else self._pronoun(self._segment.words[at].text, opens=True)

    def _of_event(self, mention: Mention) -> About | None:
        """The event that the sentence says it of, the nearest one to the figure."""
        first, _ = covered(mention, self._segment.words)
        told = (event for event in self.events if not self._only_says_when(event) and self._is_in_clause(event, first))
        found = [(abs(event.first - first), meant) for event in told if (meant := self._meant(event))]
        near = min(found, key=lambda pair: pair[0], default=None)
        return About(near[1].words, "event") if near else None

    def _is_in_clause(self, event: Event, first: int) -> bool:
        """Whether an event is part of what a figure is said of.

        It is not where a name has the figure by a verb of its own: "After the Orla fire, Lomar sold 31 boats",
        "Ana Ruiz, who survived the fire, owns 31 boats".
        """
        words, doer = self._segment.words, self._doer(first)
        if has_relative(words[first : event.first]):
            return False
        if doer is None or doer.first <= event.first < doer.after or not event.first:
            return True
        opening = words[event.first - 1 - (words[event.first - 1].text in ARTICLES)].text if event.first > 1 else ""
        if event.first > first:
            return opening not in ASIDE_OF_A_CLAUSE and event.head not in MEETINGS
        if event.after <= doer.first:
            return any(word.text in CONJUNCTIONS for word in words[event.after : doer.first])
        between = [word.text for word in words[doer.after : event.first]]
        return between[:1] != [","] or RELATIVE.isdisjoint(between[:2])

    def _doer(self, first: int) -> NamePart | None:
        """The last name before a figure that does something with it: "Lomar sold 31 boats"."""
        acting = [part for part in self._parts if part.acts and not part.speaks and part.after <= first]
        free = (
            part
            for part in acting
            if not is_in_aside(self._segment.words, part, first)
            and not any(event.first <= part.first < event.after for event in self.events)
        )
        return max(free, key=lambda part: part.first, default=None)

    def _only_says_when(self, event: Event) -> bool:
        """Whether an event of years is only the time of what is said: "during World War One"."""
        before = self._segment.words[event.first - 1].text if event.first else ""
        return event.head in LONG_HAPPENINGS and before in AT_THE_TIME_OF

    def _of_name(self, mention: Mention) -> About | None:
        """The name that the figure hangs on by the grammar of its sentence."""
        first, after = covered(mention, self._segment.words)
        free = (part for part in self._parts if part.is_adjective or part.after <= first or part.first >= after)
        scored = [(self._likelihood(part, first, after, mention), part) for part in free]
        score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        inside = next((part for part in self._parts if first < part.first and part.after <= after), None)
        led = next((part for part in self._parts if part.first == after and self._leads_to(first, mention)), None)
        if led and not led.is_adjective and not led.owns and isinstance(mention.value, Quantity):
            return About(whole_name(self._segment, led, is_led=True), led.sort)  # "the 31km Orla canal"
        standing = self._standing(first)
        if inside and score < OWNING and isinstance(mention.value, Quantity) and not standing:
            return About(inside.name, inside.sort)  # "29 Orla ports"
        if is_national(self._segment):
            return About(self._before.person, "person") if self._before.person else self._carried()
        if standing and score < WHOLE:
            return standing
        thing = opening_thing(self._segment)
        if thing and (best is None or score <= _LEAST or best is thing.where or best.governed):
            return About(thing.name, "thing")
        return About(whole_name(self._segment, best), best.sort) if best and score > _LEAST else standing

    def _leads_to(self, first: int, mention: Mention) -> bool:
        """Whether the figure at a word stands before a noun as an adjective: "the 31km canal", not "a £3m loan"."""
        before = self._segment.words[first - 1].text if first else ""
        is_sum_of_another = mention.kind == "money" and before in {"a", "an"} and self._doer(first) is not None
        return before in BEFORE_NOUNS | {"s"} and not is_sum_of_another

    def _likelihood(self, part: NamePart, first: int, after: int, mention: Mention) -> float:
        """How likely the figure at the words from ``first`` to ``after`` is one of what this name names."""
        away = first - part.after if part.after <= first else part.first - after
        if part.acts and away > _FAR_ACTING and self._doer(first) == part:
            away = _FAR_ACTING  # what is told aside is no distance
        is_after = part.first >= after
        score = by_grammar(self._segment, part, first, is_date=mention.kind == "date") - away * (
            _A_WORD_AFTER if is_after else _A_WORD_AWAY
        )
        score += min(self._before.count(part.name), _OFTEN) * _A_TIME_NAMED
        near = self._segment.words[after : min(part.first, after + _ACROSS)] if is_after and not part.acts else []
        is_of_another = has_relative(near) or opens_another_clause(self._segment, part)
        if is_after and (mention.kind == "date" or is_of_another):
            return 0.0
        if is_substance(self._segment, part) or (not is_after and self._is_beside_the_point(part, first)):
            return 0.0
        told = [word.text for word in self._segment.words[max(part.first - 2, 0) : part.first]]
        is_told = not HEARING.isdisjoint(told[-1:] if told[-1:] != ["the"] else told)
        if is_told or (part.speaks and not speaks_of_itself(self._segment, part, first)):
            score -= _REPORTER
        if part.may_be_person and mention.kind != "date":
            score -= _PERSON_WITH_A_COUNT if mention.kind == "quantity" and part.sort == "person" else _PERSON
        if part.is_adjective:
            is_country = part.sort == "country" and not self._segment.whole.startswith("-", part.end)
            score -= _ADJECTIVE_OF_COUNTRY if is_country else _ADJECTIVE
        return score

    def _is_beside_the_point(self, part: NamePart, first: int) -> bool:
        """Whether a name says only where somebody speaks, in an aside whence he is, or in which region a place is.

        "Speaking in Vestby, Ana Ruiz said", "Bo Tamm, from Mill Lane in Vestby, sold 15 boats", "Vestby, Norfolk".
        """
        is_opening = is_region_of_another(self._segment, part) or is_in_opening(self._segment, part)
        if is_opening or is_in_aside(self._segment.words, part, first):
            return True
        if not part.governed or part.sort == "person":
            return False
        if any(other.speaks and part.after <= other.first < first for other in self._parts):
            return True
        return any(is_whence(self._segment.words, other, part, first) for other in self._parts)

    def _standing(self, first: int) -> About | None:
        """What a pronoun or "the company" before the figure means."""
        words = self._segment.words[:first]
        is_somebody = [word.text for word in words[:1] + words[2:6]] == _OF_AN_AGE or is_national(self._segment)
        if self._before.person and is_somebody:
            return About(self._before.person, "person")
        does = any(part.acts or part.owns for part in self._parts if part.after <= first)
        named_from = min((part.after for part in self._parts if does), default=len(words))
        begin = max(first - _FAR_PRONOUN, 0)
        for at, word in enumerate(words[begin:], begin):
            speaks = at + 1 < len(words) and words[at + 1].text in _HEARD
            is_of_name = at == named_from - _AFTER_IT_IS and [word.text for word in words[at : at + 2]] in _IT_IS
            meant = None if speaks or is_of_name or at >= named_from else self._pronoun(word.text, opens=at == 0)
            if not meant and at == 1 and words[0].text == "the" and (name := self._before.named_with(word.text)):
                meant = About(name, "body")
            if not meant and at and word.text in _ANY_STANDING and is_definite(words, at):
                name = self._before.meant_by(word.text, [part for part in self._parts if part.after <= at])
                meant = About(name, "country" if word.text in STANDING_NOUNS["country"] else "body") if name else None
            if meant:
                return meant
        return None

    def _pronoun(self, word: str, *, opens: bool) -> About | None:
        """What a pronoun means; "its" within a sentence may be of what comes after it."""
        if word in {"he", "she"} or (opens and word in {"his", "her"} and not opens_with_relative(self._segment)):
            name = self._before.who(word)
            return About(name, "person") if name else None
        if word == "it" or (opens and (word == "its" or (word == "they" and self._before.is_many))):
            name = self._before.thing or (self._before.main_name if opens and word == "it" else None)
            return About(name, "body") if name else None
        return None

    def _carried(self, value: Value | None = None) -> About:
        """What the text is about so far; a share is one of the poll that the sentences before tell of."""
        if self._before.poll and isinstance(value, Quantity) and value.dimension == "percent":
            return About(self._before.poll, "carried")
        if self._before.topic:
            return About(self._before.topic.words, "carried")
        name = self._before.main_name
        is_sum = isinstance(value, Quantity) and value.dimension in _SUMS
        if is_sum and (name is None or country_of(name)) and all(part.speaks for part in self._parts):
            name = self._before.main_body or name
        only_tells = any(part.name == name and part.speaks and part.sort != "country" for part in self._parts)
        return About(None if only_tells else name, "carried")
