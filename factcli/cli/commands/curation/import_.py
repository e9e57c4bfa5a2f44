"""``fact import``: import facts from tables, JSON, and official data."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

import click

from factcli.cli.curating.change import (
    ask,
    curation_options,
    is_interactive,
    report_changes,
    report_new_store,
    store_to_change,
    usage_error,
)
from factcli.cli.curating.flaws import note_flaws, with_flaws
from factcli.cli.input import STANDARD_INPUT, read_data, read_text
from factcli.cli.named import NamedPath
from factcli.cli.output import chosen_format, current_settings, write, write_note, write_records
from factcli.exchange.foreign_columns import LEFT_OUT
from factcli.exchange.import_formats import BINARY, READABLE, ImportChoices, format_of, parse_batch
from factcli.exchange.importing import import_batch
from factcli.model.formatting import counted
from factcli.store.transaction import change_store, described

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcli.cli.curating.flaws import LeveledFlaw
    from factcli.exchange.import_formats import Batch
    from factcli.store.transaction import Change

_LIST = "?"
_PARTICIPLES = {"add": "added", "change": "changed"}
_SHOWN = ("id", "what", "value", "statement", "source")


@click.command("import")
@click.argument("file", type=NamedPath(allow_dash=True, dir_okay=False))
@click.option("--as", "form", type=click.Choice(READABLE), help="Default: from the file name.")
@click.option("--map", "pairs", multiple=True, metavar="NAME=FIELD", help="What a column or property is.")
@click.option("--update", is_flag=True, help="Update existing facts with the fields of the file.")
@curation_options
def command(*, file: str, form: str | None, pairs: tuple[str, ...], update: bool, dry_run: bool) -> int:
    """Import facts from a table, JSON, Wikidata or statistics.

    Either all facts are imported or none. - reads standard input.

    A table (CSV with commas, semicolons or tabs, XLSX or ODS) has the columns of `fact export --format csv`; only
    `statement`, a value and a source are required. Other columns are asked for on a terminal, or named with --map. A
    row without an id gets one. A row with a source title creates that source. Separate names in `source_author` with
    semicolons. JSON is a facts.json, or the output of `fact find --format json`.

    --as wikidata reads an entity of Special:EntityData; --map P1082=population names a property. --as sdmx-csv and
    --as jsonstat read official statistics; --map subject=REF_AREA names the column of a role. Files are read where
    they are, and nothing is fetched. What cannot become a fact is counted.

    \b
    Examples:
      fact import facts.csv --dry-run          show what would be imported
      fact import facts.csv --store facts.json
      fact import figures.xlsx --map Title=source_title --map Remark=-
      fact import changes.jsonl --update
      fact import Q90.json --as wikidata --map P1082=population --dry-run
      fact import rates.csv --as sdmx-csv --map subject=REF_AREA
      fact find amia --format json | fact import - --as json --store my.json

    Exit status: 0 imported, 2 an error, and nothing was imported.
    """
    batch = _batch(file, form or format_of(file), pairs)
    path = store_to_change(may_create=True)
    is_new = not os.path.lexists(path)
    flaws: list[LeveledFlaw] = []
    change = with_flaws(lambda tables: import_batch(tables, batch, update=update), flaws)
    changes = change_store(path, change, dry_run=dry_run)
    _report(batch, changes, dry_run=dry_run)
    note_flaws(flaws)
    if is_new and changes:
        report_new_store(path, dry_run=dry_run)
    return 0


def _batch(file: str, form: str | None, pairs: tuple[str, ...]) -> Batch:
    """The facts and sources of a file."""
    if form is None:
        named = "standard input" if file == STANDARD_INPUT else file
        raise click.UsageError(f"cannot tell the format of {named}; use --as with one of: {', '.join(READABLE)}")
    choices = ImportChoices(_mapping(pairs), _ask if is_interactive() and file != "-" else None)
    return parse_batch(read_data(file) if form in BINARY else read_text(file), form, file, choices)


def _mapping(pairs: tuple[str, ...]) -> dict[str, str]:
    mapping = dict(pair.rpartition("=")[::2] for pair in pairs)
    wrong = next((pair for pair in pairs if "=" not in pair or pair.startswith("=") or pair.endswith("=")), None)
    if wrong is not None:
        usage_error(f"--map '{wrong}' is not NAME=FIELD")
    return mapping


def _ask(question: str, known: Collection[str], usual: str) -> str:
    while True:
        answer = ask(question, usual)
        if answer in {"", LEFT_OUT, *known}:
            return answer
        unknown = "" if answer == _LIST else f"'{answer}' is not a field; "
        write_note(f"{unknown}fields: {', '.join(known)}")


def _report(batch: Batch, changes: list[Change], *, dry_run: bool) -> None:
    settings = current_settings()
    if dry_run and not (settings.count or settings.quiet) and chosen_format(settings) == "table":
        write_records(settings, "facts", _SHOWN, _rows(batch, changes))
    elif dry_run or settings.format or settings.count:
        report_changes(changes, dry_run=dry_run)
    elif not settings.quiet:
        write([_summary(batch, changes)])
    if not settings.quiet:
        for note in batch.notes:
            write_note(f"fact: {note}")


def _rows(batch: Batch, changes: list[Change]) -> list[list[str]]:
    """What would become of each fact of a batch."""
    verbs = {change.id: change.verb for change in changes}
    return [
        [id_, verbs.get(id_, "unchanged"), described(raw), str(raw.get("statement", "")), _source(raw)]
        for _, id_, raw in batch.facts
    ]


def _source(raw: dict[str, object]) -> str:
    references = raw.get("references")
    first = references[0] if isinstance(references, list) and references else {}
    return str(first.get("source", ""))


def _summary(batch: Batch, changes: list[Change]) -> str:
    """``imported 3 facts and 1 source: 2 added, 1 changed, 1 unchanged``."""
    counts = Counter(_PARTICIPLES[change.verb] for change in changes)
    counts["unchanged"] = len(batch.facts) + len(batch.sources) - len(changes)
    parts = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
    facts, sources = counted(len(batch.facts), "fact"), counted(len(batch.sources), "source")
    return f"imported {facts} and {sources}: {parts or 'nothing to do'}\n"
