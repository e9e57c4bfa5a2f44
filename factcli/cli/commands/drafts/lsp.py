"""``fact lsp``: the language server for editors."""

from __future__ import annotations

import click

from factcli.cli.options import Settings, store_option
from factcli.cli.output import current_settings
from factcli.cli.reading import require_standard_input
from factcli.errors import FactcliError


@click.command("lsp")
@store_option
@click.option("--stdio", is_flag=True, expose_value=False, help="Speak over standard input and output; always done.")
def command() -> int:
    """Check figures while they are written: a language server for editors.

    An editor starts it and speaks to it over standard input and output; the README says how to set up Neovim, Vim,
    Emacs, Helix, VS Code and Sublime. It needs: pip install 'factcli[lsp]'

    \b
    Examples:
      fact lsp
      fact lsp --store facts.json
    """
    settings: Settings = current_settings()
    try:
        from factcli.lsp.server import serve
    except ImportError as error:
        raise FactcliError("the language server needs pygls", hint="pip install 'factcli[lsp]'") from error
    require_standard_input("an editor starts the language server, and speaks to it there")
    return 0 if serve(settings.store) else 1
