"""A progress bar for work that takes longer than half a second."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress

_PATIENCE_SECONDS = 0.5


@contextmanager
def progress(what: str, *, counts: bool = True) -> Iterator[Callable[..., None]]:
    """Show a bar on standard error, on a terminal only, once the work has taken half a second.

    The block receives a function to call with the steps done, the total, and optionally a new label.  If ``counts``,
    the numbers of steps are shown, else a percentage.
    """
    began = time.monotonic()
    bar = None

    def advance(done: int, total: int, label: str = what) -> None:
        nonlocal bar
        if bar is None and sys.stderr.isatty() and time.monotonic() - began > _PATIENCE_SECONDS:
            bar = _started_bar(what, total, counts=counts)
        if bar is not None:
            bar.update(bar.task_ids[0], completed=done, description=label)

    try:
        yield advance
    finally:
        if bar is not None:
            bar.stop()


def _started_bar(what: str, total: int, *, counts: bool) -> Progress:
    """A running bar for ``total`` steps; it disappears when it is stopped."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn() if counts else TaskProgressColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task(what, total=total)
    bar.start()
    return bar
