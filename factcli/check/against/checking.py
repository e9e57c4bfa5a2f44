"""Check a draft against its sources: texts in, a finding for each figure, date and quote of the draft out."""

from __future__ import annotations

from collections import deque
from operator import attrgetter
from typing import TYPE_CHECKING

from factcli.check.against.judge import judge_figure
from factcli.check.against.literals import SourceLiterals, find_literals
from factcli.check.against.pairs import SourcePairs, find_pairs
from factcli.check.against.quotes import SourceWords, judge_quote
from factcli.check.against.sources import Sources
from factcli.check.against.tables import SourceTables
from factcli.check.checker import iter_passages
from factcli.check.findings import EvidencePlace, Finding
from factcli.english.sentences import iter_sentences
from factcli.mentions import iter_mentions
from factcli.model.facts import Quotation, Span
from factcli.model.formatting import value_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from factcli.check.against.sources import Statement
    from factcli.check.passages import Figure, Passage
    from factcli.documents import Document
    from factcli.model.facts import Mention

# A name in this many sentences before may be what a sentence is about.
_SENTENCES_BEFORE = 2


def check_against(text: str, sources: Iterable[str | Document], *, published: date | None = None) -> list[Finding]:
    """A finding for each figure, date and quote of ``text``, by what ``sources`` state, in order.

    ``published`` is the day for which the draft is written: dates without a year are of that time.

    >>> [finding.verdict for finding in check_against("It has 12 rooms.", ["The hotel has 12 rooms and 3 lifts."])]
    ['confirmed']
    """
    return SourceChecker(sources).check(text, published=published)


class SourceChecker:
    """Sources, read once, against which many texts can be checked."""

    def __init__(self, sources: Iterable[str | Document]) -> None:
        self._sources = Sources(sources)
        self._tables = SourceTables(self._sources.texts)
        self._pairs = SourcePairs(self._sources.texts)
        self._literals = SourceLiterals(self._sources.texts)
        self._words = [SourceWords(text) for text in self._sources.texts]

    def check(self, text: str, *, published: date | None = None) -> list[Finding]:
        """A finding for each mention of ``text``, in order."""
        mentions = iter_mentions(text, anchor=published)
        recent: deque[Passage] = deque(maxlen=_SENTENCES_BEFORE)
        found: list[Finding] = []
        for passage in iter_passages(text, iter_sentences(text), mentions):
            found += self._check(passage, [*reversed(recent)])
            recent.append(passage)
        return found

    def _check(self, passage: Passage, before: list[Passage]) -> list[Finding]:
        quotes = (self._of_quote(mention) for mention in passage.mentions if mention.kind == "quote")
        figures = (self._of_figure(figure, passage, before) for figure in passage.figures) if passage.mentions else ()
        pairs = [*self._of_pairs(passage, before)]
        others = (each for each in figures if not any(_overlap(each.span, pair.span) for pair in pairs))
        return sorted([*quotes, *others, *pairs, *self._of_literals(passage)], key=attrgetter("span"))

    def _of_pairs(self, passage: Passage, before: list[Passage]) -> Iterator[Finding]:
        """The scores, records and ratios, by the tables if these have them."""
        for pair in find_pairs(passage.text, *passage.span):
            cell = self._tables.judge_pair(pair, passage, before)
            judged = cell or self._pairs.judge(pair)
            surface = passage.text[slice(*pair.span)]
            value = value_in_words(cell.value) if cell else surface
            message = f"{surface}: {judged.reason.message.format(value=value)}"
            place = self._place_or_none(judged.source, judged.span)
            yield Finding(pair.span, surface, judged.verdict, judged.reason, message=message, evidence=place)

    def _of_literals(self, passage: Passage) -> Iterator[Finding]:
        """The weekdays and times of day that belong to no date."""
        for literal in find_literals(passage.text, *passage.span):
            is_read = any(_overlap(each.span, literal.span) and each.kind != "quote" for each in passage.mentions)
            judged = None if is_read else self._literals.judge(literal, passage)
            if judged:
                surface = passage.text[slice(*literal.span)]
                evidence = (
                    None if judged.source is None or judged.span is None else self._place(judged.source, judged.span)
                )
                message = f"{surface}: {judged.reason.message}"
                yield Finding(literal.span, surface, judged.verdict, judged.reason, message=message, evidence=evidence)

    def _of_figure(self, figure: Figure, passage: Passage, before: list[Passage]) -> Finding:
        mention = figure.mention
        cell = self._tables.judge(figure, passage, before)
        if cell:
            message = f"{mention.surface}: {cell.reason.message.format(value=value_in_words(cell.value))}"
            place = self._place(cell.source, cell.span)
            return Finding(mention.span, mention.surface, cell.verdict, cell.reason, message=message, evidence=place)
        judged = judge_figure(figure, self._sources)
        statement = judged.statement
        value = value_in_words(statement.value) if statement else ""
        message = f"{mention.surface}: {judged.reason.message.format(value=value)}"
        evidence = self._place_of(statement) if statement else None
        return Finding(mention.span, mention.surface, judged.verdict, judged.reason, message=message, evidence=evidence)

    def _of_quote(self, mention: Mention) -> Finding:
        assert isinstance(mention.value, Quotation)  # noqa: S101 - the kind says so
        judged = judge_quote(mention.value, self._words)
        changes = "; ".join(_change(draft, source) for draft, source in judged.differences)
        message = f"{mention.surface}: {judged.reason.about[:-1].lower()}" + (f": {changes}" if changes else "")
        evidence = self._place_or_none(judged.source, judged.span)
        return Finding(mention.span, mention.surface, judged.verdict, judged.reason, message=message, evidence=evidence)

    def _place_of(self, statement: Statement) -> EvidencePlace:
        text = self._sources.texts[statement.source]
        return self._place(statement.source, text.mentions[statement.sentence][statement.number].span)

    def _place_or_none(self, number: int | None, span: Span | None) -> EvidencePlace | None:
        return None if number is None or span is None else self._place(number, span)

    def _place(self, number: int, span: Span) -> EvidencePlace:
        text = self._sources.texts[number]
        sentence = text.sentence_at(span.start)
        words = " ".join(text.text[slice(*text.sentences[sentence])].split())
        return EvidencePlace(text.document.name, text.locator(sentence), words, span)


def _change(draft: str, source: str) -> str:
    if draft and source:
        return f"'{draft}' for '{source}'"
    return f"'{draft}' added" if draft else f"'{source}' left out"


def _overlap(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end
