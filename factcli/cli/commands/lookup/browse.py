"""``fact browse``: search the store on a full screen."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

import click

from factcli.cli.complete import complete_word
from factcli.cli.lookup import joined_index
from factcli.cli.options import store_option
from factcli.cli.output import current_settings
from factcli.cli.store_choice import chosen_stores
from factcli.errors import FactcliError


@click.command("browse")
@click.argument("words", nargs=-1, metavar="[QUERY]", shell_complete=complete_word)
@store_option
def command(words: tuple[str, ...]) -> int:
    """Search the store on a full screen, as you type.

    The facts found are on the left, and the one under the cursor is beside them as a card. The last line shows the
    keys: they open the source in the browser, copy the fact with its citation, edit it, choose a kind, and draw a
    timeline; w switches between dark and light colours. Queries are those of `fact find`. Install it with:
    pip install 'factcli[tui]'

    \b
    Examples:
      fact browse
      fact browse kind:quote speaker:pompeo
      fact browse --store other.json

    Exit status: 0 quit, 2 an error.
    """
    if find_spec("textual") is None:
        raise FactcliError("fact browse needs textual", hint="pip install 'factcli[tui]'")
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM", "dumb") in {"dumb", ""}:
        raise FactcliError("fact browse needs a terminal with a full screen", hint="use fact find QUERY")
    from factcli.cli.curating.editing import edit_entry
    from factcli.cli.tui.browse import Browser
    from factcli.curation.operations import replace_fact
    from factcli.store.transaction import FACTS

    places = chosen_stores(current_settings())
    joined_index(places)
    Browser(lambda: joined_index(places), lambda id_: edit_entry(FACTS, id_, replace_fact, dry_run=False), words).run()
    return 0
