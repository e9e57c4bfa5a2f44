"""Check drafts again whenever one of them is saved."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from factcli.cli.output import write_note
from factcli.drafts.paths import find_drafts
from factcli.safetext import safe_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.cli.reviewing import Wish

_POLL_SECONDS = 0.3


def watch_drafts(wish: Wish, check: Callable[[], int]) -> int:
    """Call ``check`` now and after every change of a draft; only Ctrl-C ends it."""
    known = None
    while True:
        found = _signatures(wish)
        if found != known:
            if known is not None:
                write_note(f"fact: changed: {', '.join(map(safe_text, _changed(known, found)))}")
            check()
            sys.stdout.flush()
            known = found
        time.sleep(_POLL_SECONDS)


def _signatures(wish: Wish) -> dict[str, tuple[int, int]]:
    """Time and size of every draft that is there."""
    signatures = {}
    for path in (path for name in wish.drafts for path in find_drafts(Path(name))):
        try:
            status = os.stat(path)
        except OSError:
            # An editor that saves may have taken it away for a moment.
            continue
        signatures[str(path)] = (status.st_mtime_ns, status.st_size)
    return signatures


def _changed(known: dict[str, tuple[int, int]], found: dict[str, tuple[int, int]]) -> list[str]:
    return sorted(path for path in known.keys() | found.keys() if known.get(path) != found.get(path))
