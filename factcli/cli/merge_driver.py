"""``fact merge-driver``: how git merges stores."""

from __future__ import annotations

from pathlib import Path

import click

from factcli.cli.options import global_options
from factcli.cli.output import current_settings, write_note
from factcli.merge import merge_stores
from factcli.safetext import safe_text
from factcli.storefile import digest_of, read_store_file, replace_store_file


@click.command("merge-driver")
@click.argument("base", metavar="%O", type=click.Path())
@click.argument("ours", metavar="%A", type=click.Path())
@click.argument("theirs", metavar="%B", type=click.Path())
@click.argument("path", metavar="[%P]", required=False)
@global_options
def command(*, base: str, ours: str, theirs: str, path: str | None) -> int:
    """Merge two edited stores by fact and field into %A, as git asks its merge drivers to.

    Only a field that both sides changed, and not alike, is a conflict: it stands in the file between git's markers.

    \b
    Examples:
      git config merge.fact.name 'facts by field'
      git config merge.fact.driver 'fact merge-driver %O %A %B %P'
      echo 'facts.json merge=fact' >> .gitattributes
      fact merge-driver base.json ours.json theirs.json

    Exit status: 0 merged, 1 there are conflicts, 2 an error: %A is as it was.
    """
    data = read_store_file(Path(ours))
    merged = merge_stores(read_store_file(Path(base)), data, read_store_file(Path(theirs)), Path(path or ours))
    replace_store_file(Path(ours), merged.text.encode(), expected=digest_of(data))
    if not current_settings().quiet:
        for name in merged.conflicts:
            write_note(f"fact: both sides changed {safe_text(name)} in {safe_text(path or ours)}")
    return 1 if merged.conflicts else 0
