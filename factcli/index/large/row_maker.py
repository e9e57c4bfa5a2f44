"""Convert all facts of a store to rows, in a second process if the store is large.

One process parses facts into rows while the other writes the index; each is half of the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.index.build.blocks import blocks_of
from factcli.index.build.reader import StoreReader
from factcli.index.build.rows import encoded_source, row_of
from factcli.index.freshness import signature_of
from factcli.index.large.worker import ChildEndedError, can_fork, run_in_child
from factcli.store.collector import garbage_collector_paused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcli.index.build.reader import Progress
    from factcli.index.build.rows import Sources
    from factcli.index.large.worker import Send
    from factcli.model.facts import Fact
    from factcli.store.schema import Raw

    # Called with rows, or with None to discard all rows so far, which were made with the wrong sources.
    Take = Callable[[Sequence[tuple[Any, ...]] | None], None]

_ROWS_OF_A_BATCH = 500
# A smaller store is read before a second process has started.
_LARGE_BYTES = 8_000_000


class Made(NamedTuple):
    """The parts of a store other than facts: the digest of its file, its sources as JSON, its blocks as rows."""

    digest: str
    sources: list[tuple[str, str]]
    blocks: list[tuple[Any, ...]]


def make_rows(store_path: str, take: Take, progress: Progress | None) -> Made:
    """Call ``take`` with the rows of all facts in batches; raises StoreError with every defect of the store."""
    if _is_worth_a_process(store_path):
        made = _made_in_child(store_path, take, progress)
        if made:
            return made
        take(None)
    return _made_in_process(store_path, take, progress)


def _is_worth_a_process(store_path: str) -> bool:
    """Whether a store is large, and a second process is possible."""
    found = signature_of(store_path)
    return found is not None and found[0] > _LARGE_BYTES and can_fork()


def _made_in_process(store_path: str, take: Take, progress: Progress | None) -> Made:
    batch: list[tuple[Any, ...]] = []

    def add(fact: Fact, raw: Raw, sources: Sources) -> None:
        batch.append(row_of(fact, sources, raw))
        if len(batch) == _ROWS_OF_A_BATCH:
            take(batch)
            batch.clear()

    reader = StoreReader(None, add, progress)
    with garbage_collector_paused():
        while (reading := reader.read(store_path)) is None:
            batch.clear()
            take(None)
        take(batch)
        sources = [(id_, encoded_source(source).decode()) for id_, source in reading.sources.items()]
        return Made(reading.digest, sources, list(blocks_of(reading, enumerate(reading.facts, 1))))


def _made_in_child(store_path: str, take: Take, progress: Progress | None) -> Made | None:
    """Like :func:`make_rows`, in a child process; None if the child ended early."""

    def work(send: Send) -> None:
        made = _made_in_process(
            store_path,
            lambda rows: send(None if rows is None else [tuple(row) for row in rows]),
            lambda *steps: send(steps),
        )
        send({"made": tuple(made)})

    try:
        with run_in_child(work) as messages:
            return _dispatch(messages, take, progress)
    except ChildEndedError:
        return None


def _dispatch(messages: Iterator[Any], take: Take, progress: Progress | None) -> Made:
    """Dispatch the messages of the child: rows are a list, progress a tuple, and the result, last, a dictionary."""
    for message in messages:
        if isinstance(message, dict):
            return Made(*message["made"])
        if not isinstance(message, tuple):
            take(message)
        elif progress:
            progress(*message)
    raise ChildEndedError
