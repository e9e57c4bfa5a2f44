"""The clauses of a sentence: words in, the clause of each word out, by marks, conjunctions and verbs."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.function_words import DETERMINERS, PREPOSITIONS
from factcli.english.marks import HYPHENS
from factcli.english.measuring import clause_words
from factcli.english.measuring.deeds import is_deed
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.nouns import is_plural

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from factcli.english.stemming import Word
    from factcli.model.facts import Span

_CUTS = frozenset(";:()[]—–")
# "... and unemployment at 2.8 %" shares the verb before it.
_SHORT = 5
# So many words around a figure may belong to its clause.
_LONG_CLAUSE = 25


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
    reaches = _reaches(words)
    cuts = [0]
    for at in range(1, len(words)):
        has_verb_before = _has_between(verbs, cuts[-1], at)
        has_verb_after = _has_between(verbs, at, reaches[at + 1])
        if _opens(words, at, cuts[-1], figures, has_verb_before=has_verb_before, has_verb_after=has_verb_after):
            cuts.append(at)
    ends = [*cuts[1:], len(words)]
    return [_clause(words, begin, end, verbs) for begin, end in zip(cuts, ends, strict=True)] if words else []


def _clause(words: Sequence[Word], begin: int, end: int, verbs: list[int]) -> Clause:
    first = bisect_left(verbs, begin)
    verb = verbs[first] if first < len(verbs) and verbs[first] < end else None
    return Clause(begin, end, verb, words[begin].text in clause_words.RELATIVE)


def _has_between(places: list[int], begin: int, end: int) -> bool:
    """Whether one of some places, in order, is from ``begin`` up to ``end``."""
    at = bisect_left(places, begin)
    return at < len(places) and places[at] < end


def places_near(words: Sequence[Word], span: Span) -> range:
    """The places of the words around a figure at ``span``, as far as a long clause goes."""
    at = bisect_left(words, span.start, key=attrgetter("start"))
    return range(max(at - _LONG_CLAUSE, 0), min(at + _LONG_CLAUSE, len(words)))


def is_verb_at(words: Sequence[Word], at: int) -> bool:
    """Whether a word is the verb of a clause: none of a name, none that a determiner makes a noun."""
    word = words[at]
    if word.is_in_name or word.is_mark or not (is_verb(word.text) or _is_present(words, at)):
        return False
    before = words[at - 1].text if at else ""
    if before in HYPHENS and at > 1 and words[at - 2].text not in clause_words.VERBAL_PREFIXES:
        return False
    # "The injured people", "its planned cuts": no verb comes right after a determiner.
    return before not in DETERMINERS and not (before in PREPOSITIONS and word.text.endswith("ed"))


def _is_present(words: Sequence[Word], at: int) -> bool:
    """Whether a verb that may as well be a noun is one by its place: "the tip buries 54,000 tonnes", "can store"."""
    if not at or not is_deed(words[at].text):
        return False
    before = words[at - 1]
    if before.text in clause_words.VERB_FOLLOWS:
        return True
    agrees = is_plural(words[at].text) != is_plural(before.text)
    has_object = has_figure(words, at) or (at + 1 < len(words) and words[at + 1].text in DETERMINERS)
    return agrees and before.is_content and has_object


def has_figure(words: Sequence[Word], at: int) -> bool:
    """Whether a figure comes right after a word, as after a verb: "buries 54,000 tonnes", "stores nearly 400"."""
    if at + 1 >= len(words):
        return False
    following = words[at + 1]
    is_number = not following.stem and not following.is_mark
    return is_number or following.text in clause_words.ROUGHLY | clause_words.CURRENCIES


def _opens(  # noqa: PLR0913 - a word, its clause, and what is around it
    words: Sequence[Word],
    at: int,
    begin: int,
    figures: Container[int],
    *,
    has_verb_before: bool,
    has_verb_after: bool,
) -> bool:
    """Whether a clause begins at a word, the clause before it having begun at ``begin``."""
    before, word = words[at - 1], words[at]
    if before.text in _CUTS:
        return True
    if at in figures and before.text != ",":
        return False
    if word.text in clause_words.RELATIVE:
        return has_verb_after
    if word.text in clause_words.SUBORDINATE:
        return has_verb_after and at - begin > 0
    if word.text in clause_words.JOINING:
        return has_verb_before and (has_verb_after or _shares_verb(words, at, figures))
    return before.text == "," and has_verb_before and has_verb_after


def _reaches(words: Sequence[Word]) -> list[int]:
    """For each word, where the stretch that begins there ends: at the next mark or conjunction."""
    reaches = [len(words)] * (len(words) + 1)
    for at in range(len(words) - 1, -1, -1):
        text = words[at].text
        ends = text == "," or text in _CUTS or text in clause_words.JOINING or text in clause_words.RELATIVE
        reaches[at] = at if ends else reaches[at + 1]
    return reaches


def _shares_verb(words: Sequence[Word], at: int, figures: Container[int]) -> bool:
    """Whether a noun, a preposition and a figure follow: "and unemployment at 2.8 %"."""
    return any(
        words[place].text in clause_words.LINKS and place + 1 in figures and place > at + 1
        for place in range(at + 1, min(at + _SHORT, len(words) - 1))
    )
