"""``fact undo``: take the last change of the store back."""

from __future__ import annotations

import click

from factcli.cli.curating.change import curation_options, say_done, store_to_change
from factcli.cli.output import current_settings, write_note
from factcli.curation.undo import undo
from factcli.store.transaction import Change


@click.command("undo")
@curation_options
def command(*, dry_run: bool) -> int:
    """Take back the last change that fact made to the store; again, the one before it.

    A store that was changed in another way since is left alone. One that the change made is removed.

    \b
    Examples:
      fact undo
      fact undo --dry-run

    Exit status: 0 taken back, 2 an error.
    """
    path = store_to_change()
    undone = undo(path, dry_run=dry_run)
    say_done([Change("undo", f"({undone.what})")], dry_run=dry_run)
    if undone.is_gone and not current_settings().quiet:
        verb = "would remove" if dry_run else "removed"
        write_note(f"fact: {verb} the store, which that change had made: {path}")
    return 0
