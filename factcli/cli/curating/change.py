"""What the commands that change a store share: which store that is, questions on a terminal, and what was done."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from factcli.cli.options import global_options
from factcli.cli.output import current_settings, write, write_note, write_records
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.pipes import is_pipe
from factcli.store.location import find_store, is_packaged, user_store
from factcli.store.transaction import change_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcli.store.transaction import Change, Tables

_FIELDS = ("verb", "id", "detail", "done")


def curation_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command what all commands take, and ``--dry-run``."""
    dry_run = click.option("--dry-run", is_flag=True, help="Only say what would be done.")
    return dry_run(global_options(command))


def store_to_change(named: str | None = None, *, may_make: bool = False) -> str:
    """The path of the store that is ``named``, or in use; raises :class:`FactcliError` for the one inside the package.

    ``may_make`` allows ``--store`` to name a store that is not there yet.
    """
    named = current_settings().store if named is None else named
    path = named if named and may_make and not os.path.lexists(named) else find_store(named).path
    if path in current_settings().copies:
        raise FactcliError("--store is a pipe, which cannot be changed", hint="name a facts.json")
    if is_pipe(path):
        raise FactcliError(f"{path}: is a pipe, which cannot be changed", hint="name a facts.json")
    if is_packaged(path):
        hint = f"name a store of your own: --store PATH; yours is found by itself at {user_store()}"
        raise FactcliError(f"{path}: the curated store that comes with factcli is not yours to change", hint=hint)
    return path


def apply(change: Callable[[Tables], list[Change]], *, dry_run: bool, may_make: bool = False) -> int:
    """Change the store in use and say what was done; the exit status."""
    path = store_to_change(may_make=may_make)
    is_new = not os.path.lexists(path)
    changes = change_store(path, change, dry_run=dry_run)
    say_done(changes, dry_run=dry_run)
    if is_new and changes:
        say_new(path, dry_run=dry_run)
    return 0


def say_done(changes: Sequence[Change], *, dry_run: bool) -> None:
    """Say in a line each what was done, or would be done."""
    settings = current_settings()
    if settings.quiet:
        return
    if settings.count:
        write([f"{len(changes)}\n"])
    elif settings.format:
        rows = [(each.verb, each.id, each.detail, "no" if dry_run else "yes") for each in changes]
        write_records(settings, "changes", _FIELDS, rows)
    else:
        write(f"{safe_text(each.summary(is_done=not dry_run))}\n" for each in changes)
        if not changes:
            write_note("fact: nothing to change")


def say_new(path: str, *, dry_run: bool) -> None:
    """Say that a store was made."""
    if not current_settings().quiet:
        write_note(f"fact: {'would make' if dry_run else 'made'} a new store: {safe_text(path)}")


def is_terminal() -> bool:
    """Whether a person is there to be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, default: str | None = None) -> str:
    """What the person at the terminal answers; an empty answer is ``default``, where there is one."""
    shown = safe_text(default) if default else ""
    answer: str = click.prompt(
        safe_text(question), default="" if default is not None else None, show_default=False, err=True,
        prompt_suffix=f" [{shown}]: " if shown else ": ",
    )  # fmt: skip
    return answer.strip() or default or ""


def confirm(question: str) -> None:
    """Go on only if the person at the terminal says yes; a change that nobody can be asked about needs ``--yes``."""
    if not is_terminal():
        refuse("say --yes to go on; there is no terminal to ask on")
    if not click.confirm(safe_text(question), err=True):
        raise KeyboardInterrupt


def refuse(what: str) -> NoReturn:
    """End with a line that says which option is missing or wrong."""
    raise click.UsageError(what, ctx=click.get_current_context())
