"""``fact timeline``: draw the dates that a query finds on an axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcli.cli.complete import complete_word
from factcli.cli.lookup import note_nothing_found, opened_index, typed_query
from factcli.cli.options import global_options
from factcli.cli.output import chosen_fields, chosen_format, current_settings, show, write, write_note, write_records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.index import Hit

_FIELDS = ("date", "first_day", "last_day", "id", "statement")


@click.command("timeline")
@click.argument("words", nargs=-1, metavar="[QUERY]", shell_complete=complete_word)
@global_options
def command(words: tuple[str, ...]) -> int:
    """Draw the dates of a query on a timeline.

    The gaps of the axis are logarithmic, so that days of one week stay apart on an axis of years.

    \b
    Examples:
      fact timeline
      fact timeline argentina
      fact timeline date:2019-07 --format tsv

    Exit status: 0 dates were found, 1 none were, 2 an error.
    """
    settings = current_settings()
    fields = chosen_fields(settings, _FIELDS, _FIELDS)
    index, query = opened_index(), typed_query(words)
    hits = [hit for hit in index.search(query) if hit.first_day is not None or hit.last_day is not None]
    hits = sorted(hits, key=_when)[: settings.limit or None]
    if settings.count:
        write([f"{len(hits)}\n"])
    elif not hits and not settings.quiet:
        note_nothing_found(index, query) if words else write_note("fact: the store has no dates")
    elif not settings.quiet:
        if chosen_format(settings) == "table" and not settings.fields:
            from factcli.render.timeline import render_timeline

            show(settings, lambda width: render_timeline(hits, width))
        else:
            write_records(settings, "dates", fields, [_row(hit, fields) for hit in hits])
    return 0 if hits else 1


def _when(hit: Hit) -> tuple[int, int, str]:
    first = hit.last_day if hit.first_day is None else hit.first_day
    return first or 0, (hit.first_day if hit.last_day is None else hit.last_day) or 0, hit.id


def _row(hit: Hit, fields: Sequence[str]) -> list[str]:
    row = {
        "date": hit.value,
        "first_day": _iso(hit.first_day),
        "last_day": _iso(hit.last_day),
        "id": hit.id,
        "statement": hit.statement,
    }
    return [row[name] for name in fields]


def _iso(number: int | None) -> str:
    if number is None:
        return ""
    year, rest = divmod(number, 10_000)
    return f"{year:04}-{rest // 100:02}-{rest % 100:02}"
