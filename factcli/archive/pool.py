"""Check batches of records in worker processes; results come back in order."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Pipe, connection, get_context
from typing import TYPE_CHECKING, NamedTuple, Self

from factcli.archive.batch import Answer, check_batch
from factcli.archive.result_rows import RejectedRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.archive.batch import Question
    from factcli.archive.input_records import Record
    from factcli.archive.inputs import Read

# A batch ends at this many records or bytes: about a second of work.
_BATCH_RECORDS = 64
_BATCH_BYTES = 256 * 1024
# Limits the memory of queued batches; a large document is a batch of its own.
_BYTES_UNDER_WAY = 32 * 1024 * 1024
# Enough queued batches that no worker runs idle, few enough that a slow batch does not hold back many results.
_BATCHES_A_WORKER = 4
_CULPRIT = "crashes the worker process"


class WorkBatch(NamedTuple):
    """Consecutive records, the position in the archive after them, and about how many bytes they hold in memory."""

    records: list[Record]
    position: int
    weight: int = 0


class Step(NamedTuple):
    """The results of a batch, and the position in the archive after it."""

    answer: Answer
    position: int


def batched(reads: Iterable[Read]) -> Iterator[WorkBatch]:
    """Group the records into batches of similar cost."""
    records: list[Record] = []
    began = weight = 0
    for record, position in reads:
        records.append(record)
        weight += _weight(record)
        # In a compressed file, a few bytes may hold a long text.
        if len(records) == _BATCH_RECORDS or max(position - began, weight) > _BATCH_BYTES:
            yield WorkBatch(records, position, weight)
            records, began, weight = [], position, 0
    if records:
        yield WorkBatch(records, position, weight)


def _weight(record: Record) -> int:
    """The approximate size of a record in memory; 0 for a file, which the worker reads itself."""
    content = record.content
    if isinstance(content, Mapping):
        return sum(len(value) for value in content.values() if isinstance(value, str))
    return len(content) if isinstance(content, bytes) else 0


class Pool:
    """Worker processes that check batches against a packed store; a worker that dies is replaced without data loss."""

    def __init__(self, pack: str, question: Question, workers: int) -> None:
        self._pack = pack
        self._question = question
        self._workers = workers
        # Workers exit when this end is closed.
        self._worker_end, self._lifeline = Pipe(duplex=False)
        self._executor = self._started()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        # After Ctrl-C or an error nobody waits for what is under way: a long document takes minutes.
        if error is not None:
            self._lifeline.close()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._lifeline.close()
        self._worker_end.close()

    def check(self, batches: Iterable[WorkBatch]) -> Iterator[Step]:
        """Yield the results of each batch in order; batches are consumed as workers become free."""
        under_way: deque[tuple[WorkBatch, Future[Answer]]] = deque()
        for batch in batches:
            under_way.append((batch, self._submit(batch.records)))
            while self._is_busy(under_way):
                yield self._next(under_way)
        while under_way:
            yield self._next(under_way)

    def _is_busy(self, under_way: deque[tuple[WorkBatch, Future[Answer]]]) -> bool:
        """Whether enough batches are queued."""
        if len(under_way) >= _BATCHES_A_WORKER * self._workers:
            return True
        return sum(batch.weight for batch, _ in under_way) > _BYTES_UNDER_WAY

    def _next(self, under_way: deque[tuple[WorkBatch, Future[Answer]]]) -> Step:
        batch, future = under_way.popleft()
        answer = _result(future)
        if answer is None:
            answer = self._again(batch.records)
            for number, (waiting, lost) in enumerate(under_way):
                if _result(lost) is None:
                    under_way[number] = (waiting, self._submit(waiting.records))
        return Step(answer, batch.position)

    def _again(self, records: list[Record]) -> Answer:
        """Retry a batch whose worker died: alone in a new pool, then record by record to find the one that crashes."""
        self._executor = self._started()
        answer = _result(self._submit(records))
        if answer is not None:
            return answer
        self._executor = self._started()
        answer = Answer()
        for record in records:
            one = _result(self._submit([record]))
            if one is None:
                self._executor = self._started()
                one = Answer(rejected=(RejectedRow(record.place, record.name or None, _CULPRIT),))
            answer = answer.plus(one)
        return answer

    def _submit(self, records: list[Record]) -> Future[Answer]:
        try:
            return self._executor.submit(check_batch, self._pack, self._question, records)
        except BrokenProcessPool as error:
            broken: Future[Answer] = Future()
            broken.set_exception(error)
            return broken

    def _started(self) -> ProcessPoolExecutor:
        # Not forked: an SQLite connection must not be shared between processes.
        return ProcessPoolExecutor(self._workers, get_context("spawn"), _begin_worker, (self._worker_end,))


def _result(future: Future[Answer]) -> Answer | None:
    """The results of a batch; None if a worker of the pool died."""
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _begin_worker(lifeline: connection.Connection) -> None:
    """Ignore Ctrl-C, which the parent process handles, and exit when the parent does or closes the ``lifeline``."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: connection.Connection) -> None:
    connection.wait([lifeline])
    os._exit(1)
