"""A store in git is merged and shown by fact."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from running import Run

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
Git = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def git(tmp_path: Path, shipped_store: Path) -> Git:
    """Git in a repository with the curated store, set up as the README says, with the branches main and theirs."""
    folder = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    identity = {f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = os.environ | identity | {"PATH": folder, "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    run("init", "-q", "-b", "main")
    run("config", "merge.fact.driver", "fact merge-driver %O %A %B %P")
    run("config", "diff.fact.textconv", "fact export --format tsv --store")
    (tmp_path / ".gitattributes").write_text("facts.json merge=fact diff=fact\n")
    (tmp_path / "facts.json").write_bytes(shipped_store.read_bytes())
    run("add", ".")
    run("commit", "-qm", "base")
    run("branch", "theirs")
    return run


@pytest.fixture
def edited(git: Git, piped: Run, tmp_path: Path) -> Callable[[list[str], list[str]], None]:
    """Change the store with one command on the branch theirs, and with another on main."""

    def edit(theirs: list[str], ours: list[str]) -> None:
        git("checkout", "-q", "theirs")
        piped(*theirs, store=tmp_path / "facts.json")
        git("commit", "-qam", "theirs")
        git("checkout", "-q", "main")
        piped(*ours, store=tmp_path / "facts.json")
        git("commit", "-qam", "ours")

    return edit


def test_git_merges_different_fields_of_one_fact(
    git: Git, edited: Callable[[list[str], list[str]], None], tmp_path: Path
) -> None:
    edited(
        ["set", "amia-bombing-deaths", "amount=87", "keywords+=toll"],
        ["set", "amia-bombing-deaths", "note=n", "keywords+=dead people"],
    )

    ended = git("merge", "theirs", "-m", "merge")
    fact = json.loads((tmp_path / "facts.json").read_text("utf-8"))["facts"]["amia-bombing-deaths"]

    assert ended.returncode == 0, ended.stderr
    assert (fact["value"]["amount"], fact["note"], fact["keywords"][-2:]) == ("87", "n", ["dead people", "toll"])


def test_git_shows_a_field_that_both_changed_as_a_conflict(
    git: Git, edited: Callable[[list[str], list[str]], None], piped: Run, tmp_path: Path
) -> None:
    edited(["set", "amia-bombing-deaths", "amount=87"], ["set", "amia-bombing-deaths", "amount=88"])

    ended = git("merge", "theirs", "-m", "merge")

    assert ended.returncode == 1
    assert "fact: facts.json: conflict: both sides changed amia-bombing-deaths: value\n" in ended.stderr
    assert git("status", "--short").stdout == "UU facts.json\n"
    assert "<<<<<<< ours\n" in (tmp_path / "facts.json").read_text("utf-8")
    assert "unresolved merge conflict" in piped("amia", store=tmp_path / "facts.json").err


@pytest.mark.parametrize(
    ("theirs", "ours", "said"),
    [
        (
            ["remove", "nam-summit-days", "--yes"],
            ["deprecate", "bukele-new-soldiers", "--by", "nam-summit-days"],
            "facts.json: conflict: one side removed nam-summit-days, and bukele-new-soldiers of the other side names it",
        ),
        (
            ["rename", "nam-summit-days", "aa"],
            ["rename", "nam-summit-days", "bb"],
            "facts.json: conflict: one side renamed nam-summit-days to bb, the other to aa",
        ),
        (
            ["deprecate", "nam-summit-days", "--reason", "It was called off."],
            ["set", "nam-summit-days", "amount=3", "statement=The summit had 3 days."],
            "facts.json: conflict: one side deprecated nam-summit-days, and the other changed what it says",
        ),
        (
            ["deprecate", "nam-summit-days", "--by", "bukele-new-soldiers"],
            ["deprecate", "bukele-new-soldiers", "--by", "nam-summit-days"],
            "is superseded by itself [circle]",
        ),
    ],
)
def test_git_stops_at_what_makes_no_sense_together(  # noqa: PLR0913, PLR0917 - fixtures and a table
    git: Git, edited: Callable[[list[str], list[str]], None], piped: Run, tmp_path: Path,
    theirs: list[str], ours: list[str], said: str,
) -> None:  # fmt: skip
    edited(theirs, ours)

    ended = git("merge", "theirs", "-m", "merge")

    assert (ended.returncode, said in ended.stderr) == (1, True), ended.stderr
    assert git("status", "--short").stdout == "UU facts.json\n"
    assert piped("validate", store=tmp_path / "facts.json").status != 0


def test_git_keeps_our_side_where_theirs_is_broken(
    git: Git, edited: Callable[[list[str], list[str]], None], tmp_path: Path
) -> None:
    edited(["set", "nam-summit-days", "note=n"], ["set", "nam-summit-days", "note=o"])
    git("checkout", "-q", "theirs")
    (tmp_path / "facts.json").write_text('{\n  "facts": {,}\n}\n')
    git("commit", "-qam", "broken")
    git("checkout", "-q", "main")
    before = (tmp_path / "facts.json").read_bytes()

    ended = git("merge", "theirs", "-m", "merge")

    assert ended.returncode == 1
    assert "fact: error: facts.json:2:13: " in ended.stderr
    assert ". Hint: this is the side 'theirs' of the merge" in ended.stderr
    assert git("status", "--short").stdout == "UU facts.json\n"
    assert (tmp_path / "facts.json").read_bytes() == before


def test_git_diff_shows_a_line_a_fact(git: Git, piped: Run, tmp_path: Path) -> None:
    piped("set", "amia-bombing-deaths", "amount=87", store=tmp_path / "facts.json")

    changed = [line for line in git("diff").stdout.splitlines() if line[:1] in "+-" and line[:3] not in ("---", "+++")]

    assert [line.split("\t")[:3] for line in changed] == [
        ["-amia-bombing-deaths", "figure", "85 person"],
        ["+amia-bombing-deaths", "figure", "87 person"],
    ]


def test_git_diff_can_show_what_changed(git: Git, piped: Run, tmp_path: Path) -> None:
    git("config", "diff.fact.command", "fact diff --git")
    piped("set", "amia-bombing-deaths", "amount=87", store=tmp_path / "facts.json")

    assert git("diff").stdout == "facts.json:\namia-bombing-deaths: 85 -> 87 person\n"
    assert (
        git("diff", "4b825dc642cb6eb9a060e54bf8d69288fbee4904", "HEAD", "--", "facts.json").stdout.count("\n+ ") == 60
    )


def test_a_broken_side_leaves_ours_as_it_was(piped: Run, own_store: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs.json").write_text("{")
    before = own_store.read_bytes()

    ended = piped("merge-driver", str(own_store), str(own_store), str(tmp_path / "theirs.json"), store=None)

    assert ended.status == 2
    assert own_store.read_bytes() == before


def test_a_diff_names_each_kind_of_change(piped: Run, own_store: Path, shipped_store: Path) -> None:
    piped("remove", "salman-reward", "--yes", store=own_store)
    piped("rename", "nisman-death", "nisman-dead", store=own_store)
    piped("set", "amia-bombing-deaths", "amount=87", "keywords+=toll", store=own_store)
    piped("source", "add", "un", "--title", "T", store=own_store)

    ended = piped("diff", str(shipped_store), str(own_store), store=None)

    assert ended.status == 1
    assert ended.out.splitlines() == [
        "amia-bombing-deaths: keywords +toll; 85 -> 87 person",
        "- salman-reward: 7000000 USD",
        "nisman-death: now nisman-dead",
        "+ source un: T",
    ]
    assert piped("diff", str(own_store), str(own_store), store=None).status == 0
    assert piped("diff", str(own_store), store=None).status == 2
    assert piped("diff", str(own_store), "nosuch", store=None).status == 2


def test_a_diff_can_be_json(piped: Run, own_store: Path, shipped_store: Path) -> None:
    piped("set", "amia-bombing-deaths", "amount=87", store=own_store)

    answer = json.loads(piped("diff", str(shipped_store), str(own_store), "--format", "json", store=None).out)

    assert answer["changes"] == [{"change": "change", "id": "amia-bombing-deaths", "detail": "85 -> 87 person"}]
