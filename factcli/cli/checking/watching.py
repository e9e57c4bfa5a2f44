"""Check drafts again whenever one of them, their store, their sources or their settings is saved."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcli.cli.input import STANDARD_INPUT
from factcli.cli.output import console, current_settings, write_note
from factcli.drafts.paths import find_drafts
from factcli.drafts.settings import find_settings, sources_of
from factcli.drafts.source_files import find_sources
from factcli.drafts.stores import stores_of
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.store.location import settings_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcli.cli.typed_options import CheckOptions

_POLL_SECONDS = 0.3


def watch_drafts(options: CheckOptions, check: Callable[[], int]) -> int:
    """Call ``check`` now and after every change of a file that it depends on, until Ctrl-C."""
    known = None
    while True:
        found = _signatures(options)
        if found != known:
            if known is not None:
                _redraw(_changed(known, found))
            check()
            sys.stdout.flush()
            write_note(f"fact: {datetime.now():%H:%M:%S}, watching {_named(options.drafts)}; Ctrl-C ends it")  # noqa: DTZ005 - that of the user
            known = found
        time.sleep(_POLL_SECONDS)


def _redraw(changed: list[str]) -> None:
    """Clear the terminal for the next report; in a pipe, say what changed."""
    if sys.stdout.isatty():
        console(current_settings()).clear()
    else:
        write_note(f"fact: changed: {', '.join(map(safe_text, changed))}")


def _named(drafts: Sequence[str]) -> str:
    first, *others = map(safe_text, drafts)
    return f"{first} and {len(others)} more" if others else first


def _signatures(options: CheckOptions) -> dict[str, tuple[int, int]]:
    """Modification time and size of every draft, and of the settings, store, sources and ticks of its check."""
    drafts = [path for name in options.drafts for path in find_drafts(Path(name))]
    signatures = {}
    folders = {os.path.dirname(path) for path in drafts}
    ticks = [options.ticks] if options.ticks else []
    for path in (*map(str, drafts), *_named_sources(options), *_checked_with(folders), *ticks):
        try:
            status = os.stat(path)
        except OSError:
            # Some editors remove a file for a moment while they save it.
            continue
        signatures[path] = (status.st_mtime_ns, status.st_size)
    return signatures


def _named_sources(options: CheckOptions) -> list[str]:
    """The files of --against, without those of an empty folder, which the check reports."""
    with suppress(FactcliError):
        return [name for name in find_sources(options.against) if name != STANDARD_INPUT]
    return list(options.against)


def _checked_with(folders: Iterable[str]) -> Iterator[str]:
    for folder in folders:
        yield from settings_files(folder)
        # Broken settings name no store: the check reports them, and fixing them is a change.
        with suppress(FactcliError):
            configuration = find_settings(folder)
            yield from (place.path for place in stores_of(configuration, current_settings().stores))
            yield from sources_of(configuration)


def _changed(known: dict[str, tuple[int, int]], found: dict[str, tuple[int, int]]) -> list[str]:
    return sorted(path for path in known.keys() | found.keys() if known.get(path) != found.get(path))
