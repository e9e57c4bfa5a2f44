"""Births and deaths in brackets after a name: "Ana Silva (1901-1987)"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcli.model.edtf import EdtfDate

if TYPE_CHECKING:
    from factcli.check.passages import Figure, Passage
    from factcli.model.facts import Span

# A blank and a comma may come between a name and its bracket.
_NEAR_BRACKET = 2


def with_lives(passage: Passage, figures: list[Figure]) -> list[Figure]:
    """The figures, where a span of dates in brackets after a name is a birth and a death: "Ana Silva (1901-1987)"."""
    placed: list[Figure] = []
    for number, figure in enumerate(figures):
        following = figures[number + 1] if number + 1 < len(figures) else None
        previous = figures[number - 1] if number else None
        if figure.is_date and _opens_life(passage, figure.mention.span):
            placed.extend(_ends_of_life(passage, figure, following))
        elif (
            previous
            and figure.is_date
            and _joined(passage, previous, figure)
            and _opens_life(passage, previous.mention.span)
        ):
            placed.append(replace(figure, context=figure.context.with_frame("death")))
        else:
            placed.append(figure)
    return placed


def _ends_of_life(passage: Passage, figure: Figure, following: Figure | None) -> list[Figure]:
    value = figure.value
    if isinstance(value, EdtfDate) and value.is_interval:
        return [replace(figure, context=figure.context.with_frame("life"))]
    if following and following.is_date and _joined(passage, figure, following):
        return [replace(figure, context=figure.context.with_frame("birth"))]
    return [figure]


def _opens_life(passage: Passage, span: Span) -> bool:
    """Whether the span is in a bracket that opens right after a name, after no word but a pronunciation."""
    before = passage.text[passage.span.start : span.start]
    opening = before.rfind("(")
    if opening < 0 or ")" in before[opening:]:
        return False
    inside = before[opening + 1 :].rstrip()
    named = [name for name in passage.names if 0 <= passage.span.start + opening - name.end <= _NEAR_BRACKET]
    return bool(named) and (not inside or inside.endswith(";"))


def _joined(passage: Passage, first: Figure, second: Figure) -> bool:
    between = passage.text[first.mention.span.end : second.mention.span.start]
    return bool(between.strip()) and not between.strip(" -–—")
