"""What the commands that look facts up share: the index in use, and the hits of a query."""

from __future__ import annotations

import sys

from factcli.cli.output import current_settings, write_note
from factcli.cli.progress import progress
from factcli.index import FactIndex
from factcli.places import find_store
from factcli.query import parse_query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.cli.options import Settings
    from factcli.index import Hit
    from factcli.query_terms import Query

# Many more facts than fit a screen; a pipe gets them all.
_TERMINAL_LIMIT = 50


def opened_index() -> FactIndex:
    """The index of the store in use, built with a progress bar where that takes a while."""
    with progress("indexing facts") as tell:
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
