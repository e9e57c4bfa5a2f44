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


class _Figure(NamedTuple):
    """A figure, the sentence that has it, and the place of its mark there."""

    mention: Mention
    sentence: Template
    place: int


class _Telling(NamedTuple):
    """What is said around a figure: stems of the words, the nearest before, and what sets it apart from others."""

    stems: frozenset[str]
    nearest: str
    names: frozenset[str]
    years: frozenset[int]
    apart: frozenset[str]


def find_figures_retold(reading: Reading) -> Iterator[Disagreement]:
    """The figures that another sentence gives in the same words with another value."""
    figures = _figures(reading)
    counts = Counter(map(_amount_and_unit, figures))
    for one, other in _pairs(figures):
        is_once = min(counts[_amount_and_unit(each)] for each in (one, other)) == 1
        if is_once and _measure_alike(one, other) and _are_one(reading, one, other):
            yield Disagreement(
                Reason.INCONSISTENT_FIGURE, other.mention.span, one.mention.span, f"{one.mention.surface} before"
            )


def _amount_and_unit(each: _Figure) -> Hashable:
    return amount_of(each.mention), unit_of(each.mention)


def _figures(reading: Reading) -> list[_Figure]:
    """The figures of the sentences; none of a text that is full of them."""
    found = [
        _Figure(template.mention(match.start()), template, match.start())
        for template in reading.templates
        for match in _FIGURE.finditer(template.words)
    ]
    return found if len(found) <= _MOST_FIGURES else []


def _telling(reading: Reading, figure: _Figure) -> _Telling | None:
    """What is said around a figure; None where it is not exact, or said to be of another time, group or source."""
    before, after = _words_around(figure.sentence, figure.place)
    apart = SET_APART.intersection((*before, *after))
    if written(figure.mention) is None or before[-1:] == ["from"] or not apart <= SET_APART_ALIKE:
        return None
    leading, following = _stems(before), _stems(after)
    years = {year for each in figure.sentence.mentions if each.kind == "date" and (year := year_of(each))}
    names = frozenset(_NAME.findall(reading.text, *figure.sentence.span))
    stems = frozenset((*leading, *following)) - {unit_of(figure.mention)}
    return _Telling(stems, leading[-1] if leading else "", names, frozenset(years), apart)


def _stems(words: list[str]) -> list[str]:
    return [meaning(word) for word in words if word not in FUNCTION_WORDS]


def _words_around(template: Template, place: int) -> tuple[list[str], list[str]]:
    """The words of its clause before and after a figure, the nearest only."""
    end = _CLAUSE_ENDS.search(template.words, place, place + _AFTER)
    opens = [match.end() for match in _CLAUSE_BEGINS.finditer(template.words, max(0, place - _BEFORE), place)]
    begin = max((each for each in opens if place - each > _SHORTEST_CLAUSE), default=max(0, place - _BEFORE))
    after = template.words[place : end.start() if end else place + _AFTER]
    return _WORD.findall(template.words, begin, place)[-_WORDS_BEFORE:], _WORD.findall(after)[:_WORDS_AFTER]


def _pairs(figures: list[_Figure]) -> Iterator[tuple[_Figure, _Figure]]:
    """The pairs of one unit in two sentences whose digits are the same but for one, or for their order, each once."""
    groups: dict[Hashable, list[_Figure]] = defaultdict(list)
    for each in figures:
        for key in _keys(significant_digits(each.mention)):
            groups[unit_of(each.mention), key].append(each)
    seen: set[tuple[Span, Span]] = set()
    for group in groups.values():
        for one, other in combinations(group[:_MOST_ALIKE], 2):
            places = one.mention.span, other.mention.span
            if one.sentence is not other.sentence and places not in seen:
                seen.add(places)
                yield one, other


def _keys(digits: str) -> Iterator[str]:
    """What a figure has in common with those of which it may be a slip: its digits in order, or all but one."""
    yield "".join(sorted(digits))
    if len(digits) >= _FEWEST_DIGITS:
        yield from (f"{digits[:at]}?{digits[at + 1 :]}" for at in range(len(digits)))


def _measure_alike(one: _Figure, other: _Figure) -> bool:
    """Whether one figure may be the other mistyped."""
    here, there = one.mention.value, other.mention.value
    if not isinstance(here, Quantity) or not isinstance(there, Quantity) or here.amount == there.amount:
        return False
    if (here.per, one.mention.modifiers) != (there.per, other.mention.modifiers):
        return False
    return is_slip(one.mention, other.mention) or are_in_other_order(one.mention, other.mention)


def _are_one(reading: Reading, one: _Figure, other: _Figure) -> bool:
    """Whether two sentences tell the same with two values."""
    here, there = _telling(reading, one), _telling(reading, other)
    if here is None or there is None or here.apart != there.apart:
        return False
    figures = one.mention, other.mention
    digits = min(map(len, map(significant_digits, figures)))
    if digits >= _SURE_DIGITS and are_digits_exchanged(*figures):
        return True
    is_strong = is_strong_slip(*figures)
    if digits < _FEWEST_DIGITS and not (is_strong and unit_of(one.mention)):
        return False
    return _are_of_one_thing(here, there) and _share_enough(
        here, there, is_strong=is_strong or are_in_other_order(*figures)
    )


def _are_of_one_thing(one: _Telling, other: _Telling) -> bool:
    """Whether what is nearest to each figure is said of the other, and neither has its own name or year."""
    is_near = all(not mine.nearest or mine.nearest in its.stems for mine, its in ((one, other), (other, one)))
    own = ((one.names, other.names), (one.years, other.years))
    return is_near and all(not (mine - its and its - mine) for mine, its in own)


def _share_enough(one: _Telling, other: _Telling, *, is_strong: bool) -> bool:
    shared, fewest = len(one.stems & other.stems), min(len(one.stems), len(other.stems))
    return shared >= (_SHARED if is_strong else max(_SHARED_OF_OTHER_SLIPS, fewest * _SHARE_OF_WORDS))
