"""Check a draft: a text and facts in, a finding for each figure, date and quote of the text out."""

from __future__ import annotations

import re
from heapq import merge
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeGuard
from weakref import WeakKeyDictionary

from msgspec.structs import replace

from factcli.check import findings
from factcli.check.antecedents.before import Before
from factcli.check.antecedents.told import told_by
from factcli.check.evidence import Evidence, MemoryEvidence
from factcli.check.findings import Finding
from factcli.check.guards import Background
from factcli.check.names_of_facts.name_checker import NameChecker
from factcli.check.names_of_facts.name_evidence import FactNames
from factcli.check.passages import Passage, read_passage
from factcli.check.quotations import QuoteJudgement, judge_quotes
from factcli.check.reasons import Reason
from factcli.check.subjects import is_completed, is_named, unknown_names
from factcli.check.tabular.labelled_values import is_laid_out
from factcli.check.tabular.tabular_findings import TabularChecker
from factcli.check.together.remarks import remarks
from factcli.check.together.swaps import with_swaps
from factcli.check.verdicts import CheckerContext, impossible_dates, judge_figures
from factcli.check.weighing.weights import DEFAULT, Weights
from factcli.english.sentences import iter_sentences
from factcli.mentions import iter_mentions
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from factcli.check.alone.draft_reader import DraftReader
    from factcli.check.antecedents.told import Told
    from factcli.check.known_facts import KnownFact
    from factcli.check.verdicts import Judgement
    from factcli.check.vocabulary import Vocabulary
    from factcli.documents.document import Heading
    from factcli.model.facts import Fact, Mention, Value
    from factcli.store import FactStore

__all__ = ["Checker", "Finding", "check_text"]

# A store with at most this many facts is read into memory; a larger one is searched through its index on disk.
_MOST_IN_MEMORY = 2_000
# The evidence of each store, with the digest of the file that it was read from.
_EVIDENCE_OF: WeakKeyDictionary[FactStore, tuple[str, Evidence]] = WeakKeyDictionary()

_LONGEST_SENTENCE = 2_000
# What may be a superlative, before anything is imported for it.  A pattern that begins with a set is searched quickly.
_SUPERLATIVE = re.compile(r"[Tt](?<!\w[Tt])he (?:\w{1,20}est|worst|most|least)\b")


class Setting(NamedTuple):
    """How a text is read: the day for which it is written, and the levels of its headings by where they begin."""

    published: date | None = None
    headings: Mapping[int, int] = MappingProxyType({})

    @classmethod
    def of(cls, published: date | None, headings: Iterable[Heading] = ()) -> Setting:
        """That of a text with these headings."""
        return cls(published, {heading.span.start: heading.level for heading in headings})


class CheckedPart(NamedTuple):
    """The findings of a part of a text, in order, and what the part that follows has before it."""

    findings: list[Finding]
    after: Before


def check_text(text: str, facts: FactStore | Iterable[Fact], *, published: date | None = None) -> list[Finding]:
    """A finding for each mention of ``text``, in order, including those that no fact is about.

    ``published`` is the day for which the draft is written: dates without a year are of that time.
    """
    return Checker(facts).check(text, published=published)


