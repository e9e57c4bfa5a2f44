"""CPU time and peak memory of the commands that read a whole store: ``python benchmarks/curating.py [FACTS]``.

A store of 100,000 facts shall take 300 MB at most.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from drafts import print_run
from stores import make_store

COMMANDS = (("validate",), ("format", "--check"), ("export",), ("set", "place-1", "--note", "seen"))


def main(facts: int) -> None:
    """Make a store and run each command on it."""
    with tempfile.TemporaryDirectory() as folder:
        store = make_store(Path(folder, "facts.json"), facts)
        for command in COMMANDS:
            print_run(["--store", store, *command], folder)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
