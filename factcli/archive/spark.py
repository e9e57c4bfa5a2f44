"""Run an archive check on Spark: one DataFrame program, in which each executor checks its rows with the packed store.

Spark reads the records, from any path and with any master; they go through the same checker as in a local run.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from factcli.archive.batch import Answer, ArchiveError, batch_checker
from factcli.archive.folder import FINDINGS, REJECTED, SUMMARY
from factcli.archive.input_records import COLUMNS, Record
from factcli.archive.inputs import FORMS, form_of
from factcli.archive.result_rows import NUMBERS, FindingRow, RejectedRow, json_line
from factcli.archive.run import pack_name
from factcli.archive.spark_files import check_inputs, make_room, qualified, write
from factcli.archive.summary import ArchiveSummary, in_order
from factcli.drafts.review import Summary
from factcli.index import FactIndex

try:
    import pyarrow as pa
    from pyspark import SparkFiles
    from pyspark.sql import SparkSession
    from pyspark.sql import functions as sql
except ModuleNotFoundError as error:
    raise ArchiveError(f"the engine spark needs {error.name}", hint="pip install 'factcli[spark]'") from error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyspark.sql import Column, DataFrame

    from factcli.archive.batch import Question

_RAISED = re.compile(r"(?:\w+\.){0,8}\w{1,80}(?:Error|Exception): ")
# A megabyte of prose is about ten seconds of work, so Spark's default partitions of 128 MB keep few executors busy.
SETTINGS = {
    "spark.sql.files.maxPartitionBytes": "8m",
    "spark.sql.files.openCostInBytes": "64k",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "256",
}
# Executors fetch the store when they first need it, so the file stays in place as long as the session.
_SHIPPED: WeakKeyDictionary[SparkSession, tempfile.TemporaryDirectory[str]] = WeakKeyDictionary()
_FINDING, _REJECTED, _COUNTS = "finding", "rejected", "counts"
_TALLIES = ("checked", "skipped", *Summary._fields)
# Findings, rejected records and counts come out of one pass; the first column gives the type of a row.
_REJECTED_COLUMNS = tuple(f"rejected_{name}" for name in RejectedRow._fields)
_TEXTS = ("row", *(name for name in FindingRow._fields if name not in NUMBERS), *_REJECTED_COLUMNS)
_LONGS = (*sorted(NUMBERS), *_TALLIES)
_SCHEMA = ", ".join([*(f"`{name}` string" for name in _TEXTS), *(f"`{name}` bigint" for name in _LONGS)])


class SparkJob(NamedTuple):
    """Inputs, store, question and output of a run; inputs and output are any paths that Spark supports."""

    inputs: tuple[str, ...]
    input_form: str | None
    store_path: str
    question: Question
    output: str
    output_form: str = "jsonl"


def findings_of(dataframe: DataFrame, store_path: str, question: Question) -> DataFrame:
    """The findings of a DataFrame of documents; see :func:`factcli.archive.findings`."""
    session = dataframe.sparkSession
    return _findings_in(_answers(_with_texts(dataframe), _ship(session, store_path), question, "columns"))


def check_on_spark(job: SparkJob, master: str | None = None) -> ArchiveSummary:
    """Check an archive on Spark and write findings, rejected records and summary into the job's output.

    What an earlier run on Spark wrote into the output is replaced, and nothing else.  Raises
    :class:`factcli.errors.FactcliError`.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        with _session(master) as session:
            return _check(session, job)
    except (PySparkException, Py4JError, OSError) as error:
        raise ArchiveError(
            f"Spark: {_spark_message(str(error))}", hint="check the input, the output and --master"
        ) from error


def _spark_message(text: str) -> str:
    """The relevant line of a Spark error: the last exception of a Python traceback, else the first line."""
    lines = [line.strip() for line in text.partition("JVM stacktrace")[0].splitlines() if line.strip()]
    raised = [line for line in lines if _RAISED.match(line)]
    return (raised or lines or ["unknown error"])[-1 if raised else 0]


