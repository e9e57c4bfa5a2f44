"""``fact timeline``: draw the dates that a query finds on an axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcli.cli.complete import complete_word
from factcli.cli.listing import list_records
from factcli.cli.lookup import opened_index, typed_query
from factcli.cli.options import DRAWN, timeline_options
from factcli.cli.output import chosen_format, current_settings, show, write

if TYPE_CHECKING:
    from factcli.index import Hit

_FIELDS = ("date", "first_day", "last_day", "id", "statement")


@click.command("timeline")
@click.argument("words", nargs=-1, metavar="[QUERY]", shell_complete=complete_word)
@timeline_options
def command(words: tuple[str, ...]) -> int:
    """Draw the dates of a query on a timeline.

    The gaps of the axis are logarithmic, so that days of one week stay apart on an axis of years. Spans are bars;
    approximate dates are hollow or fade.

    \b
    Examples:
      fact timeline
      fact timeline argentina
      fact timeline date:2019-07 --format tsv
      fact timeline argentina --format svg > dates.svg

    Exit status: 0 dates were found, 1 none were, 2 an error.
    """
    settings = current_settings()
    index, query = opened_index(), typed_query(words)
    hits = [hit for hit in index.search(query) if hit.first_day is not None or hit.last_day is not None]
    hits = sorted(hits, key=_when)[: settings.limit or None]
    form = chosen_format(settings)
    if form == "svg" and hits and not (settings.count or settings.quiet):
        from factcli.render.timeline_svg import render_timeline_svg

        write(render_timeline_svg(hits))
        return 0
    if not hits or settings.count or settings.quiet or settings.fields or form not in DRAWN:
        return list_records("dates", _FIELDS, map(_record, hits), index, query)
    from factcli.render.timeline import render_timeline

    show(settings, lambda width: render_timeline(hits, width))
    return 0


def _when(hit: Hit) -> tuple[int, int, str]:
    first = hit.last_day if hit.first_day is None else hit.first_day
    return first or 0, (hit.first_day if hit.last_day is None else hit.last_day) or 0, hit.id


def _record(hit: Hit) -> dict[str, str]:
    return {
        "date": hit.value,
        "first_day": _iso(hit.first_day),
        "last_day": _iso(hit.last_day),
        "id": hit.id,
        "statement": hit.statement,
    }


def _iso(number: int | None) -> str:
    if number is None:
        return ""
    year, rest = divmod(number, 10_000)
    return f"{year:04}-{rest // 100:02}-{rest % 100:02}"
