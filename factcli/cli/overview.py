"""``fact`` alone: which store is used, what is in it, what changed last and what is old, and what to do next."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from factcli import __version__
from factcli.cli.lookup import opened_index
from factcli.cli.output import current_settings, write
from factcli.cli.store_choice import chosen_store
from factcli.escaping import safe_text
from factcli.index.freshness import index_path, seal_of
from factcli.model.formatting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.index import FactIndex
    from factcli.store.location import StorePlace

# A value that holds for a time further back is old.
_OLD_AFTER = timedelta(days=365)


def write_overview() -> None:
    """Write what a stranger and a regular need first, in a dozen lines."""
    settings = current_settings()
    place = chosen_store(settings)
    if not settings.quiet:
        write(f"{safe_text(line)}\n" for line in _lines(opened_index(settings), place))


def _lines(index: FactIndex, place: StorePlace) -> Iterator[str]:
    facts, sources = len(index), len(index.sources())
    yield f"fact {__version__}: {counted(facts, 'fact')} from {counted(sources, 'source')}"
    yield ""
    yield f"  store        {os.path.realpath(place.path)}"
    yield f"               {place.why}"
    when, what = _last_change(place.path)
    yield f"  last change  {when}"
    if what:
        yield f"               {what}"
    old = _old(index)
    yield f"  old          {counted(old, 'value') if old else 'no value'} from over a year ago"
    if old:
        yield "               fact stale --older 1y"
    yield ""
    yield "Examples:"
    examples = list(_examples(index))
    width = max(len(example) for example, _ in examples)
    for example, about in examples:
        yield f"  {example:<{width}}  {about}"


def _last_change(path: str) -> tuple[str, str]:
    """When the file was changed, and what the journal says of the change if fact made it."""
    from factcli.store.journal import read_entries

    when = _ago(time.time() - Path(path).stat().st_mtime)
    # The index was just brought up to date, so its seal has the digest of the store.
    seal = seal_of(index_path(path))
    entries = read_entries(Path(path), seal.digest) if seal else []
    is_known = bool(seal and entries and entries[-1].after == seal.digest)
    return when, entries[-1].what if is_known else ""


def _ago(seconds: float) -> str:
    for length, name in ((86_400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= length:
            return f"{counted(int(seconds // length), name)} ago"
    return "just now"


def _old(index: FactIndex) -> int:
    """The number of values that are of a time so long ago that they may no longer be right."""
    day = (datetime.now(UTC) - _OLD_AFTER).date()
    return index.count_until(day.year * 10_000 + day.month * 100 + day.day)


def _examples(index: FactIndex) -> Iterator[tuple[str, str]]:
    """Four commands to try next, about facts of the store."""
    first = index.first()
    if first is None:
        yield "fact add", "the first fact of the store"
    else:
        word = _word_of(index)
        yield (f"fact {word}", "facts with this word") if word else ("fact find", "all facts")
        yield f"fact show {first.id}", "one fact, ready to cite"
    yield "fact check draft.md", "the figures of a draft"
    yield "fact help", "all commands"


def _word_of(index: FactIndex) -> str:
    """A word of the most usual subject; empty if there is none."""
    subjects = index.values_of("subject", 1)
    words = [word for word in subjects[0].split() if word.isalpha()] if subjects else []
    return max(words, key=len).lower() if words else ""
