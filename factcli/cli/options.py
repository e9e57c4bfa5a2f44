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

# The first two are drawn for a terminal; the others are texts.
DRAWN = ("table", "list")
FORMATS = (*DRAWN, *records.FORMATS)
SORTS = ("relevance", "value", "date", "id", "source")
GROUPS = ("source", "subject", "kind")


class Settings:
    """The values of the global options; None or False for those not given."""

    stores: tuple[str, ...] = ()
    format: str | None = None
    fields: tuple[str, ...] = ()
    limit: int | None = None
    count: bool = False
    quiet: bool = False
    header: bool = False
    human: bool = False
    sort: str = "relevance"
    group: str | None = None
    no_pager: bool = False
    color: str = "auto"

    def __init__(self) -> None:
        self.copies: list[str] = []
        """The files that hold what came through pipes."""

    @property
    def store(self) -> str | None:
        """The first of the stores that were named, which is the one that is written to."""
        return self.stores[0] if self.stores else None

    def take(self, option: Option, value: object) -> None:
        """Keep the value of an option; one that may be repeated adds to those before it."""
        if option.is_repeatable:
            value = (*getattr(self, option.setting), *(value if isinstance(value, tuple) else (value,)))
        setattr(self, option.setting, value)


class Option(NamedTuple):
    """An option that takes one of ``choices``, any value, or none; ``metavar`` stands for the value in the help.

    ``read`` converts the value, and raises ValueError if it is not valid.
    """

    names: tuple[str, ...]
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    read: Callable[[str], object] = str
    is_repeatable: bool = False

    @property
    def setting(self) -> str:
        """The attribute of Settings that it sets."""
        return self.names[-1].removeprefix("--").replace("-", "_") + ("s" if self.is_repeatable else "")

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


_STORE = Option(
    ("--store",),
    "The facts.json to use; may be repeated. `fact paths` shows the default.",
    "PATH",
    read=_path,
    is_repeatable=True,
)
_FORMAT = Option(("--format",), "Default: table on a terminal, tsv in a pipe.", choices=FORMATS)
_FIELDS = Option(("--fields",), "Columns to show, in this order.", "NAME,...", read=_names)
_LIMIT = Option(("--limit",), "Show at most N results; 0 shows all.", "N", read=_limit)
_COUNT = Option(("--count",), "Print only the number of results.")
_HEADER = Option(("--header",), "Start TSV output with a line of column names.")
_HUMAN = Option(("--human",), "Values as people read them in TSV, CSV and JSON too: US$7 million.")
_SORT = Option(("--sort",), "Default: relevance.", choices=SORTS)
_GROUP = Option(("--group",), "Group the facts by this.", choices=GROUPS)
_NO_PAGER = Option(("--no-pager",), "Do not send what is longer than the screen through $PAGER.")
_QUIET = Option(("-q", "--quiet"), "Print nothing; only set the exit status.")
_COLOR = Option(("--color",), "Default: auto, which respects NO_COLOR.", choices=("auto", "always", "never"))
_OF_ROWS = (_STORE, _FORMAT, _FIELDS, _LIMIT, _COUNT, _HEADER, _NO_PAGER, _QUIET, _COLOR)
_OF_FACTS = (_STORE, _FORMAT, _FIELDS, _COUNT, _HEADER, _HUMAN, _NO_PAGER, _QUIET, _COLOR)
GLOBAL_OPTIONS = (
    _STORE,
    _FORMAT,
    _FIELDS,
    _LIMIT,
    _SORT,
    _GROUP,
    _COUNT,
    _HEADER,
    _HUMAN,
    _NO_PAGER,
    _QUIET,
    _COLOR,
)


def global_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the global options to a command; their values are stored in the Settings of the context."""
    return _with_options(command, GLOBAL_OPTIONS)


def row_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add those that apply to a command that lists rows of texts; the others are accepted, but not in its help."""
    return _with_options(command, GLOBAL_OPTIONS, shown=_OF_ROWS)


def timeline_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add those of :func:`row_options` to a command that can draw a picture for a page too."""
    form = Option(("--format",), _FORMAT.help, choices=(*FORMATS, "svg"))
    options = tuple(form if option is _FORMAT else option for option in GLOBAL_OPTIONS)
    return _with_options(command, options, shown=(form, *_OF_ROWS))


def fact_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add those that apply to a command that shows facts by their ids; the others are not in its help."""
    return _with_options(command, GLOBAL_OPTIONS, shown=_OF_FACTS)


def change_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add those that apply to a command that changes or compares stores; the others are not in its help."""
    return _with_options(command, GLOBAL_OPTIONS, shown=(_STORE, _FORMAT, _COUNT, _HEADER, _QUIET))


def quiet_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add those that apply to a command that only says what it did; the others are not in its help."""
    return _with_options(command, GLOBAL_OPTIONS, shown=(_STORE, _QUIET))


def no_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Accept the global options for a command to which none applies, out of its help."""
    return _with_options(command, GLOBAL_OPTIONS, shown=())


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


def is_template(form: str) -> bool:
    """Whether a form of output is a template such as ``{id}: {value}``."""
    return "{" in form


def _with_options(
    command: Callable[..., Any], options: tuple[Option, ...], shown: tuple[Option, ...] | None = None
) -> Callable[..., Any]:
    for option in reversed(options):
        command = _made_for_click(option, is_hidden=shown is not None and option not in shown)(command)
    return command


def _made_for_click(option: Option, *, is_hidden: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    import click

    from factcli.cli.named import FormatChoice, StorePath

    def store_value(ctx: click.Context, param: click.Parameter, value: object) -> None:
        # StorePath has read the path of a store, which may be a pipe.
        read = value if option is _STORE else _read(option, value, ctx, param)
        _store_value(ctx, option, read)

    from factcli.cli.complete import complete_fields

    about: dict[str, Any] = {"help": option.help, "expose_value": False, "callback": store_value, "hidden": is_hidden}
    if option.is_repeatable:
        about["multiple"] = True
    if option.is_flag:
        about["is_flag"] = True
    elif option.choices:
        choice = FormatChoice if set(FORMATS) <= set(option.choices) else click.Choice
        about |= {"type": choice(option.choices), "metavar": option.metavar or None}
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
    if value not in (None, False, ()):
        ctx.find_root().obj.take(option, value)
