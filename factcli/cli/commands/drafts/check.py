"""``fact check``: the figures, dates and quotes of drafts against the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcli.cli.named import NamedPath
from factcli.cli.options import report_options

if TYPE_CHECKING:
    from datetime import datetime


@click.command("check")
@click.argument("drafts", nargs=-1, required=True, metavar="FILE|FOLDER|-...", type=NamedPath())
@click.option(
    "--stdin-name", metavar="NAME", help="What to call a draft on standard input or a pipe; .md reads it as Markdown."
)
@click.option("--all", "show_all", is_flag=True, help="Show what is confirmed and unknown too.")
@click.option(
    "--strict", is_flag=True, help="Unknown counts as a finding, and a draft in which nothing was checked fails."
)
@click.option("--fix", is_flag=True, help="Write the suggestions into the drafts.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--since", metavar="REV", help="Only lines that changed since this revision of git.")
@click.option("--watch", is_flag=True, help="Check again whenever a draft, the store or the settings change.")
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
    from factcli.cli.checking import reporting
    from factcli.cli.checking.reviewing import CheckOptions, mend_drafts, review_drafts
    from factcli.pipes import is_pipe

    wish = CheckOptions(published=published and published.date(), **wished)  # type: ignore[arg-type] # its fields are options
    reporting.chosen_form()
    is_piped = any(name == "-" or is_pipe(name) for name in wish.drafts)
    if watch and (fix or diff or is_piped):
        raise click.UsageError("--watch only reports on files: it goes with none of --fix, --diff, - and pipes")
    if is_piped and ((fix and not diff) or wish.since is not None):
        raise click.UsageError("--fix and --since need files, not standard input or a pipe")
    if watch:
        from factcli.cli.checking.watching import watch_drafts

        return watch_drafts(wish, lambda: reporting.report(review_drafts(wish), wish, show_all=show_all))
    if diff:
        return reporting.report_diff(review_drafts(wish), wish)
    errors = mend_drafts(review_drafts(wish).reviews) if fix else []
    return reporting.report(review_drafts(wish, errors), wish, show_all=show_all)
