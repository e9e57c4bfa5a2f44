"""The settings for the drafts of a folder, checked, and the store that they and the user name."""

from __future__ import annotations

from factcli.configuration import Configuration, ConfigurationError, find_configuration
from factcli.drafts.rules import RULES
from factcli.places import StorePlace, find_store


def find_settings(folder: str) -> Configuration:
    """The nearest settings upward from ``folder``; raises :class:`ConfigurationError`, also for an unknown rule."""
    configuration = find_configuration(folder)
    wrong = [rule for rule in configuration.rules_off if rule not in RULES]
    if wrong:
        what = f"{configuration.path}: rules-off: no rule is called '{wrong[0]}'"
        raise ConfigurationError(what, hint=f"there are {', '.join(RULES)}")
    return configuration


def store_of(configuration: Configuration, named: str | None = None, folder: str | None = None) -> StorePlace:
    """The store to use, as :func:`factcli.places.find_store` finds it; raises what that raises."""
    configured = configuration.store and StorePlace(configuration.store, f"named by {configuration.path}")
    return find_store(named, folder, configured=configured or None)
