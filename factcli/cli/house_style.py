"""Hits come in with the values of a script; they go out with values as the settings of the folder print them."""

from __future__ import annotations

import os

from factcli.store.location import settings_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.index import Hit


def for_people(hits: Iterable[Hit]) -> list[Hit]:
    """The hits with their ``display`` in the style of the house, where the nearest settings name one.

    Broken settings are an error of `fact check`; a lookup answers without them.
    """
    hits = list(hits)
    if not any(map(_may_name_a_style, settings_files(os.getcwd()))):
        return hits
    from contextlib import suppress

    from factcli.drafts.configuration import ConfigurationError, find_configuration

    with suppress(ConfigurationError):
        style = find_configuration(os.getcwd()).figure_style
        return [hit.in_style(style) for hit in hits]
    return hits


def _may_name_a_style(path: str) -> bool:
    """Whether one of the settings may be in a file: a look at its bytes, as most files that are found have none."""
    try:
        with open(path, "rb") as file:
            text = file.read().translate(None, b" \t\"'")
    except OSError:
        return False
    return b"figures=" in text or b"thousands=" in text
