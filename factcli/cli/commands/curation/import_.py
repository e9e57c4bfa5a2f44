"""``fact import``: facts from a table or a file of JSON."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

import click

from factcli.cli.curating.change import curation_options, say_done, say_new, store_to_change
from factcli.cli.named import NamedPath
from factcli.cli.output import current_settings, write
from factcli.cli.reading import read_text
from factcli.exchange.import_formats import READABLE, format_of, parse_batch
from factcli.exchange.importing import import_batch
from factcli.store.transaction import change_store

if TYPE_CHECKING:
    from factcli.exchange.import_formats import Batch
    from factcli.store.transaction import Change

_PARTICIPLES = {"add": "added", "change": "changed"}


@click.command("import")
@click.argument("file", type=NamedPath(allow_dash=True))
@click.option("--as", "form", type=click.Choice(READABLE), help="Default: what the file's name says.")
@click.option("--update", is_flag=True, help="Facts that are there already take over the fields of the file.")
@curation_options
def command(*, file: str, form: str | None, update: bool, dry_run: bool) -> int:
    """Take in facts from CSV, JSON or JSON Lines: all of them, or none; - is standard input.

    The columns of CSV are those of `fact export --format csv`; only `id`, `statement`, a value and `source` must be
    there. A source is made where its title is given. Names in `source_author` are separated by semicolons; `more` and
    `source_more` hold as JSON what has no column: an edited cell comes before it. JSON is a facts.json, or what
    `fact find` writes.

    \b
    Examples:
      fact import facts.csv --dry-run          what it would do
      fact import facts.csv --store facts.json
      fact import changes.jsonl --update
      fact find amia --store other.json --format json | fact import - --as json

    Exit status: 0 imported, 2 an error: nothing was.
    """
    known = form or format_of(file)
    if known is None:
        raise click.UsageError(f"what is {file}? Say --as {', '.join(READABLE)}")
    batch = parse_batch(read_text(file), known, file)
    path = store_to_change(may_make=True)
    is_new = not os.path.lexists(path)
    changes = change_store(path, lambda tables: import_batch(tables, batch, update=update), dry_run=dry_run)
    if dry_run or current_settings().format or current_settings().count:
        say_done(changes, dry_run=dry_run)
    elif not current_settings().quiet:
        write([_summary(batch, changes)])
    if is_new and changes:
        say_new(path, dry_run=dry_run)
    return 0


def _summary(batch: Batch, changes: list[Change]) -> str:
    """``imported 3 facts and 1 source: 2 added, 1 changed, 1 as before``."""
    counts = Counter(_PARTICIPLES[change.verb] for change in changes)
    counts["as before"] = len(batch.facts) + len(batch.sources) - len(changes)
    told = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
    facts, sources = _counted(len(batch.facts), "fact"), _counted(len(batch.sources), "source")
    return f"imported {facts} and {sources}: {told or 'nothing to do'}\n"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
