"""Check a draft: a text and facts in, a finding for each figure, date and quote of the text out."""

from __future__ import annotations

from collections import deque
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeGuard, cast
from weakref import WeakKeyDictionary

from factcli.check import findings
from factcli.check.evidence import FactShelf
from factcli.check.findings import Finding
from factcli.check.guards import Background
from factcli.check.passages import Passage, read_passage
from factcli.check.quotations import QuoteJudgement, judge_quotes
from factcli.check.suggestions.law import Fault, suggestions
from factcli.check.verdicts import Court, judge_figures
from factcli.check.vocabulary import Vocabulary
from factcli.check.weights import DEFAULT, Thresholds
from factcli.english.sentences import iter_sentences
from factcli.mentions import iter_mentions
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factcli.check.evidence import Evidence
    from factcli.check.verdicts import Judgement
    from factcli.model.facts import Fact, Mention, Value
    from factcli.store import FactStore

__all__ = ["Checker", "Finding", "check_text"]

# Up to so many facts of a store are read into memory; of more, those that a sentence may be about come from the index.
_MOST_IN_MEMORY = 2_000
# What has been read of a store is kept as long as the store is, and until its file changes.
_SHELVES: WeakKeyDictionary[FactStore, tuple[str, Evidence]] = WeakKeyDictionary()

_NOTHING = Vocabulary(frozenset(), frozenset())
# A sentence without a name may speak of what so many sentences before it named.
SENTENCES_BEFORE = 2
_LONGEST_SENTENCE = 2_000


class CheckedPart(NamedTuple):
    """The findings of a part of a text, in order, and what its last sentences name, for the part that follows."""

    findings: list[Finding]
    vocabulary: list[Vocabulary]


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
        """Rules of :mod:`factcli.check.guards` named in ``without`` are switched off, to measure what they do."""
        self._evidence: Evidence = _evidence(facts)
        self._court = Court(self._evidence, thresholds, frozenset(without))

    def check(self, text: str, *, published: date | None = None) -> list[Finding]:
        """A finding for each mention of ``text``, in order."""
        return list(self.iter_findings(text, published=published))

    def iter_findings(self, text: str, *, published: date | None = None) -> Iterator[Finding]:
        """The findings as :meth:`check` gives them, each as its sentence is read: a draft of megabytes has many."""
        mentions = iter_mentions(text, anchor=published)
        return self._check_each(_passages(text, iter_sentences(text), mentions), _recent(), published)

    def check_part(
        self,
        text: str,
        sentences: Iterable[Span],
        mentions: Sequence[Mention],
        *,
        before: Sequence[Vocabulary] = (),
        published: date | None = None,
    ) -> CheckedPart:
        """The findings of some ``sentences`` that follow one another in ``text``, all of whose mentions are given.

        ``before`` is what the sentences before these name, as far as ``SENTENCES_BEFORE`` reaches.
        """
        known = _recent(before)
        found = list(self._check_each(_passages(text, sentences, mentions), known, published))
        return CheckedPart(found, list(known))

    def _check_each(
        self, passages: Iterable[Passage], known: deque[Vocabulary], published: date | None
    ) -> Iterator[Finding]:
        """The findings of sentences that follow one another; ``known`` is what those before name, and is kept so."""
        for passage in passages:
            if passage.mentions:
                found = self._check_passage(passage, Background(_joined(known), published))
                yield from sorted(found, key=attrgetter("span"))
            known.append(passage.vocabulary)

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
    from factcli.check.indexed_evidence import IndexedFacts
    from factcli.index import FactIndex

    return IndexedFacts(FactIndex.of(store))


def _recent(before: Iterable[Vocabulary] = ()) -> deque[Vocabulary]:
    return deque(before, SENTENCES_BEFORE)


def _passages(text: str, sentences: Iterable[Span], mentions: Iterable[Mention]) -> Iterator[Passage]:
    """The sentences of ``text``, each with the mentions that begin in it."""
    waiting = iter(mentions)
    mention = next(waiting, None)
    for span in _bounded(text, sentences):
        inside = []
        while mention and mention.span.start < span.end:
            if mention.span.start >= span.start:
                inside.append(mention)
            mention = next(waiting, None)
        yield read_passage(text, span, inside)


def _bounded(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, those that no sentence of prose would fill cut at a blank."""
    for span in spans:
        start = span.start
        while span.end - start > _LONGEST_SENTENCE:
            blank = text.rfind(" ", start, start + _LONGEST_SENTENCE)
            end = blank if blank > start else start + _LONGEST_SENTENCE
            yield Span(start, end)
            start = end
        yield Span(start, span.end)


def _joined(parts: Iterable[Vocabulary]) -> Vocabulary:
    joined = _NOTHING
    for part in parts:
        joined = joined.joined(part)
    return joined
