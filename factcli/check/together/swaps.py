"""Two figures of a sentence that each belong to the other's fact: "killed 300 and injured 85"."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factcli.check import guards
from factcli.check.alignment import is_rank
from factcli.check.compare.quantities import compare
from factcli.check.pairing import facts_found
from factcli.check.reasons import Reason
from factcli.check.subjects import is_institution, unknown_names
from factcli.check.verdicts import Judgement, considered
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.check.alignment import Alignment
    from factcli.check.guards import Background, Situation
    from factcli.check.passages import Figure, Passage
    from factcli.check.verdicts import CheckerContext
    from factcli.model.facts import Mention

# A sentence of more figures is a list, in which words say little of each.
_MOST_FIGURES = 8
# Of an unknown figure, these leave it open that its value is in the store of something else.
_OPEN = frozenset(
    {
        Reason.SAME_NUMBER,
        Reason.VALUE_OF_ANOTHER,
        Reason.OTHER_SUBJECT,
        Reason.OTHER_NAME,
        Reason.FOREIGN_SUBJECT,
        Reason.SIBLING_MEASURE,
        Reason.OPPOSITE_ROLE,
        Reason.SENTENCE_IN_DOUBT,
        Reason.LITTLE_SHARED,
    }
)
# A fact with another value scores lower for that alone.
_LEAST_SHARE = 0.75
_LISTING = frozenset({",", "and", "or", "to", "-", "–", "of"})


class _Sides(NamedTuple):
    """A figure beside the fact that its words point to, and beside the fact that has its value."""

    pointed_to: Alignment
    valued: Alignment


def with_swaps(
    judged: list[Judgement], passage: Passage, background: Background, context: CheckerContext
) -> list[Judgement]:
    """The judgements of a sentence, with figures that belong to each other's facts contradicted."""
    open_ = {each.mention for each in judged if each.reason in _OPEN and each.verdict == "unknown"}
    figures = [each for each in passage.figures if each.mention in open_ and _may_be_swapped(each)]
    if not 1 < len(figures) <= _MOST_FIGURES or any(word.text == "respectively" for word in passage.words):
        return judged
    facts = facts_found(passage, background.before, context.evidence).meant
    found = {figure.mention: considered(passage, figure, facts, background, context) for figure in figures}
    swapped: dict[Mention, Judgement] = {}
    for first, second in combinations(figures, 2):
        if first.value != second.value and not _are_listed(passage, first, second):
            for sides in _swapped(found[first.mention], found[second.mention]):
                mention = sides.pointed_to.claim.mention
                swapped.setdefault(mention, Judgement(mention, "contradicted", Reason.OTHER_VALUE, sides.pointed_to))
    return [swapped.get(each.mention, each) for each in judged]


def _may_be_swapped(figure: Figure) -> bool:
    value = figure.value
    return isinstance(value, Quantity) and value.amount is not None and value.comparator == "=" and not is_rank(figure)


def _are_listed(passage: Passage, first: Figure, second: Figure) -> bool:
    """Whether only marks stand between two figures: "of 300 and 85", whose order other words decide."""
    begin, end = first.mention.span.end, second.mention.span.start
    return all(word.text in _LISTING for word in passage.words if begin <= word.start < end)


Found = tuple["list[Alignment]", "dict[int, Situation]"]


def _swapped(first: Found, second: Found) -> Iterator[_Sides]:
    """Both figures with their sides, if each has the value of the fact that the other one's words point to."""
    for one in _sides(*first):
        for other in _sides(*second):
            is_mutual = one.pointed_to.known is other.valued.known and one.valued.known is other.pointed_to.known
            if is_mutual and not _names_a_third(one):
                yield one
                yield other
                return


def _names_a_third(sides: _Sides) -> bool:
    """Whether the sentence has a name that neither of the two facts knows."""
    passage = sides.pointed_to.passage
    unknown = set(unknown_names(passage, sides.pointed_to.known)) & set(unknown_names(passage, sides.valued.known))
    return not all(map(is_institution, unknown))


def _sides(found: Sequence[Alignment], situations: dict[int, Situation]) -> Iterator[_Sides]:
    current = [each for each in found if each.known.fact.rank != "deprecated"]
    meant = [each for each in current if not guards.subject_not_named(situations[id(each)])]
    valued = [each for each in meant if each.agreement.reason == Reason.SAME]
    for pointed_to in meant:
        if pointed_to.agreement.holds is False and pointed_to.like_measure != "other":
            yield from (_Sides(pointed_to, each) for each in valued if _points_to(pointed_to, each))


def _points_to(one: Alignment, other: Alignment) -> bool:
    """Whether the words of a figure speak for one fact rather than for another."""
    if compare(one.figure.value, other.figure.value).holds is not False or one.has_opposite_roles:
        return False
    if one.like_noun == "other" or one.score < _LEAST_SHARE * other.score:
        return False
    is_named = _is_named_last(one) and not _is_named_last(other)
    is_measured = one.like_measure == "same" and other.like_measure != "same"
    return is_named or is_measured or other.has_opposite_roles


def _is_named_last(alignment: Alignment) -> bool:
    """Whether the last name before a figure is that of the fact's subject."""
    begin = alignment.claim.mention.span.start
    before = [set(name.tokens) for name in alignment.passage.names if name.end <= begin]
    return bool(before) and any(names.keys() <= before[-1] for names in alignment.known.subject_names)
