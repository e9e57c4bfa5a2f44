"""``fact deprecate``: mark a fact as out of date."""

from __future__ import annotations

import click

from factcli.cli.complete import complete_id
from factcli.cli.curating.change import apply, curation_options, usage_error
from factcli.curation.operations import deprecate


@click.command("deprecate")
@click.argument("id_", metavar="ID", shell_complete=complete_id)
@click.option("--by", "successor", metavar="ID", shell_complete=complete_id, help="The fact that replaces it.")
@click.option("--reason", metavar="TEXT", help="Why it no longer holds.")
@curation_options
def command(*, id_: str, successor: str | None, reason: str | None, dry_run: bool) -> int:
    """Mark a fact as out of date.

    A draft that still states it is reported as outdated, with the fact that replaces it.

    \b
    Examples:
      fact deprecate conference-guests-planned --by conference-guests
      fact deprecate conference-guests-planned --reason 'It was cancelled.'

    Exit status: 0 deprecated, 2 an error.
    """
    if not (successor or reason):
        usage_error("--by ID or --reason TEXT is required")
    return apply(lambda tables: deprecate(tables, id_, successor, reason), dry_run=dry_run)
