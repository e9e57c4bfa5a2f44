"""A standard stream that is closed, or cannot be used, is an error in a line or no matter at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from running import FACT, STREAMS, Ended, forked, use_streams

from factcli.cli import main
from factcli.cli.fast_path import COMMANDS

WRONG = "The bombing of the Amia centre in Buenos Aires killed 87 people.\n"
ROW = "id,statement,amount,source\nlake-depth,The lake is 40 m deep.,40,nisman-report\n"
ID = "amia-bombing-deaths"
NEW = ["--amount", "40", "--statement", "The lake is 40 deep.", "--source", "pompeo-tour-2019"]
# Each command with the exit status that it has when nobody is there to type.
LINES: list[tuple[list[str], int]] = [
    (["amia"], 0),
    (["find", "amia"], 0),
    (["show", ID], 0),
    (["check", "draft.md"], 1),
    (["check", "-"], 2),
    (["archive", "articles", "--output", "done"], 0),
    (["extract", "draft.md"], 0),
    (["extract", "-"], 2),
    (["keywords"], 0),
    (["names"], 0),
    (["sources"], 0),
    (["timeline"], 0),
    (["add"], 2),
    (["add", "lake-depth", *NEW], 0),
    (["add", "--from", "-"], 2),
    (["add", "--from", "-", "--yes"], 2),
    (["add", "--from", "candidates.json"], 2),
    (["add", "--from", "candidates.json", "--yes"], 0),
    (["set", ID, "note=n"], 0),
    (["edit", ID], 0),
    (["deprecate", ID, "--reason", "r"], 0),
    (["remove", ID], 2),
    (["remove", ID, "--yes"], 0),
    (["rename", ID, "other"], 0),
    (["source", "add", "x"], 2),
    (["source", "add", "x", "--title", "T"], 0),
    (["source", "edit", "pompeo-tour-2019"], 0),
    (["cite", ID, "pompeo-tour-2019", "page 9"], 0),
    (["undo"], 2),
    (["init", "desk"], 0),
    (["stale"], 1),
    (["refresh"], 0),
    (["trust"], 0),
    (["validate"], 0),
    (["verify", "pompeo-tour-2019", "--text", "draft.md"], 1),
    (["format"], 0),
    (["import", "-", "--as", "csv"], 2),
    (["import", "facts.json"], 0),
    (["export"], 0),
    (["diff", "facts.json", "facts.json"], 0),
    (["merge-driver", "facts.json", "facts.json", "facts.json"], 0),
    (["open", ID, "--print"], 1),
    (["copy", ID, "--print"], 0),
    (["stats"], 0),
    (["help"], 0),
    (["paths"], 0),
    (["schema"], 0),
    (["completion", "bash"], 0),
    (["lsp"], 2),
    (["mcp"], 2),
    (["browse"], 2),
    (["skill", "install"], 0),
    (["--help"], 0),
]
# A plain lookup, a command that reads, one that writes, and those that read standard input, each in a process.
REAL = [["amia"], ["show", ID], ["set", ID, "note=n"], ["check", "draft.md"]]
ONE_OF_EACH = [
    *{line[0]: (line, status) for line, status in LINES if line not in (["lsp"], ["mcp"]) and "-" not in line}.values()
]


@pytest.fixture
def folder(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EDITOR", "true")
    folder = own_store.parent
    (folder / "draft.md").write_text(WRONG)
    (folder / "articles").mkdir()
    (folder / "articles" / "a.jsonl").write_text('{"id": "1", "text": "Nothing."}\n')
    (folder / "candidates.json").write_text('{"facts": {}, "sources": {}}')
    return folder


def run(folder: Path, redirection: str, *arguments: str) -> Ended:
    """Run ``fact`` with a redirection of the shell."""
    line = ["sh", "-c", f'exec "$@" {redirection}', "sh", FACT, *arguments]
    ended = subprocess.run(line, cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, text=True, check=False)
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def run_without(closed: str, folder: Path, arguments: list[str]) -> Ended:
    """Run ``fact`` in a fork of this process, where a stream is as in an interpreter that starts with it closed."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        outputs = out.fileno(), err.fileno()
        child = forked(lambda: _run_in_child(closed, folder, outputs, arguments))
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        out.seek(0)
        err.seek(0)
        return Ended(status, out.read().decode(), err.read().decode())


def _run_in_child(closed: str, folder: Path, outputs: tuple[int, int], arguments: list[str]) -> int:
    os.chdir(folder)
    use_streams(os.open(os.devnull, os.O_RDONLY), *outputs)
    setattr(sys, closed, None)
    os.close([name for name, _ in STREAMS].index(closed))
    return main.run(arguments)


def test_every_command_is_tried() -> None:
    assert set(COMMANDS) <= {line[0] for line, _ in LINES}


@pytest.mark.parametrize(
    ("line", "status"), LINES, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_a_closed_input_is_an_error_in_one_line_or_no_matter(folder: Path, line: list[str], status: int) -> None:
    ended = run_without("stdin", folder, line)
    told = ended.err.splitlines()

    assert (ended.status, "Traceback" in ended.err) == (status, False), ended.err
    assert [each for each in told if each.startswith("fact: error: ")] == (told if status == 2 else [])
    assert len(told) == 1 or status != 2


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
@pytest.mark.parametrize(
    ("line", "status"), ONE_OF_EACH, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_a_closed_output_changes_no_exit_status(folder: Path, line: list[str], status: int, closed: str) -> None:
    ended = run_without(closed, folder, line)

    assert (ended.status, "Traceback" in ended.err + ended.out) == (status, False), ended.err
    # What is printed lands in no file that was opened in the place of the closed stream.
    assert json.loads((folder / "facts.json").read_text("utf-8")).keys() == {"facts", "sources"}


@pytest.mark.parametrize("redirection", ["<&-", ">&-", "2>&-"])
@pytest.mark.parametrize("line", REAL, ids=" ".join)
def test_a_process_without_a_stream_does_as_its_fork(folder: Path, line: list[str], redirection: str) -> None:
    closed = STREAMS[["<&-", ">&-", "2>&-"].index(redirection)][0]
    store = (folder / "facts.json").read_bytes()
    forked = run_without(closed, folder, line)
    (folder / "facts.json").write_bytes(store)

    assert run(folder, redirection, *line) == forked


@pytest.mark.parametrize("line", [["check", "-"], ["extract", "-"], ["import", "-", "--as", "json"], ["lsp"], ["mcp"]])
@pytest.mark.parametrize("redirection", ["<&-", "0> written"])
def test_an_input_that_cannot_be_read_is_reported(folder: Path, line: list[str], redirection: str) -> None:
    ended = run(folder, redirection, *line)

    assert ended.status == 2
    assert ended.err.startswith("fact: error: standard input is closed. Hint: ")
