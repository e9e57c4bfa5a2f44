"""``fact completion``, and what a shell completes: ids and words of the store."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem, get_completion_class

from factcli.cli.options import global_options
from factcli.cli.output import write
from factcli.errors import FactcliError

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_FACT_COMPLETE"


def complete_id(ctx: click.Context, _: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """The ids that begin with what is typed."""
    return _complete(ctx, "ids_starting", incomplete)


def complete_word(ctx: click.Context, _: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """The words of the store that begin with what is typed; keyword by keyword behind ``keyword:``."""
    field, colon, typed = incomplete.rpartition(":")
    items = _complete(ctx, "words_starting", typed)
    return [CompletionItem(f"{field}{colon}{item.value}", help=item.help) for item in items]


def _complete(ctx: click.Context, what: str, incomplete: str) -> list[CompletionItem]:
    from factcli.index import FactIndex
    from factcli.places import find_store
    from factcli.safetext import safe_text

    settings = ctx.find_root().obj
    try:
        index = FactIndex.at(find_store(getattr(settings, "store", None)).path)
    except FactcliError:
        # A shell that completes is no place for an error; the command itself will say it.
        return []
    return [CompletionItem(safe_text(text), help=safe_text(about)) for text, about in getattr(index, what)(incomplete)]


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
@global_options
def command(shell: str) -> int:
    """Print the script that makes a shell complete commands, options, ids and words.

    \b
    Examples:
      fact completion bash > ~/.local/share/bash-completion/completions/fact
      fact completion zsh > "${fpath[1]}/_fact"
      fact completion fish > ~/.config/fish/completions/fact.fish
    """
    from factcli.cli.main import cli

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    write([found(cli, {}, "fact", _VARIABLE).source() + "\n"])
    return 0
