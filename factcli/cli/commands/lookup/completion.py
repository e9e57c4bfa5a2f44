"""``fact completion``: print a shell completion script."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from factcli.cli.fast_path import COMPLETION_VARIABLE
from factcli.cli.options import no_options
from factcli.cli.output import write

_SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
@no_options
def command(shell: str) -> int:
    """Print a shell completion script.

    It completes commands, options, ids and words of the store.

    \b
    Examples:
      fact completion bash > ~/.local/share/bash-completion/completions/fact
      fact completion zsh > "${fpath[1]}/_fact"
      fact completion fish > ~/.config/fish/completions/fact.fish

    Exit status: 0 printed, 2 an error.
    """
    from factcli.cli.click_app import cli

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"completion is not supported for {shell}")
    write([found(cli, {}, "fact", COMPLETION_VARIABLE).source() + "\n"])
    return 0
