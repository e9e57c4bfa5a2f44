"""What is asked of an archive on the command line -> a run of one of the engines, and what is printed of it."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from factcli.archive.batch import Question, resolve_question
from factcli.archive.folder import FINDINGS, REJECTED
from factcli.archive.inputs import find_archive
from factcli.archive.run import Job, Progress, check_archive
from factcli.cli.checking.reviewing import check_rules
from factcli.cli.output import chosen_fields, chosen_format, current_settings, write, write_note, write_records
from factcli.cli.progress import progress
from factcli.drafts.review import FAULTS
from factcli.drafts.settings import find_settings, store_of, terms_of
from factcli.index import FactIndex

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from factcli.archive.summary import ArchiveSummary, PrintedCount

_FIELDS = ("printed", "documents", "findings", "verdict", "value", "fact", "statement")
_DEFAULT_FIELDS = ("printed", "documents", "value", "fact", "statement")
# So many rows of a table, unless --limit says otherwise.
_MOST_SHOWN = 20
_NOTHING_READ = 2


class ArchiveOptions(NamedTuple):
    """What the command line asks of an archive."""

    inputs: tuple[str, ...]
    output: str
    facts: tuple[str, ...]
    since: date | None
    until: date | None
    show_all: bool
    rules_off: tuple[str, ...]
    input_format: str | None
    output_format: str
    jobs: int | None
    engine: str
    master: str | None


def run_archive(wish: ArchiveOptions) -> int:
    """Check the archive, print what was wrong most often, and give the exit status."""
    settings = current_settings()
    chosen_fields(settings, _FIELDS, _DEFAULT_FIELDS)
    check_rules(wish.rules_off)
    configuration = find_settings(os.getcwd())
    store_path = store_of(configuration, settings.store).path
    with progress("indexing facts", counts=False) as tell:
        index = FactIndex.at(store_path, tell)
    rules_off = terms_of(configuration).rules_off.union(wish.rules_off)
    question = resolve_question(
        store_path, Question(frozenset(wish.facts), wish.since, wish.until, rules_off, wish.show_all)
    )
    summary = _on_spark(wish, store_path, question) if wish.engine == "spark" else _here(wish, store_path, question)
    if not settings.quiet:
        _show(summary, index)
        _tell(summary, wish.output)
    if summary.rejected and not summary.checked + summary.skipped:
        return _NOTHING_READ
    return 1 if any(count.verdict in FAULTS for count in summary.facts) else 0


def _here(wish: ArchiveOptions, store_path: str, question: Question) -> ArchiveSummary:
    if wish.master:
        raise click.UsageError("--master goes with --engine spark")
    archive = find_archive(wish.inputs, wish.input_format)
    job = Job(archive, store_path, question, Path(wish.output), wish.output_format, wish.jobs or 0)
    with progress("checking documents", counts=False) as tell:
        try:
            return check_archive(job, _told(tell))
        except KeyboardInterrupt:
            write_note(f"fact: stopped; the same command goes on from here: {wish.output}")
            raise


def _told(tell: Callable[..., None]) -> Callable[[Progress], None]:
    """What to call with the progress of a run: the bar counts bytes, its words say documents and their rate."""
    began = time.monotonic()

    def told(so_far: Progress) -> None:
        rate = so_far.documents / max(time.monotonic() - began, 0.001)
        tell(so_far.position, so_far.size, f"{so_far.documents:,} documents, {rate:,.0f} a second")

    return told


def _on_spark(wish: ArchiveOptions, store_path: str, question: Question) -> ArchiveSummary:
    from factcli.archive.spark import SparkJob, check_on_spark

    job = SparkJob(wish.inputs, wish.input_format, store_path, question, wish.output, wish.output_format)
    return check_on_spark(job, wish.master)


def _show(summary: ArchiveSummary, index: FactIndex) -> None:
    """What was printed wrong, the most documents first."""
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
    """A wrong figure beside the fact that holds now."""
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


def _tell(summary: ArchiveSummary, output: str) -> None:
    """What became of the documents, on standard error."""
    counts = ", ".join(f"{number:,} {name}" for name, number in summary.mentions._asdict().items())
    write_note(f"fact: {summary.checked:,} document{'' if summary.checked == 1 else 's'}: {counts}")
    if summary.skipped:
        write_note(f"fact: {summary.skipped:,} documents of other days, or of none, were left out")
    if summary.rejected:
        records = f"{summary.rejected:,} record{'' if summary.rejected == 1 else 's'}"
        write_note(f"fact: {records} could not be read: {output}/{REJECTED}")
    if summary.facts:
        write_note(f"fact: findings are in {output}/{FINDINGS}")
