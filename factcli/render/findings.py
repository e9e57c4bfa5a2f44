"""Findings -> lines, JSON and SARIF for pipes, editors, reviewdog and GitHub: one function a format, all of them safe.

``FORMATS`` at the end is what ``--format`` offers, besides the report for a terminal.
"""

from __future__ import annotations

import json
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.drafts.baseline import fingerprints
from factcli.escaping import json_line, safe_text
from factcli.model.formatting import counted
from factcli.render.records import JSON_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factcli.check.reasons import Level
    from factcli.documents import Document
    from factcli.drafts.review import OtherPlace, PlacedFinding, Review, Summary
    from factcli.drafts.ticks import Ticks
    from factcli.render.report import Cite

_SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO", "info": "INFO"}
_COUNTED = {
    "contradicted": "contradicted",
    "outdated": "outdated",
    "unsupported": "in no source",
    "confirmed": "confirmed",
    "elsewhere": "in a source but perhaps of something else",
    "waived": "waived",
    "unknown": "undecided",
}
_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice", "info": "notice"}
_GRAVITIES: dict[Level, str] = {"error": "major", "warning": "minor", "note": "info", "info": "info"}


class Results(NamedTuple):
    """What a report is made of.

    ``about`` says what each rule finds, where that is not a reason of the checker; ``cite`` gives the sources of facts,
    ``ticks`` what people have checked.
    """

    reviews: Sequence[Review]
    summary: Summary
    about: Mapping[str, str] | None = None
    cite: Cite | None = None
    ticks: Ticks | None = None

    @property
    def findings(self) -> Iterator[PlacedFinding]:
        """The findings of all drafts, in order."""
        return (finding for review in self.reviews for finding in review.findings)


def render_lines(results: Results) -> Iterator[str]:
    """``path:line:column: level: message [rule]``, the form that editors read as errors."""
    for finding in results.findings:
        line, column, _ = finding.start
        message = f"{finding.message}{_where(finding)}"
        text = f"{finding.path}:{line}:{column}: {finding.level}: {message} [{finding.reason}]"
        yield safe_text(text) + "\n"


def render_json(results: Results) -> Iterator[str]:
    """One object: ``schema_version``, the ``summary`` of all drafts, and their ``findings``."""
    head = {"schema_version": JSON_VERSION, "summary": results.summary._asdict()}
    yield json.dumps(head)[:-1] + ', "findings": ['
    separator = "\n"
    for finding in results.findings:
        yield separator + json_line(finding_record(finding))
        separator = ",\n"
    yield "]}\n" if separator == "\n" else "\n]}\n"


def render_jsonl(results: Results) -> Iterator[str]:
    """The findings of :func:`render_json`, one a line."""
    for finding in results.findings:
        yield json_line(finding_record(finding)) + "\n"


def render_rdjsonl(results: Results) -> Iterator[str]:
    """Reviewdog's Diagnostic messages, one a line; its columns count bytes of UTF-8."""
    for review in results.reviews:
        places = _BytePlaces(review.document)
        for finding in review.findings:
            yield json_line(_diagnostic(finding, places)) + "\n"


def render_github(results: Results) -> Iterator[str]:
    """Workflow commands, which GitHub Actions shows beside the lines of a pull request."""
    for finding in results.findings:
        (line, column, _), (end_line, end_column, _) = finding.start, finding.end
        places = {"file": finding.path, "line": line, "endLine": end_line, "col": column}
        if end_line == line:
            places["endColumn"] = end_column
        properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
        message = _command_text(f"{finding.message}{_where(finding)} [{finding.reason}]")
        yield f"::{_COMMANDS[finding.level]} {properties}::{message}\n"


def render_gitlab(results: Results) -> Iterator[str]:
    """A Code Quality report of GitLab: one array of issues, each with a fingerprint that moves with its words."""
    separator = "["
    for finding, fingerprint in fingerprints(results.findings):
        place = {"path": finding.path, "lines": {"begin": finding.start.line}}
        issue = {
            "description": f"{finding.message}{_where(finding)}",
            "check_name": finding.reason,
            "fingerprint": fingerprint,
            "severity": _GRAVITIES[finding.level],
            "location": place,
        }
        yield separator + "\n" + json_line(issue)
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"


def render_summary(summary: Summary, drafts: int) -> str:
    """``5 seen in 2 drafts: 3 confirmed, 1 contradicted, ...``: what became of the figures, dates and quotes."""
    with_sources = summary.unsupported or summary.elsewhere
    hidden = {"seen"} if with_sources else {"seen", "unsupported", "elsewhere"}
    counts = ", ".join(f"{number} {name}" for name, number in summary._asdict().items() if name not in hidden)
    return f"{summary.seen} seen in {counted(drafts, 'draft')}: {counts}"


