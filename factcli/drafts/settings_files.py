"""A folder -> the files upward from it that may hold settings; quick, because a lookup asks for them too."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

OWN_NAME, SHARED_NAME = ".factcli.toml", "pyproject.toml"


def settings_files(folder: str) -> Iterator[str]:
    """The files that may hold settings, from ``folder`` upward, the nearest first."""
    folder = os.path.abspath(folder)  # noqa: PTH100 - links are not followed
    while True:
        for name in (OWN_NAME, SHARED_NAME):
            path = os.path.join(folder, name)  # noqa: PTH118 - quick
            if os.path.isfile(path):  # noqa: PTH113 - quick
                yield path
        parent = os.path.dirname(folder)  # noqa: PTH120 - quick
        if parent == folder:
            return
        folder = parent
