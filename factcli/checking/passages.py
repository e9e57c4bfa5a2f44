"""A sentence as the checker sees it: its words, its names, and its figures with what each of them measures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from factcli.checking.context import Surroundings, read_surroundings
from factcli.checking.knowledge import Knowledge, knowledge_of
from factcli.checking.names import Name, find_names
from factcli.checking.words import Word, find_words
from factcli.edtf import EdtfDate
from factcli.mentions import find_mentions
from factcli.model import Mention, Span, Value

_NEGATIONS = frozenset({"not", "never", "neither", "nobody"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure or date of a sentence, with what it measures."""

    mention: Mention
    value: Value
    surroundings: Surroundings

    @property
    def is_date(self) -> bool:
        """Whether this is a date rather than an amount."""
        return isinstance(self.value, EdtfDate)


@dataclass(frozen=True)
class Passage:
    """One sentence of a text; every place in it is a place of the whole text."""

    text: str
    span: Span
    words: list[Word]
    mentions: list[Mention]
    names: list[Name]

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the words of the sentence name."""
        return knowledge_of(self.text[self.span.start : self.span.end])

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures and dates in order; the two ends of a life in brackets are two dates."""
        readings = [mention for mention in self.mentions if mention.kind != "quote"]
        covers = [_covered(self.words, mention.span) for mention in readings]
        figures = []
        for number, mention in enumerate(readings):
            surroundings = read_surroundings(self.words, covers, number, readings)
            figures.extend(_life_dates(self, Figure(mention, mention.value, surroundings)))
        return figures

    @property
    def dates(self) -> list[Figure]:
        """The dates of the sentence."""
        return [figure for figure in self.figures if figure.is_date]

    @cached_property
    def is_negated(self) -> bool:
        """Whether the sentence denies something."""
        return any(word.text in _NEGATIONS or word.text.endswith("n't") for word in self.words)


def read_passage(text: str, span: Span, mentions: list[Mention]) -> Passage:
    """The sentence ``text[span]``; ``mentions`` are those that lie in it."""
    words = find_words(text, span.start, span.end)
    masked = {number for mention in mentions if mention.kind != "quote" for number in range(*_covered(words, mention.span))}
    return Passage(text, span, words, mentions, find_names(words, masked))


def read_statement(statement: str) -> Passage:
    """The statement of a fact as one passage, however many sentences it has."""
    return read_passage(statement, Span(0, len(statement)), list(find_mentions(statement)))


def _covered(words: list[Word], span: Span) -> tuple[int, int]:
    """The numbers of the first word of ``span`` and of the first word behind it."""
    first = next((number for number, word in enumerate(words) if word.end > span.start), len(words))
    after = next((number for number, word in enumerate(words[first:], first) if word.start >= span.end), len(words))
    return first, after


def _life_dates(passage: Passage, figure: Figure) -> list[Figure]:
    """Birth and death, where a span of dates stands in brackets right behind a name: "Ana Silva (1901-1987)"."""
    value = figure.value
    if not isinstance(value, EdtfDate) or not value.is_interval or not _is_bracketed(passage, figure.mention.span):
        return [figure]
    begin, _, end = value.text.partition("/")
    ends = (("birth", begin), ("death", end))
    return [
        replace(figure, value=EdtfDate(text), surroundings=figure.surroundings.with_frame(frame))
        for frame, text in ends
        if text not in {"", ".."}
    ]


def _is_bracketed(passage: Passage, span: Span) -> bool:
    before = passage.text[passage.span.start : span.start].rstrip()
    if not before.endswith("(") and ";" not in before[-3:]:
        return False
    opening = before.rfind("(")
    return any(name.end <= opening and opening - name.end <= 2 for name in passage.names) or opening - passage.span.start < 0  # noqa: PLR2004 - a blank between

