"""A baseline: what old drafts have is known, and only what is new fails."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run

SLIP = "The bombing of the Amia centre in Buenos Aires killed 87 people.\n"
OTHER_SLIP = "The Amia bombing of 1994 killed 90 people.\n"


@pytest.fixture
def folder(tmp_path: Path, piped: Run) -> Path:
    """A folder with a draft whose one slip is in the baseline."""
    (tmp_path / "old.md").write_text(SLIP, "utf-8")
    ended = piped("check", "old.md", "--baseline", "known.json", "--write-baseline", cwd=tmp_path)
    assert (ended.status, ended.out) == (0, "")
    assert "1 finding written to known.json" in ended.err
    return tmp_path


def checked(piped: Run, folder: Path, *drafts: str) -> tuple[int, int]:
    """The exit status, and the number of findings."""
    ended = piped("check", *(drafts or ["old.md"]), "--baseline", "known.json", cwd=folder)
    return ended.status, len(ended.out.splitlines())


def test_a_known_finding_is_waived(piped: Run, folder: Path) -> None:
    ended = piped("check", "old.md", "--baseline", "known.json", "--format", "json", cwd=folder)

    assert (ended.status, json.loads(ended.out)["findings"]) == (0, [])
    assert json.loads(ended.out)["summary"]["waived"] == 1


def test_it_stays_known_when_lines_move_and_from_another_folder(piped: Run, folder: Path) -> None:
    (folder / "old.md").write_text("A new first paragraph.\n\n" + SLIP, "utf-8")
    (folder / "inner").mkdir()

    assert checked(piped, folder) == (0, 0)
    assert piped("check", "../old.md", "--baseline", "../known.json", cwd=folder / "inner").status == 0


def test_another_slip_and_the_same_slip_made_again_are_new(piped: Run, folder: Path) -> None:
    (folder / "old.md").write_text(SLIP + "\n" + OTHER_SLIP, "utf-8")
    assert checked(piped, folder) == (1, 1)

    (folder / "old.md").write_text(SLIP + "\n" + SLIP, "utf-8")
    assert checked(piped, folder) == (1, 1)


def test_the_same_slip_in_another_draft_is_new(piped: Run, folder: Path) -> None:
    (folder / "new.md").write_text(SLIP, "utf-8")

    assert checked(piped, folder, "old.md", "new.md") == (1, 1)


def test_writing_again_forgets_what_is_mended(piped: Run, folder: Path) -> None:
    (folder / "old.md").write_text("Nothing.\n", "utf-8")
    piped("check", "old.md", "--baseline", "known.json", "--write-baseline", cwd=folder)

    assert json.loads((folder / "known.json").read_text("utf-8")) == {"version": 1, "findings": []}


def test_nothing_is_written_if_a_draft_cannot_be_read(piped: Run, folder: Path) -> None:
    before = (folder / "known.json").read_bytes()

    ended = piped("check", "gone.md", "--baseline", "known.json", "--write-baseline", cwd=folder)

    assert ended.status == 2
    assert (folder / "known.json").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "known.json: no such file. Hint: write it with: fact check"),
        ("{", "known.json: not a baseline: "),
        ('{"version": 1, "findings": [1]}', "known.json: not a baseline: "),
    ],
)
def test_a_missing_or_broken_baseline_is_an_error_in_one_line(
    piped: Run, folder: Path, content: str | None, said: str
) -> None:
    (folder / "known.json").unlink()
    if content is not None:
        (folder / "known.json").write_text(content, "utf-8")

    ended = piped("check", "old.md", "--baseline", "known.json", cwd=folder)

    assert ended.status == 2
    assert ended.err.startswith(f"fact: error: {said}")
    assert len(ended.err.splitlines()) == 1


@pytest.mark.parametrize("more", [[], ["--baseline", "b.json", "--fix"], ["--baseline", "b.json", "--watch"]])
def test_write_baseline_needs_a_file_and_changes_nothing_else(piped: Run, folder: Path, more: list[str]) -> None:
    ended = piped("check", "old.md", "--write-baseline", *more, cwd=folder)

    assert ended.status == 2
    assert "--write-baseline needs --baseline FILE" in ended.err


def test_a_hostile_surface_is_written_as_json(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "a\u202eb.md").write_text(SLIP, "utf-8")

    piped("check", "a\u202eb.md", "--baseline", "known.json", "--write-baseline", cwd=tmp_path)

    assert r"\u202e" in (tmp_path / "known.json").read_text("utf-8")


@pytest.mark.parametrize(
    "content", [SLIP, '{"facts": {}, "sources": {}}', '{"version": 2, "findings": []}', "[" * 5000]
)
def test_a_file_that_is_not_a_baseline_is_neither_read_nor_replaced(piped: Run, folder: Path, content: str) -> None:
    (folder / "other.json").write_text(content, "utf-8")

    read = piped("check", "old.md", "--baseline", "other.json", cwd=folder)
    written = piped("check", "old.md", "--baseline", "other.json", "--write-baseline", cwd=folder)

    assert (read.status, written.status) == (2, 2)
    assert "other.json: " in read.err
    assert "internal error" not in read.err + written.err
    assert (folder / "other.json").read_text("utf-8") == content


def test_a_draft_is_not_replaced_by_its_baseline(piped: Run, folder: Path) -> None:
    ended = piped("check", "old.md", "--baseline", "old.md", "--write-baseline", cwd=folder)

    assert ended.status == 2
    assert (folder / "old.md").read_text("utf-8") == SLIP


def test_a_baseline_is_not_waited_for(piped: Run, folder: Path) -> None:
    os.mkfifo(folder / "pipe")

    assert "pipe: is a pipe" in piped("check", "old.md", "--baseline", "pipe", cwd=folder).err
    assert "/dev/zero: is a device" in piped("check", "old.md", "--baseline", "/dev/zero", cwd=folder).err
