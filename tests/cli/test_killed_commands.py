"""A command that is killed at any step leaves every file as it was or as it should be, and is finished by the next run."""

from __future__ import annotations

import os
import signal
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from factcli.cli import main

if TYPE_CHECKING:
    from running import Run

ID, SOURCE = "amia-bombing-deaths", "pompeo-tour-2019"
LINES = [
    ["source", "attach", SOURCE, "guide.md"],
    ["refresh", "--yes"],
    ["skill", "install"],
    ["undo"],
]
MORE = [
    ["set", ID, "note=n"],
    ["cite", ID, SOURCE, "page 9"],
    ["add", "--from", "candidates.json", "--yes"],
    ["import", "lakes.csv"],
    ["init", "desk"],
    ["check", "draft.md", "--baseline", "known.json", "--write-baseline"],
    ["edit", ID],
]
CANDIDATES = """{"facts": {"lake": {"kind": "figure", "statement": "The lake is 40 m deep.",
"value": {"amount": "40", "unit": "m"}, "references": [{"source": "guide", "surface": "40 m"}]}},
"sources": {"guide": {"type": "book", "title": "Guide"}}}"""
# What changes files; writing between them goes into files that have another name yet.
STEPS = {"os.rename", "os.remove", "os.mkdir", "fcntl.flock"}
FEW = {"os.rename", "os.remove"}


@pytest.fixture
def desk(own_store: Path, piped: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the commands need."""
    folder = own_store.parent
    files = {
        "candidates.json": CANDIDATES,
        "lakes.csv": f"id,statement,amount,unit,source\nlake,The lake is 40 m deep.,40,m,{SOURCE}\n",
        "guide.md": "The bombing killed 85 people.\n",
        "draft.md": "The bombing of the Amia centre in Buenos Aires killed 87 people.\n",
        "value.json": '{"deaths": "90"}',
        "edit.sh": 'sed -i \'s/"85"/"86"/\' "$1"\n',
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    monkeypatch.setenv("EDITOR", f"sh {folder}/edit.sh")
    monkeypatch.chdir(folder)
    piped("cite", ID, SOURCE, "page 7", "--file", "value.json", "--path", "$.deaths", store=own_store)
    piped("trust", "--yes", store=own_store)
    return folder


def content(folder: Path) -> dict[str, bytes]:
    """The files of a folder, without those that only last as long as a command."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith((".lock", ".tmp"))]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def put_back(folder: Path, before: dict[str, bytes]) -> None:
    for name in content(folder).keys() - before.keys():
        (folder / name).unlink()
    for name, data in before.items():
        (folder / name).write_bytes(data)


def ran(arguments: list[str], steps: set[str], last: int) -> int:
    """The exit status of a command in a process of its own, which is killed at the step with a number."""
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # The threads of pytest-xdist wait.
        child = os.fork()
    if not child:
        _run_until(arguments, steps, last)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _run_until(arguments: list[str], steps: set[str], last: int) -> NoReturn:
    left = last

    def count(event: str, _: object) -> None:
        nonlocal left
        left -= event in steps
        if event in steps and not left:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            os.dup2(os.open(os.devnull, os.O_RDWR), number)
            stream = open(number, "w" if number else "r", encoding="utf-8", closefd=False)  # noqa: SIM115 - until exit
            setattr(sys, name, stream)
        sys.addaudithook(count)
        os._exit(main.run(arguments))
    finally:
        os._exit(70)


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        *((line, FEW) for line in LINES),
        *(pytest.param(line, STEPS, marks=pytest.mark.slow) for line in (*LINES, *MORE)),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else "few" if value is FEW else "all",
)
def test_a_killed_command_leaves_whole_files_and_is_finished_by_the_next(
    desk: Path, line: list[str], steps: set[str]
) -> None:
    before = content(desk)
    journals = content(Path(os.environ["XDG_CACHE_HOME"]))
    assert ran(line, set(), 0) in {0, 1}
    after = content(desk)

    number = 0
    status = -signal.SIGKILL
    while status == -signal.SIGKILL:
        number += 1
        put_back(desk, before)
        put_back(Path(os.environ["XDG_CACHE_HOME"]), journals)
        status = ran(line, steps, number)
        assert all(data in {before.get(name), after.get(name)} for name, data in content(desk).items()), number
        if line != ["undo"]:
            assert ran(line, set(), 0) in {0, 1}
            assert content(desk) == after, number

    assert number > 2
    assert ran(["set", ID, "note=last"], set(), 0) == 0
    assert not list(desk.rglob("*.tmp"))


def test_an_edit_that_was_stored_before_the_kill_is_not_resumed(desk: Path, piped: Run) -> None:
    edits = Path(os.environ["XDG_DATA_HOME"])
    number = 0
    while b'"86"' not in (desk / "facts.json").read_bytes():
        number += 1
        put_back(edits, {})
        ran(["edit", ID], FEW, number)
        assert number < 50
    kept = content(edits)

    ended = piped("edit", ID, store=desk / "facts.json")

    assert any("amia" in name for name in kept)
    assert (ended.status, "resuming" in ended.err) == (0, False)
