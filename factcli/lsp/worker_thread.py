"""Run long tasks on a background thread: work in, an asyncio future out."""

from __future__ import annotations

import asyncio
import threading
import time
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

# Long enough for progress on a long document, short enough for other tasks to wait.
_TURN_SECONDS = 1.0


class StaleError(Exception):
    """The task was cancelled: its result is no longer needed."""


class _Stopped(Exception):  # noqa: N818 - not an error: the work is continued later, or dropped
    pass


class Task(Generic[Result]):
    """Work whose result is set on ``future``; created and awaited on the event loop."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self.work = work
        self.is_stale = False
        self.future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        # Retrieve the exception, so that asyncio does not warn when nobody awaits the future.
        self.future.add_done_callback(lambda future: future.cancelled() or future.exception())

    def drop(self) -> None:
        """Cancel the work at its next pause; the future raises :class:`StaleError`."""
        self.is_stale = True
        self._settle(None, StaleError())

    def settle(self, result: Result | None, error: Exception | None) -> None:
        """Set the result or the error of the future, from another thread."""
        self.future.get_loop().call_soon_threadsafe(self._settle, result, error)

    def _settle(self, result: Result | None, error: Exception | None) -> None:
        if self.future.done():
            return
        if error:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)  # type: ignore[arg-type]


class Worker:
    """A daemon thread that runs tasks one by one."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._thread: threading.Thread | None = None
        self._waiting: SimpleQueue[Task[Any]] = SimpleQueue()
        self._current: Task[Any] | None = None
        self._turn_ends: float | None = None

    def submit(self, work: Callable[[], Result]) -> Task[Result]:
        """Queue ``work``; if it calls :meth:`pause`, it may be interrupted and restarted from the beginning."""
        task = Task(work)
        self._waiting.put(task)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        return task

    def pause(self) -> None:
        """Interrupt the calling work if it is stale, or if its turn is over and other tasks are waiting."""
        now = time.monotonic()
        if self._turn_ends is None:
            self._turn_ends = now + _TURN_SECONDS
        is_over = now > self._turn_ends and not self._waiting.empty()
        if is_over or (self._current and self._current.is_stale):
            raise _Stopped

    def _run(self) -> None:
        while True:
            self._current, self._turn_ends = self._waiting.get(), None
            try:
                self._do(self._current)
            except RuntimeError:
                # The loop is closed: the server has ended.
                return

    def _do(self, task: Task[Any]) -> None:
        if task.is_stale:
            return
        try:
            result = task.work()
        except _Stopped:
            if not task.is_stale:
                self._waiting.put(task)
        except Exception as error:  # noqa: BLE001 - any error must reach the future
            task.settle(None, error)
        else:
            task.settle(result, None)
