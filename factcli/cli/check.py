"""``fact check``: the figures, dates and quotes of drafts against the store."""

from __future__ import annotations

import sys

import click

from factcli.cli.options import REPORT_FORMATS, Settings, report_options
from factcli.cli.output import current_settings, show, write, write_note
from factcli.safetext import safe_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from factcli.cli.reviewing import Outcome, Wish
    from factcli.drafts.review import PlacedFinding, Review

_CLEAN, _FINDINGS, _ERROR = 0, 1, 2
# What the other commands call a table is a report here.
_TABLE = "table"
_MOST_NAMES = 3


@click.command("check")
@click.argument("drafts", nargs=-1, required=True, metavar="FILE|FOLDER|-...", type=click.Path())
@click.option(
    "--stdin-name", metavar="NAME", help="What to call the draft on standard input; .md reads it as Markdown."
)
@click.option("--all", "show_all", is_flag=True, help="Show what is confirmed and unknown too.")
@click.option(
    "--strict", is_flag=True, help="Unknown counts as a finding, and a draft in which nothing was checked fails."
)
@click.option("--fix", is_flag=True, help="Write the suggestions into the drafts.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--since", metavar="REV", help="Only lines that changed since this revision of git.")
@click.option("--watch", is_flag=True, help="Check again whenever a draft is saved, until Ctrl-C.")
@click.option(
    "--published", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day for which the drafts are written."
)
@click.option(
    "--rule-off", "rules_off", multiple=True, metavar="NAME", help="Do not report this rule; may be repeated."
)
@report_options
def command(*, show_all: bool, fix: bool, diff: bool, watch: bool, published: datetime | None, **wished: object) -> int:
    """Check the figures, dates and quotes of drafts against the store.

    What disagrees with a fact is reported with the right value and its source; what no fact is about is left alone.
    A folder stands for its Markdown, text and Word files.

    \b
    <!-- fact-ignore: reason -->   in a draft waives what its line says; alone on a line, what the next one says.

    \b
    Examples:
      fact check draft.md
      fact check drafts/ --format json
      fact check draft.md --diff               what --fix would write
      fact check drafts/ --since main          only what changed
      cat draft.md | fact check - --stdin-name draft.md

    Exit status: 0 clean, 1 something is contradicted or outdated, 2 an error.
    """
    from factcli.cli.reviewing import Wish

    wish = Wish(published=published and published.date(), **wished)  # type: ignore[arg-type] # the options above are its fields
    chosen_report(current_settings())
    if watch and (fix or diff or "-" in wish.drafts):
        raise click.UsageError("--watch only reports on files: it goes with none of --fix, --diff and -")
    if "-" in wish.drafts and ((fix and not diff) or wish.since is not None):
        raise click.UsageError("--fix and --since need files, not standard input")
    if watch:
        from factcli.cli.watching import watch_drafts

        return watch_drafts(wish, lambda: _check(wish, show_all=show_all))
    if diff:
        return _diff(wish)
    return _check(wish, show_all=show_all, errors=_fix(wish) if fix else [])


def chosen_report(settings: Settings) -> str:
    """The form of the report: what was asked for, else a report on a terminal and lines in a pipe."""
    form = "report" if settings.format == _TABLE else settings.format
    if form is not None and form not in REPORT_FORMATS:
        raise click.UsageError(f"check has no format '{form}'; there are {', '.join(REPORT_FORMATS)}")
    return form or ("report" if sys.stdout.isatty() else "lines")


def _check(wish: Wish, *, show_all: bool, errors: Sequence[str] = ()) -> int:
    from factcli.cli.reviewing import review_drafts

    outcome = review_drafts(wish)
    outcome.errors.extend(errors)
    shown = [_shown(review, show_all=show_all, strict=wish.strict) for review in outcome.reviews]
    _write_report(outcome, shown)
    return _finish(wish, outcome)


def _shown(review: Review, *, show_all: bool, strict: bool) -> Review:
    """The review with the findings that are to be shown."""
    hidden = set() if show_all else {"confirmed"} if strict else {"confirmed", "unknown"}
    return review._replace(findings=tuple(finding for finding in review.findings if finding.verdict not in hidden))


def _write_report(outcome: Outcome, shown: Sequence[Review]) -> None:
    settings = current_settings()
    if settings.quiet:
        return
    if settings.count:
        write([f"{sum(len(review.findings) for review in shown)}\n"])
        return
    form = chosen_report(settings)
    if form == "report":
        from factcli.render.report import render_report

        show(settings, lambda width: render_report(shown, width, outcome.cite))
    elif form == "sarif":
        from factcli.render.sarif import render_sarif

        write([render_sarif(shown)])
    else:
        from factcli.render import findings

        write(findings.render_json(shown, outcome.summary) if form == "json" else findings.FORMS[form](shown))


def _finish(wish: Wish, outcome: Outcome) -> int:
    """Say on standard error what went wrong and how much was seen; the exit status tells the same."""
    from factcli.render.findings import render_summary

    sys.stdout.flush()
    for line in dict.fromkeys(outcome.errors):
        write_note(f"fact: error: {safe_text(line)}")
    unchecked = [] if wish.since is not None else outcome.unchecked
    if not current_settings().quiet:
        if unchecked:
            write_note(_nothing_checked(unchecked))
        if outcome.reviews:
            write_note(f"fact: {render_summary(outcome.summary, len(outcome.reviews))}")
    if outcome.errors or (wish.strict and unchecked):
        return _ERROR
    return (
        _FINDINGS
        if any(_counts(finding, wish) for review in outcome.reviews for finding in review.findings)
        else _CLEAN
    )


def _counts(finding: PlacedFinding, wish: Wish) -> bool:
    from factcli.drafts.review import FAULTS

    return finding.verdict in FAULTS or (wish.strict and finding.verdict in {"unknown", "waiver"})


def _nothing_checked(unchecked: Sequence[Review]) -> str:
    names = [safe_text(review.document.name) for review in unchecked]
    listed = ", ".join(names[:_MOST_NAMES]) + (
        f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    )
    seen = sum(review.summary.seen for review in unchecked)
    why = (
        f"no fact of the store is about the {seen} figures, dates and quotes seen"
        if seen
        else "no figure, date or quote"
    )
    return f"fact: nothing checked in {listed}: {why}"


def _diff(wish: Wish) -> int:
    from factcli.cli.reviewing import review_drafts
    from factcli.render.diff import render_diff

    outcome = review_drafts(wish)
    if not current_settings().quiet:
        for review in outcome.reviews:
            write(render_diff(review.document, review.edits))
    return _finish(wish, outcome)


def _fix(wish: Wish) -> list[str]:
    """Write the suggestions into the drafts and say how many; gives the errors of drafts that cannot be written."""
    from factcli.cli.reviewing import mend_drafts, review_drafts

    outcome = review_drafts(wish)
    mended, errors = mend_drafts(outcome.reviews)
    if not current_settings().quiet:
        write_note(f"fact: {mended} suggestion{'' if mended == 1 else 's'} written")
    return errors
