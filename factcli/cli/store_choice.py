"""The stores of a command: those of ``--store``, of the environment, of the settings, or the nearest one.

The settings are read only where there is a file of settings, as reading TOML takes as long as a lookup.
"""

from __future__ import annotations

import os

from factcli.store.location import OWN_SETTINGS, StorePlace, find_store, settings_files

# No file of settings may be larger.
_MOST_READ = 256 * 1024

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.cli.options import Settings


def chosen_store(settings: Settings) -> StorePlace:
    """The store that a command writes to, or reads if it reads only one."""
    return chosen_stores(settings, only_first=True)[0]


def chosen_stores(settings: Settings, *, only_first: bool = False) -> list[StorePlace]:
    """The stores that a command reads, the one that it would write to first.

    Raises :class:`MissingStoreError` if one that was named does not exist, and for settings that are not valid.
    """
    named = settings.stores[:1] if only_first else settings.stores
    if len(named) == 1 or (not named and not _has_settings()):
        return [find_store(next(iter(named), None))]
    from factcli.drafts.configuration import find_configuration
    from factcli.drafts.stores import stores_of

    places = stores_of(find_configuration(os.getcwd()), named)
    return places[:1] if only_first else places


def note_further_stores(settings: Settings) -> None:
    """Write a note on the stores that a command leaves out, if it reads several as one elsewhere but not here."""
    first, *others = chosen_stores(settings)
    if others and not settings.quiet:
        from factcli.cli.output import write_note

        which = "is not: name it" if len(others) == 1 else "are not: name each"
        left_out = ", ".join(place.path for place in others)
        write_note(f"fact: only {first.path} is used; {left_out} {which} with --store")


def _has_settings() -> bool:
    """Whether the working folder, or one above it, has settings; the environment takes precedence over them."""
    return not os.environ.get("FACTCLI_STORE") and any(map(_may_hold_settings, settings_files(os.getcwd())))


def _may_hold_settings(path: str) -> bool:
    if path.endswith(OWN_SETTINGS):
        return True
    try:
        with open(path, "rb") as file:
            return b"factcli" in file.read(_MOST_READ)
    except OSError:
        return True