def _check(session: SparkSession, job: SparkJob) -> ArchiveSummary:
    records, form = _records(session, job)
    answers = _answers(records, _ship(session, job.store_path), job.question, form)
    # Used three times; what is lost with an executor is recomputed with the same result.
    answers = answers.persist()
    findings = _findings_in(answers)
    make_room(session, job.output)
    if job.output_form == "parquet":
        findings.write.mode("append").parquet(f"{job.output}/{FINDINGS}")
    else:
        lines = findings.mapInArrow(_lines, "value string")
        lines.write.mode("append").text(f"{job.output}/{FINDINGS}")
    rejected = answers.where(sql.col("row") == _REJECTED).select(*_REJECTED_COLUMNS)
    write(session, f"{job.output}/{REJECTED}", (json_line(RejectedRow(*row)) for row in rejected.toLocalIterator()))
    summary = _summary_of(answers, findings)
    write(session, f"{job.output}/{SUMMARY}", [summary.as_text()])
    answers.unpersist()
    return summary


@contextmanager
def _session(master: str | None) -> Iterator[SparkSession]:
    """The active session, or a new one for the block; settings made by the user are kept."""
    running = SparkSession.getActiveSession()
    if running is not None:
        yield running
        return
    builder = SparkSession.builder.appName("fact archive")
    if master:
        builder = builder.master(master)
        if master.startswith("local"):
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with builder.getOrCreate() as session:
        session.sparkContext.setLogLevel("ERROR")
        for name, value in SETTINGS.items():
            if session.sparkContext.getConf().get(name) is None:
                session.conf.set(name, value)
        try:
            yield session
        finally:
            if session in _SHIPPED:
                _SHIPPED.pop(session).cleanup()


def _ship(session: SparkSession, store_path: str) -> str:
    """Distribute the packed store to the executors, once; returns its name there."""
    name = pack_name(store_path)
    if not any(file.endswith(f"/{name}") for file in session.sparkContext.listFiles):
        if session not in _SHIPPED:
            _SHIPPED[session] = tempfile.TemporaryDirectory(prefix="factcli-")
        path = Path(_SHIPPED[session].name, name)
        FactIndex.at(store_path).pack(str(path))
        session.sparkContext.addFile(path.as_uri())
    return name


def _records(session: SparkSession, job: SparkJob) -> tuple[DataFrame, str]:
    """The records of the inputs, and how to read them: ``jsonl``, ``columns`` or ``text``."""
    check_inputs(job.inputs)
    form = job.input_form or _detected_form(job.inputs)
    paths = list(job.inputs)
    if form == "jsonl":
        lines = session.read.option("lineSep", "\n").option("recursiveFileLookup", "true").text(paths)
        # As bytes: invalid UTF-8 must be rejected, not replaced.
        return lines.select(sql.col("value").cast("binary").alias("content"), _file_name().alias("place")), form
    if form == "text":
        files = session.read.format("binaryFile").option("recursiveFileLookup", "true").load(paths)
        return files.where(_is_text()).select("content", _name_within(session, paths).alias("place")), form
    reader = session.read.option("recursiveFileLookup", "true")
    if form == "csv":
        reader = reader.options(header=True, multiLine=True, quote='"', escape='"', mode="PERMISSIVE")
    rows = reader.format(form).load(paths)
    if form == "csv":
        # An empty text is not a missing one.
        rows = rows.fillna("", ["text"])
    return _with_texts(rows, _file_name()), "columns"


def _detected_form(inputs: Iterable[str]) -> str:
    """The format of the inputs, detected from the names of the files."""
    names = [str(found) for path in inputs for found in (Path(path), *Path(path).rglob("*"))]
    forms = sorted({form for name in names if (form := form_of(name))})
    if len(forms) != 1:
        raise ArchiveError(
            f"{', '.join(inputs)}: cannot detect the format from the file names", hint="choose one with --input-format"
        )
    return forms[0]


def _file_name() -> Column:
    return sql.col("_metadata.file_name")


def _name_within(session: SparkSession, inputs: Iterable[str]) -> Column:
    """The path of a file relative to the given folder; it is the id of its document."""
    name = sql.substring_index("path", "/", -1)
    for folder in inputs:
        base = f"{qualified(session, folder)}/"
        name = sql.when(sql.col("path").startswith(base), sql.substr("path", sql.lit(len(base) + 1))).otherwise(name)
    return name


