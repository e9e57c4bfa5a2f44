"""Read the settings of a folder of drafts: ``.factcli.toml``, or ``[tool.factcli]`` in pyproject.toml, found upward.

No setting can run a command or name a program.
"""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.errors import FactcliError
from factcli.store.location import OWN_SETTINGS, SHARED_SETTINGS, settings_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.model.figure_style import FigureStyle, Scales

_LARGEST = {
    OWN_SETTINGS: (64 * 1024, "remove what is not a setting"),
    SHARED_SETTINGS: (256 * 1024, f"move the settings to {OWN_SETTINGS} in the same folder"),
}
# tomllib is quadratic in the parts of a dotted key: 42 s for the 32,000 parts that fit into 64 kB.
_MOST_PARTS = 16
_LONGEST_NAME = 60
_LONG_KEY = (
    r"(?:^|[\[{,])[ \t]*+(?P<key>"
    rf"(?:(?:[\w-]++|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{_MOST_PARTS}}})"
)
_SCALES = ("words", "letters", "digits")
_THOUSANDS = {"comma": ",", "thin space": "\u202f", "none": ""}
LEVELS = ("error", "warning", "note", "info", "off")


class ConfigurationError(FactcliError):
    """Invalid settings; the message begins with the path, and with line:column if known."""


class Configuration(NamedTuple):
    """Settings, and the path and folder of their file (None if there is none).

    ``store`` is a path that begins with ``folder``, ``further_stores`` are paths of those that are only read,
    ``exclude`` holds globs relative to ``folder``, ``rules_off`` names of rules,
    ``levels`` pairs of a rule or verdict and one of ``LEVELS``, ``published`` the day of publication of the drafts,
    ``sources`` globs relative to ``folder`` of what the drafts were written from, ``figures`` and ``thousands`` how
    the house prints figures.
    """

    path: str | None = None
    folder: str = "."
    store: str | None = None
    exclude: tuple[str, ...] = ()
    rules_off: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    published: date | None = None
    sources: tuple[str, ...] = ()
    further_stores: tuple[str, ...] = ()
    figures: Scales = "words"
    thousands: str = ","

    @property
    def figure_style(self) -> FigureStyle:
        """The style in which figures are shown to people."""
        from factcli.model.figure_style import FigureStyle

        return FigureStyle(self.figures, self.thousands)


def find_configuration(folder: str) -> Configuration:
    """The settings of the nearest file upward from ``folder``; raises :class:`ConfigurationError`.

    A pyproject.toml without ``[tool.factcli]`` is skipped.
    """
    for path in settings_files(folder):
        table = _load(path)
        if path.endswith(OWN_SETTINGS):
            return parse_configuration(table, path)
        tools = table.get("tool", {})
        if isinstance(tools, dict) and "factcli" in tools:
            return parse_configuration(tools["factcli"], path)
    return Configuration()


def parse_configuration(table: object, path: str) -> Configuration:
    """The settings in a TOML table of the file at ``path``; raises :class:`ConfigurationError`."""
    if not isinstance(table, dict):
        raise ConfigurationError(
            f"{place_of(path, 'factcli')}: tool.factcli is not a table", hint=f"known settings: {_names()}"
        )
    wrong = next((name for name in table if name not in _SETTINGS), None)
    if wrong is not None:
        message = f"{place_of(path, wrong)}: unknown setting '{wrong:.{_LONGEST_NAME}}'"
        raise ConfigurationError(message, hint=f"known settings: {_names()}")
    folder = os.path.dirname(path)  # noqa: PTH120 - quick
    settings = {name.replace("-", "_"): _value(name, value, path) for name, value in table.items()}
    _check_levels(settings.get("levels", ()), path)
    return Configuration(path, folder, **_with_stores(settings, path, folder))


def _with_stores(settings: dict[str, Any], path: str, folder: str) -> dict[str, Any]:
    """The settings with the paths of ``store``, or of ``stores``, which are relative to ``folder``."""
    if "store" in settings and "stores" in settings:
        raise ConfigurationError(f"{place_of(path, 'stores')}: both 'store' and 'stores'", hint="keep 'stores'")
    named = settings.pop("stores", None) or [settings[name] for name in ("store",) if name in settings]
    paths = [os.path.join(folder, os.path.expanduser(each)) for each in named]  # noqa: PTH111, PTH118 - quick
    return settings | ({"store": paths[0], "further_stores": (*paths[1:],)} if paths else {})


