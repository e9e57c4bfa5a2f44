"""Check a draft against its sources: texts in, a finding for each figure, date and quote of the draft out."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from factcli.check.against.draft_walk import REACH, check_draft
from factcli.check.against.indirect.elided import with_stated_unit
from factcli.check.against.indirect.unstated_ends import unstated_end
from factcli.check.against.judge import judge_figure
from factcli.check.against.literals import find_literals
from factcli.check.against.said.quotes import SourceWords, judge_quote, judge_title
from factcli.check.against.scores.pairs import SourcePairs, find_pairs
from factcli.check.against.scores.sides import sides_of
from factcli.check.against.source_index import SourceIndex
from factcli.check.against.source_literals import SourceLiterals
from factcli.check.against.source_names import SourceNames
from factcli.check.against.tables.source_cells import SourceCells
from factcli.check.against.tables.source_tables import SourceTables
from factcli.check.findings import EvidencePlace, Finding
from factcli.check.names_of_facts.name_checker import NameChecker
from factcli.check.reasons import Reason
from factcli.mentions.quotes.marks import quoted_spans
from factcli.model.facts import Quotation, Span
from factcli.model.figure_style import style_of
from factcli.model.formatting import value_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factcli.check.against.judgement import SourceJudgement
    from factcli.check.against.read_source import ReadSource
    from factcli.check.against.scores.pairs import Pair
    from factcli.check.passages import Figure, Passage
    from factcli.documents import Document


def check_against(text: str, sources: Iterable[str | Document], *, published: date | None = None) -> list[Finding]:
    """A finding for each figure, date and quote of ``text``, and each wrong name, by what ``sources`` state, in order.

    ``published`` is the day for which the draft is written: dates without a year are of that time.

    >>> [finding.verdict for finding in check_against("It has 12 rooms.", ["The hotel has 12 rooms and 3 lifts."])]
    ['confirmed']
    """
    return SourceChecker(sources).check(text, published=published)


class SourceChecker:
    """Sources, read once, against which many texts can be checked."""

    def __init__(self, sources: Iterable[str | Document | ReadSource]) -> None:
        self._sources = SourceIndex(sources)
        texts = self._sources.texts
        self._tables = SourceTables(texts)
        self._cells = SourceCells(self._sources)
        self._pairs = SourcePairs(texts)
        self._literals = SourceLiterals(texts)
        self._words = [SourceWords(text) for text in texts]
        self.names = NameChecker(SourceNames(texts))

    def check(self, text: str, *, published: date | None = None, block_quotes: Iterable[Span] = ()) -> list[Finding]:
        """A finding for each mention of ``text`` and each wrong name, in order."""
        return check_draft(self, text, published, block_quotes)

    def misnamed(self, text: str, published: date | None) -> Iterator[Finding]:
        """A finding for each wrong name of ``text``, in order."""
        return self.names.iter_findings(text, published)

    def check_sentence(self, passage: Passage, before: Sequence[str]) -> list[Finding]:
        """The findings of one sentence, in order; ``before`` are the words of the last sentences, latest first."""
        judged = self._judge(passage, before)
        return sorted((self._finding(passage.text, *each) for each in judged), key=attrgetter("span"))

    def _judge(self, passage: Passage, before: Sequence[str]) -> Iterator[tuple[Span, SourceJudgement]]:
        """The judgement on each mention of a sentence, by its span."""
        pairs = list(find_pairs(passage.text, *passage.span))
        yield from dict(chain.from_iterable(self._judge_pair(each, passage, before) for each in pairs)).items()
        for mention in passage.mentions:
            if isinstance(mention.value, Quotation):
                yield mention.span, judge_quote(mention.value, self._words)
        for figure in passage.figures if passage.mentions else ():
            span = figure.mention.span
            if not any(span.overlaps(pair.span) for pair in pairs):
                judged = self._judge_figure(figure, passage, before)
                is_wrong = judged.verdict in {"contradicted", "unsupported"}
                yield unstated_end(figure, self._sources) if is_wrong else span, judged
        yield from self._judge_literals(passage)
        yield from self._judge_titles(passage)

    def _judge_pair(
        self, pair: Pair, passage: Passage, before: Sequence[str]
    ) -> Iterator[tuple[Span, SourceJudgement]]:
        """The judgement on a pair of numbers; where its sides are turned, one on the word that says who won."""
        judged = self._tables.judge_pair(pair, passage, before) or self._pairs.judge(pair, passage)
        told = sides_of(pair, passage).told if judged.reason == Reason.OTHER_DIRECTION else None
        if told:
            yield told, judged
            judged = judged._replace(verdict="unknown", reason=Reason.ELSEWHERE)
        yield pair.differing(judged.value) if judged.verdict == "contradicted" else pair.span, judged

    def _judge_figure(self, figure: Figure, passage: Passage, before: Sequence[str]) -> SourceJudgement:
        """The verdict of the cell of a table that is meant, else of all that the sources state."""
        whole = with_stated_unit(figure, passage, self._sources)
        of_cell = self._tables.judge(figure, passage, before) or self._cells.judge(whole, passage)
        if of_cell and of_cell.verdict == "confirmed":
            return of_cell
        of_all = judge_figure(whole, passage, before, self._sources)
        return of_all if of_cell is None or self._is_told_in_prose(of_all) else of_cell

    def _is_told_in_prose(self, judged: SourceJudgement) -> bool:
        """Whether a sentence of a source states a figure, or two values give it, whatever a table says."""
        if judged.reason == Reason.CALCULATED:
            return True
        if judged.verdict != "confirmed" or judged.source is None or judged.span is None:
            return False
        text = self._sources.texts[judged.source]
        return not text.is_row(text.sentence_at(judged.span.start))

    def _judge_titles(self, passage: Passage) -> Iterator[tuple[Span, SourceJudgement]]:
        """The words in quotation marks that are not quotes: titles, names and terms."""
        for span in _titles(passage):
            judged = judge_title(passage.text[slice(*span)], self._words)
            if judged:
                yield span, judged

    def _judge_literals(self, passage: Passage) -> Iterator[tuple[Span, SourceJudgement]]:
        """The weekdays, times of day and seasons that belong to no date."""
        read = [mention.span for mention in passage.mentions if mention.kind != "quote"]
        for literal in find_literals(passage.text, *passage.span):
            is_read = any(span.overlaps(literal.span) for span in read)
            judged = None if is_read else self._literals.judge(literal, passage)
            if judged:
                yield literal.span, judged

    def _finding(self, text: str, span: Span, judged: SourceJudgement) -> Finding:
        surface = text[slice(*span)]
        value = value_in_words(judged.value, style_of(surface)) if judged.value else self._words_of(judged) or surface
        speaker = judged.value.speaker if isinstance(judged.value, Quotation) else ""
        said = judged.reason.message.format(
            value=value, speaker=speaker, claimed=judged.claimed, calculation=judged.calculation
        )
        if judged.differences:
            changes = "; ".join(_change(draft, source) for draft, source in judged.differences)
            said = f"{judged.reason.about[:1].lower()}{judged.reason.about[1:-1]}: {changes}"
        said = said.replace("the store", "the source")
        place = None if judged.source is None or judged.span is None else self._place(judged.source, judged.span)
        message = f"{surface.rstrip(',')}: {said}"
        return Finding(span, surface, judged.verdict, judged.reason, message=message, evidence=place)

    def _words_of(self, judged: SourceJudgement) -> str:
        """The words of the source that decided, on one line."""
        if judged.source is None or judged.span is None:
            return ""
        return " ".join(self._sources.texts[judged.source].text[slice(*judged.span)].split())

    def _place(self, number: int, span: Span) -> EvidencePlace:
        text = self._sources.texts[number]
        sentence = text.sentence_at(span.start)
        words = self._cells.in_words(number, span) or " ".join(text.text[slice(*text.sentences[sentence])].split())
        surface = " ".join(text.text[slice(*span)].split())
        return EvidencePlace(text.document.name, text.document.locator(span.start), words, span, surface)


def _titles(passage: Passage) -> list[Span]:
    """The words in quotation marks, marks included, that have no speaker."""
    said = [mention.span for mention in passage.mentions if mention.kind == "quote"]
    begin, end = passage.span
    found = quoted_spans(passage.text[begin : end + REACH])
    marked = (Span(begin + start, begin + after) for start, after in found if begin + start < end)
    return [span for span in marked if not any(span.overlaps(quote) for quote in said)]


def _change(draft: str, source: str) -> str:
    if draft and source:
        return f"'{draft}' where the source has '{source}'"
    return f"'{draft}' added" if draft else f"'{source}' left out"
