"""An entry of the store goes to the user's editor; what comes back is checked, and stored or kept for later."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

from factcli.cli.curating.change import apply, ask, is_interactive, store_to_change
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


_FIELD = re.compile(r"(?P<name>\"(?:[^\"\\\n]|\\.){1,200}+\")[ \t\r\n]*+:")


def edit_entry(table: str, id_: str, replace: Replace, *, dry_run: bool) -> int:
    """Let the user edit an entry, ``replace`` it with the result, and return the exit status."""
    store = store_to_change()
    edit = open_edit(store, id_, read_tables(store).entry(table, id_))
    if edit.is_resumed:
        write_note(f"fact: resuming the unfinished edit in {safe_text(str(edit.path))}")

    def change(tables: Tables) -> list[Change]:
        if tables.entry(table, id_) != edit.before:
            hint = f"the edit is saved in {edit.path}; delete that file to start over"
            raise FactcliError(f"'{id_}' has changed in the store since the edit began", hint=hint)
        return replace(tables, id_, edited)

    while True:
        try:
            edited = read_entry(edit.path, edit_file(edit.path))
            status = apply(change, dry_run=dry_run)
        except EditorError:
            raise
        except FactcliError as error:
            retry_or_keep(error, edit.path)
        else:
            if dry_run:
                write_note(f"fact: the edit is saved; the next `fact edit {safe_text(id_)}` resumes it")
            else:
                edit.done()
            return status


def retry_or_keep(error: FactcliError, path: Path) -> None:
    """Ask whether to continue an edit that is not valid; without a terminal, raise an error with its path."""
    if not is_interactive():
        hint = f"the edit is saved in {path}; the next `fact edit` resumes it"
        raise FactcliError(error.message, hint=error.hint if "is saved" in (error.hint or "") else hint)
    sys.stdout.flush()
    for line in error.lines():
        write_note(safe_text(line))
    write_note(f"The edit is saved in {safe_text(str(path))}")
    ask("Press Enter to edit again, or Ctrl-C to stop", "")


def _field_before(text: str, end: int) -> str:
    """Which field an error is in or after, for its message; empty where there is none before it."""
    *_, last = [None, *_FIELD.finditer(text, 0, end)]
    return f", in or after the field {last['name']}" if last else ""


def read_entry(path: Path, text: str) -> Raw:
    """The JSON object in an edited text; raises :class:`FactcliError` with the line and column of an error."""
    try:
        entry = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise FactcliError(f"{place}: {error.msg.lower()}{_field_before(text, error.pos)}") from error
    except RecursionError as error:
        raise FactcliError(f"{path}: nested too deeply") from error
    if not isinstance(entry, dict):
        raise FactcliError(f"{path}: expected a JSON object")
    return entry
