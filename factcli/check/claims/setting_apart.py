"""Whether a sentence is about another thing of the kind: "an earlier strike", "a poll", "the star that it circles"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.function_words import DETERMINERS
from factcli.english.measuring.narrowing import LATER, OTHER_ONES, PARTS_OF_A_PLACE, SETTING_APART, SPANS, SURVEYS
from factcli.english.measuring.sorts import SORTS
from factcli.english.stemming import meaning

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from factcli.check.claims.clauses import Clause
    from factcli.check.claims.slots import Claim
    from factcli.check.guards import Situation
    from factcli.check.known_facts import KnownFact
    from factcli.check.passages import Passage
    from factcli.english.stemming import Word


# "Two and a half years later," opens the sentence.
_OPENING = 5
_SORTS = tuple(frozenset(map(meaning, row)) for row in SORTS)


def set_apart_in(words: Sequence[Word], clause: Clause, figures: Container[int]) -> frozenset[str]:
    """The words of a clause that tell what it is about from others of the kind, but for those right before a figure."""
    inside = (at for at in range(clause.begin, clause.end) if at + 1 not in figures)
    return frozenset(words[at].text for at in inside if _sets_apart(words, at, clause))


def _sets_apart(words: Sequence[Word], at: int, clause: Clause) -> bool:
    text, before = words[at].text, words[at - 1].text if at else ""
    if text in LATER and clause.begin < at <= clause.begin + _OPENING and before.removesuffix("s") in SPANS:
        return True
    following = words[at + 1] if at + 1 < clause.end else None
    if following is None or following.is_mark:
        return False
    if text in SURVEYS:
        # "Went to the polls" is to vote.
        return before != "the" or text not in {"poll", "polls"}
    if text in SETTING_APART:
        return at == clause.begin
    if text in PARTS_OF_A_PLACE:
        return before == "the" and following.text == "of"
    is_led = at == clause.begin or before in DETERMINERS or before == "in"
    return text in OTHER_ONES and is_led and following.is_content


def is_of_other_sort(here: Claim, there: Claim, passage: Passage, known: KnownFact) -> bool:
    """Whether the words beside two figures name two sorts of one kind: rye and wheat."""
    return any(
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
    return any(not known.knows(text) for text in alignment.here.set_apart)
