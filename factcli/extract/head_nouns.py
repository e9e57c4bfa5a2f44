"""The noun that says what a figure is one of, found by where it stands: "a budget of", "£5m loan", "profit was"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.function_words import ARTICLES, DETERMINERS, PREPOSITIONS
from factcli.english.measuring.clause_words import RELATIVE, SUBORDINATE
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.narrowing import EMPTY_HEADS, LINKING
from factcli.english.measuring.saying_whose import NO_MEASURES, NOUNS_IN_ING
from factcli.english.nouns import is_plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word

_NEAR = 4
_LEFT = 6
_LONGEST_SUBJECT = 20
_LONGEST_RUN = 3
_SHORTEST = 3
_NO_NOUNS = EMPTY_HEADS | NO_MEASURES
_LEADING_TO_NOUNS = DETERMINERS | {"of"}
_OPENING_ANOTHER_NOUN = DETERMINERS - ARTICLES | {"the"}


def noun_right(words: Sequence[Word], after: int) -> str:
    """The noun after "of", "in" or the figure itself: "30 % of the vote", "£39,000 in benefits", "£5m pre-tax loss"."""
    at = after
    if at < len(words) and words[at].text in {"of", "in"}:
        at += 1
        while at < len(words) and words[at].text in DETERMINERS:
            at += 1
    at = _after_owner(words, after_compounds(words, at))
    run: list[str] = []
    while at < len(words) and len(run) < _LONGEST_RUN:
        if not (is_noun(words[at]) or (not run and _is_noun_there(words, at))):
            break
        run.append(words[at].text)
        at += 1
    return " ".join(run[-2:])


def _is_noun_there(words: Sequence[Word], at: int) -> bool:
    """Whether a word that may be a verb is a noun by where it stands: "heating costs", "of its seats"."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.is_in_name:
        return False
    if word.text.endswith("ing"):
        return following is not None and is_noun(following) and is_plural(following.text)
    is_led = at > 0 and words[at - 1].text in _LEADING_TO_NOUNS
    return is_led and is_plural(word.text) and word.text not in _NO_NOUNS


def after_compounds(words: Sequence[Word], at: int) -> int:
    """Where words end that hyphens tie and that come before a noun: "pre-tax" of "pre-tax loss"."""
    while at + 2 < len(words) and words[at].is_content and words[at + 1].text == "-":
        at += 3
    return at


def _after_owner(words: Sequence[Word], at: int) -> int:
    """Where what somebody owns begins: "beans" of "the planet's beans"."""
    for place in range(at, min(at + _NEAR, len(words) - 1)):
        if words[place].text in {"'", "’"} and words[place + 1].text == "s":
            return place + 2
        if not words[place].is_content:
            break
    return at


def noun_left(words: Sequence[Word], first: int, *, governed: frozenset[str]) -> str:
    """The noun that a preposition or a linking verb ties to the figure: "a budget of", "the budget for June was".

    ``governed`` are the prepositions that may do so.
    """
    for at in range(first - 1, max(first - _LEFT, -1), -1):
        word = words[at]
        if word.text in governed:
            is_after_verb = at > 0 and is_verb(words[at - 1].text)
            return head_before(words, at - 1) if is_after_verb else noun_at(words, at - 1)
        if word.text in LINKING:
            return head_before(words, at)
        if word.is_mark or word.text in _OPENING_ANOTHER_NOUN:
            return ""
    return ""


def head_before(words: Sequence[Word], verb: int) -> str:
    """The noun that a verb has for its subject: "profit" of "Profit for the fourth quarter was"."""
    if verb > 1 and not words[verb - 1].is_mark and _ends_before(words[verb - 1]):
        return noun_at(words, verb - 2)  # "an artery that was"
    begin = verb
    while begin > 0 and not _ends_before(words[begin - 1]) and verb - begin < _LONGEST_SUBJECT:
        begin -= 1
    opened = (at for at in range(verb - 1, begin, -1) if words[at].text in SUBORDINATE)
    begin = next((at + 1 for at in opened if any(is_verb(word.text) for word in words[begin:at])), begin)
    end = next((at for at in range(begin + 1, verb) if words[at].text in PREPOSITIONS), verb)
    is_empty = end < verb and words[end].text == "of" and words[end - 1].text in EMPTY_HEADS
    return noun_right(words, end) if is_empty else noun_at(words, end - 1)


def _ends_before(word: Word) -> bool:
    return (word.is_mark and word.text not in {"-", "–"}) or word.text in RELATIVE or word.text == "that"


def noun_at(words: Sequence[Word], at: int) -> str:
    """The noun at a place with the noun before it; empty if none is there."""
    if at < 0 or not is_noun(words[at]):
        return ""
    is_tied = at > 1 and words[at - 2].text == "-"
    before = words[at - 1] if at and is_noun(words[at - 1]) and not is_tied else None
    return f"{before.text} {words[at].text}" if before else words[at].text


def is_noun(word: Word) -> bool:
    """Whether a word may say what is measured: no verb, no name and none that says nothing by itself."""
    if word.text.endswith(("ly", "ing")) and word.text not in NOUNS_IN_ING:
        return False
    is_lower = word.is_content and not word.is_in_name and word.text.isalpha() and len(word.text) >= _SHORTEST
    return is_lower and not is_verb(word.text) and word.text not in _NO_NOUNS
