"""A whole store -> a row for each of its facts, made by a second process where the store is large.

One process reads facts and makes rows of them, and the other writes the index meanwhile: each is half of the work.
"""

from __future__ import annotations

import gc
import marshal
import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.index.blocks import blocks_of
from factcli.index.reading import StoreReader
from factcli.index.rows import encoded_source, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

    from factcli.index.reading import Progress
    from factcli.index.rows import Sources
    from factcli.model import Fact
    from factcli.schema import Raw

    # Called with rows, and with None where all rows before were made with the wrong sources.
    Take = Callable[[Sequence[tuple[Any, ...]] | None], None]

_ROWS_OF_A_BATCH = 500
_PIPE_BYTES = 1 << 20
# A smaller store is read before a second process has begun.
_LARGE_BYTES = 8_000_000


class Made(NamedTuple):
    """What a store says beside its facts: the digest of its file, its sources as JSON, its blocks as rows."""

    digest: str
    sources: list[tuple[str, str]]
    blocks: list[tuple[Any, ...]]


def make_rows(store_path: str, take: Take, progress: Progress | None) -> Made:
    """Call ``take`` with the rows of all facts, in batches; raises StoreError with every defect of the store."""
    if _is_worth_a_process(store_path):
        made = _made_elsewhere(store_path, take, progress)
        if made:
            return made
        take(None)
    return _made_here(store_path, take, progress)


def _is_worth_a_process(store_path: str) -> bool:
    """Whether a store is large, and this process can be forked: beside other threads that is not safe."""
    has_fork = hasattr(os, "fork") and threading.active_count() == 1 and (os.cpu_count() or 1) > 1
    return has_fork and os.path.getsize(store_path) > _LARGE_BYTES


def _made_here(store_path: str, take: Take, progress: Progress | None) -> Made:
    batch: list[tuple[Any, ...]] = []

    def add(fact: Fact, raw: Raw, sources: Sources) -> None:
        batch.append(row_of(fact, sources, raw))
        if len(batch) == _ROWS_OF_A_BATCH:
            take(batch)
            batch.clear()

    reader = StoreReader(None, add, progress)
    with _no_collection():
        while (reading := reader.read(store_path)) is None:
            batch.clear()
            take(None)
        take(batch)
        sources = [(id_, encoded_source(source).decode()) for id_, source in reading.sources.items()]
        return Made(reading.digest, sources, list(blocks_of(reading, enumerate(reading.facts, 1))))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let Python not look for garbage meanwhile: there is none, and looking through a million facts takes its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _made_elsewhere(store_path: str, take: Take, progress: Progress | None) -> Made | None:
    """As :func:`make_rows`, by a process of its own; None where that failed, for whatever reason."""
    reading, writing = os.pipe()
    _widen(writing)
    child = os.fork()
    if not child:
        os.close(reading)
        _write_and_end(store_path, writing)
    os.close(writing)
    try:
        with open(reading, "rb") as messages:
            return _read_messages(messages, take, progress)
    finally:
        os.waitpid(child, 0)


def _widen(pipe: int) -> None:
    """Let a pipe hold a batch or two, so that neither process waits for the other; where it may not, it still works."""
    try:
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    except (ImportError, AttributeError, OSError):
        return


def _write_and_end(store_path: str, writing: int) -> None:
    """Write what is made into a pipe, and end this process; what went wrong is told by what is missing."""
    try:
        with open(writing, "wb", buffering=1 << 20) as messages:

            def take(rows: Sequence[tuple[Any, ...]] | None) -> None:
                marshal.dump(None if rows is None else [tuple(row) for row in rows], messages)

            made = _made_here(store_path, take, lambda *steps: marshal.dump(steps, messages))
            marshal.dump({"made": tuple(made)}, messages)
    finally:
        os._exit(0)


def _read_messages(messages: BinaryIO, take: Take, progress: Progress | None) -> Made | None:
    """Pass on what another process made: rows are a list, steps a tuple, the end is a dictionary."""
    while not isinstance(message := _next_message(messages), dict):
        if isinstance(message, EOFError):
            return None
        if not isinstance(message, tuple):
            take(message)
        elif progress:
            progress(*message)
    return Made(*message["made"])


def _next_message(messages: BinaryIO) -> Any:  # noqa: ANN401 - whatever was written
    """A message; an EOFError where the writer ended before, perhaps within it."""
    try:
        return marshal.load(messages)  # noqa: S302 - our own process wrote it
    except (EOFError, ValueError, TypeError) as error:
        return EOFError(error)
