"""Check a draft: a text and facts in, a finding for each figure, date and quote of the text out."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, TypeGuard, cast
from weakref import WeakKeyDictionary

from factcli.checking import findings
from factcli.checking.evidence import FactShelf
from factcli.checking.findings import Finding
from factcli.checking.gates import Background
from factcli.checking.knowledge import Knowledge
from factcli.checking.passages import Passage, read_passage
from factcli.checking.quotes import QuoteJudgement, judge_quotes
from factcli.checking.suggesting import Fault, suggestions
from factcli.checking.thresholds import DEFAULT, Thresholds
from factcli.checking.verdicts import Court, judge_figures
from factcli.mentions import find_mentions
from factcli.model import Span
from factcli.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factcli.checking.evidence import Evidence
    from factcli.checking.verdicts import Judgement
    from factcli.model import Fact, Mention, Value
    from factcli.store import FactStore

__all__ = ["Checker", "Finding", "check_text"]

# Up to so many facts of a store are read into memory; of more, those that a sentence may be about come from the index.
_MOST_IN_MEMORY = 2_000
# What has been read of a store is kept as long as the store is, and until its file changes.
_SHELVES: WeakKeyDictionary[FactStore, tuple[str, Evidence]] = WeakKeyDictionary()

_NOTHING = Knowledge(frozenset(), frozenset())
# A sentence without a name may speak of what so many sentences before it named.
SENTENCES_BEFORE = 2
_LONGEST_SENTENCE = 2_000


class CheckedPart(NamedTuple):
    """The findings of a part of a text, in order, and what its last sentences name, for the part that follows."""

    findings: list[Finding]
    knowledge: list[Knowledge]


def check_text(text: str, facts: FactStore | Iterable[Fact], *, published: date | None = None) -> list[Finding]:
    """A finding for each mention of ``text``, in order, also for those that no fact is about.

    ``published`` is the day for which the draft is written: dates without a year are of that time.
    """
    return Checker(facts).check(text, published=published)


class Checker:
    """Facts, read once, against which many texts can be checked."""

    def __init__(
        self,
        facts: Evidence | FactStore | Iterable[Fact],
        *,
        thresholds: Thresholds = DEFAULT,
        without: Iterable[str] = (),
    ) -> None:
        """Rules of :mod:`factcli.checking.gates` named in ``without`` are switched off, to measure what they do."""
        self._evidence: Evidence = _evidence(facts)
        self._court = Court(self._evidence, thresholds, frozenset(without))

    def check(self, text: str, *, published: date | None = None) -> list[Finding]:
        """A finding for each mention of ``text``, in order."""
        mentions = find_mentions(text, anchor=published)
        return self.check_part(text, split_sentences(text), mentions, published=published).findings

    def check_part(
        self,
        text: str,
        sentences: Iterable[Span],
        mentions: Sequence[Mention],
        *,
        before: Sequence[Knowledge] = (),
        published: date | None = None,
    ) -> CheckedPart:
        """The findings of some ``sentences`` that follow one another in ``text``, all of whose mentions are given.

        ``before`` is what the sentences before these name, as far as ``SENTENCES_BEFORE`` reaches.
        """
        known = list(before)
        found: list[Finding] = []
        for passage in _passages(text, sentences, mentions):
            if passage.mentions:
                background = Background(_joined(known[-SENTENCES_BEFORE:]), published)
                found.extend(self._check_passage(passage, background))
            known.append(passage.knowledge)
        return CheckedPart(sorted(found, key=lambda finding: finding.span), known[-SENTENCES_BEFORE:])

    def _check_passage(self, passage: Passage, background: Background) -> Iterator[Finding]:
        judged = self._judge(passage, background)
        right = [self._right_value(each) for each in judged]
        faults = [Fault(each.mention, value) for each, value in zip(judged, right, strict=True) if value]
        suggested: dict[Mention, str] = {}
        if faults:
            suggested = suggestions(passage, faults, background.published, lambda again: self._judge(again, background))
        for each in judged:
            yield self._finding(each, suggested.get(each.mention))

    def _judge(self, passage: Passage, background: Background) -> list[QuoteJudgement | Judgement]:
        quotes = judge_quotes(passage, background.before, self._evidence)
        figures = judge_figures(passage, background, self._court)
        if any(quote.reason == "other-name" for quote in quotes):
            figures = [figure.doubted("other-name") for figure in figures]
        return [*quotes, *figures]

    def _right_value(self, judged: QuoteJudgement | Judgement) -> Value | None:
        return findings.right_value(judged, self._successor(judged.fact))

    def _finding(self, judged: QuoteJudgement | Judgement, suggestion: str | None) -> Finding:
        title_of = self._evidence.source_title
        if isinstance(judged, QuoteJudgement):
            return findings.of_quote(judged, title_of, suggestion)
        return findings.of_figure(judged, self._successor(judged.fact), title_of, suggestion)

    def _successor(self, fact: Fact | None) -> Fact | None:
        return self._evidence.fact(fact.superseded_by) if fact and fact.superseded_by else None


def _evidence(facts: Evidence | FactStore | Iterable[Fact]) -> Evidence:
    if _is_evidence(facts):
        return facts
    if not _is_store(facts):
        return FactShelf(cast("Iterable[Fact]", facts))
    kept = _SHELVES.get(facts)
    if kept is None or kept[0] != facts.digest:
        kept = _SHELVES[facts] = (facts.digest, _of_store(facts))
    return kept[1]


def _is_evidence(facts: Evidence | FactStore | Iterable[Fact]) -> TypeGuard[Evidence]:
    return hasattr(facts, "facts_about")


def _is_store(facts: Evidence | FactStore | Iterable[Fact]) -> TypeGuard[FactStore]:
    return hasattr(facts, "digest")


def _of_store(store: FactStore) -> Evidence:
    if len(store) <= _MOST_IN_MEMORY:
        return FactShelf(store, {id_: source.title for id_, source in store.sources().items()})
    from factcli.checking.from_index import IndexedFacts
    from factcli.index import FactIndex

    return IndexedFacts(FactIndex.of(store))


def _passages(text: str, sentences: Iterable[Span], mentions: Sequence[Mention]) -> Iterator[Passage]:
    """The sentences of ``text``, each with the mentions that begin in it."""
    starts = [mention.span.start for mention in mentions]
    for span in _bounded(text, sentences):
        inside = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        yield read_passage(text, span, list(inside))


def _bounded(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, those that no sentence of prose would fill cut at a blank: checking one takes its length squared."""
    for span in spans:
        start = span.start
        while span.end - start > _LONGEST_SENTENCE:
            blank = text.rfind(" ", start, start + _LONGEST_SENTENCE)
            end = blank if blank > start else start + _LONGEST_SENTENCE
            yield Span(start, end)
            start = end
        yield Span(start, span.end)


def _joined(parts: list[Knowledge]) -> Knowledge:
    joined = _NOTHING
    for part in parts:
        joined = joined.joined(part)
    return joined
