"""Findings in a draft, problems and defects of a store -> diagnostics."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from lsprotocol import types

from factcli.escaping import safe_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcli.check.reasons import Level
    from factcli.curation.validate import Problem
    from factcli.drafts.review import PlacedFinding
    from factcli.errors import StoreError
    from factcli.lsp.positions import Lines

SOURCE = "fact"
SHOWN = frozenset({"contradicted", "outdated", "unsupported", "waiver", "due"})
"""The verdicts that are published as diagnostics."""

# How much of a very long first line is underlined.
_LONGEST_MARK = 80

MOST_SHOWN = 1_000
"""The maximum number of diagnostics of a document; more are slow to send, and nobody reads them."""

_SEVERITIES: dict[Level, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
    "info": types.DiagnosticSeverity.Hint,
}


def diagnostics_of(
    findings: Iterable[PlacedFinding], lines: Lines, locate: Callable[[str], types.Location] | None, uri: str = ""
) -> Iterator[types.Diagnostic]:
    """A diagnostic for each finding whose verdict is in ``SHOWN``.

    ``locate`` returns the location of a fact in its store; None if the editor does not support related information.
    ``uri`` is that of the draft, for a finding that another place of it contradicts.
    """
    for finding in findings:
        if finding.verdict in SHOWN:
            yield diagnostic_of(finding, lines, locate, uri)


def diagnostic_of(
    finding: PlacedFinding, lines: Lines, locate: Callable[[str], types.Location] | None, uri: str = ""
) -> types.Diagnostic:
    """The finding as a diagnostic, with its fact, or the other place of the draft at ``uri``, beside it."""
    related = None
    if finding.fact and locate:
        statement = safe_text(finding.fact.statement)
        related = [types.DiagnosticRelatedInformation(locate(finding.fact.id), statement)]
    elif finding.evidence and finding.evidence.source is None and locate and uri:
        other = finding.evidence
        place = types.Location(uri, lines.range((other.start.offset, other.end.offset)))
        related = [types.DiagnosticRelatedInformation(place, safe_text(other.sentence))]
    return types.Diagnostic(
        range=lines.range((finding.start.offset, finding.end.offset)),
        message=safe_text(finding.message),
        severity=_SEVERITIES[finding.level],
        code=finding.reason,
        source=SOURCE,
        related_information=related,
    )


def problem_diagnostics(problems: Iterable[Problem], lines: Lines) -> Iterator[types.Diagnostic]:
    """A diagnostic for each problem of a store's entries."""
    for problem in problems:
        place, severity = lines.range(problem.span), _SEVERITIES[problem.level]
        yield types.Diagnostic(place, safe_text(problem.message), severity, problem.rule, source=SOURCE)


def defect_diagnostics(error: StoreError, lines: Lines) -> Iterator[types.Diagnostic]:
    """A diagnostic for each defect of a store, from its place to the end of the line."""
    for defect in error.defects:
        number = max(defect.line - 1, 0)
        # A defect's column counts code points; ``lines`` converts it to the editor's units.
        start = lines.place(number, max(defect.column - 1, 0))
        end = lines.place(number, len(lines.line(number)))
        place = types.Range(start, max(start, end, key=lambda position: position.character))
        yield types.Diagnostic(place, safe_text(str(defect)), types.DiagnosticSeverity.Error, "store", source=SOURCE)


def limited(diagnostics: Iterator[types.Diagnostic]) -> tuple[types.Diagnostic, ...]:
    """The first ``MOST_SHOWN`` diagnostics; if there are more, one at the top of the document says so."""
    shown = list(islice(diagnostics, MOST_SHOWN))
    if next(diagnostics, None):
        message = f"only the first {MOST_SHOWN:,} problems are shown: run fact check for all"
        shown.insert(0, _about_all(message, "too-many", types.Position(0, 0)))
    return tuple(shown)


def too_large(lines: Lines, most: int, *, is_store: bool) -> types.Diagnostic:
    """The diagnostic for a document that is too large to be checked, on its first line."""
    command = "fact validate" if is_store else "fact check, or split it"
    message = f"too large to check in the editor (more than {most:,} characters): run {command}"
    return _about_all(message, "too-large", lines.position(min(len(lines.line(0)), _LONGEST_MARK)))


def unread_sources(troubles: Iterable[str], lines: Lines) -> Iterator[types.Diagnostic]:
    """A diagnostic at the top of a draft for each source of its settings that cannot be read."""
    for trouble in troubles:
        end = lines.position(min(len(lines.line(0)), _LONGEST_MARK))
        yield _about_all(safe_text(f"not checked against a source: {trouble}"), "source", end)


def _about_all(message: str, code: str, end: types.Position) -> types.Diagnostic:
    place = types.Range(types.Position(0, 0), end)
    return types.Diagnostic(place, message, types.DiagnosticSeverity.Information, code, source=SOURCE)
