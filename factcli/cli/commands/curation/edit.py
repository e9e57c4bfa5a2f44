"""``fact edit``: edit a fact in the user's editor."""

from __future__ import annotations

import click

from factcli.cli.complete import complete_id
from factcli.cli.curating.change import curation_options
from factcli.cli.curating.editing import edit_entry
from factcli.curation.operations import replace_fact
from factcli.store.transaction import FACTS


@click.command("edit")
@click.argument("id_", metavar="ID", shell_complete=complete_id)
@curation_options
def command(*, id_: str, dry_run: bool) -> int:
    """Edit a fact as JSON in $VISUAL or $EDITOR.

    An edit that is not valid is saved: you can edit it again at once, or resume it with the next `fact edit`.

    \b
    Examples:
      fact edit amia-bombing-deaths
      EDITOR=nano fact edit amia-bombing-deaths
      fact edit amia-bombing-deaths --dry-run  show what would change

    Exit status: 0 changed, or nothing to change, 2 an error.
    """
    return edit_entry(FACTS, id_, replace_fact, dry_run=dry_run)
