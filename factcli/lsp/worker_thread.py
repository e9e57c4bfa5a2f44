"""A thread for what takes long: work in, a future out, while the event loop of the server answers the editor."""

from __future__ import annotations

import asyncio
import threading
import time
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

# Long enough to get on with a long text, short enough for others to wait.
_TURN_SECONDS = 1.0


class StaleError(Exception):
    """Nobody needs the result any more."""


class _Stopped(Exception):  # noqa: N818 - not an error: the work goes on later, or is dropped
    pass


class Task(Generic[Result]):
    """Work whose result ``future`` gets; made and awaited on the event loop."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self.work = work
        self.is_stale = False
        self.future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        # Whether anybody asks is not known; a result that nobody asks for is not worth a warning.
        self.future.add_done_callback(lambda future: future.cancelled() or future.exception())

    def drop(self) -> None:
        """Stop the work at the next place at which it can be; who waits for it gets a :class:`StaleError`."""
        self.is_stale = True
        self._settle(None, StaleError())

    def settle(self, result: Result | None, error: Exception | None) -> None:
        """Give the result or the error to those who wait, from another thread."""
        self.future.get_loop().call_soon_threadsafe(self._settle, result, error)

    def _settle(self, result: Result | None, error: Exception | None) -> None:
        if self.future.done():
            return
        if error:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)  # type: ignore[arg-type]


class Worker:
    """One thread that does one piece of work after another; it never keeps the process from ending."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._thread: threading.Thread | None = None
        self._waiting: SimpleQueue[Task[Any]] = SimpleQueue()
        self._current: Task[Any] | None = None
        self._turn_ends: float | None = None

    def submit(self, work: Callable[[], Result]) -> Task[Result]:
        """Have ``work`` done on the thread; where it calls :meth:`pause` it may be begun again from its start."""
        task = Task(work)
        self._waiting.put(task)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        return task

    def pause(self) -> None:
        """Called by work that takes long, where it can be stopped: it is, when it is stale or others wait for long."""
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
        except Exception as error:  # noqa: BLE001 - whatever it is, who waits for the result has to know
            task.settle(None, error)
        else:
            task.settle(result, None)
