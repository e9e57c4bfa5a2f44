"""A sentence with a mark in place of each figure and date: rules match words and marks, and get the mentions back."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factcli.mentions.patterns import late_pattern
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from factcli.model.facts import Mention

# The marks: an amount, a percentage, a date, an ordinal, a range of amounts, a fraction, a number that may be a year.
AMOUNT, PERCENT, DATE, ORDINAL, RANGE, FRACTION, YEAR = map(chr, range(0xE000, 0xE007))
MARKS = late_pattern("[\ue000-\ue006]")
_YEAR = late_pattern(r"(?:1[0-9]|20)\d\d")
# Blanks and marks between two sentences of a paragraph.
_NEAR = 4


class Template:
    """The words of a sentence in lower case, its figures and dates replaced by one mark each.

    ``span`` is the sentence in the text, ``words`` the sentence with its marks, ``mentions`` what the marks stand for.
    """

    __slots__ = ("_places", "mentions", "span", "words")

    def __init__(self, lowered: str, base: int, span: Span, mentions: Sequence[Mention]) -> None:
        """``lowered`` is the part of the text that begins at ``base``, in lower case."""
        parts, places, done, length = [], [], span.start, 0
        for mention in mentions:
            parts.append(lowered[done - base : mention.span.start - base])
            length += mention.span.start - done
            places.append(length)
            parts.append(mark_of(mention))
            length += 1
            done = mention.span.end
        parts.append(lowered[done - base : span.end - base])
        self.span = span
        self.words = "".join(parts)
        self.mentions = mentions
        self._places = places

    def __contains__(self, mark: str) -> bool:
        """Whether the sentence has the mark or the words."""
        return mark in self.words

    def count(self, marks: str) -> int:
        """How many of these marks the sentence has: fewer than a pattern needs spare its compilation."""
        return sum(map(self.words.count, marks))

    def follows(self, before: Template) -> bool:
        """Whether the sentence comes right after another one, in its paragraph."""
        return self.span.start - before.span.end <= _NEAR

    def mention(self, place: int) -> Mention:
        """The mention whose mark is at ``place``."""
        return self.mentions[bisect_right(self._places, place) - 1]

    def group(self, match: re.Match[str], name: str | int) -> Mention:
        """The mention whose mark is the group of a match."""
        return self.mention(match.start(name))

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions whose marks are in a stretch."""
        return [mention for place, mention in zip(self._places, self.mentions, strict=True) if start <= place < end]

    def text_span(self, start: int, end: int) -> Span:
        """The span in the text of a stretch of the sentence that is not empty."""
        last = self._number(end - 1)
        if last >= 0 and self._places[last] == end - 1:
            return Span(self._offset(start), self.mentions[last].span.end)
        return Span(self._offset(start), self._offset(end - 1) + 1)

    def _number(self, place: int) -> int:
        return bisect_right(self._places, place) - 1

    def _offset(self, place: int) -> int:
        number = self._number(place)
        if number < 0:
            return self.span.start + place
        shift = place - self._places[number]
        mention = self.mentions[number].span
        return mention.start if shift == 0 else mention.end + shift - 1


def matches(pattern: re.Pattern[str], template: Template) -> Iterator[re.Match[str]]:
    """The matches of a pattern in a sentence."""
    return pattern.finditer(template.words)


def mark_of(mention: Mention) -> str:
    """The mark that replaces a mention."""
    value = mention.value
    if isinstance(value, EdtfDate):
        return DATE
    if mention.kind == "ordinal" or not isinstance(value, Quantity):
        return ORDINAL
    if value.amount is None:
        return RANGE
    if mention.kind == "percent":
        return PERCENT
    if value.quantum is None and 0 < value.amount < 1:
        return FRACTION
    is_year = value.unit is None and mention.kind == "number" and _YEAR.fullmatch(mention.surface)
    return YEAR if is_year else AMOUNT
