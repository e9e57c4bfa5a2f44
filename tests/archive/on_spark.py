"""Run a folder of archives on Spark in one session, as ``test_archive_spark.py`` asks: FOLDER MASTER NAME..."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pyspark.sql import SparkSession
from pyspark.sql import functions as sql

from factcli.archive import Question, findings
from factcli.archive.batch import ArchiveError
from factcli.archive.spark import SparkJob, check_on_spark


def main(folder: Path, master: str, names: list[str]) -> None:
    """Check each archive into ``there-NAME``, findings of a Parquet file in Parquet, and one as a notebook would.

    A path that Spark cannot read is an error of one line.
    """
    session = SparkSession.builder.master(master).getOrCreate()
    store = str(folder / "facts.json")
    for name in names:
        form = "parquet" if name.endswith(".parquet") else "jsonl"
        output = str(folder / f"there-{name}")
        check_on_spark(SparkJob((str(folder / name),), None, store, Question(), output, form))
    with pytest.raises(ArchiveError, match=r"^Spark: "):
        check_on_spark(SparkJob((str(folder / "no.jsonl"),), None, store, Question(), str(folder / "no")))
    _keep_what_is_there(folder, names[0])
    articles = session.read.json(str(folder / "plain.jsonl"))
    fact = findings(articles, store).collect()[0].fact
    for name, question in (("all", Question()), ("one", Question(frozenset({fact})))):
        found = findings(articles, store, question).where(sql.col("fact") == fact).select("document", "surface")
        found.coalesce(1).orderBy("document").write.json(str(folder / f"notebook-{name}"))


def _keep_what_is_there(folder: Path, name: str) -> None:
    """Run into an output again, beside notes that stay, then into one with a link and into a folder of other things."""
    job = SparkJob((str(folder / name),), None, str(folder / "facts.json"), Question(), str(folder / f"there-{name}"))
    notes = [Path(job.output, "note.txt"), Path(job.output, "findings", "part-note.txt")]
    for note in notes:
        note.write_text("mine", encoding="utf-8")
    check_on_spark(job)
    assert [note.read_text("utf-8") for note in notes] == ["mine", "mine"]
    notes[1].unlink()
    mine = folder / "mine"
    (mine / "findings").mkdir(parents=True)
    (mine / "findings" / "part-00000.jsonl").write_text("mine", encoding="utf-8")
    for output in (
        mine,
        folder / f"here-{name}",
        _linked(mine, folder / "link"),
        _linked(mine, folder / "new/findings"),
    ):
        with pytest.raises(ArchiveError, match=r"contains other files|symbolic link"):
            check_on_spark(job._replace(output=str(output.parent if output.name == "findings" else output)))
    assert [path.name for path in (mine / "findings").iterdir()] == ["part-00000.jsonl"]


def _linked(target: Path, path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(target)
    return path


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
