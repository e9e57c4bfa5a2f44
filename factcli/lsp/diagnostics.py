"""What was found in a draft, or is wrong with a store -> the diagnostics of an editor."""

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
SHOWN = frozenset({"contradicted", "outdated", "waiver"})
"""The verdicts that an editor underlines."""

# Of a first line without end, so much is underlined.
_LONGEST_MARK = 80

MOST_SHOWN = 1_000
"""So many diagnostics of a text are sent: no editor lists more, and each takes its time to be sent."""

_SEVERITIES: dict[Level, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
    "info": types.DiagnosticSeverity.Hint,
}


def diagnostics_of(
    findings: Iterable[PlacedFinding], lines: Lines, locate: Callable[[str], types.Location] | None
) -> Iterator[types.Diagnostic]:
    """A diagnostic for each finding that is a fault.

    ``locate`` says where a fact stands in its store; None where the editor shows no related places.
    """
    for finding in findings:
        if finding.verdict in SHOWN:
            yield diagnostic_of(finding, lines, locate)


def diagnostic_of(
    finding: PlacedFinding, lines: Lines, locate: Callable[[str], types.Location] | None
) -> types.Diagnostic:
    """The finding as a diagnostic, which links its fact as related information."""
    related = None
    if finding.fact and locate:
        statement = safe_text(finding.fact.statement)
        related = [types.DiagnosticRelatedInformation(locate(finding.fact.id), statement)]
    return types.Diagnostic(
        range=lines.range((finding.start.offset, finding.end.offset)),
        message=safe_text(finding.message),
        severity=_SEVERITIES[finding.level],
        code=finding.reason,
        source=SOURCE,
        related_information=related,
    )


def problems_of(problems: Iterable[Problem], lines: Lines) -> Iterator[types.Diagnostic]:
    """What is wrong with the entries of a store, each at its place."""
    for problem in problems:
        place, severity = lines.range(problem.span), _SEVERITIES[problem.level]
        yield types.Diagnostic(place, safe_text(problem.message), severity, problem.rule, source=SOURCE)


def defects_of(error: StoreError, lines: Lines) -> Iterator[types.Diagnostic]:
    """What is wrong with a store, each from its place to the end of the line."""
    for defect in error.defects:
        number = max(defect.line - 1, 0)
        # A defect counts code points; the units of the editor are those of the text before it.
        start = lines.place(number, max(defect.column - 1, 0))
        end = lines.place(number, len(lines.line(number)))
        place = types.Range(start, max(start, end, key=lambda position: position.character))
        yield types.Diagnostic(place, safe_text(str(defect)), types.DiagnosticSeverity.Error, "store", source=SOURCE)


def shown_of(diagnostics: Iterator[types.Diagnostic]) -> tuple[types.Diagnostic, ...]:
    """The first of the diagnostics; where there are more, one at the head of the text says so."""
    shown = list(islice(diagnostics, MOST_SHOWN))
    if next(diagnostics, None):
        message = f"only the first {MOST_SHOWN:,} problems are shown here: run fact check for the others"
        shown.insert(0, _about_all(message, "too-many", types.Position(0, 0)))
    return tuple(shown)


def too_large(lines: Lines, most: int, *, is_store: bool) -> types.Diagnostic:
    """What is said of a text that is not looked at, on its first line."""
    command = "fact validate" if is_store else "fact check, or split it"
    message = f"this text is too large to be checked in the editor (more than {most:,} characters): run {command}"
    return _about_all(message, "too-large", lines.position(min(len(lines.line(0)), _LONGEST_MARK)))


def _about_all(message: str, code: str, end: types.Position) -> types.Diagnostic:
    place = types.Range(types.Position(0, 0), end)
    return types.Diagnostic(place, message, types.DiagnosticSeverity.Information, code, source=SOURCE)
