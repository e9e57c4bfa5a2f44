"""``fact import``: import facts from CSV, JSON or JSON Lines."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

import click

from factcli.cli.curating.change import curation_options, report_changes, report_new_store, store_to_change
from factcli.cli.input import read_text
from factcli.cli.named import NamedPath
from factcli.cli.output import current_settings, write
from factcli.exchange.import_formats import READABLE, format_of, parse_batch
from factcli.exchange.importing import import_batch
from factcli.store.transaction import change_store

if TYPE_CHECKING:
    from factcli.exchange.import_formats import Batch
    from factcli.store.transaction import Change

_PARTICIPLES = {"add": "added", "change": "changed"}


@click.command("import")
@click.argument("file", type=NamedPath(allow_dash=True))
@click.option("--as", "form", type=click.Choice(READABLE), help="Default: from the file name.")
@click.option("--update", is_flag=True, help="Update existing facts with the fields of the file.")
@curation_options
def command(*, file: str, form: str | None, update: bool, dry_run: bool) -> int:
    """Import facts from CSV, JSON or JSON Lines.

    Either all facts are imported or none. - reads standard input.

    CSV has the columns of `fact export --format csv`; only `id`, `statement`, a value and `source` are required. A
    row with a source title creates that source. Separate names in `source_author` with semicolons. `more` and
    `source_more` hold fields without a column as JSON; a column takes precedence. JSON is a facts.json, or the output
    of `fact find --format json`.

    \b
    Examples:
      fact import facts.csv --dry-run          show what would change
      fact import facts.csv --store facts.json
      fact import changes.jsonl --update
      fact find amia --format json | fact import - --as json --store my.json

    Exit status: 0 imported, 2 an error, and nothing was imported.
    """
    known = form or format_of(file)
    if known is None:
        raise click.UsageError(f"cannot tell the format of {file}; use --as with one of: {', '.join(READABLE)}")
    batch = parse_batch(read_text(file), known, file)
    path = store_to_change(may_create=True)
    is_new = not os.path.lexists(path)
    changes = change_store(path, lambda tables: import_batch(tables, batch, update=update), dry_run=dry_run)
    if dry_run or current_settings().format or current_settings().count:
        report_changes(changes, dry_run=dry_run)
    elif not current_settings().quiet:
        write([_summary(batch, changes)])
    if is_new and changes:
        report_new_store(path, dry_run=dry_run)
    return 0


def _summary(batch: Batch, changes: list[Change]) -> str:
    """``imported 3 facts and 1 source: 2 added, 1 changed, 1 unchanged``."""
    counts = Counter(_PARTICIPLES[change.verb] for change in changes)
    counts["unchanged"] = len(batch.facts) + len(batch.sources) - len(changes)
    parts = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
    facts, sources = _counted(len(batch.facts), "fact"), _counted(len(batch.sources), "source")
    return f"imported {facts} and {sources}: {parts or 'nothing to do'}\n"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
