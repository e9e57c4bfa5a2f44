"""Problems of stores come in; a report in the chosen form and the exit status go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.cli.checking.reporting import chosen_form
from factcli.cli.output import current_settings, show, write, write_note
from factcli.escaping import safe_text
from factcli.render.findings import OF_STORES
from factcli.render.problems import Report, as_review, render_problems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def write_problems(reports: Sequence[Report], about: Mapping[str, str], summary: str) -> int:
    """Write the problems, and the summary to standard error; the exit status is 1 if there are any."""
    settings = current_settings()
    found = sum(len(report.problems) for report in reports)
    if settings.count:
        write([f"{found}\n"])
    elif not settings.quiet:
        form = chosen_form(OF_STORES)
        if form == "report":
            from factcli.render.report import render_report

            reviews = [as_review(report) for report in reports]
            show(settings, lambda width: render_report(reviews, width, lambda *_: None))
        else:
            write(render_problems(form, reports, about))
        write_note(f"fact: {safe_text(summary)}")
    return 1 if found else 0
