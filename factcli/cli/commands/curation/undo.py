"""``fact undo``: undo the last change of the store."""

from __future__ import annotations

import click

from factcli.cli.curating.change import curation_options, report_changes, store_to_change
from factcli.cli.output import current_settings, write_note
from factcli.curation.undo import undo
from factcli.store.transaction import Change


@click.command("undo")
@curation_options
def command(*, dry_run: bool) -> int:
    """Undo the last change made by fact.

    Repeat it to undo the change before. If the store was changed in any other way since, it is left unchanged. If the
    change created the store, the store is removed.

    \b
    Examples:
      fact undo
      fact undo --dry-run

    Exit status: 0 undone, 2 an error.
    """
    path = store_to_change()
    undone = undo(path, dry_run=dry_run)
    report_changes([Change("undo", f"({undone.what})")], dry_run=dry_run)
    if undone.is_gone and not current_settings().quiet:
        verb = "would remove" if dry_run else "removed"
        write_note(f"fact: {verb} the store, which that change had created: {path}")
    return 0
