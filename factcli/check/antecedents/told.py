"""A sentence -> what those after it may refer to: the names in it, what they are called, and how it refers itself."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, pairwise, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.antecedents.referring import Referring, read_referring
from factcli.english.calendar import CALENDAR_NAMES, SEASONS
from factcli.english.function_words import ARTICLES, DETERMINERS, LEADING_ON, PLACING, PREPOSITIONS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.narrowing import OTHER_ONES, SPANS
from factcli.english.naming.given_names import is_given_name
from factcli.english.naming.happenings import HAPPENING_LINKS, UNNAMED_PEOPLE
from factcli.english.naming.kinds import KINDS, TRADES
from factcli.english.nouns import is_plural
from factcli.english.people import OFFICES, PLACE_PREPOSITIONS, TITLES, VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.check.names import Name
    from factcli.check.passages import Passage
    from factcli.check.vocabulary import Vocabulary
    from factcli.english.stemming import Word

_START, _END = attrgetter("start"), attrgetter("end")
_PERSONS = OFFICES | UNNAMED_PEOPLE
_KINDS = KINDS | TRADES
_DESCRIBING = ARTICLES | OTHER_ONES
_BESIDES_OF = PREPOSITIONS - {"of"}
_INDEFINITE = frozenset({"a", "an"})
_GOVERNING = PREPOSITIONS | PLACE_PREPOSITIONS | HAPPENING_LINKS
_TIMES = CALENDAR_NAMES | SEASONS.keys() | SPANS
# "By the Danish group Halvor".
_BEFORE_NAME = 4
_LONGEST_DESCRIPTION = 5


class Named(NamedTuple):
    """A name of a sentence; ``called`` are the common nouns beside it and in it: "the freighter Alma Reiss".

    It is governed after a preposition, before a noun or in an insertion.  Where nothing tells, ``is_person`` is None.
    """

    tokens: tuple[str, ...]
    called: frozenset[str]
    is_governed: bool
    is_person: bool | None
    speaks: bool

    def is_same(self, other: Named) -> bool:
        """Whether one of two names is a part of the other."""
        return set(self.tokens) <= set(other.tokens) or set(other.tokens) <= set(self.tokens)


class Told(NamedTuple):
    """What a sentence tells of.

    ``others`` are the stems of what it tells another one of, empty where the noun is left out: "another fire", "the one
    at Bresk".  ``opens_new`` says that it is about something that was not told of before.
    """

    vocabulary: Vocabulary
    names: tuple[Named, ...]
    reference: Referring | None
    others: frozenset[str]
    opens_new: bool


def told_by(passage: Passage) -> Told:
    """What a sentence tells of."""
    words = passage.words
    names = tuple(_named(passage, name) for name in passage.names)
    first = next((name.start for name, each in zip(passage.names, names, strict=True) if not each.is_governed), None)
    others = frozenset(word.stem for word in _others_in(words))
    opens_new = _opens_new(words) or _opens_placed(words)
    return Told(passage.vocabulary, names, read_referring(words, first), others, opens_new)


def _named(passage: Passage, name: Name) -> Named:
    words = passage.words
    begin, end = bisect_left(words, name.start, key=_START), bisect_left(words, name.end, key=_END) + 1
    number = [word.text for word in words[end : end + 1] if word.text.isdigit()]
    beside = {*_noun_before(words, begin), *_noun_after(words, end)}
    return Named(
        (*name.tokens, *number),
        frozenset({*name.tokens, *beside}),
        _is_governed(words, begin) or _is_modifier(words, begin, end) or passage.is_inserted(name.start),
        _is_person(name.tokens, beside, words[begin - 1].text if begin else ""),
        speaks=any(word.text in VERBS for word in words[end : end + 1]),
    )


def _is_person(tokens: tuple[str, ...], called: set[str], before: str) -> bool | None:
    if tokens[0] in TITLES or called & _PERSONS:
        return True
    if tokens[-1] in _KINDS or before == "the":
        return False
    return True if is_given_name(tokens[0]) else None


def _noun_before(words: Sequence[Word], begin: int) -> list[str]:
    """The common noun right before a name: "the freighter Alma Reiss"."""
    return [word.text for word in words[max(begin - 1, 0) : begin] if _is_noun(word)]


def _noun_after(words: Sequence[Word], end: int) -> list[str]:
    """The common noun right after a name, or that of a description: "the Skerry lighthouse", "Tasha, an elephant"."""
    if end + 1 < len(words) and words[end].text == "," and words[end + 1].text in _DESCRIBING:
        return [word.text for word in _phrase(words, end + 1) if _is_noun(word)][-1:]
    return [word.text for word in words[end : end + 1] if _is_noun(word)]


def _phrase(words: Sequence[Word], begin: int) -> list[Word]:
    """The words from a place on, up to a mark, a preposition or a verb."""
    return list(takewhile(_is_of_phrase, islice(words, begin, begin + _LONGEST_DESCRIPTION)))


def _is_of_phrase(word: Word) -> bool:
    return not word.is_mark and word.text not in PREPOSITIONS and not is_verb(word.text)


def _is_noun(word: Word) -> bool:
    return word.is_content and not word.is_mark and not word.is_capital and not is_verb(word.text)


def _is_governed(words: Sequence[Word], begin: int) -> bool:
    """Whether a preposition before a name makes it a place, a part or a means: "near Lomar", "by the firm Bresk"."""
    for word in reversed(words[max(begin - _BEFORE_NAME, 0) : begin]):
        if word.text in _GOVERNING:
            return word.text not in LEADING_ON
        is_of_name = word.is_content or word.text in DETERMINERS
        if word.is_mark or is_verb(word.text) or not is_of_name or word.text in _TIMES:
            return False
    return False


def _is_modifier(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a sentence opens with one word and a noun: "Union leaders", "Lomar police"."""
    return begin == 0 and end == 1 and any(map(_is_noun, words[1:2]))


def _others_in(words: Sequence[Word]) -> Iterator[Word]:
    """The nouns of which it tells another one; what comes after "one" where the noun is left out."""
    for at, (word, following) in enumerate(pairwise(words)):
        if word.text == "one" and (following.text == "," or following.text in _BESIDES_OF):
            yield following._replace(stem="")
        elif word.text == "another" or (word.text in _INDEFINITE and following.text in OTHER_ONES):
            nouns = [each for each in _phrase(words, at + 1) if _is_noun(each)]
            yield nouns[-1] if nouns else following._replace(stem="")


def _opens_placed(words: Sequence[Word]) -> bool:
    """Whether what it is about is told apart by its place: "The church at Bresk", "Pilots in Lomar"."""
    if not words or (words[0].text != "the" and not is_plural(words[0].text)):
        return False
    at = 1 + len(_phrase(words, 1))
    is_placed = any(word.text in PLACING for word in words[at : at + 1])
    return is_placed and any(word.is_in_name for word in words[at + 1 : at + 3])


def _opens_new(words: Sequence[Word]) -> bool:
    """Whether what it is about is new: "A fire broke out"; not "A spokesman said", "a year later", "A suburb."."""
    if not words or words[0].text not in _INDEFINITE or not any(is_verb(word.text) for word in words):
        return False
    nouns = [word.text for word in _phrase(words, 1) if _is_noun(word)]
    return bool(nouns) and nouns[-1] not in _PERSONS and nouns[-1] not in SPANS