class Checker:
    """Facts, read once, against which many texts can be checked."""

    def __init__(
        self,
        facts: Evidence | FactStore | Iterable[Fact],
        *,
        weights: Weights = DEFAULT,
        without: Iterable[str] = (),
    ) -> None:
        """Rules of :mod:`factcli.check.guards` named in ``without`` are switched off, to measure what they do."""
        self._evidence: Evidence = _evidence(facts)
        self.context = CheckerContext(self._evidence, weights, frozenset(without))
        self.names = NameChecker(FactNames(self._evidence))

    def check(self, text: str, *, published: date | None = None, block_quotes: Iterable[Span] = ()) -> list[Finding]:
        """A finding for each mention of ``text``, in order; ``block_quotes`` are set off by the markup of the draft."""

        def check(composed: str, quotes: Iterable[Span]) -> list[Finding]:
            return list(self.iter_findings(composed, published=published, block_quotes=quotes))

        return findings.in_composed_letters(text, block_quotes, check)

    def iter_findings(
        self,
        text: str,
        *,
        published: date | None = None,
        block_quotes: Iterable[Span] = (),
        headings: Iterable[Heading] = (),
        alone: DraftReader | None = None,
    ) -> Iterator[Finding]:
        """The findings as :meth:`check` gives them, each as its sentence is read: a draft of megabytes has many.

        What stands below one of the ``headings`` is about what it names, unless another name comes first.
        ``alone``, which checks the text by itself, is given each mention on the way.
        """
        mentions = iter_mentions(text, anchor=published, block_quotes=block_quotes)
        if alone is not None:
            mentions = alone.watch(mentions)
        passages = iter_passages(text, iter_sentences(text), mentions)
        parts = self._check_each(text, passages, Before(), Setting.of(published, headings))
        found = chain.from_iterable(part.findings for part in parts)
        return merge(found, self.names.iter_findings(text, published), key=attrgetter("span"))

    def check_part(
        self,
        text: str,
        sentences: Iterable[Span],
        mentions: Sequence[Mention],
        before: Before,
        setting: Setting,
    ) -> CheckedPart:
        """The findings of some ``sentences`` that follow one another in ``text``, all of whose mentions are given."""
        parts = list(self._check_each(text, iter_passages(text, sentences, mentions), before, setting))
        found = [finding for part in parts for finding in part.findings]
        return CheckedPart(found, parts[-1].after if parts else before)

    def _check_each(
        self, text: str, passages: Iterable[Passage], before: Before, setting: Setting
    ) -> Iterator[CheckedPart]:
        """The findings of each of the sentences that follow one another, with what is known after it.

        What a table or a list of values is about is said before it, and not by its rows.
        """
        tables = TabularChecker(text, self._evidence, self._check_passage)
        for passage in passages:
            found: list[Finding] = []
            told = told_by(passage)
            background = Background(before.meant_in(told), setting.published)
            if passage.mentions:
                values = tables.findings(passage, background)
                others = [each for each in self._check_passage(passage, background) if not _is_among(each, values)]
                found = [*others, *values]
            found += self._superlatives(passage, background)
            found.sort(key=attrgetter("span"))
            before = after_passage(before, passage, told, setting, self._evidence)
            yield CheckedPart(found, before)

    def _check_passage(self, passage: Passage, background: Background) -> Iterator[Finding]:
        judged = self._judge(passage, background)
        right = [self._right_value(each) for each in judged]
        faults = [(each.mention, value) for each, value in zip(judged, right, strict=True) if value]
        suggested = self._suggested(passage, faults, background) if faults else {}
        derived, noted = self._derived(passage, background, judged), remarks(judged) if faults else {}
        for each in judged:
            finding = derived.get(each.mention) or self._finding(each, suggested.get(each.mention))
            note = noted.get(each.mention)
            yield finding.noting(note) if note else finding

    def _suggested(
        self, passage: Passage, faults: Iterable[tuple[Mention, Value]], background: Background
    ) -> dict[Mention, str]:
        # Most drafts are right, and need not wait for the import.
        from factcli.check.suggestions.law import WrongMention, suggestions

        wrong = [WrongMention(*fault) for fault in faults]
        return suggestions(passage, wrong, background.published, lambda again: self._judge(again, background))

    def _judge(self, passage: Passage, background: Background) -> list[QuoteJudgement | Judgement]:
        quotes = judge_quotes(passage, background.before, self._evidence)
        figures = judge_figures(passage, background, self.context)
        if sum(each.verdict == "unknown" for each in figures) > 1:
            figures = with_swaps(figures, passage, background, self.context)
        if any(quote.reason == Reason.OTHER_NAME for quote in quotes):
            figures = [figure.doubted(Reason.OTHER_NAME) for figure in figures]
        return [*quotes, *figures, *impossible_dates(passage)]

    def _derived(
        self, passage: Passage, background: Background, judged: list[QuoteJudgement | Judgement]
    ) -> dict[Mention, Finding]:
        """What two dated facts say of the lengths of time that no fact decides."""
        undecided = {each.mention for each in judged if each.verdict == "unknown" and is_length_of_time(each.mention)}
        if not undecided:
            return {}
        from factcli.check.deriving.derived import derived_findings

        found = derived_findings(passage, background, self.context)
        return {mention: finding for mention, finding in found.items() if mention in undecided}

    def _superlatives(self, passage: Passage, background: Background) -> list[Finding]:
        """What ranks of the store say of superlatives without a number."""
        if not _SUPERLATIVE.search(passage.text, *passage.span):
            return []
        from factcli.check.deriving.first_places import ranked_superlatives

        found = []
        for span, judged in ranked_superlatives(passage, background, self.context):
            finding, surface = self._finding(judged, None), passage.text[slice(*span)]
            message = f"{surface}{finding.message.removeprefix(finding.surface)}"
            found.append(replace(finding, span=span, surface=surface, message=message, headline=""))
        return found

    def _right_value(self, judged: QuoteJudgement | Judgement) -> Value | None:
        return findings.right_value(judged, self._successor(judged.fact))

    def _finding(self, judged: QuoteJudgement | Judgement, suggestion: str | None) -> Finding:
        title_of = self._evidence.source_title
        if isinstance(judged, QuoteJudgement):
            return findings.of_quote(judged, title_of, suggestion)
        return findings.of_figure(judged, self._successor(judged.fact), title_of, suggestion)

    def _successor(self, fact: Fact | None) -> Fact | None:
        return self._evidence.fact(fact.superseded_by) if fact and fact.superseded_by else None


