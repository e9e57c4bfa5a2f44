"""``fact set``: change fields of a fact."""

from __future__ import annotations

import click

from factcli.cli.complete import complete_id
from factcli.cli.curating.change import apply, curation_options
from factcli.curation.fields import parse_assignment
from factcli.curation.operations import set_fields


@click.command("set")
@click.argument("id_", metavar="ID", shell_complete=complete_id)
@click.argument("assignments", nargs=-1, required=True, metavar="FIELD=VALUE...")
@curation_options
def command(*, id_: str, assignments: tuple[str, ...], dry_run: bool) -> int:
    """Change fields of a fact.

    The fields are those of `fact add`; source, locator and surface belong to the first reference. An empty value
    removes a field. Use += and -= to change a list, and separate its items with semicolons. A number alone keeps the
    current hedge, such as "about"; 'exactly 85' removes it.

    \b
    Examples:
      fact set amia-bombing-deaths amount=87
      fact set amia-bombing-deaths 'amount=more than 80'
      fact set amia-bombing-deaths 'note=The plaque names 85.' as-of=2019-07
      fact set amia-bombing-deaths 'keywords+=terrorism; Buenos Aires'
      fact set amia-bombing-deaths amount=87 --dry-run

    Exit status: 0 changed, or nothing to change, 2 an error.
    """
    assigned = [parse_assignment(text) for text in assignments]
    return apply(lambda tables: set_fields(tables, id_, assigned), dry_run=dry_run)
