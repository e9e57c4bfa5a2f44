"""A source as it was read: its document, its sentences, and the figures and dates that each of them states."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from factcli.check.against.capitals import Capitals, find_capitals
from factcli.check.against.indirect.sentence_results import SentenceResults, products_in, sums_and_rests_in
from factcli.check.against.said.turns import Turns
from factcli.check.against.tables.table_units import with_units_of_tables
from factcli.check.passages import Passage, read_passage
from factcli.documents.outline import Outline
from factcli.english.sentences import iter_sentences
from factcli.english.stemming import content_stems
from factcli.mentions import iter_figures
from factcli.mentions.figure_columns import FigureColumns, FiguresOfSentences
from factcli.spans import SpanColumns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.documents import Document
    from factcli.documents.document import Heading
    from factcli.model.facts import Value
    from factcli.spans import Span


class ReadSource:
    """A source: its sentences, each with what it states.

    ``sentences``, ``figures`` and ``capitals`` are those of its text, where they are known from an earlier reading.
    """

    def __init__(
        self,
        document: Document,
        sentences: SpanColumns | None = None,
        figures: FigureColumns | None = None,
        capitals: Capitals | None = None,
    ) -> None:
        self.document = document
        self.text = document.text
        self.sentences = SpanColumns.of(iter_sentences(self.text)) if sentences is None else sentences
        if figures is None:
            figures = FigureColumns.of(with_units_of_tables(self.text, iter_figures(self.text)))
        self.mentions = FiguresOfSentences(self.text, figures, self.sentences)
        self._capitals = capitals
        self._passages: dict[int, Passage] = {}
        self._stems: dict[int, frozenset[str]] = {}
        self._stems_above: dict[tuple[int, ...], frozenset[str]] = {}

    def passage(self, number: int) -> Passage:
        """The sentence with this number as the checker sees it."""
        if number not in self._passages:
            self._passages[number] = read_passage(self.text, self.sentences[number], self.mentions[number])
        return self._passages[number]

    def value_at(self, span: Span) -> Value | None:
        """What the words of a span state; None where they are not a single figure."""
        number = self.sentence_at(span.start)
        return (
            next((each.value for each in self.mentions[number] if each.span == span), None) if self.sentences else None
        )

    def stems(self, number: int) -> frozenset[str]:
        """The stems of the content words of the sentence with this number."""
        if number not in self._stems:
            self._stems[number] = content_stems(self.text, *self.sentences[number])
        return self._stems[number]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that begins last before ``offset``, or there."""
        return max(bisect_right(self.sentences.starts, offset) - 1, 0)

    def is_row(self, number: int) -> bool:
        """Whether the sentence is a row of a table."""
        return self.text.startswith("|", self.sentences[number].start)

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, letter by letter, so that spans hold in it too."""
        return "İ".join(map(str.lower, self.text.split("İ")))

    @cached_property
    def capitals(self) -> Capitals:
        """The words with capitals, and the sentences that have them."""
        return find_capitals(self.text, self.sentences.starts) if self._capitals is None else self._capitals

    @cached_property
    def turns(self) -> Turns:
        """Who is speaking where, if the source is a transcript."""
        return Turns.of(self.text)

    @cached_property
    def products(self) -> SentenceResults:
        """What joined pairs give: 480 of "12 coaches of 40 seats"."""
        return products_in(self)

    @cached_property
    def sums_and_rests(self) -> SentenceResults:
        """What several amounts of a sentence give together."""
        return sums_and_rests_in(self)

    def sentences_with_capitals(self, words: Iterable[str]) -> list[int]:
        """The numbers of the sentences that have all of some folded words, with capitals."""
        found = sorted(map(self.capitals.sentences_with, words), key=len)
        return sorted(set(found[0]).intersection(*found[1:])) if found else []

    @cached_property
    def headings(self) -> list[tuple[Heading, frozenset[str]]]:
        """The headings, each with the stems of its content words.

        Where levels are not known, a heading that comes again ("Length" of each river) is of the one before.
        """
        stems = [content_stems(self.text, *heading.span) for heading in self.document.headings]
        times = Counter(stems)
        found = zip(self.document.headings, stems, strict=True)
        return [(heading, words) for heading, words in found if heading.level or times[words] == 1]

    @cached_property
    def outline(self) -> Outline:
        """The sections of the source, by the numbers of its headings."""
        return Outline(heading for heading, _ in self.headings)

    @cached_property
    def _headings_of(self) -> dict[str, list[int]]:
        """The numbers of the headings that tell subjects apart, by one of their stems: not the title."""
        times = Counter(words for _, words in self.headings)
        found: dict[str, list[int]] = {}
        for number, (_, words) in enumerate(self.headings):
            if number and words and times[words] == 1:
                found.setdefault(min(words), []).append(number)
        return found

    def headings_within(self, stems: frozenset[str]) -> frozenset[int]:
        """The numbers of the headings that come once and have only words of these stems, but for the title."""
        found = (number for stem in stems for number in self._headings_of.get(stem, ()))
        return frozenset(number for number in found if self.headings[number][1] <= stems)

    def stems_above(self, number: int) -> frozenset[str]:
        """The stems of the headings above the sentence with this number, but for the title."""
        above = self.outline.above(self.sentences[number].start) if self.document.headings else ()
        if above not in self._stems_above:
            self._stems_above[above] = frozenset().union(*(self.headings[each][1] for each in above if each))
        return self._stems_above[above]

    @cached_property
    def title_stems(self) -> frozenset[str]:
        """The stems of the first heading, or of the first sentence."""
        return self.stems(0) if self.sentences else frozenset()
