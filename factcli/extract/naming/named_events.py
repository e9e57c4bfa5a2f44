"""Find the event that a sentence names: "Islamic State attack on Mosul checkpoint", "the floods in Malawi"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.function_words import ADVERBS, AUXILIARIES, DETERMINERS, FUNCTION_WORDS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.naming.happenings import (
    HAPPENING_LINKS,
    HAPPENINGS,
    LONG_HAPPENINGS,
    NAMED_PLACES,
    NAMED_STORMS,
    NO_NAMES_OF_EVENTS,
    TOURNAMENTS,
)
from factcli.english.naming.kinds import NUMERALS
from factcli.english.nouns import singular
from factcli.english.number_names import CARDINAL_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcli.english.stemming import Word
    from factcli.extract.naming.name_parts import NamePart
    from factcli.extract.proposing.segments import Segment

_MOST_BEFORE = 6
# A place within so many words says where an event was.
_NEAR = 5
_PLACING = frozenset({"in", "of", "at", "near"})
_OBJECTS = DETERMINERS | ADVERBS | {"twice"}
_BEFORE_VERBS = (AUXILIARIES - {"'s"}) | {"to", "not"}
_NEW = frozenset({"a", "an", "another"})


class Event(NamedTuple):
    """An event as a sentence names it; ``is_named`` says that a name is part of it, else it is "the attack".

    ``is_new`` says that it has none and was not named before: "a suicide bombing".
    """

    words: str
    head: str
    first: int
    after: int
    is_named: bool
    is_new: bool = False


def events_in(segment: Segment) -> list[Event]:
    """The events of a sentence in order: those with a name, and "the attack", "a bombing"."""
    words, found = segment.words, list[Event]()
    for at, word in enumerate(words):
        if word.text in HAPPENINGS and not _is_done(words, at) and not _is_within_name(words, at):
            event = _event(segment, segment.parts, at)
            if event:
                found.append(event)
    return found


def placed(event: Event, parts: Sequence[NamePart]) -> Event | None:
    """An event without a name, called after the place that its sentence names: "Lucca quake"."""
    place = next((part for part in parts if part.sort in {"place", "country"} and part.governed in _PLACING), None)
    return Event(f"{place.name} {event.head}", event.head, event.first, event.after, is_named=True) if place else None


def tournament_in(segment: Segment) -> Event | None:
    """The tournament or the like at which something takes place: "leads at the Orla Classic"."""
    for part in segment.parts:
        head = part.name.lower().rpartition(" ")[2]
        if head in TOURNAMENTS and part.governed == "at" and " " in part.name:
            return Event(part.name, head, part.first, part.after, is_named=True)
    return None


def event_of_lead(segments: Iterable[Segment]) -> str | None:
    """The event that the first sentences of a text name, or place: what a toll is of that is told before."""
    told = ((event, segment.parts) for segment in segments for event in events_in(segment))
    short = ((event, parts) for event, parts in told if event.head not in LONG_HAPPENINGS)
    near = ((event, [part for part in parts if 0 <= part.first - event.after < _NEAR]) for event, parts in short)
    named = (event if event.is_named else placed(event, parts) for event, parts in near)
    return next((event.words for event in named if event), None)


def _is_done(words: list[Word], at: int) -> bool:
    """Whether the word is a verb there: "to attack", "could collapse", "Osei strikes twice"."""
    before = words[at - 1].text if at else ""
    after = words[at + 1].text if at + 1 < len(words) else ""
    strikes = bool(before) and words[at - 1].is_capital and singular(words[at].text) != words[at].text
    return before in _BEFORE_VERBS or (strikes and after in _OBJECTS)


def _event(segment: Segment, parts: list[NamePart], at: int) -> Event | None:
    first, after = _start(segment, at), at + 1
    named = next((part for part in parts if first <= part.first < at), None)
    if segment.words[at].text in NAMED_STORMS:
        named = named or next((part for part in parts if part.first <= at < part.after), None)
        after = max([after, *(part.after for part in parts if part.first <= at < part.after)])
    is_storm = segment.words[at].text in NAMED_STORMS and named is not None and named.first >= at
    after += after < len(segment.words) and _is_number_of_name(segment.words[after])
    linked = 0 if is_storm else _linked(segment.words, parts, after) if not named or at - first < _MOST_BEFORE else 0
    if linked:
        after = linked
    before = segment.words[first - 1].text if first else ""
    is_named = bool(named or linked)
    if not is_named and (segment.words[at].is_in_name or before not in {"the", "this", "that", *_NEW}):
        return None
    text = segment.whole[segment.words[first].start : segment.words[after - 1].end]
    return Event(
        " ".join(text.split()),
        singular(segment.words[at].text),
        first,
        after,
        is_named,
        not is_named and before in _NEW,
    )


def _is_within_name(words: list[Word], at: int) -> bool:
    """Whether the name of a body goes on after the word: "Orla Flood Board"."""
    following = words[at + 1] if at + 1 < len(words) else None
    is_joined = following is not None and words[at].is_in_name and following.is_in_name
    is_kind = words[at].text not in NAMED_STORMS and following is not None and not _is_number_of_name(following)
    return is_joined and is_kind


def _is_number_of_name(word: Word) -> bool:
    """Whether a word after an event is its number: "World War One", "World War II"."""
    return word.is_capital and (word.text in CARDINAL_NAMES or word.text in NUMERALS)


def _start(segment: Segment, at: int) -> int:
    """Where the words before the noun of an event begin: names and nouns that stand right before it."""
    words, first = segment.words, at
    while first > 0 and at - first < _MOST_BEFORE and _belongs(words, first - 1):
        if segment.is_title_case and not any(part.first < first <= part.after for part in segment.parts):
            break
        first -= 1
    while first < at and words[first].text.endswith("est") and not words[first].is_capital:
        first += 1
    while first < at and words[first].text in {"'", "’", "s", "-"}:
        first += 1
    return first


def _belongs(words: list[Word], at: int) -> bool:
    word = words[at]
    if word.is_mark:
        return word.text in {"'", "’", "-"} and at > 0 and words[at - 1].end == word.start
    if word.text == "s" and at and words[at - 1].text in {"'", "’"}:
        return True
    is_unit = at > 0 and words[at - 1].text[-1].isdigit() and words[at - 1].end == word.start  # "the 1,500m final"
    if is_unit or word.text in CARDINAL_NAMES:
        return False
    if not word.text[0].isalpha() or word.text in NO_NAMES_OF_EVENTS or word.text in CALENDAR_NAMES:
        return word.text in CALENDAR_NAMES and not word.opens_sentence
    if word.is_capital and not word.opens_sentence:
        return word.text not in FUNCTION_WORDS or word.folded.isupper()
    return word.text not in FUNCTION_WORDS and not is_verb(word.text) and not word.text.endswith(("ly", "ing"))


def _linked(words: list[Word], parts: list[NamePart], after: int) -> int:
    """Where the place of an event ends: "on Mosul checkpoint", "in the north of Malawi"; 0 where none is named."""
    if after >= len(words) or words[after].text not in HAPPENING_LINKS:
        return 0
    at = after + 1
    if at < len(words) and words[at].text in {"the", "a"}:
        at += 1
    part = next((part for part in parts if part.first == at and not part.owns), None)
    end = part.after if part else 0
    if part is None or part.sort == "person" or (end < len(words) and words[end].text == "-"):
        return 0
    # "on Mosul checkpoint": the noun after the name belongs to it.
    has_noun = end < len(words) and words[end].text in NAMED_PLACES
    return end + has_noun
