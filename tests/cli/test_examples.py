"""Every example of every help text runs, in a folder that has what it names, and does what it says."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from made_pdf import pdf
from test_help import EXAMPLES, arguments_of

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run

# Examples that need what a test does not have: another shell's variables, Spark, a client, a reader of PDF, the web.
# Those of files in the forms of others run in the tests of these forms.
ELSEWHERE = ("${fpath", "hdfs:", "fact lsp", ".parquet", "paper.pdf", "https:",
             "Q90.json", "rates.csv", "figures.xlsx", "ticks.json", "stats.json", "stats.db", "count.sh", "ouse-bridge-cost")  # fmt: skip
WRONG = "The bombing of the Amia centre in Buenos Aires killed **87** people.\n"
# What ends otherwise than with 0: a check that finds something, and what needs a terminal.
STATUSES = {
    "fact add": 2,
    "fact add --from candidates.json": 2,
    "fact remove amia-bombing-deaths": 2,
    "fact verify pompeo-tour-2019": 1,
    "fact verify pompeo-tour-2019 --text article.md --format json": 1,
    "fact verify pompeo-tour-2019 --text article.txt": 1,
    "fact diff old.json facts.json": 1,
    "fact diff old.json facts.json --format json": 1,
    "fact format --check": 1,
    "fact archive articles.jsonl --output corrections": 1,
    "fact copy amia-bombing-deaths": 2,
    "fact browse": 2,
    "fact browse --store other.json": 2,
    "fact browse kind:quote speaker:pompeo": 2,
    "fact stale": 1,
    "fact stale --on 2027-01-01 --format json": 1,
    "fact check draft.md --explain 12": 0,
    "fact check drafts/ --baseline known.json --write-baseline": 0,
    "fact validate": 1,
    "fact validate --format sarif > facts.sarif": 1,
    "fact validate facts.json other.json": 1,
}
# The examples of adding and renaming name what the curated store has.
TAKEN_AWAY = {
    "fact add amia": ["remove", "amia-bombing-deaths", "--yes"],
    "fact rename": ["rename", "amia-bombing-deaths", "amia-deaths"],
    "fact undo": ["set", "salman-reward", "note=x"],
    "fact source edit": ["source", "add", "un-2019", "--title", "World Population Prospects"],
    "fact verify pompeo-tour-2019": ["source", "attach", "pompeo-tour-2019", "article.txt"],
    "fact source attach": ["source", "add", "un-2019", "--title", "World Population Prospects"],
}
HEADER = "id,statement,kind,amount,unit,source\n"


@pytest.fixture
def desk(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the examples name."""
    folder = own_store.parent
    store = json.loads(own_store.read_text("utf-8"))
    guests = store["facts"]["salman-reward"] | {"statement": "The conference has 40 guests."}
    store["facts"] |= {"conference-guests": guests, "conference-guests-planned": guests}
    store["sources"]["pompeo-tour-2019"]["URL"] = "https://example.org/tour"
    own_store.write_text(json.dumps(store), encoding="utf-8")
    others = {
        "draft.md": WRONG + "\n" * 12, "article.txt": WRONG, "article.md": WRONG,
        "monday.txt": WRONG, "tuesday.txt": WRONG,
        "release.html": f"<p>{WRONG}</p>",        "candidates.json": '{"facts": {}, "sources": {}}',
        "facts.csv": f"{HEADER}lake,The lake is 40 m deep.,figure,40,m,pompeo-tour-2019\n",
        "changes.jsonl": json.dumps({"id": "salman-reward", "note": "x"}) + "\n",
        "articles.jsonl": json.dumps({"id": "1", "text": WRONG}) + "\n",
        "old.json": json.dumps(store | {"facts": {}}),
    }  # fmt: skip
    others |= dict.fromkeys(("other.json", "base.json", "ours.json", "theirs.json"), json.dumps(store))
    for name, text in others.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("report.pdf", "report-2.pdf"):
        (folder / name).write_bytes(pdf("The bombing killed 85 people."))
    for name in ("drafts", "archive"):
        (folder / name).mkdir()
        (folder / name / "one.md").write_text(WRONG)
    monkeypatch.setenv("HOME", str(folder / "home"))
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setenv("BROWSER", "true")
    return folder


def in_git(folder: Path) -> None:
    """Make the folder a repository whose branch main has other drafts."""
    git = ["git", "-c", "user.name=n", "-c", "user.email=e"]
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "Start"]):
        subprocess.run([*git, *arguments], cwd=folder, check=True)


@pytest.mark.parametrize("example", [each for each in EXAMPLES if not any(mark in each for mark in ELSEWHERE)])
def test_an_example_runs(piped: Run, desk: Path, example: str) -> None:
    before = [line for start, line in TAKEN_AWAY.items() if example.startswith(start)]
    for line in before:
        assert piped(*line, store=None, cwd=desk).status == 0
    if "--since" in example and "fact check" in example:
        in_git(desk)
    typed = WRONG.encode() if " - " in example else b""

    ended = piped(*arguments_of(example), store=None, cwd=desk, typed=typed)

    expected = STATUSES.get(example, 1 if example.startswith("fact check") and "--since" not in example else 0)
    assert (ended.status, "Traceback" in ended.err) == (expected, False), ended.err
