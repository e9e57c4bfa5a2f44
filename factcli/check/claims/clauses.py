"""The clauses of a sentence: words in, the clause of each word out, by marks, conjunctions and verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.english.function_words import DETERMINERS, PREPOSITIONS
from factcli.english.measuring import clause_words
from factcli.english.measuring.measure_verbs import is_verb

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from factcli.english.stemming import Word

_CUTS = frozenset(";:()[]—–")
# "... and unemployment at 2.8 %" shares the verb before it.
_SHORT = 5


class Clause(NamedTuple):
    """The words from ``begin`` up to ``end``; ``verb`` is where its first verb is, or None.

    ``relative`` clauses say something of the noun before them.
    """

    begin: int
    end: int
    verb: int | None
    is_relative: bool


def read_clauses(words: Sequence[Word], figures: Container[int]) -> list[Clause]:
    """The clauses of a sentence in order; ``figures`` holds the places of words that belong to figures."""
    verbs = [at for at, word in enumerate(words) if at not in figures and is_verb_at(words, at)]
    cuts = [0]
    for at in range(1, len(words)):
        if _opens(words, at, cuts[-1], verbs, figures):
            cuts.append(at)
    ends = [*cuts[1:], len(words)]
    return [
        Clause(
            begin,
            end,
            next((at for at in verbs if begin <= at < end), None),
            words[begin].text in clause_words.RELATIVE,
        )
        for begin, end in zip(cuts, ends, strict=True)
    ]


def is_verb_at(words: Sequence[Word], at: int) -> bool:
    """Whether a word is the verb of a clause: none of a name, none that a determiner makes a noun."""
    word = words[at]
    if word.is_in_name or word.is_mark or not is_verb(word.text):
        return False
    before = words[at - 1].text if at else ""
    # "The injured people", "its planned cuts": no verb comes right after a determiner.
    return before not in DETERMINERS and not (before in PREPOSITIONS and word.text.endswith("ed"))


def _opens(words: Sequence[Word], at: int, begin: int, verbs: list[int], figures: Container[int]) -> bool:
    """Whether a clause begins at a word, the clause before it having begun at ``begin``."""
    before, word = words[at - 1], words[at]
    if before.text in _CUTS:
        return True
    if at in figures and before.text != ",":
        return False
    end = _reach(words, at + 1)
    has_verb_after = any(at <= verb < end for verb in verbs)
    if word.text in clause_words.RELATIVE:
        return has_verb_after
    if word.text in clause_words.SUBORDINATE:
        return has_verb_after and at - begin > 0
    has_before = any(begin <= verb < at for verb in verbs)
    if word.text in clause_words.JOINING:
        return has_before and (has_verb_after or _shares_verb(words, at, figures))
    return before.text == "," and has_before and has_verb_after


def _reach(words: Sequence[Word], at: int) -> int:
    """Where the stretch that begins at a word ends: at the next mark or conjunction."""
    while at < len(words):
        text = words[at].text
        if text == "," or text in _CUTS or text in clause_words.JOINING or text in clause_words.RELATIVE:
            return at
        at += 1
    return at


def _shares_verb(words: Sequence[Word], at: int, figures: Container[int]) -> bool:
    """Whether a noun, a preposition and a figure follow: "and unemployment at 2.8 %"."""
    return any(
        words[place].text in clause_words.LINKS and place + 1 in figures and place > at + 1
        for place in range(at + 1, min(at + _SHORT, len(words) - 1))
    )
