"""The server of the Model Context Protocol on standard input and output: tools and resources, all read-only."""

from __future__ import annotations

import json
from functools import wraps
from typing import TYPE_CHECKING, Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError, ToolError
from mcp.types import ToolAnnotations

from factcli import __version__
from factcli.errors import FactcliError
from factcli.escaping import safe_json, safe_text
from factcli.mcp.tools import FactTools

if TYPE_CHECKING:
    from collections.abc import Callable

_INSTRUCTIONS = (
    "Facts with their sources. Call find before you state a figure, date or quote, and cite what it returns."
    " Call check on a text before you hand it over; correct what is contradicted, and do not invent a source."
)
_TITLES = {
    "find": "Find facts",
    "show": "Show facts",
    "check": "Check a text",
    "extract": "Propose facts",
    "keywords": "List keywords",
}
_READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


def serve(store: str | None) -> None:
    """Answer requests until standard input ends; ``store`` is the path of the store, None for the one in use."""
    server_of(FactTools(store)).run()


def server_of(tools: FactTools) -> MCPServer:
    """The server with these tools, and with facts and sources as resources."""
    server: MCPServer = MCPServer("factcli", instructions=_INSTRUCTIONS, version=__version__, log_level="ERROR")
    for name, title in _TITLES.items():
        server.tool(title=title, annotations=_READ_ONLY)(_answering(getattr(tools, name), ToolError))
    json_type = "application/json"

    @server.resource("fact://facts/{id}", title="A fact with its sources", mime_type=json_type)
    def fact(id: str) -> str:  # noqa: A002 - the name in the address
        found = _answering(tools.show, ResourceError)([id])["facts"]
        if not found:
            raise ResourceNotFoundError(f"unknown id '{safe_text(id)}'")
        return safe_json(json.dumps(found[0], ensure_ascii=False))

    @server.resource("fact://sources", title="The sources that facts cite", mime_type=json_type)
    def sources() -> str:
        return safe_json(json.dumps(_answering(tools.sources, ResourceError)(), ensure_ascii=False))

    return server


def _answering(tool: Callable[..., Any], failure: type[Exception]) -> Callable[..., Any]:
    """The tool with its answer escaped and its errors in words."""

    @wraps(tool)
    def answer(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - what the tool takes and returns
        try:
            return _escaped(tool(*arguments, **named))
        except FactcliError as error:
            raise failure(safe_text("; ".join(error.lines()))) from error

    return answer


def _escaped(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """A JSON value with each character that could control a terminal written out, as in all output of factcli."""
    if isinstance(value, str):
        return safe_text(value, keep="\n")
    if isinstance(value, dict):
        return {_escaped(key): _escaped(each) for key, each in value.items()}
    return [_escaped(each) for each in value] if isinstance(value, list | tuple) else value
