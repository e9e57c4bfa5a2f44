"""``fact source``: add or edit the sources that facts cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec

from factcli.cli.curating.change import apply, ask, curation_options, is_interactive, usage_error
from factcli.cli.curating.editing import edit_entry
from factcli.cli.typed_options import takes
from factcli.curation.operations import add_source, replace_source
from factcli.exchange.citations import csl_name
from factcli.store.csl import check_source
from factcli.store.transaction import SOURCES

if TYPE_CHECKING:
    from factcli.store.schema import Raw
    from factcli.store.transaction import Change, Tables


class SourceOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of ``fact source add``."""

    id_: str
    title: str | None = None
    type_: str = "article"
    issued: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    dry_run: bool = False


@click.group("source", no_args_is_help=False)
def command() -> None:
    """Add or edit a source.

    `fact sources` lists them.

    \b
    Examples:
      fact source add un-2019 --title 'World Population Prospects' --issued 2019
      fact source edit un-2019
    """


@command.command("add")
@click.argument("id_", metavar="ID")
@click.option("--title", metavar="TEXT", help="Title of the source.")
@click.option("--type", "type_", metavar="TYPE", default="article", help="CSL type. Default: article.")
@click.option("--issued", metavar="EDTF", help="Date of publication.")
@click.option("--url", metavar="URL", help="Web address.")
@click.option(
    "--author", "authors", multiple=True, metavar="NAME", help="'Family, Given' or an institution; repeatable."
)
@curation_options
@takes(SourceOptions)
def add(options: SourceOptions) -> int:
    """Add a source.

    On a terminal, a missing title is asked for.

    \b
    Examples:
      fact source add un-2019 --title 'World Population Prospects' \\
        --type report --author 'United Nations'

    Exit status: 0 added, 2 an error.
    """
    title = options.title
    if not title:
        if not is_interactive():
            usage_error("--title is missing")
        title = ask("Title")
    named = [csl_name(author) for author in options.authors]
    fields = {"type": options.type_, "title": title, "author": named, "issued": options.issued, "URL": options.url}
    raw: Raw = {name: value for name, value in fields.items() if value}
    check_source(raw)
    return apply(lambda tables: add_source(tables, options.id_, raw), dry_run=options.dry_run, may_create=True)


@command.command("edit")
@click.argument("id_", metavar="ID")
@curation_options
def edit(*, id_: str, dry_run: bool) -> int:
    """Edit a source as CSL-JSON in $VISUAL or $EDITOR.

    \b
    Examples:
      fact source edit un-2019

    Exit status: 0 changed, or nothing to change, 2 an error.
    """
    return edit_entry(SOURCES, id_, _replace, dry_run=dry_run)


def _replace(tables: Tables, id_: str, raw: Raw) -> list[Change]:
    changes = replace_source(tables, id_, raw)
    check_source(raw)
    return changes
