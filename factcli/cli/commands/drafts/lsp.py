"""``fact lsp``: run the language server for editors."""

from __future__ import annotations

import click

from factcli.cli.input import require_standard_input
from factcli.cli.options import Settings, store_option
from factcli.cli.output import current_settings
from factcli.errors import FactcliError


@click.command("lsp")
@store_option
@click.option("--stdio", is_flag=True, expose_value=False, help="Use standard input and output; always on.")
def command() -> int:
    """Run the language server, which checks drafts in an editor.

    It is started by the editor and communicates over standard input and output. docs/EDITORS.md explains the setup for
    Neovim, Vim, Emacs, Helix, VS Code and Sublime Text. Install it with: pip install 'factcli[lsp]'

    \b
    Examples:
      fact lsp
      fact lsp --store facts.json

    Exit status: 0 shut down by the editor, 1 ended otherwise, 2 an error.
    """
    settings: Settings = current_settings()
    require_standard_input("let an editor start the language server")
    try:
        from factcli.lsp.server import serve
    except ImportError as error:
        raise FactcliError("the language server needs pygls", hint="pip install 'factcli[lsp]'") from error
    return 0 if serve(settings.store) else 1
