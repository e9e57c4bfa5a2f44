"""The words of a sentence -> what is inserted after its subject: "the firm, led by Ana Ruiz, has"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.function_words import ARTICLES, PREPOSITIONS
from factcli.english.measuring.clause_words import RELATIVE
from factcli.english.measuring.measure_verbs import is_verb
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word

# What is inserted has no more words than this.
_LONGEST = 30


def insertion_in(words: Sequence[Word]) -> Span | None:
    """The place of what stands between commas after the subject, and before the verb of the sentence."""
    commas = [at for at, word in enumerate(words) if word.text == ","]
    for at in commas:
        if any(is_verb(word.text) and not word.is_in_name for word in words[:at]):
            return None
        if _opens_insertion(words, at + 1):
            ends = (end for end in commas if at < end <= at + _LONGEST and _goes_on(words, end + 1))
            end = next(ends, None)
            return Span(words[at].start, words[end].end) if end else None
    return None


def _opens_insertion(words: Sequence[Word], at: int) -> bool:
    """Whether a participle, a relative clause or a description begins at a word."""
    first, second = (*(word.text for word in words[at : at + 2]), "", "")[:2]
    if first in PREPOSITIONS:
        return second in RELATIVE
    return first in RELATIVE or first in ARTICLES or is_verb(first) or second == "by"


def _goes_on(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and is_verb(words[at].text) and not words[at].is_capital
