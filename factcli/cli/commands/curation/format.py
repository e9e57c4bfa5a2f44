"""``fact format``: the usual layout of a store."""

from __future__ import annotations

import click

from factcli.cli.curating.change import store_to_change
from factcli.cli.named import NamedPath
from factcli.cli.options import global_options
from factcli.cli.output import current_settings, write
from factcli.curation.format import format_store
from factcli.escaping import safe_text


@click.command("format")
@click.argument("files", nargs=-1, metavar="[STORE...]", type=NamedPath())
@click.option("--check", is_flag=True, help="Change nothing; the exit status tells.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@global_options
def command(*, files: tuple[str, ...], check: bool, dry_run: bool) -> int:
    """Give the store the layout in which one changed field is one changed line; no value and no order changes.

    \b
    Examples:
      fact format
      fact format --check
      fact format facts.json other.json

    Exit status: 0 formatted; with --check: 0 it is in order, 1 it is not; 2 an error.
    """
    paths = [store_to_change(named) for named in files] or [store_to_change()]
    changed = [format_store(path, dry_run=check or dry_run) for path in paths]
    if not current_settings().quiet:
        verb = "would format" if check or dry_run else "formatted"
        told = (f"{verb} {path}" if new else f"{path} is in order" for path, new in zip(paths, changed, strict=True))
        write(safe_text(line) + "\n" for line in told)
    return 1 if check and any(changed) else 0
