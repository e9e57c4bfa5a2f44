"""The validated settings of a folder, and the review terms and store that follow from them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, cast

from factcli.check.reasons import FAULTS
from factcli.documents.known_formats import SOURCE_SUFFIXES
from factcli.drafts.configuration import Configuration, ConfigurationError, find_configuration, place_of
from factcli.drafts.review import Terms
from factcli.drafts.rules import RULES, hint_for
from factcli.drafts.source_files import find_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.check.reasons import Level


def find_settings(folder: str) -> Configuration:
    """The nearest settings from ``folder`` upward; raises :class:`ConfigurationError`, also for an unknown rule."""
    configuration = find_configuration(folder)
    _check_names(configuration, "rules-off: unknown rule", configuration.rules_off, (*RULES,))
    _check_names(
        configuration, "levels: unknown rule or verdict", dict(configuration.levels), (*sorted(FAULTS), *RULES)
    )
    return configuration


def terms_of(configuration: Configuration) -> Terms:
    """The review terms of these settings."""
    off = {name for name, level in configuration.levels if level == "off"}
    levels = {name: cast("Level", level) for name, level in configuration.levels if level != "off"}
    return Terms(frozenset(configuration.rules_off) | off, configuration.published, levels=levels)


def sources_of(configuration: Configuration, draft: str = "") -> tuple[str, ...]:
    """The files of the configured sources, in order, each once; a pattern that matches nothing names nothing.

    A pattern matches the files that are read as sources; the ``draft`` itself is never one of its own.
    """
    matching = (path for pattern in configuration.sources for path in _matching(configuration.folder, pattern))
    found = dict.fromkeys(find_sources(matching)) if configuration.sources else {}
    return tuple(path for path in found if not (draft and os.path.realpath(path) == os.path.realpath(draft)))


def _matching(folder: str, pattern: str) -> list[str]:
    # Only few settings name sources.
    from glob import glob, has_magic

    found = sorted(glob(pattern, root_dir=folder, recursive=True))  # noqa: PTH207 - takes every pattern, hides no error
    if has_magic(pattern):
        found = [name for name in found if Path(name).suffix.lower() in SOURCE_SUFFIXES]
    return [os.path.join(folder, name) for name in found]  # noqa: PTH118 - as they are written


def _check_names(configuration: Configuration, what: str, names: Iterable[str], known: tuple[str, ...]) -> None:
    wrong = next((name for name in names if name not in known), None)
    if configuration.path and wrong is not None:
        message = f"{place_of(configuration.path, wrong)}: {what} '{wrong}'"
        raise ConfigurationError(message, hint=hint_for(wrong, known))
