"""``fact source``: add and edit the sources that facts cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcli.cli.curating.change import apply, ask, curation_options, is_terminal, refuse
from factcli.cli.curating.editing import edit_entry
from factcli.curation.operations import add_source, replace_source
from factcli.exchange.citations import csl_name
from factcli.store.csl import check_source
from factcli.store.transaction import SOURCES

if TYPE_CHECKING:
    from factcli.store.schema import Raw
    from factcli.store.transaction import Change, Tables


@click.group("source")
def command() -> None:
    """Add and edit the sources that facts cite; `fact sources` lists them.

    \b
    Examples:
      fact source add un-2019 --title 'World Population Prospects' --type report --issued 2019
      fact source edit un-2019
    """


@command.command("add")
@click.argument("id_", metavar="ID")
@click.option("--title", metavar="TEXT", help="Its title.")
@click.option("--type", "type_", metavar="TYPE", default="article", help="Its CSL type; default: article.")
@click.option("--issued", metavar="EDTF", help="When it came out.")
@click.option("--url", metavar="URL", help="Where it stands.")
@click.option(
    "--author", "authors", multiple=True, metavar="NAME", help="Family, Given; or an institution. Repeatable."
)
@curation_options
def add(  # noqa: PLR0913 - one parameter an option
    *, id_: str, title: str | None, type_: str, issued: str | None, url: str | None, authors: tuple[str, ...],
    dry_run: bool,
) -> int:  # fmt: skip
    """Add a source; on a terminal, a missing title is asked for.

    \b
    Examples:
      fact source add un-2019 --title 'World Population Prospects' --type report --author 'United Nations'

    Exit status: 0 added, 2 an error.
    """
    if not title:
        if not is_terminal():
            refuse("--title is missing")
        title = ask("Title")
    named = [csl_name(author) for author in authors]
    fields = {"type": type_, "title": title, "author": named, "issued": issued, "URL": url}
    raw: Raw = {name: value for name, value in fields.items() if value}
    check_source(raw)
    return apply(lambda tables: add_source(tables, id_, raw), dry_run=dry_run, may_make=True)


@command.command("edit")
@click.argument("id_", metavar="ID")
@curation_options
def edit(*, id_: str, dry_run: bool) -> int:
    """Edit a source as CSL-JSON in $VISUAL or $EDITOR.

    \b
    Examples:
      fact source edit un-2019

    Exit status: 0 changed, or it was so already, 2 an error.
    """
    return edit_entry(SOURCES, id_, _replace, dry_run=dry_run)


def _replace(tables: Tables, id_: str, raw: Raw) -> list[Change]:
    changes = replace_source(tables, id_, raw)
    check_source(raw)
    return changes
