"""A run over an archive: the findings of ``fact check``, once each, however often it is killed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from made_up import make_archive, make_store
from pyarrow import parquet
from running import FACT

from factcli.archive import Question
from factcli.archive.batch import ArchiveError, BatchChecker, resolve_question
from factcli.archive.input_records import Record
from factcli.archive.inputs import find_archive
from factcli.archive.pool import Pool, WorkBatch, batched
from factcli.archive.result_rows import FindingRow
from factcli.archive.run import Job, check_archive, packed_store
from factcli.check import check_text
from factcli.store import FactStore

FACTS, ARTICLES = 300, 40
# Fewer than a batch holds by itself, so that a small archive has several; the commands run with batches of their own.
BATCH = 14
EVERYTHING = Question()


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcli.archive.pool._BATCH_RECORDS", BATCH)


@pytest.fixture(scope="session")
def newspaper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store, articles.jsonl, and in errors.json what these get wrong."""
    folder = tmp_path_factory.mktemp("newspaper")
    make_store(folder / "facts.json", FACTS)
    errors = make_archive(folder / "articles.jsonl", ARTICLES, FACTS)
    (folder / "errors.json").write_text(json.dumps(errors), encoding="utf-8")
    return folder


def job(newspaper: Path, output: Path, question: Question = EVERYTHING, form: str = "jsonl", workers: int = 2) -> Job:
    store = str(newspaper / "facts.json")
    return Job(
        find_archive([str(newspaper / "articles.jsonl")]),
        store,
        resolve_question(store, question),
        output,
        form,
        workers,
    )


def lines(output: Path) -> list[str]:
    return [line for part in sorted((output / "findings").iterdir()) for line in part.read_text("utf-8").splitlines()]