def is_length_of_time(mention: Mention) -> bool:
    """Whether a mention is an age or a duration."""
    return isinstance(mention.value, Quantity) and mention.value.dimension == "duration"


def _evidence(facts: Evidence | FactStore | Iterable[Fact]) -> Evidence:
    if isinstance(facts, Evidence):
        return facts
    if not _is_store(facts):
        return MemoryEvidence(facts)
    kept = _EVIDENCE_OF.get(facts)
    if kept is None or kept[0] != facts.digest:
        kept = _EVIDENCE_OF[facts] = (facts.digest, _of_store(facts))
    return kept[1]


def _is_store(facts: FactStore | Iterable[Fact]) -> TypeGuard[FactStore]:
    return hasattr(facts, "digest")


def _of_store(store: FactStore) -> Evidence:
    if len(store) <= _MOST_IN_MEMORY:
        return MemoryEvidence(store, {id_: source.title for id_, source in store.sources().items()})
    from factcli.check.indexed_evidence import IndexedEvidence
    from factcli.index import FactIndex

    return IndexedEvidence(FactIndex.of(store))


def _is_among(finding: Finding, others: Iterable[Finding]) -> bool:
    """Whether a finding is of the same words as another one."""
    start, end = finding.span
    return any(start < other.span.end and other.span.start < end for other in others)


def after_passage(before: Before, passage: Passage, told: Told, setting: Setting, evidence: Evidence) -> Before:
    """What is known after a sentence that tells what is ``told``, a heading, or a row, which tells nothing."""
    level = setting.headings.get(passage.span.start)
    if level is not None:
        return _below_heading(before, passage, level, evidence)
    if is_laid_out(passage.text, passage.span):
        return before
    return before.after(told)


def _below_heading(before: Before, heading: Passage, level: int, evidence: Evidence) -> Before:
    """What is known below a heading: it names one of the facts' subjects, or has a name among words in small letters.

    "Length" and "Key Findings" go on with the subject before.
    """
    named = [known for known in evidence.facts_about(heading.terms) if is_named(heading.vocabulary, known)]
    if not named and not _has_name(heading):
        return before.after_deeper(level)
    around = before.around(level)
    is_part = not level or not around or _is_part(heading, named, around[-1].known, evidence)
    return before.below(level, heading.vocabulary, is_part=is_part)


def _has_name(heading: Passage) -> bool:
    """Whether a heading has a name among words in small letters."""
    has_small = any(word.is_content and not word.is_capital for word in heading.words)
    return has_small and any(name.start > heading.span.start for name in heading.names)


def _is_part(heading: Passage, named: Iterable[KnownFact], above: Vocabulary, evidence: Evidence) -> bool:
    """Whether what a heading names is of what those above it name, and not another subject.

    They may complete its name, as "Lomar" does that of the "North Station", or know all names that it has.
    """
    if named:
        return any(is_completed(heading.vocabulary, above, known) for known in named)
    about = (known for known in evidence.facts_about(above.words) if is_named(above, known))
    return any(not unknown_names(heading, known) for known in about)


def iter_passages(text: str, sentences: Iterable[Span], mentions: Iterable[Mention]) -> Iterator[Passage]:
    """The ``sentences`` of ``text``, each with the mentions that begin in it; both come in the order of the text."""
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
