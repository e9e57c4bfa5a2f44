"""``fact show``: single facts, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcli.cli.complete import complete_id
from factcli.cli.lookup import opened_index, plain_rows
from factcli.cli.options import Settings, global_options
from factcli.cli.output import chosen_fields, chosen_format, current_settings, show, write, write_note, write_records
from factcli.escaping import safe_text
from factcli.index.columns import DEFAULT_FIELDS, FIELDS

if TYPE_CHECKING:
    from factcli.index import FactIndex, Hit


@click.command("show")
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=complete_id)
@click.option("--field", metavar="NAME", help="Only this field of the fact, plain.")
@global_options
def command(ids: tuple[str, ...], field: str | None) -> int:
    """Show one fact as a card that can be cited from, or one field of it.

    \b
    Examples:
      fact show amia-bombing-deaths
      fact show amia-bombing-deaths --field value
      fact show amia-bombing-deaths amia-bombing-reward --format json

    Exit status: 0 all found, 1 one is missing, 2 an error.
    """
    settings = current_settings()
    if field is not None and field not in FIELDS:
        raise click.UsageError(f"no field is called '{field}'; there are {', '.join(FIELDS)}")
    index = opened_index()
    found = [(id_, index.get(id_)) for id_ in ids]
    hits = [hit for _, hit in found if hit is not None]
    missing = [id_ for id_, hit in found if hit is None]
    if hits and not settings.quiet:
        _show_facts(settings, hits, field)
    for id_ in missing:
        _say_missing(index, id_)
    return 1 if missing else 0


def _show_facts(settings: Settings, hits: list[Hit], field: str | None) -> None:
    if settings.count:
        write([f"{len(hits)}\n"])
    elif field is not None:
        write(f"{safe_text(str(getattr(hit, field)))}\n" for hit in hits)
    elif chosen_format(settings) == "table" and not settings.fields:
        from factcli.render.card import render_card

        for hit in hits:
            show(settings, lambda _, hit=hit: render_card(hit))  # type: ignore[misc]
    else:
        fields = tuple(chosen_fields(settings, FIELDS, DEFAULT_FIELDS))
        whole = None if settings.fields else (hit.record for hit in hits)
        write_records(settings, "facts", fields, plain_rows(hits, fields), whole)


def _say_missing(index: FactIndex, id_: str) -> None:
    from factcli.query.parse import parse_query

    near = [hit.id for hit in index.search(parse_query(id_.replace("-", " ")), limit=3)]
    hint = f"did you mean: {', '.join(near)}?" if near else "fact find WORD finds ids"
    write_note(f"fact: no fact has the id '{id_}'; {hint}")
