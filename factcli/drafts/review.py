"""Review a draft: a document and a checker in, findings with their places in the file out, waivers respected."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.against.combining import combined, without_names_of
from factcli.check.alone.draft_reader import DraftReader
from factcli.check.reasons import FAULTS, LEVELS, REASONS, Level, Reason, ReportedVerdict
from factcli.documents.document import Place
from factcli.drafts.fixes import SourceEdit, chosen_edits, edit_of
from factcli.drafts.spool import Spool, SpooledFindings
from factcli.drafts.waivers import Waiver, find_waivers
from factcli.model.due import due_day, is_due, today

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from factcli.check import Checker, Finding
    from factcli.check.against.checking import SourceChecker
    from factcli.check.against.rechecking import RememberingChecker, SourceRechecker
    from factcli.check.findings import EvidencePlace
    from factcli.check.incremental import Rechecker
    from factcli.documents import Document
    from factcli.model.facts import Fact, Span

FAILING = FAULTS | {"unsupported"}
"""The verdicts that make a check fail, at level error or warning."""
_FAILING_LEVELS = frozenset({"error", "warning"})


class OtherPlace(NamedTuple):
    """What a finding was held against, where no fact says it: where it is, and its sentence.

    ``source`` is None where it is in the draft itself; in a source, ``locator`` says where.  ``surface`` are the
    words of the sentence that decided.
    """

    start: Place
    end: Place
    sentence: str
    source: str | None = None
    locator: str = ""
    surface: str = ""

    @property
    def place(self) -> str:
        """The place in words: "line 3" of the draft, "report.pdf, page 4, paragraph 2" of a source."""
        if self.source is None:
            return f"line {self.start.line}"
        return f"{self.source}, {self.locator}" if self.locator else self.source


class PlacedFinding(NamedTuple):
    """A finding and its place in the file.

    ``verdict`` is that of the checker, ``waiver`` for a problem with a waiver, or ``due`` for a fact that is to be
    looked at again; ``reason`` is the rule.  ``edit`` is the smallest edit of the source that applies the suggestion,
    None if that is not safe.  ``level_set`` is the level from the settings.  ``evidence`` is the place of the draft
    that it disagrees with, where that is not a fact.
    ``headline`` is the message in short, for a report that shows the rest.
    ``span`` is in the text of the draft, None for a problem with a waiver.  ``waived`` says why it is not reported.
    """

    path: str
    start: Place
    end: Place
    surface: str
    verdict: ReportedVerdict
    reason: str
    fact: Fact | None
    message: str
    suggestion: str | None = None
    edit: SourceEdit | None = None
    level_set: Level | None = None
    evidence: OtherPlace | None = None
    headline: str = ""
    span: Span | None = None
    waived: str | None = None

    @property
    def level(self) -> Level:
        """The level from the settings, else the default level of its rule, else that of its verdict."""
        return self.level_set or _level_of_rule(self.reason) or LEVELS[self.verdict]

    @property
    def fails(self) -> bool:
        """Whether it makes the check fail: a fault with level error or warning."""
        return self.verdict in FAILING and self.level in _FAILING_LEVELS


class Summary(NamedTuple):
    """The number of mentions by verdict; ``seen`` is the total of the others.

    ``waived`` counts those suppressed by a waiver in the draft or by a rule that is off.  ``unsupported`` and
    ``elsewhere`` count those that no source states, and those that one states perhaps of something else.
    """

    seen: int = 0
    confirmed: int = 0
    contradicted: int = 0
    outdated: int = 0
    unknown: int = 0
    waived: int = 0
    unsupported: int = 0
    elsewhere: int = 0

    def plus(self, other: Summary) -> Summary:
        """The sum of both summaries."""
        return Summary(*(mine + its for mine, its in zip(self, other, strict=True)))

    @property
    def checked(self) -> int:
        """The number of mentions that a fact or a source decides."""
        return self.seen - self.unknown - self.elsewhere


class Review(NamedTuple):
    """The findings of a draft in order, including confirmed and unknown mentions; those that are waived are apart."""

    document: Document
    findings: Collection[PlacedFinding]
    summary: Summary
    waived: Collection[PlacedFinding] = ()

    @property
    def edits(self) -> list[SourceEdit]:
        """The edits that apply the suggestions, in order."""
        return chosen_edits(finding.edit for finding in self.findings if finding.edit)

    def without(self, verdicts: Container[str]) -> Review:
        """The review without findings of these verdicts."""
        if isinstance(self.findings, SpooledFindings):
            return self._replace(findings=self.findings.without(verdicts))
        return self._replace(findings=tuple(each for each in self.findings if each.verdict not in verdicts))


class Terms(NamedTuple):
    """How a draft is reviewed.

    ``rules_off`` holds rules and verdicts that are not reported, ``published`` is the day of publication,
    ``is_in_question`` selects the lines (from 1) to report, ``strict`` lets a waiver cover unknown mentions too,
    ``levels`` overrides the levels of rules and verdicts, ``is_known`` selects the findings of a baseline.
    """

    rules_off: frozenset[str] = frozenset()
    published: date | None = None
    is_in_question: Callable[[int], bool] | None = None
    strict: bool = False
    levels: Mapping[str, Level] = MappingProxyType({})
    is_known: Callable[[PlacedFinding], bool] | None = None

    def level_of(self, finding: PlacedFinding) -> Level | None:
        """The level set for a finding; the level of its rule takes precedence over that of its verdict."""
        return self.levels.get(finding.reason) or self.levels.get(finding.verdict)

    def why_off(self, finding: PlacedFinding) -> str | None:
        """Why the finding is suppressed, None if it is not; a level of its rule comes before a verdict that is off.

        >>> Terms(frozenset({"sum"})).why_off(PlacedFinding("", *[Place(1, 1, 0)] * 2, "9", "unknown", "sum", None, ""))
        'the rule sum is off'
        """
        if finding.reason in self.rules_off:
            return f"the rule {finding.reason} is off"
        if self.is_known and self.is_known(finding):
            return "in the baseline"
        if finding.verdict in self.rules_off and finding.reason not in self.levels:
            return f"the verdict {finding.verdict} is off"
        return None


def review_document(
    document: Document,
    checker: Checker | Rechecker,
    terms: Terms | None = None,
    sources: SourceChecker | SourceRechecker | RememberingChecker | None = None,
) -> Review:
    """Check a draft, by ``sources`` too where there are any, and locate the findings in its file."""
    terms = terms or Terms()
    waivers = find_waivers(document)
    by_line = _by_line(waivers)
    used: set[Waiver] = set()
    counts: Counter[str] = Counter()
    reported, waived, due = Spool(), Spool(), _DueFacts()
    for found in _findings(document, checker, terms.published, sources):
        finding = _placed(document, found)
        if _is_within(finding, waivers):
            continue
        covering = _covering(finding, by_line, terms)
        used.update(covering)
        if _is_looked_at(finding, terms):
            why = _why_waived(document, covering) or terms.why_off(finding)
            counts["waived" if why else _counted_as(finding)] += 1
            spool = waived if why else reported
            if not why:
                due.note(finding)
            spool.add(finding._replace(level_set=terms.level_of(finding), waived=why))
    wanted = (problem for problem in (*_problems(document, waivers, used), *due.problems) if _is_wanted(problem, terms))
    problems = [problem._replace(level_set=terms.level_of(problem)) for problem in wanted]
    return Review(document, reported.in_order(problems), Summary(counts.total(), **counts), waived.in_order(()))


class _DueFacts:
    """The facts that confirm a draft although they are due for review, each with the first finding that it confirms."""

    def __init__(self) -> None:
        self._today = today()
        self._found: dict[str, PlacedFinding] = {}

    def note(self, finding: PlacedFinding) -> None:
        """Keep a finding if a fact that is due confirms it."""
        fact = finding.fact
        if finding.verdict == "confirmed" and fact and fact.review and is_due(fact, self._today):
            self._found.setdefault(fact.id, finding)

    @property
    def problems(self) -> Iterator[PlacedFinding]:
        """A warning for each of the facts."""
        rule = Reason.DUE_FOR_REVIEW
        for finding in self._found.values():
            message = f"{finding.surface}: {rule.message} {due_day(finding.fact) if finding.fact else ''}"
            yield finding._replace(verdict="due", reason=rule.value, message=message, suggestion=None, edit=None)


def _counted_as(finding: PlacedFinding) -> str:
    return "elsewhere" if finding.reason == Reason.ELSEWHERE else finding.verdict


def _findings(
    document: Document,
    checker: Checker | Rechecker,
    published: date | None,
    sources: SourceChecker | SourceRechecker | RememberingChecker | None,
) -> Iterator[Finding]:
    """What the store and the sources say of the draft, and what the draft says of itself."""
    alone = DraftReader(document.text, published)
    faults: set[tuple[Span, Reason]] = set()
    found = checker.iter_findings(
        document.text,
        published=published,
        block_quotes=document.block_quotes,
        headings=document.headings,
        alone=alone,
    )
    if sources:
        of_sources = sources.check(document.text, published=published, block_quotes=document.block_quotes)
        found = combined(without_names_of(sources.names, found), without_names_of(checker.names, of_sources))
    for finding in found:
        if finding.verdict in FAULTS:
            # A misspelt name is not reported once more where the draft spells it rightly too.
            reason = Reason.SPELT_TWO_WAYS if finding.reason == Reason.NAME_SPELLING else finding.reason
            faults.add((finding.span, reason))
        yield finding
    of_itself = without_names_of(checker.names, alone.findings())
    of_itself = without_names_of(sources.names, of_itself) if sources else of_itself
    yield from (finding for finding in of_itself if (finding.span, finding.reason) not in faults)


def _level_of_rule(name: str) -> Level | None:
    return REASONS[name].level if name in REASONS else None


def _placed(document: Document, finding: Finding) -> PlacedFinding:
    span = document.source_span(finding.span)
    return PlacedFinding(
        document.name,
        document.source_place(span.start),
        document.source_place(span.end),
        finding.surface,
        finding.verdict,
        str(finding.reason),
        finding.fact,
        finding.message,
        finding.suggestion,
        edit_of(document, finding) if finding.verdict in FAULTS else None,
        evidence=_other_place(document, finding.evidence) if finding.evidence else None,
        headline=finding.headline,
        span=finding.span,
    )


def _other_place(document: Document, evidence: EvidencePlace) -> OtherPlace:
    if evidence.source is not None:
        nowhere = Place(0, 0, 0)
        return OtherPlace(nowhere, nowhere, evidence.sentence, evidence.source, evidence.locator, evidence.surface)
    start, end = map(document.source_place, document.source_span(evidence.span))
    return OtherPlace(start, end, evidence.sentence)


def _is_within(finding: PlacedFinding, waivers: Sequence[Waiver]) -> bool:
    """Whether the words are within a waiver: in plain text, comments are prose."""
    before = bisect_right(waivers, finding.start.offset, key=lambda waiver: waiver.span.start) - 1
    return before >= 0 and finding.start.offset < waivers[before].span.end


def _by_line(waivers: Iterable[Waiver]) -> dict[int, list[Waiver]]:
    """The waivers with a reason, by the line that they cover."""
    by_line: defaultdict[int, list[Waiver]] = defaultdict(list)
    for waiver in waivers:
        if waiver.reason:
            for line in range(waiver.cover.first_line, waiver.cover.last_line + 1):
                by_line[line].append(waiver)
    return by_line


def _covering(finding: PlacedFinding, by_line: dict[int, list[Waiver]], terms: Terms) -> list[Waiver]:
    """The waivers that cover the finding; empty for a finding that needs none."""
    if finding.verdict not in FAILING and not (terms.strict and finding.verdict == "unknown"):
        return []
    lines = range(finding.start.line, finding.end.line + 1)
    covering = (waiver for line in lines for waiver in by_line.get(line, ()))
    return [waiver for waiver in covering if finding.start.offset < waiver.cover.end]


def _why_waived(document: Document, covering: Sequence[Waiver]) -> str | None:
    """``line 12: the reason`` of the first waiver; None where there is none."""
    if not covering:
        return None
    return f"line {document.source_place(covering[0].span.start).line}: {covering[0].reason}"


def _is_looked_at(finding: PlacedFinding, terms: Terms) -> bool:
    if terms.is_in_question is None:
        return True
    lines = {*range(finding.start.line, finding.end.line + 1)}
    if finding.evidence and finding.evidence.source is None:
        lines.update(range(finding.evidence.start.line, finding.evidence.end.line + 1))
    return any(map(terms.is_in_question, lines))


def _problems(document: Document, waivers: Iterable[Waiver], used: set[Waiver]) -> Iterable[PlacedFinding]:
    for waiver in waivers:
        rule = Reason.UNUSED_WAIVER if waiver.reason else Reason.WAIVER_WITHOUT_REASON
        if waiver not in used:
            start, end = map(document.source_place, waiver.span)
            surface = document.source[waiver.span.start : waiver.span.end]
            yield PlacedFinding(document.name, start, end, surface, "waiver", rule.value, None, rule.message)


def _is_wanted(problem: PlacedFinding, terms: Terms) -> bool:
    return problem.reason not in terms.rules_off and _is_looked_at(problem, terms)
