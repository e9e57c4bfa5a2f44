"""``fact format``: rewrite a store in the standard layout."""

from __future__ import annotations

import click

from factcli.cli.curating.change import store_to_change
from factcli.cli.named import NamedPath
from factcli.cli.options import quiet_options
from factcli.cli.output import current_settings, write
from factcli.curation.format import format_store
from factcli.escaping import safe_text


@click.command("format")
@click.argument("files", nargs=-1, metavar="[STORE...]", type=NamedPath())
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 if a store is not formatted.")
@click.option("--dry-run", is_flag=True, help="Show what would change, without changing it.")
@quiet_options
def command(*, files: tuple[str, ...], check: bool, dry_run: bool) -> int:
    """Format the store, one field per line.

    In this layout, a changed field is one changed line. Values and order stay the same.

    \b
    Examples:
      fact format
      fact format --check
      fact format facts.json other.json

    Exit status: 0 formatted, 2 an error; with --check: 1 not formatted.
    """
    paths = [store_to_change(named) for named in files] or [store_to_change()]
    changed = [format_store(path, dry_run=check or dry_run) for path in paths]
    if not current_settings().quiet:
        verb = "would format" if check or dry_run else "formatted"
        lines = (
            f"{verb} {path}" if new else f"{path} is already formatted"
            for path, new in zip(paths, changed, strict=True)
        )
        write(safe_text(line) + "\n" for line in lines)
    return 1 if check and any(changed) else 0
