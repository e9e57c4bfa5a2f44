"""``fact remove``: remove facts from the store."""

from __future__ import annotations

import click

from factcli.cli.complete import complete_id
from factcli.cli.curating.change import apply, confirm, curation_options, store_to_change
from factcli.curation.operations import remove_facts
from factcli.store.transaction import read_tables


@click.command("remove")
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=complete_id)
@click.option("--yes", is_flag=True, help="Do not ask to confirm.")
@curation_options
def command(*, ids: tuple[str, ...], yes: bool, dry_run: bool) -> int:
    """Remove facts from the store.

    On a terminal, you are asked to confirm. A fact that replaces another one cannot be removed. For a fact that is out
    of date, use `fact deprecate`, so that drafts that still state it are reported.

    \b
    Examples:
      fact remove amia-bombing-deaths
      fact remove amia-bombing-deaths --yes
      fact remove amia-bombing-deaths --dry-run

    Exit status: 0 removed, 2 an error, 130 not confirmed.
    """
    if not (yes or dry_run):
        found = remove_facts(read_tables(store_to_change()), ids)
        confirm(f"Remove {'; '.join(f'{each.id} ({each.detail})' for each in found)}?")
    return apply(lambda tables: remove_facts(tables, ids), dry_run=dry_run)
