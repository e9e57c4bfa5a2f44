"""The skill for agents: current, in the form of agentskills.io, and installed where an agent looks for it."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from running import FACT, ROOT

if TYPE_CHECKING:
    from running import Run

SKILL = ROOT / "factcli" / "mcp" / "skill" / "SKILL.md"
HOOK = SKILL.parent / "hooks" / "check-written-file"


def test_the_skill_is_what_its_script_writes() -> None:
    assert SKILL.read_text("utf-8") == runpy.run_path(str(ROOT / ".ci" / "make_skill.py"))["skill"]()


def test_the_header_has_a_name_and_a_description_within_the_limits_of_the_form() -> None:
    name, description = re.match(r"---\nname: (.+)\ndescription: (.+)\n", SKILL.read_text("utf-8")).groups()

    assert re.fullmatch("[a-z0-9-]{1,64}", name)
    assert len(description) <= 1024


def test_it_is_installed_in_the_folder_of_the_agent(piped: Run, tmp_path: Path) -> None:
    ended = piped("skill", "install", "--agent", ".claude", store=None, cwd=tmp_path)

    folder = tmp_path / ".claude" / "skills" / "factcli"
    assert ended.status == 0
    assert ended.out.splitlines()[0] == ".claude/skills/factcli/SKILL.md"
    assert (folder / "SKILL.md").read_bytes() == SKILL.read_bytes()
    [group] = json.loads((folder / "hooks" / "settings.json").read_text("utf-8"))["hooks"]["PostToolUse"]
    assert (tmp_path / group["hooks"][0]["command"].split()[1]).is_file()


def test_files_that_differ_are_replaced_only_with_force(piped: Run, tmp_path: Path) -> None:
    installed = tmp_path / ".agents" / "skills" / "factcli" / "SKILL.md"
    for _ in range(2):
        assert piped("skill", "install", store=None, cwd=tmp_path).status == 0
    installed.write_text("mine", "utf-8")

    ended = piped("skill", "install", store=None, cwd=tmp_path)
    assert (ended.status, installed.read_text("utf-8")) == (2, "mine")
    assert ended.err.startswith("fact: error: .agents/skills/factcli/SKILL.md: already exists and differs. Hint:")

    assert piped("skill", "install", "--force", store=None, cwd=tmp_path).status == 0
    assert installed.read_bytes() == SKILL.read_bytes()


def test_what_a_link_points_to_stays(piped: Run, tmp_path: Path) -> None:
    folder = tmp_path / ".agents" / "skills" / "factcli"
    folder.mkdir(parents=True)
    (tmp_path / "mine").write_text("mine", "utf-8")
    (folder / "SKILL.md").symlink_to(tmp_path / "mine")

    piped("skill", "install", "--force", store=None, cwd=tmp_path)

    assert (tmp_path / "mine").read_text("utf-8") == "mine"
    assert (folder / "SKILL.md").read_bytes() == SKILL.read_bytes()


def test_a_folder_that_is_a_link_is_not_written(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / ".agents" / "skills").mkdir(parents=True)
    (tmp_path / ".agents" / "skills" / "factcli").symlink_to(tmp_path / "theirs")

    ended = piped("skill", "install", "--force", store=None, cwd=tmp_path)

    assert (ended.status, list((tmp_path / "theirs").iterdir())) == (2, [])
    assert ".agents/skills/factcli: is a link. Hint: remove the link" in ended.err


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has paths to an open folder")
@pytest.mark.parametrize("made", ["skills", "factcli", "hooks"])
def test_a_folder_that_is_switched_while_it_is_written_is_not_followed(
    made: str, piped: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    agent, real = tmp_path / ".agents", os.mkdir

    def switching(path: str | Path, *args: int) -> None:
        if Path(path).name == made and not agent.is_symlink():
            agent.rename(tmp_path / "kept")
            agent.symlink_to(theirs)
        real(path, *args)

    monkeypatch.setattr(os, "mkdir", switching)
    piped("skill", "install", store=None, cwd=tmp_path)

    assert agent.is_symlink()
    assert [path.name for path in theirs.rglob("*")] == []


def test_the_folder_of_an_agent_may_be_a_link(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    (tmp_path / ".claude").symlink_to(tmp_path / "dotfiles")

    ended = piped("skill", "install", "--agent", ".claude", store=None, cwd=tmp_path)

    assert ended.status == 0
    assert (tmp_path / "dotfiles" / "skills" / "factcli" / "SKILL.md").read_bytes() == SKILL.read_bytes()


def test_a_file_that_cannot_be_written_in_full_stays_as_it_was(tmp_path: Path) -> None:
    installed = tmp_path / ".agents" / "skills" / "factcli" / "SKILL.md"
    installed.parent.mkdir(parents=True)
    installed.write_text("mine", "utf-8")
    limited = ["bash", "-c", 'trap "" XFSZ; ulimit -f 1; exec "$@"', "bash", FACT, "skill", "install", "--force"]

    ended = subprocess.run(limited, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (ended.returncode, installed.read_text("utf-8")) == (2, "mine")
    assert [path.name for path in installed.parent.iterdir()] == ["SKILL.md"]


def test_a_folder_that_cannot_be_written_is_an_error_in_one_line(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")

    ended = piped("skill", "install", "--agent", "file", store=None, cwd=tmp_path)

    assert ended.status == 2
    assert re.fullmatch(r"fact: error: file: cannot be written: .+\. Hint: .+\n", ended.err)


@pytest.mark.parametrize(
    ("name", "text", "status"),
    [
        ("draft.md", "The Amia bombing killed 87 people.", 2),
        ("draft.md", "The Amia bombing killed 85 people.", 0),
        ("code.py", "The Amia bombing killed 87 people.", 0),
    ],
)
def test_the_hook_hands_back_what_is_wrong_in_a_written_file(
    tmp_path: Path, shipped_store: Path, name: str, text: str, status: int
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    event = json.dumps({"tool_input": {"file_path": str(tmp_path / name)}})
    environment = os.environ | {
        "FACTCLI_STORE": str(shipped_store),
        "PATH": f"{Path(FACT).parent}:{os.environ['PATH']}",
    }

    ended = subprocess.run(
        [sys.executable, str(HOOK)], input=event, env=environment, capture_output=True, text=True, check=False
    )

    assert ended.returncode == status
    assert ("the store has 85 people" in ended.stderr) is bool(status)
