"""``fact show``: show facts by id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcli.cli.complete import complete_field, complete_id
from factcli.cli.lookup import opened_index, plain_rows
from factcli.cli.options import Settings, global_options
from factcli.cli.output import chosen_fields, chosen_format, current_settings, show, write, write_note, write_records
from factcli.escaping import safe_text
from factcli.index.columns import DEFAULT_FIELDS, FIELDS

if TYPE_CHECKING:
    from factcli.index import FactIndex, Hit


@click.command("show")
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=complete_id)
@click.option("--field", metavar="NAME", shell_complete=complete_field, help="Print only this field, as plain text.")
@global_options
def command(ids: tuple[str, ...], field: str | None) -> int:
    """Show facts by id, with all that a citation needs.

    On a terminal, each fact is shown as a card.

    \b
    Examples:
      fact show amia-bombing-deaths
      fact show amia-bombing-deaths --field value
      fact show amia-bombing-deaths salman-reward --format json

    Exit status: 0 all found, 1 an id is unknown, 2 an error.
    """
    settings = current_settings()
    if field is not None and field not in FIELDS:
        raise click.UsageError(f"unknown field '{field}'; known fields: {', '.join(FIELDS)}")
    index = opened_index()
    found = [(id_, index.get(id_)) for id_ in ids]
    hits = [hit for _, hit in found if hit is not None]
    missing = [id_ for id_, hit in found if hit is None]
    if hits and not settings.quiet:
        _show_facts(settings, hits, field)
    for id_ in missing:
        _note_unknown(index, id_)
    return 1 if missing else 0


def _show_facts(settings: Settings, hits: list[Hit], field: str | None) -> None:
    if settings.count:
        write([f"{len(hits)}\n"])
    elif field is not None:
        write(f"{safe_text(str(getattr(hit, field)))}\n" for hit in hits)
    elif chosen_format(settings) == "table" and not settings.fields:
        for hit in hits:
            _show_card(settings, hit)
    else:
        fields = tuple(chosen_fields(settings, FIELDS, DEFAULT_FIELDS))
        whole = None if settings.fields else (hit.record for hit in hits)
        write_records(settings, "facts", fields, plain_rows(hits, fields), whole)


def _show_card(settings: Settings, hit: Hit) -> None:
    from factcli.render.card import render_card

    show(settings, lambda _: render_card(hit))


def _note_unknown(index: FactIndex, id_: str) -> None:
    from factcli.query.parse import parse_query

    near = [hit.id for hit in index.search(parse_query(id_.replace("-", " ")), limit=3)]
    hint = f"did you mean: {', '.join(near)}?" if near else "`fact find WORD` finds ids"
    write_note(f"fact: unknown id '{id_}'; {hint}")
