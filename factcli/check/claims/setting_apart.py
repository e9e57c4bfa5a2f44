"""Whether a sentence is about another thing of the kind: "an earlier strike", "a poll", "the star that it circles"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.claims.clauses import is_verb_at
from factcli.english.function_words import ARTICLES, DETERMINERS
from factcli.english.measuring.distinctions import SORTS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.narrowing import (
    HAVING,
    LATER,
    MIDDLES,
    OTHER_ONES,
    PARTS_OF_A_PLACE,
    PLACING_PARTS,
    REPORTERS,
    SETTING_APART,
    SPANS,
    SURVEYS,
)
from factcli.english.stemming import meaning

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from factcli.check.alignment import Alignment
    from factcli.check.claims.clauses import Clause
    from factcli.check.claims.slots import Claim
    from factcli.check.guards import Situation
    from factcli.check.known_facts import KnownFact
    from factcli.check.passages import Passage
    from factcli.check.vocabulary import Vocabulary
    from factcli.english.stemming import Word


# "Two and a half years later," opens the sentence.
_OPENING = 5
# "Oldest member of the choir of the town of Lomar".
_FEWEST_WORDS, _EXTREME_WORDS = 4, 9
# The verb of the relative clause, and that of the sentence.
_BOTH = 2
# "Another ship", "in former years", "no other ship", "older ships" at the beginning.
_BEFORE_OTHERS = DETERMINERS | {"in", "no", ""}
_AVERAGES = frozenset(map(meaning, MIDDLES))
_PAST = frozenset({"past", "last"})
_SORTS = tuple(frozenset(map(meaning, row)) for row in SORTS)
_ALL_SORTS = frozenset().union(*_SORTS)


def set_apart_in(words: Sequence[Word], clause: Clause, figures: Container[int]) -> frozenset[str]:
    """The words of a clause that tell what it is about from others of the kind, but for those right before a figure."""
    places = range(clause.begin, clause.end)
    apart = (at for at in places if _sets_apart(words, at, clause, is_beside=at + 1 in figures))
    # "In the past two years" is not in one of them.
    past = (at for at in places if at + 1 in figures and words[at].text in _PAST and words[at - 1].text == "the")
    return frozenset(words[at].text for at in (*apart, *past)) | _qualified(words, clause)


def _qualified(words: Sequence[Word], clause: Clause) -> frozenset[str]:
    """The noun of which a clause tells more before it goes on: "the rocket that carried it is", "that it flew is"."""
    noun = words[clause.begin - 1] if clause.begin > 1 and words[clause.begin].text in {"that", "which"} else None
    if noun is None or not noun.is_content or words[clause.begin - 2].text not in ARTICLES:
        return frozenset()
    first = clause.begin + 1
    verbs = [
        at for at in range(first, clause.end) if (at == first and is_verb(words[at].text)) or is_verb_at(words, at)
    ]
    if len(verbs) < _BOTH:
        return frozenset()
    goes_on = verbs[-1] >= first + 2 if verbs[0] == first else verbs[1] == verbs[0] + 1
    return frozenset({noun.text}) if goes_on else frozenset()


def _sets_apart(words: Sequence[Word], at: int, clause: Clause, *, is_beside: bool) -> bool:
    before = words[at - 1].text if at else ""
    following = words[at + 1] if at + 1 < clause.end and not is_beside else None
    if _leads_to_other_time(words[at].text, before, at - clause.begin, is_beside=is_beside):
        return True
    return following is not None and not following.is_mark and _leads_to_other_one(words[at].text, before, following)


def _leads_to_other_time(text: str, before: str, place: int, *, is_beside: bool) -> bool:
    """Whether a word tells of another time than the one told before: "a week later", "in the season before".

    One right before a figure (``is_beside``) is that figure's, but for "a year earlier".
    """
    if text in LATER and 0 < place <= _OPENING and before.removesuffix("s") in SPANS:
        return True
    return not is_beside and ((text == "before" and before in SPANS) or (text in SETTING_APART and place == 0))


def _leads_to_other_one(text: str, before: str, following: Word) -> bool:
    """Whether a word before a noun tells the noun's thing from others of the kind: "an earlier strike", "a poll"."""
    if text in SURVEYS:
        # "Went to the polls" is to vote.
        return before != "the" or text not in {"poll", "polls"}
    if text in PARTS_OF_A_PLACE:
        return before == "the" and following.text == "of"
    if text in PLACING_PARTS:
        return before == "the" and following.is_content
    if text == "next":
        return following.text in SPANS
    if text == "other" and following.text in REPORTERS:
        return False
    return text in OTHER_ONES and following.is_content and before in _BEFORE_OTHERS


def is_of_other_sort(here: Claim, there: Claim, passage: Passage, known: KnownFact) -> bool:
    """Whether the words beside two figures name two sorts of one kind: rye and wheat."""
    return not _ALL_SORTS.isdisjoint(here.near_terms) and any(
        here.near_terms & row - known.vocabulary.stems and there.near_terms & row - passage.vocabulary.stems
        for row in _SORTS
    )


def is_of_other_age(here: Passage, there: Passage) -> bool:
    """Whether two sentences speak of groups of people of other ages: children under 5, people over 65."""
    return here.age_groups != there.age_groups and here.age_groups.isdisjoint(there.age_groups)


def another_thing(situation: Situation) -> bool:
    """The clause of the figure says that it is about another thing than the fact's."""
    alignment = situation.alignment
    known = alignment.known.vocabulary
    if alignment.here.is_hypothetical and not (alignment.there.is_hypothetical or alignment.there.is_intended):
        return True
    if has_opposite_extreme(alignment) or is_extreme_one(alignment):
        return True
    return not all(_is_known(text, known) for text in alignment.here.set_apart)


def _is_known(text: str, known: Vocabulary) -> bool:
    """Whether the fact has the word, or one of its meaning; an election is not a poll here."""
    return known.knows(text) if text in SURVEYS else known.means(text)


def has_opposite_extreme(alignment: Alignment) -> bool:
    """Whether two figures are extremes of two sorts, or one is that of all: the dearest ticket, the average one."""
    here, there = (passage.extremes for passage in (alignment.passage, alignment.known.passage))
    if here and not there:
        return not _AVERAGES.isdisjoint(alignment.there.narrowed - alignment.here.narrowed)
    return bool(here and there) and here.isdisjoint(there)


def is_extreme_one(alignment: Alignment) -> bool:
    """Whether the sentence is about an extreme one of what the subject has: "the oldest member of the Lomar choir"."""
    words, known = alignment.passage.words, alignment.known
    if not alignment.passage.extremes:
        return False
    at = next((place for place, word in enumerate(words) if word.is_content), len(words))
    if at + _FEWEST_WORDS > len(words):
        return False
    extreme, noun, tie, *named = words[at : at + _EXTREME_WORDS]
    if extreme.stem not in alignment.passage.extremes or noun.text in SPANS or tie.text not in HAVING:
        return False
    if known.vocabulary.means(extreme.text) or noun.stem in known.subject.stems:
        return False
    return any(word.stem in known.subject.stems for word in named)
