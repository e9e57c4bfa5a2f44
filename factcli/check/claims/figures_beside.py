"""The other figures of a fact's statement: one of them, and not the fact's, may be what a draft tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.compare.dates import compare_dates
from factcli.check.compare.other_times import distance, nearest_date
from factcli.check.compare.quantities import compare
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.check.alignment import Alignment
    from factcli.check.guards import Situation
    from factcli.check.passages import Figure, Passage
    from factcli.model.facts import Mention


def tells_of_another(situation: Situation) -> bool:
    """The words or the date beside the draft's figure go with a figure of the statement that has another value.

    Of "85 passengers, of whom 12 were saved" not 85 were saved; who lived in a town in 2018 did not in 2008.
    """
    alignment = situation.alignment
    others = figures_alike(alignment)
    return any(_is_measured_as(alignment, other) or _has_date_of(alignment, other) for other in others)


def figures_alike(alignment: Alignment) -> list[Figure]:
    """The figures of the statement that have another value of the same dimension."""
    value = alignment.figure.value
    if not isinstance(value, Quantity):
        return []
    alike = {"count", "number"} if value.dimension in {"count", "number"} else {value.dimension}
    return [
        other
        for other in alignment.known.passage.figures
        if isinstance(other.value, Quantity) and other.value.dimension in alike and other.value != value
    ]


def _is_measured_as(alignment: Alignment, other: Figure) -> bool:
    """Whether the draft's figure has the verb or the governing noun of the other figure, and not that of the fact's."""
    here, own, theirs = alignment.here, alignment.there, alignment.known.passage.claim_of(other)
    if here.verb and here.verb == theirs.verb != own.verb:
        return True
    counts_alike = bool(here.counted) and here.counted == own.counted
    return bool(here.attribute) and here.attribute == theirs.attribute != own.attribute and not counts_alike


def _has_date_of(alignment: Alignment, other: Figure) -> bool:
    """Whether the date beside the draft's figure is that beside the other figure, and not that beside the fact's."""
    said = nearest_date(alignment.passage, alignment.claim)
    own, theirs = (nearest_date(alignment.known.passage, figure) for figure in (alignment.figure, other))
    if said is None or own is None or theirs is None:
        return False
    return compare_dates(said, theirs).holds is True and compare_dates(said, own).holds is False


def states_figure_beside(alignment: Alignment) -> bool:
    """Whether the statement has the figure that the draft's date stands beside."""
    passage, date = alignment.passage, alignment.claim
    amounts = [each for each in passage.figures if not each.is_date and each.mention.kind != "ordinal"]
    nearest = min(amounts, key=lambda figure: distance(passage, date, figure), default=None)
    if nearest is None:
        return False
    return any(compare(nearest.value, each.value).holds for each in alignment.known.passage.figures)


def stated_beside(situation: Situation) -> bool:
    """The statement of the fact has the draft's figure too, between the same words, beside its own."""
    alignment = situation.alignment
    claim, known = alignment.claim.mention, alignment.known.passage
    if claim.surface == alignment.figure.mention.surface:
        return False
    others = [each.mention for each in known.figures if each.mention.surface == claim.surface]
    return any(_words_beside(known, each) == _words_beside(alignment.passage, claim) for each in others)


def _words_beside(passage: Passage, mention: Mention) -> tuple[str, str]:
    """The words or marks right before and after a mention."""
    before = [word.text for word in passage.words if word.end <= mention.span.start]
    after = [word.text for word in passage.words if word.start >= mention.span.end]
    return "".join(before[-1:]), "".join(after[:1])
