"""``fact help``: show the help of a command."""

from __future__ import annotations

import click

from factcli.cli.options import no_options
from factcli.cli.output import write


@click.command("help")
@click.argument("names", nargs=-1, metavar="[COMMAND]")
@no_options
def command(names: tuple[str, ...]) -> int:
    """Show the help of a command, or of fact itself.

    The same pages are installed for man: `man fact`, `man fact-check`.

    \b
    Examples:
      fact help
      fact help check
      fact help source add

    Exit status: 0 shown, 2 an error.
    """
    context = click.get_current_context().find_root()
    found: click.Command = context.command
    for name in names:
        inner = found.get_command(context, name) if isinstance(found, click.Group) else None
        if inner is None:
            raise click.UsageError(f"unknown command '{' '.join(names)}'; `fact help` lists the commands")
        found, context = inner, click.Context(inner, parent=context, info_name=name)
    write([f"{found.get_help(context)}\n"])
    return 0
