"""Texts and records come in; they are written to standard output in the chosen form.

No other module writes to standard output or asks whether it is a terminal.
"""

from __future__ import annotations

import os
import sys

from factcli.cli.options import DRAWN, Settings, is_template
from factcli.escaping import safe_text
from factcli.render.records import FORMATS, Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TextIO

    from rich.console import Console, RenderableType

_PIPE_WIDTH = 80
_SMALLEST_WIDTH = 20
_DIGITS_OF_A_WIDTH = 6
# rich ignores the width for a terminal without cursor movement (TERM=dumb) unless the height is given too.
_HEIGHT = 25
PAGER_VARIABLES = ("FACTCLI_PAGER", "PAGER")


def current_settings() -> Settings:
    """The settings of the command that is running."""
    import click

    settings = click.get_current_context().find_root().obj
    return settings if isinstance(settings, Settings) else Settings()


def chosen_format(settings: Settings) -> str:
    """The form of the output: the one given with ``--format``, else a table on a terminal and TSV in a pipe."""
    return settings.format or ("table" if sys.stdout.isatty() else "tsv")


def chosen_fields(settings: Settings, known: Sequence[str], default: Sequence[str]) -> Sequence[str]:
    """The columns given with ``--fields`` or named by a template, else ``default``; an unknown one is an error."""
    if settings.format and is_template(settings.format):
        from factcli.render.template import template_fields

        return template_fields(settings.format, known)
    wrong = [name for name in settings.fields if name not in known]
    if wrong:
        import click

        raise click.UsageError(f"unknown field '{wrong[0]}'; known fields: {', '.join(known)}")
    return settings.fields or default


def write(lines: Iterable[str]) -> None:
    """Write texts to standard output as they come."""
    sys.stdout.writelines(lines)


def write_note(text: str, *, wrap: bool = True) -> None:
    """Write a line for the user to standard error, so that a script's output stays clean.

    On a terminal it is wrapped between words, unless ``wrap`` is false.
    """
    note = safe_text(text, keep="\n")
    sys.stderr.write((wrapped(note) if wrap else note) + "\n")


def write_errors(lines: Iterable[str]) -> None:
    """Write errors to standard error after the output so far, each once and in a line of its own."""
    sys.stdout.flush()
    for line in dict.fromkeys(lines):
        write_note(f"fact: error: {safe_text(line)}")


def wrapped(text: str) -> str:
    """The lines for standard error, wrapped between words on a terminal: no word, and so no path, is broken."""
    if not sys.stderr.isatty():
        return text
    from textwrap import fill

    width = _width(sys.stderr)
    return "\n".join(fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))


def console(settings: Settings) -> Console:
    """A rich console on standard output, as wide as ``$COLUMNS`` or the terminal, with colour as set by ``--color``."""
    from rich.console import Console

    colored = {"always": True, "never": False}.get(settings.color)
    return Console(
        file=sys.stdout,
        width=_width(sys.stdout),
        height=_HEIGHT,
        force_terminal=True if colored else None,
        no_color=True if colored is False else None,
        color_system="auto" if colored is not False else None,
        markup=False,
        emoji=False,
        highlight=False,
    )


def _width(stream: TextIO) -> int:
    """The width given by ``$COLUMNS``, else that of the terminal, else 80 for a pipe."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named[:_DIGITS_OF_A_WIDTH]):
        return int(named[:_DIGITS_OF_A_WIDTH])
    return os.get_terminal_size(stream.fileno()).columns or _PIPE_WIDTH if stream.isatty() else _PIPE_WIDTH


def show(settings: Settings, draw: Callable[[int], RenderableType]) -> None:
    """Print what ``draw`` returns for the width of the terminal, through a pager if it is longer than the screen."""
    to = console(settings)
    with to.capture() as printed:
        to.print(draw(max(_SMALLEST_WIDTH, to.width)))
    text = printed.get()
    if settings.no_pager or not sys.stdout.isatty() or _fits_screen(text):
        write([text])
    else:
        from factcli.cli.programs.pager import page

        page(text)


def _fits_screen(text: str) -> bool:
    # A shell's prompt needs a line too.
    return text.count("\n") < os.get_terminal_size(sys.stdout.fileno()).lines or not _pager_is_named()


def _pager_is_named() -> bool:
    return any(os.environ.get(name) for name in PAGER_VARIABLES)


def write_records(
    settings: Settings,
    name: str,
    fields: Sequence[str],
    rows: Iterable[Sequence[str]],
    records: Iterable[str] | None = None,
    **about: object,
) -> None:
    """Write rows of ``fields`` in the chosen form.

    ``records`` are JSON texts to write instead of the rows if they hold more; ``about`` are further members of the
    JSON object.
    """
    form = chosen_format(settings)
    if is_template(form):
        from factcli.render.template import render_template

        write(render_template(form, fields, rows))
    elif form in DRAWN:
        from factcli.render.table import render_grid

        show(settings, lambda width: render_grid(fields, list(rows), width, keep_empty=bool(settings.fields)))
    else:
        write(FORMATS[form](Output(name, fields, rows, records, about, settings.header)))
