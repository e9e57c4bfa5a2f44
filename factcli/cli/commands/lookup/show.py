"""``fact show``: show facts by id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcli.cli.complete import complete_field, complete_id
from factcli.cli.lookup import in_house_style, note_unknown, opened_index, plain_rows, whole_records
from factcli.cli.options import DRAWN, Settings, fact_options
from factcli.cli.output import chosen_fields, chosen_format, current_settings, show, write, write_records
from factcli.escaping import safe_text
from factcli.index.columns import DEFAULT_FIELDS, FIELDS

if TYPE_CHECKING:
    from factcli.index import Hit


@click.command("show")
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=complete_id)
@click.option("--field", metavar="NAME", shell_complete=complete_field, help="Print only this field, as plain text.")
@fact_options
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
    found = [(id_, index.get_all(id_)) for id_ in ids]
    hits = [hit for _, of_id in found for hit in of_id]
    missing = [id_ for id_, of_id in found if not of_id]
    if hits and not settings.quiet:
        _show_facts(settings, hits, field)
    for id_ in missing:
        note_unknown(index, id_)
    return 1 if missing else 0


def _show_facts(settings: Settings, hits: list[Hit], field: str | None) -> None:
    if settings.count:
        write([f"{len(hits)}\n"])
    elif field is not None:
        name = "display" if field == "value" and settings.human else field
        shown = in_house_style(hits) if settings.human else hits
        write(f"{safe_text(str(getattr(hit, name)))}\n" for hit in shown)
    elif chosen_format(settings) in DRAWN and not settings.fields:
        for hit in in_house_style(hits):
            _show_card(settings, hit)
    else:
        fields = tuple(chosen_fields(settings, FIELDS, DEFAULT_FIELDS))
        write_records(settings, "facts", fields, plain_rows(settings, hits, fields), whole_records(settings, hits))


def _show_card(settings: Settings, hit: Hit) -> None:
    from factcli.render.card import render_card

    show(settings, lambda _: render_card(hit))
