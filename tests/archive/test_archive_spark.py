"""Spark finds what this machine finds, to the byte, on threads and on executors of their own."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from made_up import make_archive, make_store
from pyarrow import csv, parquet
from pyarrow import json as arrow_json
from running import FACT

pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java 17, which is not installed"),
    pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="PySpark is not installed: factcli[spark]"),
]

FACTS, ARTICLES, FEW = 200, 90, 30
DEFECTS = [
    b"no json",
    b"",
    b'{"id": "a"}',
    b'{"id": "b", "text": "caf\xe9"}',
    b'{"id": "c", "text": "a", "published": "?"}',
]
FORMS = ["few.jsonl.gz", "few.csv", "few.parquet", "texts"]


@pytest.fixture(scope="module")
def newspaper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store, articles and some defects, and a few articles in every form, each checked by both engines."""
    folder = tmp_path_factory.mktemp("newspaper")
    make_store(folder / "facts.json", FACTS)
    make_archive(folder / "articles.jsonl", ARTICLES, FACTS)
    with (folder / "articles.jsonl").open("ab") as file:
        file.write(b"\n".join(DEFECTS))
    make_archive(folder / "plain.jsonl", FEW, FACTS)
    lines = (folder / "plain.jsonl").read_bytes()
    table = arrow_json.read_json(folder / "plain.jsonl")
    (folder / "few.jsonl.gz").write_bytes(gzip.compress(lines))
    csv.write_csv(table, folder / "few.csv")
    parquet.write_table(table, folder / "few.parquet")
    (folder / "texts" / "in depth").mkdir(parents=True)
    for number, article in enumerate(map(json.loads, lines.splitlines())):
        place = folder / "texts" / ("in depth" if number % 2 else "") / f"article {number}.md"
        place.write_text(f"# {article['title']}\n\n{article['text']}\n", encoding="utf-8")
    (folder / "texts" / "broken.txt").write_bytes(b"caf\xe9")
    check_here(folder, ["articles.jsonl", *FORMS])
    return folder


@pytest.fixture(scope="module")
def on_threads(newspaper: Path) -> Path:
    """The same, with the outputs of Spark's threads."""
    script = str(Path(__file__).with_name("on_spark.py"))
    command = [sys.executable, script, str(newspaper), "local[2]", "articles.jsonl", *FORMS]
    environment = os.environ | {"PYSPARK_PYTHON": sys.executable}
    ended = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert ended.returncode == 0, ended.stderr.decode()
    return newspaper


def check_here(folder: Path, names: list[str]) -> None:
    for name in names:
        form = "parquet" if name.endswith(".parquet") else "jsonl"
        fact(folder, name, f"here-{name}", "--output-format", form)


def fact(folder: Path, name: str, output: str, *options: str) -> subprocess.CompletedProcess[bytes]:
    command = [FACT, "archive", str(folder / name), "--store", str(folder / "facts.json")]
    return subprocess.run([*command, "--output", str(folder / output), *options], capture_output=True, check=False)


def findings(output: Path) -> list[str]:
    parts = [part for part in (output / "findings").iterdir() if part.name.startswith("part-")]
    if parts[0].suffix == ".parquet":
        return sorted(json.dumps(row) for part in parts for row in parquet.read_table(part).to_pylist())
    return sorted(line for part in parts for line in part.read_text("utf-8").splitlines())


def rejected(output: Path) -> list[tuple[str, str]]:
    rows = map(json.loads, (output / "rejected.jsonl").read_text("utf-8").splitlines())
    return sorted((row["document"] or "", row["reason"]) for row in rows)


# One test, so that workers of pytest do not start a Spark each.
def test_threads_find_and_reject_the_same_in_every_form(on_threads: Path) -> None:
    for name in ("articles.jsonl", *FORMS):
        here, there = on_threads / f"here-{name}", on_threads / f"there-{name}"
        assert findings(there) == findings(here) != [], name
        assert (there / "summary.json").read_bytes() == (here / "summary.json").read_bytes(), name

    here, there = on_threads / "here-articles.jsonl", on_threads / "there-articles.jsonl"
    assert rejected(there) == rejected(here)
    assert len(rejected(here)) == len(DEFECTS) - 1
    # A notebook gets the findings as a DataFrame, those of a question too.
    everything, asked = (
        "".join(part.read_text("utf-8") for part in (on_threads / name).glob("part-*"))
        for name in ("notebook-all", "notebook-one")
    )
    assert everything == asked != ""


def test_executors_of_their_own_find_the_same_to_the_byte(newspaper: Path) -> None:
    master = ["--engine", "spark", "--master", "local-cluster[2,1,1024]"]

    ended = fact(newspaper, "articles.jsonl", "cluster", *master)

    assert ended.returncode == 1, ended.stderr.decode()
    here, there = newspaper / "here-articles.jsonl", newspaper / "cluster"
    assert findings(there) == findings(here)
    assert (there / "summary.json").read_bytes() == (here / "summary.json").read_bytes()
