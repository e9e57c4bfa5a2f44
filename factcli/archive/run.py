"""A run on this machine: an archive, a store and a question -> a folder of findings, which an interrupted run keeps."""

from __future__ import annotations

import json
import os
import tempfile
import time
from contextlib import contextmanager
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli import __version__
from factcli.archive.batch import Answer
from factcli.archive.folder import MANIFEST, SUMMARY, check_names, replace
from factcli.archive.parts import Ledger
from factcli.archive.pool import Pool, batched
from factcli.archive.summary import ArchiveSummary, count_findings
from factcli.escaping import safe_json
from factcli.index import FactIndex
from factcli.store.file import locked, read_store_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcli.archive.batch import Question
    from factcli.archive.inputs import Archive

# A part is written when it holds so much, or so many seconds of work: as much is lost when the machine goes down.
_PART_RECORDS = 20_000
_PART_FINDINGS = 20_000
_PART_SECONDS = 20.0
# So many seconds another run in the same folder is waited for.
_PATIENCE = 1.0


class Progress(NamedTuple):
    """How far a run is: bytes of the archive, of how many, and documents in this run."""

    position: int
    size: int
    documents: int


class Job(NamedTuple):
    """What to check against which store, what to ask, and where the findings go, in which form."""

    archive: Archive
    store_path: str
    question: Question
    folder: Path
    form: str = "jsonl"
    workers: int = 0


def check_archive(job: Job, tell: Callable[[Progress], None] = lambda _: None) -> ArchiveSummary:
    """Check what is not yet checked of an archive, and write the findings and the summary into the job's folder.

    Raises :class:`factcli.errors.FactcliError` where that cannot be done; what was done until then is kept.
    """
    check_names(job.folder)
    job.folder.mkdir(parents=True, exist_ok=True)
    with locked(job.folder / MANIFEST, _PATIENCE):
        ledger = Ledger(job.folder, _run_of(job), job.form)
        with packed_store(job.store_path) as pack, Pool(pack, job.question, job.workers or _cores()) as pool:
            _check_rest(job, ledger, pool, tell)
        summary = _summary_of(ledger)
        text = json.dumps(summary.as_json(), ensure_ascii=False, indent=2)
        replace(job.folder / SUMMARY, safe_json(text) + "\n")
    return summary


@contextmanager
def packed_store(store_path: str) -> Iterator[str]:
    """A copy of the index of a store, which no later change of the store reaches; removed when the block ends."""
    with tempfile.TemporaryDirectory(prefix="factcli-") as folder:
        path = str(Path(folder, pack_name(store_path)))
        FactIndex.at(store_path).pack(path)
        yield path


def pack_name(store_path: str) -> str:
    """The name of a file for a packed store, another one for each content."""
    return f"facts-{store_digest(store_path)[:16]}.sqlite3"


def store_digest(store_path: str) -> str:
    """The digest of the bytes of a store."""
    return read_store_file(Path(store_path)).digest


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _run_of(job: Job) -> dict[str, Any]:
    """What makes two runs the same: everything that the findings depend on."""
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


def _check_rest(job: Job, ledger: Ledger, pool: Pool, tell: Callable[[Progress], None]) -> None:
    """Check the records that are not done; what is done when anything stops the run is kept."""
    rest = islice(job.archive.records(), ledger.done.records, None)
    answer, documents, began = Answer(), 0, time.monotonic()
    try:
        for step in pool.check(batched(rest)):
            answer = answer.plus(step.answer)
            documents += step.answer.records
            tell(Progress(step.position, job.archive.size, documents))
            if _fills_a_part(answer) or time.monotonic() - began > _PART_SECONDS:
                # What could not be written is not written again.
                part, answer, began = answer, Answer(), time.monotonic()
                ledger.add(part)
    finally:
        if answer.records:
            ledger.add(answer)


def _fills_a_part(answer: Answer) -> bool:
    return answer.records >= _PART_RECORDS or len(answer.findings) >= _PART_FINDINGS


def _summary_of(ledger: Ledger) -> ArchiveSummary:
    done = ledger.done
    facts, printed = count_findings(ledger.findings())
    return ArchiveSummary(done.checked, done.skipped, done.rejected, done.summary, facts, printed)
