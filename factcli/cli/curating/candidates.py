"""A file of candidates comes in; they are added to the store, one by one on a terminal, or all at once."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcli.cli.curating.change import (
    apply,
    ask,
    is_interactive,
    report_changes,
    report_new_store,
    store_to_change,
    usage_error,
)
from factcli.cli.curating.editing import read_entry, retry_or_keep
from factcli.cli.curating.editor import edit_file, open_edit
from factcli.cli.input import STANDARD_INPUT, read_text
from factcli.curation.operations import add_fact, add_source
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.exchange.import_formats import Batch, ImportedFact, parse_batch
from factcli.model.formatting import value_in_words
from factcli.store.schema import decode_fact
from factcli.store.transaction import FACTS, SOURCES, change_store, read_tables

if TYPE_CHECKING:
    from factcli.store.schema import Raw
    from factcli.store.transaction import Change, Tables


def add_candidates(file: str, *, take_all: bool, dry_run: bool) -> int:
    """Add the candidates of a file, and the sources that they cite; returns the exit status."""
    batch = parse_batch(read_text(file), "json", file)
    if take_all or dry_run:
        return apply(lambda tables: _add_all(tables, batch), dry_run=dry_run, may_create=True)
    if not is_interactive() or file == STANDARD_INPUT:
        usage_error("not a terminal: --yes is required to add all candidates")
    return _ask_one_by_one(batch)


def _add_all(tables: Tables, batch: Batch) -> list[Change]:
    return [change for fact in batch.facts for change in _add(tables, fact.id, fact.raw, batch)]


def _add(tables: Tables, id_: str, raw: Raw, batch: Batch) -> list[Change]:
    """Add one candidate, after those of its sources that the store does not have."""
    changes: list[Change] = []
    decode_fact(id_, raw)
    for source in dict.fromkeys(reference["source"] for reference in raw.get("references", ())):
        if source in batch.sources and (SOURCES, source) not in tables:
            changes += add_source(tables, source, batch.sources[source])
    return changes + add_fact(tables, id_, raw)


def _ask_one_by_one(batch: Batch) -> int:
    path = store_to_change(may_create=True)
    for number, candidate in enumerate(batch.facts, start=1):
        click.echo(_summary(candidate, f"{number}/{len(batch.facts)}"), err=True)
        answer = ""
        while answer not in ("y", "n", "e", "q"):
            answer = ask("Add it? y(es), n(o), e(dit), q(uit)")[:1].lower()
        if answer == "q":
            break
        if answer != "n":
            is_new = not Path(path).exists()
            report_changes(_add_interactively(path, candidate, batch, edit=answer == "e"), dry_run=False)
            if is_new:
                report_new_store(path, dry_run=False)
    return 0


def _add_interactively(path: str, candidate: ImportedFact, batch: Batch, *, edit: bool) -> list[Change]:
    """Add one candidate to the store; if it is not valid, the user edits it until it is, or stops with Ctrl-C."""
    id_, raw = candidate.id, candidate.raw
    draft = open_edit(path, id_, raw) if edit else None
    while True:
        try:
            if draft:
                raw = read_entry(draft.path, edit_file(draft.path))
            while (FACTS, id_) in read_tables(path):
                id_ = ask(f"'{id_}' is already in the store. Another id")
            changes = change_store(path, partial(_add, id_=id_, raw=raw, batch=batch))
        except FactcliError as error:
            draft = draft or open_edit(path, id_, raw)
            retry_or_keep(error, draft.path)
        else:
            if draft:
                draft.done()
            return changes


def _summary(candidate: ImportedFact, number: str) -> str:
    try:
        value = value_in_words(decode_fact(candidate.id, candidate.raw).value)
    except FactcliError as error:
        value = error.message
    about = "".join(
        f"\n  {name}: {candidate.raw[name]}" for name in ("statement", "subject") if candidate.raw.get(name)
    )
    return safe_text(f"\n[{number}] {candidate.id}: {value}{about}", keep="\n")
