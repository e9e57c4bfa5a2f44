"""What the commands that look facts up share: the index in use, and the hits of a query."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager

from factcli.cli.output import current_settings, write_note
from factcli.index import FactIndex
from factcli.places import find_store
from factcli.query import Query, parse_query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcli.cli.options import Settings
    from factcli.index import Hit

# Many more facts than fit a screen; a pipe gets them all.
_TERMINAL_LIMIT = 50
_PATIENCE_SECONDS = 0.5


def opened_index() -> FactIndex:
    """The index of the store in use, built with a progress bar where that takes a while."""
    with _progress("indexing facts") as tell:
        return FactIndex.at(find_store(current_settings().store).path, tell)


def typed_query(words: tuple[str, ...]) -> Query:
    """The words of a command line as one query."""
    return parse_query(" ".join(words))


def hit_limit(settings: Settings) -> int | None:
    """How many results to give: what was asked for, a screenful or two on a terminal, all in a pipe."""
    if settings.limit is not None:
        return settings.limit or None
    return _TERMINAL_LIMIT if settings.format in (None, "table") and sys.stdout.isatty() else None


def say_nothing_found(index: FactIndex, query: Query) -> None:
    """Tell on standard error that nothing was found, and what is near."""
    near = index.suggestions(query)
    write_note(f"fact: nothing found for: {query.text}" + (f"; did you mean: {', '.join(near)}?" if near else ""))


def plain_rows(hits: list[Hit], fields: tuple[str, ...]) -> Iterator[list[str]]:
    """The chosen columns of each hit, as texts."""
    for hit in hits:
        yield [str(getattr(hit, name)).replace("\x1f", "; ") for name in fields]


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, on a terminal only, once the work has taken half a second."""
    began = time.monotonic()
    bar = None

    def tell(done: int, total: int) -> None:
        nonlocal bar
        if bar is None and sys.stderr.isatty() and time.monotonic() - began > _PATIENCE_SECONDS:
            from factcli.cli.progress import started_bar

            bar = started_bar(what, total)
        if bar is not None:
            bar.update(bar.task_ids[0], completed=done)

    try:
        yield tell
    finally:
        if bar is not None:
            bar.stop()
