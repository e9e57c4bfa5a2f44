"""Where things are: which store is used and why, the files of settings, and the folder for caches.

Paths are plain strings here: importing pathlib would slow down every lookup.
"""

from __future__ import annotations

import os
import sys

from factcli.errors import FactcliError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NamedTuple
else:
    from factcli.tuples import NamedTuple

STORE_NAME = "facts.json"
OWN_SETTINGS, SHARED_SETTINGS = ".factcli.toml", "pyproject.toml"
NAMED = "named by --store"
_FROM_ENVIRONMENT = "named by $FACTCLI_STORE"
_NEAREST = "the nearest facts.json upward from the working folder"
_CURATED = "the curated store that comes with factcli"


class StorePlace(NamedTuple):
    """The path of the store in use, and the rule that chose it."""

    path: str
    why: str

    @property
    def is_nearest(self) -> bool:
        """Whether it was chosen because it is the nearest one."""
        return self.why == _NEAREST

    @property
    def is_curated(self) -> bool:
        """Whether it was chosen because the user has no store."""
        return self.why == _CURATED


class MissingStoreError(FactcliError):
    """A store that was named and does not exist."""


def find_store(named: str | None = None, folder: str | None = None, configured: StorePlace | None = None) -> StorePlace:
    """The store to use: named, then ``$FACTCLI_STORE``, then the ``configured`` one, then the nearest one.

    That is the one upward from ``folder``, the user's own, or the curated one; an empty ``$FACTCLI_STORE`` is as one
    that is not set.  Raises :class:`MissingStoreError` where a store that was named does not exist, or its name is
    empty; it is never created silently.
    """
    if named is not None:
        return existing_store(named, NAMED)
    from_environment = os.environ.get("FACTCLI_STORE")
    if from_environment:
        return existing_store(from_environment, _FROM_ENVIRONMENT)
    if configured is not None:
        return existing_store(*configured)
    nearest = _upward(folder or os.getcwd())
    if nearest:
        return StorePlace(nearest, _NEAREST)
    if os.path.lexists(user_store()):
        return StorePlace(user_store(), "your own store")
    return StorePlace(curated_store(), _CURATED)


def existing_store(path: str, why: str) -> StorePlace:
    """The store at ``path``; raises :class:`MissingStoreError` if it does not exist, or the path is empty."""
    if not path:
        raise MissingStoreError(f"the path of the store is empty ({why})", hint="name a facts.json")
    if not os.path.lexists(path):
        hint = "check the path, or make a store with: fact add --store PATH ..."
        raise MissingStoreError(f"{path}: no such store ({why})", hint=hint)
    return StorePlace(path, why)


def settings_files(folder: str) -> Iterator[str]:
    """The files that may hold settings, from ``folder`` upward, the nearest first."""
    folder = os.path.abspath(folder)
    while True:
        for name in (OWN_SETTINGS, SHARED_SETTINGS):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                yield path
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def user_store() -> str:
    """The path of the user's own store in the platform's data folder, whether it exists or not."""
    return os.path.join(_base_folder("XDG_DATA_HOME", ".local/share", "Application Support"), "factcli", STORE_NAME)


def curated_store() -> str:
    """The path of the store inside the installed package, or at the top of a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, STORE_NAME)
    return inside if os.path.exists(inside) else os.path.join(os.path.dirname(package), STORE_NAME)


def is_packaged(path: str) -> bool:
    """Whether a store is inside the installed package, where the next installation would replace it."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    return os.path.realpath(path).startswith(package + os.sep)


def cache_folder() -> str:
    """The folder for caches: ``$XDG_CACHE_HOME/factcli`` or what the platform has for it."""
    return os.path.join(_base_folder("XDG_CACHE_HOME", ".cache", "Caches"), "factcli")


def _upward(folder: str) -> str | None:
    while True:
        candidate = os.path.join(folder, STORE_NAME)
        if os.path.lexists(candidate):
            return candidate
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def _base_folder(variable: str, unix: str, mac: str) -> str:
    """The base folder of one kind of data: XDG Base Directory 0.8, or its counterpart on macOS and Windows."""
    named = os.environ.get(variable, "")
    if os.path.isabs(named):
        return named
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", mac)
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    return os.path.join(home, unix)
