"""Where output goes and in which form: the one place that writes to standard output and asks what it is."""

from __future__ import annotations

import os
import sys

from factcli.cli.options import Settings
from factcli.escaping import safe_text
from factcli.render.records import FORMATS, Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.console import Console, RenderableType

_PIPE_WIDTH = 80
_SMALLEST_WIDTH = 20
_DIGITS_OF_A_WIDTH = 6
# rich takes a terminal without cursor movement (TERM=dumb) to be 80 columns wide, unless both sides are told.
_HEIGHT = 25


def current_settings() -> Settings:
    """The settings of the command that is running."""
    import click

    settings = click.get_current_context().find_root().obj
    return settings if isinstance(settings, Settings) else Settings()


def chosen_format(settings: Settings) -> str:
    """The form of the output: what was asked for, else a table on a terminal and TSV in a pipe."""
    return settings.format or ("table" if sys.stdout.isatty() else "tsv")


def chosen_fields(settings: Settings, known: Sequence[str], default: Sequence[str]) -> Sequence[str]:
    """The columns that were asked for; raises UsageError that lists the right names for a wrong one."""
    wrong = [name for name in settings.fields if name not in known]
    if wrong:
        import click

        raise click.UsageError(f"no field is called '{wrong[0]}'; there are {', '.join(known)}")
    return settings.fields or default


def write(lines: Iterable[str]) -> None:
    """Write texts to standard output as they come."""
    sys.stdout.writelines(lines)


def write_note(text: str) -> None:
    """A line for a person on standard error; a script's output stays clean."""
    sys.stderr.write(safe_text(text, keep="\n") + "\n")


def console(settings: Settings) -> Console:
    """The one rich console, as wide as the terminal or ``$COLUMNS``, coloured as it was asked for."""
    from rich.console import Console

    colored = {"always": True, "never": False}.get(settings.color)
    return Console(
        file=sys.stdout,
        width=_width(),
        height=_HEIGHT,
        force_terminal=True if colored else None,
        no_color=True if colored is False else None,
        color_system="auto" if colored is not False else None,
        markup=False,
        emoji=False,
        highlight=False,
    )


def _width() -> int:
    """What ``$COLUMNS`` says, else the terminal, else what a pipe is taken to be."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named[:_DIGITS_OF_A_WIDTH]):
        return int(named[:_DIGITS_OF_A_WIDTH])
    return os.get_terminal_size(sys.stdout.fileno()).columns or _PIPE_WIDTH if sys.stdout.isatty() else _PIPE_WIDTH


def show(settings: Settings, draw: Callable[[int], RenderableType]) -> None:
    """Print what ``draw`` makes for the width of the terminal."""
    to = console(settings)
    to.print(draw(max(_SMALLEST_WIDTH, to.width)))


def write_records(
    settings: Settings,
    name: str,
    fields: Sequence[str],
    rows: Iterable[Sequence[str]],
    records: Iterable[str] | None = None,
    **about: object,
) -> None:
    """Write rows of ``fields`` in the form that was chosen, but for the table of facts.

    ``records`` are the JSON texts where these say more than the rows, ``about`` what else a JSON object says.
    """
    form = chosen_format(settings)
    if form == "table":
        from factcli.render.table import render_grid

        show(settings, lambda _: render_grid(fields, rows))
    else:
        write(FORMATS[form](Output(name, fields, rows, records, about, settings.header)))
