"""Shares of people and things: what those do who are one, "28% use rye", and what they are one of, "of the bakers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.function_words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.saying_whose import (
    ASKED,
    ASKED_PEOPLE,
    BEFORE_FIGURES,
    BEFORE_SHARES,
    NO_MEASURES,
    SHOWING,
)
from factcli.english.nouns import is_plural
from factcli.english.people import VERBS as SPEECH
from factcli.extract.head_nouns import is_noun, noun_at, noun_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word

_LONGEST_PREDICATE, _MOST_SAID = 10, 3
_LEAST_OPENING, _LONGEST_GROUP = 3, 10
_BEFORE_SUBJECTS = SHOWING | BEFORE_FIGURES | BEFORE_SHARES | {","}
_NOT_SAID = SPEECH.keys() | (NO_MEASURES - {"following", "new", "old"})
_ENDS = PREPOSITIONS | CONJUNCTIONS
_DASHES = frozenset({"-", "–", "—"})


def is_subject(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether the share of ``words[first:after]`` is what a verb says something of: "found that 48% back it"."""
    return _opens_clause(words, first, after) and _is_said(words, after)


def said_of_share(words: Sequence[Word], first: int, after: int) -> str:
    """What those do who are a share: "following flour debate" of "51% are closely following the flour debate".

    What stands before brackets says it for a share in them: "flour buyers (16%)".
    """
    if first > 1 and words[first - 1].text == "(":
        return noun_at(words, first - 2)
    group, begin = _group_after(words, after + _is_between_dashes(words, first, after))
    if not (_opens_clause(words, first, after) and _is_said(words, begin)):
        return ""
    said: list[str] = []
    for word in words[begin : begin + _LONGEST_PREDICATE]:
        if word.is_mark or (said and word.text in CONJUNCTIONS) or (len(said) > 1 and word.text in PREPOSITIONS):
            break
        is_skipped = word.text in _NOT_SAID or word.is_in_name or word.text.endswith("ly") or not word.is_content
        said += [word.text] * (word.text == "not" or not is_skipped)
    return "" if said in ([], ["not"]) else " ".join([*group, *said[:_MOST_SAID]])


def _opens_clause(words: Sequence[Word], first: int, after: int) -> bool:
    return not first or words[first - 1].text in _BEFORE_SUBJECTS or _is_between_dashes(words, first, after)


def _is_said(words: Sequence[Word], at: int) -> bool:
    """Whether a word that is no name and opens no other phrase comes next."""
    return at < len(words) and bool(words[at].stem) and not words[at].is_in_name and words[at].text not in _ENDS


def _is_between_dashes(words: Sequence[Word], first: int, after: int) -> bool:
    is_opened = first > 0 and words[first - 1].text in _DASHES
    return is_opened and after < len(words) and words[after].text in _DASHES


def group_after(words: Sequence[Word], after: int) -> Sequence[Word]:
    """The words for whom or what a share is of: "dairy posts" of "15% of the dairy posts were vacant"."""
    if words[after : after + 1] == [] or words[after].text != "of":
        return []
    begin = after + 1
    while begin < len(words) and words[begin].text in DETERMINERS - ASKED_PEOPLE:
        begin += 1
    end = begin
    while end < len(words) and _belongs_to_group(words, end):
        end += 1
    return words[begin:end]


def _belongs_to_group(words: Sequence[Word], at: int) -> bool:
    word, following = words[at], words[at + 1].text if at + 1 < len(words) else ""
    is_noun_there = is_plural(word.text) and (following in AUXILIARIES or is_verb(following))  # "posts were"
    return is_noun(word) or word.is_in_name or word.text in ASKED_PEOPLE or is_noun_there


def _group_after(words: Sequence[Word], after: int) -> tuple[list[str], int]:
    """Of whom a share is, by the words after it, and where the verb comes: "of those polled", "of farmers wanted"."""
    group = group_after(words, after)
    at = words.index(group[-1], after) + 1 if group else len(words)
    if at == len(words):
        return [], after
    is_asked = group[-1].text in ASKED_PEOPLE
    at += is_asked and words[at].text in ASKED
    verb = at if at < len(words) and is_verb(words[at].text) else _saying_verb(words, at)
    is_said = is_asked or group[-1].is_in_name
    return ([] if is_said else [group[-1].text], verb) if verb else ([], after)


def _saying_verb(words: Sequence[Word], begin: int) -> int:
    """The verb by which a group that is told of at length says what it does: "of bakers who answered said they use"."""
    near = range(begin, min(begin + _LONGEST_GROUP, len(words) - 1))
    return next((at for at in near if words[at].text in SPEECH and words[at + 1].text in {"they", "that"}), 0)


def group_before(words: Sequence[Word], first: int) -> str:
    """Whose share it is by the words that open its clause: "bakers" of "Of the bakers, 28% use rye"."""
    if first < _LEAST_OPENING or words[first - 1].text != ",":
        return ""
    begin = next((at for at in range(first - 2, max(first - _LONGEST_GROUP, -1), -1) if words[at].is_mark), -1) + 1
    begin += words[begin].text == "out"
    opening = words[begin : first - 1]
    is_group = opening[:1] != [] and opening[0].text == "of" and not any(is_verb(word.text) for word in opening[1:2])
    return noun_right(words, begin) if is_group and len(opening) > 1 else ""
