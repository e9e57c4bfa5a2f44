"""``fact check --watch`` checks again when a draft is saved, until Ctrl-C."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import time
from pathlib import Path

import pytest
from running import FACT

PATIENCE = 60.0


def read_until(stream: int, wanted: str) -> str:
    """What arrives until the wanted words do."""
    text, end = "", time.monotonic() + PATIENCE
    while wanted not in text and time.monotonic() < end:
        text += os.read(stream, 65536).decode() if select.select([stream], [], [], 0.1)[0] else ""
    return text


@pytest.mark.slow
def test_a_saved_draft_is_checked_again_until_ctrl_c(tmp_path: Path, shipped_store: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("The bombing of the Amia centre in Buenos Aires killed 87 people.\n", "utf-8")
    command = [FACT, "--store", str(shipped_store), "check", "--watch", str(draft)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout

    first = read_until(process.stdout.fileno(), "Ctrl-C ends it")
    draft.write_text("The bombing of the Amia centre in Buenos Aires killed 85 people, they say.\n", "utf-8")
    second = read_until(process.stdout.fileno(), "0 waived")
    process.send_signal(signal.SIGINT)
    status = process.wait(PATIENCE)
    process.stdout.close()

    assert (status, "error: 87 people" in first) == (130, True)
    assert re.search(rf"fact: \d\d:\d\d:\d\d, watching {re.escape(str(draft))}; ", first)
    assert "changed: " in second
    assert "1 confirmed, 0 contradicted" in second


@pytest.mark.slow
@pytest.mark.parametrize("is_named", [True, False], ids=["by the option", "by the settings"])
def test_a_changed_source_is_checked_with(tmp_path: Path, own_store: Path, *, is_named: bool) -> None:
    (tmp_path / ".factcli.toml").write_text("" if is_named else 'sources = ["guide.txt"]\n', "utf-8")
    (tmp_path / "draft.md").write_text("The mill has 412 looms.\n", "utf-8")
    guide = tmp_path / "guide.txt"
    guide.write_text("The mill has a yard.\n", "utf-8")
    command = [FACT, "check", "--watch", "draft.md", *(["--against", "guide.txt"] if is_named else [])]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=own_store.parent)
    assert process.stdout

    first = read_until(process.stdout.fileno(), "elsewhere")
    guide.write_text("The mill has 412 looms in a yard.\n", "utf-8")
    second = read_until(process.stdout.fileno(), "elsewhere")
    process.send_signal(signal.SIGINT)
    process.wait(PATIENCE)
    process.stdout.close()

    assert "1 unsupported" in first
    assert "changed: " in second
    assert "1 confirmed" in second


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "pattern", "replacement"),
    [("facts.json", '"amount": "85"', '"amount": "87"'), (".factcli.toml", "# none", 'rules-off = ["other-value"]')],
)
def test_a_changed_store_or_setting_is_checked_with(
    tmp_path: Path, own_store: Path, name: str, pattern: str, replacement: str
) -> None:
    (tmp_path / ".factcli.toml").write_text("# none\n", "utf-8")
    (tmp_path / "draft.md").write_text("The bombing of the Amia centre in Buenos Aires killed 87 people.\n", "utf-8")
    command = [FACT, "check", "--watch", "draft.md"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=own_store.parent)
    assert process.stdout

    first = read_until(process.stdout.fileno(), "0 waived")
    text = (tmp_path / name).read_text("utf-8")
    (tmp_path / name).write_text(text.replace(pattern, replacement), "utf-8")
    second = read_until(process.stdout.fileno(), "waived")
    process.send_signal(signal.SIGINT)
    process.wait(PATIENCE)
    process.stdout.close()

    assert "1 contradicted" in first
    assert "changed: " in second
    assert "0 contradicted" in second
