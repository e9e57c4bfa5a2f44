"""``fact init``: make a store of one's own."""

from __future__ import annotations

import os
from pathlib import Path

import click

from factcli.cli.curating.change import curation_options, report_changes
from factcli.cli.named import NamedPath
from factcli.cli.output import current_settings, write_note
from factcli.curation.new_store import make_store
from factcli.drafts.configuration import find_configuration
from factcli.errors import FactcliError
from factcli.store.location import STORE_NAME

_NEXT = """\
Next: fact add                        a fact, from answers to questions
      fact extract ARTICLE            facts that a text states
      fact check DRAFT                a draft against your facts
In git, each clone says once how facts are merged and shown:
      git config merge.fact.driver 'fact merge-driver %O %A %B %P'
      git config diff.fact.command 'fact diff --git'"""


@click.command("init")
@click.argument("folder", metavar="[FOLDER]", default=".", type=NamedPath(file_okay=False))
@curation_options
def command(*, folder: str, dry_run: bool) -> int:
    """Make a store of your own: facts.json, its settings in .factcli.toml, and .gitattributes.

    FOLDER is created if it does not exist. Existing files are kept; a line is added to .gitattributes. `fact undo`
    removes the store again, unless it has changed since.

    \b
    Examples:
      fact init
      fact init desk --dry-run

    Exit status: 0 created, or already there, 2 an error.
    """
    place = os.path.abspath(folder)
    has_settings = _has_settings(place)
    report_changes(make_store(Path(folder), has_settings=has_settings, dry_run=dry_run), dry_run=dry_run)
    if not (dry_run or current_settings().quiet or current_settings().format):
        write_note(_NEXT, wrap=False)
    return 0


def _has_settings(folder: str) -> bool:
    """Whether the folder has settings; raises :class:`FactcliError` where they name another store than a new one."""
    settings = find_configuration(folder)
    if settings.folder != folder:
        return False
    if settings.store and os.path.abspath(settings.store) != os.path.join(folder, STORE_NAME):
        hint = f"make that one with fact add --store {settings.store}, or change the settings"
        raise FactcliError(f"{settings.path}: names another store: {settings.store}", hint=hint)
    return True
