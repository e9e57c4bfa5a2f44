"""``fact undo``: take the last change of the store back."""

from __future__ import annotations

import click

from factcli.cli.curating import curation_options, say_done, store_to_change
from factcli.journal import undo
from factcli.tables import Change


@click.command("undo")
@curation_options
def command(*, dry_run: bool) -> int:
    """Take back the last change that fact made to the store; again, the one before it.

    A store that was changed in another way since is left alone.

    \b
    Examples:
      fact undo
      fact undo --dry-run

    Exit status: 0 taken back, 2 an error.
    """
    undone = undo(store_to_change(), dry_run=dry_run)
    say_done([Change("undo", f"({undone.what})")], dry_run=dry_run)
    return 0
