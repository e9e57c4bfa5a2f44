"""The candidates of a text on their way into the store: one by one on a terminal, or all at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcli.cli.curating.change import apply, ask, is_terminal, refuse, say_done, say_new, store_to_change
from factcli.cli.curating.editing import again_or_keep, read_entry
from factcli.cli.curating.editor import edit_file, open_edit
from factcli.cli.reading import STANDARD_INPUT, read_text
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
    """Add what a file of candidates proposes, and the sources that it needs; the exit status."""
    batch = parse_batch(read_text(file), "json", file)
    if take_all or dry_run:
        return apply(lambda tables: _add_all(tables, batch), dry_run=dry_run, may_make=True)
    if not is_terminal() or file == STANDARD_INPUT:
        refuse("say --yes to take all candidates; there is no terminal to ask on")
    return _ask_one_by_one(batch)


def _add_all(tables: Tables, batch: Batch) -> list[Change]:
    return [change for fact in batch.facts for change in _add(tables, fact.id, fact.raw, batch)]


def _add(tables: Tables, id_: str, raw: Raw, batch: Batch) -> list[Change]:
    """Add one candidate, and first the sources of it that the store does not have."""
    changes: list[Change] = []
    decode_fact(id_, raw)
    for source in dict.fromkeys(reference["source"] for reference in raw.get("references", ())):
        if source in batch.sources and (SOURCES, source) not in tables:
            changes += add_source(tables, source, batch.sources[source])
    return changes + add_fact(tables, id_, raw)


def _ask_one_by_one(batch: Batch) -> int:
    path = store_to_change(may_make=True)
    for number, candidate in enumerate(batch.facts, start=1):
        click.echo(_shown(candidate, f"{number}/{len(batch.facts)}"), err=True)
        answer = ""
        while answer not in ("y", "n", "e", "q"):
            answer = ask("Add it? y(es), n(o), e(dit), q(uit)")[:1].lower()
        if answer == "q":
            break
        if answer != "n":
            is_new = not Path(path).exists()
            say_done(_taken(path, candidate, batch, edit=answer == "e"), dry_run=False)
            if is_new:
                say_new(path, dry_run=False)
    return 0


def _taken(path: str, candidate: ImportedFact, batch: Batch, *, edit: bool) -> list[Change]:
    """Add one candidate to the store; one that cannot be added is edited until it can, or given up with Ctrl-C."""
    id_, raw = candidate.id, candidate.raw
    draft = open_edit(path, id_, raw) if edit else None
    while True:
        try:
            if draft:
                raw = read_entry(draft.path, edit_file(draft.path))
            while (FACTS, id_) in read_tables(path):
                id_ = ask(f"'{id_}' is already in the store. Another id")
            changes = change_store(path, lambda tables, id_=id_, raw=raw: _add(tables, id_, raw, batch))  # type: ignore[misc]
        except FactcliError as error:
            draft = draft or open_edit(path, id_, raw)
            again_or_keep(error, draft.path)
        else:
            if draft:
                draft.done()
            return changes


def _shown(candidate: ImportedFact, number: str) -> str:
    try:
        value = value_in_words(decode_fact(candidate.id, candidate.raw).value)
    except FactcliError as error:
        value = error.message
    about = "".join(
        f"\n  {name}: {candidate.raw[name]}" for name in ("statement", "subject") if candidate.raw.get(name)
    )
    return safe_text(f"\n[{number}] {candidate.id}: {value}{about}", keep="\n")
