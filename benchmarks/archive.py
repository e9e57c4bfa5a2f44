"""What checking an archive costs: ``python benchmarks/archive.py``.

A made-up newspaper is checked against stores of two sizes: with one worker and with one for each core, and on Spark
once that has started, where PySpark is installed.  Printed are documents a second, the memory of a worker, and what
the larger store adds; with ``--same`` also whether all engines find the same to the byte, on threads and on
executors of their own, and what is known to be wrong.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "archive"))

from made_up import make_archive, make_store

from factcli.archive import Question
from factcli.archive.batch import BatchChecker
from factcli.archive.inputs import find_archive
from factcli.archive.run import Job, check_archive, packed_store

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (1_000, 100_000)
TOLD = 1_000
CORES = len(os.sched_getaffinity(0))


class Paper(NamedTuple):
    """The made-up newspaper: its folder, its articles, and how many there are."""

    folder: Path
    articles: str
    count: int

    def store(self, facts: int) -> str:
        """The store of so many facts, made when it is first asked for."""
        path = self.folder / f"{facts}.json"
        return str(path if path.exists() else make_store(path, facts))


def cost_alone(paper: Paper, facts: int) -> tuple[float, int]:
    """CPU seconds for a document, and kilobytes of the process that checked them, in a process of its own."""
    with packed_store(paper.store(facts)) as pack, ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_check_alone, paper.articles, pack).result()


def _check_alone(articles: str, pack: str) -> tuple[float, int]:
    checker, count = BatchChecker(pack, Question()), 0
    began = time.process_time()
    for read in find_archive([articles]).records():
        checker.check([read.record])
        count += 1
    return (time.process_time() - began) / count, _peak_kilobytes()


def _peak_kilobytes() -> int:
    """The most memory that this process had; getrusage would count what its parent had when it began it."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition("VmHWM:")[2].split()[0])


def seconds_here(paper: Paper, facts: int, workers: int, output: Path) -> float:
    """How long a run of so many workers takes."""
    job = Job(find_archive([paper.articles]), paper.store(facts), Question(), output, workers=workers)
    return _seconds(lambda: check_archive(job))


def seconds_on_spark(paper: Paper, facts: int, master: str, output: Path) -> float:
    """How long a run on Spark takes, once the session has started."""
    from pyspark.sql import SparkSession

    from factcli.archive.spark import SETTINGS, SparkJob, check_on_spark

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with SparkSession.builder.master(master).config(map=SETTINGS).getOrCreate() as session:
        session.sparkContext.setLogLevel("ERROR")
        session.range(1000).repartition(4).count()
        job = SparkJob((paper.articles,), None, paper.store(facts), Question(), str(output))
        return _seconds(lambda: check_on_spark(job))


def _seconds(work: Callable[[], object]) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


def found_in(output: Path) -> list[str]:
    """The findings of a run, sorted."""
    parts = (output / "findings").glob("part-*")
    return sorted(line for part in parts for line in part.read_text("utf-8").splitlines())


def tell_growth(paper: Paper, rounds: int) -> None:
    """Print what a document costs against each store, and how much more against the larger one."""
    costs = [[cost_alone(paper, facts) for facts in SIZES] for _ in range(rounds)]
    for number, facts in enumerate(SIZES):
        milliseconds = statistics.median(1000 * cost[number][0] for cost in costs)
        memory = max(cost[number][1] for cost in costs) / 1024
        print(f"{facts:,} facts: {milliseconds:.1f} ms of CPU a document, {memory:.0f} MB", flush=True)
    growth = statistics.median(large[0] / small[0] for small, large in costs)
    print(f"from {SIZES[0]:,} to {SIZES[-1]:,} facts: {growth:.2f} times", flush=True)


def tell_throughput(paper: Paper, rounds: int) -> None:
    """Print documents a second with one worker, with all, and on Spark, measured in turns."""
    ways: dict[str, Callable[[Path], float]] = {
        "1 worker": lambda output: seconds_here(paper, SIZES[-1], 1, output),
        f"{CORES} workers": lambda output: seconds_here(paper, SIZES[-1], CORES, output),
    }
    if importlib.util.find_spec("pyspark"):
        ways["Spark"] = lambda output: seconds_on_spark(paper, SIZES[-1], f"local[{CORES}]", output)
    taken: dict[str, list[float]] = {way: [] for way in ways}
    for turn in range(rounds):
        for way, run in ways.items():
            taken[way].append(run(paper.folder / f"out-{way}-{turn}"))
    for way, seconds in taken.items():
        print(f"{way}: {paper.count / statistics.median(seconds):.0f} documents a second", flush=True)
    for way in list(ways)[1:]:
        ratios = [one / other for one, other in zip(taken["1 worker"], taken[way], strict=True)]
        print(f"{way} / 1 worker: {statistics.median(ratios):.2f}", flush=True)


def tell_sameness(paper: Paper, errors: dict[str, tuple[str, ...]]) -> None:
    """Print whether every engine finds the same, and of that what is known to be wrong."""
    seconds_here(paper, SIZES[-1], CORES, paper.folder / "same-here")
    here = found_in(paper.folder / "same-here")
    found = Counter((row["document"], row["fact"]) for row in map(json.loads, here))
    known = Counter((document, fact) for document, facts in errors.items() for fact in facts)
    print(
        f"{known.total()} known errors: {(found & known).total()} found, {(found - known).total()} others", flush=True
    )
    for master in (f"local[{CORES}]", f"local-cluster[{CORES},1,1024]"):
        output = paper.folder / f"same-{master}"
        seconds_on_spark(paper, SIZES[-1], master, output)
        print(f"{master}: {'the same' if found_in(output) == here else 'NOT the same'}", flush=True)


def main() -> None:
    """Make the newspaper, measure, and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--documents", type=int, default=2_000)
    ask.add_argument("--rounds", type=int, default=3)
    ask.add_argument("--same", action="store_true", help="only compare what the engines find")
    given = ask.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        errors = make_archive(folder / "articles.jsonl", given.documents, TOLD)
        paper = Paper(folder, str(folder / "articles.jsonl"), given.documents)
        if given.same:
            tell_sameness(paper, errors)
        else:
            tell_growth(paper, given.rounds)
            tell_throughput(paper, given.rounds)


if __name__ == "__main__":
    main()
