"""The options that every command takes, before or after its name: the table, and what click makes of it.

Click is imported when it makes something of a row: ``factcli.cli.fast_path`` reads the table without it.
"""

from __future__ import annotations

import sys

from factcli.pipes import is_pipe
from factcli.render import records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NamedTuple

    import click
else:
    from factcli.tuples import NamedTuple

# The table is drawn for a terminal; the others are texts.
FORMATS = ("table", *records.FORMATS)


class Settings:
    """What the global options say; None or False where they are silent."""

    store: str | None = None
    format: str | None = None
    fields: tuple[str, ...] = ()
    limit: int | None = None
    count: bool = False
    quiet: bool = False
    header: bool = False
    color: str = "auto"

    def __init__(self) -> None:
        self.copies: list[str] = []
        """The files that hold what came through pipes."""


class Option(NamedTuple):
    """An option and what it takes: one of ``choices``, a value that is shown as ``metavar``, or nothing.

    ``read`` makes the setting of a value, and raises ValueError for what is none.
    """

    names: tuple[str, ...]
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    read: Callable[[str], object] = str

    @property
    def setting(self) -> str:
        """The attribute of Settings that it sets."""
        return self.names[-1].removeprefix("--")

    @property
    def is_flag(self) -> bool:
        """Whether it stands alone."""
        return not (self.metavar or self.choices)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _limit(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(f"'{text}' is not a number of results")
    # Python itself reads no number of more than 4,300 digits, and no store has more facts.
    return int(text) if len(text.lstrip("0")) < len(str(sys.maxsize)) else sys.maxsize


def _path(text: str) -> str:
    """A path that needs no care; click reads what is empty or a pipe."""
    if not text or is_pipe(text):
        raise ValueError(text)
    return text


_STORE = Option(("--store",), "The facts.json to use; `fact paths` says which is used without it.", "PATH", read=_path)
_COUNT = Option(("--count",), "Only say how many there are.")
_HEADER = Option(("--header",), "Begin TSV with the names of its columns.")
_QUIET = Option(("-q", "--quiet"), "Say nothing; the exit status tells.")
_COLOR = Option(("--color",), "Default: auto; NO_COLOR is honoured.", choices=("auto", "always", "never"))
GLOBAL_OPTIONS = (
    _STORE,
    Option(("--format",), "Default: table on a terminal, tsv in a pipe.", choices=FORMATS),
    Option(("--fields",), "Which columns, in which order.", "NAME,...", read=_names),
    Option(("--limit",), "At most N results; 0 means all.", "N", read=_limit),
    _COUNT,
    _HEADER,
    _QUIET,
    _COLOR,
)


def global_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that all commands take; they are kept in the context's Settings."""
    return _with_options(command, GLOBAL_OPTIONS)


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add those of the global options that apply to a command that reports on drafts."""
    from factcli.render.findings import FORMATS

    about = "Default: report on a terminal, lines in a pipe."
    form = Option(("--format",), about, choices=("report", *FORMATS))
    return _with_options(command, (_STORE, form, _COUNT, _QUIET, _COLOR))


def export_options(formats: tuple[str, ...]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add those of the global options that apply to a command that writes facts in one of ``formats``."""
    form = Option(("--format",), f"Default: {formats[0]}.", choices=formats)
    return lambda command: _with_options(command, (_STORE, form, _COUNT, _HEADER, _QUIET))


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that prints nothing the one global option that it has a use for."""
    return _with_options(command, (_STORE,))


def _with_options(command: Callable[..., Any], options: tuple[Option, ...]) -> Callable[..., Any]:
    for option in reversed(options):
        command = _made_for_click(option)(command)
    return command


def _made_for_click(option: Option) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    import click

    from factcli.cli.named import StorePath

    about: dict[str, Any] = {"help": option.help, "expose_value": False, "callback": _remember}
    if option.is_flag:
        about["is_flag"] = True
    elif option.choices:
        about["type"] = click.Choice(option.choices)
    else:
        about |= {"type": StorePath() if option.read is _path else option.read, "metavar": option.metavar}
    return click.option(*option.names, **about)


def _remember(ctx: click.Context, option: click.Parameter, value: object) -> None:
    """Keep what was said, wherever on the line it was said; a default never overrules it."""
    if value not in (None, False) and option.name:
        setattr(ctx.find_root().obj, option.name, value)
