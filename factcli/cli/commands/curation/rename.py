"""``fact rename``: change the id of a fact."""

from __future__ import annotations

import click

from factcli.cli.complete import complete_id
from factcli.cli.curating.change import apply, curation_options
from factcli.curation.operations import rename_fact


@click.command("rename")
@click.argument("id_", metavar="ID", shell_complete=complete_id)
@click.argument("new", metavar="NEW")
@curation_options
def command(*, id_: str, new: str, dry_run: bool) -> int:
    """Change the id of a fact.

    The fact keeps its place, and facts that refer to it are updated.

    \b
    Examples:
      fact rename amia-deaths amia-bombing-deaths
      fact rename amia-deaths amia-bombing-deaths --dry-run

    Exit status: 0 renamed, 2 an error.
    """
    return apply(lambda tables: rename_fact(tables, id_, new), dry_run=dry_run)