def place_of(path: str, name: str) -> str:
    """``path:line:column`` of the first mention of ``name`` in the settings at ``path``; the path alone if not found.

    For messages only: the TOML parser does not give positions of keys.
    """
    import re

    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - quick
            text = file.read()
    except (OSError, UnicodeDecodeError):
        return path
    begin = max(0, text.find("[tool.factcli")) if path.endswith(SHARED_SETTINGS) else 0
    found = re.compile(rf"^[^#\n]*?(?<![\w-])(?P<name>{re.escape(name)})(?![\w-])", re.MULTILINE).search(text, begin)
    if found is None:
        return path
    return _placed(path, text.count("\n", 0, found.start()) + 1, found.start("name") - found.start() + 1)


def _placed(path: str, line: int | str, column: int | str) -> str:
    return f"{path}:{line}:{column}"


def _load(path: str) -> dict[str, Any]:
    """The tables of a file; empty for a pyproject.toml that does not mention factcli."""
    # Imported here: most drafts have no settings, and start-up must not wait for tomllib.
    import tomllib

    data = _read(path)
    if path.endswith(SHARED_SETTINGS) and b"factcli" not in data:
        return {}
    try:
        text = data.decode()
        _refuse_long_keys(text, path)
        return tomllib.loads(text)
    except ConfigurationError:
        raise
    except Exception as error:  # the parser passes on errors of int, datetime and the recursion limit
        raise ConfigurationError(_invalid_toml(path, error), hint="correct it, or remove it") from error


def _refuse_long_keys(text: str, path: str) -> None:
    import re

    long = re.search(_LONG_KEY, text, re.MULTILINE)
    if long:
        place = _placed(path, text.count("\n", 0, long.start("key")) + 1, 1)
        hint = f"use fewer than {_MOST_PARTS} parts"
        raise ConfigurationError(f"{place}: key with too many dotted parts", hint=hint)


def _read(path: str) -> bytes:
    """The bytes of a file, up to the size limit for its name."""
    largest, hint = _LARGEST[os.path.basename(path)]  # noqa: PTH119 - quick
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - quick
            data = file.read(largest + 1)
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror or error}", hint="check its permissions") from error
    if len(data) > largest:
        raise ConfigurationError(f"{path}: larger than {largest // 1024} kB", hint=hint)
    return data


def _invalid_toml(path: str, error: Exception) -> str:
    """The message of the parser, with its position moved to the front."""
    known = {RecursionError: "nested too deeply", ValueError: "a number with too many digits"}.get(type(error))
    what, _, place = (known or str(error)).removesuffix(")").rpartition(" (at line ")
    line, _, column = place.partition(", column ")
    return (
        f"{_placed(path, line, column)}: not valid TOML: {what}"
        if what
        else f"{path}: not valid TOML: {known or error}"
    )


def _value(name: str, value: object, path: str) -> Any:  # noqa: ANN401 - each setting has its own type
    read, what = _SETTINGS[name]
    try:
        return read(value)
    except (TypeError, ValueError, KeyError) as error:
        place = place_of(path, name)
        raise ConfigurationError(f"{place}: '{name}' is not {what}", hint="correct it, or remove it") from error


def _text(value: object) -> str:
    if not isinstance(value, str) or not value or "\0" in value:
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_text, value))


def _paths(value: object) -> tuple[str, ...]:
    paths = _texts(value)
    if not paths:
        raise ValueError
    return paths


def _levels(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise TypeError
    return tuple(value.items())


def _check_levels(levels: tuple[tuple[str, object], ...], path: str) -> None:
    for name, level in levels:
        if level not in LEVELS:
            message = f"{place_of(path, name)}: levels: invalid level{_shown(level)} for '{name:.{_LONGEST_NAME}}'"
            raise ConfigurationError(message, hint=f"known levels: {', '.join(LEVELS)}")


def _shown(level: object) -> str:
    """An invalid level for a message, after a space and shortened to the limit; empty for other types."""
    if isinstance(level, str) or (isinstance(level, int) and level.bit_length() < _LONGEST_NAME):
        return f" {level!r:.{_LONGEST_NAME}}"
    return ""


def _date(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(_text(value))


def _scales(value: object) -> str:
    if value not in _SCALES:
        raise ValueError
    return str(value)


def _thousands(value: object) -> str:
    return _THOUSANDS[_text(value)]


_SETTINGS: dict[str, tuple[Callable[[object], Any], str]] = {
    "store": (_text, "a path"),
    "stores": (_paths, "a list of paths"),
    "exclude": (_texts, "a list of globs"),
    "rules-off": (_texts, "a list of rules"),
    "levels": (_levels, "a table of rules and verdicts with their levels"),
    "published": (_date, "a date such as 2019-07-18"),
    "sources": (_texts, "a list of globs"),
    "figures": (_scales, f"one of {', '.join(_SCALES)}"),
    "thousands": (_thousands, f"one of {', '.join(_THOUSANDS)}"),
}


def _names() -> str:
    return ", ".join(_SETTINGS)
