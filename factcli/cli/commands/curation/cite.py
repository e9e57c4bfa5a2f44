"""``fact cite``: add a reference to a fact."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from factcli.cli.complete import complete_id
from factcli.cli.curating.change import apply, curation_options, store_to_change, usage_error
from factcli.cli.typed_options import takes
from factcli.curation.operations import cite
from factcli.curation.refresh.origins import FORMS, check_origin
from factcli.errors import FactcliError

if TYPE_CHECKING:
    from factcli.store.schema import Raw


class CiteOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of ``fact cite``."""

    id_: str
    source: str
    locator: str | None = None
    surface: str | None = None
    command_line: str | None = None
    file: str | None = None
    path: str | None = None
    cell: str | None = None
    sql: str | None = None
    dry_run: bool = False


@click.command("cite")
@click.argument("id_", metavar="ID", shell_complete=complete_id)
@click.argument("source")
@click.argument("locator", required=False)
@click.option("--surface", metavar="WORDS", help="The words as printed in the source.")
@click.option("--command", "command_line", metavar="COMMAND", help="Origin: a command that prints the value.")
@click.option("--file", metavar="FILE", help="Origin: a file beside the store, with one of the next three.")
@click.option("--path", metavar="PATH", help="The value in a JSON file, such as $.rows[0].count.")
@click.option("--cell", metavar="CELL", help="The value in a CSV file, such as B7.")
@click.option("--sql", metavar="QUERY", help="The value in an SQLite file: a query of one row and column.")
@curation_options
@takes(CiteOptions)
def command(options: CiteOptions) -> int:
    """Add a reference to a fact: a further source, or where its value is measured.

    A reference to the same place of the same source is changed. An origin is only run or read by `fact refresh`, in a
    store that you trust.

    \b
    Examples:
      fact cite amia-bombing-deaths pompeo-tour-2019 'paragraph 9' \\
        --surface '85 people' --dry-run
      fact cite visits counter --command './count.sh --all'
      fact cite visits counter --file stats.json --path '$.visits'
      fact cite visits counter --file stats.db --sql 'SELECT count(*) FROM visits'

    Exit status: 0 cited, or nothing to change, 2 an error.
    """
    fields = {"locator": options.locator, "surface": options.surface, "origin": _origin(options)}
    reference = {"source": options.source} | {name: value for name, value in fields.items() if value}
    return apply(lambda tables: cite(tables, options.id_, reference), dry_run=options.dry_run)


def _origin(options: CiteOptions) -> Raw | None:
    """The origin that the options describe; None for none."""
    if options.command_line is not None:
        try:
            origin: Raw = {"command": shlex.split(options.command_line)}
        except ValueError as error:
            usage_error(f"--command: {str(error).lower()}")
    else:
        given = {name: getattr(options, name) for name in ("file", "path", "cell", "sql")}
        origin = {name: value for name, value in given.items() if value is not None}
    if not origin:
        return None
    if origin.keys() not in FORMS.values() or (options.command_line is not None and options.file is not None):
        usage_error("an origin is a --command, or a --file with --path, --cell or --sql")
    check_origin(origin)
    if "file" in origin and not (Path(store_to_change()).parent / origin["file"]).is_file():
        hint = "name it from the folder of the store; it is only read by `fact refresh`"
        raise FactcliError(f"--file {origin['file']}: no such file beside the store", hint=hint)
    return origin
