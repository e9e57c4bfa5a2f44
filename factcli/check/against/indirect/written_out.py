"""Numbers that a source has as they are written, but does not state: "Quay 7", "1977-78"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Figure, Passage

_NAME = late_pattern(r"(?<![\w'’])[A-Z][\w'’-]{0,30} $")
_LONGEST_NAME = 33
_JOINED = late_pattern(r"\d{2,4}(?:\s?[-‐‑–/]\s?\d{1,4})+")
_JOINT = late_pattern(r"\s?[-‐‑–/]\s?")


def written_out(figure: Figure, passage: Passage, sources: SourceIndex) -> tuple[int, Span] | None:
    """The number of the source that has the figure as it is written, with the name before it, and where it has it."""
    written = _pattern(figure, passage)
    if written is None:
        return None
    places = ((number, written.search(text.text)) for number, text in enumerate(sources.texts))
    return next(((number, Span(*place.span())) for number, place in places if place), None)


def word_beside(figure: Figure, other: StatedValue, sources: SourceIndex) -> tuple[int, Span] | None:
    """The number word of a count, without its noun, in a sentence that states another: "14 medals, Sweden nine"."""
    word, text = figure.mention.surface.split()[0], sources.texts[other.source]
    if not word.isalpha() or figure.mention.kind == "ordinal":
        return None
    found = re.compile(rf"\b{word.lower()}\b").search(text.lowered, *text.sentences[other.sentence])
    return (other.source, Span(*found.span())) if found else None


def _pattern(figure: Figure, passage: Passage) -> re.Pattern[str] | None:
    """What to look for: a name with its number, or numbers that a dash joins; None for all other figures."""
    span, surface = figure.mention.span, figure.mention.surface
    before = _NAME.search(passage.text, max(span.start - _LONGEST_NAME, passage.span.start), span.start)
    if before and surface.isdecimal():
        return re.compile(rf"(?<!\w){re.escape(before[0])}{surface}(?![\w%]|[.,]\d)")
    joined = next(
        (each for each in _JOINED.finditer(passage.text, *passage.span) if span.overlaps(Span(*each.span()))), None
    )
    if joined is None:
        return None
    numbers = _JOINT.split(joined[0])
    return re.compile(rf"(?<![\d.,]){r'[ ]?[-‐‑–/][ ]?'.join(numbers)}(?!\d|[.,]\d)")
