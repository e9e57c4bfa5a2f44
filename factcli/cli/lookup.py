"""The settings and words of a lookup come in, from the fast path or from click; the facts found are written."""

from __future__ import annotations

import sys

from factcli.cli.options import DRAWN
from factcli.cli.output import chosen_fields, chosen_format, current_settings, show, write, write_note, write_records
from factcli.cli.store_choice import chosen_stores
from factcli.escaping import json_text
from factcli.index.columns import DEFAULT_FIELDS, FIELDS
from factcli.index.search import FactIndex
from factcli.query.parse import parse_query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.cli.options import Settings
    from factcli.index import Hit
    from factcli.query.terms import Query
    from factcli.store.location import StorePlace

# What other programs call it: what does it here.
LIKE_COMMANDS = {
    "ls": "`fact find` lists all facts",
    "list": "`fact find` lists all facts",
    "all": "`fact find` lists all facts",
    "search": "`fact find WORD` finds facts, as does `fact WORD`",
    "config": "settings are in .factcli.toml; `fact paths` shows the store",
    "settings": "settings are in .factcli.toml; `fact paths` shows the store",
    "new": "`fact add` adds a fact",
    "create": "`fact add` adds a fact",
    "update": "`fact set` and `fact edit` change a fact",
    "delete": "`fact remove` and `fact deprecate` take facts out of use",
    "rm": "`fact remove` and `fact deprecate` take facts out of use",
    "history": "`fact undo` takes the last change back",
    "lint": "`fact check` checks drafts, `fact validate` a store",
    "version": "`fact --version` prints the version",
    "man": "`fact help` shows the commands",
}
# More than fit on a screen; a pipe gets all facts.
_TERMINAL_LIMIT = 50
# Up to this many facts are shown in full; more are listed in a line or two each.
_MOST_IN_TABLE = 20
# What scripts read: values as in the store, unless they ask for others.
_FOR_SCRIPTS = frozenset({"tsv", "csv", "json", "jsonl"})


def look_up(settings: Settings, words: tuple[str, ...]) -> int:
    """Write the facts that match the words, and return the exit status: 1 if there are none."""
    fields = chosen_fields(settings, FIELDS, DEFAULT_FIELDS)
    index, query = opened_index(settings), typed_query(words)
    if settings.quiet or settings.count:
        total = index.count(query)
        if not settings.quiet:
            write([f"{total}\n"])
        return 0 if total else 1
    hits = index.search(query, hit_limit(settings), settings.sort)
    if hits:
        _show_hits(settings, index, query, in_groups(hits, settings.group), tuple(fields))
    else:
        _write_nothing(settings, index, query)
    return 0 if hits else 1


def note_like_command(word: str) -> None:
    """Write to standard error that a word that other programs have as a command is none here."""
    if word.lower() in LIKE_COMMANDS:
        sys.stdout.flush()
        write_note(f"fact: '{word}' is not a command, and was looked up as a word; {LIKE_COMMANDS[word.lower()]}")


def in_groups(hits: list[Hit], group: str | None) -> list[Hit]:
    """The hits, those with the same value in the column ``group`` together, in the order of the first of each."""
    if group is None:
        return hits
    order: dict[str, list[Hit]] = {}
    for hit in hits:
        order.setdefault(getattr(hit, group), []).append(hit)
    return [hit for members in order.values() for hit in members]


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
    """The words of a command line as one query; raises an error where a figure or date of it cannot be read."""
    text = " ".join(words)
    if ":" in text:
        from factcli.query.faults import check_values

        check_values(text)
    return parse_query(text)


def hit_limit(settings: Settings) -> int | None:
    """The most results to show: ``--limit`` if given, else 50 on a terminal; None for all of them."""
    if settings.limit is not None:
        return settings.limit or None
    return _TERMINAL_LIMIT if settings.format in (None, *DRAWN) and sys.stdout.isatty() else None


def note_nothing_found(settings: Settings, index: FactIndex, query: Query) -> None:
    """Write to standard error that nothing was found, in which store if that may surprise, and similar words of it."""
    write_note(f"fact: nothing found for: {query.text}{_asked(settings)}{_why_nothing(index, query)}")


