"""A store that cannot be read is refused in a line and stays as it is to the byte, whichever command would write it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from broken_stores import BROKEN, GOOD

from factcli.cli.main import run

# Sound JSON in which one fact is unsound: that is what `fact set` and `fact edit` are there to mend.
UNSOUND = {"a fact without its kind", "a date that no calendar has"}
CONTENTS = {name: broken.content for name, broken in BROKEN.items() if name not in UNSOUND}
ADDED = {"kind": "date", "statement": "S.", "value": {"edtf": "1931"}, "references": [{"source": "s"}]}
COMMANDS = {
    "add": "add new --edtf 1931 --statement S. --source s",
    "add --from": "add --from {folder}/in.json --yes",
    "set": "set dam note=x",
    "edit": "edit dam",
    "deprecate": "deprecate dam --reason old",
    "remove": "remove dam --yes",
    "rename": "rename dam weir",
    "source add": "source add s --title T",
    "source edit": "source edit s",
    "import": "import {folder}/in.json",
    "import --update": "import --update {folder}/in.json",
    "format": "format",
    "init": "init {folder}",
    "undo": "undo",
    "merge-driver, ours": "merge-driver {folder}/good.json {store} {folder}/good.json",
    "merge-driver, theirs": "merge-driver {folder}/good.json {folder}/good.json {store}",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a store that was just changed, so that there is something to undo."""
    monkeypatch.setenv("EDITOR", "sed -i s/opened/closed/")
    monkeypatch.delenv("VISUAL", raising=False)
    (tmp_path / "good.json").write_text(GOOD)
    (tmp_path / "in.json").write_text(json.dumps({"facts": {"new": ADDED}, "sources": {"s": {"title": "T"}}}))
    (tmp_path / "facts.json").write_text(GOOD)
    run(["--store", str(tmp_path / "facts.json"), "source", "add", "kept", "--title", "T"])
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def run_on(folder: Path, command: str) -> int:
    store = str(folder / "facts.json")
    return run(["--store", store, *(word.format(folder=folder, store=store) for word in command.split())])


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS.keys())
def test_no_command_writes_a_broken_store(
    content: bytes, command: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "facts.json").write_bytes(content)
    capfd.readouterr()

    status = run_on(folder, command)

    assert status == 2
    assert capfd.readouterr().err.startswith("fact: error: ")
    assert (folder / "facts.json").read_bytes() == content
    assert (folder / "good.json").read_text() == GOOD
    assert names(folder) == ["facts.json", "good.json", "in.json"]


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "FIFO"])
def test_no_command_writes_what_is_not_a_file(
    make: object, command: str, folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcli.pipes._PATIENCE", 0.0)
    (folder / "facts.json").unlink()
    make(folder / "facts.json")  # type: ignore[operator] # pytest does not know
    kind = (folder / "facts.json").stat().st_mode
    capfd.readouterr()

    status = run_on(folder, command)

    assert (status, capfd.readouterr().err.count("\n")) == (2, 1)
    assert (folder / "facts.json").stat().st_mode == kind
    assert names(folder) == ["facts.json", "good.json", "in.json"]


@pytest.mark.parametrize("name", sorted(CONTENTS.keys() - {"no bytes at all"}))
def test_a_broken_base_is_not_merged(name: str, folder: Path) -> None:
    (folder / "facts.json").write_bytes(CONTENTS[name])

    status = run_on(folder, "merge-driver {store} {folder}/good.json {folder}/good.json")

    assert status == 2
    assert (folder / "good.json").read_text() == GOOD


def test_an_empty_base_is_that_of_a_file_which_both_sides_made(folder: Path) -> None:
    (folder / "facts.json").write_bytes(b"")

    assert run_on(folder, "merge-driver {store} {folder}/good.json {folder}/good.json") == 0


@pytest.mark.parametrize("command", ["set dam note=x", "rename dam weir", "source add s --title T", "format", "undo"])
def test_the_same_commands_write_a_sound_store(command: str, folder: Path) -> None:
    before = (folder / "facts.json").read_bytes()

    status = run_on(folder, command)

    assert status == 0
    assert (folder / "facts.json").read_bytes() != before
