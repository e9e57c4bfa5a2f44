"""Processes that are killed while they write: the store is always whole, and what was acknowledged is in it."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from factcli.model.facts import Fact, Quantity
from factcli.store import FactStore

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_LIFE = 0.02  # seconds; long enough for some writes, and nearly all of it is spent in one
FACTS_A_LIFE = 300  # a store of more facts takes that much longer to write
COUNTER = Fact(id="counter", kind="figure", statement="It counts.", value=Quantity(Decimal(0)))
SIGNALS = {"KILL": signal.SIGKILL, "TERM": signal.SIGTERM, "INT": signal.SIGINT}


def write_until_killed(path: Path, acknowledged: int) -> None:
    """Grow, change and shrink the store for ever, and acknowledge each new count through the pipe."""
    # Under a tracer, such as coverage, an interrupt can get lost.
    sys.settrace(None)
    # What a shell starts in the background ignores interrupts, and so would its children.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    store = FactStore.open(path)
    count = counted(store)
    os.write(acknowledged, count.to_bytes(4, "big"))
    while True:
        count += 1
        extra = msgspec.structs.replace(COUNTER, id=f"extra-{count}-{os.getpid()}", statement="x" * (count * 37 % 4000))
        store.insert(extra)
        store.replace(msgspec.structs.replace(COUNTER, value=Quantity(Decimal(count))))
        os.write(acknowledged, count.to_bytes(4, "big"))
        store.remove(extra.id)


def counted(store: FactStore) -> int:
    fact = store.get("counter")
    assert fact
    assert isinstance(fact.value, Quantity)
    assert fact.value.amount is not None
    return int(fact.value.amount)


def kill_a_writer(path: Path, signal_number: int, counts: int, life: float) -> int:
    """The last count that a writer acknowledged who was killed ``life`` seconds after that many of them."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            write_until_killed(path, writing)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        first = pipe.read(4 * counts)
        time.sleep(life)
        end(child, signal_number)
        return int.from_bytes((first + pipe.read())[-4:], "big")


def end(child: int, signal_number: int) -> None:
    """Send the signal until the child is gone: an interrupt that arrives in a destructor is lost in Python."""
    os.kill(child, signal_number)
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        time.sleep(0.01)
        os.kill(child, signal_number)


def survive(path: Path, signal_number: int, kills: int) -> int:
    """Kill that many writers one after another; returns how many counts were acknowledged in all."""
    dice = random.Random(signal_number)  # noqa: S311 - moments, not secrets
    longest = LONGEST_LIFE * max(1, len(FactStore.open(path)) / FACTS_A_LIFE)
    count = 0
    for _ in range(kills):
        count = max(count, kill_a_writer(path, signal_number, dice.randint(1, 3), dice.uniform(0, longest)))
        assert counted(FactStore.open(path)) in (count, count + 1)
        count = counted(FactStore.open(path))
    return count


@pytest.mark.parametrize("signal_number", SIGNALS.values(), ids=SIGNALS.keys())
@pytest.mark.parametrize(
    ("facts", "kills"),
    [
        (0, 12),
        (300, 12),
        *(
            pytest.param(facts, kills, marks=pytest.mark.slow)
            for facts, kills in [(0, 2200), (300, 1000), (10_000, 130), (100_000, 10)]
        ),
    ],
)
def test_a_killed_writer_leaves_a_whole_store_with_all_that_was_acknowledged(
    signal_number: int, facts: int, kills: int, tmp_path: Path
) -> None:
    path = tmp_path / "facts.json"
    store = FactStore.create(path)
    store.insert_all([COUNTER, *(msgspec.structs.replace(COUNTER, id=f"fact-{number}") for number in range(facts))])

    acknowledged = survive(path, signal_number, kills)
    FactStore.open(path).insert(msgspec.structs.replace(COUNTER, id="last"))

    assert acknowledged > 0
    assert list(tmp_path.iterdir()) == [path]
