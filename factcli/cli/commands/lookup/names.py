"""``fact names``: list the names that the store knows, with their offices and the number of facts of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcli.check.names_of_facts.catalogue import catalogue_of
from factcli.check.names_of_facts.spelling import folded
from factcli.cli.complete import complete_word
from factcli.cli.listing import list_records
from factcli.cli.lookup import opened_index, typed_query
from factcli.cli.options import row_options
from factcli.cli.output import current_settings, write_note

if TYPE_CHECKING:
    from factcli.check.names_of_facts.catalogue import Catalogue, CataloguedName

_FIELDS = ("name", "facts", "roles")


@click.command("names")
@click.argument("words", nargs=-1, metavar="[QUERY]", shell_complete=complete_word)
@row_options
def command(words: tuple[str, ...]) -> int:
    """List the names of people, places and bodies, most used first.

    With a query, only those of the facts found; names with a word of the query come first. The roles are those that
    facts give beside the name. A warning on standard error shows two names that look like one name misspelt.

    \b
    Examples:
      fact names
      fact names kind:quote
      fact names --format json --limit 20

    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    settings, index, query = current_settings(), opened_index(), typed_query(words)
    catalogue = catalogue_of(hit.fact for hit in index.search(query))
    typed = set(map(folded, query.text.split()))
    names = sorted(catalogue.by_use(), key=lambda each: typed.isdisjoint(each.name.words))
    status = list_records("names", _FIELDS, map(_row, names), index, query)
    if not (settings.count or settings.quiet):
        _warn(catalogue)
    return status


def _row(each: CataloguedName) -> dict[str, str]:
    roles = "; ".join(role for role, _ in each.roles.most_common())
    return {"name": str(each), "facts": str(len(each.facts)), "roles": roles}


def _warn(catalogue: Catalogue) -> None:
    for wrong, right in catalogue.misspelt():
        write_note(f"fact: warning: the name '{wrong}' of '{wrong.facts[0]}' is like '{right}' of '{right.facts[0]}'")
