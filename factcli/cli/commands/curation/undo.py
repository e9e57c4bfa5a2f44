"""``fact undo``: undo the last change of the store."""

from __future__ import annotations

import os
from pathlib import Path

import click

from factcli.cli.curating.change import curation_options, report_changes, store_to_change
from factcli.cli.output import current_settings, write_note
from factcli.curation.attachments import put_back
from factcli.curation.undo import undo
from factcli.escaping import safe_text
from factcli.store.transaction import Change, read_tables


@click.command("undo")
@curation_options
def command(*, dry_run: bool) -> int:
    """Undo the last change made by fact.

    Repeat it to undo the change before. If the store has since changed in any other way, it is left as it is. If the
    change created the store, the store is removed. A copy of a source that the change replaced is put back.

    \b
    Examples:
      fact undo
      fact undo --dry-run

    Exit status: 0 undone, 2 an error.
    """
    path = store_to_change()
    before = read_tables(path) if os.path.exists(path) else None
    undone = undo(path, dry_run=dry_run)
    report_changes([Change("undo", f"({undone.what})")], dry_run=dry_run)
    notes = list(put_back(before, read_tables(path), Path(path))) if before and not dry_run else []
    if undone.is_gone:
        notes.append(f"{'would remove' if dry_run else 'removed'} the store, which that change had created: {path}")
    for line in notes if not current_settings().quiet else ():
        write_note(f"fact: {safe_text(line)}")
    return 0
