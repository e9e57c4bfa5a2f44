"""One reading of a part of a text, which all rules share: its sentences, each with its figures and dates."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from factcli.check.alone.templates import MARKS, Template
from factcli.english.sentences import split_sentences
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from factcli.model.facts import Mention

# Longer sentences, or ones with more figures, are lists and tables, not prose.
_LONGEST_SENTENCE = 1_200
_MOST_FIGURES = 40
_LONGEST_HEADLINE = 160
_HEADLINE = late_pattern(r"\s*+(?P<marks>\#{1,6} +)?(?P<words>[^\n]+)\n")


class Reading:
    """A part of a text as the rules see it.

    ``text`` is the whole text and ``span`` the part in it, ``mentions`` are those that begin in the part, ``published``
    is the day for which the text was written.
    """

    def __init__(self, text: str, span: Span, mentions: Sequence[Mention], published: date | None = None) -> None:
        self.text = text
        self.span = span
        self.mentions = mentions
        self.published = published

    @cached_property
    def part(self) -> str:
        """The words of the part."""
        return self.text[self.span.start : self.span.end]

    @cached_property
    def figures(self) -> list[Mention]:
        """The mentions that are not quotes."""
        return [mention for mention in self.mentions if mention.kind != "quote"]

    @cached_property
    def quotes(self) -> list[Mention]:
        """The quotes."""
        return [mention for mention in self.mentions if mention.kind == "quote"]

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the part, with places in the whole text."""
        start = self.span.start
        return [Span(start + each.start, start + each.end) for each in split_sentences(self.part)]

    @cached_property
    def templates(self) -> list[Template]:
        """The sentences of prose that hold figures or dates."""
        lowered, start = _lowered(self.part), self.span.start
        found, number, figures = [], 0, self.figures
        for sentence in self.sentences:
            first = number
            while number < len(figures) and figures[number].span.start < sentence.end:
                number += 1
            inside = figures[first:number]
            if inside and _is_prose(sentence, inside):
                found.append(Template(lowered, start, sentence, inside))
        return found

    def sentence_at(self, place: int) -> Span | None:
        """The sentence that holds a place of the text."""
        number = bisect_right(self.sentences, place, key=lambda span: span.start) - 1
        found = self.sentences[number] if number >= 0 else None
        return found if found and place < found.end else None

    @cached_property
    def headline(self) -> Span | None:
        """The first line of the text if it is a headline: short, without a full stop, and an empty line after it."""
        if self.span.start:
            return None
        match = _HEADLINE.match(self.text)
        if not match or len(match["words"]) > _LONGEST_HEADLINE:
            return None
        words = match["words"].rstrip()
        is_headline = match["marks"] or (
            words[-1:] not in {".", "!", ":", ""} and self.text[match.end() : match.end() + 1] == "\n"
        )
        return Span(match.start("words"), match.start("words") + len(words)) if is_headline else None


def _is_prose(sentence: Span, mentions: Sequence[Mention]) -> bool:
    return (
        sentence.end - sentence.start <= _LONGEST_SENTENCE
        and len(mentions) <= _MOST_FIGURES
        and mentions[0].span.start >= sentence.start
        and mentions[-1].span.end <= sentence.end
    )


def _lowered(text: str) -> str:
    """The text in lower case, of the same length, without the characters that serve as marks."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return MARKS.sub(" ", lowered)
