"""Values of clauses that each have a date, given for the other date: "90 in June" of "90 in May; in June it was 70"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.against.likeness import Likeness, likeness
from factcli.english.function_words import PARTING_CLAUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage
    from factcli.model.facts import Mention, Value


def of_other_date(figure: Figure, own: StatedValue, passage: Passage, sources: SourceIndex) -> StatedValue | None:
    """What the source's sentence states for the only date of the draft's; None where that is the figure's own date.

    ``own`` is what states the value of the figure.
    """
    found = [(number, value) for number, value, is_told in _dated(figure, own, passage, sources) if is_told]
    if len(found) != 1 or found[0][0] == own.number or likeness(figure.value, found[0][1]) is not None:
        return None
    return own._replace(number=found[0][0], value=found[0][1])


def is_of_own_date(figure: Figure, own: StatedValue, passage: Passage, sources: SourceIndex) -> bool:
    """Whether the source's sentence states the value for the only date of the draft's, and others for other dates."""
    found = [number for number, _, is_told in _dated(figure, own, passage, sources) if is_told]
    return found == [own.number]


def _dated(figure: Figure, own: StatedValue, passage: Passage, sources: SourceIndex) -> list[tuple[int, Value, bool]]:
    """The values of the kind of the figure, if each has a clause with a date, and whether that is the draft's."""
    text, told = sources.texts[own.source], [each.value for each in passage.dates]
    if len(told) != 1 or figure.is_date or figure.mention.kind == "ordinal" or text.is_row(own.sentence):
        return []
    others = sources.of_family(figure.value, own.source, own.sentence, is_ordinal=False)
    numbers = {each.span: number for number, each in others}
    found = []
    for clause in _clauses(text.passage(own.sentence)):
        values = [(numbers[each.span], each.value) for each in clause if each.span in numbers]
        dates = [each.value for each in clause if each.kind == "date"]
        if len(values) != 1 or len(dates) != 1:
            return []
        like = likeness(told[0], dates[0])
        if like not in {None, Likeness.SAME}:
            return []
        found.append((*values[0], like == Likeness.SAME))
    return found if len(found) > 1 else []


def _clauses(passage: Passage) -> Iterator[list[Mention]]:
    """The figures and dates of each clause that has some, by what parts clauses."""
    parting = [word.start for word in passage.words if word.text in PARTING_CLAUSES]
    for start, end in zip([passage.span.start, *parting], [*parting, passage.span.end], strict=True):
        found = [each for each in passage.mentions if start <= each.span.start < end]
        if found:
            yield found
