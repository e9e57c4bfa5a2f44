"""Reviews of drafts come in; a report, a summary on standard error and the exit status go out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcli.cli.output import current_settings, show, write, write_errors, write_note
from factcli.escaping import safe_text
from factcli.model.formatting import counted
from factcli.render import findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.cli.checking.reviewing import Outcome
    from factcli.cli.typed_options import CheckOptions
    from factcli.drafts.review import Review
    from factcli.drafts.ticks import Ticks

# Verdicts that fail a check only with --strict.
_STRICT = frozenset({"unknown", "waiver"})
_CLEAN, _FINDINGS, _ERROR = 0, 1, 2
# A report takes the place of the table of other commands.
_TABLE, _REPORT, _LINES = "table", "report", "lines"
_MOST_NAMES = 3


def chosen_form(formats: Sequence[str] = tuple(findings.FORMATS)) -> str:
    """The form of the report: the one given with ``--format``, else a report on a terminal and lines in a pipe.

    Raises UsageError for a form that is neither a report nor one of ``formats``.
    """
    asked = current_settings().format
    form = _REPORT if asked == _TABLE else asked
    if form not in (None, _REPORT, *formats):
        command = click.get_current_context().info_name
        known = ", ".join((_REPORT, *formats))
        raise click.UsageError(f"unknown format '{form}' for {command}; known formats: {known}")
    return form or (_REPORT if sys.stdout.isatty() else _LINES)


def report(outcome: Outcome, options: CheckOptions) -> int:
    """Write the report on the drafts in the chosen form, and return the exit status."""
    settings = current_settings()
    ticks = _ticks_of(outcome, options)
    shows_all = options.show_all or settings.format in findings.OF_DRAFTS
    hidden = set() if shows_all else {"confirmed"} if options.strict else {"confirmed", "unknown"}
    shown = [review.without(hidden) for review in outcome.reviews]
    if settings.count and not settings.quiet:
        write([f"{sum(len(review.findings) for review in shown)}\n"])
    elif not settings.quiet:
        _write_report(outcome, shown, ticks)
    if ticks and not settings.quiet:
        _write_ticks(outcome, options, ticks)
    return _finish(outcome, options)


def _ticks_of(outcome: Outcome, options: CheckOptions) -> Ticks | None:
    if options.ticks is None:
        return None
    from factcli.drafts.ticks import Ticks

    ticks, names = Ticks.read(Path(options.ticks)), [review.document.name for review in outcome.reviews]
    return ticks.of_only(names[0]) if len(names) == 1 else ticks


def _write_ticks(outcome: Outcome, options: CheckOptions, ticks: Ticks) -> None:
    """Say how many ticks still hold, and of how many the sentence has changed."""
    counts = [ticks.carried(review) for review in outcome.reviews]
    held, known = (sum(count) for count in zip(*counts, strict=True)) if counts else (0, 0)
    lost = f"; {known - held} no longer hold: their sentences changed" if held < known else ""
    sys.stdout.flush()
    write_note(f"fact: {options.ticks}: {held} of {counted(known, 'tick')} carried over{lost}")


def report_diff(outcome: Outcome, options: CheckOptions) -> int:
    """Write what the suggestions would change as a unified diff, and return the exit status."""
    from factcli.render.diff import render_diff

    if not current_settings().quiet:
        for review in outcome.reviews:
            write(render_diff(review.document, review.edits))
    return _finish(outcome, options)


def report_baseline(outcome: Outcome, options: CheckOptions) -> int:
    """Write the findings to the baseline and return the exit status; nothing is written if a draft cannot be read."""
    from factcli.drafts.baseline import write_baseline

    if outcome.errors or not options.baseline:
        return _finish(outcome, options)
    path = Path(options.baseline)
    written = write_baseline(path, (finding for review in outcome.reviews for finding in review.findings))
    if not current_settings().quiet:
        write_note(f"fact: {counted(written, 'finding')} written to {safe_text(str(path))}")
    return _CLEAN


def _write_report(outcome: Outcome, shown: Sequence[Review], ticks: Ticks | None) -> None:
    form = chosen_form()
    if form == _REPORT:
        from factcli.render.report import render_report

        show(current_settings(), lambda width: render_report(shown, width, outcome.cite))
    else:
        write(findings.FORMATS[form](findings.Results(shown, outcome.summary, cite=outcome.cite, ticks=ticks)))


def _finish(outcome: Outcome, options: CheckOptions) -> int:
    """Write the errors and the summary to standard error, and return the exit status."""
    write_errors(outcome.errors)
    unchecked = [] if options.since is not None else outcome.unchecked
    if not current_settings().quiet:
        _write_summary(outcome, unchecked, show_all=options.show_all)
    if outcome.errors or (options.strict and unchecked):
        return _ERROR
    findings = (finding for review in outcome.reviews for finding in review.findings)
    counts = (each.fails or (options.strict and each.verdict in _STRICT) for each in findings)
    return _FINDINGS if any(counts) else _CLEAN


def _write_summary(outcome: Outcome, unchecked: Sequence[Review], *, show_all: bool) -> None:
    if unchecked:
        names = [review.document.name for review in unchecked]
        shown = ", ".join(map(safe_text, names[:_MOST_NAMES]))
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        seen = sum(review.summary.seen for review in unchecked)
        mentions = "its one mention" if seen == 1 else f"any of its {seen} mentions"
        lacking = f"fact about {mentions}" if any(map(outcome.reviewer.has_facts, names)) else "facts"
        why = f"the store has no {lacking}" if seen else "no figures, dates or quotes"
        by_itself = "; checked by itself alone" if seen else ""
        write_note(f"fact: nothing checked in {shown}{more}: {why}{by_itself}")
    if outcome.reviews:
        names = [safe_text(review.document.name) for review in outcome.reviews]
        is_report = chosen_form() == _REPORT and sys.stderr.isatty()
        short, long = findings.render_summary(outcome.summary, len(names)), findings.summary_in_words
        is_more = not show_all and any((outcome.summary.confirmed, outcome.summary.unknown, outcome.summary.elsewhere))
        hint = " (--all shows each)" if is_more else ""
        write_note(f"fact: {long(outcome.summary, names) + hint if is_report else short}")
