"""Whose age a figure is: "Ana Silva, 52," or "the 52-year-old potter Ana Silva"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.claims.clauses import is_verb_at
from factcli.english.function_words import ARTICLES, PLACING, PREPOSITIONS
from factcli.english.nouns import is_plural
from factcli.english.people import NAMES_IN_S, TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.check.alignment import Alignment
    from factcli.english.stemming import Word

# "The 52-year-old retired potter Ana Silva".
_DESCRIBED = 4
_LED_IN = ARTICLES | {"aged", "age"}


def owner_of_age(words: Sequence[Word], first: int, after: int) -> frozenset[str]:
    """The folded words of the name that the age at ``words[first:after]`` is said of; empty if that is not a name."""
    return _name_before(words, first) or _name_after(words, after)


def _name_before(words: Sequence[Word], first: int) -> frozenset[str]:
    """The name right before an age, a comma or a bracket between: "Ana Silva, a", "Ana Silva (", "Ana Silva, aged"."""
    at = first - 1
    while at >= 0 and words[at].text in _LED_IN:
        at -= 1
    if at < 0 or words[at].text not in {",", "("}:
        return frozenset()
    end = _end_before_bracket(words, at)
    begin = next((place for place in range(end - 1, -1, -1) if not _is_of_name(words[place])), -1)
    # "Died in Lomar, aged 86."
    is_place = begin >= 0 and words[begin].text in PLACING | {"of", "from"}
    return frozenset() if is_place else _named(words, range(end - 1, begin, -1))


def _end_before_bracket(words: Sequence[Word], at: int) -> int:
    """The place of a mark, or of the bracket that closes right before it: "Ana Silva (left), 52"."""
    if not at or words[at - 1].text != ")":
        return at
    return next((place for place in range(at - 2, max(at - 2 - _DESCRIBED, 0), -1) if words[place].text == "("), at)


def _name_after(words: Sequence[Word], after: int) -> frozenset[str]:
    """The name after an age, said of it with few words between; none that describes a noun, "Lomar native", or many."""
    begin = after
    while begin < len(words) and begin < after + _DESCRIBED and not words[begin].is_in_name:
        if words[begin].is_mark or words[begin].text in PREPOSITIONS or is_verb_at(words, begin):
            return frozenset()
        begin += 1
    end = next((at for at in range(begin, len(words)) if not words[at].is_in_name), len(words))
    if end == begin + 1 and is_plural(words[begin].text) and words[begin].text not in NAMES_IN_S:
        return frozenset()
    if end < len(words) and words[end].is_content and not is_verb_at(words, end):
        return frozenset()
    return _named(words, range(begin, end))


def _named(words: Sequence[Word], places: range) -> frozenset[str]:
    """The folded words of a name, without titles."""
    return frozenset(words[at].folded for at in places if words[at].text not in TITLES)


def _is_of_name(word: Word) -> bool:
    """Whether a word may belong to a name, as the first word of a sentence may."""
    return word.is_in_name or (word.is_capital and word.is_content)


def is_age_of_another(alignment: Alignment) -> bool:
    """Whether an age describes one who meets the owner of the fact's: "The 33-year-old mayor honoured Ana Silva"."""
    claim, whose = alignment.claim.mention, alignment.there.owner or alignment.there.subject_names
    if claim.role != "age" or alignment.here.owner or alignment.claim.context.role != "the":
        return False
    later = (frozenset(name.tokens) for name in alignment.passage.names if name.start >= claim.span.end)
    return any(name <= whose for name in later)
