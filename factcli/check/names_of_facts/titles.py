"""Titles of works in quotation marks -> the known title that one was most likely written for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from factcli.check.names_of_facts.known_names import KnownNames
from factcli.check.names_of_facts.spelling import folded, is_inflection, is_near, slip_of
from factcli.english.function_words import TITLE_WORDS
from factcli.mentions.names import NameMention
from factcli.mentions.patterns import late_pattern
from factcli.mentions.quotes.find import find_titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Names = TypeVar("_Names", bound=KnownNames)

_WORD = late_pattern(r"[^\W_]++(?:['’][^\W_]++)*+")
_ARTICLES = frozenset({"the", "a", "an"})
_FEWEST_WORDS = 2
# So many words must be the same, one of them telling; where only the apostrophe differs, any.
_SAME = 3
_TELLING = 2


class KnownTitle(NamedTuple, Generic[_Names]):
    """A title as a fact has it, and the fact."""

    title: str
    fact: _Names


def titles_in(text: str) -> Iterator[NameMention]:
    """The titles in quotation marks, each as a mention of a name."""
    for span in find_titles(text):
        words = tuple(_WORD.findall(text, *span))
        if len(words) >= _FEWEST_WORDS:
            yield NameMention(span, words)


def find_known_title(mention: NameMention, facts: Iterable[_Names]) -> KnownTitle[_Names] | None:
    """The title that one looks like; None where a fact has it as it is written, or none is like it."""
    mine = _words(mention.words)
    known = [(KnownTitle(title, fact), _words_in(title)) for fact in facts for title in fact.titles]
    if any(_are_one(mine, its) for _, its in known):
        return None
    return next((each for each, its in known if _are_alike(mine, its)), None)


def telling_words(mention: NameMention) -> list[str]:
    """The words of a title by which it is looked up."""
    return [word for word in mention.words if _is_telling(word.lower())]


def _words_in(title: str) -> tuple[str, ...]:
    return _words(tuple(_WORD.findall(title)))


def _words(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower().replace("’", "'") for word in words)


def _without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if words[0] in _ARTICLES else words


def _are_one(mine: tuple[str, ...], its: tuple[str, ...]) -> bool:
    """Whether both are the same, the first article aside, which sentences leave out."""
    return mine == its or (len(mine) != len(its) and _without_article(mine) == _without_article(its))


def _is_telling(word: str) -> bool:
    return word not in TITLE_WORDS and not word.isdigit()


def _are_alike(mine: tuple[str, ...], its: tuple[str, ...]) -> bool:
    """Whether one word is another, or a small one is missing or added."""
    if len(mine) != len(its):
        return _differ_by_small_word(_without_article(mine), _without_article(its))
    pairs = [(one, other) for one, other in zip(mine, its, strict=True) if one != other]
    if len(pairs) != 1:
        return False
    one, other = pairs[0]
    same = [word for word in mine if word != one]
    if folded(one) == folded(other):
        return "'" in one or "'" in other
    return _is_enough(same) and _may_be_written_for(one, other)


def _differ_by_small_word(mine: tuple[str, ...], its: tuple[str, ...]) -> bool:
    short, long = sorted((mine, its), key=len)
    if len(long) - len(short) != 1 or not _is_enough(short):
        return False
    return any(long[at] in TITLE_WORDS and (*long[:at], *long[at + 1 :]) == short for at in range(1, len(long)))


def _is_enough(same: Iterable[str]) -> bool:
    """Whether so many words are the same that no other title has them."""
    words = list(same)
    telling = sum(map(_is_telling, words))
    return telling >= _TELLING or (telling > 0 and len(words) >= _SAME)


def _may_be_written_for(one: str, other: str) -> bool:
    """Whether two words of titles are both small, or look alike; a number in a title tells it from others."""
    if {one, other} <= TITLE_WORDS:
        return True
    if not (one.isalpha() and other.isalpha()):
        return False
    return is_inflection(one, other) or is_near(one, other) or slip_of(one, other) is not None
