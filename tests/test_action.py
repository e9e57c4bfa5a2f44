"""The action for GitHub runs ``fact check`` on what changed, and nothing that its inputs hold."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from running import FACT, ROOT

CHECK = ROOT / ".ci" / "action" / "check"
SLIP = "The Amia bombing killed 87 people.\n"


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    return subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository whose last commit adds a slip to a draft that already had one."""
    git(tmp_path, "init", "--quiet")
    for text in (SLIP, f"{SLIP}\n{SLIP}"):
        (tmp_path / "draft.md").write_text(text, "utf-8")
        git(tmp_path, "add", "draft.md")
        git(tmp_path, "commit", "--quiet", "-m", "Draft")
    return tmp_path


def run(clone: Path, store: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    defaults = {"FACT_DRAFTS": "draft.md", "FACT_OPTIONS": "", "FACT_SINCE": "", "FACT_FORMAT": "github"}
    path = f"{Path(FACT).parent}:{os.environ['PATH']}"
    environment = os.environ | {"FACTCLI_STORE": str(store), "PATH": path} | defaults | inputs
    return subprocess.run(["bash", str(CHECK)], cwd=clone, env=environment, capture_output=True, text=True, check=False)


def test_findings_are_annotations(clone: Path, shipped_store: Path) -> None:
    ended = run(clone, shipped_store)

    assert ended.returncode == 1
    assert [line.split(",")[:2] for line in ended.stdout.splitlines()] == [
        ["::error file=draft.md", "line=1"],
        ["::error file=draft.md", "line=3"],
    ]


def test_only_what_changed_since_the_base_is_reported(clone: Path, shipped_store: Path) -> None:
    base = git(clone, "rev-parse", "HEAD~1")

    ended = run(clone, shipped_store, FACT_SINCE=base)

    assert ended.returncode == 1
    assert "line=3" in ended.stdout
    assert "line=1" not in ended.stdout


def test_sarif_is_written_to_the_file_that_is_uploaded(clone: Path, shipped_store: Path) -> None:
    run(clone, shipped_store, FACT_FORMAT="sarif")

    assert len(json.loads((clone / "fact.sarif").read_text("utf-8"))["runs"][0]["results"]) == 2


@pytest.mark.parametrize("value", ["$(touch ran) `touch ran`; touch ran", "--upload-pack=touch${IFS}ran"])
@pytest.mark.parametrize("name", ["FACT_DRAFTS", "FACT_OPTIONS", "FACT_SINCE", "FACT_FORMAT"])
def test_nothing_in_an_input_is_run(clone: Path, shipped_store: Path, name: str, value: str) -> None:
    git(clone, "remote", "add", "origin", str(clone))

    run(clone, shipped_store, **{name: value})

    assert not (clone / "ran").exists()
