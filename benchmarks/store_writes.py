"""What one added fact costs beside one plain read plus one plain write: ``python benchmarks/store_writes.py [FACTS]``.

CPU time of this process, in turns, ratio of the medians.  At 10,000 facts it shall be at most 1.5.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import msgspec

from factcli.model.facts import Fact, Quantity
from factcli.store import FactStore

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15
FACT = Fact(id="fact", kind="figure", statement="The dam is 120 metres long.", value=Quantity(Decimal(120), "m"))


def seconds(action: Callable[[], object]) -> float:
    """The CPU time that an action takes."""
    begun = time.process_time()
    action()
    return time.process_time() - begun


def read_and_write(path: Path) -> None:
    """What a program does that only loads and saves the JSON."""
    tables = json.loads(path.read_bytes())
    path.with_suffix(".copy").write_text(json.dumps(tables, indent=2, ensure_ascii=False))


def main(facts: int) -> None:
    """Measure and print both medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.json"
        store = FactStore.create(path)
        store.insert_all(msgspec.structs.replace(FACT, id=f"fact-{number}") for number in range(facts))
        pairs = [
            (
                seconds(lambda number=number: store.insert(msgspec.structs.replace(FACT, id=f"new-{number}"))),  # type: ignore[misc]
                seconds(lambda: read_and_write(path)),
            )
            for number in range(ROUNDS)
        ]
        added, plain = (median(column) for column in zip(*pairs, strict=True))
    print(f"{facts:,} facts: one added {added:.3f} s, one read plus one write {plain:.3f} s, ratio {added / plain:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
