"""A draft and a checker -> what is to be reported of it: each finding at its place in the file, waivers heeded."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.reasons import LEVELS, REASONS, Level, Reason, ReportedVerdict
from factcli.drafts.fixes import Edit, chosen_edits, edit_of
from factcli.drafts.spool import Findings, Spool
from factcli.drafts.waivers import Waiver, find_waivers

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
    from datetime import date

    from factcli.check import Checker, Finding
    from factcli.check.incremental import Rechecker
    from factcli.documents import Document, Place
    from factcli.model.facts import Fact

FAULTS = frozenset({"contradicted", "outdated"})
_FAILING = frozenset({"error", "warning"})


class PlacedFinding(NamedTuple):
    """One thing to report of a draft, and where it stands in the file.

    ``verdict`` is that of the checker, or ``waiver`` for what is wrong with a waiver; ``reason`` names the rule.
    ``edit`` is the smallest change of the source that makes the suggestion, where that is safe.
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
    edit: Edit | None = None
    level_set: Level | None = None

    @property
    def level(self) -> Level:
        """How bad it is: what the settings say of it, else what its verdict is worth."""
        return self.level_set or LEVELS[self.verdict]

    @property
    def fails(self) -> bool:
        """Whether it is a fault, and bad enough to count as one."""
        return self.verdict in FAULTS and self.level in _FAILING


class Summary(NamedTuple):
    """How many mentions of a draft came to which verdict; each that was seen is in one of the others.

    ``waived`` are those that were silenced, by a waiver in the draft or by a rule that is off.
    """

    seen: int = 0
    confirmed: int = 0
    contradicted: int = 0
    outdated: int = 0
    unknown: int = 0
    waived: int = 0

    def plus(self, other: Summary) -> Summary:
        """The summary of both drafts."""
        return Summary(*(mine + its for mine, its in zip(self, other, strict=True)))

    @property
    def checked(self) -> int:
        """How many mentions some fact of the store decides."""
        return self.seen - self.unknown


class Review(NamedTuple):
    """What was found in a draft, in its order: what is confirmed and unknown too, but not what is waived."""

    document: Document
    findings: Collection[PlacedFinding]
    summary: Summary

    @property
    def edits(self) -> list[Edit]:
        """What to change in the source to follow the suggestions, in order."""
        return chosen_edits(finding.edit for finding in self.findings if finding.edit)

    def without(self, verdicts: Container[str]) -> Review:
        """The review without the findings of these verdicts."""
        if isinstance(self.findings, Findings):
            return self._replace(findings=self.findings.without(verdicts))
        return self._replace(findings=tuple(each for each in self.findings if each.verdict not in verdicts))


class Terms(NamedTuple):
    """How a draft is reviewed.

    ``rules_off`` are rules and verdicts that are not reported, ``published`` is the day for which the draft is written,
    ``is_in_question`` says which lines (from 1) are looked at, ``strict`` lets a waiver cover what is unknown too,
    ``levels`` are those of rules and verdicts that are not worth what they are elsewhere.
    """

    rules_off: frozenset[str] = frozenset()
    published: date | None = None
    is_in_question: Callable[[int], bool] | None = None
    strict: bool = False
    levels: Mapping[str, Level] = MappingProxyType({})

    def level_of(self, finding: PlacedFinding) -> Level | None:
        """The level that is set for a finding, in the order: its rule here, its verdict here, its rule elsewhere."""
        return self.levels.get(finding.reason) or self.levels.get(finding.verdict) or REASONS[finding.reason].level

    def turn_off(self, finding: PlacedFinding) -> bool:
        """Whether the finding is not to be reported; the level of a rule comes before a verdict that is off."""
        if finding.reason in self.rules_off:
            return True
        return finding.verdict in self.rules_off and finding.reason not in self.levels


def review_document(document: Document, checker: Checker | Rechecker, terms: Terms | None = None) -> Review:
    """Check a draft and place what is found in its file."""
    terms = terms or Terms()
    waivers = find_waivers(document)
    by_line = _by_line(waivers)
    used: set[Waiver] = set()
    counts: Counter[str] = Counter()
    reported = Spool()
    for found in checker.iter_findings(document.text, published=terms.published):
        finding = _placed(document, found)
        if _is_within(finding, waivers):
            continue
        covering = _covering(finding, by_line, terms)
        used.update(covering)
        if _is_looked_at(finding, terms):
            is_waived = bool(covering) or terms.turn_off(finding)
            counts["waived" if is_waived else finding.verdict] += 1
            if not is_waived:
                reported.add(finding._replace(level_set=terms.level_of(finding)))
    wanted = (problem for problem in _problems(document, waivers, used) if _is_wanted(problem, terms))
    problems = [problem._replace(level_set=terms.level_of(problem)) for problem in wanted]
    return Review(document, reported.in_order(problems), Summary(counts.total(), **counts))


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
    )


def _is_within(finding: PlacedFinding, waivers: Sequence[Waiver]) -> bool:
    """Whether the words are those of a waiver: a plain text shows its comments as prose."""
    before = bisect_right(waivers, finding.start.offset, key=lambda waiver: waiver.span.start) - 1
    return before >= 0 and finding.start.offset < waivers[before].span.end


def _by_line(waivers: Iterable[Waiver]) -> dict[int, list[Waiver]]:
    """The waivers that count, by the line that they cover."""
    by_line: defaultdict[int, list[Waiver]] = defaultdict(list)
    for waiver in waivers:
        if waiver.reason:
            by_line[waiver.covered_line].append(waiver)
    return by_line


def _covering(finding: PlacedFinding, by_line: dict[int, list[Waiver]], terms: Terms) -> list[Waiver]:
    """The waivers that cover the finding, if it is one that needs any."""
    if finding.verdict not in FAULTS and not (terms.strict and finding.verdict == "unknown"):
        return []
    lines = range(finding.start.line, finding.end.line + 1)
    return [waiver for line in lines for waiver in by_line.get(line, ())]


def _is_looked_at(finding: PlacedFinding, terms: Terms) -> bool:
    if terms.is_in_question is None:
        return True
    return any(map(terms.is_in_question, range(finding.start.line, finding.end.line + 1)))


def _problems(document: Document, waivers: Iterable[Waiver], used: set[Waiver]) -> Iterable[PlacedFinding]:
    for waiver in waivers:
        rule = Reason.UNUSED_WAIVER if waiver.reason else Reason.WAIVER_WITHOUT_REASON
        if waiver not in used:
            start, end = map(document.source_place, waiver.span)
            surface = document.source[waiver.span.start : waiver.span.end]
            yield PlacedFinding(document.name, start, end, surface, "waiver", rule.value, None, rule.message)


def _is_wanted(problem: PlacedFinding, terms: Terms) -> bool:
    return problem.reason not in terms.rules_off and _is_looked_at(problem, terms)
