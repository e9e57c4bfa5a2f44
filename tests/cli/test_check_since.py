"""``fact check --since REV`` looks at the lines that changed, in a real repository."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run

WRONG = "The bombing of the Amia centre in Buenos Aires killed {} people.\n"


def git(folder: Path, *arguments: str) -> None:
    identity = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *names, *arguments], cwd=folder, env=os.environ | identity, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    (folder / "chapters").mkdir(parents=True)
    git(folder, "init")
    (folder / "chapters" / "one.md").write_text(WRONG.format(81) + "\nMore.\n\n" + WRONG.format(82), "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "One")
    return folder


def test_only_changed_lines_are_reported(piped: Run, repository: Path) -> None:
    draft = repository / "chapters" / "one.md"
    draft.write_text(WRONG.format(81) + "\nMore.\n\n" + WRONG.format(83), "utf-8")

    ended = piped("check", "--since", "HEAD", "chapters/one.md", cwd=repository)

    assert (ended.status, ended.out.count("error: "), ended.out.count("error: 83 people")) == (1, 1, 1)
    assert ended.err.startswith("fact: 1 seen in 1 draft")


def test_an_unchanged_draft_is_clean(piped: Run, repository: Path) -> None:
    ended = piped("check", "--since", "HEAD", "chapters", cwd=repository)

    assert (ended.status, ended.out) == (0, "")


def test_a_new_draft_is_new_in_every_line(piped: Run, repository: Path) -> None:
    (repository / "chapters" / ":(top)two.md").write_text(WRONG.format(84), "utf-8")

    assert piped("check", "--since", "HEAD", "chapters", cwd=repository).out.count("error: 84 people") == 1


def test_a_waiver_on_an_old_line_still_covers_a_new_one(piped: Run, repository: Path) -> None:
    draft = repository / "chapters" / "one.md"
    draft.write_text("<!-- fact-ignore: disputed -->\n" + WRONG.format(81), "utf-8")
    git(repository, "commit", "-am", "Waive")
    draft.write_text("<!-- fact-ignore: disputed -->\n" + WRONG.format(83), "utf-8")

    ended = piped("check", "--since", "HEAD", str(draft))

    assert (ended.status, ended.out) == (0, "")


def test_a_hook_of_git_may_run_it(piped: Run, repository: Path) -> None:
    (repository / "chapters" / "one.md").write_text(WRONG.format(83), "utf-8")

    ended = piped("check", "--since", "HEAD", "chapters", cwd=repository, GIT_DIR=".git", GIT_INDEX_FILE=".git/index")

    assert ended.status == 1


@pytest.mark.parametrize("revision", ["nonsense", "--output=/tmp/x", "", "HEAD:chapters/one.md"])
def test_an_unknown_revision_is_an_error(piped: Run, repository: Path, revision: str) -> None:
    ended = piped("check", f"--since={revision}", "chapters", cwd=repository)

    assert (ended.status, ended.err.startswith("fact: error: unknown git revision")) == (2, True)


def test_outside_a_repository_it_is_an_error(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(WRONG.format(81), "utf-8")

    ended = piped("check", "--since", "HEAD", "draft.md", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))

    assert (ended.status, "not a git repository" in ended.err) == (2, True)


def test_without_git_it_is_an_error(piped: Run, repository: Path) -> None:
    ended = piped("check", "--since", "HEAD", "chapters", cwd=repository, PATH="")

    assert (ended.status, "git cannot be run" in ended.err) == (2, True)
