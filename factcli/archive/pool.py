"""Check an archive with the cores of this machine: batches go out to worker processes, answers come back in order."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from typing import TYPE_CHECKING, NamedTuple, Self

from factcli.archive.batch import Answer, check_batch
from factcli.archive.result_rows import RejectedRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.archive.batch import Question
    from factcli.archive.input_records import Record
    from factcli.archive.inputs import Read

# So many records, or bytes of an archive, make a batch: about a second of work.
_BATCH_RECORDS = 64
_BATCH_BYTES = 256 * 1024
# So many bytes are under way at most: a large document is a batch of its own.
_BYTES_UNDER_WAY = 32 * 1024 * 1024
# So many batches a worker are under way, so that none waits for the reader, nor many for the slowest.
_BATCHES_A_WORKER = 4
_CULPRIT = "ends the process that checks it"


class WorkBatch(NamedTuple):
    """Some records that follow one another, how many bytes of the archive end with them, and how many they hold."""

    records: list[Record]
    position: int
    weight: int = 0


class Step(NamedTuple):
    """What a batch came to, and how many bytes of the archive are behind it."""

    answer: Answer
    position: int


def batched(reads: Iterable[Read]) -> Iterator[WorkBatch]:
    """The records in batches of about the same work."""
    records: list[Record] = []
    began = weight = 0
    for record, position in reads:
        records.append(record)
        weight += _weight(record)
        # Of a packed file, few bytes may hold a long text.
        if len(records) == _BATCH_RECORDS or max(position - began, weight) > _BATCH_BYTES:
            yield WorkBatch(records, position, weight)
            records, began, weight = [], position, 0
    if records:
        yield WorkBatch(records, position, weight)


def _weight(record: Record) -> int:
    """About how many bytes the content of a record holds; none for a file, which is read where it is checked."""
    content = record.content
    if isinstance(content, Mapping):
        return sum(len(value) for value in content.values() if isinstance(value, str))
    return len(content) if isinstance(content, bytes) else 0


class Pool:
    """Worker processes that check batches against a packed store.  One that dies is replaced, and nothing is lost."""

    def __init__(self, pack: str, question: Question, workers: int) -> None:
        self._pack = pack
        self._question = question
        self._workers = workers
        self._executor = self._started()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    def check(self, batches: Iterable[WorkBatch]) -> Iterator[Step]:
        """What each batch came to, in their order; batches are read as workers have room."""
        under_way: deque[tuple[WorkBatch, Future[Answer]]] = deque()
        for batch in batches:
            under_way.append((batch, self._submit(batch.records)))
            while self._is_busy(under_way):
                yield self._next(under_way)
        while under_way:
            yield self._next(under_way)

    def _is_busy(self, under_way: deque[tuple[WorkBatch, Future[Answer]]]) -> bool:
        """Whether to wait before more is read."""
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
        """The answer for a batch whose worker died: alone in a new pool, then record by record, to find the culprit."""
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
        # Not forked: a connection to SQLite must not be used in two processes.
        return ProcessPoolExecutor(self._workers, get_context("spawn"), _begin_worker)


def _result(future: Future[Answer]) -> Answer | None:
    """What a batch came to; None where its worker, or another one of the pool, died."""
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _begin_worker() -> None:
    """Leave Ctrl-C to the process that hands out the work, and end with it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