def summary_in_words(summary: Summary, names: Sequence[str]) -> str:
    """The summary as people read it: ``12 figures, dates and quotes in draft.md: 3 confirmed, 1 contradicted``."""
    where = names[0] if len(names) == 1 else f"{len(names)} drafts"
    if not summary.seen:
        return f"no figures, dates or quotes in {where}"
    seen = "1 figure, date or quote" if summary.seen == 1 else f"{summary.seen:,} figures, dates and quotes"
    counts = ((getattr(summary, name), words) for name, words in _COUNTED.items())
    return f"{seen} in {where}: {', '.join(f'{number:,} {words}' for number, words in counts if number)}"


def _sarif(results: Results) -> Iterator[str]:
    from factcli.render.sarif import ABOUT, render_sarif

    return render_sarif(results.reviews, ABOUT if results.about is None else results.about)


def _html(results: Results) -> Iterator[str]:
    from factcli.render.sheet.page import render_sheet

    return render_sheet(results)


def _annotations(results: Results) -> Iterator[str]:
    from factcli.render.annotations import render_annotations

    return render_annotations(results)


def _where(finding: PlacedFinding) -> str:
    """The place that the finding was held against, if it is not the same line."""
    other = finding.evidence
    return f" ({other.place})" if other and other.start.line != finding.start.line else ""


def finding_record(finding: PlacedFinding) -> dict[str, Any]:
    """What the forms in JSON say of a finding."""
    return {
        "path": finding.path,
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "start": finding.start.offset,
        "end": finding.end.offset,
        "surface": finding.surface,
        "verdict": finding.verdict,
        "reason": finding.reason,
        "fact": finding.fact.id if finding.fact else None,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "evidence": _evidence(finding.evidence) if finding.evidence else None,
    }


def _evidence(other: OtherPlace) -> dict[str, Any]:
    """What a finding was held against; ``source`` is null for the draft itself."""
    return {
        "source": other.source,
        "locator": other.locator or other.place,
        "start": None if other.source else other.start.offset,
        "end": None if other.source else other.end.offset,
        "sentence": other.sentence,
    }


def _diagnostic(finding: PlacedFinding, places: _BytePlaces) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": finding.path, "range": places.range(finding.start.offset, finding.end.offset)},
        "severity": _SEVERITIES[finding.level],
        "source": {"name": "factcli"},
        "code": {"value": finding.reason},
    }
    if finding.evidence and finding.evidence.source is None:
        other = finding.evidence
        place = {"path": finding.path, "range": places.range(other.start.offset, other.end.offset)}
        diagnostic["relatedLocations"] = [{"message": other.sentence, "location": place}]
    if finding.edit:
        diagnostic["suggestions"] = [{"range": places.range(*finding.edit.span), "text": finding.edit.text}]
    return diagnostic


class _BytePlaces:
    """Lines and columns of a draft, with columns that count bytes of UTF-8.

    The bytes before every so many characters are counted once: a draft may be one line of megabytes.
    """

    _EVERY = 4096

    def __init__(self, document: Document) -> None:
        self._document = document
        source = document.source
        parts = (source[at : at + self._EVERY] for at in range(0, len(source), self._EVERY))
        self._before = [0, *accumulate(map(_byte_length, parts))]

    def range(self, start: int, end: int) -> dict[str, Any]:
        """The stretch between two offsets, as reviewdog writes it."""
        return {"start": self._place(start), "end": self._place(end)}

    def _place(self, offset: int) -> dict[str, int]:
        line, column, _ = self._document.source_place(offset)
        return {"line": line, "column": self._bytes(offset) - self._bytes(offset - column + 1) + 1}

    def _bytes(self, offset: int) -> int:
        part = offset // self._EVERY
        return self._before[part] + _byte_length(self._document.source[part * self._EVERY : offset])


def _byte_length(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _command_text(text: str) -> str:
    # The order matters: a "%" that was typed must not look like one of these escapes.
    return safe_text(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _command_text(text).replace(":", "%3A").replace(",", "%2C")


# Name of the format: its renderer.  A new format is a function and a row here.
FORMATS: dict[str, Callable[[Results], Iterator[str]]] = {
    "lines": render_lines,
    "json": render_json,
    "jsonl": render_jsonl,
    "sarif": _sarif,
    "rdjsonl": render_rdjsonl,
    "github": render_github,
    "gitlab": render_gitlab,
    "html": _html,
    "annotations": _annotations,
}
# Formats of drafts alone, which show every mention: what is confirmed, unknown and waived, too.
OF_DRAFTS = frozenset({"html", "annotations"})
OF_STORES = tuple(name for name in FORMATS if name not in OF_DRAFTS)
