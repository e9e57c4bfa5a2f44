"""A figure told again with another value: "the lake is 42 km long", and further on "the lake is 24 km long"."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import amount_of, unit_of, written
from factcli.check.alone.slips import (
    are_digits_exchanged,
    are_in_other_order,
    is_slip,
    is_strong_slip,
    significant_digits,
)
from factcli.check.alone.templates import AMOUNT, PERCENT
from factcli.check.alone.times import year_of
from factcli.check.reasons import Reason
from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.reckoning.things import SET_APART, SET_APART_ALIKE
from factcli.english.stemming import meaning
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention, Span

_FIGURE = late_pattern(f"[{AMOUNT}{PERCENT}]")
_WORD = late_pattern(r"[a-z]{2,24}+")
# Not the first word of a sentence, which always has a capital.
_NAME = late_pattern(r"(?<=[a-z,;:] )[A-ZÀ-Þ][\w’'-]++")
_CLAUSE_ENDS = late_pattern(r"[.;()–—]|, (?:and|but|while|which|who|when|where|since|as)\b| and ")
_CLAUSE_BEGINS = late_pattern(r"[.;:()–—]|, (?:and|but|while|which|who|when|where|since|as)\b")
_BEFORE, _AFTER = 70, 40
# A clause shorter than this begins in the middle of what it says: "battery life: 18 hours".
_SHORTEST_CLAUSE = 4
_WORDS_BEFORE, _WORDS_AFTER = 7, 4
_MOST_FIGURES, _MOST_ALIKE = 400, 12
# How many words both sentences must share: figures whose digits are exchanged are hardly alike by chance.
_SHARED, _SHARED_OF_OTHER_SLIPS = 2, 3
_SHARE_OF_WORDS = 0.6
_FEWEST_DIGITS, _SURE_DIGITS = 3, 4


class _Telling(NamedTuple):
    """A figure with what is said around it: stems of the words, the nearest before, names and years of the sentence."""

    mention: Mention
    sentence: Template
    stems: frozenset[str]
    nearest: str
    names: frozenset[str]
    years: frozenset[int]
    apart: frozenset[str]


def find_figures_retold(reading: Reading) -> Iterator[Disagreement]:
    """The figures that another sentence gives in the same words with another value."""
    tellings = _tellings(reading)
    counts = Counter(map(_amount_and_unit, tellings))
    for one, other in _pairs(tellings):
        if _are_one(one, other) and min(counts[_amount_and_unit(each)] for each in (one, other)) == 1:
            yield Disagreement(
                Reason.INCONSISTENT_FIGURE, other.mention.span, one.mention.span, f"{one.mention.surface} before"
            )


def _amount_and_unit(each: _Telling) -> Hashable:
    return amount_of(each.mention), unit_of(each.mention)


def _tellings(reading: Reading) -> list[_Telling]:
    """The exact figures that are not said to be of another time, group or source; none of a text of figures alone."""
    places = [(template, match.start()) for template in reading.templates for match in _FIGURE.finditer(template.words)]
    if len(places) > _MOST_FIGURES:
        return []
    return [each for template, place in places for each in _telling(reading, template, place)]


def _telling(reading: Reading, template: Template, place: int) -> Iterator[_Telling]:
    mention, (before, after) = template.mention(place), _words_around(template, place)
    apart = SET_APART.intersection((*before, *after))
    if written(mention) is None or before[-1:] == ["from"] or not apart <= SET_APART_ALIKE:
        return
    leading, following = _stems(before), _stems(after)
    years = {year for each in template.mentions if each.kind == "date" and (year := year_of(each))}
    names = frozenset(_NAME.findall(reading.text, *template.span))
    stems = frozenset((*leading, *following)) - {unit_of(mention)}
    yield _Telling(mention, template, stems, leading[-1] if leading else "", names, frozenset(years), apart)


def _stems(words: list[str]) -> list[str]:
    return [meaning(word) for word in words if word not in FUNCTION_WORDS]


def _words_around(template: Template, place: int) -> tuple[list[str], list[str]]:
    """The words of its clause before and after a figure, the nearest only."""
    end = _CLAUSE_ENDS.search(template.words, place, place + _AFTER)
    opens = [match.end() for match in _CLAUSE_BEGINS.finditer(template.words, max(0, place - _BEFORE), place)]
    begin = max((each for each in opens if place - each > _SHORTEST_CLAUSE), default=max(0, place - _BEFORE))
    after = template.words[place : end.start() if end else place + _AFTER]
    return _WORD.findall(template.words, begin, place)[-_WORDS_BEFORE:], _WORD.findall(after)[:_WORDS_AFTER]


def _pairs(tellings: list[_Telling]) -> Iterator[tuple[_Telling, _Telling]]:
    """The pairs of one unit whose digits are the same but for one, or for their order, each once."""
    groups: dict[Hashable, list[_Telling]] = defaultdict(list)
    for each in tellings:
        for key in _keys(significant_digits(each.mention)):
            groups[unit_of(each.mention), key].append(each)
    seen: set[tuple[Span, Span]] = set()
    for group in groups.values():
        for one, other in combinations(group[:_MOST_ALIKE], 2):
            places = one.mention.span, other.mention.span
            if places not in seen and _may_be_slip(one.mention, other.mention):
                seen.add(places)
                yield one, other


def _may_be_slip(one: Mention, other: Mention) -> bool:
    return is_slip(one, other) or are_in_other_order(one, other)


def _keys(digits: str) -> Iterator[str]:
    """What a figure has in common with those of which it may be a slip: its digits in order, or all but one."""
    yield "".join(sorted(digits))
    if len(digits) >= _FEWEST_DIGITS:
        yield from (f"{digits[:at]}?{digits[at + 1 :]}" for at in range(len(digits)))


def _are_one(one: _Telling, other: _Telling) -> bool:
    """Whether two sentences tell the same with two values."""
    if one.sentence is other.sentence or one.apart != other.apart or not _measure_alike(one.mention, other.mention):
        return False
    digits = min(len(significant_digits(each.mention)) for each in (one, other))
    is_exchanged = are_digits_exchanged(one.mention, other.mention)
    if is_exchanged and digits >= _SURE_DIGITS:
        return True
    if digits < _FEWEST_DIGITS and (unit_of(one.mention) is None or not is_strong_slip(one.mention, other.mention)):
        return False
    return _are_of_one_thing(one, other) and _share_enough(one, other)


def _measure_alike(one: Mention, other: Mention) -> bool:
    here, there = one.value, other.value
    if not isinstance(here, Quantity) or not isinstance(there, Quantity) or here.amount == there.amount:
        return False
    return (here.per, one.modifiers) == (there.per, other.modifiers)


def _are_of_one_thing(one: _Telling, other: _Telling) -> bool:
    """Whether what is nearest to each figure is said of the other, and neither has its own name or year."""
    is_near = all(not mine.nearest or mine.nearest in its.stems for mine, its in ((one, other), (other, one)))
    own = ((one.names, other.names), (one.years, other.years))
    return is_near and all(not (mine - its and its - mine) for mine, its in own)


def _share_enough(one: _Telling, other: _Telling) -> bool:
    shared, fewest = len(one.stems & other.stems), min(len(one.stems), len(other.stems))
    if is_strong_slip(one.mention, other.mention) or are_in_other_order(one.mention, other.mention):
        return shared >= _SHARED
    return shared >= max(_SHARED_OF_OTHER_SLIPS, fewest * _SHARE_OF_WORDS)
