"""The weekdays, times of day and seasons of sources: one of a draft comes in; whether they have it goes out."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from factcli.check.against.judgement import SourceJudgement
from factcli.check.against.literals import (
    Literal,
    find_literals,
    find_seasons,
    find_times,
    find_weekdays,
    weekdays_of,
    weekdays_of_title,
)
from factcli.check.reasons import Reason
from factcli.english.calendar import SEASONS, WEEKDAY_NAMES
from factcli.english.dates import FUTURE, NO_PAST, PAST_VERBS
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcli.check.against.read_source import ReadSource
    from factcli.check.passages import Passage

_SHORTEST_PAST = 5
# Of many places in the sources, this many are compared by their words.
_MOST_COMPARED = 20
# What the sentences must share to be about the same thing.
_LEAST_SHARED = 0.5
# Another one is meant if it has this share of the words around the literal, and the same one has half of that at most.
_LEAST_OTHER, _TIMES = 0.4, 2


Places = dict[str, list[tuple[int, Span]]]
"""Where those of a kind are, by name: the number of a source, and the place in its text."""


def _by_name(found: Iterable[Iterable[Literal]]) -> Places:
    """The places of what each source has."""
    places: defaultdict[str, list[tuple[int, Span]]] = defaultdict(list)
    for number, literals in enumerate(found):
        for literal in literals:
            places[literal.name].append((number, literal.span))
    return dict(places)


class SourceLiterals:
    """The weekdays, times of day and seasons of all sources, by name, with their places."""

    def __init__(self, texts: Sequence[ReadSource]) -> None:
        self._texts = texts

    @cached_property
    def _weekdays(self) -> Places:
        dated = (weekdays_of(mention for mentions in text.mentions for mention in mentions) for text in self._texts)
        named = (find_weekdays(text.text) for text in self._texts)
        return _by_name(map(chain, named, dated))

    @cached_property
    def _titled(self) -> Places:
        """The weekdays of the days that titles have in digits."""
        ends = (text.sentences[0].end if text.sentences else 0 for text in self._texts)
        return _by_name(weekdays_of_title(text.text, end) for text, end in zip(self._texts, ends, strict=True))

    @cached_property
    def _times(self) -> Places:
        return _by_name(find_times(text.text) for text in self._texts)

    @cached_property
    def _seasons(self) -> Places:
        return _by_name(find_seasons(text.text) for text in self._texts)

    def judge(self, literal: Literal, passage: Passage) -> SourceJudgement | None:
        """The verdict on a literal of a draft's sentence; None where the sources have nothing of its kind."""
        of_kind = self._of_kind(literal, passage)
        places = of_kind.get(literal.name, [])[:_MOST_COMPARED]
        own, other, place = self._compared(literal, passage, of_kind)
        if place and other >= max(_TIMES * own, _LEAST_OTHER):
            reason = Reason.SWAPPED_IN_SOURCE if places else Reason.OTHER_IN_SOURCE
            return SourceJudgement("contradicted", reason, *place)
        if not places:
            # What is in June may be told as in summer.
            is_told = bool(of_kind) and literal.name not in SEASONS
            return SourceJudgement("unsupported", Reason.NOT_STATED) if is_told else None
        shared, number, span = max((self._shared(passage, *each), *each) for each in places)
        if shared >= _LEAST_SHARED and own >= other:
            return SourceJudgement("confirmed", Reason.STATED, number, span)
        return SourceJudgement("unknown", Reason.ELSEWHERE, number, span)

    def _of_kind(self, literal: Literal, passage: Passage) -> Places:
        """All of its kind; that a title has a day says only when something was."""
        if literal.name in SEASONS:
            return self._seasons
        if literal.name not in WEEKDAY_NAMES:
            return self._times
        return self._weekdays or (self._titled if _tells_of_past(passage, literal.span.start) else {})

    def _compared(
        self, literal: Literal, passage: Passage, of_kind: Places
    ) -> tuple[float, float, tuple[int, Span] | None]:
        """How much of the clause of a literal is beside it in the sources, and beside another of its kind; where.

        Others that the draft's sentence has too are right in it.  A clause that leaves out what was said before has
        little in common with the draft's but may be all of it: "four times a day in summer, in winter twice".
        """
        told = {each.name for each in find_literals(passage.text, *passage.span)}
        around = passage.weights_around(literal.span)
        own, other, place = 0.0, 0.0, None
        for name, places in of_kind.items():
            for each in places[:_MOST_COMPARED] if name == literal.name or name not in told else ():
                theirs = self._around(*each)
                if name == literal.name:
                    own = max(own, _shared_weight(around, theirs), _shared_weight(theirs, around))
                elif _shared_weight(around, theirs) > other:
                    other, place = _shared_weight(around, theirs), each
        return own, other, place

    def _around(self, number: int, span: Span) -> dict[str, float]:
        """The words of the clause of a place by weight."""
        text = self._texts[number]
        return text.passage(text.sentence_at(span.start)).weights_around(span)

    def _shared(self, passage: Passage, number: int, span: Span) -> float:
        """The share of the draft's words that the sentence of the source has."""
        ours = {word.stem for word in passage.words if word.is_content}
        text = self._texts[number]
        return len(ours & text.stems(text.sentence_at(span.start))) / max(len(ours), 1)


def _shared_weight(ours: dict[str, float], theirs: dict[str, float]) -> float:
    """The share of some words, by weight, that others have too."""
    return sum(min(weight, theirs.get(stem, 0.0)) for stem, weight in ours.items()) / (sum(ours.values()) or 1)


def _tells_of_past(passage: Passage, offset: int) -> bool:
    """Whether the last word before ``offset`` that tells of a time tells of the past."""
    before = [word.text for word in passage.words if word.start < offset]
    times = (word for word in reversed(before) if word in FUTURE or word in PAST_VERBS or _is_regular(word))
    return next((word not in FUTURE for word in times), False)


def _is_regular(word: str) -> bool:
    return word.endswith("ed") and len(word) >= _SHORTEST_PAST and word not in NO_PAST
