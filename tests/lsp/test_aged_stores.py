"""Facts that are due, and several stores, in the editor; no command of a trusted store is run for either."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from editing import Start
from running import FACT

pytestmark = pytest.mark.asyncio


@pytest.fixture
def aged(folder: Path) -> Path:
    """A folder whose store has a fact that is due and that a script would measure; the store is trusted."""
    import subprocess

    script = folder / "count.sh"
    script.write_text("#!/bin/sh\ntouch ran\necho 5\n", "utf-8")
    script.chmod(0o755)
    fact = {"kind": "figure", "subject": "Selby library", "statement": "Selby library holds 41,000 books.", "value": {"amount": "41000", "unit": "book"},
            "as_of": "2019", "review": "1y", "references": [{"source": "s", "origin": {"command": ["./count.sh"]}}]}  # fmt: skip
    store = {"facts": {"books": fact}, "sources": {"s": {"type": "dataset", "title": "Counts"}}}
    (folder / "facts.json").write_text(json.dumps(store), "utf-8")
    subprocess.run([FACT, "trust", "--yes"], cwd=folder, check=True, capture_output=True)
    return folder


async def test_a_fact_that_is_due_is_a_warning_and_nothing_is_run(start: Start, aged: Path) -> None:
    editor = await start()

    found = await editor.diagnostics(editor.open("Selby library holds 41,000 books.\n"))
    of_store = await editor.diagnostics(editor.open((aged / "facts.json").read_text("utf-8"), "facts.json", "json"))

    assert [each.code for each in found] == ["due-for-review"]
    assert "due" in [each.code for each in of_store]
    assert not (aged / "ran").exists()


async def test_a_draft_is_checked_against_all_stores_of_the_settings(start: Start, folder: Path) -> None:
    fact = {"kind": "figure", "subject": "Selby library", "statement": "Selby library holds 41,000 books.", "value": {"amount": "41000", "unit": "book"},
            "references": [{"source": "s"}]}  # fmt: skip
    desk = {
        "facts": {"books": fact, "amia-bombing-deaths": fact},
        "sources": {"s": {"type": "dataset", "title": "Counts"}},
    }
    (folder / "desk.json").write_text(json.dumps(desk, indent=1), "utf-8")
    (folder / ".factcli.toml").write_text('stores = ["facts.json", "desk.json"]\n', "utf-8")
    editor = await start()

    found = await editor.diagnostics(
        editor.open("Selby library holds 14,000 books.\n\nThe Amia bombing killed 90 people.\n")
    )

    assert [(each.code, each.range.start.line) for each in found] == [("other-value", 0), ("other-value", 2)]
    places = [each.related_information[0].location.uri.rpartition("/")[2] for each in found if each.related_information]
    assert places == ["desk.json", "facts.json"]
