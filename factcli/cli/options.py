"""The global options, which may come before or after a command: a table of them, and decorators for click.

Click is imported only by the decorators, because ``factcli.cli.fast_path`` reads the table without it.
"""

from __future__ import annotations

import sys

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
    """The values of the global options; None or False for those not given."""

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
    """An option that takes one of ``choices``, any value, or none; ``metavar`` stands for the value in the help.

    ``read`` converts the value, and raises ValueError if it is not valid.
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
        """Whether it takes no value."""
        return not (self.metavar or self.choices)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _limit(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(f"'{text}' is not a whole number")
    # Python refuses to read a number of more than 4,300 digits, and no store has that many facts.
    return int(text) if len(text.lstrip("0")) < len(str(sys.maxsize)) else sys.maxsize


def _path(text: str) -> str:
    """A path that is neither empty nor a pipe; click handles those."""
    from factcli.pipes import is_pipe

    if not text or is_pipe(text):
        raise ValueError(text)
    return text


_STORE = Option(("--store",), "The facts.json to use; `fact paths` shows the default.", "PATH", read=_path)
_FIELDS = Option(("--fields",), "Columns to show, in this order.", "NAME,...", read=_names)
_COUNT = Option(("--count",), "Print only the number of results.")
_HEADER = Option(("--header",), "Start TSV output with a line of column names.")
_QUIET = Option(("-q", "--quiet"), "Print nothing; only set the exit status.")
_COLOR = Option(("--color",), "Default: auto, which respects NO_COLOR.", choices=("auto", "always", "never"))
GLOBAL_OPTIONS = (
    _STORE,
    Option(("--format",), "Default: table on a terminal, tsv in a pipe.", choices=FORMATS),
    _FIELDS,
    Option(("--limit",), "Show at most N results; 0 shows all.", "N", read=_limit),
    _COUNT,
    _HEADER,
    _QUIET,
    _COLOR,
)


def global_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the global options to a command; their values are stored in the Settings of the context."""
    return _with_options(command, GLOBAL_OPTIONS)


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add those of the global options that apply to a command that reports on drafts."""
    from factcli.render.findings import FORMATS

    return _with_report(command, ("report", *FORMATS))


def problem_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add those of the global options that apply to a command that reports on stores."""
    from factcli.render.findings import OF_STORES

    return _with_report(command, ("report", *OF_STORES))


def _with_report(command: Callable[..., Any], names: tuple[str, ...]) -> Callable[..., Any]:
    about = f"{', '.join(names)}. Default: report on a terminal, lines in a pipe."
    form = Option(("--format",), about, "FORMAT", names)
    return _with_options(command, (_STORE, form, _COUNT, _QUIET, _COLOR))


def export_options(formats: tuple[str, ...]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add those of the global options that apply to a command that writes facts in one of ``formats``."""
    form = Option(("--format",), f"Default: {formats[0]}.", choices=formats)
    return lambda command: _with_options(command, (_STORE, form, _COUNT, _HEADER, _QUIET))


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the one global option that applies to a command without output."""
    return _with_options(command, (_STORE,))


def _with_options(command: Callable[..., Any], options: tuple[Option, ...]) -> Callable[..., Any]:
    for option in reversed(options):
        command = _made_for_click(option)(command)
    return command


def _made_for_click(option: Option) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    import click

    from factcli.cli.named import StorePath

    def store_value(ctx: click.Context, param: click.Parameter, value: object) -> None:
        # StorePath has read the path of a store, which may be a pipe.
        read = value if option is _STORE else _read(option, value, ctx, param)
        _store_value(ctx, option, read)

    from factcli.cli.complete import complete_fields

    about: dict[str, Any] = {"help": option.help, "expose_value": False, "callback": store_value}
    if option.is_flag:
        about["is_flag"] = True
    elif option.choices:
        about |= {"type": click.Choice(option.choices), "metavar": option.metavar or None}
    else:
        about |= {"type": StorePath() if option is _STORE else str, "metavar": option.metavar}
    if option is _FIELDS:
        about["shell_complete"] = complete_fields
    return click.option(*option.names, **about)


def _read(option: Option, value: object, ctx: click.Context, param: click.Parameter) -> object:
    """The value as the option converts it; raises BadParameter if it is not valid."""
    if not isinstance(value, str):
        return value
    try:
        return option.read(value)
    except ValueError as error:
        import click

        raise click.BadParameter(str(error), ctx=ctx, param=param) from error


def _store_value(ctx: click.Context, option: Option, value: object) -> None:
    """Store the value, wherever on the line the option is; a default never replaces a value that was given."""
    if value not in (None, False):
        setattr(ctx.find_root().obj, option.setting, value)
