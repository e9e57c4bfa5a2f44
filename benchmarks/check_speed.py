"""What a check of a draft costs beside a lookup in the same store: ``python benchmarks/check_speed.py``.

A draft of 1,000 words about some of 100,000 facts may take 2.5 times the CPU time of a piped lookup, and 10
milliseconds for each figure, date or quote in it.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path

from lookups import FACT, cpu_seconds

FACTS = 100_000
WORDS = 1_000
FILLER = (
    "The surveyors walked along the river for a while, and nobody in the villages could say who had drawn the old "
    "map or why its borders ran across the hills."
)
SYLLABLES = ("ba", "dor", "fen", "gu", "hal", "kim", "lor", "mar", "nes", "po", "ri", "sha", "tel", "vu", "wen", "zo")
TIMES, SECONDS_A_MENTION = 2.5, 0.010


def name_of(number: int) -> str:
    """A name of five syllables, another for every number below a million."""
    return "".join(SYLLABLES[number // 16**place % 16] for place in range(5)).capitalize()


def make_store(path: Path) -> str:
    """A store of the areas of so many districts; returns its path."""
    made = {
        f"area-{number}": {
            "kind": "figure",
            "statement": f"The district of {name_of(number)} covers {number + 10} hectares of land.",
            "subject": name_of(number),
            "keywords": [name_of(number), "district", "area"],
            "value": {"amount": str(number + 10), "unit": "ha"},
            "references": [{"source": "atlas", "locator": f"page {number}"}],
        }
        for number in range(FACTS)
    }
    sources = {"atlas": {"type": "book", "title": "An atlas of districts"}}
    path.write_text(json.dumps({"facts": made, "sources": sources}, indent=2), encoding="utf-8")
    return str(path)


def make_draft(path: Path, every: int) -> str:
    """A draft of 1,000 words that states areas of districts, rightly and wrongly by turns; returns its path."""
    sentences: list[str] = []
    number = 42
    while sum(len(sentence.split()) for sentence in sentences) < WORDS:
        hectares = number + 10 + number // 997 % 2 * 7
        sentences += [f"The district of {name_of(number)} covers {hectares} hectares of land.", *[FILLER] * every]
        number += 997
    path.write_text("\n\n".join(sentences) + "\n", encoding="utf-8")
    return str(path)


def mentions_in(command: list[str], environment: dict[str, str]) -> int:
    """How many figures, dates and quotes a check has seen."""
    ended = subprocess.run(
        [*command, "--format", "json"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    )
    return int(json.loads(ended.stdout)["summary"]["seen"])


def median(command: list[str], environment: dict[str, str], runs: int) -> float:
    """The median CPU time of a command, once its index is there."""
    cpu_seconds(command, environment)
    return statistics.median(cpu_seconds(command, environment) for _ in range(runs))


def main() -> None:
    """Measure and print a line for a draft with few figures and one with many."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--runs", type=int, default=9)
    runs = ask.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"XDG_CACHE_HOME": folder}
        store = ["--store", make_store(Path(folder, "facts.json"))]
        lookup = median([FACT, *store, name_of(42)], environment, runs)
        for every in (1, 4):
            check = [FACT, *store, "check", make_draft(Path(folder, "draft.md"), every)]
            mentions, seconds = mentions_in(check, environment), median(check, environment, runs)
            allowed = TIMES * lookup + SECONDS_A_MENTION * mentions
            print(
                f"{seconds / allowed:5.2f}  check of {mentions} mentions ({seconds:.3f} s) / allowed ({allowed:.3f} s)"
            )


if __name__ == "__main__":
    main()
