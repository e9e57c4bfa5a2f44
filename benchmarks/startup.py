"""What a lookup costs beside the imports it cannot do without: ``python benchmarks/startup.py``.

Pairs of commands are run in turns, so that a noisy machine disturbs both alike; the figure is the ratio of the
medians of their CPU time (user and system, of the whole process).
"""

from __future__ import annotations

import argparse
import json
import os
import pty
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

FACT = str(Path(sys.executable).with_name("fact"))


def cpu_seconds(command: list[str], environment: dict[str, str], *, terminal: bool = False) -> float:
    """CPU time of one run of ``command``; on a pseudo-terminal of 100 columns if ``terminal``."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    if terminal:
        _run_on_terminal(command, environment)
    else:
        subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run_on_terminal(command: list[str], environment: dict[str, str]) -> None:
    primary, secondary = pty.openpty()
    with subprocess.Popen(command, env=environment | {"COLUMNS": "100"}, stdout=secondary, stdin=secondary) as process:
        os.close(secondary)
        try:
            while os.read(primary, 65536):
                pass
        except OSError:
            pass  # the other end of a pseudo-terminal closes with EIO
        process.wait()
    os.close(primary)


def ratio(
    ours: list[str], floor: list[str], environment: dict[str, str], runs: int, *, terminal: bool = False
) -> float:
    """Median CPU time of ``ours`` over that of ``floor``, run in turns."""
    for command in (ours, floor):
        cpu_seconds(command, environment, terminal=terminal)
    pairs = [
        (cpu_seconds(ours, environment, terminal=terminal), cpu_seconds(floor, environment, terminal=terminal))
        for _ in range(runs)
    ]
    return statistics.median(pair[0] for pair in pairs) / statistics.median(pair[1] for pair in pairs)


def make_store(path: Path, facts: int) -> str:
    """A store of so many facts about numbered places; returns its path."""
    made = {
        f"place-{number}-area": {
            "kind": "figure",
            "statement": f"The district of place {number} covers {number + 10} hectares of land.",
            "subject": f"Place {number}",
            "keywords": [f"place{number}", "district", "area"],
            "value": {"amount": str(number + 10), "unit": "ha"},
            "references": [{"source": "atlas", "locator": f"page {number}"}],
        }
        for number in range(facts)
    }
    sources = {"atlas": {"type": "book", "title": "An atlas of places"}}
    path.write_text(json.dumps({"facts": made, "sources": sources}, indent=2), encoding="utf-8")
    return str(path)


def main() -> None:
    """Measure and print a line for each target."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--runs", type=int, default=20)
    runs = ask.parse_args().runs
    python = [sys.executable, "-c"]
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"XDG_CACHE_HOME": folder}
        # An installed package has its bytecode; a checkout gets it from the first run, unless that is forbidden.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        small, large = (make_store(Path(folder, f"{facts}.json"), facts) for facts in (1_000, 100_000))
        lookup = [FACT, "--store", small, "place42"]
        rows = (
            ("piped lookup / import click, sqlite3", lookup, [*python, "import click, sqlite3"], False),
            (
                "table on a terminal / import click, sqlite3, rich.console, rich.table",
                lookup,
                [*python, "import click, sqlite3, rich.console, rich.table"],
                True,
            ),
            ("100,000 facts / 1,000 facts", [FACT, "--store", large, "place42"], lookup, False),
        )
        for name, ours, floor, terminal in rows:
            print(f"{ratio(ours, floor, environment, runs, terminal=terminal):5.2f}  {name}")


if __name__ == "__main__":
    main()
