"""The options that every command takes, before or after its name."""

from __future__ import annotations

import click

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

FORMATS = ("table", "tsv", "csv", "json", "jsonl", "md")
REPORT_FORMATS = ("report", "lines", "json", "jsonl", "sarif", "rdjsonl", "github")
EXPORT_FORMATS = ("json", "jsonl", "csv", "tsv", "md", "claimreview", "csl")


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


def _remember(ctx: click.Context, option: click.Parameter, value: object) -> None:
    """Keep what was said, wherever on the line it was said; a default never overrules it."""
    if value not in (None, False) and option.name:
        setattr(ctx.find_root().obj, option.name, value)


def _split(ctx: click.Context, option: click.Parameter, value: str | None) -> None:
    if value is not None:
        _remember(ctx, option, tuple(name.strip() for name in value.split(",") if name.strip()))


def _option(*names: str, **about: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # noqa: ANN401 - click's
    return click.option(*names, expose_value=False, callback=about.pop("callback", _remember), **about)


_STORE = _option("--store", metavar="PATH", help="The facts.json to use; `fact paths` says which is used without it.")
_COUNT = _option("--count", is_flag=True, help="Only say how many there are.")
_HEADER = _option("--header", is_flag=True, help="Begin TSV with the names of its columns.")
_QUIET = _option("-q", "--quiet", is_flag=True, help="Say nothing; the exit status tells.")
_COLOR = _option("--color", type=click.Choice(("auto", "always", "never")), help="Default: auto; NO_COLOR is honoured.")
_GLOBAL_OPTIONS = (
    _STORE,
    _option("--format", type=click.Choice(FORMATS), help="Default: table on a terminal, tsv in a pipe."),
    _option("--fields", metavar="NAME,...", callback=_split, help="Which columns, in which order."),
    _option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N results; 0 means all."),
    _COUNT,
    _HEADER,
    _QUIET,
    _COLOR,
)
_EXPORT_OPTIONS = (
    _STORE,
    _option("--format", type=click.Choice(EXPORT_FORMATS), help="Default: json."),
    _COUNT,
    _HEADER,
    _QUIET,
)
_REPORT_OPTIONS = (
    _STORE,
    _option("--format", type=click.Choice(REPORT_FORMATS), help="Default: report on a terminal, lines in a pipe."),
    _COUNT,
    _QUIET,
    _COLOR,
)


def global_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that all commands take; they are kept in the context's Settings."""
    return _with_options(command, _GLOBAL_OPTIONS)


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that reports on drafts those of the global options that it has a use for."""
    return _with_options(command, _REPORT_OPTIONS)


def export_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give the command that writes facts for other programs those of the global options that it has a use for."""
    return _with_options(command, _EXPORT_OPTIONS)


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that prints nothing the one global option that it has a use for."""
    return _with_options(command, (_STORE,))


def _with_options(command: Callable[..., Any], options: Iterable[Callable[..., Any]]) -> Callable[..., Any]:
    for option in reversed(tuple(options)):
        command = option(command)
    return command
