"""What an index costs to build, and to bring up to date after one changed fact: ``python benchmarks/upkeep.py``.

Wall and CPU time are those of a whole lookup (all of its processes), memory is that of its largest process.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from stores import make_store

FACT = str(Path(sys.executable).with_name("fact"))
CHANGES = 5
_MEGABYTE_OF_KILOBYTES = 1024


class Cost(NamedTuple):
    """Seconds on the clock and of CPU."""

    wall: float
    cpu: float


def lookup(store: Path, environment: dict[str, str]) -> Cost:
    """The cost of one lookup."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [FACT, "--store", str(store), "--limit", "10", "district42"]
    subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.monotonic() - began, cpu)


def change_one(store: Path, which: int) -> None:
    """Write the store anew with another page in one of its facts."""
    data = store.read_bytes()
    place = data.index(f'"page {which}"'.encode()) + 1
    store.write_bytes(data[:place] + b"leaf" + data[place + 4 :])


def main() -> None:
    """Make the stores, measure, and write a table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--facts", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    print("| facts | build | CPU | memory | after one change | CPU |\n|---:|---:|---:|---:|---:|---:|")
    for facts in ask.parse_args().facts:
        with tempfile.TemporaryDirectory() as folder:
            environment = os.environ | {"XDG_CACHE_HOME": folder}
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            store = Path(make_store(Path(folder) / "facts.json", facts))
            built = lookup(store, environment)
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // _MEGABYTE_OF_KILOBYTES
            updates = []
            for change in range(CHANGES):
                change_one(store, facts * (change + 1) // (CHANGES + 1))
                updates.append(lookup(store, environment))
            wall, cpu = (statistics.median(costs) for costs in zip(*updates, strict=True))
            print(
                f"| {facts:,} | {built.wall:.1f} s | {built.cpu:.1f} s | {memory} MB | {wall:.2f} s | {cpu:.2f} s |",
                flush=True,
            )


if __name__ == "__main__":
    main()