def _why_nothing(index: FactIndex, query: Query) -> str:
    if not len(index):
        return "; the store has no facts"
    if ":" in query.text:
        from factcli.cli.hints import about_qualifiers

        if wrong := about_qualifiers(index, query.text):
            return f"; {wrong}"
    from factcli.cli.hints import command_like

    near, command = ", ".join(index.suggestions(query)), command_like(query.text)
    if command:
        return f"; did you mean the command: fact {command}{near and f', or: {near}'}?"
    return f"; did you mean: {near}?" if near else ""


def _asked(settings: Settings) -> str:
    """Which stores were asked, for those that the user neither named nor works beside."""
    places = chosen_stores(settings)
    if settings.stores or places[0].is_nearest:
        return ""
    return f" (in {', '.join(place.path for place in places)}: {places[0].why})"


def known_fact(id_: str) -> Hit | None:
    """The fact with this id; None, after a note on standard error, if there is none."""
    index = opened_index()
    hit = index.get(id_)
    if hit is None:
        note_unknown(index, id_)
    return hit


def note_unknown(index: FactIndex, id_: str) -> None:
    """Write to standard error that no fact has this id, with those that are like it."""
    near = [hit.id for hit in index.search(parse_query(id_.replace("-", " ")), limit=3)]
    hint = f"did you mean: {', '.join(near)}?" if near else "`fact find WORD` finds ids"
    write_note(f"fact: unknown id '{id_}'; {hint}")


def plain_rows(settings: Settings, hits: Iterable[Hit], fields: Sequence[str]) -> Iterator[list[str]]:
    """The chosen columns of each hit, as texts; values for people, except in what scripts read."""
    names = fields
    if settings.human or chosen_format(settings) not in _FOR_SCRIPTS:
        hits = in_house_style(hits)
        names = ["display" if name == "value" else name for name in fields]
    for hit in hits:
        yield [str(getattr(hit, name)).replace("\x1f", "; ") for name in names]


def in_house_style(hits: Iterable[Hit]) -> list[Hit]:
    """The hits with the values that people read, as the settings of the working folder print them."""
    from factcli.cli.house_style import for_people

    return for_people(hits)


def whole_records(settings: Settings, hits: Iterable[Hit]) -> Iterator[str] | None:
    """The facts as JSON, with what people read as ``display`` if they ask for it; None if they chose columns."""
    if settings.fields:
        return None
    if not settings.human:
        return (hit.record for hit in hits)
    return (f'{hit.record[:-1]},"display":{json_text(hit.display)}}}' for hit in in_house_style(hits))


def _write_nothing(settings: Settings, index: FactIndex, query: Query) -> None:
    if settings.format == "json":
        write_records(settings, "facts", (), (), (), query=query.text, total=0)
    note_nothing_found(settings, index, query)


def _show_hits(settings: Settings, index: FactIndex, query: Query, hits: list[Hit], fields: tuple[str, ...]) -> None:
    if chosen_format(settings) in DRAWN and not settings.fields:
        _draw_hits(settings, index, query, hits)
        _note_if_more(index, query, len(hits))
        return
    about = {"query": query.text, "total": index.count(query)} if settings.format == "json" else {}
    write_records(settings, "facts", fields, plain_rows(settings, hits, fields), whole_records(settings, hits), **about)


def _draw_hits(settings: Settings, index: FactIndex, query: Query, hits: list[Hit]) -> None:
    from factcli.render.table import render_facts

    is_table = settings.format == "table" or (settings.format is None and len(hits) <= _MOST_IN_TABLE)
    marked = index.marked(query, hits)
    shown = in_house_style(hits)
    show(settings, lambda width: render_facts(shown, width, is_table=is_table, marked=marked, group=settings.group))


def _note_if_more(index: FactIndex, query: Query, shown: int) -> None:
    total = index.count(query)
    if total > shown:
        write_note(f"{shown} of {total:,} facts; --limit 0 shows all")
