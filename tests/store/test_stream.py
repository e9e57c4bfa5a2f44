"""A large store is read fact by fact, in bounded memory, and says the same as one that is read whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcli.errors import StoreError
from factcli.store import FactStore
from factcli.store.stream import FactStream

KILOBYTE, MEGABYTE = 1024, 1024**2


def fact_of(number: int) -> dict[str, Any]:
    words = " ".join(f"{word}{number * 7919 % 9973}" for word in ("lock", "weir", "sluice", "towpath", "basin"))
    return {
        "kind": "figure",
        "statement": f"The canal at {words} carried {number + 1} tonnes of slate, as the ledger of the toll house says.",
        "subject": f"Canal {number}",
        "keywords": ["canal", f"lock{number}", "slate"],
        "value": {"amount": str(number + 1), "unit": "t"},
        "references": [{"source": "ledger", "locator": f"page {number}", "surface": f"{number + 1} tonnes"}],
    }


@pytest.fixture
def large(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    facts = {f"cargo-{number}": fact_of(number) for number in range(request.param)}
    path = tmp_path / "facts.json"
    path.write_text(
        json.dumps({"facts": facts, "sources": {"ledger": {"type": "book", "title": "A ledger"}}}, indent=2)
    )
    return path


# What a parent had in memory counts as its child's: so the parent is a small one.
MEASURED = """
import os, sys
child = os.fork()
if not child:
    os.execv(sys.executable, [sys.executable, "-m", "factcli", *sys.argv[1:]])
_, status, usage = os.wait4(child, 0)
print(usage.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def peak_of(*command: str, store: Path) -> int:
    """The most memory in bytes that the command took."""
    arguments = [sys.executable, "-c", MEASURED, "--store", store, *command]
    ended = subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return int(ended.stderr.split()[-1]) * (1 if sys.platform == "darwin" else KILOBYTE)


COMMANDS = [
    ["set", "cargo-9", "amount=4"],
    ["format"],
    ["validate"],
    ["export"],
    ["export", "--format", "jsonl"],
    ["export", "--format", "csv"],
    ["export", "--format", "claimreview"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("large", [5_000], indirect=True)
def test_a_store_is_never_in_memory_more_than_a_few_times(command: list[str], large: Path) -> None:
    small = large.with_name("small.json")
    small.write_text(
        json.dumps({"facts": {"cargo-9": fact_of(9)}, "sources": {"ledger": {"type": "book", "title": "A"}}})
    )

    grown = peak_of(*command, store=large) - peak_of(*command, store=small)

    assert grown < 5.5 * large.stat().st_size


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("large", [100_000], indirect=True)
def test_a_store_of_100_000_facts_needs_at_most_300_mb(command: list[str], large: Path) -> None:
    assert peak_of(*command, store=large) < 300 * MEGABYTE


def test_the_facts_of_a_stream_are_those_of_the_store_however_often_they_are_read(shipped_store: Path) -> None:
    stream, store = FactStream.open(shipped_store), FactStore.open(shipped_store)

    assert list(stream) == list(stream) == store.facts()
    assert (len(stream), stream.sources) == (len(store), store.sources())


def test_a_stream_begins_only_when_the_whole_file_was_found_to_be_sound(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    facts = {"good": fact_of(1), "bad": fact_of(2) | {"value": {}}, "worse": fact_of(3) | {"kind": "rumour"}}
    path.write_text(json.dumps({"facts": facts, "sources": {"ledger": {"type": "book"}}}))

    with pytest.raises(StoreError) as told:
        FactStream.open(path)

    assert len(told.value.lines()) == 3
