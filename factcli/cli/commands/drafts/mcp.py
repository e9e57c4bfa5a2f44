"""``fact mcp``: answer the requests of an agent."""

from __future__ import annotations

import click

from factcli.cli.input import require_standard_input
from factcli.cli.options import store_option
from factcli.cli.output import current_settings
from factcli.errors import FactcliError


@click.command("mcp")
@store_option
def command() -> int:
    """Run the server for agents (Model Context Protocol).

    It is started by the agent, and communicates over standard input and output. Its tools find, show, check, extract
    and keywords only read. docs/MCP.md explains the setup. Install it with: pip install 'factcli[mcp]'

    \b
    Examples:
      fact mcp
      fact mcp --store facts.json

    Exit status: 0 ended by the agent, 2 an error.
    """
    require_standard_input("let an agent start the server")
    try:
        from factcli.mcp.agent_server import serve
    except ImportError as error:
        raise FactcliError("the server for agents needs mcp", hint="pip install 'factcli[mcp]'") from error
    serve(current_settings().store)
    return 0
