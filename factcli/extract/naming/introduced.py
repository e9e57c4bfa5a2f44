"""Things that a sentence introduces in words: "a log boat from a quarry near Tarn" is what "the boat" means later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.function_words import ARTICLES, AUXILIARIES, CONJUNCTIONS, LOCATING, PREPOSITIONS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.named_measures import measures_in
from factcli.english.measuring.narrowing import ABSTRACT_ENDINGS, EMPTY_HEADS
from factcli.english.measuring.saying_whose import NO_MEASURES, PEOPLE_ENDINGS
from factcli.english.naming.happenings import (
    HAPPENINGS,
    NAMED_PLACES,
    NO_HEADS,
    NO_NAMES_OF_EVENTS,
    STANDING_NOUNS,
    UNNAMED_PEOPLE,
)
from factcli.english.naming.kinds import KINDS
from factcli.english.nouns import is_plural
from factcli.english.people import BODIES, OFFICES
from factcli.extract.naming.pointed_at import whole_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.english.measuring.named_measures import FoundMeasure
    from factcli.english.stemming import Word
    from factcli.extract.naming.name_parts import NamePart
    from factcli.extract.proposing.segments import Segment

# "Reserve Bank of Norland" is the bank.
_OF_WHERE = re.compile(r"(?<= \w{3}) of .*|(?<=\w{4}) of .*")
# The most words of a phrase, and the most that are kept before its noun and after "of".
_LONGEST, _MOST_BEFORE, _MOST_AFTER = 8, 2, 3
_ENDS = AUXILIARIES | CONJUNCTIONS | PREPOSITIONS
_NO_THINGS = (
    EMPTY_HEADS | NO_MEASURES | HAPPENINGS | NO_HEADS | UNNAMED_PEOPLE | OFFICES
    | STANDING_NOUNS["country"] | STANDING_NOUNS["place"]
)  # fmt: skip
# What "the company" and the like mean is known otherwise.
_STANDING = STANDING_NOUNS["body"]
# Before a noun they do not tell one thing from another of its kind.
_SAYING_LITTLE = NO_MEASURES | NO_NAMES_OF_EVENTS | frozenset({"-", "old"})
_COUNTED = frozenset({"count", "number"})
_LEAST = 3


class Introduced(NamedTuple):
    """A thing with the noun for it and what it is called; ``where`` is the name in its phrase, if there is one."""

    head: str
    name: str
    where: NamePart | None


class CalledByNoun:
    """The names and the things of a text by the noun for them, so that "the bridge" means "Ouse bridge"."""

    def __init__(self) -> None:
        self._names: dict[str, set[str]] = {}

    def __bool__(self) -> bool:
        return bool(self._names)

    def note(self, segment: Segment) -> None:
        """Take note of what a sentence names or introduces."""
        for part in segment.parts:
            name = whole_name(segment, part)
            *others, head = re.sub(_OF_WHERE, "", name).lower().split()
            is_kind = (head in KINDS and head not in NO_HEADS) or head in NAMED_PLACES or name != part.name
            if others and is_kind and not part.may_be_person:
                self._names.setdefault(head, set()).add(name)
        for thing in introduced_in(segment) if segment.is_sentence else ():
            self._names.setdefault(thing.head, set()).add(thing.name)

    def meant(self, noun: str) -> str | None:
        """What "the" with a noun means, if the text has one such name or thing so far."""
        names = self._names.get(noun, set())
        return next(iter(names)) if len(names) == 1 else None


def introduced_in(segment: Segment) -> Iterator[Introduced]:
    """The things that a sentence introduces: after "a", or after "the" if a name says which."""
    words = segment.words
    for at, word in enumerate(words):
        if word.text in ARTICLES:
            end = _end_of_phrase(words, at + 1)
            if end > at + 1 and _is_thing(words[at + 1 : end]) and words[end - 1].text not in _STANDING:
                thing = _thing(segment, at, end)
                if thing.name != thing.head and (word.text != "the" or thing.where):
                    yield thing


def opening_thing(segment: Segment) -> Introduced | None:
    """The thing that a sentence opens with: "ferry to Tarn" of "The ferry to Tarn", "log boat" of "A log boat"."""
    words = segment.words
    if not words or words[0].text not in ARTICLES:
        return None
    end = _end_of_phrase(words, 1)
    thing = _thing(segment, 0, end) if end > 1 and _is_thing(words[1:end]) else None
    if thing is None or (thing.where and words[end].text == "of"):
        return None
    is_new = words[0].text != "the" and not any(part.first < end for part in segment.parts)
    is_told = is_new and thing.head not in _STANDING | BODIES
    return thing if thing.where or (is_told and thing.name != thing.head) else None


def thing_of_heading(heading: Segment) -> str | None:
    """What a heading opens with and names by where it is: "ferry to Tarn" of "Ferry to Tarn stops for the winter"."""
    words = heading.words
    begin = int(bool(words) and words[0].text in ARTICLES)
    end = _end_of_phrase(words, begin)
    if end == begin or any(part.first < end for part in heading.parts) or not _is_thing(words[begin:end]):
        return None
    thing = _thing(heading, begin - 1, end)
    return thing.name[0].lower() + thing.name[1:] if thing.where else None


def _end_of_phrase(words: Sequence[Word], begin: int) -> int:
    """Where the words before and with a noun end: "3,100-year-old log boat" of "3,100-year-old log boat from"."""
    end = begin
    while end < min(begin + _LONGEST, len(words)) and not _ends_before(words, end):
        end += 1
    return end


def _ends_before(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    is_verb_there = is_verb(word.text) and not word.is_in_name and words[at - 1].text not in ARTICLES | {"-"}
    return (word.is_mark and word.text != "-") or word.text in _ENDS or is_verb_there


def _is_thing(phrase: Sequence[Word]) -> bool:
    """Whether a phrase ends with a noun for one thing: no person, event, measure, time or idea."""
    head = phrase[-1]
    noun = head.text
    is_noun = head.is_content and not head.is_in_name and noun.isalpha() and len(noun) >= _LEAST
    is_other = (
        noun in _NO_THINGS
        or is_plural(noun)
        or (noun not in KINDS and noun.endswith((*ABSTRACT_ENDINGS, *PEOPLE_ENDINGS, "ly")))
    )
    return is_noun and not is_other and not any(_is_of_amounts(found) for found in measures_in(phrase[-1:]))


def _is_of_amounts(measure: FoundMeasure) -> bool:
    """Whether a noun says what an amount is, not only what is counted: "deficit", and not "boat"."""
    return not _COUNTED.issuperset(measure.row.dimensions)


def _thing(segment: Segment, article: int, end: int) -> Introduced:
    """The thing of a phrase, called by its noun, what stands right before that and the name that says where."""
    words = segment.words
    begin = end - 1
    while begin > article + 1 and end - begin <= _MOST_BEFORE and words[begin - 1].is_content:
        begin -= 1
    while begin < end - 1 and words[begin].text in _SAYING_LITTLE:
        begin += 1
    where = _where(segment, end)
    linked = segment.whole[words[end].start : where.end] if where else _of_what(segment, end)
    kept = segment.whole[words[begin].start : words[end - 1].end]
    return Introduced(words[end - 1].text, " ".join(f"{kept} {linked}".split()), where)


def _of_what(segment: Segment, end: int) -> str:
    """What "of" adds to a noun, without numbers: "of Danish nurses" of "of 84,000 Danish nurses"."""
    words = segment.words
    if end >= len(words) or words[end].text != "of":
        return ""
    begin = end + 1
    while begin < len(words) and (words[begin].text in ARTICLES or words[begin].text[:1].isdigit()):
        begin += 1
    after = _end_of_phrase(words, begin)
    inside = words[begin:after]
    is_short = 0 < len(inside) <= _MOST_AFTER and all(word.is_content for word in inside)
    return f"of {segment.whole[inside[0].start : inside[-1].end]}" if is_short else ""


def _where(segment: Segment, end: int) -> NamePart | None:
    """The name right after the preposition at a word: "Tarn" of "near Tarn"; after "between", the second of two."""
    words = segment.words
    if end >= len(words) or words[end].text not in LOCATING:
        return None
    begin = end + 1 + (end + 1 < len(words) and words[end + 1].text in ARTICLES)
    named = next((part for part in segment.parts if part.first == begin and not part.is_adjective), None)
    if named is None or words[end].text != "between":
        return named
    return next((part for part in segment.parts if part.first == named.after + 1 and part.governed == "and"), named)
