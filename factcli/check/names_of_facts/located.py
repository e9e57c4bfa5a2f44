"""The rule for a known place that a draft puts in another state, county or country than the facts do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from factcli.check.names_of_facts.known_names import KnownNames
from factcli.check.names_of_facts.misnamed import shared_words
from factcli.english.naming.regions import REGIONS, are_two_regions
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.check.names_of_facts.known_names import KnownName
    from factcli.check.names_of_facts.surroundings import Surroundings

_Names = TypeVar("_Names", bound=KnownNames)


def _any_region() -> str:
    short = {name.upper() for name in REGIONS if len(name) <= _LONGEST_CODE}
    names = sorted({name.title() for name in REGIONS} | short, key=len, reverse=True)
    return "|".join(map(re.escape, names))


_STATED = late_pattern(lambda: rf", (?P<region>{_any_region()})(?!\w)\.?(?=[,;:.)]|\s*$)(?!, and\b)")
_KNOWN = late_pattern(lambda: rf"(?:, | in )(?P<region>{_any_region()})(?!\w)")
_LONGEST_CODE = 3
# So many words must be shared: there are places of one name in many states, if it has one word alone.
_SURE, _LEAST_OF_WHOLE = 2, 1


class Misplacing(NamedTuple, Generic[_Names]):
    """A known place in another region: its place in the draft with the region, as it is in the fact, and the fact."""

    span: Span
    fact: _Names
    known: KnownName
    place: str
    is_sure: bool


def region_of(around: Surroundings) -> Span | None:
    """Where the region after a name stands; None where there is none, or the name is that of a region itself."""
    stated = _STATED.match(around.text, around.mention.span.end, around.sentence.end)
    is_region = around.name.written[-1].lower() in REGIONS
    return Span(*stated.span("region")) if stated and not is_region else None


def find_misplacing(around: Surroundings, stated: Span, facts: Iterable[_Names]) -> Misplacing[_Names] | None:
    """The region that facts give the place that a draft names; None where one gives the same, or none."""
    if around.is_told_apart or around.is_another:
        return None
    region = around.text[slice(*stated)].lower()
    given = [(fact, known, place) for fact in facts for known, place in _places(fact, around.name.words)]
    if not given or not all(_is_elsewhere(region, place, fact) for fact, _, place in given):
        return None
    fact, known, place = max(given, key=lambda each: shared_words(around, *each[:2]))
    shared = shared_words(around, fact, known)
    span = Span(around.mention.span.start, stated.end)
    is_enough = shared >= (_LEAST_OF_WHOLE if around.name.is_whole else _SURE)
    return Misplacing(span, fact, known, place, shared >= _SURE) if is_enough else None


def _places(fact: _Names, words: tuple[str, ...]) -> Iterator[tuple[KnownName, str]]:
    """Where a fact has a place with its region: "Springfield, Ohio", "Springfield in Ohio"."""
    for known in fact.names:
        if known.name.words == words:
            for text, mention in known.places:
                if stated := _KNOWN.match(text, mention.span.end):
                    yield known, text[mention.span.start : stated.end()]


def _is_elsewhere(region: str, place: str, fact: KnownNames) -> bool:
    """Whether the region of a draft is not that of a fact, which does not speak of it either."""
    known = _KNOWN.search(place)
    is_other = known is not None and are_two_regions(region, known["region"].lower())
    return is_other and not any(fact.vocabulary.knows(word) for word in region.split())
