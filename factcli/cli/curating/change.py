"""A change of the store comes in; it is applied, confirmed on a terminal where needed, and reported."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from factcli.cli.curating.flaws import note_flaws, with_flaws
from factcli.cli.options import change_options
from factcli.cli.output import current_settings, wrapped, write, write_note, write_records
from factcli.cli.store_choice import chosen_store
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.pipes import is_pipe
from factcli.store.location import STORE_NAME, find_store, is_packaged, user_store
from factcli.store.transaction import change_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcli.cli.curating.flaws import LeveledFlaw
    from factcli.store.transaction import Change, Tables

_FIELDS = ("verb", "id", "detail", "done")


def curation_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the global options and ``--dry-run`` to a command."""
    dry_run = click.option("--dry-run", is_flag=True, help="Show what would change, without changing it.")
    return dry_run(change_options(command))


def store_to_change(named: str | None = None, *, may_create: bool = False) -> str:
    """The path of the store that is ``named``, or in use; raises :class:`FactcliError` for the one in the package.

    ``may_create`` allows ``--store`` to name a store that does not exist yet.
    """
    path = find_store(named).path if named is not None else _store_in_use(may_create=may_create)
    if path in current_settings().copies:
        raise FactcliError("--store is a pipe, which cannot be changed", hint="name a facts.json")
    if is_pipe(path):
        raise FactcliError(f"{path}: is a pipe, which cannot be changed", hint="name a facts.json")
    if is_packaged(path):
        hint = f"use a store of your own: --store PATH, or {user_store()}, which needs no option"
        raise FactcliError(f"{path}: the curated store shipped with factcli is read-only", hint=hint)
    return path


def _store_in_use(*, may_create: bool) -> str:
    settings = current_settings()
    if may_create and settings.store and not os.path.lexists(settings.store):
        return settings.store
    place = chosen_store(settings)
    if place.is_curated and may_create and is_interactive():
        offered = os.path.abspath(STORE_NAME)
        if not is_confirmed(f"There is no store of your own yet. Make {offered}?", default=True):
            hint = f"name one with --store PATH, such as {user_store()}, which then needs no option"
            raise FactcliError("there is no store to write to", hint=hint)
        settings.stores = (offered,)
        return offered
    return place.path


def apply(change: Callable[[Tables], list[Change]], *, dry_run: bool, may_create: bool = False) -> int:
    """Change the store in use, report the changes, and return the exit status."""
    path = store_to_change(may_create=may_create)
    is_new = not os.path.lexists(path)
    flaws: list[LeveledFlaw] = []
    changes = change_store(path, with_flaws(change, flaws), dry_run=dry_run)
    report_changes(changes, dry_run=dry_run)
    note_flaws(flaws)
    if is_new and changes:
        report_new_store(path, dry_run=dry_run)
    return 0


def report_changes(changes: Sequence[Change], *, dry_run: bool) -> None:
    """Write one line for each change that was made, or would be made."""
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


def report_new_store(path: str, *, dry_run: bool) -> None:
    """Report that a store was created."""
    if not current_settings().quiet:
        write_note(f"fact: {'would create' if dry_run else 'created'} a new store: {safe_text(path)}")


def is_interactive() -> bool:
    """Whether there is a terminal to ask questions on."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, default: str | None = None) -> str:
    """The answer typed at the terminal; an empty answer means ``default``, if there is one."""
    shown = f" [{safe_text(default)}]" if default else ""
    answer: str = click.prompt(
        wrapped(f"{safe_text(question)}{shown}:"), default="" if default is not None else None, show_default=False,
        err=True, prompt_suffix=" ",
    )  # fmt: skip
    return answer.strip() or default or ""


def is_confirmed(question: str, *, default: bool = False) -> bool:
    """Whether the user says yes at the terminal; an empty answer means ``default``."""
    shown = wrapped(f"{safe_text(question)} [{'Y/n' if default else 'y/N'}]:")
    return click.confirm(shown, default=default, show_default=False, prompt_suffix=" ", err=True)


def confirm(question: str) -> None:
    """Return if the user confirms; without a terminal, ``--yes`` is required."""
    if not is_interactive():
        usage_error("not a terminal: --yes is required to confirm")
    if not is_confirmed(question):
        raise KeyboardInterrupt


def usage_error(what: str) -> NoReturn:
    """Raise UsageError for a missing or wrong option of the command that is running."""
    raise click.UsageError(what, ctx=click.get_current_context())
