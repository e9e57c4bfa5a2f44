"""``fact refresh``: measure values anew where their origins say."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcli.cli.complete import complete_id
from factcli.cli.curating.change import curation_options, report_changes, store_to_change
from factcli.cli.output import current_settings, write, write_errors, write_note, write_records
from factcli.cli.store_choice import note_further_stores
from factcli.curation.refresh.origins import origins_of
from factcli.curation.refresh.renewing import apply_renewal, renewed
from factcli.curation.refresh.trust import check_still_trusted, trusted_origins
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.model.due import today
from factcli.model.formatting import counted
from factcli.store.transaction import FACTS, change_store, read_tables

if TYPE_CHECKING:
    from factcli.curation.refresh.renewing import Renewal
    from factcli.curation.refresh.trust import TrustedOrigin
    from factcli.store.transaction import Change, Tables

_FIELDS = ("id", "old", "new", "state")
_DIFFERENT, _ERROR = 1, 2


@click.command("refresh")
@click.argument("ids", nargs=-1, metavar="[ID...]", shell_complete=complete_id)
@click.option("--yes", is_flag=True, help="Write the new values.")
@curation_options
def command(*, ids: tuple[str, ...], yes: bool, dry_run: bool) -> int:
    """Measure values anew where their origins say.

    The origin of a reference is a command, or a place in a file (JSON, CSV, SQLite); `fact cite` adds one. Nothing is
    run or read unless you trust the store (`fact trust`).

    The old and new values are shown; --yes writes the new ones. A value with an as-of is kept as a deprecated fact, and
    the new one is dated today.

    \b
    Examples:
      fact refresh
      fact refresh --yes
      fact cite amia-bombing-deaths pompeo-tour-2019 --command 'wc -l names.txt' \\
        --dry-run

    Exit status: 0 up to date, or written, 1 new values were not written, 2 an error.
    """
    # A link may lead elsewhere by the time that a command is run.
    store = Path(os.path.realpath(store_to_change()))
    note_further_stores(current_settings())
    tables = read_tables(store)
    origins = trusted_origins(store, list(origins_of(tables.entries(FACTS))))
    found, errors = _measured(tables, _wanted(tables, ids, origins), store)
    _show(found)
    write_errors(errors)
    stale = [renewal for renewal in found if renewal.is_changed]
    if yes and stale and not errors:
        _write(store, stale, dry_run=dry_run)
    elif stale and not (yes or current_settings().quiet):
        write_note(f"fact: nothing was written: --yes writes {counted(len(stale), 'new value')}")
    elif not found and not errors:
        write_note("fact: no fact has an origin; `fact cite` adds one")
    return _ERROR if errors else 0 if yes or not stale else _DIFFERENT


def _wanted(tables: Tables, ids: tuple[str, ...], origins: list[TrustedOrigin]) -> list[TrustedOrigin]:
    """The first origin of each fact that was named, or of all."""
    first: dict[str, TrustedOrigin] = {}
    for origin in origins:
        first.setdefault(origin.place.fact, origin)
    for id_ in ids:
        tables.entry(FACTS, id_)
        if id_ not in first:
            raise FactcliError(f"'{id_}' has no origin", hint=f"give it one: fact cite {id_} SOURCE --command ...")
    return [first[id_] for id_ in dict.fromkeys(ids)] if ids else list(first.values())


def _measured(tables: Tables, origins: list[TrustedOrigin], store: Path) -> tuple[list[Renewal], list[str]]:
    """The renewals, and the errors of what could not be measured."""
    # The one place that runs what a store says: imported only now, after the store was found to be trusted.
    from factcli.curation.refresh.measuring import measured

    found, errors = [], []
    for origin in origins:
        place = origin.place
        try:
            check_still_trusted(store, origin)
            text = measured(place.origin, store.parent)
            found.append(renewed(place.fact, tables.entry(FACTS, place.fact), text, today()))
        except FactcliError as error:
            errors += [f"{place.fact}: {line}" for line in error.lines()]
    return found, errors


def _show(found: list[Renewal]) -> None:
    settings = current_settings()
    if settings.quiet or not found:
        return
    rows = [(each.id, *each.values, "changed" if each.is_changed else "unchanged") for each in found]
    if settings.count:
        write([f"{sum(each.is_changed for each in found)}\n"])
    else:
        write_records(settings, "values", _FIELDS, rows)


def _write(store: Path, stale: list[Renewal], *, dry_run: bool) -> None:
    def change(tables: Tables) -> list[Change]:
        return [change for renewal in stale for change in apply_renewal(tables, renewal)]

    changes = change_store(store, change, dry_run=dry_run)
    if not (current_settings().format or current_settings().count):
        report_changes(changes, dry_run=dry_run)
    for renewal in stale:
        if renewal.statement_is_wrong:
            write_note(f"fact: {safe_text(renewal.id)}: its statement still has the old value: fact set ... statement=")
