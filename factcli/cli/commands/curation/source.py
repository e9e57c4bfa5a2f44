"""``fact source``: add, edit or attach the sources that facts cite."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from factcli.cli.complete import complete_source
from factcli.cli.curating.change import apply, ask, curation_options, is_interactive, store_to_change, usage_error
from factcli.cli.curating.editing import edit_entry
from factcli.cli.input import STANDARD_INPUT, read_data
from factcli.cli.named import NamedPath
from factcli.cli.output import write_note
from factcli.cli.typed_options import takes
from factcli.curation.operations import add_source, replace_source
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.exchange.citations import csl_name
from factcli.store.csl import check_source, url_fault
from factcli.store.transaction import SOURCES

if TYPE_CHECKING:
    from factcli.curation.attachments import Copy
    from factcli.store.schema import Raw
    from factcli.store.transaction import Change, Tables


# "https://..." is fetched; so that nobody's "ftp://..." is looked for among the files, it is refused as an address.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")


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
    """Add or edit a source, or attach a copy of it.

    `fact sources` lists them.

    \b
    Examples:
      fact source add un-2019 --title 'World Population Prospects' --issued 2019
      fact source edit un-2019
      fact source attach un-2019 report.pdf

    Exit status: 0 added, changed or attached, 2 an error.
    """


@command.command("add")
@click.argument("id_", metavar="ID")
@click.option("--title", metavar="TEXT", help="Title of the source.")
@click.option("--type", "type_", metavar="TYPE", default="article", help="CSL type. Default: article.")
@click.option("--issued", metavar="EDTF", help="Date of publication.")
@click.option("--url", metavar="URL", help="Web address.")
@click.option(
    "--author", "authors", multiple=True, metavar="NAME", help="'Family, Given' or an institution; may be repeated."
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
    if fault := url_fault(options.url):
        raise FactcliError(fault)
    return apply(lambda tables: add_source(tables, options.id_, raw), dry_run=options.dry_run, may_create=True)


@command.command("edit")
@click.argument("id_", metavar="ID", shell_complete=complete_source)
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


@command.command("attach")
@click.argument("id_", metavar="ID", shell_complete=complete_source)
@click.argument("origin", metavar="FILE|URL", type=NamedPath(allow_dash=True))
@click.option("--replace", is_flag=True, help="Replace the copy that the source has.")
@curation_options
def attach_copy(*, id_: str, origin: str, replace: bool, dry_run: bool) -> int:
    """Keep a copy of a source beside the store.

    The copy is in the folder sources/; the source records its digest and the day. `fact verify` reads it. Only http and
    https URLs are fetched, without credentials; redirects are shown. - reads text from standard input.

    \b
    Examples:
      fact source attach un-2019 report.pdf
      fact source attach un-2019 https://example.org/report.html
      fact source attach un-2019 report-2.pdf --replace

    Exit status: 0 attached, or already attached, 2 an error.
    """
    from factcli.curation.attachments import Keeping, attach

    day = f"{datetime.now().astimezone():%Y-%m-%d}"
    keeping = Keeping(Path(store_to_change()), day, replaces=replace, writes=not dry_run)
    copy = _copy_of(origin)
    return apply(lambda tables: attach(tables, id_, copy, keeping), dry_run=dry_run)


def _copy_of(origin: str) -> Copy:
    from factcli.curation.attachments import copy_of_download, copy_of_file, copy_of_text

    if origin == STANDARD_INPUT:
        return copy_of_text(read_data(origin))
    if not _ADDRESS.match(origin):
        return copy_of_file(Path(origin))
    from factcli.curation.download import download

    return copy_of_download(*download(origin, lambda address: write_note(f"fact: redirected to {safe_text(address)}")))
