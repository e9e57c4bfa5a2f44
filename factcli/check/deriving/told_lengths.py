"""The ages and durations of a sentence that two dates decide, each with the words for its events."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.function_words import PREPOSITIONS
from factcli.english.measuring.clause_words import AFTER_EVENT, BEFORE_AGE
from factcli.english.people import PERSONAL_PRONOUNS
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.check.passages import Passage
    from factcli.english.stemming import Word
    from factcli.model.facts import Mention

_START, _END = attrgetter("start"), attrgetter("end")
_MARKS = frozenset(",;:().!?—–")
_STRONG_MARKS = _MARKS - {","}
_POSSESSIVES = frozenset({"his", "her", "their"})
_UNITS = frozenset({"year", "month", "week", "day"})
# An age belongs to a verb that is at most this many words away.
_NEAR = 12


class ToldLength(NamedTuple):
    """A length of time and the words for its two ends.

    An age has ``since`` None: it begins with a birth.
    """

    mention: Mention
    until: Sequence[Word]
    since: Sequence[Word] | None = None

    @property
    def is_age(self) -> bool:
        """Whether it is how old somebody was."""
        return self.since is None


def told_lengths(passage: Passage) -> Iterator[ToldLength]:
    """The ages and durations of a sentence whose ends it tells of."""
    for mention in passage.mentions:
        value = mention.value
        if not isinstance(value, Quantity) or value.amount is None or value.comparator not in {"=", "~"}:
            continue
        first = bisect_right(passage.words, mention.span.start, key=_END)
        after = bisect_left(passage.words, mention.span.end, first, key=_START)
        if mention.role == "age":
            until = _event_of_age(passage, first, after)
            if until:
                yield ToldLength(mention, until)
        elif value.unit in _UNITS and not value.per:
            yield from _duration(mention, passage.words, first, after)


def _event_of_age(passage: Passage, first: int, after: int) -> Sequence[Word]:
    """The words for when somebody was so old: "when she died", "died in Lomar at 27", ", 27, died"."""
    words = passage.words
    texts = [word.text for word in words[after : after + 5]]
    if texts[:1] in (["when"], ["as"]) and texts[1:2] and texts[1] in PERSONAL_PRONOUNS:
        return _until_mark(words, after + 2, _MARKS)
    at = after + (3 if texts[:3] == ["at", "the", "time"] else 0)
    if [word.text for word in words[at : at + 1]] in (["at"], ["of"]) and words[at + 1 : at + 2]:
        is_own = words[at + 1].text in _POSSESSIVES
        return _until_mark(words, at + 2, _MARKS)[:1] if is_own else ()
    if texts[:1] == [","] and first and words[first - 1].text == "," and _is_death(texts[1:]):
        return _until_mark(words, after + 1, _MARKS)[:2]
    return _verb_before(passage, first)


def _is_death(texts: Sequence[str]) -> bool:
    return texts[:1] == ["died"] or texts[:2] == ["was", "killed"]


def _verb_before(passage: Passage, first: int) -> Sequence[Word]:
    """The words of a clause that ends with an age: "married in Lomar aged 27"."""
    words, end = passage.words, first
    while end and (words[end - 1].text in BEFORE_AGE or words[end - 1].text == ","):
        end -= 1
    if end == first or (words[first - 1].text not in BEFORE_AGE):
        return ()
    begin = end
    while begin and end - begin < _NEAR and words[begin - 1].text not in _STRONG_MARKS | {","}:
        begin -= 1
    return () if _has_object(passage, begin, end) else words[begin:end]


def _has_object(passage: Passage, begin: int, end: int) -> bool:
    """Whether the words end with a name that the age may belong to: "married Tom Reyes, aged 45"."""
    if end <= begin:
        return True
    last = passage.words[end - 1]
    name = next((name for name in passage.names if name.start <= last.start < name.end), None)
    if name is None:
        return False
    before = bisect_left(passage.words, name.start, key=_START) - 1
    return before < begin or passage.words[before].text not in PREPOSITIONS


def _duration(mention: Mention, words: Sequence[Word], first: int, after: int) -> Iterator[ToldLength]:
    """A duration between two events: "The trial began three years after the fire"."""
    if after >= len(words) or words[after].text not in {"after", "before"}:
        return
    named = _until_mark(words, after + 1, _MARKS | AFTER_EVENT)
    begin = first
    while begin and words[begin - 1].text not in _MARKS | AFTER_EVENT:
        begin -= 1
    told = words[begin:first]
    if not any(word.is_content for word in told):
        comma = after + 1 + len(named)
        told = _until_mark(words, comma + 1, _MARKS | AFTER_EVENT) if words[comma : comma + 1] else ()
    if told and named:
        is_after = words[after].text == "after"
        yield ToldLength(mention, told if is_after else named, named if is_after else told)


def _until_mark(words: Sequence[Word], begin: int, ends: frozenset[str]) -> Sequence[Word]:
    end = begin
    while end < len(words) and words[end].text not in ends:
        end += 1
    return words[begin:end]
