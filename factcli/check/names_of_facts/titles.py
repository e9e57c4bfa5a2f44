"""Titles of works in quotation marks -> the known title that each was most likely meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from factcli.check.names_of_facts.known_names import KnownNames
from factcli.check.names_of_facts.spelling import folded, is_inflection, slip_of
from factcli.english.function_words import ARTICLES, TITLE_WORDS
from factcli.mentions.names import NameMention
from factcli.mentions.patterns import late_pattern
from factcli.mentions.quotes.find import find_titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Names = TypeVar("_Names", bound=KnownNames)

_WORD = late_pattern(r"[^\W_]++(?:['’][^\W_]++)*+")
_FEWEST_WORDS = 2
# No other title has this many of the same words: two distinctive ones, or three of which one is distinctive.
_TELLING, _SAME = 2, 3


class KnownTitle(NamedTuple, Generic[_Names]):
    """A title as a fact has it, the fact, and whether enough of it is the same that it is surely meant."""

    title: str
    fact: _Names
    is_sure: bool = False


def titles_in(text: str) -> Iterator[NameMention]:
    """The titles in quotation marks, each as a mention of a name."""
    for span in find_titles(text):
        words = tuple(_WORD.findall(text, *span))
        if len(words) >= _FEWEST_WORDS:
            yield NameMention(span, words)


def find_known_title(mention: NameMention, facts: Iterable[_Names]) -> KnownTitle[_Names] | None:
    """The title that one looks like; None where a fact has it as it is written, or none is like it."""
    mine = _words(mention.words)
    known = [(title, _words(tuple(_WORD.findall(title))), fact) for fact in facts for title in fact.titles]
    if any(_are_one(mine, its) for _, its, _ in known):
        return None
    alike = ((title, _in_common(mine, its), fact) for title, its, fact in known)
    return next((KnownTitle(title, fact, _are_enough(same)) for title, same, fact in alike if _tell(same)), None)


def telling_words(mention: NameMention) -> list[str]:
    """The words of a title by which it is looked up."""
    return [word for word in mention.words if _is_telling(word.lower())]


def _words(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower().replace("’", "'") for word in words)


def _are_one(mine: tuple[str, ...], its: tuple[str, ...]) -> bool:
    """Whether both are the same, the first article aside, which sentences leave out."""
    return mine == its or (len(mine) != len(its) and _without_article(mine) == _without_article(its))


def _without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if words[0] in ARTICLES else words


def _in_common(mine: tuple[str, ...], its: tuple[str, ...]) -> tuple[str, ...]:
    """The words of two titles of which one is another, or that a small one parts; none where they differ in more."""
    if len(mine) != len(its):
        short, long = sorted((_without_article(mine), _without_article(its)), key=len)
        is_left_out = any(long[at] in TITLE_WORDS and _without(long, at) == short for at in range(1, len(long)))
        return short if is_left_out else ()
    others = [at for at, (one, other) in enumerate(zip(mine, its, strict=True)) if one != other]
    is_slip = len(others) == 1 and _may_be_written_for(mine[others[0]], its[others[0]])
    return _without(mine, others[0]) if is_slip else ()


def _without(words: tuple[str, ...], at: int) -> tuple[str, ...]:
    return (*words[:at], *words[at + 1 :])


def _may_be_written_for(one: str, other: str) -> bool:
    """Whether two words of titles look alike, or are articles; a number or a preposition tells it from others."""
    if not {one, other}.isdisjoint(TITLE_WORDS):
        return {one, other} <= ARTICLES
    if folded(one) == folded(other):
        return "'" in one or "'" in other
    return one.isalpha() and other.isalpha() and (is_inflection(one, other) or slip_of(one, other) is not None)


def _are_enough(same: tuple[str, ...]) -> bool:
    """Whether enough words are the same that no other title has them."""
    return sum(map(_is_telling, same)) >= _TELLING or (_tell(same) and len(same) >= _SAME)


def _tell(words: tuple[str, ...]) -> bool:
    return any(map(_is_telling, words))


def _is_telling(word: str) -> bool:
    return word not in TITLE_WORDS and not word.isdigit()
