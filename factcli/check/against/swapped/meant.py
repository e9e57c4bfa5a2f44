"""Another value of the source's sentence that is surely meant by a figure of a draft: each kind of mistake in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.against.kinship import closest, figure_of, kinship
from factcli.check.against.likeness import Likeness, likeness
from factcli.check.against.swapped.compared import compared_with, is_told_as_earlier
from factcli.check.against.swapped.dated import is_of_own_date, of_other_date
from factcli.check.against.swapped.exchanged import exchanged, of_name
from factcli.check.against.swapped.parallel import (
    is_of_own_aim,
    is_of_own_clause,
    of_noun,
    of_other_clause,
    of_sentence_beside,
)
from factcli.check.against.swapped.rival_values import rivals_of
from factcli.check.against.swapped.sections import of_other_section
from factcli.check.against.swapped.turned import of_change
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from factcli.check.against.kinship import Ranked
    from factcli.check.against.read_source import ReadSource
    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage

# Another value in the sentence has clearly more to do with the figure; measured on drafts that people judged.
_TIMES, _PLUS = 1.5, 1.0
_OF_THEM = late_pattern(r"\sof\s(?:them|whom|which|these|those)\b")
# A sentence with more letters is a list of links or a table that was read as prose.
_LONGEST_SENTENCE = 600


def meant_instead(figure: Figure, best: Ranked, passage: Passage, sources: SourceIndex) -> StatedValue | None:
    """Another value of the same sentence of the source that is surely meant; None where there is none."""
    if is_of_own_date(figure, best.statement, passage, sources):
        return None
    return (
        _better_rival(figure, best, passage, sources)
        or compared_with(figure, best.statement, passage, sources)
        or of_name(figure, best.statement, passage, sources)
        or exchanged(figure, best.statement, passage, sources)
        or of_other_date(figure, best.statement, passage, sources)
        or of_other_clause(figure, best.statement, passage, sources)
        or of_noun(figure, best.statement, sources)
        or of_sentence_beside(figure, best.statement, passage, sources)
        or of_change(figure, best.statement, passage, sources)
        or of_other_section(figure, best.statement, passage, (), sources)
    )


def _better_rival(figure: Figure, best: Ranked, passage: Passage, sources: SourceIndex) -> StatedValue | None:
    """Another value in the same sentence that has clearly more to do with what the figure measures.

    "Over 50 shops are planned, 100 of them by 2025" for "over 100 shops are planned, 50 of them by 2025".
    """
    text, sentence = sources.texts[best.statement.source], best.statement.sentence
    start, end = text.sentences[sentence]
    if text.is_row(sentence) or end - start > _LONGEST_SENTENCE:
        return None
    if _is_end_of_change_in_both(figure, best.statement, text) or not _is_counted_there(figure, best.statement, text):
        return None
    if is_told_as_earlier(figure, passage, best.statement, sources):
        return None
    if any(is_own(figure, best.statement, passage, sources) for is_own in (is_of_own_clause, is_of_own_aim)):
        return None
    rivals = closest(figure, rivals_of(figure, passage, best.statement, sources), sources)
    least = _TIMES * best.kin.beside + _PLUS
    if _OF_THEM.match(text.text, sources.mention(best.statement).span.end):
        least += sum(figure.context.weights.get(stem, 0.0) for stem in figure.context.noun)
    better = next((rival.statement for rival in rivals if rival.kin.beside > least), None)
    return better if better and not _is_told_in_place(better, best.statement, passage, sources) else None


def _is_end_of_change_in_both(figure: Figure, own: StatedValue, text: ReadSource) -> bool:
    """Whether a change begins, or ends, with the value in both texts: "from 66 seats to 38", "38 seats, from 66"."""
    there = figure_of(text.passage(own.sentence), own)
    return there is not None and figure.context.role in {"from", "to"} and figure.context.role == there.context.role


def _is_counted_there(figure: Figure, own: StatedValue, text: ReadSource) -> bool:
    """Whether the sentence of the source has what the figure counts; if not, no value of it is meant instead."""
    value, noun = figure.value, figure.context.noun
    is_count = isinstance(value, Quantity) and value.dimension == "count"
    return not is_count or not noun or not noun.isdisjoint(text.stems(own.sentence))


def _is_told_in_place(rival: StatedValue, own: StatedValue, passage: Passage, sources: SourceIndex) -> bool:
    """Whether another figure of the draft's sentence states the rival, and rightly: "of 50 shops, 20 are new"."""
    others = (each for each in passage.figures if likeness(each.value, rival.value) == Likeness.SAME)
    return any(kinship(each, rival, sources).beside > kinship(each, own, sources).beside for each in others)
