"""The thread of the server: results come back to the event loop, stale work stops, and no work keeps others waiting."""

from __future__ import annotations

import asyncio
import threading

import pytest

from factcli.lsp import worker_thread as module
from factcli.lsp.worker_thread import StaleError, Worker

pytestmark = pytest.mark.asyncio


async def test_work_is_done_on_another_thread() -> None:
    assert await Worker("w").submit(threading.get_ident).future != threading.get_ident()


async def test_an_error_reaches_who_waits_and_the_next_work_is_done() -> None:
    worker = Worker("w")
    broken, sound = worker.submit(lambda: int("x")), worker.submit(lambda: 5)

    with pytest.raises(ValueError, match="invalid literal"):
        await broken.future
    assert await sound.future == 5


async def test_stale_work_stops_at_its_next_pause() -> None:
    worker = Worker("w")
    has_begun, is_free = threading.Event(), threading.Event()
    rounds: list[int] = []

    def work() -> None:
        has_begun.set()
        is_free.wait()
        worker.pause()
        rounds.append(1)

    task = worker.submit(work)
    await asyncio.to_thread(has_begun.wait)
    task.drop()
    is_free.set()

    with pytest.raises(StaleError):
        await task.future
    assert await worker.submit(lambda: rounds).future == []


async def test_stale_work_is_not_begun() -> None:
    worker = Worker("w")
    is_free = threading.Event()
    begun: list[int] = []
    worker.submit(is_free.wait)
    worker.submit(lambda: begun.append(1)).drop()
    is_free.set()

    assert await worker.submit(lambda: begun).future == []


async def test_long_work_lets_others_pass_and_is_done_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_TURN_SECONDS", -1.0)
    worker = Worker("w")
    is_free = threading.Event()
    order: list[str] = []

    def long() -> None:
        is_free.wait()
        worker.pause()
        order.append("long")

    first, second = worker.submit(long), worker.submit(lambda: order.append("short"))
    is_free.set()
    await asyncio.gather(first.future, second.future)

    assert order == ["short", "long"]
