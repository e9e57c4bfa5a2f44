"""The stores that settings name come in with those of a command; the stores to use go out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factcli.store.location import NAMED, StorePlace, existing_store, find_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.drafts.configuration import Configuration


def store_of(configuration: Configuration, named: str | None = None, folder: str | None = None) -> StorePlace:
    """The store to use, found and with the errors of :func:`factcli.store.location.find_store`."""
    configured = configuration.store and StorePlace(configuration.store, _why_configured(configuration))
    return find_store(named, folder, configured=configured or None)


def stores_of(configuration: Configuration, named: Sequence[str] = (), folder: str | None = None) -> list[StorePlace]:
    """The stores to read, the one to write to first; raises :class:`MissingStoreError` if one does not exist."""
    first = store_of(configuration, next(iter(named), None), folder)
    why = NAMED if named else _why_configured(configuration)
    paths = named[1:] if named else configuration.further_stores if first.why == why else ()
    places: dict[str, StorePlace] = {}
    for place in (first, *(existing_store(path, why) for path in paths)):
        places.setdefault(os.path.realpath(place.path), place)
    return list(places.values())


def _why_configured(configuration: Configuration) -> str:
    """The reason for a store that the settings name."""
    return f"named by {configuration.path}"
