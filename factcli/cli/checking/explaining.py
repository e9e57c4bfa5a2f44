"""``fact check --explain LINE``: the line of a draft comes in; how its findings came about goes out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import click

from factcli.cli.output import current_settings, show, write, write_errors, write_note
from factcli.drafts.explained_findings import explain_findings
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.mentions import iter_mentions

if TYPE_CHECKING:
    from factcli.cli.checking.reviewing import Outcome
    from factcli.cli.typed_options import CheckOptions
    from factcli.drafts.explained_findings import ExplainedFinding
    from factcli.drafts.review import Review

_FORMS = (None, "table", "report", "json")
_CLEAN, _FINDINGS, _ERROR = 0, 1, 2


class LineNamed(NamedTuple):
    """A line, from 1, of the draft at ``path``; None where only one draft can be meant."""

    path: str | None
    line: int


def line_named(text: str) -> LineNamed:
    """Read ``12`` or ``draft.md:12``; raises UsageError for anything else.

    >>> line_named("notes/a:b.md:12")
    LineNamed(path='notes/a:b.md', line=12)
    """
    path, _, line = text.rpartition(":")
    if not (line.isascii() and line.isdigit() and len(line) < 10 and int(line)):  # noqa: PLR2004 - no draft is as long
        raise click.UsageError(f"invalid line '{text}' for --explain: expected 12, or draft.md:12")
    return LineNamed(path or None, int(line))


def check_form() -> None:
    """Raise UsageError for a form that explanations do not have."""
    if current_settings().format not in _FORMS:
        raise click.UsageError(f"--explain cannot be shown as {current_settings().format}; formats: report, json")


def explain_line(outcome: Outcome, options: CheckOptions) -> int:
    """Write how the findings of the line came about, and return the exit status: that of the line alone."""
    write_errors(outcome.errors)
    if outcome.errors:
        return _ERROR
    named = line_named(options.explain or "")
    review = _review_named(outcome.reviews, named)
    if named.line > review.document.line_count:
        lines = review.document.line_count
        raise FactcliError(f"{review.document.name} has no line {named.line}", hint=f"its last line is {lines}")
    explained = _explained(outcome, review, named.line)
    settings = current_settings()
    if not explained and not settings.quiet:
        write_note(f"fact: {safe_text(review.document.name)}:{named.line} has no figure, date or quote")
    if not settings.quiet:
        _write(explained, outcome, review)
    return _FINDINGS if any(each.finding.fails for each in explained) else _CLEAN


def _review_named(reviews: list[Review], named: LineNamed) -> Review:
    """The review of the draft that is meant; raises UsageError where none or several may be."""
    path = os.path.normpath(named.path) if named.path else None
    meant = [review for review in reviews if path in {None, os.path.normpath(review.document.name)}]
    if len(meant) == 1:
        return meant[0]
    if named.path is None:
        raise click.UsageError("--explain needs the draft and the line, such as draft.md:12, where there are several")
    raise click.UsageError(f"--explain {named.path}:{named.line} names none of the drafts that are checked")


def _explained(outcome: Outcome, review: Review, line: int) -> list[ExplainedFinding]:
    document = review.document
    on_line = [each for each in review.findings if each.start.line <= line <= each.end.line]
    checker, published = outcome.reviewer.checker_of(document.name)
    mentions = iter_mentions(document.text, anchor=published, block_quotes=document.block_quotes)
    return list(explain_findings(document, on_line, checker, mentions, published))


def _write(explained: list[ExplainedFinding], outcome: Outcome, review: Review) -> None:
    if current_settings().format == "json":
        from factcli.render.explanation_records import render_explanations_json

        write(render_explanations_json(explained))
    elif explained:
        from factcli.render.explanation_report import render_explanations

        show(current_settings(), lambda width: render_explanations(explained, review.document, width, outcome.cite))
