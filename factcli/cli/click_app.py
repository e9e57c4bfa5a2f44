"""The commands as click knows them: which subcommand is meant, and what click finds wrong with a line."""

from __future__ import annotations

import os
import re
from importlib import import_module

import click
from click.exceptions import Exit
from click.shell_completion import shell_complete

from factcli import __version__
from factcli.cli.fast_path import COMMANDS, COMPLETION_VARIABLE, DEFAULT_COMMAND
from factcli.cli.options import Settings, global_options
from factcli.errors import FactcliError

_NAME = "fact"


class WrongLineError(FactcliError):
    """A command line that click does not understand."""


def answer(arguments: list[str]) -> int:
    """Run one command line and return its exit status; raises :class:`FactcliError` for one that is wrong."""
    asked = os.environ.get(COMPLETION_VARIABLE)
    if asked:
        return shell_complete(cli, {"obj": Settings()}, _NAME, COMPLETION_VARIABLE, asked)
    try:
        with cli.make_context(_NAME, list(arguments), obj=Settings()) as context:
            status = cli.invoke(context)
    except Exit as end:
        return end.exit_code
    except click.Abort as error:
        # The line of the question that was left is still open.
        click.echo(err=True)
        raise KeyboardInterrupt from error
    except click.ClickException as error:
        raise _told(error) from error
    return status if isinstance(status, int) else 0


def _told(error: click.ClickException) -> WrongLineError:
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else _NAME
    message = error.format_message().rstrip(".")
    return WrongLineError(f"{message[:1].lower()}{message[1:]}", hint=f"{command} --help shows what it takes")


class FactGroup(click.Group):
    """Commands that are imported when called; what is no command is a query."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order in which the help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of this name, or None where it is a word to look up."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(_module_of(cmd_name)).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The first word's command; ``find`` with all the words where it is none."""
        if args[0] not in COMMANDS:
            args = [DEFAULT_COMMAND, *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Words behind a ``--`` are a query, and stay words where the query is read."""
        if "--" in args:
            rest = self.make_parser(ctx).parse_args(list(args))[1]
            if rest and args[-len(rest) - 1 : -len(rest)] == ["--"]:
                args = [*args[: -len(rest) - 1], DEFAULT_COMMAND, "--", *rest]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with the first clause of its help, wrapped and never cut."""
        commands = ((name, self.get_command(ctx, name)) for name in COMMANDS)
        with formatter.section("Commands"):
            formatter.write_dl([(name, _first_clause(command.help or "")) for name, command in commands if command])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[click.shell_completion.CompletionItem]:
        """Commands, and the words of the store: a word is a query."""
        from factcli.cli.complete import complete_word

        return [*super().shell_complete(ctx, incomplete), *complete_word(ctx, None, incomplete)]


def _first_clause(text: str) -> str:
    return re.split(r"[.:;](?:\s|$)", " ".join(text.split()), maxsplit=1)[0]


def _module_of(command: str) -> str:
    """The module of a command; one that is a keyword of Python ends in an underscore."""
    name = "import_" if command == "import" else command.replace("-", "_")
    return f"factcli.cli.commands.{COMMANDS[command]}.{name}"


@click.group(cls=FactGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="fact %(version)s")
@global_options
@click.pass_context
def cli(ctx: click.Context) -> int:
    """Look up curated facts: figures, dates and quotes, each with its source.

    A query needs no command: `fact amia victims` is `fact find amia victims`.

    \b
    Examples:
      fact amia victims                     all words must match
      fact '"trusted partner" OR lies'      a phrase, or a word
      fact US\\$7m                           a figure, as you would write it
      fact 500 km2                          ... in any unit
      fact kind:quote speaker:pompeo        every quote of a speaker
      fact 'value:>5m' unit:USD             figures by size
      fact date:2019-07                     what a month holds
      fact show amia-bombing-deaths         one fact, ready to cite
      fact amia --format json | jq .facts   for scripts

    \b
    Exit status: 0 found, 1 nothing found, 2 an error.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    return 0