def _is_text() -> Column:
    ends = "|".join(end.removeprefix(".") for end in FORMS["text"])
    return sql.lower(sql.col("path")).rlike(rf"\.({ends})$")


def _with_texts(dataframe: DataFrame, place: Column | None = None) -> DataFrame:
    """The known columns of a DataFrame as strings, with the place of each row."""
    named = [sql.col(name).cast("string").alias(name) for name in COLUMNS if name in dataframe.columns]
    return dataframe.select(*named, (sql.lit("") if place is None else place).alias("place"))


def _answers(records: DataFrame, pack: str, question: Question, form: str) -> DataFrame:
    return records.mapInArrow(partial(_checked_batches, pack, question, form), _SCHEMA)


def _checked_batches(
    pack: str, question: Question, form: str, batches: Iterable[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """Runs on an executor: the results of each batch of records."""
    checker = batch_checker(SparkFiles.get(pack), question)
    for batch in batches:
        rows = (row for row in batch.to_pylist() if form != "jsonl" or row["content"].strip())
        yield _batch(_rows(checker.check(map(_RECORD_OF[form], rows))))


def _record_of_line(row: dict[str, Any]) -> Record:
    return Record(row["place"], row["content"])


def _record_of_file(row: dict[str, Any]) -> Record:
    return Record(row["place"], row["content"], row["place"])


def _record_of_columns(row: dict[str, Any]) -> Record:
    return Record(row.pop("place"), row)


_RECORD_OF: dict[str, Callable[[dict[str, Any]], Record]] = {
    "jsonl": _record_of_line,
    "text": _record_of_file,
    "columns": _record_of_columns,
}


def _rows(answer: Answer) -> Iterator[dict[str, Any]]:
    yield {"row": _COUNTS, "checked": answer.checked, "skipped": answer.skipped, **answer.summary._asdict()}
    for finding in answer.findings:
        yield {"row": _FINDING, **finding._asdict()}
    for rejected in answer.rejected:
        yield {"row": _REJECTED, **dict(zip(_REJECTED_COLUMNS, rejected, strict=True))}


def _batch(rows: Iterable[dict[str, Any]]) -> pa.RecordBatch:
    fields = [*((name, pa.string()) for name in _TEXTS), *((name, pa.int64()) for name in _LONGS)]
    return pa.RecordBatch.from_pylist(list(rows), schema=pa.schema(fields))


def _lines(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Runs on an executor: findings as lines of JSON, without line ends."""
    for batch in batches:
        lines = [json_line(FindingRow(**row)).rstrip("\n") for row in batch.to_pylist()]
        yield pa.RecordBatch.from_pydict({"value": pa.array(lines, pa.string())})


def _findings_in(answers: DataFrame) -> DataFrame:
    return answers.where(sql.col("row") == _FINDING).select(*FindingRow._fields)


def _summary_of(answers: DataFrame, findings: DataFrame) -> ArchiveSummary:
    sums = [sql.coalesce(sql.sum(name), sql.lit(0)) for name in _TALLIES]
    is_rejected = sql.col("row") == _REJECTED
    total = answers.agg(*sums, sql.count_if(is_rejected)).collect()[0]
    checked, skipped, *mentions, rejected = total
    facts, _ = in_order(_counted(findings, "fact", "verdict"))
    _, printed = in_order(_counted(findings, "fact", "verdict", "surface"))
    return ArchiveSummary(checked, skipped, rejected, Summary(*mentions), facts, printed)


def _counted(findings: DataFrame, *names: str) -> list[tuple[tuple[str, ...], int, int]]:
    # What a draft says against itself has no fact.
    keys = [sql.coalesce(name, sql.lit("")).alias(name) for name in names]
    counted = findings.groupBy(*keys).agg(sql.countDistinct("document"), sql.count("*")).collect()
    return [(tuple(row[: len(names)]), row[-2], row[-1]) for row in counted]
