"""``fact open``: show the source of a fact in the browser."""

from __future__ import annotations

import click

from factcli.cli.complete import complete_id
from factcli.cli.lookup import known_fact
from factcli.cli.options import quiet_options
from factcli.cli.output import current_settings, write, write_note
from factcli.cli.programs.web_browser import is_opened
from factcli.errors import FactcliError
from factcli.model.citation import web_address_of


@click.command("open")
@click.argument("id_", metavar="ID", shell_complete=complete_id)
@click.option("--print", "is_printed", is_flag=True, help="Print the address instead of opening it.")
@quiet_options
def command(*, id_: str, is_printed: bool) -> int:
    """Open the source of a fact in the browser.

    It is the first source of the fact with an address that begins with http or https; $BROWSER names the browser.

    \b
    Examples:
      fact open amia-bombing-deaths
      fact open amia-bombing-deaths --print

    Exit status: 0 opened, 1 the id is unknown or no source has an address, 2 an error.
    """
    hit = known_fact(id_)
    if hit is None:
        return 1
    address = web_address_of(hit.sources)
    if address is None:
        write_note(f"fact: no source of '{id_}' has an address; `fact source edit ID` adds one")
        return 1
    if is_printed:
        write([f"{address}\n"])
    elif not is_opened(address):
        raise FactcliError(f"no browser can be started for {address}", hint="name one in $BROWSER, or use --print")
    elif not current_settings().quiet:
        write_note(f"fact: opened {address}", wrap=False)
    return 0
