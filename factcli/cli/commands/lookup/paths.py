"""``fact paths``: show which files are used, and why."""

from __future__ import annotations

import os

import click

from factcli.cli.options import row_options
from factcli.cli.output import chosen_fields, current_settings, write, write_records
from factcli.cli.store_choice import chosen_stores
from factcli.index.freshness import index_path
from factcli.store.location import curated_store, user_store

_FIELDS = ("what", "path", "why")


@click.command("paths")
@row_options
def command() -> int:
    """Show which store is used, and where its index is.

    \b
    The first of these that exists is used:
      1. --store PATH
      2. $FACTCLI_STORE
      3. `store` or `stores` of .factcli.toml or pyproject.toml
      4. the nearest facts.json, from the working folder upward
      5. your own store
      6. the curated store shipped with factcli

    \b
    Examples:
      fact paths
      fact paths --format json
      $EDITOR "$(fact paths --fields path --limit 1)"

    Exit status: 0 shown, 2 an error.
    """
    settings = current_settings()
    fields = chosen_fields(settings, _FIELDS, _FIELDS)
    stores = chosen_stores(settings)
    rows = [
        *({"what": "store", "path": os.path.abspath(store.path), "why": store.why} for store in stores),
        *({"what": "index", "path": index_path(store.path), "why": "can be deleted at any time"} for store in stores),
        {"what": "own store", "path": user_store(), "why": _existence(user_store())},
        {"what": "curated store", "path": curated_store(), "why": _existence(curated_store())},
    ][: settings.limit or None]
    if settings.count:
        write([f"{len(rows)}\n"])
    elif not settings.quiet:
        write_records(settings, "paths", fields, [[row[name] for name in fields] for row in rows])
    return 0


def _existence(path: str) -> str:
    return "exists" if os.path.exists(path) else "does not exist"
