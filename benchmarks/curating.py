"""CPU time and peak memory of the commands that read a whole store: ``python benchmarks/curating.py [FACTS]``.

A store of 100,000 facts shall take 300 MB at most.  The store is sound, so that each command exits with 0.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from drafts import print_run
from stores import make_store

COMMANDS = (("validate",), ("format", "--check"), ("export",), ("set", "place-1", "note=seen"))
SYLLABLES = ("bal", "cen", "dor", "fim", "gus", "hak", "jel", "kor", "lup", "mas", "nev", "pir", "rot", "sud", "tav")
SYLLABLES += ("vem", "zil", "wox", "yan")


def name_of(number: int) -> str:
    """A name of two words; no name is like another one misspelt."""
    return f"{_word(number // len(SYLLABLES) ** 2)} {_word(number)}"


def _word(number: int) -> str:
    """Four syllables, of which two words share one at most."""
    size = len(SYLLABLES)
    first, second = number // size % size, number % size
    places = (first, second, (first + second) % size, (first + 2 * second) % size)
    return "".join(SYLLABLES[place] for place in places).capitalize()


def make_sound_store(path: Path, facts: int) -> str:
    """A store of so many facts in which ``fact validate`` finds nothing, in the layout of ``fact format``."""
    store = json.loads(Path(make_store(path, facts)).read_bytes())
    for number, fact in enumerate(store["facts"].values()):
        fact["subject"] = name_of(number)
    path.write_text(json.dumps(store, indent=2), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "factcli", "--store", str(path), "format"], check=True)
    return str(path)


def main(facts: int) -> None:
    """Make a store and run each command on it."""
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own: the peak of a command is at least what its parent holds when it starts.
        with ProcessPoolExecutor(1) as pool:
            store = pool.submit(make_sound_store, Path(folder, "facts.json"), facts).result()
        for command in COMMANDS:
            print_run(["--store", store, *command], folder)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
