"""``fact schema``: print the JSON Schema of facts.json."""

from __future__ import annotations

import json

import click

from factcli.cli.options import quiet_options
from factcli.cli.output import current_settings, write


@click.command("schema")
@quiet_options
def command() -> int:
    """Print the JSON Schema of facts.json.

    Editors and validators can use it.

    \b
    Examples:
      fact schema > facts.schema.json
      fact schema | jq '."$defs" | keys'

    Exit status: 0 printed, 2 an error.
    """
    from factcli.store.schema import json_schema

    if not current_settings().quiet:
        write([json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"])
    return 0
