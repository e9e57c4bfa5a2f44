"""Run an archive check on this machine: archive, store and question in, a folder of findings out; resumable."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli import __version__
from factcli.archive.batch import Answer
from factcli.archive.folder import SUMMARY, check_names, locked_output, replace
from factcli.archive.parts import opened_output
from factcli.archive.pool import Pool, batched
from factcli.archive.summary import ArchiveSummary, count_findings
from factcli.index import FactIndex
from factcli.store.file import read_store_file
from factcli.store.temporary import temporary_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcli.archive.batch import Question
    from factcli.archive.inputs import Archive
    from factcli.archive.parts import OutputFolder

# A part is written at this many records, findings or seconds of work: the most that a power failure can lose.
_PART_RECORDS = 20_000
_PART_FINDINGS = 20_000
_PART_SECONDS = 20.0
# How many seconds to wait for another run in the same folder.
_PATIENCE = 1.0


class Progress(NamedTuple):
    """The progress of a run: bytes read, total bytes, and documents checked in this run."""

    position: int
    size: int
    documents: int


class Job(NamedTuple):
    """An archive, the store and question to check it with, and the folder and format of the findings."""

    archive: Archive
    store_path: str
    question: Question
    folder: Path
    form: str = "jsonl"
    workers: int = 0


def check_archive(job: Job, report: Callable[[Progress], None] = lambda _: None) -> ArchiveSummary:
    """Check the rest of an archive, and write findings and summary into the job's folder; ``report`` gets the progress.

    Raises :class:`factcli.errors.FactcliError` if that fails; results up to then are kept.
    """
    check_names(job.folder)
    job.folder.mkdir(parents=True, exist_ok=True)
    with (
        locked_output(job.folder, _PATIENCE) as folder,
        opened_output(folder, _run_of(job), job.form) as output,
    ):
        with packed_store(job.store_path) as pack, Pool(pack, job.question, job.workers or _cores()) as pool:
            _check_rest(job, output, pool, report)
        summary = _summary_of(output)
        replace(folder / SUMMARY, summary.as_text())
    return summary


@contextmanager
def packed_store(store_path: str) -> Iterator[str]:
    """A temporary copy of a store's index, unaffected by later changes of the store; removed after the block."""
    with temporary_folder() as folder:
        path = str(folder / pack_name(store_path))
        FactIndex.at(store_path).pack(path)
        yield path


def pack_name(store_path: str) -> str:
    """A file name for a packed store, derived from its content."""
    return f"facts-{store_digest(store_path)[:16]}.sqlite3"


def store_digest(store_path: str) -> str:
    """The digest of the bytes of a store."""
    return read_store_file(Path(store_path)).digest


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _run_of(job: Job) -> dict[str, Any]:
    """The parameters that identify a run: everything that the findings depend on."""
    files = [(file.name, file.size, file.changed) for file in job.archive.files]
    question = job.question
    return {
        "version": __version__,
        "store": store_digest(job.store_path),
        "archive": sha256(repr((job.archive.form, files)).encode()).hexdigest(),
        "question": {
            "facts": sorted(question.facts),
            "since": str(question.since),
            "until": str(question.until),
            "rules_off": sorted(question.rules_off),
            "show_all": question.show_all,
        },
        "form": job.form,
    }


def _check_rest(job: Job, output: OutputFolder, pool: Pool, report: Callable[[Progress], None]) -> None:
    """Check the remaining records; if the run is interrupted, results up to then are written."""
    rest = islice(job.archive.records(), output.done.records, None)
    answer, documents, began = Answer(), 0, time.monotonic()
    try:
        for step in pool.check(batched(rest)):
            answer = answer.plus(step.answer)
            documents += step.answer.records
            report(Progress(step.position, job.archive.size, documents))
            if _fills_a_part(answer) or time.monotonic() - began > _PART_SECONDS:
                # Reset first: a part that could not be written must not be written again.
                part, answer, began = answer, Answer(), time.monotonic()
                output.add(part)
    finally:
        if answer.records:
            output.add(answer)


def _fills_a_part(answer: Answer) -> bool:
    return answer.records >= _PART_RECORDS or len(answer.findings) >= _PART_FINDINGS


def _summary_of(output: OutputFolder) -> ArchiveSummary:
    done = output.done
    facts, printed = count_findings(output.findings())
    return ArchiveSummary(done.checked, done.skipped, done.rejected, done.summary, facts, printed)
