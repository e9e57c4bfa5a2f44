"""``fact deprecate``: mark a fact as out of date."""

from __future__ import annotations

import click

from factcli.cli.complete import complete_id
from factcli.cli.curating.change import apply, curation_options, usage_error
from factcli.cli.named import NamedPath
from factcli.curation.operations import deprecate
from factcli.errors import FactcliError


@click.command("deprecate")
@click.argument("id_", metavar="ID", shell_complete=complete_id)
@click.option("--by", "successor", metavar="ID", shell_complete=complete_id, help="The fact that replaces it.")
@click.option("--reason", metavar="TEXT", help="Why it no longer holds.")
@click.option("--from", "candidates", metavar="FILE", type=NamedPath(), help="Add --by from these candidates first.")
@curation_options
def command(*, id_: str, successor: str | None, reason: str | None, candidates: str | None, dry_run: bool) -> int:
    """Mark a fact as out of date.

    A draft that still states it is reported as outdated, with the fact that replaces it. With --from, that fact
    is one of the candidates from `fact extract`, and is added with its source.

    \b
    Examples:
      fact deprecate conference-guests-planned --by conference-guests
      fact deprecate conference-guests-planned --reason 'It was cancelled.'
      fact deprecate bridge-cost --by ouse-bridge-cost --from candidates.json

    Exit status: 0 deprecated, 2 an error.
    """
    if not (successor or reason):
        usage_error("--by ID or --reason TEXT is required")
    if candidates is None:
        return apply(lambda tables: deprecate(tables, id_, successor, reason), dry_run=dry_run)
    if successor is None:
        usage_error("--from needs --by ID, the candidate that replaces the fact")
    return _by_candidate(id_, successor, reason, candidates, dry_run=dry_run)


def _by_candidate(id_: str, successor: str, reason: str | None, file: str, *, dry_run: bool) -> int:
    """Add the candidate of a file and let it supersede the fact, in one change."""
    from factcli.cli.curating.candidates import read_candidates
    from factcli.curation.picking.session import add_successor

    read = read_candidates(file)
    candidate = read.named(successor)
    if candidate is None:
        raise FactcliError(f"{file}: there is no candidate '{successor}'", hint="`fact add --from` shows them")
    return apply(lambda tables: add_successor(tables, candidate, read.sources, id_, reason), dry_run=dry_run)
