"""``fact remove``: take facts out of the store."""

from __future__ import annotations

import click

from factcli.cli.complete import complete_id
from factcli.cli.curating.change import apply, confirm, curation_options, store_to_change
from factcli.curation.operations import remove_facts
from factcli.store.transaction import read_tables


@click.command("remove")
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=complete_id)
@click.option("--yes", is_flag=True, help="Do not ask.")
@curation_options
def command(*, ids: tuple[str, ...], yes: bool, dry_run: bool) -> int:
    """Remove facts from the store; on a terminal, you are asked first.

    A fact that another one is superseded by stays. One that no longer holds is better deprecated: then a draft that
    still has it is told so.

    \b
    Examples:
      fact remove amia-bombing-deaths
      fact remove amia-bombing-deaths --yes
      fact remove amia-bombing-deaths --dry-run

    Exit status: 0 removed, 2 an error, 130 you said no.
    """
    if not (yes or dry_run):
        found = remove_facts(read_tables(store_to_change()), ids)
        confirm(f"Remove {'; '.join(f'{each.id} ({each.detail})' for each in found)}?")
    return apply(lambda tables: remove_facts(tables, ids), dry_run=dry_run)
