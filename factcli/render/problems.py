"""Problems of stores -> the formats of :mod:`factcli.render.findings`, so that the same tools read both."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.drafts.review import PlacedFinding, Review, Summary
from factcli.escaping import json_line
from factcli.render.findings import FORMATS, Results
from factcli.render.records import JSON_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcli.check.reasons import ReportedVerdict
    from factcli.curation.validate import Problem
    from factcli.curation.validation_rules import Level
    from factcli.documents import Document

# The verdicts that a report shows as these levels.
_VERDICTS: dict[Level, ReportedVerdict] = {"error": "contradicted", "warning": "outdated"}


class Report(NamedTuple):
    """The problems of one file, and its text."""

    document: Document
    problems: Sequence[Problem]


def as_review(report: Report) -> Review:
    """The problems as the findings of a draft."""
    return Review(report.document, tuple(_finding(report.document, each) for each in report.problems), Summary())


def render_problems(form: str, reports: Sequence[Report], about: Mapping[str, str]) -> Iterator[str]:
    """The problems in one of the formats of reports; ``about`` says what each rule finds."""
    if form in _OWN_FORMATS:
        return _OWN_FORMATS[form](reports)
    return FORMATS[form](Results(tuple(map(as_review, reports)), Summary(), about))


def _finding(document: Document, problem: Problem) -> PlacedFinding:
    return PlacedFinding(
        document.name,
        document.source_place(problem.span.start),
        document.source_place(problem.span.end),
        document.source[problem.span.start : problem.span.end],
        _VERDICTS[problem.level],
        problem.rule,
        None,
        problem.message,
    )


def _render_json(reports: Sequence[Report]) -> Iterator[str]:
    levels = [problem.level for report in reports for problem in report.problems]
    summary = {"errors": levels.count("error"), "warnings": levels.count("warning")}
    records = ",\n".join(_records(reports))
    head = json.dumps({"schema_version": JSON_VERSION, "summary": summary})[:-1]
    yield f'{head}, "problems": [' + (f"\n{records}\n]}}\n" if records else "]}\n")


def _render_jsonl(reports: Sequence[Report]) -> Iterator[str]:
    return (f"{record}\n" for record in _records(reports))


def _records(reports: Sequence[Report]) -> Iterator[str]:
    for document, problems in reports:
        for problem in problems:
            yield json_line(_record(document, problem))


def _record(document: Document, problem: Problem) -> dict[str, Any]:
    start, end = (document.source_place(offset) for offset in problem.span)
    return {
        "path": document.name,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "id": problem.id,
        "level": problem.level,
        "rule": problem.rule,
        "message": problem.message,
    }


# The formats whose records are problems of a store, with other fields than findings of a draft.
_OWN_FORMATS = {"json": _render_json, "jsonl": _render_jsonl}
