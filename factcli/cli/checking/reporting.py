"""What was found in drafts -> the report on standard output, the summary on standard error, the exit status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factcli.cli.output import current_settings, show, write, write_note
from factcli.escaping import safe_text
from factcli.render import findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.cli.checking.reviewing import CheckOptions, Outcome
    from factcli.drafts.review import Review

# What counts as a finding only where it is asked for.
_STRICT = frozenset({"unknown", "waiver"})
_CLEAN, _FINDINGS, _ERROR = 0, 1, 2
# What the other commands call a table is a report here.
_TABLE, _REPORT, _LINES = "table", "report", "lines"
_FORMATS = (_REPORT, *findings.FORMATS)
_MOST_NAMES = 3


def chosen_form() -> str:
    """The form of the report: what was asked for, else a report on a terminal and lines in a pipe.

    Raises UsageError for a form that only other commands have.
    """
    asked = current_settings().format
    form = _REPORT if asked == _TABLE else asked
    if form is not None and form not in _FORMATS:
        command = click.get_current_context().info_name
        raise click.UsageError(f"{command} has no format '{form}'; there are {', '.join(_FORMATS)}")
    return form or (_REPORT if sys.stdout.isatty() else _LINES)


def report(outcome: Outcome, wish: CheckOptions, *, show_all: bool) -> int:
    """Write the report on the drafts in the form that was chosen, and give the exit status."""
    hidden = set() if show_all else {"confirmed"} if wish.strict else {"confirmed", "unknown"}
    shown = [review.without(hidden) for review in outcome.reviews]
    settings = current_settings()
    if settings.count and not settings.quiet:
        write([f"{sum(len(review.findings) for review in shown)}\n"])
    elif not settings.quiet:
        _write_report(outcome, shown)
    return _finish(outcome, wish)


def report_diff(outcome: Outcome, wish: CheckOptions) -> int:
    """Write what the suggestions would change as a unified diff, and give the exit status."""
    from factcli.render.diff import render_diff

    if not current_settings().quiet:
        for review in outcome.reviews:
            write(render_diff(review.document, review.edits))
    return _finish(outcome, wish)


def _write_report(outcome: Outcome, shown: Sequence[Review]) -> None:
    form = chosen_form()
    if form == _REPORT:
        from factcli.render.report import render_report

        show(current_settings(), lambda width: render_report(shown, width, outcome.cite))
    else:
        write(findings.FORMATS[form](findings.Results(shown, outcome.summary)))


def _finish(outcome: Outcome, wish: CheckOptions) -> int:
    """Say on standard error what went wrong and how much was seen; the exit status tells the same."""
    sys.stdout.flush()
    for line in dict.fromkeys(outcome.errors):
        write_note(f"fact: error: {safe_text(line)}")
    unchecked = [] if wish.since is not None else outcome.unchecked
    if not current_settings().quiet:
        _say_what_was_seen(outcome, unchecked)
    if outcome.errors or (wish.strict and unchecked):
        return _ERROR
    findings = (finding for review in outcome.reviews for finding in review.findings)
    counts = (each.fails or (wish.strict and each.verdict in _STRICT) for each in findings)
    return _FINDINGS if any(counts) else _CLEAN


def _say_what_was_seen(outcome: Outcome, unchecked: Sequence[Review]) -> None:
    if unchecked:
        names = [safe_text(review.document.name) for review in unchecked]
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        seen = sum(review.summary.seen for review in unchecked)
        why = f"the store decides none of the {seen} seen" if seen else "no figure, date or quote"
        write_note(f"fact: nothing checked in {', '.join(names[:_MOST_NAMES])}{more}: {why}")
    if outcome.reviews:
        write_note(f"fact: {findings.render_summary(outcome.summary, len(outcome.reviews))}")
