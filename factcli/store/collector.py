"""Pause the garbage collector while many facts are read, where nothing that is read forms a cycle."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def garbage_collector_paused() -> Iterator[None]:
    """Pause the collector for the block: looking through a million facts again and again for cycles is slow."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
