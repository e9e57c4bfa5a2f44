"""Whether somebody only tells a figure, which is of something else: "the UN said", "according to", "Orla data show"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.english.function_words import ARTICLES
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.saying_whose import GIVEN, REPORTS, SHOWING
from factcli.english.naming.happenings import HEARING
from factcli.english.people import TELLING_OF_THEMSELVES, VERBS, VERBS_BESIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word

_NEAR = 3
_ASIDE = 10
_SPEAKS = VERBS.keys() - VERBS_BESIDE
# "Added 14 boats", "admitted five charges".
_WITH_A_COUNT = frozenset({"add", "admit", "deny"})


def tells(words: list[Word], named: tuple[int, int], following: list[str]) -> bool:
    """Whether a name, which is the words from ``named[0]`` up to ``named[1]``, is whom the figures come from.

    ``following`` are the words after it, without an aside.
    """
    first, after = named
    return (
        any(_is_said(word, at, following) for at, word in enumerate(following))
        or not HEARING.isdisjoint(following[:2])
        or _is_source(words, first)
        or _gives_figures(words[after : after + _NEAR])
        or _says_that(following[:2])
        or _ends_by_telling(words, first, after)
    )


def _is_said(word: str, at: int, following: list[str]) -> bool:
    """Whether a word says that a name only tells a figure, which whoever "added 14 boats" does not."""
    verb = VERBS[word] if word in _SPEAKS else None
    has_object = verb in _WITH_A_COUNT and 0 < at + 1 == len(following) < _NEAR
    goes_on = any(other.endswith("ing") for other in following[at + 1 : at + 2])  # "continued selling boats"
    return verb is not None and verb not in TELLING_OF_THEMSELVES and not has_object and not goes_on


def _is_source(words: list[Word], first: int) -> bool:
    """Whether a name is whom a figure comes from: "according to the UN", "“...,” said Lise Grande"."""
    before = words[max(first - 4, 0) : first]
    after_quote = any(one.is_mark and other.text in _SPEAKS for one, other in pairwise(before))
    after_quote = after_quote and all(word.text != "that" for word in before)
    return (
        after_quote or any(word.text == "according" for word in _clause_before(words, first)) or _is_giver(words, first)
    )


def _is_giver(words: list[Word], first: int) -> bool:
    """Whether figures are from a name: "figures from the Orla Board show", "data obtained by Orla Radio showed"."""
    at = first - 1 - (first > 0 and words[first - 1].text in ARTICLES)
    before = [word.text for word in words[max(at - _NEAR, 0) : max(at, 0)]]
    return at > 0 and words[at].text in {"from", "by"} and not GIVEN.isdisjoint(before)


def _clause_before(words: list[Word], first: int) -> list[Word]:
    """The words before a name back to the mark before it, no more than a few: "according to figures from"."""
    near = words[max(first - _ASIDE, 0) : first]
    return near[next((at + 1 for at in range(len(near) - 1, -1, -1) if near[at].is_mark), 0) :]


def _gives_figures(following: list[Word]) -> bool:
    """Whether what comes after a name says that it only gives the figures: "Orla Office data show"."""
    return any(one.text in REPORTS and other.text in SHOWING for one, other in pairwise(following))


def _says_that(following: list[str]) -> bool:
    """Whether what comes after a name is what it says: "Ruiz estimated that"."""
    return following[1:] == ["that"] and is_verb(following[0])


def _ends_by_telling(words: list[Word], first: int, after: int) -> bool:
    """Whether a sentence ends with whom its figures come from: ", the Orla Post first reported."."""
    before = words[first - 1 - (words[first - 1].text in ARTICLES)] if first > 1 else None
    rest = [word.text for word in words[after:] if not word.is_mark]
    return before is not None and before.is_mark and len(rest) < _NEAR and rest[-1:] != [] and rest[-1] in _SPEAKS


def is_hyphen(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a hyphen within another, and not a dash: "year-old", "Ruiz - a baker - left"."""
    return words[at].text == "-" and at > 0 and words[at - 1].end == words[at].start
