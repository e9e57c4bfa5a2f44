"""``fact trust``: trust a store to run the commands that its origins name."""

from __future__ import annotations

from pathlib import Path

import click

from factcli.cli.curating.change import confirm, curation_options, store_to_change
from factcli.cli.output import current_settings, write, write_note
from factcli.cli.store_choice import note_further_stores
from factcli.curation.refresh.origins import described, origin_fault, origins_of
from factcli.curation.refresh.trust import digest_of_origins, is_trusted, trust
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.store.transaction import FACTS, read_tables


@click.command("trust")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--revoke", is_flag=True, help="Stop trusting the store.")
@curation_options
def command(*, yes: bool, revoke: bool, dry_run: bool) -> int:
    """Trust a store to run the commands of its origins.

    The commands to run and the files to read are shown first. `fact refresh` runs them only as you saw them: if a
    command changes, or a script beside the store that it runs, trust the store again. What such a script runs in turn
    is not checked. Trust is kept in your data folder, never in the store.

    \b
    Examples:
      fact trust --dry-run                show what would be trusted
      fact trust --revoke

    Exit status: 0 trusted, 2 an error.
    """
    store = Path(store_to_change())
    note_further_stores(current_settings())
    if revoke:
        return _revoke(store, dry_run=dry_run)
    places = list(origins_of(read_tables(store).entries(FACTS)))
    for place in places:
        if fault := origin_fault(place.origin):
            raise FactcliError(f"{place.fact}: {fault}", hint=f"correct its origin: fact edit {place.fact}")
    if not current_settings().quiet:
        write(f"{safe_text(place.fact)}: {safe_text(described(place.origin))}\n" for place in places)
    digest = digest_of_origins(store, places)
    if not places:
        write_note("fact: no fact has an origin; `fact cite` adds one")
    elif is_trusted(store, digest):
        write_note("fact: trusted already")
    elif not dry_run:
        if not yes:
            confirm(f"Trust {store} with this?")
        trust(store, digest)
        write_note(f"fact: trusted {safe_text(str(store))}")
    return 0


def _revoke(store: Path, *, dry_run: bool) -> int:
    if not dry_run:
        trust(store, None)
    write_note(f"fact: {'would no longer trust' if dry_run else 'no longer trusted'}: {safe_text(str(store))}")
    return 0
