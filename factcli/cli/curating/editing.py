"""An entry of the store in the user's editor: open, check what comes back, and take it over or keep it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from factcli.cli.curating.change import apply, ask, is_terminal, store_to_change
from factcli.cli.curating.editor import EditorError, edit_file, open_edit
from factcli.cli.output import write_note
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.store.transaction import read_tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcli.store.schema import Raw
    from factcli.store.transaction import Change, Tables

    Replace = Callable[[Tables, str, Raw], list[Change]]


def edit_entry(table: str, id_: str, replace: Replace, *, dry_run: bool) -> int:
    """Let the user edit an entry, and ``replace`` it with what comes back; the exit status."""
    store = store_to_change()
    edit = open_edit(store, id_, read_tables(store).entry(table, id_))
    if edit.is_resumed:
        write_note(f"fact: going on with the edit that was left in {safe_text(str(edit.path))}")

    def change(tables: Tables) -> list[Change]:
        if tables.entry(table, id_) != edit.before:
            hint = f"your edit is kept in {edit.path}; delete it to begin anew"
            raise FactcliError(f"'{id_}' has changed in the store since the edit began", hint=hint)
        return replace(tables, id_, edited)

    while True:
        try:
            edited = read_entry(edit.path, edit_file(edit.path))
            status = apply(change, dry_run=dry_run)
        except EditorError:
            raise
        except FactcliError as error:
            again_or_keep(error, edit.path)
        else:
            if dry_run:
                write_note(f"fact: the edit is kept; the next `fact edit {safe_text(id_)}` goes on with it")
            else:
                edit.done()
            return status


def again_or_keep(error: FactcliError, path: Path) -> None:
    """Ask whether to go on with an edit that is wrong; without a terminal, say where it is kept and give up."""
    if not is_terminal():
        hint = f"the edit is kept in {path}; the next `fact edit` goes on with it"
        raise FactcliError(error.message, hint=error.hint if "kept" in (error.hint or "") else hint)
    sys.stdout.flush()
    for line in error.lines():
        write_note(safe_text(line))
    write_note(f"Your edit is kept in {safe_text(str(path))}")
    ask("Enter to go on editing, Ctrl-C to leave it there", "")


def read_entry(path: Path, text: str) -> Raw:
    """The JSON object in an edited text; raises :class:`FactcliError` with the place where it is none."""
    try:
        entry = json.loads(text)
    except json.JSONDecodeError as error:
        raise FactcliError(f"{path}:{error.lineno}:{error.colno}: {error.msg.lower()}") from error
    except RecursionError as error:
        raise FactcliError(f"{path}: nested too deeply") from error
    if not isinstance(entry, dict):
        raise FactcliError(f"{path}: expected an object")
    return entry
