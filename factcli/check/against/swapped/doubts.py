"""Why a stated value may be of something else, though its sentence is like the draft's: it is then not confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.against.kinship import figure_of
from factcli.check.against.likeness import likeness
from factcli.check.against.swapped.turned import is_change, is_difference
from factcli.english.function_words import PARTING_CLAUSES, PREPOSITIONS
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage

_COMPARING = frozenset({"from", "than", "against", "with"})
_HAS_YEAR = late_pattern(r"\d{4}")


def is_of_something_else(figure: Figure, own: StatedValue, passage: Passage, sources: SourceIndex) -> bool:
    """Whether a value that a source states, and that looks the same, may be of another name, time or measure."""
    theirs = sources.texts[own.source].passage(own.sentence)
    if figure.is_date:
        return is_year_of_name(figure, own, passage, theirs)
    return (
        _is_of_other_year(passage, theirs)
        or _is_rounded_to_other(figure, own, theirs)
        or _is_difference(figure, own, passage, theirs)
    )


def is_year_of_name(figure: Figure, own: StatedValue, passage: Passage, theirs: Passage) -> bool:
    """Whether the source has the year in a name of which the draft has half at most: "the 2017 Kestrel Prize"."""
    there = figure_of(theirs, own)
    is_in_name = figure.context.is_in_name and figure.context.role not in PREPOSITIONS  # "In 2017 Ana Ruiz left"
    if there is None or not there.context.is_in_name or is_in_name:
        return False
    stems = {word.stem for word in passage.words}
    return 2 * len(there.context.noun & stems) <= len(there.context.noun)


def _is_of_other_year(passage: Passage, theirs: Passage) -> bool:
    """Whether both sentences have dates with years of which none is another's: "35 years old in 1967", told of 1940."""
    told = [each for each in theirs.dates if not _is_compared(each, theirs)]
    if not passage.dates or not told or not all(_HAS_YEAR.match(str(each.value)) for each in (*passage.dates, *told)):
        return False
    return not any(
        likeness(ours.value, each.value) or likeness(each.value, ours.value) for ours in passage.dates for each in told
    )


def _is_compared(date: Figure, passage: Passage) -> bool:
    """Whether a sentence only compares with what was at a date: "up 17% from 40 tonnes in 2019"."""
    before = [word.text for word in passage.words if word.end <= date.mention.span.start]
    last = next((word for word in reversed(before) if word in PARTING_CLAUSES | {"than"}), "")
    return last in _COMPARING


def _is_difference(figure: Figure, own: StatedValue, passage: Passage, theirs: Passage) -> bool:
    """Whether the source has the value as a difference, and the draft not: "costs 30p", of "30p dearer at £4.70"."""
    there = figure_of(theirs, own)
    return there is not None and is_difference(there, theirs) and not is_change(figure, passage)


def _is_rounded_to_other(figure: Figure, own: StatedValue, theirs: Passage) -> bool:
    """Whether the figure is a rounding, and the sentence states just that amount of something else."""
    claim, stated = figure.value, own.value
    if not isinstance(claim, Quantity) or not isinstance(stated, Quantity) or claim.amount == stated.amount:
        return False
    others = (each.value for each in theirs.figures)
    return claim.unit == stated.unit and any(
        isinstance(each, Quantity) and (each.amount, each.unit) == (claim.amount, claim.unit) for each in others
    )
