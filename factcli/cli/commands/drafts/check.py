"""``fact check``: the figures, dates, quotes and names of drafts against the store."""

from __future__ import annotations

import click

from factcli.cli.named import ManyValues, NamedPath
from factcli.cli.options import report_options
from factcli.cli.typed_options import CheckOptions, day_option, takes


@click.command("check")
@click.argument("drafts", nargs=-1, required=True, metavar="FILE|FOLDER|-...", type=NamedPath())
@click.option("--stdin-name", metavar="NAME", help="File name for standard input or a pipe; .md selects Markdown.")
@click.option("--all", "show_all", is_flag=True, help="Also show what is confirmed or unknown.")
@click.option("--strict", is_flag=True, help="Report unknown mentions, and fail if nothing in a draft was checked.")
@click.option("--fix", is_flag=True, help="Apply the suggestions to the drafts.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, without changing it.")
@click.option("--since", metavar="REV", help="Check only lines changed since this git revision.")
@click.option("--watch", is_flag=True, help="Check again whenever a draft, the store or the settings change.")
@click.option(
    "--explain", metavar="LINE", help="Show how the findings of a line came about; PATH:LINE for one of several drafts."
)
@day_option("--published", about="Publication day of the drafts, such as 2019-07-18.")
@click.option(
    "--against",
    cls=ManyValues,
    metavar="SOURCE...",
    type=NamedPath(),
    help="Also check against these texts: files, folders or -, up to the next option.",
)
@click.option("--rule-off", "rules_off", multiple=True, metavar="NAME", help="Disable this rule; may be repeated.")
@click.option("--baseline", type=NamedPath(), metavar="FILE", help="Report only what is not in this file.")
@click.option("--write-baseline", is_flag=True, help="Write the findings to the file of --baseline.")
@click.option("--ticks", type=NamedPath(), metavar="FILE", help="The ticks saved from an HTML sheet.")
@report_options
@takes(CheckOptions)
def command(options: CheckOptions) -> int:
    """Check the figures, dates, quotes and names of drafts.

    A mention that disagrees with a fact of the store is reported with the right value and its source. What the store
    has no fact about is not reported. Drafts are Markdown, plain text, Word, HTML, LaTeX, reStructuredText, AsciiDoc,
    Org, OpenDocument and subtitles; a folder means all of those in it.

    With --against, a figure, date or quote that the named sources do not state, or state differently, is reported too.
    Sources are texts, PDF, HTML, Word, spreadsheets, slides and more.

    --format html writes a sheet for the desk: the draft with every mention marked, and beside it what the store or a
    source says. Tick there what you have checked, save the ticks, and give the file to --ticks with the next version.

    To waive a line, put <!-- fact-ignore: reason --> on it, or alone on the line before it.

    \b
    Examples:
      fact check draft.md
      fact check drafts/ --format json
      fact check draft.md --diff               show what --fix would change
      fact check drafts/ --since main          only what has changed
      fact check draft.md --explain 12         what decided on line 12
      fact check draft.md --against report.pdf release.html
      fact check drafts/ --baseline known.json --write-baseline
      fact check draft.md --format html > sheet.html
      fact check draft.md --ticks ticks.json --format html > sheet.html
      cat draft.md | fact check - --stdin-name draft.md

    Exit status: 0 clean, 1 something is contradicted, outdated or unsupported, 2 an error.
    """
    return _check(options) if options.explain is None else _explain(options)


def _check(options: CheckOptions) -> int:
    from factcli.cli.checking.reporting import chosen_form, report, report_baseline, report_diff
    from factcli.cli.checking.reviewing import fix_drafts, review_drafts

    chosen_form()
    _refuse_what_does_not_combine(options)
    if options.watch:
        from factcli.cli.checking.watching import watch_drafts

        return watch_drafts(options, lambda: report(review_drafts(options), options))
    if options.diff:
        return report_diff(review_drafts(options), options)
    if options.write_baseline:
        return report_baseline(review_drafts(options), options)
    errors = fix_drafts(review_drafts(options).reviews) if options.fix else []
    return report(review_drafts(options, errors), options)


def _explain(options: CheckOptions) -> int:
    from factcli.cli.checking.explaining import check_form, explain_line, line_named
    from factcli.cli.checking.reviewing import review_drafts

    if options.fix or options.diff or options.watch or options.since is not None:
        raise click.UsageError("--explain cannot be combined with --fix, --diff, --watch or --since")
    check_form()
    line_named(options.explain or "")
    return explain_line(review_drafts(options), options)


def _refuse_what_does_not_combine(options: CheckOptions) -> None:
    from factcli.cli.input import STANDARD_INPUT
    from factcli.pipes import is_pipe

    if options.write_baseline and (options.baseline is None or options.fix or options.diff or options.watch):
        raise click.UsageError("--write-baseline needs --baseline FILE, and no --fix, --diff or --watch")
    is_piped = any(name == STANDARD_INPUT or is_pipe(name) for name in options.drafts)
    if options.watch and (options.fix or options.diff or is_piped):
        raise click.UsageError("--watch cannot be combined with --fix, --diff, standard input or a pipe")
    if is_piped and ((options.fix and not options.diff) or options.since is not None):
        raise click.UsageError("--fix and --since need files, not standard input or a pipe")