@pytest.fixture(scope="session")
def whole(newspaper: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a run that nothing interrupted, in a session's cache of its own."""
    output = tmp_path_factory.mktemp("whole") / "out"
    command = [FACT, "archive", str(newspaper / "articles.jsonl"), "--output", str(output), "-j1", "--quiet"]
    environment = os.environ | {"XDG_CACHE_HOME": str(newspaper / "cache")}
    subprocess.run([*command, "--store", str(newspaper / "facts.json")], check=False, env=environment)
    return output


def test_the_known_errors_are_found_and_nothing_else(newspaper: Path, whole: Path) -> None:
    known = json.loads((newspaper / "errors.json").read_text("utf-8"))

    found = Counter((row["document"], row["fact"]) for row in map(json.loads, lines(whole)))

    assert found == Counter((document, fact) for document, facts in known.items() for fact in facts)


def test_findings_are_those_of_a_check(newspaper: Path, whole: Path) -> None:
    store = FactStore.open(newspaper / "facts.json")
    articles = [json.loads(line) for line in (newspaper / "articles.jsonl").read_text("utf-8").splitlines()[:40]]

    checked = {
        (article["id"], finding.span.start, finding.span.end, finding.message)
        for article in articles
        for finding in check_text(article["text"], store)
        if finding.verdict == "contradicted"
    }

    rows = [json.loads(line) for line in lines(whole)]
    ids = {article["id"] for article in articles}
    assert {(row["document"], row["start"], row["end"], row["message"]) for row in rows if row["document"] in ids} == (
        checked
    )


def test_one_worker_and_several_find_the_same_in_the_same_order(newspaper: Path, whole: Path, tmp_path: Path) -> None:
    check_archive(job(newspaper, tmp_path / "out", workers=3))

    assert lines(tmp_path / "out") == lines(whole)
    assert (tmp_path / "out" / "summary.json").read_bytes() == (whole / "summary.json").read_bytes()


def test_findings_in_parquet_are_the_same_rows(newspaper: Path, whole: Path, tmp_path: Path) -> None:
    check_archive(job(newspaper, tmp_path / "out", form="parquet"))

    rows = parquet.read_table(tmp_path / "out" / "findings").to_pylist()
    assert rows == [json.loads(line) for line in lines(whole)]


def test_a_question_about_a_fact_gives_its_findings_alone(newspaper: Path, whole: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in lines(whole)]
    fact = rows[0]["fact"]

    check_archive(job(newspaper, tmp_path / "out", Question(frozenset({fact}))))

    assert [json.loads(line) for line in lines(tmp_path / "out")] == [row for row in rows if row["fact"] == fact]


def test_an_unknown_fact_is_refused(newspaper: Path) -> None:
    with pytest.raises(ArchiveError, match="unknown fact id 'fact-x'"):
        resolve_question(str(newspaper / "facts.json"), Question(frozenset({"fact-x"})))


def test_a_question_about_a_fact_is_about_what_it_replaced_too(tmp_path: Path) -> None:
    store = FactStore.open(make_store(tmp_path / "facts.json", 4))
    content = json.loads(store.path.read_text("utf-8"))
    content["facts"]["fact-1"] |= {"rank": "deprecated", "superseded_by": "fact-2"}
    content["facts"]["fact-0"] |= {"rank": "deprecated", "superseded_by": "fact-1"}
    store.path.write_text(json.dumps(content), encoding="utf-8")

    question = resolve_question(str(store.path), Question(frozenset({"fact-2"})))

    assert question.facts == {"fact-0", "fact-1", "fact-2"}


def test_days_are_asked_about_with_both_ends(newspaper: Path, whole: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in lines(whole)]
    days = sorted({row["published"] for row in rows})
    since, until = days[3], days[9]
    question = Question(since=date.fromisoformat(since), until=date.fromisoformat(until))
    summary = check_archive(job(newspaper, tmp_path / "out", question))

    expected = [row for row in rows if since <= row["published"] <= until]
    assert [json.loads(line) for line in lines(tmp_path / "out")] == expected
    assert summary.skipped == ARTICLES - summary.checked


def test_the_summary_counts_documents_and_findings(whole: Path) -> None:
    summary = json.loads((whole / "summary.json").read_text("utf-8"))
    rows = [json.loads(line) for line in lines(whole)]

    assert summary["documents"] == {"checked": ARTICLES, "skipped": 0, "rejected": 0}
    assert sum(count["findings"] for count in summary["facts"]) == len(rows)
    assert sum(count["findings"] for count in summary["printed"]) == len(rows)
    assert summary["mentions"]["contradicted"] == len(rows)


def test_a_finished_run_is_not_done_again(newspaper: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    first = check_archive(job(newspaper, output))
    before = {path: path.stat().st_mtime_ns for path in (output / "findings").iterdir()}

    second = check_archive(job(newspaper, output))

    assert second == first
    assert {path: path.stat().st_mtime_ns for path in (output / "findings").iterdir()} == before


def test_a_folder_of_another_run_is_left_alone(newspaper: Path, tmp_path: Path) -> None:
    check_archive(job(newspaper, tmp_path / "out"))

    with pytest.raises(ArchiveError, match="different question"):
        check_archive(job(newspaper, tmp_path / "out", Question(show_all=True)))


def test_a_folder_with_other_things_in_it_is_left_alone(newspaper: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(ArchiveError, match="contains other files"):
        check_archive(job(newspaper, tmp_path))

    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_run_goes_on_and_finds_the_same(newspaper: Path, whole: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same moments every time
    output = tmp_path / "out"
    with subprocess.Popen(_command(newspaper, output)) as run:
        time.sleep(chance.uniform(0.2, 1.5))
        run.send_signal(chance.choice([signal.SIGKILL, signal.SIGINT, signal.SIGTERM]))

    subprocess.run(_command(newspaper, output), check=False)

    assert lines(output) == lines(whole)


def _command(newspaper: Path, output: Path) -> list[str]:
    named = ["--store", str(newspaper / "facts.json"), "--output", str(output), "-j2", "--quiet"]
    return [FACT, "archive", str(newspaper / "articles.jsonl"), *named]


@pytest.mark.parametrize("manifest", [None, b"", b'{"version"'])
def test_a_run_that_ended_as_it_began_is_begun_again(
    newspaper: Path, whole: Path, tmp_path: Path, manifest: bytes | None
) -> None:
    output = tmp_path / "out"
    (output / "findings").mkdir(parents=True)
    if manifest is not None:
        (output / "manifest.jsonl").write_bytes(manifest)

    check_archive(job(newspaper, output))

    assert lines(output) == lines(whole)


def test_what_was_written_after_the_last_line_of_the_manifest_does_not_count(
    newspaper: Path, whole: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    check_archive(job(newspaper, output))
    manifest = output / "manifest.jsonl"
    head, done = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(head + done[:-7])
    (output / "findings" / "part-00000.jsonl").rename(output / "findings" / ".part-00000.jsonl")
    (output / "rejected.jsonl").write_text('{"place": "articles.jsonl:7", "docu', encoding="utf-8")

    check_archive(job(newspaper, output))

    assert lines(output) == lines(whole)
    assert (output / "rejected.jsonl").read_bytes() == b""


def test_a_part_that_the_manifest_counts_gets_its_name_when_the_run_goes_on(
    newspaper: Path, whole: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    check_archive(job(newspaper, output))
    (output / "findings" / "part-00000.jsonl").rename(output / "findings" / ".part-00000.jsonl")

    check_archive(job(newspaper, output))

    assert lines(output) == lines(whole)


@pytest.mark.usefixtures("_spawned_workers")
def test_a_worker_that_is_killed_is_replaced_and_nothing_is_lost(newspaper: Path, whole: Path) -> None:
    store = str(newspaper / "facts.json")
    archive = find_archive([str(newspaper / "articles.jsonl")])
    with packed_store(store) as pack, Pool(pack, Question(), 2) as pool:
        steps = pool.check(batched(archive.records()))
        first = next(steps)
        os.kill(_worker_of(os.getpid()), signal.SIGKILL)
        found = [row for step in (first, *steps) for row in step.answer.findings]

    assert found == [FindingRow(**json.loads(line)) for line in lines(whole)]


def test_a_figure_of_a_document_is_of_the_heading_above_it(tmp_path: Path) -> None:
    facts = {
        f"{town}-inhabitants": {
            "kind": "figure",
            "statement": f"{town.title()} has {count} inhabitants.",
            "subject": town.title(),
            "value": {"amount": str(count), "unit": "inhabitants"},
            "references": [{"source": "census"}],
        }
        for town, count in (("lomar", 4120), ("tarn", 5210))
    }
    sources = {"census": {"type": "book", "title": "The census"}}
    (tmp_path / "facts.json").write_text(json.dumps({"facts": facts, "sources": sources}), "utf-8")
    page = (
        "<h1>Lomar</h1><p>A port.</p><h2>Tarn</h2><p>A suburb.</p><h3>People</h3><p>The town has 5,310 inhabitants.</p>"
        "<h1>Growth</h1><p>The town has 4,210 inhabitants.</p>"
    )
    with packed_store(str(tmp_path / "facts.json")) as pack:
        answer = BatchChecker(pack, EVERYTHING).check([Record("1", page.encode(), name="towns.html")])

    assert [(row.surface, row.fact) for row in answer.findings] == [
        ("5,310 inhabitants", "tarn-inhabitants"),
        ("4,210 inhabitants", "lomar-inhabitants"),
    ]


@pytest.mark.usefixtures("_spawned_workers")
def test_a_document_under_way_is_given_up_where_the_run_fails(newspaper: Path) -> None:
    long = b'{"id": "long", "text": "' + b"The dam is 5 km long. " * 40_000 + b'"}'
    with packed_store(str(newspaper / "facts.json")) as pack:
        pool = Pool(pack, Question(), 1)
        under_way = pool._submit([Record("1", long)])  # noqa: SLF001 - to see how it ends
        _worker_of(os.getpid())
        pool.__exit__(ArchiveError)

        assert under_way.cancelled() or isinstance(under_way.exception(), BrokenProcessPool)


def _worker_of(process: int) -> int:
    """A worker of the pool of a process, waited for: not the one that watches over semaphores."""
    while True:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()
        found = [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]
        if found:
            return found[0]
        time.sleep(0.05)


def _ends_within(process: int, seconds: float) -> bool:
    """Whether a process ends; one that nobody has waited for has no command line any more."""
    until = time.monotonic() + seconds
    line = Path(f"/proc/{process}/cmdline")
    while line.exists() and line.read_bytes() and time.monotonic() < until:
        time.sleep(0.1)
    return not (line.exists() and line.read_bytes())


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_workers_end_with_a_run_that_is_killed(newspaper: Path, tmp_path: Path) -> None:
    run = subprocess.Popen(_command(newspaper, tmp_path / "out"))
    worker = _worker_of(run.pid)
    run.kill()
    run.wait()

    assert _ends_within(worker, seconds=60)


def test_batches_hold_every_record_once(newspaper: Path) -> None:
    archive = find_archive([str(newspaper / "articles.jsonl")])

    batches: list[WorkBatch] = list(batched(archive.records()))

    assert [record for batch in batches for record in batch.records] == [read.record for read in archive.records()]
    assert max(len(batch.records) for batch in batches) == BATCH


def test_a_row_has_the_words_of_its_span(newspaper: Path, whole: Path) -> None:
    texts = {
        article["id"]: article["text"]
        for article in map(json.loads, (newspaper / "articles.jsonl").read_text("utf-8").splitlines())
    }
    rows = [FindingRow(**json.loads(line)) for line in islice(lines(whole), 50)]

    assert all(texts[row.document][row.start : row.end] == row.surface for row in rows)
