"""Shares of people and things: what those do who are one, "28% use rye", and what they are one of, "of the bakers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.function_words import CONJUNCTIONS, PREPOSITIONS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.saying_whose import BEFORE_FIGURES, SHOWING
from factcli.english.people import VERBS as SPEECH
from factcli.extract.head_nouns import noun_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word

_LONGEST_PREDICATE, _MOST_SAID = 10, 3
_LEAST_OPENING, _LONGEST_GROUP = 3, 10
_BEFORE_SUBJECTS = SHOWING | BEFORE_FIGURES | {",", "that", "and", "but", "while", "whereas", "some", "only", "just"}
_ENDS = PREPOSITIONS | CONJUNCTIONS


def is_subject(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether the share of ``words[first:after]`` is what a verb says something of: "found that 48% back it"."""
    is_opening = not first or words[first - 1].text in _BEFORE_SUBJECTS
    following = words[after] if after < len(words) else None
    is_said = following is not None and bool(following.stem) and not following.is_in_name
    return is_opening and is_said and following is not None and following.text not in _ENDS


def said_of_share(words: Sequence[Word], first: int, after: int) -> str:
    """What those do who are a share: "following flour debate" of "51% are closely following the flour debate"."""
    if not is_subject(words, first, after):
        return ""
    said: list[str] = []
    for word in words[after : after + _LONGEST_PREDICATE]:
        if word.is_mark or (said and word.text in _ENDS):
            break
        is_skipped = word.text in SPEECH or word.text.endswith("ly") or not word.is_content
        said += [word.text] * (word.text == "not" or not is_skipped)
    return "" if said == ["not"] else " ".join(said[:_MOST_SAID])


def group_before(words: Sequence[Word], first: int) -> str:
    """Whose share it is by the words that open its clause: "bakers" of "Of the bakers, 28% use rye"."""
    if first < _LEAST_OPENING or words[first - 1].text != ",":
        return ""
    begin = next((at for at in range(first - 2, max(first - _LONGEST_GROUP, -1), -1) if words[at].is_mark), -1) + 1
    begin += words[begin].text == "out"
    opening = words[begin : first - 1]
    is_group = opening[:1] != [] and opening[0].text == "of" and not any(is_verb(word.text) for word in opening[1:2])
    return noun_right(words, begin) if is_group and len(opening) > 1 else ""
