"""``fact diff``: compare two stores, fact by fact."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from factcli.cli.named import StorePath
from factcli.cli.options import change_options
from factcli.cli.output import current_settings, write, write_records
from factcli.curation.diff import find_changes
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.store.transaction import Tables, read_tables

if TYPE_CHECKING:
    from factcli.store.transaction import Change

_FIELDS = ("change", "id", "detail")
_MARKS = {"add": "+ ", "remove": "- "}
# path old-file old-hex old-mode new-file new-hex new-mode: gitdiffcore(7), GIT_EXTERNAL_DIFF
_OLD_FILE, _NEW_FILE, _GIT_ARGUMENTS = 1, 4, 7


@click.command("diff")
@click.argument("files", nargs=-1, required=True, metavar="OLD NEW", type=StorePath())
@click.option("--git", "is_for_git", is_flag=True, help="Accept the arguments of a git external diff.")
@change_options
def command(*, files: tuple[str, ...], is_for_git: bool) -> int:
    """Compare two stores, one line per changed fact.

    + is a new fact, - a removed one. To use it in git, also put this line into .gitattributes: facts.json diff=fact

    \b
    Examples:
      fact diff old.json facts.json
      fact diff old.json facts.json --format json
      git config diff.fact.command 'fact diff --git'

    Exit status: 0 no difference, 1 they differ, 2 an error; with --git always 0.
    """
    if is_for_git and len(files) >= _GIT_ARGUMENTS:
        write([f"{safe_text(files[0])}:\n"])
        files = files[_OLD_FILE], files[_NEW_FILE]
    if len(files) != 2:  # noqa: PLR2004 - the old and the new one
        raise click.UsageError("expected two stores: OLD NEW")
    changes = list(find_changes(*map(_tables, files)))
    settings = current_settings()
    if settings.count:
        write([f"{len(changes)}\n"])
    elif settings.format:
        write_records(settings, "changes", _FIELDS, changes)
    elif not settings.quiet:
        write(f"{safe_text(_line(change))}\n" for change in changes)
    return 1 if changes and not is_for_git else 0


def _line(change: Change) -> str:
    """``amia-bombing-deaths: 85 -> 87 person``."""
    return f"{_MARKS.get(change.verb, '')}{change.id}: {change.detail}"


def _tables(path: str) -> Tables:
    """The tables of a store; git passes the null device for a file that does not exist."""
    if path == os.devnull:
        return Tables({})
    if not os.path.lexists(path):
        raise FactcliError(f"{path}: no such file", hint="check the path")
    return read_tables(path)
