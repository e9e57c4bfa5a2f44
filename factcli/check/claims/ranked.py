"""What a rank ranks: whether two ranks are places in one order of the same things."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.check.alignment import is_rank
from factcli.check.claims.dated_titles import dates_subject
from factcli.check.claims.other_names import is_in_later_clause
from factcli.english.measuring.clause_words import PARTING
from factcli.english.measuring.narrowing import FIELDS, PARTS_OF_A_YEAR
from factcli.english.stemming import meaning
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.check.guards import Situation
    from factcli.check.passages import Figure, Passage
    from factcli.check.vocabulary import Vocabulary
    from factcli.english.stemming import Word

# So many words after a rank may say what is ranked: "the third-longest suspension bridge in the whole world".
_FIELD_WORDS = 12
_BEFORE_STAGE = 3
_PARTS = frozenset(map(meaning, PARTS_OF_A_YEAR))


def other_order(situation: Situation) -> bool:
    """The rank is among other things than the fact's: longest in the world, not in Europe; in the high jump."""
    alignment = situation.alignment
    if is_one_more(situation):
        return True
    if not alignment.known.is_rank:
        return False
    field, known = _field(alignment.passage, alignment.claim), alignment.known.vocabulary
    if any(word.text in FIELDS and not _knows(known, word) for word in field):
        return True
    theirs = _modifiers(alignment.known.passage.words)
    ours = alignment.passage.vocabulary
    return any(
        noun in theirs and not _knows(known, word) and not any(_knows(ours, other) for other in theirs[noun])
        for noun, words in _modifiers(field).items()
        for word in words
    )


def is_one_more(situation: Situation) -> bool:
    """Whether a rank introduces another one, after that of the fact: "a second fire", after the first."""
    claim, fact = situation.alignment.claim, situation.alignment.figure
    is_introduced = claim.mention.kind == "ordinal" and claim.context.role in {"a", "another"}
    ours, theirs = claim.value, fact.value
    if not is_introduced or not isinstance(ours, Quantity) or not isinstance(theirs, Quantity):
        return False
    return ours.amount is not None and theirs.amount is not None and theirs.amount < ours.amount


def _field(passage: Passage, figure: Figure) -> list[Word]:
    """The words after a rank that may say among what it is one, up to the end of their phrase."""
    after = [word for word in passage.words if word.start >= figure.mention.span.end][:_FIELD_WORDS]
    ends = (at for at, word in enumerate(after) if word.text in PARTING - {"from"})
    return after[: next(ends, len(after))]


def _modifiers(words: list[Word]) -> dict[str, list[Word]]:
    """For each stem the words right before it: what sort of thing it is."""
    found: dict[str, list[Word]] = {}
    for before, word in pairwise(words):
        if before.is_content and word.is_content:
            found.setdefault(word.stem, []).append(before)
    return found


def _knows(vocabulary: Vocabulary, word: Word) -> bool:
    return word.stem in vocabulary.stems or vocabulary.knows(word.folded)


def other_stage(situation: Situation) -> bool:
    """The sentence speaks of a first, second or last that the fact does not know: "in the first year"."""
    alignment = situation.alignment
    if is_rank(alignment.claim) or dates_subject(alignment):
        return False
    passage, end = alignment.passage, alignment.claim.mention.span.end
    told = (rank for rank, at in passage.stages.items() if not is_in_later_clause(passage, end, at))
    stages = passage.stages if alignment.claim.is_date else told
    return any(rank not in alignment.known.passage.ranks for rank in stages)


def only_a_stage(situation: Situation) -> bool:
    """The rank only tells which one is meant: "its second season"."""
    alignment = situation.alignment
    sides = (alignment.passage, alignment.claim), (alignment.known.passage, alignment.figure)
    return alignment.claim.context.is_stage and not all(_is_of_now(passage, figure) for passage, figure in sides)


def _is_of_now(passage: Passage, figure: Figure) -> bool:
    """Whether a stage is that of now: "is in its 14th season", "now in its 16th season"."""
    before = [word.text for word in passage.words if word.end <= figure.mention.span.start][-_BEFORE_STAGE:]
    return figure.context.is_stage and before[-2:-1] == ["in"] and before[-3:-2] in (["now"], ["is"])


def only_a_part_of_a_year(situation: Situation) -> bool:
    """The rank only tells which part of a year is meant: "in the first quarter"."""
    context = situation.alignment.claim.context
    return context.is_stage and not _PARTS.isdisjoint(context.noun)
