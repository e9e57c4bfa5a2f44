"""``fact find``: the facts that a query holds for."""

from __future__ import annotations

import click

from factcli.cli.complete import complete_word
from factcli.cli.lookup import hit_limit, opened_index, plain_rows, say_nothing_found, typed_query
from factcli.cli.options import Settings, global_options
from factcli.cli.output import chosen_fields, chosen_format, current_settings, show, write, write_note, write_records
from factcli.index.columns import DEFAULT_FIELDS, FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.index import FactIndex, Hit
    from factcli.query_terms import Query


@click.command("find")
@click.argument("words", nargs=-1, metavar="QUERY", shell_complete=complete_word)
@global_options
def command(words: tuple[str, ...]) -> int:
    """Look facts up. Without a query: all of them.

    All words must match; endings and accents do not matter.

    \b
      amia victims                 both words
      '"stronger than ever"'       a phrase
      amia OR hezbollah            one or the other
      argentina NOT amia           without a word; also '-amia' in a quoted query
      kind:quote speaker:moreno    kind, speaker, subject, unit, source, keyword, id, rank
      US\\$7m, 50,000 ha, 28 miles  a figure, found by its value in any unit
      18 July, January 2015        a date
      'value:>5m', value:5m..50m   figures by size
      date:2019-07                 dates that fall into a month, a year, a span

    \b
    Examples:
      fact find amia victims
      fact find check                           a word that is also a command
      fact find US\\$7m --format json
      fact find kind:figure --format csv --fields id,amount,unit
      fact find --format jsonl                  every fact, one a line

    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    settings = current_settings()
    fields = chosen_fields(settings, FIELDS, DEFAULT_FIELDS)
    index, query = opened_index(), typed_query(words)
    if settings.quiet or settings.count:
        total = index.count(query)
        if not settings.quiet:
            write([f"{total}\n"])
        return 0 if total else 1
    hits = index.search(query, hit_limit(settings))
    if not hits:
        return _nothing(settings, index, query)
    _show_hits(settings, index, query, hits, tuple(fields))
    return 0


def _nothing(settings: Settings, index: FactIndex, query: Query) -> int:
    if settings.format == "json":
        write_records(settings, "facts", (), (), (), query=query.text, total=0)
    say_nothing_found(index, query)
    return 1


def _show_hits(settings: Settings, index: FactIndex, query: Query, hits: list[Hit], fields: tuple[str, ...]) -> None:
    if chosen_format(settings) == "table" and not settings.fields:
        from factcli.render.table import render_table

        marked = index.marked(query, hits)
        show(settings, lambda width: render_table(hits, width, marked))
        _say_if_more(index, query, len(hits))
        return
    whole = None if settings.fields else (hit.record for hit in hits)
    about = {"query": query.text, "total": index.count(query)} if settings.format == "json" else {}
    write_records(settings, "facts", fields, plain_rows(hits, fields), whole, **about)


def _say_if_more(index: FactIndex, query: Query, shown: int) -> None:
    total = index.count(query)
    if total > shown:
        write_note(f"{shown} of {total:,} facts; --limit 0 shows all")
