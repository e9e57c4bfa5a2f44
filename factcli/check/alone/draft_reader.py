"""Check a draft by itself: a text comes in, a finding for each of its contradictions goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import finding_of
from factcli.check.alone.reading import Reading
from factcli.check.alone.registry import RULES, TEXT_RULES
from factcli.english.sentences import split_sentences
from factcli.mentions import iter_mentions
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from factcli.check.alone.disagreements import Disagreement
    from factcli.check.findings import Finding
    from factcli.model.facts import Mention

# A text is read in parts of about this length, so that the mentions of megabytes are never in memory at once.
_PART = 1 << 16
_GAP = late_pattern(r"\n[^\S\n]{0,40}+\n")
_SENTENCE_REACH = 600


def check_alone(text: str, *, published: date | None = None) -> list[Finding]:
    """A finding for each figure, date or name of ``text`` that contradicts another place of it, in order.

    ``published`` is the day for which the text is written: dates without a year are of that time.
    """
    reader = DraftReader(text, published)
    for mention in iter_mentions(text, anchor=published):
        reader.note(mention)
    return reader.findings()


class DraftReader:
    """Checks a text by itself while another reader goes through its mentions, so that they are found only once."""

    def __init__(self, text: str, published: date | None = None) -> None:
        self._text = text
        self._published = published
        self._parts = _parts(text)
        self._part = next(self._parts)
        self._mentions: list[Mention] = []
        self._flaws: list[Disagreement] = []

    def note(self, mention: Mention) -> None:
        """Take in a mention; they come in the order of the text."""
        while mention.span.start >= self._part.end:
            self._end_part()
            self._part = next(self._parts)
        self._mentions.append(mention)

    def watch(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """The same mentions, each noted as it goes by."""
        for mention in mentions:
            self.note(mention)
            yield mention

    def findings(self) -> list[Finding]:
        """The findings in order; no mention may follow."""
        self._end_part()
        for part in self._parts:
            self._part = part
            self._end_part()
        flaws = [*self._flaws, *(flaw for rule in TEXT_RULES for flaw in rule(self._text))]
        kept = sorted(_of_each_place(flaws), key=lambda flaw: flaw.span)
        return [finding_of(flaw, self._text, _sentence_around(self._text, flaw.other)) for flaw in kept]

    def _end_part(self) -> None:
        reading = Reading(self._text, self._part, self._mentions, self._published)
        self._mentions = []
        for rule in RULES:
            self._flaws.extend(rule(reading))


def _of_each_place(flaws: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """Of the flaws with the same words, or between the same two places, the one of the rule that comes first."""
    seen: set[Span] = set()
    pairs: set[tuple[Span, Span | None]] = set()
    for flaw in flaws:
        if flaw.span not in seen and (flaw.other, flaw.span) not in pairs:
            seen.add(flaw.span)
            pairs.add((flaw.span, flaw.other))
            yield flaw


def _parts(text: str) -> Iterator[Span]:
    """The text in parts that end between paragraphs if they can."""
    start = 0
    while len(text) - start > _PART:
        gap = _GAP.search(text, start + _PART // 2, start + _PART)
        blank = text.rfind(" ", start, start + _PART)
        end = gap.end() if gap else blank + 1 if blank > start else start + _PART
        yield Span(start, end)
        start = end
    yield Span(start, len(text))


def _sentence_around(text: str, place: Span | None) -> Span | None:
    """The sentence that holds a place."""
    if place is None:
        return None
    gap = text.rfind("\n\n", 0, place.start)
    left = max(gap + 2 if gap >= 0 else 0, place.start - _SENTENCE_REACH)
    right = min(len(text), place.end + _SENTENCE_REACH)
    for span in split_sentences(text[left:right]):
        if left + span.start <= place.start < left + span.end:
            return Span(left + span.start, max(left + span.end, place.end))
    return place
