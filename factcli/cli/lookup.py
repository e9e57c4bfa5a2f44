"""The settings and words of a lookup come in, from the fast path or from click; the facts found are written."""

from __future__ import annotations

import sys

from factcli.cli.output import chosen_fields, chosen_format, current_settings, show, write, write_note, write_records
from factcli.cli.store_choice import chosen_stores
from factcli.index.columns import DEFAULT_FIELDS, FIELDS
from factcli.index.search import FactIndex
from factcli.query.parse import parse_query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.cli.options import Settings
    from factcli.index import Hit
    from factcli.query.terms import Query
    from factcli.store.location import StorePlace

# More than fit on a screen; a pipe gets all facts.
_TERMINAL_LIMIT = 50


def look_up(settings: Settings, words: tuple[str, ...]) -> int:
    """Write the facts that match the words, and return the exit status: 1 if there are none."""
    fields = chosen_fields(settings, FIELDS, DEFAULT_FIELDS)
    index, query = opened_index(settings), typed_query(words)
    if settings.quiet or settings.count:
        total = index.count(query)
        if not settings.quiet:
            write([f"{total}\n"])
        return 0 if total else 1
    hits = index.search(query, hit_limit(settings))
    if not hits:
        return _write_nothing(settings, index, query)
    _show_hits(settings, index, query, hits, tuple(fields))
    return 0


def opened_index(settings: Settings | None = None) -> FactIndex:
    """The index of the store in use, or of the stores.

    ``settings`` are those of the command that is running.
    """
    return joined_index(chosen_stores(settings or current_settings()))


def joined_index(places: list[StorePlace]) -> FactIndex:
    """The index of one store, or of several as one."""
    if len(places) == 1:
        return index_of(places[0].path)
    from factcli.index.joined import JoinedIndex

    return JoinedIndex([(place.path, index_of(place.path)) for place in places])


def index_of(path: str) -> FactIndex:
    """The index of the store at ``path``, built with a progress bar if that takes a while."""
    index = FactIndex.fresh(path)
    if index is None:
        from factcli.cli.progress import progress

        with progress("indexing facts", counts=False) as advance:
            index = FactIndex.at(path, advance)
    return index


def typed_query(words: tuple[str, ...]) -> Query:
    """The words of a command line as one query."""
    return parse_query(" ".join(words))


def hit_limit(settings: Settings) -> int | None:
    """The most results to show: ``--limit`` if given, else 50 on a terminal; None for all of them."""
    if settings.limit is not None:
        return settings.limit or None
    return _TERMINAL_LIMIT if settings.format in (None, "table") and sys.stdout.isatty() else None


def note_nothing_found(settings: Settings, index: FactIndex, query: Query) -> None:
    """Write to standard error that nothing was found, in which store if that may surprise, and similar words of it."""
    near = index.suggestions(query)
    why = f"; did you mean: {', '.join(near)}?" if near else "" if len(index) else "; the store has no facts"
    write_note(f"fact: nothing found for: {query.text}{_asked(settings)}{why}")


def _asked(settings: Settings) -> str:
    """Which stores were asked, for those that the user neither named nor works beside."""
    places = chosen_stores(settings)
    if settings.stores or places[0].is_nearest:
        return ""
    return f" (in {', '.join(place.path for place in places)}: {places[0].why})"


def plain_rows(hits: Iterable[Hit], fields: tuple[str, ...]) -> Iterator[list[str]]:
    """The chosen columns of each hit, as texts."""
    for hit in hits:
        yield [str(getattr(hit, name)).replace("\x1f", "; ") for name in fields]


def _write_nothing(settings: Settings, index: FactIndex, query: Query) -> int:
    if settings.format == "json":
        write_records(settings, "facts", (), (), (), query=query.text, total=0)
    note_nothing_found(settings, index, query)
    return 1


def _show_hits(settings: Settings, index: FactIndex, query: Query, hits: list[Hit], fields: tuple[str, ...]) -> None:
    if chosen_format(settings) == "table" and not settings.fields:
        from factcli.render.table import render_table

        marked = index.marked(query, hits)
        show(settings, lambda width: render_table(hits, width, marked))
        _note_if_more(index, query, len(hits))
        return
    whole = None if settings.fields else (hit.record for hit in hits)
    about = {"query": query.text, "total": index.count(query)} if settings.format == "json" else {}
    write_records(settings, "facts", fields, plain_rows(hits, fields), whole, **about)


def _note_if_more(index: FactIndex, query: Query, shown: int) -> None:
    total = index.count(query)
    if total > shown:
        write_note(f"{shown} of {total:,} facts; --limit 0 shows all")
