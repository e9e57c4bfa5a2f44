"""``fact completion``: print a shell completion script."""

from __future__ import annotations

from importlib.resources import files

import click

from factcli.cli.options import no_options
from factcli.cli.output import write

_SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
@no_options
def command(shell: str) -> int:
    """Print a shell completion script.

    It completes commands, options, ids, sources, columns, words of the store, and values of qualifiers, such as
    kind:figure and speaker:moreno.

    \b
    Examples:
      fact completion bash > ~/.local/share/bash-completion/completions/fact
      fact completion zsh > "${fpath[1]}/_fact"
      fact completion fish > ~/.config/fish/completions/fact.fish

    Exit status: 0 printed, 2 an error.
    """
    write([files("factcli.cli").joinpath("shells", f"fact.{shell}").read_text("utf-8")])
    return 0
