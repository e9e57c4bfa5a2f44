"""``fact copy``: put a fact with its citation on the clipboard."""

from __future__ import annotations

import click

from factcli.cli.complete import complete_id
from factcli.cli.lookup import known_fact
from factcli.cli.options import quiet_options
from factcli.cli.output import current_settings, write, write_note
from factcli.cli.programs.clipboard import copy_text
from factcli.escaping import safe_text
from factcli.model.citation import cited_statement


@click.command("copy")
@click.argument("id_", metavar="ID", shell_complete=complete_id)
@click.option("--print", "is_printed", is_flag=True, help="Print the text instead of copying it.")
@quiet_options
def command(*, id_: str, is_printed: bool) -> int:
    """Copy a fact with its citation to the clipboard.

    The text is the statement, the words of a quote, and the source. It is copied with the tool of the desktop, or,
    where there is none or through SSH, by the terminal (OSC 52).

    \b
    Examples:
      fact copy amia-bombing-deaths
      fact copy amia-bombing-deaths --print

    Exit status: 0 copied, 1 the id is unknown, 2 an error.
    """
    hit = known_fact(id_)
    if hit is None:
        return 1
    text = safe_text(cited_statement(hit.fact, hit.sources))
    if is_printed:
        write([f"{text}\n"])
        return 0
    copy_text(text)
    if not current_settings().quiet:
        write_note(f"fact: copied: {text}")
    return 0
