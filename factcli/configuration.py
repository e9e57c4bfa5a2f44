"""The settings of a folder of drafts: ``.factcli.toml``, or ``[tool.factcli]`` of pyproject.toml, found upward.

No setting can run a command or name a program.
"""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_OWN_NAME, _SHARED_NAME = ".factcli.toml", "pyproject.toml"
LEVELS = ("error", "warning", "note", "info", "off")


class ConfigurationError(FactcliError):
    """Settings that cannot be read; the message begins with the path of their file."""


class Configuration(NamedTuple):
    """Settings, and the file that they stand in (None where there is none) with its folder.

    ``store`` is an absolute path, ``exclude`` are globs on paths from ``folder``, ``rules_off`` names of rules,
    ``levels`` pairs of a rule or verdict and one of ``LEVELS``, ``published`` the day for which the drafts are written.
    """

    path: str | None = None
    folder: str = "."
    store: str | None = None
    exclude: tuple[str, ...] = ()
    rules_off: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    published: date | None = None


def settings_files(folder: str) -> Iterator[str]:
    """The files upward from ``folder`` that may hold settings, the nearest first, whether they can be read or not."""
    folder = os.path.abspath(folder)  # noqa: PTH100 - links are not followed
    while True:
        for name in (_OWN_NAME, _SHARED_NAME):
            path = os.path.join(folder, name)  # noqa: PTH118 - quick
            if os.path.isfile(path):  # noqa: PTH113 - quick
                yield path
        parent = os.path.dirname(folder)  # noqa: PTH120 - quick
        if parent == folder:
            return
        folder = parent


def find_configuration(folder: str) -> Configuration:
    """The settings of the nearest file upward from ``folder``; raises :class:`ConfigurationError`.

    A pyproject.toml without ``[tool.factcli]`` is passed over.
    """
    for path in settings_files(folder):
        table = _load(path)
        if path.endswith(_OWN_NAME):
            return parse_configuration(table, path)
        tools = table.get("tool", {})
        if isinstance(tools, dict) and "factcli" in tools:
            return parse_configuration(tools["factcli"], path)
    return Configuration()


def parse_configuration(table: object, path: str) -> Configuration:
    """The settings in a table of TOML that stands in the file at ``path``; raises :class:`ConfigurationError`."""
    if not isinstance(table, dict):
        raise ConfigurationError(f"{path}: tool.factcli is no table", hint=f"it holds {_names()}")
    wrong = [name for name in table if name not in _SETTINGS]
    if wrong:
        raise ConfigurationError(f"{path}: no setting is called '{wrong[0]}'", hint=f"there are {_names()}")
    folder = os.path.dirname(path)  # noqa: PTH120 - quick
    settings = {name.replace("-", "_"): _value(name, value, path) for name, value in table.items()}
    if "store" in settings:
        settings["store"] = os.path.join(folder, os.path.expanduser(settings["store"]))  # noqa: PTH111, PTH118 - quick
    return Configuration(path, folder, **settings)


def _load(path: str) -> dict[str, Any]:
    # Most drafts have no settings, and need not wait for this.
    import tomllib

    try:
        with open(path, "rb") as file:  # noqa: PTH123 - quick
            return tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigurationError(f"{path}: is no TOML: {error}", hint="mend it, or remove it") from error
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror or error}", hint="allow reading it") from error


def _value(name: str, value: object, path: str) -> Any:  # noqa: ANN401 - each setting has a type of its own

    read, what = _SETTINGS[name]
    try:
        return read(value)
    except (TypeError, ValueError) as error:
        raise ConfigurationError(f"{path}: '{name}' is not {what}", hint="see the README, Settings") from error


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_text, value))


def _levels(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not set(LEVELS).issuperset(map(str, value.values())):
        raise TypeError
    return tuple(value.items())


def _date(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(_text(value))


_SETTINGS: dict[str, tuple[Callable[[object], Any], str]] = {
    "store": (_text, "a path"),
    "exclude": (_texts, "a list of globs"),
    "rules-off": (_texts, "a list of rules"),
    "levels": (_levels, f"a table of rules or verdicts with {', '.join(LEVELS[:-1])} or {LEVELS[-1]}"),
    "published": (_date, "a date such as 2019-07-18"),
}


def _names() -> str:
    return ", ".join(_SETTINGS)
