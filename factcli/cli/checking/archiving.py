"""The options of ``fact archive`` come in; a run of one engine, a summary and the exit status go out."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcli.archive.batch import Question, resolve_question
from factcli.archive.folder import FINDINGS, REJECTED
from factcli.archive.inputs import find_archive
from factcli.archive.run import Job, Progress, check_archive
from factcli.check.reasons import FAULTS
from factcli.cli.checking.reviewing import check_rules
from factcli.cli.output import chosen_fields, chosen_format, current_settings, write, write_note, write_records
from factcli.cli.progress import progress
from factcli.cli.store_choice import note_further_stores
from factcli.drafts.settings import find_settings, terms_of
from factcli.drafts.stores import store_of
from factcli.errors import FactcliError
from factcli.index import FactIndex
from factcli.model.formatting import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.archive.summary import ArchiveSummary, PrintedCount
    from factcli.cli.typed_options import ArchiveOptions

_FIELDS = ("printed", "documents", "findings", "verdict", "value", "fact", "statement")
_DEFAULT_FIELDS = ("printed", "documents", "value", "fact", "statement")
# Rows of a table without --limit.
_MOST_SHOWN = 20


def run_archive(options: ArchiveOptions) -> int:
    """Check the archive, print what is wrong most often, and return the exit status.

    Raises :class:`FactcliError`, also where no record could be read.
    """
    settings = current_settings()
    chosen_fields(settings, _FIELDS, _DEFAULT_FIELDS)
    check_rules(options.rules_off)
    configuration = find_settings(os.getcwd())
    if configuration.sources and not settings.quiet:
        write_note("fact: the sources of the settings are not used: an archive is checked against the store alone")
    store_path = store_of(configuration, settings.store).path
    note_further_stores(settings)
    with progress("indexing facts", counts=False) as advance:
        index = FactIndex.at(store_path, advance)
    rules_off = terms_of(configuration).rules_off.union(options.rules_off)
    wanted = Question(frozenset(options.facts), options.since, options.until, rules_off, options.show_all)
    question = resolve_question(store_path, wanted)
    run = _check_on_spark if options.engine == "spark" else _check_here
    summary = run(options, store_path, question)
    if not settings.quiet:
        _show_wrong(summary, index)
        _report_counts(summary, options.output)
    if summary.rejected and not summary.checked + summary.skipped:
        raise FactcliError(f"{options.output}: no record could be read", hint=f"see {options.output}/{REJECTED}")
    return 1 if any(count.verdict in FAULTS for count in summary.facts) else 0


def _check_here(options: ArchiveOptions, store_path: str, question: Question) -> ArchiveSummary:
    if options.master:
        raise click.UsageError("--master requires --engine spark")
    output = Path(options.output)
    archive = find_archive(options.inputs, options.input_format, output)
    job = Job(archive, store_path, question, output, options.output_format, options.jobs or 0)
    with progress("checking documents", counts=False) as advance:
        try:
            return check_archive(job, _with_rate(advance))
        except KeyboardInterrupt:
            write_note(f"fact: interrupted; repeat the command to resume: {options.output}")
            raise


def _with_rate(advance: Callable[..., None]) -> Callable[[Progress], None]:
    """What to call with the progress of a run: the bar counts bytes, its label documents and their rate."""
    began = time.monotonic()

    def show_progress(so_far: Progress) -> None:
        rate = so_far.documents / max(time.monotonic() - began, 0.001)
        advance(so_far.position, so_far.size, f"{so_far.documents:,} documents, {rate:,.0f} a second")

    return show_progress


def _check_on_spark(options: ArchiveOptions, store_path: str, question: Question) -> ArchiveSummary:
    from factcli.archive.spark import SparkJob, check_on_spark

    job = SparkJob(options.inputs, options.input_format, store_path, question, options.output, options.output_format)
    return check_on_spark(job, options.master)


def _show_wrong(summary: ArchiveSummary, index: FactIndex) -> None:
    """Print the wrong figures, those in most documents first."""
    settings = current_settings()
    if settings.count:
        write([f"{sum(count.findings for count in summary.wrong)}\n"])
        return
    fields = chosen_fields(settings, _FIELDS, _DEFAULT_FIELDS)
    most = settings.limit or None
    if settings.limit is None and chosen_format(settings) == "table":
        most = _MOST_SHOWN
    rows = [_row(count, index) for count in summary.wrong[:most]]
    if rows:
        write_records(settings, "printed", fields, [[row[name] for name in fields] for row in rows])
    if len(rows) < len(summary.wrong):
        write_note(f"fact: {len(rows)} of {len(summary.wrong):,} wrong figures; --limit 0 shows all")


def _row(count: PrintedCount, index: FactIndex) -> dict[str, str]:
    """A wrong figure next to the fact that is current."""
    hit = index.get(count.fact)
    while hit and hit.superseded_by:
        hit = index.get(hit.superseded_by)
    return {
        "printed": count.surface,
        "documents": str(count.documents),
        "findings": str(count.findings),
        "verdict": count.verdict,
        "value": hit.display if hit else "",
        "fact": hit.id if hit else count.fact,
        "statement": hit.statement if hit else "",
    }


def _report_counts(summary: ArchiveSummary, output: str) -> None:
    """Write to standard error how many documents were checked, skipped and rejected."""
    counts = ", ".join(f"{number:,} {name}" for name, number in summary.mentions._asdict().items())
    write_note(f"fact: {counted(summary.checked, 'document')}: {counts}")
    if summary.skipped:
        write_note(f"fact: {counted(summary.skipped, 'document')} skipped: of another day, or without one")
    if summary.rejected:
        write_note(f"fact: {counted(summary.rejected, 'record')} could not be read: {output}/{REJECTED}")
    if summary.facts:
        write_note(f"fact: findings are in {output}/{FINDINGS}")
