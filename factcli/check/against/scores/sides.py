"""Who won by a score, and who lost, as a sentence tells it: a pair of numbers comes in, two names go out."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.reckoning.winning import (
    BEATING,
    BY,
    DEFEATS,
    LOSING,
    OVER,
    PASSIVE,
    VICTORIES,
    WINNING,
)
from factcli.mentions.patterns import late_pattern
from factcli.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.against.scores.pairs import Pair
    from factcli.check.passages import Passage
    from factcli.english.stemming import Word

# So many words may be between a verb or a preposition and a name: "beat the second seed Carla Voss".
_BETWEEN = 4
# And between a score and what it is called: "a 3-1 home win".
_BEFORE_NOUN = 2
# Another score before, which is not a set of the same match: "beat Wick 3-1 after trailing 0-1".
_TOLD_OF_OTHER = late_pattern(r"\d[-–]\d{1,3}+(?!(?:[\s,;]|and|\(?\d{1,3}[-–]\d{1,3}\)?){0,60}+$)")
_VERBS = BEATING | WINNING | LOSING
_NOUNS = VICTORIES | DEFEATS


class Sides(NamedTuple):
    """The words of the names of the winner and the loser, in folded form; empty where a sentence does not say.

    ``told`` is the verb or noun that says who won; None where there is none.
    """

    winner: frozenset[str] = frozenset()
    loser: frozenset[str] = frozenset()
    told: Span | None = None

    def are_turned(self, other: Sides) -> bool:
        """Whether one has the winner for the loser, or the loser for the winner."""
        return _is_at_other_place(self.winner, other.winner, other.loser) or _is_at_other_place(
            self.loser, other.loser, other.winner
        )


def _is_at_other_place(name: frozenset[str], same: frozenset[str], opposite: frozenset[str]) -> bool:
    return not name.isdisjoint(opposite) and name.isdisjoint(same)


def sides_of(pair: Pair, passage: Passage) -> Sides:
    """Who won and who lost by a score; nobody where no verb or noun beside it says so.

    "Ayr beat Wick 3-1", "Wick were beaten 3-1 by Ayr", "Wick lost 3-1 to Ayr", "Ayr's 3-1 win over Wick".
    """
    if passage.text.startswith("(", pair.span.start - 1):
        return Sides()  # a record: "the Kings (12-4)"
    words = passage.words
    noun = next((word for word in islice(_after(pair.span.end, words), _BEFORE_NOUN) if word.text in _NOUNS), None)
    if noun:
        return _by_noun(noun, pair, passage)
    verbs = [at for at, word in enumerate(words) if word.end <= pair.span.start and word.text in _VERBS]
    if not verbs or _TOLD_OF_OTHER.search(passage.text, words[verbs[-1]].end, pair.span.start):
        return Sides()
    return _by_verb(verbs[-1], pair, passage)


def _by_noun(noun: Word, pair: Pair, passage: Passage) -> Sides:
    """The sides of "Ayr's 3-1 win over Wick", "a 3-1 defeat of Wick"."""
    own = _name_before(pair.span.start, passage)
    is_won = noun.text in VICTORIES or _follows("of", noun.end, passage)
    other = _name_after(OVER | {"of"} if is_won else BY, noun.end, passage)
    return Sides(*((own, other) if is_won else (other, own)), Span(noun.start, noun.end))


def _by_verb(at: int, pair: Pair, passage: Passage) -> Sides:
    """The sides of "Ayr beat Wick 3-1", "Wick were beaten 3-1 by Ayr", "Ayr won 3-1 against Wick"."""
    verb, before = passage.words[at], {word.text for word in passage.words[max(at - 2, 0) : at]}
    own = _name_before(verb.start, passage)
    told, places = Span(verb.start, verb.end), (verb.end, pair.span.end)
    if verb.text in BEATING and PASSIVE.isdisjoint(before):
        return Sides(own, _named(islice(_after(verb.end, passage.words), _BETWEEN), passage), told)
    is_won = verb.text in WINNING
    found = (_name_after(OVER if is_won else BY, place, passage) for place in places)
    other = next(filter(None, found), frozenset[str]())
    return Sides(*((own, other) if is_won else (other, own)), told)


def _after(offset: int, words: list[Word]) -> Iterator[Word]:
    """The words from ``offset`` to the next mark."""
    for word in words:
        if word.start >= offset:
            if word.is_mark:
                return
            yield word


def _follows(preposition: str, offset: int, passage: Passage) -> bool:
    return next((word.text for word in _after(offset, passage.words)), "") == preposition


def _name_after(prepositions: frozenset[str], offset: int, passage: Passage) -> frozenset[str]:
    """The name after one of some prepositions that come first after ``offset``."""
    words = list(islice(_after(offset, passage.words), _BETWEEN))
    return _named(iter(words[1:]), passage) if words and words[0].text in prepositions else frozenset()


def _named(words: Iterator[Word], passage: Passage) -> frozenset[str]:
    """The first name that begins with one of the words."""
    starts = {word.start for word in words}
    return next((frozenset(name.tokens) for name in passage.names if name.start in starts), frozenset())


def _name_before(offset: int, passage: Passage) -> frozenset[str]:
    """The last name before ``offset``, but for those before another word of winning or losing."""
    told = [word.end for word in passage.words if word.end < offset and word.text in _VERBS | _NOUNS]
    names = [name for name in passage.names if max(told, default=0) <= name.start and name.end <= offset]
    return frozenset(names[-1].tokens) if names else frozenset()
